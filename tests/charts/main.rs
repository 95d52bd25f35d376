//! Every chart, drawn from ordinary and odd data.

#![allow(clippy::disallowed_methods, reason = "what is read and written here is the test's own")]
#![allow(clippy::unwrap_used)]

mod cases;
mod group;
mod outline;
mod page;
mod practice;
mod several;
mod users;
mod worked;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use cases::{Case, framed, ratings};
use cpt_tracker::plot::scene::{Mark, Px, Rect, Shape};
use cpt_tracker::plot::{Role, Scene, Theme};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Group, Node, Options, Text, Tree, roxmltree};

const THEMES: [Theme; 2] = [Theme::Light, Theme::Dark];

fn all() -> impl Iterator<Item = Case> {
    ratings().into_iter().chain(framed()).chain(practice::all()).chain(several::all()).chain(group::all())
}

/// A case and its scene.
struct Drawn {
    name: &'static str,
    scene: Scene,
}

/// All of them, drawn once for all tests.
static DRAWN: LazyLock<Vec<Drawn>> =
    LazyLock::new(|| all().map(|case| Drawn { name: case.name, scene: case.draw() }).collect());

fn drawn(name: &str) -> &'static Scene {
    &DRAWN.iter().find(|one| one.name == name).unwrap().scene
}

/// The document as the rasteriser sees it, with the embedded font alone.
fn tree(scene: &Scene, theme: Theme) -> Tree {
    static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
        let mut options = Options::default();
        for face in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
            options.fontdb_mut().load_font_data(face.to_vec());
        }
        options
    });
    Tree::from_str(scene.svg(theme).as_str(), &OPTIONS).unwrap()
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

#[test]
fn no_text_leaves_the_chart_or_meets_another() {
    for Drawn { name, scene } in DRAWN.iter() {
        let tree = tree(scene, Theme::Light);
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
                    bounds.intersect(&other.abs_bounding_box()).is_none(),
                    "{name}: {:?} lies on {:?}",
                    words(text),
                    words(other)
                );
            }
        }
    }
}

#[test]
fn no_mark_leaves_the_chart() {
    for Drawn { name, scene } in DRAWN.iter() {
        for mark in scene.marks.iter().flat_map(Mark::each) {
            for Px { x, y } in corners(&mark.shape) {
                let inside = (0.0..=scene.size.x).contains(&x) && (0.0..=scene.size.y).contains(&y);
                assert!(inside, "{name}: {mark:?} reaches {x}, {y}");
            }
        }
    }
}

/// The sizes in which the charts of the four users are looked at; `None` is each chart's own.
const SIZES: [Option<&str>; 6] =
    [None, Some("600x320"), Some("640x1400"), Some("1200x630"), Some("1600x400"), Some("3840x2160")];

