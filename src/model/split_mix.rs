//! Chance that is the same on every machine.

use std::f64::consts::TAU;

/// `SplitMix64` (Steele, Lea and Flood 2014), and normal numbers from it by Box and Muller's method.
pub struct SplitMix64 {
    state: u64,
    spare: Option<f64>,
}

impl SplitMix64 {
    /// A seed that `numbers` decide.
    pub fn seed(numbers: impl IntoIterator<Item = i64>) -> u64 {
        let step = |seed: u64, number| mixed(seed.wrapping_add(0x9e37_79b9_7f4a_7c15) ^ number as u64);
        numbers.into_iter().fold(0, step)
    }

    /// What follows from `seed`.
    pub fn new(seed: u64) -> Self {
        Self { state: seed, spare: None }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.state)
    }

    /// Between 0 and 1, neither of them.
    pub fn uniform(&mut self) -> f64 {
        ((self.next() >> 11) as f64 + 0.5) / (1_u64 << 53) as f64
    }

    /// Mean 1, of what comes at any time alike.
    pub fn exponential(&mut self) -> f64 {
        -self.uniform().ln()
    }

    /// Mean 0, standard deviation 1.
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        let (radius, angle) = ((2.0 * self.exponential()).sqrt(), TAU * self.uniform());
        self.spare = Some(radius * angle.sin());
        radius * angle.cos()
    }
}

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}
