//! A word that does not exist in, the one that was probably meant out.

/// The known word that resembles this one most, if any does.
pub fn nearest<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
    const ALIKE: f64 = 0.75;
    let word = word.to_lowercase();
    let likeness = |known: &str| strsim::jaro_winkler(&word, known);
    let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(nearest) >= ALIKE).then_some(*nearest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_word_that_resembles_is_proposed() {
        let known = ["unreadable-date", "fact-in-future", "duplicate-id"];
        assert_eq!(nearest("unreadable-dates", &known), Some("unreadable-date"));
        assert_eq!(nearest("Duplicate", &known), Some("duplicate-id"));
        assert_eq!(nearest("xyz", &known), None);
    }
}
