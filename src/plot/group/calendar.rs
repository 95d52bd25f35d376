//! A row of days for each member, and below each week how its goal stands.

use super::super::heatmap::ROUNDED;
use super::super::legend::{self, Legend};
use super::super::scene::{Anchor, Mark, Px, Rect, Scene, Shape, Size, Words};
use super::super::sheet::{MARGIN, Sheet};
use super::super::theme::Role;
use super::super::words::{group as words, of};
use super::super::{Frame, PlotError, font};
use super::short;
use crate::answers::Quantiles;
use crate::answers::group::{GroupCalendar, GroupDay, GroupWeek, MemberCalendar, MemberWeekDays};
use crate::lang::Lang;
use crate::model::{Group, SettledRow, clean};

const WIDTH: f32 = 960.0;

/// What lies around the days: the most that names take, and what is below the legend.
const AROUND: Rect = Rect { left: 152.0, top: 120.0, right: 104.0, bottom: 26.0 };

/// Between names and days.
const BESIDE_NAMES: f32 = 12.0;

/// From one line of the legend to the next, which are short enough for a phone.
const LINE: f32 = 22.0;

/// From one member to the next: of few, of many, and where a height is asked for at least and at most.
const ROW: f32 = 32.0;
const ROW_OF_MANY: f32 = 26.0;
const LEAST_ROW: f32 = 18.0;
const TALLEST_ROW: f32 = 48.0;

/// So many members are few, and no more than that are shown.
const FEW: usize = 12;
const MOST: usize = 100;

/// From one day to the next at least and at most, and the room between two weeks.
const LEAST_DAY: f32 = 5.0;
const WIDEST_DAY: f32 = 18.0;
const BETWEEN: f32 = 8.0;

/// Between two days, between them and the bar of their week, and the bar's height.
const GAP: f32 = 2.0;
const ABOVE_BAR: f32 = 3.0;
const BAR: f32 = 4.0;

/// Draws the weeks of `calendar`, as many of the last as there is room for, for as many members as there is room for.
///
/// # Errors
///
/// Never in practice: nothing is left to the drawing library.
pub fn group_calendar(group: &Group, calendar: &GroupCalendar, frame: &Frame) -> Result<Scene, PlotError> {
    let rows = calendar.members.len().min(MOST);
    let row = if rows <= FEW { ROW } else { ROW_OF_MANY };
    let days = || {
        calendar.members.iter().flat_map(|member| member.weeks.iter().flatten()).flat_map(|week| week.days)
    };
    let signs = [GroupDay::Uncounted, GroupDay::Excused].map(|sign| days().any(|day| day == sign));
    let lines = 3 + usize::from(signs.contains(&true));
    let bottom = AROUND.bottom + lines as f32 * LINE;
    let size = frame.extent(Px::new(WIDTH, AROUND.top + rows.max(1) as f32 * row + bottom));
    let rows = rows.min(((size.y - AROUND.top - bottom) / LEAST_ROW) as usize);
    let members = &calendar.members[..rows];
    let room = AROUND.left - BESIDE_NAMES - MARGIN;
    let names: Vec<String> =
        members.iter().map(|member| short(&group.members[member.member].name, room)).collect();
    let widest = names.iter().map(|name| font::width(name, Size::Small.px(), false)).fold(0.0, f32::max);
    let left = MARGIN + widest.ceil() + BESIDE_NAMES;
    let width = size.x - left - AROUND.right;
    let weeks = ((width + BETWEEN) / (7.0 * LEAST_DAY + BETWEEN)) as usize;
    let first = calendar.weeks.len().saturating_sub(weeks.max(1));
    let weeks = &calendar.weeks[first..];
    let day = ((width + BETWEEN) / weeks.len().max(1) as f32 - BETWEEN) / 7.0;
    let plot = Plot {
        group,
        members,
        names,
        left,
        signs,
        hidden: calendar.members.len() - rows,
        first,
        weeks,
        day: day.min(WIDEST_DAY),
        row: ((size.y - AROUND.top - bottom) / rows.max(1) as f32).min(TALLEST_ROW),
        steps: Quantiles::of(calendar.members.iter().flat_map(|member| solved(member, first))),
        frame,
    };
    let mut sheet = Sheet::new("chart of a group", size, frame.lang);
    let (title, context) = (plot.title(), plot.context());
    sheet.head(&title, &context);
    plot.draw(&mut sheet);
    plot.set_weeks(&mut sheet);
    sheet.pin(|sheet| plot.set_names(sheet));
    sheet.pin(|sheet| plot.draw_legend(sheet));
    Ok(sheet.finish(title, words::description(frame.lang, &context)))
}

/// What counts on each day of a member's, from the week at `first` on.
fn solved(member: &MemberCalendar, first: usize) -> impl Iterator<Item = u32> {
    let days = member.weeks[first..].iter().flatten().flat_map(|week| week.days);
    days.filter_map(|day| if let GroupDay::Solved(solved) = day { Some(solved) } else { None })
}

