//! Numbers in a few steps, for calendars.

/// Up to four steps that hold about as many days each, by how much was solved on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// The least number of each step, rising.
    from: Vec<u32>,
    highest: u32,
}

impl Steps {
    /// The most steps that there can be.
    pub const MOST: usize = 4;

    /// Steps by quartile of `numbers`, zeros apart. Where few numbers differ there are fewer steps.
    pub fn of(numbers: impl Iterator<Item = u32>) -> Self {
        let mut numbers: Vec<u32> = numbers.filter(|number| *number > 0).collect();
        numbers.sort_unstable();
        let highest = numbers.last().copied().unwrap_or(0);
        let mut from: Vec<u32> = (0..Self::MOST)
            .filter_map(|step| numbers.get(step * numbers.len() / Self::MOST).copied())
            .collect();
        from.dedup();
        Self { from, highest }
    }

    /// The step of `number`: 0 for zero, else 1 to [`Steps::MOST`]. The highest numbers have the last step, so that
    /// days that are all alike look strong rather than weak.
    pub fn step(&self, number: u32) -> usize {
        if number == 0 {
            return 0;
        }
        let above = self.from.iter().filter(|from| number < **from).count();
        Self::MOST - above.min(Self::MOST - 1)
    }

    /// Each step that occurs and the numbers that it holds ("2", "3-5"), lowest first.
    pub fn ranges(&self) -> impl Iterator<Item = (usize, String)> {
        let ends = self.from.iter().skip(1).map(|next| next - 1).chain([self.highest]);
        self.from.iter().zip(ends).map(|(&from, to)| {
            let range = if from == to { from.to_string() } else { format!("{from}-{to}") };
            (self.step(from), range)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(numbers: &[u32]) -> Vec<(usize, String)> {
        Steps::of(numbers.iter().copied()).ranges().collect()
    }

    #[test]
    fn steps_hold_about_as_many_days_each() {
        let got = ranges(&[1, 1, 2, 2, 3, 3, 4, 9, 0]);
        let want = [(1, "1"), (2, "2"), (3, "3"), (4, "4-9")].map(|(step, range)| (step, range.to_owned()));
        assert_eq!(got, want);
    }

    #[test]
    fn few_different_numbers_give_few_steps_and_the_last_is_always_used() {
        assert_eq!(ranges(&[]), []);
        assert_eq!(ranges(&[0, 1, 1]), [(4, "1".to_owned())]);
        assert_eq!(ranges(&[1, 1, 1, 7]), [(3, "1-6".to_owned()), (4, "7".to_owned())]);
    }
}
