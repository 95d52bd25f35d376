//! A scene as a part of a page, in colours that the page's style sheet resolves for both themes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::markup::Escaped;
use super::write::{Days, Drawn, Medium};
use super::{Anchor, Mark, Rect, Scene, Shape};
use crate::plot::theme::{Role, Theme};

/// How far the ground of names reaches beyond them, in pixels: over what stands in their rows.
const BESIDE_NAMES: f32 = 6.0;

/// The custom property that holds a role's colour.
pub(super) fn property(role: Role) -> String {
    format!("--chart-{role}")
}

/// The custom properties of all that `scenes` take, as a rule for the root of a page.
pub fn style<'a>(scenes: impl IntoIterator<Item = &'a Scene>) -> String {
    let roles: BTreeSet<Role> = scenes.into_iter().flat_map(Scene::roles).collect();
    let mut style = ":root{".to_owned();
    for role in roles {
        let (light, dark) = (Theme::Light.rgb(role), Theme::Dark.rgb(role));
        let _ = write!(style, "{}:light-dark({light},{dark});", property(role));
    }
    style + "}"
}

impl Scene {
    /// An `<svg>` element of what lies below title and context, without a style attribute, an id or a size, whose colours
    /// are those of [`style`]. A mark that stands for a day links to `#d` and that day where `link` holds of the
    /// day; of a chart without such links it says so in `data-day`.
    pub fn part(&self, link: impl Fn(Date) -> bool) -> String {
        let has_links = self.each().any(|mark| mark.day.is_some_and(&link));
        // What has links in it is no picture.
        let role = if has_links { "group" } else { "img" };
        let Self { size, title, description, head, corner, .. } = self;
        let is_below = |mark: &&Mark| !matches!(&mark.shape, Shape::Text(words) if words.at.y < *head);
        let marks: Vec<Mark> = self.marks.iter().filter(is_below).cloned().collect();
        // Title and description would pop up wherever no mark is; as a label they don't.
        format!(
            "<svg viewBox=\"0 {head} {} {}\" role=\"{role}\" aria-label=\"{}. {}\">\n{}</svg>",
            size.x,
            size.y - head,
            Escaped(title),
            Escaped(description),
            Drawn {
                marks: &marks,
                corner: *corner,
                medium: Medium::Page(if has_links { Days::Linked(&link) } else { Days::Told })
            },
        )
    }

    /// The names of the rows as an `<svg>` element of their own, for a page to keep them in sight while [`Scene::part`] is
    /// scrolled below them; `None` where rows have no names.
    pub fn names(&self) -> Option<String> {
        let Self { size, head, names, .. } = self;
        let is_name = |mark: &&Mark| {
            matches!(&mark.shape, Shape::Text(words)
                if words.anchor == Anchor::End && words.at.x < *names && words.at.y >= *head)
        };
        let texts: Vec<&Mark> = self.marks.iter().filter(is_name).collect();
        let bounds = texts.iter().filter_map(|mark| match &mark.shape {
            Shape::Text(words) => Some(words.bounds()),
            _ => None,
        });
        let below = bounds.reduce(|one, other| Rect {
            left: 0.0,
            top: one.top.min(other.top),
            right: *names,
            bottom: one.bottom.max(other.bottom),
        })?;
        let ground = Mark::rect(Rect { left: 0.0, right: *names, ..below }.inset(-BESIDE_NAMES), 0.0);
        let marks: Vec<Mark> =
            std::iter::once(ground.filled(Role::Surface)).chain(texts.into_iter().cloned()).collect();
        Some(format!(
            "<svg class=\"names\" viewBox=\"0 {head} {names} {}\" aria-hidden=\"true\">\n{}</svg>",
            size.y - head,
            Drawn { marks: &marks, corner: 0.0, medium: Medium::Page(Days::Told) },
        ))
    }
}