struct Plot<'a> {
    group: &'a Group,
    members: &'a [MemberCalendar],
    /// What they are called, as far as there is room.
    names: Vec<String>,
    /// Where the days begin.
    left: f32,
    /// Whether there are days on which nothing counts, and excused ones.
    signs: [bool; 2],
    /// How many more there are.
    hidden: usize,
    /// The first week shown, by its place in the calendar.
    first: usize,
    weeks: &'a [GroupWeek],
    /// From one day to the next, and from one member to the next.
    day: f32,
    row: f32,
    steps: Quantiles,
    frame: &'a Frame,
}

impl Plot<'_> {
    /// The rows of the last week, of those who are a member in it.
    fn last(&self) -> impl Iterator<Item = &SettledRow> {
        self.members.iter().filter_map(|member| Some(&member.weeks.last()?.as_ref()?.row))
    }

    fn title(&self) -> String {
        let name = clean(&self.group.name);
        let asked = self.last().filter(|row| row.goal > 0).count();
        let met = self.last().filter(|row| row.goal > 0 && row.met()).count();
        let week = self.weeks.last().filter(|week| !self.is_this(week)).map(|week| week.id.as_str());
        words::title(self.frame.lang, &name, met, asked, week)
    }

    fn is_this(&self, week: &GroupWeek) -> bool {
        (week.from..=week.to).contains(&self.frame.today)
    }

    fn context(&self) -> String {
        let span = match (self.weeks.first(), self.weeks.last()) {
            (Some(first), Some(last)) => self.frame.span(first.from, last.to),
            _ => String::new(),
        };
        let members = self.members.len();
        words::context(self.frame.lang, members, members + self.hidden, &span)
    }

    fn left_of(&self, week: usize) -> f32 {
        self.left + week as f32 * (7.0 * self.day + BETWEEN)
    }

    fn right(&self) -> f32 {
        self.left_of(self.weeks.len()) - BETWEEN - GAP
    }

    /// The side of a day's square.
    fn side(&self) -> f32 {
        (self.day - GAP).min(self.row - ABOVE_BAR - BAR - 6.0)
    }

    /// The top of a member's row.
    fn top_of(&self, row: usize) -> f32 {
        AROUND.top + row as f32 * self.row
    }

    /// Where what is written in a member's row stands.
    fn base_of(&self, row: usize) -> f32 {
        self.top_of(row) + self.side() / 2.0 + 4.5
    }

    fn set_names(&self, sheet: &mut Sheet) -> Rect {
        for (nth, name) in self.names.iter().enumerate() {
            let at = Px::new(self.left - BESIDE_NAMES, self.base_of(nth));
            sheet.set(Words::new(name.as_str(), Size::Small, Role::Ink, at).anchored(Anchor::End));
        }
        let (top, bottom) = (self.top_of(0), self.top_of(self.names.len()));
        Rect { left: 0.0, top, right: self.left - BESIDE_NAMES / 2.0, bottom }
    }

    fn draw(&self, sheet: &mut Sheet) {
        for (nth, member) in self.members.iter().enumerate() {
            let (top, base) = (self.top_of(nth), self.base_of(nth));
            let weeks = self.weeks.iter().zip(&member.weeks[self.first..]).enumerate();
            let weeks = weeks.filter_map(|(nth, (week, of_member))| Some((nth, week, of_member.as_ref()?)));
            for (nth, week, of_member) in weeks {
                sheet.draw([self.week(Px::new(self.left_of(nth), top), member, week, of_member)]);
            }
            if let Some(Some(week)) = member.weeks.last() {
                let at = Px::new(self.right() + 14.0, base);
                let words = Words::new(standing(&week.row, self.frame.lang), Size::Small, Role::Muted, at);
                sheet.set(if week.row.goal > 0 && week.row.met() { words.bold() } else { words });
            }
        }
    }

    /// A member's week: its days, and the bar that its goal fills.
    fn week(
        &self,
        corner: Px,
        member: &MemberCalendar,
        week: &GroupWeek,
        of_member: &MemberWeekDays,
    ) -> Mark {
        let side = self.side();
        let corners = |wanted: &dyn Fn(GroupDay) -> bool| -> Vec<Px> {
            let days = of_member.days.iter().enumerate().filter(|(_, day)| wanted(**day));
            days.map(|(nth, _)| Px::new(corner.x + nth as f32 * self.day, corner.y)).collect()
        };
        let mut marks = Vec::new();
        for step in 0..=Quantiles::MOST {
            let of_step = |day| match day {
                GroupDay::Solved(solved) => self.steps.step(solved) == step,
                GroupDay::Idle => step == 0,
                _ => false,
            };
            let corners = corners(&of_step);
            if !corners.is_empty() {
                marks.push(Mark::new(Shape::Squares { corners, side }).filled(Role::of_step(step)));
            }
        }
        let uncounted = corners(&|day| day == GroupDay::Uncounted);
        marks.extend(uncounted.into_iter().map(|at| uncounted_day(at, side)));
        let excused = corners(&|day| day == GroupDay::Excused);
        marks.extend(excused.into_iter().map(|at| excused_day(at, side)));
        if of_member.row.goal > 0 {
            let top = corner.y + side + ABOVE_BAR;
            let right = corner.x + 6.0 * self.day + side;
            marks.push(goal_bar(Rect { left: corner.x, top, right, bottom: top + BAR }, &of_member.row));
        }
        let name = clean(&self.group.members[member.member].name);
        Mark::group(marks).tells({
            let lang = self.frame.lang;
            words::week(lang, &name, &week.id, &standing(&of_member.row, lang))
        })
    }

    /// The first days of the weeks, as many as there is room for, and what stands to the right.
    fn set_weeks(&self, sheet: &mut Sheet) {
        let base = AROUND.top - 12.0;
        let mut free = sheet.size().x - MARGIN;
        let named = self.weeks.last().filter(|week| !self.is_this(week));
        let named = named.map_or_else(|| words::this_week(self.frame.lang), |week| week.id.clone().into());
        let last = Words::new(named, Size::Small, Role::Muted, Px::new(self.right() + 14.0, base));
        if last.bounds().right <= free {
            free = last.bounds().left - 10.0;
            sheet.set(last);
        }
        for (nth, week) in self.weeks.iter().enumerate().rev() {
            let at = Px::new(self.left_of(nth), base);
            let words = Words::new(self.frame.day_name(week.from), Size::Small, Role::Muted, at);
            if words.bounds().right <= free {
                free = words.bounds().left - 10.0;
                sheet.set(words);
            }
        }
    }

    fn draw_legend(&self, sheet: &mut Sheet) -> Rect {
        let lang = self.frame.lang;
        let top = self.top_of(self.members.len()) + 6.0;
        let mut below = top;
        let mut right: f32 = 0.0;
        let mut line = |say: &dyn Fn(&mut Legend<'_>)| {
            let mut legend = Legend::new(sheet, Px::new(MARGIN, below));
            say(&mut legend);
            right = right.max(legend.right());
            below += LINE;
        };
        line(&|legend| {
            legend.say(&words::problems(lang));
            for (step, range) in self.steps.with_none() {
                let square =
                    |at| Mark::rect(Rect::square(at, legend::SIDE), ROUNDED).filled(Role::of_step(step));
                legend.mark(|at| [square(at)]);
                legend.say(&lang.range(range));
            }
        });
        let [has_uncounted, has_excused] = self.signs;
        if has_uncounted || has_excused {
            line(&|legend| {
                if has_uncounted {
                    legend.mark(|at| [uncounted_day(at, legend::SIDE)]);
                    legend.say(&words::uncounted(lang));
                }
                if has_excused {
                    legend.mark(|at| [excused_day(at, legend::SIDE)]);
                    legend.say(&words::excused(lang));
                }
            });
        }
        line(&|legend| {
            legend.say(&words::bar(lang));
            explain_bar(legend, lang, true);
        });
        line(&|legend| explain_bar(legend, lang, false));
        Rect { left: 0.0, top, right, bottom: below }
    }
}

