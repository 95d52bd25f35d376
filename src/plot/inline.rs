//! Charts as parts of a page: one drawing for both themes, in colours that the page's style sheet resolves.

use jiff::civil::Date;

use super::svg::Svg;

/// Puts charts into one page. Colours become custom properties, of which the page holds [`Inliner::style`].
#[derive(Debug, Default)]
pub struct Inliner {
    /// Each a light colour and its dark one, both as `#rrggbb`.
    colours: Vec<(String, String)>,
}

/// A chart as a part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inline {
    /// An `<svg>` element without a style attribute, an id or a size; its words are escaped.
    pub markup: String,
    /// What its marks say, in the order in which they are drawn.
    pub values: Vec<String>,
}

impl Inliner {
    /// One chart from its drawings for the two themes, which differ in their colours alone; else it stays light.
    pub fn inline(&mut self, light: &Svg, dark: &Svg) -> Inline {
        let body = match self.merged(light.as_str(), dark.as_str()) {
            Some(merged) => rebuilt(&merged),
            None => rebuilt(light.as_str()),
        };
        Inline { values: values(&body), markup: body }
    }

    /// The custom properties of all charts so far, for the root of the page.
    pub fn style(&self) -> String {
        let one =
            |(at, (light, dark)): (usize, &(String, String))| format!("--c{at}:light-dark({light},{dark});");
        format!(":root{{{}}}", self.colours.iter().enumerate().map(one).collect::<String>())
    }

