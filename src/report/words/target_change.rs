//! Targets that are added to `cpt.toml` and removed from it, and what is wrong with that.

use std::borrow::Cow;

use jiff::civil::Date;

use crate::lang::{Lang, Particle, with_particle};
use crate::model::{Advice, Goal, Judge, Target, series_title_in};

/// "Codeforces cyan (1400) by 2026-12-31".
pub fn target(lang: Lang, target: &Target) -> String {
    let Target { judge, track, goal, by, .. } = *target;
    let (title, goal) = (series_title_in(lang, judge, track), goal_words(lang, goal));
    lang.say(
        || format!("{title} {goal} by {by}"),
        || format!("{title} {goal}, 기한 {by}"),
        || format!("{title} {goal}、期限 {by}"),
    )
}

fn goal_words(lang: Lang, Goal { colour, rating }: Goal) -> String {
    super::status::goal(lang, &colour.word(lang), rating)
}

/// After it was.
pub fn removed(lang: Lang, target: &Target) -> String {
    let target = self::target(lang, target);
    lang.say(
        || format!("Removed {target}"),
        || format!("목표를 삭제했습니다: {target}"),
        || format!("目標を削除しました: {target}"),
    )
}

/// A target's day that is `today`, or before it.
pub fn not_to_come(lang: Lang, by: Date, today: Date) -> String {
    if by == today {
        return lang.say(
            || format!("{by} is today"),
            || format!("기한이 오늘입니다: {by}"),
            || format!("期限が今日です: {by}"),
        );
    }
    lang.say(
        || format!("{by} is in the past"),
        || format!("기한이 이미 지났습니다: {by}"),
        || format!("期限が過去の日付です: {by}"),
    )
}

/// After [`not_to_come`].
pub fn later_day(lang: Lang, example: Date) -> Advice {
    let option = format!("--by {example}");
    lang.say(
        || Advice::words("Choose a later date, e.g. ").and_code(&*option).and("."),
        || Advice::words("더 늦은 날짜를 지정하세요 (예: ").and_code(&*option).and(")."),
        || Advice::words("もっと後の日付を指定してください (例: ").and_code(&*option).and(")。"),
    )
}

/// After a word that is no goal.
pub fn number_instead(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "You can also give a number, e.g. 1400.",
        "숫자로도 지정할 수 있습니다 (예: 1400).",
        "数値でも指定できます (例: 1400)。",
    ))
}

/// A rating that everybody has.
pub fn had_by_everybody(lang: Lang, judge: Judge, rating: i32) -> String {
    lang.say(
        || format!("every {judge} rating is at least {rating}"),
        || format!("{judge} 레이팅은 누구나 {rating} 이상입니다"),
        || format!("{judge} のレーティングは誰でも{rating}以上です"),
    )
}

/// A rating that nobody has ever had.
pub fn had_by_nobody(lang: Lang, judge: Judge, rating: i32) -> String {
    lang.say(
        || format!("no {judge} rating has ever reached {rating}"),
        || {
            let rating = with_particle(&rating.to_string(), Particle::Object);
            format!("{judge} 레이팅이 {rating} 넘은 사람은 없습니다")
        },
        || format!("{judge} のレーティングで{rating}に達した人はいません"),
    )
}

/// After either; an example of a goal.
pub fn possible_goal(lang: Lang, example: Goal) -> Advice {
    let Goal { colour, rating } = example;
    let (colour, rating) = (colour.name(), rating.to_string());
    lang.say(
        || {
            Advice::words("Use a rating such as ")
                .and(&*rating)
                .and(", or a colour such as ")
                .and(colour)
                .and(".")
        },
        || Advice::words(format!("레이팅({rating} 등)이나 색({colour} 등)을 지정하세요.")),
        || Advice::words(format!("レーティング ({rating} など) か色 ({colour} など) を指定してください。")),
    )
}

/// It is there.
pub fn exists(lang: Lang, known: &Target) -> String {
    let known = target(lang, known);
    lang.say(
        || format!("target already exists: {known}"),
        || format!("이미 있는 목표입니다: {known}"),
        || format!("すでに存在する目標です: {known}"),
    )
}

