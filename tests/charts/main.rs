//! Every chart, drawn from ordinary and odd data, in both themes.

#![allow(clippy::unwrap_used)]

mod cases;
mod practice;
mod several;
mod worked;

use std::collections::BTreeSet;

use cases::{Case, framed, ratings};
use cpt_tracker::plot::{Svg, Theme};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Rect, Text, Tree, roxmltree};

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

fn all() -> impl Iterator<Item = Case> {
    ratings().into_iter().chain(framed()).chain(practice::all()).chain(several::all())
}

fn each(check: impl Fn(&str, &Svg)) {
    for case in all() {
        for theme in THEMES {
            check(&format!("{} {theme:?}", case.name), &case.draw(theme));
        }
    }
}

/// The document as the rasteriser sees it, with the embedded font alone.
fn tree(svg: &Svg) -> Tree {
    let mut options = Options::default();
    for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        options.fontdb_mut().load_font_data(face.to_vec());
    }
    Tree::from_str(svg.as_str(), &options).unwrap()
}

fn texts(group: &Group) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Group(group) => found.extend(texts(group)),
            Node::Text(text) => found.push(text),
            _ => {}
        }
    }
    found
}

fn words(text: &Text) -> &str {
    text.chunks()[0].text()
}

fn meet(a: Rect, b: Rect) -> bool {
    a.left() < b.right() && b.left() < a.right() && a.top() < b.bottom() && b.top() < a.bottom()
}

#[test]
fn no_text_leaves_the_picture_or_meets_another() {
    each(|name, svg| {
        let tree = tree(svg);
        let texts = texts(tree.root());
        for (index, text) in texts.iter().enumerate() {
            let bounds = text.abs_bounding_box();
            let (width, height) = (tree.size().width(), tree.size().height());
            assert!(
                bounds.left() >= 8.0 && bounds.top() >= 8.0,
                "{name}: {:?} is cut off at {bounds:?}",
                words(text)
            );
            assert!(
                bounds.right() <= width - 8.0 && bounds.bottom() <= height - 8.0,
                "{name}: {:?} is cut off at {bounds:?}",
                words(text)
            );
            for other in &texts[..index] {
                assert!(
                    !meet(bounds, other.abs_bounding_box()),
                    "{name}: {:?} lies on {:?}",
                    words(text),
                    words(other)
                );
            }
        }
    });
}

#[test]
fn every_word_is_drawn() {
    each(|name, svg| {
        let blank = svg.as_str().lines().filter(|line| !line.starts_with("<text"));
        let blank =
            render(&Tree::from_str(&blank.collect::<Vec<_>>().join("\n"), &Options::default()).unwrap());
        let tree = tree(svg);
        let full = render(&tree);
        for text in texts(tree.root()) {
            let bounds = text.abs_bounding_box();
            let rows = bounds.top() as u32..bounds.bottom() as u32;
            let changed = rows
                .flat_map(|y| (bounds.left() as u32..bounds.right() as u32).map(move |x| (x, y)))
                .filter(|&(x, y)| full.pixel(x, y) != blank.pixel(x, y))
                .count();
            let letters = words(text).chars().filter(|c| !c.is_whitespace()).count();
            assert!(changed > letters * 5, "{name}: {:?} changes {changed} pixels", words(text));
        }
    });
}

fn render(tree: &Tree) -> Pixmap {
    let mut pixmap = Pixmap::new(tree.size().width() as u32, tree.size().height() as u32).unwrap();
    resvg::render(tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap
}

#[test]
fn a_picture_says_what_it_shows_and_holds_nothing_but_shapes_and_words() {
    let known: BTreeSet<&str> =
        ["svg", "title", "desc", "g", "rect", "circle", "path", "text"].into_iter().collect();
    each(|name, svg| {
        let document = roxmltree::Document::parse(svg.as_str()).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"), "{name}");
        let mut children = root.children().filter(roxmltree::Node::is_element);
        assert_eq!(children.next().and_then(|title| title.text()), Some(svg.title()), "{name}");
        let description = children.next().and_then(|desc| desc.text()).unwrap();
        assert!(description.len() > 20, "{name}: {description}");
        for node in root.descendants().filter(roxmltree::Node::is_element) {
            assert!(known.contains(node.tag_name().name()), "{name}: {node:?}");
            assert!(node.attributes().all(|a| !a.name().starts_with("on") && a.name() != "href"), "{name}");
        }
        let visible: Vec<&str> = root.descendants().filter_map(|node| node.text()).collect();
        assert!(!visible.iter().any(|text| text.contains(|c: char| c.is_control() && c != '\n')), "{name}");
    });
}

#[test]
fn each_contest_has_its_tooltip() {
    let typical = &ratings()[0];
    let svg = typical.draw(Theme::Light);
    let document = roxmltree::Document::parse(svg.as_str()).unwrap();
    let tooltips: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "circle")))
        .filter_map(|node| node.first_element_child()?.text())
        .collect();
    assert_eq!(tooltips.len(), 42);
    insta::assert_snapshot!(tooltips[1], @r"
    AtCoder Beginner Contest 301
    2024-07-12, place 1001
    1 → 54 (+53), performance 174
    ");
}

