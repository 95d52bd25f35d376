//! The study group: its weeks, what they cost, and who is in it.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::lang::Lang;

/// The week of a group: its name, which days it has, and when it is settled.
pub fn span(lang: Lang, week: &str, days: &str, settles: &str) -> String {
    lang.say(
        || format!("{week} ({days}), {settles}"),
        || format!("{week} ({days}), {settles}"),
        || format!("{week} ({days})、{settles}"),
    )
}

/// When what a week cost is settled, or was.
pub fn settles(lang: Lang, settled: bool, on: Date, at: &str, today: Date) -> String {
    let day = |lang: Lang| lang.weekday_and_day_of(on, today);
    lang.say(
        || {
            let verb = if settled { "settled" } else { "settles" };
            format!("{verb} on {} at {at}", day(Lang::English))
        },
        || {
            let what = if settled { "정산됨" } else { "정산 예정" };
            format!("{} {at} {what}", day(Lang::Korean))
        },
        || {
            let what = if settled { "精算済み" } else { "精算予定" };
            format!("{} {at} {what}", day(Lang::Japanese))
        },
    )
}

/// How to see the week before while it isn't settled.
pub fn unsettled(lang: Lang, week: &str, settles: &str) -> String {
    let same = || format!("{week} {settles}: cpt group --week {week}");
    lang.say(same, same, same)
}

/// Nobody is in the group in a week.
pub fn nobody(lang: Lang) -> Cow<'static, str> {
    lang.word("No members in this week.", "이 주에는 스터디원이 없습니다.", "この週のメンバーはいません。")
}

/// The same of the weeks of a month.
pub fn nobody_in_month(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No members in these weeks.",
        "이 기간에는 스터디원이 없습니다.",
        "この期間のメンバーはいません。",
    )
}

/// Over members.
pub fn member(lang: Lang) -> Cow<'static, str> {
    lang.word("Member", "스터디원", "メンバー")
}

/// Over the days on which they solved something.
pub fn days(lang: Lang) -> Cow<'static, str> {
    lang.word("Days", "활동일", "活動日")
}

/// Over how much they solved.
pub fn solved(lang: Lang) -> Cow<'static, str> {
    lang.word("Solved", "해결", "AC")
}

/// Over how much of the assignment they solved.
pub fn assigned(lang: Lang) -> Cow<'static, str> {
    lang.word("Assigned", "과제", "課題")
}

/// Over the weeks in a row that they met the goal in.
pub fn streak(lang: Lang) -> Cow<'static, str> {
    lang.word("Streak", "스트릭", "ストリーク")
}

/// Over what they owe.
pub fn fine(lang: Lang) -> Cow<'static, str> {
    lang.word("Fine", "벌금", "罰金")
}

/// Over ratings.
pub fn rating(lang: Lang) -> Cow<'static, str> {
    lang.word("Rating", "레이팅", "レーティング")
}

/// Over the weeks of which they met the goal.
pub fn weeks_met(lang: Lang) -> Cow<'static, str> {
    lang.word("Weeks met", "달성한 주", "達成した週")
}

/// Over the days for which they were excused.
pub fn excused_days(lang: Lang) -> Cow<'static, str> {
    lang.word("Excused", "면제", "免除")
}

/// Over weeks.
pub fn week(lang: Lang) -> Cow<'static, str> {
    lang.word("Week", "주", "週")
}

/// Over the sums of what they owe.
pub fn total(lang: Lang) -> Cow<'static, str> {
    lang.word("Total of settled weeks", "정산된 주의 합계", "精算済みの週の合計")
}

/// In a cell: "3 of 5".
pub fn of(lang: Lang, done: u32, goal: u32) -> String {
    let short = || format!("{done}/{goal}");
    lang.say(|| format!("{done} of {goal}"), short, short)
}

/// In a cell: nothing is asked of them.
pub fn excused(lang: Lang, solved: u32) -> String {
    if solved == 0 {
        return lang.word("excused", "면제", "免除").into_owned();
    }
    lang.say(|| format!("{solved}, excused"), || format!("{solved} (면제)"), || format!("{solved} (免除)"))
}

/// In a cell: for the whole week.
pub fn whole_week(lang: Lang) -> Cow<'static, str> {
    lang.word("whole week", "한 주 전체", "1週間")
}

/// In a cell: a week that isn't settled.
pub fn open(lang: Lang, week: &str) -> String {
    lang.say(|| format!("{week} (open)"), || format!("{week} (정산 전)"), || format!("{week} (精算前)"))
}

/// Over what is assigned and not solved.
pub fn missing(lang: Lang) -> Cow<'static, str> {
    lang.word("Missing", "안 푼 과제", "未ACの課題")
}

