//! A year in words.

mod document;

use std::borrow::Cow;

use jiff::civil::Date;

use self::document::Line;
pub(super) use self::document::{Block, Part};
use self::document::{markdown, strong, words};
use super::grade;
use super::table::{Cell, Column, Role, Table, Value};
use super::words as phrases;
use crate::answers::TargetProgress;
use crate::answers::review::{Ahead, NamedSolve, Review, SeriesYear, Totals};
use crate::lang::Lang;
use crate::model::{DifficultyScale, count};

/// The review as Markdown: with what lies ahead, and the pictures, each what it says and its file.
pub fn review_markdown(review: &Review, ahead: &Ahead, pictures: &[(String, String)]) -> String {
    let mut all = vec![Block::Heading(1, title(review))];
    all.extend(blocks(review, ahead, pictures.len()));
    markdown(&all, pictures)
}

pub(super) fn title(review: &Review) -> String {
    format!("{} in competitive programming", review.year)
}

/// What there is to say below the title, with that many pictures.
pub(super) fn blocks(review: &Review, ahead: &Ahead, pictures: usize) -> Vec<Block> {
    let to = review.totals.to;
    let mut blocks = Vec::new();
    let mut scope = Vec::new();
    if !review.is_over {
        scope.push(format!("As of {}.", to.strftime("%-d %B %Y")));
    }
    if let Some(since) = review.known_since.filter(|since| *since > review.totals.from) {
        scope.push(format!("What is known begins on {}.", since.strftime("%-d %B %Y")));
    }
    if !scope.is_empty() {
        blocks.push(Block::Paragraph(vec![words(scope.join(" "))]));
    }
    if review.totals.is_empty() {
        let text = "Nothing: no commit of a solution, no accepted submission, no rated contest.";
        blocks.push(Block::Paragraph(vec![words(text)]));
    } else {
        // The year on one picture, what everybody reads, then the other charts.
        blocks.extend((0..pictures.min(1)).map(Block::Picture));
        blocks.push(Block::List(highlights(review)));
        blocks.extend((1..pictures).map(Block::Picture));
        blocks.extend(solved(review));
        blocks.extend(contests(review));
        blocks.extend(review.before.as_ref().map(|before| comparison(review, before)).into_iter().flatten());
    }
    let targets = ahead.targets.iter().map(|target| ahead_line(target, "", to));
    let colours = ahead.next_colours.iter().map(|next| ahead_line(next, ", the next colour", to));
    let lines: Vec<Line> = targets.chain(colours).collect();
    if !lines.is_empty() {
        blocks.extend([Block::Heading(2, "Ahead".to_owned()), Block::List(lines)]);
    }
    blocks
}

/// The lines that everybody reads.
fn highlights(review: &Review) -> Vec<Line> {
    let to = review.totals.to;
    let mut lines = Vec::new();
    if let Some(practice) = review.totals.practice.filter(|practice| practice.days > 0) {
        let of = (to - review.totals.from).get_days() + 1;
        lines.push(vec![
            strong(count(practice.days, "day")),
            words(format!(" of practice out of {of}, ")),
            strong(count(practice.new_problems, "new problem")),
            words(format!(" {}", practice.source.participle())),
        ]);
        if let Some((from, until)) = practice.longest_from.zip(practice.longest_to) {
            let when = if from == until {
                format!(", {}", Lang::English.day(from, to))
            } else {
                format!(", {} to {}", Lang::English.day(from, to), Lang::English.day(until, to))
            };
            let length = count(practice.longest, practice.unit.noun());
            lines.push(vec![words("Longest streak in the year "), strong(length), words(when)]);
        }
    }
    if review.totals.solved > 0 {
        let problems = count(review.totals.solved, "problem");
        lines.push(vec![strong(problems), words(" accepted for the first time by the judges")]);
    }
    let done = review.totals.practice.map_or("committed", |practice| practice.source.participle());
    let mut months = vec![(review.best_month, "accepted"), (review.best_committed_month, done)];
    months.dedup();
    for (month, what) in months {
        if let Some((month, problems)) = month {
            let problems = format!(", {} {what}", count(problems, "problem"));
            lines.push(vec![words("Best month "), strong(month.strftime("%B")), words(problems)]);
        }
    }
    for series in &review.series {
        lines.extend(series.reached.iter().map(|reached| {
            vec![
                strong(format!("{} {}", series.key.title(), reached.colour)),
                words(format!(" at {} on {} in ", reached.rating, Lang::English.day(reached.on, to))),
                Part::Name(reached.contest.clone()),
            ]
        }));
    }
    lines
}