/// All kinds of charts of all users in all sizes. A theme only colours a scene, which the last assertion holds.
#[test]
fn every_chart_of_every_user_is_whole_in_every_size() {
    let mut faults = Vec::new();
    for case in users::all().into_iter().chain(group::all()) {
        for size in SIZES {
            let scene = case.draw_in(size);
            let name = format!("{}, {:?}, {size:?}", case.name, scene.title);
            faults.extend(faults_of(&scene).into_iter().map(|fault| format!("{name}: {fault}")));
            if size.is_none() {
                let [light, dark] = THEMES.map(|theme| colourless(scene.svg(theme).as_str()));
                assert_eq!(light, dark, "{name}");
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What leaves a chart or its margin, and words that lie on others or on what the chart points to.
fn faults_of(scene: &Scene) -> Vec<String> {
    let whole = Rect { left: 0.0, top: 0.0, right: scene.size.x, bottom: scene.size.y };
    let marks = scene.each().filter(|mark| !corners(&mark.shape).iter().all(|at| holds(&whole, *at)));
    let mut faults: Vec<String> = marks.map(|mark| format!("{mark:?} leaves the chart")).collect();
    let inner = Rect { left: 8.0, top: 8.0, right: scene.size.x - 8.0, bottom: scene.size.y - 8.0 };
    let pointed: Vec<Vec<Px>> =
        scene.each().filter(|mark| is_singled_out(mark)).map(|mark| corners(&mark.shape)).collect();
    let mut words: Vec<(&str, Rect)> = Vec::new();
    for mark in scene.each() {
        let Shape::Text(text) = &mark.shape else { continue };
        let (bounds, text) = (text.bounds(), text.text.as_str());
        let ends = [Px { x: bounds.left, y: bounds.top }, Px { x: bounds.right, y: bounds.bottom }];
        if !ends.iter().all(|at| holds(&inner, *at)) {
            faults.push(format!("{text:?} is cut off at {bounds:?}"));
        }
        if let Some((other, _)) = words.iter().find(|(_, other)| meet(&bounds, other)) {
            faults.push(format!("{text:?} lies on {other:?}"));
        }
        if pointed.iter().any(|ends| ends.iter().all(|at| holds(&bounds, *at))) {
            faults.push(format!("{text:?} hides what is pointed to"));
        }
        words.push((text, bounds));
    }
    faults
}

fn holds(rect: &Rect, at: Px) -> bool {
    (rect.left..=rect.right).contains(&at.x) && (rect.top..=rect.bottom).contains(&at.y)
}

fn meet(one: &Rect, other: &Rect) -> bool {
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}

/// Whether a mark is what a chart points to: the ring of the highest rating, a target.
fn is_singled_out(mark: &Mark) -> bool {
    match mark.shape {
        Shape::Diamond { .. } => true,
        Shape::Circle { .. } => mark.fill.is_none() && mark.stroke.is_some(),
        _ => false,
    }
}

/// A document without its colours.
fn colourless(svg: &str) -> String {
    svg.split('#').map(|part| part.get(6..).unwrap_or(part)).collect()
}

/// The points between which a shape lies, without its stroke.
fn corners(shape: &Shape) -> Vec<Px> {
    let around = |at: &Px, reach: f32| {
        [Px { x: at.x - reach, y: at.y - reach }, Px { x: at.x + reach, y: at.y + reach }]
    };
    match shape {
        Shape::Circle { at, radius } | Shape::Diamond { at, radius } => around(at, *radius).to_vec(),
        Shape::Rect { rect: Rect { left, top, right, bottom }, .. }
        | Shape::Part(Rect { left, top, right, bottom }) => {
            vec![Px { x: *left, y: *top }, Px { x: *right, y: *bottom }]
        }
        Shape::Curve(points) | Shape::Polygon(points) | Shape::Specks(points) => points.clone(),
        Shape::Lines(lines) => lines.iter().flat_map(|(from, to)| [*from, *to]).collect(),
        Shape::Squares { corners, side } => {
            corners.iter().flat_map(|at| [*at, Px { x: at.x + side, y: at.y + side }]).collect()
        }
        // Words are measured by the rasteriser, and members of a group are looked at one by one.
        Shape::Text(_) | Shape::Group(_) => Vec::new(),
    }
}

#[test]
fn every_word_is_drawn() {
    for Drawn { name, scene } in DRAWN.iter() {
        let wordless = scene.marks.iter().filter(|mark| !matches!(mark.shape, Shape::Text(_))).cloned();
        let wordless = Scene { marks: wordless.collect(), ..scene.clone() };
        for theme in THEMES {
            let blank = render(&tree(&wordless, theme));
            let tree = tree(scene, theme);
            let full = render(&tree);
            for text in texts(tree.root()) {
                let bounds = text.abs_bounding_box();
                let rows = bounds.top() as u32..bounds.bottom() as u32;
                let changed = rows
                    .flat_map(|y| (bounds.left() as u32..bounds.right() as u32).map(move |x| (x, y)))
                    .filter(|&(x, y)| full.pixel(x, y) != blank.pixel(x, y))
                    .count();
                let letters = words(text).chars().filter(|c| !c.is_whitespace()).count();
                assert!(
                    changed > letters * 5,
                    "{name} {theme:?}: {:?} changes {changed} pixels",
                    words(text)
                );
            }
        }
    }
}

fn render(tree: &Tree) -> Pixmap {
    let mut pixmap = Pixmap::new(tree.size().width() as u32, tree.size().height() as u32).unwrap();
    resvg::render(tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap
}

#[test]
fn a_file_says_what_it_shows_and_holds_nothing_but_shapes_and_words() {
    let known: BTreeSet<&str> =
        ["svg", "title", "desc", "g", "rect", "circle", "path", "text"].into_iter().collect();
    for Drawn { name, scene } in DRAWN.iter() {
        let svg = scene.svg(Theme::Light);
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
    }
}

#[test]
fn each_contest_has_its_tooltip_and_its_day() {
    let circles = drawn("typical").each().filter(|mark| matches!(mark.shape, Shape::Circle { .. }));
    let told: Vec<_> = circles.filter_map(|mark| Some((mark.tooltip.as_deref()?, mark.day?))).collect();
    assert_eq!(told.len(), 42);
    assert_eq!(told[1].1, jiff::civil::date(2024, 7, 12));
    insta::assert_snapshot!(told[1].0, @r"
    AtCoder Beginner Contest 301
    Jul 12, 2024, rank 1001
    1 → 54 (+53), performance 174
    ");
}

/// Two thirds of a chart were the first weeks at the bottom, and a break of years was a line.
#[test]
fn first_contests_far_below_are_compressed_and_a_break_is_no_line() {
    let scene = drawn("from_below");
    assert!(scene.description.contains("The scale is compressed below 1200."), "{}", scene.description);
    let of_role = |scene: &Scene| {
        let lines = scene.each().filter(|mark| mark.stroke.is_some_and(|stroke| stroke.role == Role::Line));
        lines.filter(|mark| matches!(mark.shape, Shape::Curve(_))).count()
    };
    assert_eq!((of_role(scene), of_role(drawn("long_break"))), (1, 2));
    let told = |scene: &Scene| {
        scene.values().iter().filter(|value| value.contains("reached")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(told(drawn("met")), ["green (800), reached Sep 10, 2025"]);
}

/// 88 of a beginner's 96 performances were drawn, and nothing told of the others.
#[test]
fn performances_outside_of_the_scale_are_ticks_and_told() {
    let scene = drawn("performances_outside");
    let of_role = scene.each().filter(|mark| mark.stroke.is_some_and(|stroke| stroke.role == Role::Speck));
    let (mut specks, mut ticks) = (0, 0);
    for mark in of_role {
        match &mark.shape {
            Shape::Specks(points) => specks += points.len(),
            Shape::Lines(lines) => ticks += lines.len(),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!((specks, ticks), (87, 9));
    let told = "8 performances below the scale, 1 above it";
    assert!(scene.description.contains(told), "{}", scene.description);
    let is_told = |mark: &Mark| matches!(&mark.shape, Shape::Text(words) if words.text.ends_with(told));
    assert!(scene.each().any(is_told));
}

#[test]
fn hostile_names_stay_words() {
    let svg = drawn("hostile").svg(Theme::Light);
    assert!(!svg.as_str().contains("<script"));
    assert!(svg.as_str().contains("&lt;/title&gt;&lt;script&gt;"));
    let longest = drawn("hostile").values().iter().map(|value| value.chars().count()).max();
    assert!(longest.is_some_and(|longest| longest < 200), "{longest:?}");
}

/// What would have a mark and a tooltip for each of thousands is a shape for each colour.
#[test]
fn thousands_of_days_or_problems_are_few_marks() {
    for name in ["calendar_fifteen_years", "difficulty_dense"] {
        let scene = drawn(name);
        let places = |mark: &Mark| corners(&mark.shape).len();
        assert!(scene.each().map(places).sum::<usize>() > 5000, "{name}");
        let (marks, values) = (scene.each().count(), scene.values().len());
        assert!(marks < 400 && values < 20, "{name}: {marks} marks, {values} values");
    }
}

#[test]
fn a_chart_is_always_the_same() {
    for (case, Drawn { name, scene }) in all().zip(DRAWN.iter()) {
        assert!(case.draw() == *scene, "{name}");
    }
}

#[test]
fn a_png_has_the_size_asked_for_and_is_always_the_same() {
    let svg = drawn("typical").svg(Theme::Light);
    let png = svg.png(2.0).unwrap().bytes;
    let pixmap = Pixmap::decode_png(&png).unwrap();
    assert_eq!((pixmap.width(), pixmap.height()), (1920, 1080));
    assert!(png == svg.png(2.0).unwrap().bytes);
    for scale in [0.0, -1.0, f32::NAN, f32::INFINITY, 1000.0] {
        let message = svg.png(scale).err().unwrap().to_string();
        assert!(message.ends_with(", not 0.1 to 10"), "{message}");
    }
}

#[test]
fn numbers_and_dates_at_their_ends_still_give_a_chart() {
    for case in cases::absurd().into_iter().chain(practice::absurd()) {
        let scene = case.draw();
        for theme in THEMES {
            assert!(scene.svg(theme).png(0.5).is_ok(), "{}", case.name);
        }
    }
}

/// One of each kind and of what is odd about it, mark by mark.
#[test]
fn scenes_are_those_that_were_looked_at() {
    for name in [
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
        "year_one_contest",
        "long_break",
    ] {
        insta::assert_snapshot!(name, outline::of(drawn(name)));
    }
}

#[test]
fn a_file_has_the_colours_of_its_theme() {
    insta::assert_snapshot!("card_negative-light", drawn("card_negative").svg(Theme::Light).as_str());
    insta::assert_snapshot!(
        "calendar_last_spring-dark",
        drawn("calendar_last_spring").svg(Theme::Dark).as_str()
    );
}

#[test]
fn the_title_is_the_answer_and_the_description_its_context() {
    let said = |Drawn { scene, .. }: &Drawn| format!("{}\n    {}", scene.title, scene.description);
    insta::assert_snapshot!(DRAWN.iter().map(said).collect::<Vec<_>>().join("\n"));
}

/// Writes every chart to the target directory: `cargo test --test charts -- --ignored`.
#[test]
#[ignore = "for looking at"]
fn write_charts() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    for Drawn { name, scene } in DRAWN.iter() {
        for theme in THEMES {
            let svg = scene.svg(theme);
            let stem = folder.join(format!("{name}-{theme:?}").to_lowercase());
            std::fs::write(stem.with_extension("svg"), svg.as_str()).unwrap();
            std::fs::write(stem.with_extension("png"), svg.png(1.0).unwrap().bytes).unwrap();
        }
    }
}