/// A bar whose goal is met or isn't, and what it means.
fn explain_bar(legend: &mut Legend<'_>, lang: Lang, met: bool) {
    let row = SettledRow {
        name: String::new(),
        solved: 1 + u32::from(met),
        goal: 2,
        excused_days: 0,
        excused: false,
        fine: None,
    };
    let bar = |at: Px| Rect { left: at.x, top: at.y + 5.0, right: at.x + 28.0, bottom: at.y + 5.0 + BAR };
    legend.mark(|at| [goal_bar(bar(at), &row)]);
    legend.space(18.0);
    legend.say(&words::goal(lang, met));
}

/// "3 of 5".
fn standing(row: &SettledRow, lang: Lang) -> String {
    match row {
        SettledRow { goal: 0, excused: true, .. } => words::excused(lang).into_owned(),
        SettledRow { goal: 0, solved, .. } => solved.to_string(),
        SettledRow { goal, solved, .. } => of(lang, *solved, *goal),
    }
}

fn uncounted_day(corner: Px, side: f32) -> Mark {
    Mark::rect(Rect::square(corner, side).inset(0.75), ROUNDED)
        .filled(Role::Empty)
        .stroked(Role::Step(2), 1.5)
}

fn excused_day(corner: Px, side: f32) -> Mark {
    let middle = corner.y + side / 2.0;
    Mark::line(Px::new(corner.x + 1.0, middle), Px::new(corner.x + side - 1.0, middle))
        .stroked(Role::Axis, 1.5)
}

/// A bar of which the goal's share is filled, in the colour of many where all of it is.
fn goal_bar(whole: Rect, row: &SettledRow) -> Mark {
    if row.met() {
        return Mark::bar([(whole, Role::Step(3))]);
    }
    let width = (whole.right - whole.left) * row.solved as f32 / row.goal.max(1) as f32;
    let filled = Rect { right: whole.left + width, ..whole };
    let rest = Rect { left: filled.right, ..whole };
    let parts = [(filled, Role::Axis), (rest, Role::Grid)];
    Mark::bar(parts.into_iter().filter(|(part, _)| part.right > part.left))
}
