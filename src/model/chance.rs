//! Probabilities as people say them.

use crate::lang::Lang;

/// The lowest probability of each step, and the step in percent; below and above them nothing is told exactly.
const STEPS: [(f64, u8); 12] = [
    (0.01, 2),
    (0.035, 5),
    (0.075, 10),
    (0.15, 20),
    (0.225, 25),
    (0.29, 33),
    (0.42, 50),
    (0.58, 67),
    (0.71, 75),
    (0.78, 80),
    (0.85, 90),
    (0.925, 95),
];

/// What a probability is told as.
enum Step {
    Least,
    About(u8),
    Most,
}

impl Step {
    fn of(probability: f64) -> Self {
        let step = STEPS.iter().rev().find(|(from, _)| probability >= *from);
        match step {
            None => Self::Least,
            Some(_) if probability >= 0.99 => Self::Most,
            Some((_, percent)) => Self::About(*percent),
        }
    }
}

/// A probability (0 to 1) on its own: "about 25%", "약 25%".
pub fn share_words(lang: Lang, probability: f64) -> String {
    match Step::of(probability) {
        Step::Least => lang.word("less than 1%", "1% 미만", "1%未満").into_owned(),
        Step::Most => lang.word("more than 99%", "99% 이상", "99%以上").into_owned(),
        Step::About(percent) => {
            lang.say(|| format!("about {percent}%"), || format!("약 {percent}%"), || format!("約{percent}%"))
        }
    }
}

/// The same within a sentence, where English takes a noun: "about a 25% chance".
pub fn likelihood(lang: Lang, probability: f64) -> String {
    let share = || share_words(lang, probability);
    lang.say(
        || match Step::of(probability) {
            Step::Least => "less than a 1% chance".to_owned(),
            Step::Most => "more than a 99% chance".to_owned(),
            Step::About(80) => "about an 80% chance".to_owned(),
            Step::About(percent) => format!("about a {percent}% chance"),
        },
        share,
        share,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_told_in_percent() {
        let said = |lang, probability| [share_words(lang, probability), likelihood(lang, probability)];
        assert_eq!(said(Lang::English, 0.0), ["less than 1%", "less than a 1% chance"]);
        assert_eq!(said(Lang::English, 0.25), ["about 25%", "about a 25% chance"]);
        assert_eq!(said(Lang::English, 0.8), ["about 80%", "about an 80% chance"]);
        assert_eq!(said(Lang::English, 0.996), ["more than 99%", "more than a 99% chance"]);
        assert_eq!(said(Lang::Korean, 0.02), ["약 2%", "약 2%"]);
        assert_eq!(said(Lang::Japanese, 1.0), ["99%以上", "99%以上"]);
    }
}