#[test]
fn hostile_names_stay_words() {
    let hostile = ratings().into_iter().find(|case| case.name == "hostile").unwrap();
    let svg = hostile.draw(Theme::Light);
    assert!(!svg.as_str().contains("<script"));
    assert!(svg.as_str().contains("&lt;/title&gt;&lt;script&gt;"));
    assert!(svg.as_str().len() < 12_000, "{}", svg.as_str().len());
}

/// What may be larger, and how large: marks for each of thousands of days, bars or problems.
const LARGE: [(&str, usize); 3] =
    [("calendar_fifteen_years", 140_000), ("solved_fifteen_years", 75_000), ("difficulty_dense", 120_000)];

#[test]
fn pictures_are_small_and_always_the_same() {
    each(|name, svg| {
        let contests = svg.as_str().matches("place ").count();
        for (large, limit) in LARGE {
            if name.starts_with(large) {
                assert!(svg.as_str().len() < limit, "{name}: {}", svg.as_str().len());
                return;
            }
        }
        let length = svg.as_str().len();
        assert!(length < 60_000 || (contests > 300 && length < 200 * contests), "{name}: {length}");
    });
    for (case, again) in all().zip(all()) {
        assert!(case.draw(Theme::Dark) == again.draw(Theme::Dark), "{}", case.name);
    }
}

#[test]
fn a_png_has_the_size_asked_for_and_is_always_the_same() {
    let svg = ratings()[0].draw(Theme::Light);
    let png = svg.png(2.0).unwrap();
    let pixmap = Pixmap::decode_png(&png).unwrap();
    assert_eq!((pixmap.width(), pixmap.height()), (1920, 1080));
    assert!(png == svg.png(2.0).unwrap());
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1000.0] {
        let message = svg.png(scale).unwrap_err().to_string();
        assert!(message.ends_with("take one from 0.1 to 10"), "{message}");
    }
}

#[test]
fn numbers_and_dates_at_their_ends_still_give_a_picture() {
    for case in cases::absurd().into_iter().chain(practice::absurd()) {
        for theme in THEMES {
            assert!(case.draw(theme).png(0.5).is_ok(), "{}", case.name);
        }
    }
}

/// Stored in the light theme, one of each kind in the dark too.
#[test]
fn pictures_are_those_that_were_looked_at() {
    const LIGHT: [&str; 16] = [
        "typical",
        "none_with_target",
        "two_at_one_instant",
        "negative",
        "hostile",
        "forecast_far",
        "a_year_that_is_over",
        "calendar_rest_and_bulk",
        "calendar_last_spring",
        "solved_one",
        "difficulty_far_above",
        "tags",
        "hours_one",
        "journey_gap",
        "card_negative",
        "card_half_year",
    ];
    const DARK: [&str; 8] = [
        "typical",
        "calendar_last_spring",
        "solved_one",
        "difficulty_far_above",
        "tags",
        "hours_one",
        "journey_gap",
        "card_half_year",
    ];
    for case in all() {
        if LIGHT.contains(&case.name) {
            insta::assert_snapshot!(format!("{}-light", case.name), case.draw(Theme::Light).as_str());
        }
        if DARK.contains(&case.name) {
            insta::assert_snapshot!(format!("{}-dark", case.name), case.draw(Theme::Dark).as_str());
        }
    }
}

#[test]
fn the_title_is_the_answer_and_the_description_its_context() {
    let said = |case: Case| {
        let svg = case.draw(Theme::Light);
        let document = roxmltree::Document::parse(svg.as_str()).unwrap();
        let description = document.descendants().find(|node| node.tag_name().name() == "desc").unwrap();
        format!("{}\n    {}", svg.title(), description.text().unwrap())
    };
    insta::assert_snapshot!(all().map(said).collect::<Vec<_>>().join("\n"));
}

/// Writes every picture to the target directory: `cargo test --test charts -- --ignored`.
#[test]
#[ignore = "for looking at"]
fn write_pictures() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    for case in all() {
        for theme in THEMES {
            let svg = case.draw(theme);
            let stem = folder.join(format!("{}-{theme:?}", case.name).to_lowercase());
            std::fs::write(stem.with_extension("svg"), svg.as_str()).unwrap();
            std::fs::write(stem.with_extension("png"), svg.png(1.0).unwrap()).unwrap();
        }
    }
}