    /// `light` with a property in place of each colour; `None` where `dark` isn't the same picture.
    fn merged(&mut self, light: &str, dark: &str) -> Option<String> {
        let mut merged = String::with_capacity(light.len() * 5 / 4);
        let (mut light, mut dark) = (light, dark);
        // Words have their quotation marks escaped, so that this can only be the value of an attribute.
        while let Some(at) = light.find(COLOUR) {
            let at = at + COLOUR.len() - 1;
            if light.get(..at)? != dark.get(..at)? {
                return None;
            }
            let (one, other) = (light.get(at..at + 7)?, dark.get(at..at + 7)?);
            let is_colour = |text: &str| {
                text.strip_prefix('#')
                    .is_some_and(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
            };
            if !is_colour(one) || !is_colour(other) {
                return None;
            }
            merged.push_str(&light[..at]);
            merged.push_str(&format!("var(--c{})", self.number(one, other)));
            (light, dark) = (&light[at + 7..], &dark[at + 7..]);
        }
        merged.push_str(light);
        (light == dark).then_some(merged)
    }

    fn number(&mut self, light: &str, dark: &str) -> usize {
        let known = self.colours.iter().position(|(one, other)| one == light && other == dark);
        known.unwrap_or_else(|| {
            self.colours.push((light.to_owned(), dark.to_owned()));
            self.colours.len() - 1
        })
    }
}

impl Inline {
    /// The same with a link around each mark that tells of a day, to `#d` and that day, for the days that `has` holds
    /// of.
    #[must_use]
    pub fn linked(self, has: impl Fn(Date) -> bool) -> Self {
        let mut markup = String::with_capacity(self.markup.len() * 3 / 2);
        for line in self.markup.split_inclusive('\n') {
            match day_of_mark(line).filter(|(date, ..)| has(*date)) {
                Some((date, mark, title)) => {
                    markup.push_str(&format!("<a href=\"#d{date}\"><title>{title}</title>{mark}/></a>\n"));
                }
                None => markup.push_str(line),
            }
        }
        // What has links in it is no picture.
        Self { markup: markup.replacen(r#" role="img""#, r#" role="group""#, 1), ..self }
    }
}

/// Where a colour begins that is the value of an attribute.
const COLOUR: &str = "=\"#";

/// The document's root without what belongs to a file: namespace, size, style attribute. Its title and description
/// become its label, since they would pop up wherever no mark is.
fn rebuilt(document: &str) -> String {
    let between = |text: &str, from: &str, to: &str| {
        let start = text.find(from)? + from.len();
        Some((start, start + text[start..].find(to)?))
    };
    let part = |from, to| between(document, from, to).map_or("", |(start, end)| &document[start..end]);
    let (view, title, description) =
        (part("viewBox=\"", "\""), part("<title>", "</title>"), part("<desc>", "</desc>"));
    let body = document.split_once("</desc>\n").map_or("", |(_, body)| body).trim_end();
    format!("<svg viewBox=\"{view}\" role=\"img\" aria-label=\"{title}. {description}\">\n{body}")
}

/// What the marks say, each once where neighbours say the same.
fn values(markup: &str) -> Vec<String> {
    let titles = markup.split("<title>").skip(1).filter_map(|rest| rest.split_once("</title>"));
    let mut values: Vec<String> = titles.map(|(title, _)| unescaped(title)).collect();
    values.retain(|value| !value.is_empty());
    values.dedup();
    values
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The day, the mark's element up to where its tag would end, and its tooltip, of a line such as
/// `<rect x="1"><title>2026-11-23: 3 solved</title></rect>`.
fn day_of_mark(line: &str) -> Option<(Date, &str, &str)> {
    let (mark, rest) = line.split_once("><title>")?;
    let (title, _) = rest.split_once("</title>")?;
    let date = title.get(..10)?.parse().ok()?;
    // The frame around today lies over its square, which has the link.
    let is_square = mark.starts_with("<rect") && title[10..].starts_with(':') && !title.ends_with(", today");
    is_square.then_some((date, mark, title))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    use super::super::{Frame, Theme, heatmap};
    use super::*;
    use crate::answers::{PracticeLog, streak_of};
    use crate::model::{PracticeDay, StreakRules};

    fn calendar() -> (Inliner, Inline) {
        let today = date(2026, 11, 23);
        let day = |day, solved, bulk| PracticeDay {
            date: date(2026, 11, day),
            solved,
            new: solved,
            revised: 0,
            commits: 1,
            bulk,
            bulk_new: 0,
        };
        let rules = StreakRules::default();
        let log = PracticeLog { days: vec![day(2, 3, 0), day(20, 0, 70), day(23, 1, 0)], total_solved: 4 };
        let streak = streak_of(log, &rules, today);
        let drawn = |theme| heatmap(&streak, &rules, &Frame::new(theme, today, TimeZone::UTC)).unwrap();
        let mut inliner = Inliner::default();
        let inline = inliner.inline(&drawn(Theme::Light), &drawn(Theme::Dark));
        (inliner, inline)
    }

    #[test]
    fn a_page_s_chart_has_no_colour_no_size_and_no_style_of_its_own() {
        let (inliner, inline) = calendar();
        let tree = roxmltree::Document::parse(&inline.markup).unwrap();
        for node in tree.descendants() {
            for attribute in node.attributes() {
                assert!(!["style", "id", "class"].contains(&attribute.name()), "{attribute:?}");
                assert!(!attribute.value().starts_with('#'), "{attribute:?}");
            }
        }
        let root = tree.root_element();
        assert_eq!(root.attribute("width"), None);
        assert!(
            root.attribute("aria-label").unwrap().starts_with("Streak 1 day, the longest so far. Calendar")
        );
        let style = inliner.style();
        assert!(style.starts_with(":root{--c0:light-dark(#ffffff,#0d1117);"), "{style}");
        let used: std::collections::BTreeSet<&str> =
            inline.markup.split("var(").skip(1).map(|rest| rest.split_once(')').unwrap().0).collect();
        assert_eq!(used.len(), style.matches("light-dark(").count());
        assert!(used.iter().all(|name| style.contains(&format!("{name}:"))));
        assert!(inline.values.contains(&"2026-11-02: 3 solved".to_owned()), "{:?}", inline.values);
    }

    #[test]
    fn days_of_the_calendar_become_links_once_each() {
        let (_, inline) = calendar();
        let linked = inline.linked(|day| day.day() != 2);
        let tree = roxmltree::Document::parse(&linked.markup).unwrap();
        assert_eq!(tree.root_element().attribute("role"), Some("group"));
        let links: Vec<_> = tree.descendants().filter(|node| node.has_tag_name("a")).collect();
        let targets: Vec<_> = links.iter().filter_map(|link| link.attribute("href")).collect();
        assert!(targets.contains(&"#d2026-11-20") && targets.contains(&"#d2026-11-23"), "{targets:?}");
        assert!(!targets.contains(&"#d2026-11-02"));
        assert_eq!(targets.iter().filter(|target| **target == "#d2026-11-23").count(), 1);
        let today = links.iter().find(|link| link.attribute("href") == Some("#d2026-11-23")).unwrap();
        let children: Vec<_> = today.children().map(|child| child.tag_name().name()).collect();
        assert_eq!(children, ["title", "rect"]);
    }

    #[test]
    fn what_the_themes_draw_differently_stays_light() {
        let mut inliner = Inliner::default();
        for (light, dark) in [("a=\"#111111\"", "b=\"#222222\""), ("a=\"#111111\"", "a=\"none\""), ("x", "y")]
        {
            assert_eq!(inliner.merged(light, dark), None, "{light} {dark}");
        }
        assert_eq!(inliner.merged("<b>=\u{e9}", "<b>=\u{e9}").as_deref(), Some("<b>=\u{e9}"));
    }
}
