//! Numbers that look like chance and are the same on every machine and in every run: `SplitMix64` (Steele, Lea and
//! Flood 2014) used as a counter. The i-th number of a stream depends on the stream's seed and on i alone, so that
//! draws may be made in any order.

use statrs::function::erf::erfc_inv;

/// The seed of the first stream; others lie a few numbers further.
pub(in crate::measure) const SEED: u64 = 20_260_101;

/// The weights of the generator's counter and of its two mixing steps.
const GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// The i-th number of a stream, evenly spread over 0..1.
pub(in crate::measure) fn uniform(seed: u64, index: usize) -> f64 {
    let mut mixed = seed.wrapping_add((index as u64 + 1).wrapping_mul(GAMMA));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    (mixed >> 11) as f64 / (1_u64 << 53) as f64
}

/// The place in a list of `n` that an even number falls on.
pub(in crate::measure) fn pick(uniform: f64, n: usize) -> usize {
    ((uniform * n as f64) as usize).min(n - 1)
}

/// The i-th number of a stream, normally distributed around 0 with standard deviation 1.
pub(in crate::measure) fn normal(seed: u64, index: usize) -> f64 {
    let uniform = uniform(seed, index).clamp(1e-12, 1.0 - 1e-12);
    -std::f64::consts::SQRT_2 * erfc_inv(2.0 * uniform)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_of_seed_zero_is_the_published_one() {
        for (index, mixed) in
            [0xE220_A839_7B1D_CDAF_u64, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F].iter().enumerate()
        {
            let expect = (mixed >> 11) as f64 / 9_007_199_254_740_992.0;
            assert_eq!(uniform(0, index).to_bits(), expect.to_bits());
        }
    }

    #[test]
    fn normal_numbers_have_their_mean_and_spread() {
        let drawn: Vec<f64> = (0..20_000).map(|index| normal(SEED, index)).collect();
        let mean = drawn.iter().sum::<f64>() / 20_000.0;
        let within = drawn.iter().filter(|number| number.abs() <= 1.959_963_984_540_054).count();
        assert!(mean.abs() < 0.02, "{mean}");
        assert!((within as f64 / 20_000.0 - 0.95).abs() < 0.005, "{within}");
    }

    #[test]
    fn every_place_of_a_list_can_be_picked_and_none_beyond() {
        assert_eq!([0.0, 0.34, 0.999_999, 1.0].map(|uniform| pick(uniform, 3)), [0, 1, 2, 2]);
    }
}
