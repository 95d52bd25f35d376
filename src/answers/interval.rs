//! How sure a share is.

/// The quantile of the normal distribution that leaves 2.5% on either side.
const Z: f64 = 1.959_964;

/// The Wilson score interval of a share at 95%: between which shares the true one lies that gave `hits` of `trials`.
/// Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927).
#[must_use]
pub fn wilson(hits: u32, trials: u32) -> (f64, f64) {
    if trials == 0 {
        return (0.0, 1.0);
    }
    let (n, share) = (f64::from(trials), f64::from(hits) / f64::from(trials));
    let spread = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let (middle, scale) = (share + Z * Z / (2.0 * n), 1.0 + Z * Z / n);
    (((middle - spread) / scale).max(0.0), ((middle + spread) / scale).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_that_of_the_tables() {
        let near =
            |(low, high): (f64, f64), (a, b): (f64, f64)| (low - a).abs() < 1e-4 && (high - b).abs() < 1e-4;
        assert!(near(wilson(0, 10), (0.0, 0.277_53)), "{:?}", wilson(0, 10));
        assert!(near(wilson(8, 10), (0.490_16, 0.943_32)), "{:?}", wilson(8, 10));
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }
}