/// Nobody lacks anything.
pub fn nothing_missing(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Every assigned problem is solved by everyone.",
        "모두 과제를 다 풀었습니다.",
        "課題は全員がすべて解きました。",
    )
}

/// Nothing is asked of anybody by name.
pub fn nothing_assigned(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No problems are assigned in this week.",
        "이 주에는 과제가 없습니다.",
        "この週の課題はありません。",
    )
}

/// No week is over.
pub fn no_week(lang: Lang) -> Cow<'static, str> {
    lang.word("No week has ended yet.", "아직 끝난 주가 없습니다.", "終了した週はまだありません。")
}

/// Nobody owes anything, and nobody was excused.
pub fn all_met(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Every goal was met, and nobody was excused.",
        "모두 목표를 달성했고 면제도 없었습니다.",
        "全員が目標を達成し、免除もありませんでした。",
    )
}

/// Before how a settled week would be now.
pub fn changed(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "Settled weeks stay as they were settled:",
        "이미 정산된 주는 바뀌지 않습니다:",
        "精算済みの週は変更されません:",
    )
}

/// A row of a settled week, and what it would be now.
pub fn change(lang: Lang, week: &str, member: &str, kept: &str, now: &str) -> String {
    lang.say(
        || format!("{week}, {member}: {kept}; now it would be {now}"),
        || format!("{week}, {member}: {kept} (지금 계산하면 {now})"),
        || format!("{week}、{member}: {kept} (現在の計算では {now})"),
    )
}

/// Such a row where the one of whom it is wasn't there.
pub fn no_member(lang: Lang) -> Cow<'static, str> {
    lang.word("no member", "스터디원 아님", "メンバー外")
}

/// Such a row of a member.
pub fn settled_row(lang: Lang, solved: u32, goal: u32, is_excused: bool, owed: Option<&str>) -> String {
    let excused = is_excused.then(|| lang.word("excused", "면제", "免除").into_owned());
    parts(lang, [Some(of(lang, solved, goal)), excused, owed.map(|owed| fined(lang, owed))])
}

/// What someone owes, in a sentence.
pub fn fined(lang: Lang, owed: &str) -> String {
    lang.say(|| format!("fine {owed}"), || format!("벌금 {owed}"), || format!("罰金 {owed}"))
}

/// How the weeks of a month are headed.
pub fn month(lang: Lang, weeks: usize, month: Date, days: &str) -> String {
    lang.say(
        || {
            let of = if weeks == 1 { "that ends" } else { "that end" };
            format!("{} {of} in {} ({days})", Lang::English.weeks(weeks), Lang::English.month_and_year(month))
        },
        || format!("{}에 끝나는 {weeks}주 ({days})", Lang::Korean.month_and_year(month)),
        || format!("{}に終わる{weeks}週 ({days})", Lang::Japanese.month_and_year(month)),
    )
}

/// How the week of a member stands.
#[derive(Debug, Clone, Copy)]
pub struct MemberWeek<'a> {
    /// Problems toward the goal.
    pub solved: u32,
    /// The goal; 0 where nothing is asked.
    pub goal: u32,
    /// Whether that is because they are excused.
    pub is_excused: bool,
    /// Solved after the week had ended.
    pub late: u32,
    /// How much of the assignment, and of how much; nothing where nothing is assigned.
    pub assigned: Option<(u32, u32)>,
    /// Weeks in a row.
    pub streak_weeks: u32,
    /// Days for which they are excused, where that isn't the whole week.
    pub excused_days: u32,
    /// What they owe.
    pub fine: Option<&'a str>,
}

/// How the week of a member stands, in a line.
pub fn member_week(lang: Lang, of: &MemberWeek<'_>) -> String {
    let MemberWeek { solved, goal, is_excused, late, assigned, streak_weeks, excused_days, fine } = *of;
    let toward = match goal {
        0 if is_excused => excused(lang, 0),
        0 => {
            let problems = lang.problems(solved);
            lang.say(
                || format!("{solved} solved, no goal"),
                || format!("{problems} 해결, 목표 없음"),
                || format!("{problems}AC、目標なし"),
            )
        }
        _ => lang.say(
            || format!("{solved} of {goal} solved"),
            || format!("{goal}문제 중 {solved}문제 해결"),
            || format!("{goal}問中{solved}問AC"),
        ),
    };
    let late = (late > 0).then(|| {
        lang.say(
            || format!("{late} after it ended"),
            || format!("종료 후 {late}문제"),
            || format!("終了後{late}問"),
        )
    });
    let excused_days = (excused_days > 0).then(|| {
        let days = lang.days(excused_days);
        lang.say(|| format!("excused on {days}"), || format!("면제 {days}"), || format!("免除{days}"))
    });
    let parts_of = [
        Some(toward),
        late,
        assigned.map(|(done, of)| assignment(lang, done, of)),
        in_a_row(lang, streak_weeks),
        excused_days,
        fine.map(|fine| fined(lang, fine)),
    ];
    parts(lang, parts_of)
}

