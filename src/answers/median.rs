//! The middle of numbers.

/// The lower middle one of `numbers`, in any order; `None` of none.
pub fn median(numbers: &[i32]) -> Option<i32> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

/// The medians of `count` numbers after one another, each with the place of the last of them.
pub fn running_median(numbers: &[i32], count: usize) -> Vec<(usize, i32)> {
    let places = numbers.windows(count).enumerate();
    places.filter_map(|(at, window)| Some((at + count - 1, median(window)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_numbers_lie_on_either_side() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3, 1, 2]), Some(2));
        assert_eq!(median(&[4, 1, 3, 2]), Some(2));
        assert_eq!(running_median(&[5, 1, 3, 9], 3), [(2, 3), (3, 3)]);
        assert_eq!(running_median(&[5], 3), []);
    }
}