fn solved(review: &Review) -> Vec<Block> {
    let mut lines = Vec::new();
    for (judge, counts) in review.tally.by_judge.iter().filter(|(_, counts)| counts.solved > 0) {
        let grades = review.tally.by_grade.iter().filter(|one| one.judge == *judge && one.counts.solved > 0);
        let grades: Vec<String> = grades
            .map(|one| match one.grade {
                Some(_) => format!("{} {}", one.counts.solved, grade::name(*judge, one.grade, Lang::English)),
                None => format!("{} of unknown difficulty", one.counts.solved),
            })
            .collect();
        let grades = match judge.spec().difficulty {
            DifficultyScale::Unknown => String::new(),
            _ => format!(": {}", grades.join(", ")),
        };
        let first_try = if judge.spec().tells_rejections {
            format!("; {} at the first try", counts.first_try)
        } else {
            String::new()
        };
        lines.push(vec![
            words(format!("{judge} ")),
            strong(counts.solved),
            words(format!(" accepted{grades}{first_try}")),
        ]);
    }
    for tally in &review.recorded {
        let class = |(class, count): (Option<&str>, u32)| {
            class.map_or_else(|| format!("{count} of unknown difficulty"), |class| format!("{count} {class}"))
        };
        let classes: Vec<String> = tally.by_class().into_iter().map(class).collect();
        let hardest = tally.hardest().map_or_else(String::new, |level| format!("; the hardest {level}"));
        lines.push(vec![
            words(format!("{} ", tally.judge.title())),
            strong(tally.solved),
            words(format!(" committed: {}{hardest}", classes.join(", "))),
        ]);
    }
    for hardest in &review.hardest {
        let mut line = vec![words(format!("Hardest at {}: ", hardest.judge))];
        line.push(problem(hardest));
        let difficulty = hardest.difficulty.unwrap_or_default();
        let colour = hardest.judge.colour_of(difficulty);
        line.push(words(format!(
            ", {difficulty} ({colour}), on {}",
            Lang::English.day(hardest.on, review.totals.to)
        )));
        lines.push(line);
    }
    if !review.new_topics.is_empty() {
        let mut line = vec![words("New topics: ")];
        for (nth, new) in review.new_topics.iter().enumerate() {
            line.extend((nth > 0).then(|| words(", ")));
            line.push(Part::Name(new.topic.clone()));
        }
        lines.push(line);
    }
    let is_told = |judge: &str| review.recorded.iter().any(|tally| tally.judge.id == judge);
    let others: Vec<_> = review.elsewhere.iter().filter(|(judge, _)| !is_told(judge)).collect();
    if !others.is_empty() {
        let mut line = vec![words("Committed for other judges: ")];
        for (nth, (judge, problems)) in others.into_iter().enumerate() {
            line.extend((nth > 0).then(|| words(", ")));
            line.extend([Part::Name(judge.clone()), words(format!(" {problems}"))]);
        }
        lines.push(line);
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(2, "Solved".to_owned()), Block::List(lines)]
}

/// The problem's name with its page.
fn problem(solve: &NamedSolve) -> Part {
    let name = solve.name.as_deref().unwrap_or(solve.problem.as_str()).to_owned();
    match solve.problem.link() {
        Some(url) => Part::Link(name, url),
        None => Part::Name(name),
    }
}