/// "3 of 5 assigned".
fn assignment(lang: Lang, done: u32, of: u32) -> String {
    lang.say(
        || format!("{done} of {of} assigned"),
        || format!("과제 {of}문제 중 {done}문제"),
        || format!("課題{of}問中{done}問"),
    )
}

/// "streak 3 weeks".
fn in_a_row(lang: Lang, weeks: u32) -> Option<String> {
    let long = lang.weeks(weeks);
    (weeks > 0).then(|| {
        lang.say(|| format!("streak {long}"), || format!("스트릭 {long}"), || format!("ストリーク {long}"))
    })
}

/// What there is, in a line.
fn parts<const N: usize>(lang: Lang, parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(lang.comma())
}

/// They solved nothing in the week.
pub fn nothing_solved(lang: Lang) -> Cow<'static, str> {
    lang.word(
        "No problems solved in this week.",
        "이 주에 푼 문제가 없습니다.",
        "この週に解いた問題はありません。",
    )
}

/// Beside a problem that came with a large commit, and beside one that was solved before.
pub fn remark(lang: Lang, is_bulk: bool, is_new: bool) -> Cow<'static, str> {
    match (is_bulk, is_new) {
        (true, _) => lang.word("bulk commit", "대량 커밋", "一括コミット"),
        (false, true) => "".into(),
        (false, false) => lang.word("again", "다시 풂", "再挑戦"),
    }
}

/// A week for a README or an issue.
pub fn block(lang: Lang, group: &str, week: &str, (from, to): (Date, Date), settles: &str) -> String {
    lang.say(
        || format!("**{group}**, {week} ({from} to {to}), {settles}"),
        || format!("**{group}**, {week} ({from} ~ {to}), {settles}"),
        || format!("**{group}**、{week} ({from}〜{to})、{settles}"),
    )
}

/// A week for a chat.
pub fn message(lang: Lang, group: &str, week: &str, settles: &str) -> String {
    [group, week, settles].join(lang.comma())
}

/// A member in such a message, after a sign of how they stand.
pub fn message_line(lang: Lang, sign: &str, name: &str, of: &MemberWeek<'_>) -> String {
    let MemberWeek { solved, goal, is_excused, assigned, streak_weeks, fine, .. } = *of;
    let toward = match goal {
        0 if is_excused => excused(lang, 0),
        0 => {
            let problems = lang.problems(solved);
            lang.say(|| format!("{solved} solved"), || format!("{problems} 해결"), || format!("{problems}AC"))
        }
        _ => lang.say(
            || format!("{solved} of {goal}"),
            || format!("{goal}문제 중 {solved}문제"),
            || format!("{goal}問中{solved}問"),
        ),
    };
    let assigned = assigned.map(|(done, of)| assignment(lang, done, of));
    let said = parts(lang, [Some(toward), assigned, in_a_row(lang, streak_weeks), fine.map(str::to_owned)]);
    format!("{sign} {name}: {said}")
}

/// After the members that fit.
pub fn more_members(lang: Lang, more: usize) -> String {
    lang.say(|| format!("… and {more} more"), || format!("… 외 {more}명"), || format!("…ほか{more}人"))
}

/// A member was added.
pub fn added(lang: Lang, name: &str) -> String {
    lang.say(
        || format!("Added {name}"),
        || format!("스터디원을 추가했습니다: {name}"),
        || format!("メンバーを追加しました: {name}"),
    )
}

/// A member was removed.
pub fn removed(lang: Lang, name: &str) -> String {
    lang.say(
        || format!("Removed {name}"),
        || format!("스터디원을 삭제했습니다: {name}"),
        || format!("メンバーを削除しました: {name}"),
    )
}

/// A member was excused for a day or several.
pub fn was_excused(lang: Lang, name: &str, days: &str) -> String {
    lang.say(
        || format!("Excused {name} on {days}"),
        || format!("면제했습니다: {name} ({days})"),
        || format!("免除しました: {name} ({days})"),
    )
}

/// The week was posted.
pub fn posted(lang: Lang, week: &str, chat: &str) -> String {
    lang.say(
        || format!("Posted {week} to {chat}"),
        || format!("{chat}에 게시했습니다: {week}"),
        || format!("{chat} に投稿しました: {week}"),
    )
}
