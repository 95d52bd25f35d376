//! Numbers in a few steps, for calendars.

/// Up to four steps that hold about as many days each, by how much was solved on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quantiles {
    /// The least and the most of each step, rising.
    ranges: Vec<(u32, u32)>,
}

impl Quantiles {
    /// The most steps that there can be.
    pub const MOST: usize = 4;

    /// Quantiles of `numbers`, zeros apart: each takes its share of the days that are left, and all days that are alike.
    /// Where few numbers differ there are fewer steps.
    pub fn of(numbers: impl Iterator<Item = u32>) -> Self {
        let mut numbers: Vec<u32> = numbers.filter(|number| *number > 0).collect();
        numbers.sort_unstable();
        let mut ranges = Vec::new();
        let mut rest = &numbers[..];
        while let Some(&least) = rest.first() {
            let share = rest.len().div_ceil(Self::MOST - ranges.len());
            let most = rest[share - 1];
            rest = &rest[rest.partition_point(|number| *number <= most)..];
            ranges.push((least, most));
        }
        Self { ranges }
    }

    /// The step of `number`: 0 for zero, else 1 to [`Quantiles::MOST`]. The highest numbers have the last step, so that
    /// days that are all alike look strong rather than weak.
    pub fn step(&self, number: u32) -> usize {
        if number == 0 {
            return 0;
        }
        let above = self.ranges.iter().filter(|(least, _)| number < *least).count();
        Self::MOST - above.min(Self::MOST - 1)
    }

    /// The step of nothing, and after it those that occur.
    pub fn with_none(&self) -> impl Iterator<Item = (usize, (u32, u32))> {
        std::iter::once((0, (0, 0))).chain(self.ranges())
    }

    /// Each step that occurs, and the least and the most of the numbers that it holds; lowest first.
    pub fn ranges(&self) -> impl Iterator<Item = (usize, (u32, u32))> {
        self.ranges.iter().map(|&range| (self.step(range.0), range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(numbers: &[u32]) -> Vec<(usize, (u32, u32))> {
        Quantiles::of(numbers.iter().copied()).ranges().collect()
    }

    #[test]
    fn steps_hold_about_as_many_days_each() {
        let got = ranges(&[1, 1, 2, 2, 3, 3, 4, 9, 0]);
        assert_eq!(got, [(1, (1, 1)), (2, (2, 2)), (3, (3, 3)), (4, (4, 9))]);
    }

    #[test]
    fn few_different_numbers_give_few_steps_and_the_last_is_always_used() {
        assert_eq!(ranges(&[]), []);
        assert_eq!(ranges(&[0, 1, 1]), [(4, (1, 1))]);
        assert_eq!(ranges(&[1, 1, 1, 7]), [(3, (1, 1)), (4, (7, 7))]);
        let habit = [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4, 5, 4, 9];
        let held: Vec<(u32, u32)> = ranges(&habit).into_iter().map(|(_, range)| range).collect();
        assert_eq!(held, [(1, 1), (2, 2), (3, 4), (5, 9)]);
    }
}
