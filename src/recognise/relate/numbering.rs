//! The numbers of a column in, whether they run without gaps out: such numbers meet by chance, and prove nothing by
//! meeting.

/// Of the whole numbers between the least and the greatest, this share at least is used when numbers run.
const DENSE: f64 = 1.0 / 3.0;

/// What the numbers of a column have in common.
pub(super) struct Numbering {
    distinct: usize,
    /// The least and the greatest, while all are whole numbers.
    span: Option<(u64, u64)>,
}

impl Numbering {
    /// Looks at texts in order, so that equal ones are neighbours.
    pub(super) fn of<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut numbering = Self { distinct: 0, span: Some((u64::MAX, 0)) };
        let mut before = None;
        for text in texts.filter(|text| before.replace(*text) != Some(*text)) {
            numbering.distinct += 1;
            let number = text.parse().ok();
            numbering.span = numbering.span.zip(number).map(|((least, most), it)| (least.min(it), most.max(it)));
        }
        numbering
    }

    /// Whether they are whole numbers that run nearly without gaps.
    pub(super) fn is_dense(&self) -> bool {
        self.span.is_some_and(|(least, most)| {
            self.distinct > 0 && self.distinct as f64 >= DENSE * (most.saturating_sub(least) as f64 + 1.0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_run_are_told_from_codes() {
        for (numbers, dense) in [
            (&["1", "2", "3"][..], true),
            (&["4563", "4564", "4567"], true),
            (&["11544428215", "11631593293"], false),
            (&["1", "2", "L3"], false),
            (&["006bm1", "006bm2"], false),
            (&[], false),
        ] {
            assert_eq!(Numbering::of(numbers.iter().copied()).is_dense(), dense, "{numbers:?}");
        }
    }
}
