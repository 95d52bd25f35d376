//! Charts as parts of a page.

use std::collections::BTreeSet;

use cpt_tracker::plot::style;
use jiff::civil::date;
use resvg::usvg::roxmltree::{Document, Node};

use crate::{DRAWN, Drawn, drawn};

#[test]
fn a_page_s_chart_has_no_colour_no_size_and_no_style_of_its_own() {
    for Drawn { name, scene } in DRAWN.iter() {
        let part = scene.part(|_| false);
        let tree = Document::parse(&part).unwrap();
        for attribute in tree.descendants().flat_map(|node| node.attributes()) {
            assert!(!["style", "id", "class", "href"].contains(&attribute.name()), "{name}: {attribute:?}");
            assert!(!attribute.value().starts_with('#'), "{name}: {attribute:?}");
        }
        let root = tree.root_element();
        assert_eq!((root.attribute("width"), root.attribute("role")), (None, Some("img")), "{name}");
        assert!(root.attribute("aria-label").unwrap().starts_with(&scene.title), "{name}");
    }
}

#[test]
fn a_page_s_style_has_a_light_and_a_dark_colour_for_each_role() {
    let scenes = || DRAWN.iter().map(|one| &one.scene);
    let style = style(scenes());
    assert!(style.starts_with(":root{--chart-surface:light-dark(#ffffff,#0d1117);"), "{style}");
    let parts: Vec<String> = scenes().map(|scene| scene.part(|_| false)).collect();
    let used = parts.iter().flat_map(|part| part.split("var(").skip(1));
    let used: BTreeSet<&str> = used.map(|rest| rest.split_once(')').unwrap().0).collect();
    assert_eq!(used.len(), style.matches("light-dark(").count());
    assert!(used.iter().all(|name| style.contains(&format!("{name}:"))));
}

#[test]
fn days_of_the_calendar_become_links_once_each() {
    let (first, missing, last) = (date(2025, 3, 1), date(2025, 3, 2), date(2025, 5, 31));
    let part = drawn("calendar_last_spring").part(|day| day != missing);
    let tree = Document::parse(&part).unwrap();
    assert_eq!(tree.root_element().attribute("role"), Some("group"));
    let links: Vec<Node<'_, '_>> = tree.descendants().filter(|node| node.has_tag_name("a")).collect();
    assert_eq!(links.len(), 91);
    for day in [first, last] {
        let target = format!("#d{day}");
        let links: Vec<_> = links.iter().filter(|link| link.attribute("href") == Some(&target)).collect();
        assert_eq!(links.len(), 1, "{day}");
        let children: Vec<_> = links[0].children().map(|child| child.tag_name().name()).collect();
        assert_eq!(children, ["title", "rect"]);
    }
    let is_missing = |node: &Node<'_, '_>| node.text().is_some_and(|text| text.starts_with("2025-03-02: "));
    let without = tree.descendants().find(is_missing).unwrap();
    let above: Vec<_> = without.ancestors().map(|node| node.tag_name().name()).collect();
    assert!(above.contains(&"rect") && !above.contains(&"a"), "{above:?}");
}

#[test]
fn values_are_told_in_the_order_of_the_marks_and_once_where_neighbours_tell_the_same() {
    let values = drawn("tags").values();
    assert!(values[0].starts_with("divide and conquer: 37 of 49 solved"), "{values:?}");
    assert_eq!(values.len(), 11);
    for Drawn { name, scene } in DRAWN.iter() {
        assert!(scene.values().windows(2).all(|pair| pair[0] != pair[1]), "{name}");
    }
}

/// Days that are scrolled are seen beside the names and the legend that stay.
#[test]
fn what_is_pinned_to_a_page_covers_nothing_but_what_lies_behind_it() {
    let scene = drawn("group");
    let pinned = scene.pinned().unwrap();
    let tree = Document::parse(&pinned).unwrap();
    let view: Vec<f32> = tree
        .root_element()
        .attribute("viewBox")
        .unwrap()
        .split(' ')
        .map(|number| number.parse().unwrap())
        .collect();
    assert!((view[1] + view[3] - scene.size.y).abs() < 0.01);
    assert!(view[2] < 371.0, "{} is more than a phone shows", view[2]);
    let number = |node: &Node<'_, '_>, name| node.attribute(name).unwrap().parse::<f32>().unwrap();
    let grounds: Vec<_> =
        tree.descendants().filter(|node| node.attribute("fill") == Some("var(--chart-surface)")).collect();
    assert_eq!(grounds.len(), scene.pinned.len());
    for (ground, part) in grounds.iter().zip(&scene.pinned) {
        let height = number(ground, "height");
        assert!(height < part.ground.bottom - part.ground.top + 20.0, "{height}");
    }
    assert!(pinned.contains(">ada</text>") && pinned.contains(">goal met</text>"));
}
