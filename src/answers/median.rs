//! The middle of numbers.

/// The lower middle one of `numbers`, in any order; `None` of none.
pub fn median(numbers: &[i32]) -> Option<i32> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len().saturating_sub(1) / 2).copied()
}

/// The lower quartile, the median and the upper quartile of `numbers`, in any order, each one of them; `None` of none.
pub fn quartiles(numbers: &[i32]) -> Option<[i32; 3]> {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let last = sorted.len().checked_sub(1)?;
    Some([last / 4, last / 2, last - last / 4].map(|place| sorted[place]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_numbers_lie_on_either_side() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3, 1, 2]), Some(2));
        assert_eq!(median(&[4, 1, 3, 2]), Some(2));
        assert_eq!(quartiles(&[9, 1, 3, 5, 7]), Some([3, 5, 7]));
        assert_eq!((quartiles(&[5]), quartiles(&[])), (Some([5, 5, 5]), None));
    }
}