/// How a target that is there begins today; `began` is the day on which it began, if it has one.
pub fn begin_again(lang: Lang, began: Option<Date>, today: Date) -> Advice {
    let key = format!("from = \"{today}\"");
    match began {
        None => lang.say(
            || {
                let said = Advice::words("To count only contests from today on, set ").and_code(&*key);
                said.and(" in its block in cpt.toml.")
            },
            || {
                let said = Advice::words("오늘부터의 대회만 반영하려면 cpt.toml의 해당 블록에 ");
                said.and_code(&*key).and("를 추가하세요.")
            },
            || {
                let said =
                    Advice::words("今日以降のコンテストだけを対象にするには、cpt.toml のそのブロックに ");
                said.and_code(&*key).and(" を追加してください。")
            },
        ),
        Some(day) => lang.say(
            || {
                let said =
                    Advice::words(format!("It began on {day}. To begin it again, set ")).and_code(&*key);
                said.and(" in its block in cpt.toml.")
            },
            || {
                let said = format!("시작일은 {day}입니다. 다시 시작하려면 cpt.toml의 해당 블록에서 ");
                Advice::words(said).and_code(&*key).and("로 설정하세요.")
            },
            || {
                let said = format!("開始日は {day} です。もう一度始めるには、cpt.toml のそのブロックで ");
                Advice::words(said).and_code(&*key).and(" を設定してください。")
            },
        ),
    }
}

/// No target is the one that was meant.
pub fn none_such(lang: Lang, judge: Judge, goal: Goal) -> String {
    let goal = goal_words(lang, goal);
    lang.say(
        || format!("no {judge} target for {goal}"),
        || format!("{judge}에 해당하는 목표가 없습니다: {goal}"),
        || format!("{judge} に該当する目標がありません: {goal}"),
    )
}

/// After it, or after a word that is no goal.
pub fn see_targets(lang: Lang) -> Advice {
    let command = "cpt target";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to list your targets."),
        || Advice::code(command).and("으로 목표를 확인하세요."),
        || Advice::code(command).and(" で目標を確認してください。"),
    )
}

/// Two may be meant.
pub fn several(lang: Lang, one: &Target, other: &Target) -> String {
    let (one, other) = (target(lang, one), target(lang, other));
    lang.say(
        || format!("several targets match: {one}; {other}"),
        || format!("여러 목표가 해당합니다: {one} / {other}"),
        || format!("複数の目標が該当します: {one} / {other}"),
    )
}

/// After it.
pub fn choose_one(lang: Lang) -> Advice {
    lang.say(
        || Advice::words("Choose one with ").and_code("--by").and(" or ").and_code("--track").and("."),
        || Advice::code("--by").and("나 ").and_code("--track").and("으로 하나를 고르세요."),
        || Advice::code("--by").and(" か ").and_code("--track").and(" で1つに絞ってください。"),
    )
}

/// There is no file.
pub fn no_file(lang: Lang) -> Cow<'static, str> {
    lang.word("no cpt.toml to change", "변경할 cpt.toml이 없습니다", "変更する cpt.toml がありません")
}

/// After it.
pub fn make_file(lang: Lang) -> Advice {
    let command = "cpt init";
    lang.say(
        || Advice::words("Run ").and_code(command).and(" to create one."),
        || Advice::code(command).and("으로 만드세요."),
        || Advice::code(command).and(" で作成してください。"),
    )
}

/// The file can't be changed by a program.
pub fn edit_by_hand(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Edit the file by hand.",
        "파일을 직접 수정하세요.",
        "ファイルを直接編集してください。",
    ))
}

/// No rating can be continued by `--what-if`.
pub fn no_rating(lang: Lang) -> Cow<'static, str> {
    lang.word("no matching rating", "해당하는 레이팅이 없습니다", "該当するレーティングがありません")
}

/// After it.
pub fn add_handle(lang: Lang) -> Advice {
    Advice::words(lang.word(
        "Add the handle under [handles] in cpt.toml.",
        "cpt.toml의 [handles]에 핸들을 추가하세요.",
        "cpt.toml の [handles] にハンドルを追加してください。",
    ))
}
