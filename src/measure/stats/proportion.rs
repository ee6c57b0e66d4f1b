//! Shares and their intervals.

use crate::measure::Interval;

/// The 97.5 % quantile of the normal distribution: intervals are 95 % ones.
pub(in crate::measure) const Z95: f64 = 1.959_963_984_540_054;

/// `x / n`; none of nothing.
pub(in crate::measure) fn share(x: usize, n: usize) -> Option<f64> {
    (n > 0).then(|| x as f64 / n as f64)
}

/// Wilson's score interval of `x` in `n` (Wilson 1927), recommended for small n by Brown et al.
/// (2001); none of nothing.
pub(in crate::measure) fn wilson(x: usize, n: usize) -> Option<Interval> {
    if n == 0 {
        return None;
    }
    let (p, count, z2) = (x as f64 / n as f64, n as f64, Z95 * Z95);
    let scale = 1.0 + z2 / count;
    let middle = (p + z2 / (2.0 * count)) / scale;
    let half = Z95 * (p * (1.0 - p) / count + z2 / (4.0 * count * count)).sqrt() / scale;
    Some(Interval {
        lo: if x == 0 { 0.0 } else { (middle - half).max(0.0) },
        hi: if x == n { 1.0 } else { (middle + half).min(1.0) },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(x: usize, n: usize, lo: f64, hi: f64) {
        let interval = wilson(x, n).expect("n is not zero");
        assert!((interval.lo - lo).abs() < 5e-4 && (interval.hi - hi).abs() < 5e-4, "{x} of {n}: {interval:?}");
    }

    #[test]
    fn wilson_gives_the_published_intervals() {
        check(9, 10, 0.596, 0.982);
        check(8, 8, 0.676, 1.0);
        check(6, 7, 0.487, 0.974);
        check(5, 6, 0.436, 0.970);
        check(3, 4, 0.301, 0.954);
        check(2, 5, 0.118, 0.769);
        check(0, 3, 0.0, 0.561);
        assert_eq!(wilson(0, 0), None);
    }

    #[test]
    fn a_share_of_nothing_is_none() {
        assert_eq!(share(0, 0), None);
        assert_eq!(share(1, 4), Some(0.25));
    }
}
