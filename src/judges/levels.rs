//! The scales on which recognised judges say how hard their problems are, easiest first.

use crate::model::DifficultyLevel;

const fn level(name: &'static str, rgb: u32) -> DifficultyLevel {
    DifficultyLevel { name, rgb }
}

/// BOJ's, as solved.ac votes them: level 1 is Bronze V, level 30 Ruby I. Problems that nobody has voted on have none.
pub(super) const SOLVED_AC: &[DifficultyLevel] = &[
    level("Bronze V", 0x9d_4900),
    level("Bronze IV", 0xa5_4f00),
    level("Bronze III", 0xad_5600),
    level("Bronze II", 0xb5_5d0a),
    level("Bronze I", 0xc6_7739),
    level("Silver V", 0x38_546e),
    level("Silver IV", 0x3d_5a74),
    level("Silver III", 0x43_5f7a),
    level("Silver II", 0x49_6580),
    level("Silver I", 0x4e_6a86),
    level("Gold V", 0xd2_8500),
    level("Gold IV", 0xdf_8f00),
    level("Gold III", 0xec_9a00),
    level("Gold II", 0xf9_a518),
    level("Gold I", 0xff_b028),
    level("Platinum V", 0x00_c78b),
    level("Platinum IV", 0x00_d497),
    level("Platinum III", 0x27_e2a4),
    level("Platinum II", 0x3e_f0b1),
    level("Platinum I", 0x51_fdbd),
    level("Diamond V", 0x00_9ee5),
    level("Diamond IV", 0x00_a9f0),
    level("Diamond III", 0x00_b4fc),
    level("Diamond II", 0x2b_bfff),
    level("Diamond I", 0x41_caff),
    level("Ruby V", 0xe0_004c),
    level("Ruby IV", 0xea_0053),
    level("Ruby III", 0xff_0062),
    level("Ruby II", 0xff_2f7a),
    level("Ruby I", 0xff_3b86),
];

pub(super) const PROGRAMMERS: &[DifficultyLevel] = &[
    level("Lv. 0", 0x21_89ff),
    level("Lv. 1", 0x1b_baff),
    level("Lv. 2", 0x47_c84c),
    level("Lv. 3", 0xff_a85a),
    level("Lv. 4", 0xff_6b18),
    level("Lv. 5", 0xc6_58e1),
];

/// SW Expert Academy's; it has no shades of its own.
pub(super) const SWEA: &[DifficultyLevel] = &[
    level("D1", 0x9e_9e9e),
    level("D2", 0x8d_6e63),
    level("D3", 0x43_a047),
    level("D4", 0x00_acc1),
    level("D5", 0x1e_88e5),
    level("D6", 0xfb_c02d),
    level("D7", 0xfb_8c00),
    level("D8", 0xe5_3935),
];

/// goormlevel's, which `BaekjoonHub` writes as numbers; it has no shades of its own.
pub(super) const GOORM: &[DifficultyLevel] = &[
    level("Level 1", 0x9e_9e9e),
    level("Level 2", 0x43_a047),
    level("Level 3", 0x1e_88e5),
    level("Level 4", 0xfb_8c00),
    level("Level 5", 0xe5_3935),
];

pub(super) const LEETCODE: &[DifficultyLevel] =
    &[level("Easy", 0x00_b8a3), level("Medium", 0xff_c01e), level("Hard", 0xff_375f)];

pub(super) const GEEKSFORGEEKS: &[DifficultyLevel] = &[
    level("School", 0x9e_9e9e),
    level("Basic", 0x8d_6e63),
    level("Easy", 0x43_a047),
    level("Medium", 0xfb_8c00),
    level("Hard", 0xe5_3935),
];
