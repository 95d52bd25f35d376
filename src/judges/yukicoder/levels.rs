//! The judge's levels: stars from none to six, in halves.

use crate::model::DifficultyLevel;

const fn level(name: &'static str, rgb: u32) -> DifficultyLevel {
    DifficultyLevel { name, rgb }
}

/// Easiest first. The judge shows stars of one shade; these go from gray to red.
pub(super) const LEVELS: &[DifficultyLevel] = &[
    level("Level 0", 0x9e_9e9e),
    level("Level 0.5", 0x8d_8478),
    level("Level 1", 0x8d_6e63),
    level("Level 1.5", 0x6c_8a52),
    level("Level 2", 0x43_a047),
    level("Level 2.5", 0x1f_a67c),
    level("Level 3", 0x00_acc1),
    level("Level 3.5", 0x0f_98d3),
    level("Level 4", 0x1e_88e5),
    level("Level 4.5", 0x8a_9a8a),
    level("Level 5", 0xfb_c02d),
    level("Level 5.5", 0xfb_8c00),
    level("Level 6", 0xe5_3935),
];

/// The place of a level as the judge writes it (2.5); `None` for what is none.
pub(super) fn place(level: f64) -> Option<u8> {
    let halves = level * 2.0;
    let is_one = halves.fract() == 0.0 && (0.0..LEVELS.len() as f64).contains(&halves);
    is_one.then_some(halves as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_in_halves_of_stars() {
        let name = |level| place(level).map(|place| LEVELS[usize::from(place)].name);
        assert_eq!([0.0, 2.5, 6.0].map(name), [Some("Level 0"), Some("Level 2.5"), Some("Level 6")]);
        assert_eq!([-0.5, 6.5, 1.2, f64::NAN].map(name), [None; 4]);
    }
}
