//! Seeded chance. Only sums, products and table look-ups, no `exp` or `ln`: every machine draws the same.

/// A stream of random numbers: `SplitMix64` (Steele, Lea and Flood 2014).
pub struct Chance(u64);

/// Quantiles 0 %, 5 %, …, 100 % of a log-normal with median 1 and σ = 0.8, the ends cut to something human.
const LOG_NORMAL: [f64; 21] = [
    0.15, 0.268, 0.359, 0.436, 0.510, 0.583, 0.657, 0.735, 0.817, 0.904, 1.0, 1.106, 1.225, 1.361, 1.521, 1.715, 1.960,
    2.292, 2.788, 3.729, 7.0,
];

impl Chance {
    /// The stream that belongs to a seed.
    pub fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, 1.
    pub fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.unit() * end as f64) as usize
    }

    /// Whether something of this probability happens.
    pub fn happens(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of several, each as likely.
    pub fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// One of several, each as likely as its weight says.
    pub fn weighted<'a, T>(&mut self, choices: &'a [T], weight: impl Fn(&T) -> f64) -> &'a T {
        let mut left = self.unit() * choices.iter().map(&weight).sum::<f64>();
        let found = choices.iter().find(|choice| {
            left -= weight(choice);
            left < 0.0
        });
        found.or(choices.last()).expect("there is something to choose from")
    }

    /// A duration or an amount as life deals them: log-normal around the median, with a long tail.
    pub fn around(&mut self, median: f64) -> f64 {
        let place = self.unit() * (LOG_NORMAL.len() - 1) as f64;
        let (low, high) = (LOG_NORMAL[place as usize], LOG_NORMAL[place as usize + 1]);
        median * (low + (high - low) * place.fract())
    }

    /// The same things in another order.
    pub fn shuffle<T>(&mut self, things: &mut [T]) {
        for end in (1..things.len()).rev() {
            things.swap(end, self.below(end + 1));
        }
    }
}
