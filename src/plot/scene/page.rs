//! A scene as a part of a page, in colours that the page's style sheet resolves for both themes.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::markup::Escaped;
use super::write::{Days, Drawn, Marks, Medium};
use super::{Mark, Pinned, Scene, Shape};
use crate::plot::theme::{Role, Theme};

/// How far the ground of what is pinned reaches beyond it, in pixels: over what stands beside it.
const BESIDE: f32 = 6.0;

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
            "<svg viewBox=\"0 {head} {} {}\" role=\"{role}\" aria-label=\"{}{}{}\">\n{}</svg>",
            size.x,
            size.y - head,
            Escaped(title),
            self.lang.full_stop(),
            Escaped(description),
            Drawn {
                marks: &marks,
                corner: *corner,
                medium: Medium::Page(if has_links { Days::Linked(&link) } else { Days::Told })
            },
        )
    }

    /// What is pinned as an `<svg>` element of its own, as high as [`Scene::part`], for a page to keep it in sight while that
    /// is scrolled below it; `None` where nothing is.
    pub fn pinned(&self) -> Option<String> {
        let width = self.pinned.iter().map(|part| part.ground.right).reduce(f32::max)?;
        let mut marks = Vec::new();
        for Pinned { ground, marks: own } in &self.pinned {
            marks.push(Mark::rect(ground.inset(-BESIDE), 0.0).filled(Role::Surface));
            marks.extend(self.marks[own.clone()].iter().cloned());
        }
        let Self { size, head, .. } = self;
        Some(format!(
            "<svg class=\"pinned\" viewBox=\"0 {head} {width} {}\" aria-hidden=\"true\">\n{}</svg>",
            size.y - head,
            Marks { marks: &marks, medium: Medium::Page(Days::Told) },
        ))
    }
}
