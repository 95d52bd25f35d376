//! A week of a group's for elsewhere: a README or an issue, and a chat.

use super::super::escape::for_markdown;
use super::super::readme::ReadmePart;
use super::super::table::markdown;
use super::super::words::group as words;
use super::{GroupView, due, member_week, ratings, settles, short_name, table};
use crate::answers::group::MemberStanding;
use crate::model::clean;

/// The most of a message, in UTF-16 code units: Discord takes 2,000.
const LONGEST: usize = 1900;

/// Where a message goes, by how it is written there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chat {
    /// Markdown.
    Discord,
    /// Slack's own, and what takes the same.
    Slack,
}

impl Chat {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Discord => "Discord",
            Self::Slack => "Slack",
        }
    }

    /// Text that is safe, to be seen first. It is at the beginning of a line, where a name could be a list or a heading.
    fn strong(self, text: &str) -> String {
        match self {
            Self::Discord => format!("**{text}**"),
            Self::Slack => text.to_owned(),
        }
    }

    /// Text from outside, so that it is neither markup nor calls anybody.
    fn safe(self, text: &str) -> String {
        match self {
            Self::Discord => for_markdown(text),
            // What else is markup there can't be escaped; the message says that it has none.
            // Source: https://docs.slack.dev/messaging/formatting-message-text, "Escaping text".
            Self::Slack => clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
        }
    }
}

/// `cpt group --markdown`: the week for a README or an issue, between the markers of its part.
pub fn group_markdown(view: &GroupView<'_>) -> String {
    let part = ReadmePart::GROUP;
    format!("{}\n{}{}\n", part.begin(), group_block(view), part.end())
}

/// What a README says of the week.
pub fn group_block(view: &GroupView<'_>) -> String {
    let name = |name: &str| name.to_owned();
    let week = &view.standing.week;
    let (group, settles) = (for_markdown(&view.group.name), settles(view, week));
    let heading = words::block(view.lang, &group, &week.id, (week.from, week.to), &settles);
    let mut text = format!("{heading}\n\n{}", markdown(&table(view, &name)));
    let ratings = ratings(view, &name);
    if !ratings.is_empty() {
        text.push('\n');
        text.push_str(&markdown(&ratings));
    }
    text
}

/// A message about the week: a line a member, as many as fit.
pub fn group_message(view: &GroupView<'_>, chat: Chat) -> String {
    let week = &view.standing.week;
    let lang = view.lang;
    let name = chat.strong(&chat.safe(&view.group.name));
    let mut text = words::message(lang, &name, &week.id, &settles(view, week));
    let members = &view.standing.members;
    for (nth, row) in members.iter().enumerate() {
        let line = format!("\n{}", line(view, row, chat));
        let more = format!("\n{}", words::more_members(lang, members.len() - nth));
        if [&text, &line, &more].into_iter().map(|part| part.encode_utf16().count()).sum::<usize>() > LONGEST
        {
            return text + &more;
        }
        text.push_str(&line);
    }
    text
}

/// "✅ ada: 5 of 5, streak 12 weeks".
fn line(view: &GroupView<'_>, row: &MemberStanding, chat: Chat) -> String {
    let sign = match (row.excused, row.met) {
        (true, _) => "\u{1f4a4}",
        (false, true) => "\u{2705}",
        (false, false) => "\u{2b1c}",
    };
    let owed = due(row.fine.as_ref()).map(|owed| chat.safe(&owed));
    let name = chat.safe(&short_name(&view.group.members[row.member].name, usize::MAX));
    words::message_line(view.lang, sign, &name, &member_week(row, owed.as_deref()))
}
