//! Spans of time and working hours as a template writes them: `"14d"`, `"Mon-Fri 09:00-17:00"`.

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// Hours of a span in elapsed time: `36h`, `14d`, `3w`. None for anything else, nothing and less than nothing.
pub(super) fn hours(span: &str) -> Option<f64> {
    const UNITS: [(&str, f64); 3] = [("h", 1.0), ("d", 24.0), ("w", 168.0)];
    let span = span.trim();
    let (number, size) = UNITS.iter().find_map(|(unit, size)| Some((span.strip_suffix(unit)?, size)))?;
    let number: f64 = number.trim_end().parse().ok()?;
    (number.is_finite() && number > 0.0).then_some(number * size)
}

/// Days of a span.
pub(super) fn days(span: &str) -> Option<f64> {
    hours(span).map(|hours| hours / 24.0)
}

/// Working days of the week, Monday first, and the hours from and to, of `Mon-Fri 09:00-17:00` or
/// `Mon,Wed,Fri 8:00-16:00`.
pub(super) fn office(text: &str) -> Option<([bool; 7], (u32, u32))> {
    let (days, hours) = text.trim().rsplit_once(' ')?;
    let (from, to) = hours.split_once('-')?;
    let (from, to) = (full_hour(from)?, full_hour(to)?);
    (from < to && to <= 24).then_some((weekdays(days)?, (from, to)))
}

fn weekdays(text: &str) -> Option<[bool; 7]> {
    let mut week = [false; 7];
    for run in text.split(',') {
        let (first, last) = run.split_once('-').unwrap_or((run, run));
        let (first, last) = (weekday(first)?, weekday(last)?);
        week.get_mut(first..=last)?.fill(true);
    }
    Some(week)
}

fn weekday(name: &str) -> Option<usize> {
    let name = name.trim().to_ascii_lowercase();
    DAYS.iter().position(|day| *day == name)
}

fn full_hour(text: &str) -> Option<u32> {
    text.trim().strip_suffix(":00")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_span(text: &str, expected: Option<f64>) {
        assert_eq!(hours(text), expected, "{text}");
    }

    #[test]
    fn spans() {
        check_span("24h", Some(24.0));
        check_span("1.5d", Some(36.0));
        check_span(" 2 w ", Some(336.0));
        for refused in ["8wh", "14", "d", "-2d", "0h", "NaNd", "infd", "2 days", ""] {
            check_span(refused, None);
        }
    }

    #[track_caller]
    fn check_office(text: &str, expected: Option<(&str, (u32, u32))>) {
        let week = |flags: [bool; 7]| flags.map(|works| if works { 'x' } else { '-' }).iter().collect::<String>();
        let found = office(text).map(|(days, hours)| (week(days), hours));
        assert_eq!(found, expected.map(|(days, hours)| (days.to_owned(), hours)), "{text}");
    }

    #[test]
    fn working_hours() {
        check_office("Mon-Fri 09:00-17:00", Some(("xxxxx--", (9, 17))));
        check_office("mon, wed-thu,sun 8:00-24:00", Some(("x-xx--x", (8, 24))));
        for refused in
            ["Mon-Fri", "Fri-Mon 09:00-17:00", "Mon-Fri 17:00-09:00", "Mon-Fri 9:30-17:00", "Pn-Pt 9:00-17:00"]
        {
            check_office(refused, None);
        }
    }
}
