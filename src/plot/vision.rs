//! How the palettes look to people with the common colour-vision deficiencies.
//!
//! What is simulated is the whole lack of one kind of cone, by the matrices of Machado, Oliveira and Fernandes, "A
//! Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), at severity 1, on linear RGB. How far
//! colours then lie apart is told as the distance in Oklab (Ottosson, 2020): black and white are 1 apart, and 0.02 is
//! about what can just be seen side by side.

use super::theme::{Palette, Rgb, Theme};
use crate::model::{Colour, Judge};

/// Between neighbours that colour alone tells apart.
const APART: f64 = 0.08;

type Matrix = [[f64; 3]; 3];

const PLAIN: Matrix = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

const PROTAN: Matrix = [
    [0.152_286, 1.052_583, -0.204_868],
    [0.114_503, 0.786_281, 0.099_216],
    [-0.003_882, -0.048_116, 1.051_998],
];

const DEUTAN: Matrix = [
    [0.367_322, 0.860_646, -0.227_968],
    [0.280_085, 0.672_501, 0.047_413],
    [-0.011_820, 0.042_940, 0.968_881],
];

const TRITAN: Matrix = [
    [1.255_528, -0.076_749, -0.178_779],
    [-0.078_411, 0.930_809, 0.147_602],
    [0.004_733, 0.691_367, 0.303_900],
];

const VISIONS: [(&str, Matrix); 4] =
    [("all cones", PLAIN), ("protan", PROTAN), ("deutan", DEUTAN), ("tritan", TRITAN)];

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

fn times(matrix: &Matrix, [a, b, c]: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * a + row[1] * b + row[2] * c)
}

/// Lightness and the two opponent colours in Oklab, as seen with `vision`.
fn seen(colour: Rgb, vision: &Matrix) -> [f64; 3] {
    const TO_CONES: Matrix = [
        [0.412_221_470_8, 0.536_332_536_3, 0.051_445_992_9],
        [0.211_903_498_2, 0.680_699_545_1, 0.107_396_956_6],
        [0.088_302_461_9, 0.281_718_837_6, 0.629_978_700_5],
    ];
    const TO_LAB: Matrix = [
        [0.210_454_255_3, 0.793_617_785_0, -0.004_072_046_8],
        [1.977_998_495_1, -2.428_592_205_0, 0.450_593_709_9],
        [0.025_904_037_1, 0.782_771_766_2, -0.808_675_766_0],
    ];
    let simulated = times(vision, colour.linear()).map(|channel| channel.clamp(0.0, 1.0));
    times(&TO_LAB, times(&TO_CONES, simulated).map(f64::cbrt))
}

fn distance(one: Rgb, other: Rgb, vision: &Matrix) -> f64 {
    let (one, other) = (seen(one, vision), seen(other, vision));
    one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

/// A judge's colours, easiest first.
fn colours(judge: Judge) -> Vec<Colour> {
    let mut colours: Vec<Colour> = judge.tiers().iter().map(|tier| tier.colour).collect();
    colours.dedup();
    colours
}

fn each(check: impl Fn(Theme, &Palette, &str, &Matrix)) {
    for theme in THEMES {
        for (name, vision) in &VISIONS {
            check(theme, theme.palette(), name, vision);
        }
    }
}

#[test]
fn the_steps_of_a_calendar_are_told_apart_with_any_vision() {
    each(|theme, palette, vision, matrix| {
        let steps: Vec<Rgb> = std::iter::once(palette.empty).chain(palette.steps).collect();
        for pair in steps.windows(2) {
            let apart = distance(pair[0], pair[1], matrix);
            assert!(apart >= APART, "{theme:?}, {vision}: {} and {}: {apart}", pair[0], pair[1]);
        }
    });
}

#[test]
fn lines_stand_out_from_all_that_lies_behind_them_with_any_vision() {
    each(|theme, palette, vision, matrix| {
        for judge in Judge::all() {
            for (line, behind) in
                palette.behind(judge).flat_map(|behind| [(palette.line, behind), (palette.ink, behind)])
            {
                let apart = distance(line, behind, matrix);
                assert!(apart >= 4.0 * APART, "{theme:?}, {vision}: {line} on {behind}: {apart}");
            }
        }
    });
}

/// The light theme has the judges' own colours. Those that some people can't tell apart are named wherever they stand:
/// bands at their edge, bars in the list beside them, in the bars' order and with a gap between two.
#[test]
fn neighbouring_colours_are_told_apart_but_for_two_of_atcoders_own() {
    for theme in THEMES {
        let mut alike = Vec::new();
        for judge in Judge::all() {
            for pair in colours(judge).windows(2) {
                let [one, other] = [pair[0], pair[1]].map(|colour| theme.palette().tier(judge, colour));
                let unlike = |(_, matrix): &&(&str, Matrix)| distance(one, other, matrix) < APART;
                let who = VISIONS.iter().filter(unlike).map(|(name, _)| *name);
                alike.extend(who.map(|who| (judge, pair[0], pair[1], who)));
            }
        }
        let known = [
            (Judge::ATCODER, Colour::Brown, Colour::Green, "deutan"),
            (Judge::ATCODER, Colour::Yellow, Colour::Orange, "deutan"),
        ];
        assert_eq!(alike, if theme == Theme::Light { &known[..] } else { &[] }, "{theme:?}");
    }
}

#[test]
fn simulation_turns_red_and_green_of_one_lightness_into_one_colour() {
    let grey = Rgb(128, 128, 128);
    for (name, vision) in &VISIONS {
        // What all cones see alike stays.
        assert!(distance(grey, grey, vision) < 1e-9, "{name}");
        assert!((seen(Rgb(255, 255, 255), vision)[0] - 1.0).abs() < 1e-3, "{name}");
    }
    let (red, green) = (Rgb(187, 67, 42), Rgb(97, 118, 30));
    assert!(distance(red, green, &PLAIN) > 3.0 * distance(red, green, &DEUTAN));
}
