//! A scene as text, one line a mark.

use cpt_tracker::plot::Scene;
use cpt_tracker::plot::scene::{Anchor, Mark, Px, Rect, Shape, Size, Stroke, Words};

/// Size, title and description, then the marks, members of a group further in.
pub fn of(scene: &Scene) -> String {
    let mut text = format!("{}\n{}\n{}\n", px(scene.size), scene.title, scene.description);
    for mark in &scene.marks {
        tell(&mut text, mark, 0);
    }
    text
}

fn tell(text: &mut String, mark: &Mark, depth: usize) {
    let mut line = "  ".repeat(depth) + &shape(&mark.shape);
    if let Some(role) = mark.fill {
        line.push_str(&format!(" {role}"));
    }
    if let Some(opacity) = mark.opacity {
        line.push_str(&format!(" at {opacity}"));
    }
    if let Some(Stroke { role, width, dashes }) = mark.stroke {
        let width = width.map_or_else(String::new, |width| format!(" {}", number(width)));
        line.push_str(&format!(" | {role}{width}"));
        line.extend(dashes.map(|dashes| format!(" dashed {dashes}")));
    }
    line.extend(mark.day.map(|day| format!(" {day}")));
    line.extend(mark.tooltip.as_ref().map(|tooltip| format!(" {tooltip:?}")));
    text.push_str(&line);
    text.push('\n');
    if let Shape::Group(marks) = &mark.shape {
        for mark in marks {
            tell(text, mark, depth + 1);
        }
    }
}

fn shape(shape: &Shape) -> String {
    match shape {
        Shape::Circle { at, radius } => format!("circle {} r{}", px(*at), number(*radius)),
        Shape::Diamond { at, radius } => format!("diamond {} r{}", px(*at), number(*radius)),
        Shape::Rect { rect: shown, .. } => format!("rect {}", rect(shown)),
        Shape::Part(part) => format!("part {}", rect(part)),
        Shape::Curve(points) => format!("curve {}", through(points)),
        Shape::Polygon(points) => format!("polygon {}", through(points)),
        Shape::Lines(lines) => {
            let lines: Vec<String> =
                lines.iter().map(|(from, to)| format!("{} to {}", px(*from), px(*to))).collect();
            format!("lines {}", lines.join("; "))
        }
        Shape::Specks(points) => format!("specks {}", through(points)),
        Shape::Squares { corners, side } => format!("squares of {} at {}", number(*side), through(corners)),
        Shape::Text(Words { text, size, bold, role, anchor, at, halo }) => {
            let size = match size {
                Size::Poster => "poster",
                Size::Title => "title",
                Size::Body => "body",
                Size::Small => "small",
            };
            let anchor = match anchor {
                Anchor::Start => "",
                Anchor::Middle => " middle",
                Anchor::End => " end",
            };
            let bold = if *bold { " bold" } else { "" };
            let halo = halo.map_or_else(String::new, |halo| format!(" on {halo}"));
            format!("{size}{bold}{anchor} {} {text:?} {role}{halo}", px(*at))
        }
        Shape::Group(marks) => format!("group of {}", marks.len()),
    }
}

fn number(length: f32) -> String {
    format!("{}", f64::from((length * 10.0).round()) / 10.0)
}

fn px(at: Px) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

fn rect(Rect { left, top, right, bottom }: &Rect) -> String {
    format!("{},{} to {},{}", number(*left), number(*top), number(*right), number(*bottom))
}

fn through(points: &[Px]) -> String {
    points.iter().copied().map(px).collect::<Vec<_>>().join(" ")
}