fn contests(review: &Review) -> Vec<Block> {
    if review.series.is_empty() {
        return Vec::new();
    }
    let to = review.totals.to;
    let columns = [
        ("Rating", Role::Text),
        ("Contests", Role::Number),
        ("From", Role::Number),
        ("To", Role::Number),
        ("Highest", Role::Number),
    ];
    let row = |series: &SeriesYear| {
        let rating = |rating| Value::Rating(rating, series.key.judge.colour_of(rating));
        let (highest, on) = series.highest;
        let colour = series.key.judge.told_colour(series.to);
        vec![
            Cell::words(series.key.title()),
            number(series.contests).into(),
            series.from.map_or_else(|| Cell::words("none"), |from| rating(from).into()),
            Cell::from(rating(series.to)).note(colour.map_or_else(String::new, |colour| colour.to_string())),
            Cell::from(rating(highest)).note(format!("on {}", Lang::English.day(on, to))),
        ]
    };
    let table = Table::new(columns).with(review.series.iter().map(row));
    let best = review.series.iter().filter_map(|series| {
        let best = series.best.as_ref()?;
        let about = if best.is_estimate { "about " } else { "" };
        Some(vec![
            words(format!("Best performance at {}: ", series.key.title())),
            strong(format!("{about}{}", best.performance)),
            words(" in "),
            Part::Name(best.contest.clone()),
            words(format!(" on {}", Lang::English.day(best.on, to))),
        ])
    });
    let best: Vec<Line> = best.collect();
    let mut blocks = vec![Block::Heading(2, "Contests".to_owned()), Block::Table(table)];
    blocks.extend((!best.is_empty()).then_some(Block::List(best)));
    blocks
}

fn comparison(review: &Review, before: &Totals) -> Vec<Block> {
    let year = before.from.year();
    let heading = if review.is_over {
        format!("Beside {year}")
    } else {
        format!("Beside {year} until {}", before.to.strftime("%-d %B"))
    };
    let columns = [String::new(), year.to_string(), review.year.to_string(), "Change".to_owned()];
    let roles = [Role::Title, Role::Number, Role::Number, Role::Number];
    let columns = columns.into_iter().zip(roles).map(|(name, role)| Column::new(name, role)).collect();
    let row = |name: String, then: u32, now: u32| {
        let change = i32::try_from(i64::from(now) - i64::from(then)).unwrap_or_default();
        vec![Cell::words(name), then.into(), now.into(), Value::Change(change).into()]
    };
    let mut rows = Vec::new();
    if let Some((then, now)) = before.practice.zip(review.totals.practice) {
        rows.push(row("Days of practice".to_owned(), then.days, now.days));
        rows.push(row(format!("Longest streak, in {}s", now.unit.noun()), then.longest, now.longest));
        let new = format!("New problems {}", now.source.participle());
        rows.push(row(new, then.new_problems, now.new_problems));
    }
    rows.push(row("Problems accepted".to_owned(), before.solved, review.totals.solved));
    rows.push(row("Contests".to_owned(), number(before.contests), number(review.totals.contests)));
    vec![
        Block::Heading(2, heading),
        Block::Table(Table { lang: Lang::English, columns: Cow::Owned(columns), rows }),
    ]
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// "AtCoder blue at 1600 by 31 December 2027: about 1 in 5, 1328 now".
fn ahead_line(progress: &TargetProgress, remark: &str, to: Date) -> Line {
    let target = &progress.target;
    let goal = format!("{} {} at {}", target.series_title(), target.goal.colour, target.goal.rating);
    let by = format!("{remark}, by {}", Lang::English.day(target.by, to));
    let odds = phrases::odds(progress.outlook.as_ref());
    let gap = progress.current.map_or_else(String::new, |now| format!(", {now} now"));
    vec![strong(goal), words(by), words(odds), words(gap)]
}
