//! Probabilities as people say them.

/// The words, and the probability at which each begin.
const CHANCES: [(f64, &str); 14] = [
    (0.0, "less than 1 in 100"),
    (0.01, "about 1 in 50"),
    (0.035, "about 1 in 20"),
    (0.075, "about 1 in 10"),
    (0.15, "about 1 in 5"),
    (0.225, "about 1 in 4"),
    (0.29, "about 1 in 3"),
    (0.42, "about 1 in 2"),
    (0.58, "about 2 in 3"),
    (0.71, "about 3 in 4"),
    (0.78, "about 4 in 5"),
    (0.85, "about 9 in 10"),
    (0.925, "about 19 in 20"),
    (0.99, "more than 99 in 100"),
];

/// A probability (0 to 1) in words: "about 2 in 3".
pub fn chance(probability: f64) -> &'static str {
    let fits = CHANCES.iter().rev().find(|(from, _)| probability >= *from);
    fits.map_or(CHANCES[0].1, |(_, words)| words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_near_the_probability() {
        let words = [0.0, 0.1, 0.25, 0.34, 0.5, 0.66, 0.8, 0.9, 0.996, 1.0].map(chance);
        let said = ["less than 1 in 100", "about 1 in 10", "about 1 in 4", "about 1 in 3", "about 1 in 2"];
        assert_eq!(words[..5], said);
        let said =
            ["about 2 in 3", "about 4 in 5", "about 9 in 10", "more than 99 in 100", "more than 99 in 100"];
        assert_eq!(words[5..], said);
    }
}
