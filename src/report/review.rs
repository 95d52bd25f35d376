//! A year in words.

use std::borrow::Cow;

use jiff::civil::Date;

use super::document::{Block, Line, Part, markdown, strong, words};
use super::grade;
use super::status::{target_title, target_words};
use super::table::{Cell, Column, Role, Table, Value};
use super::words::review as said;
use super::words::streak::{counted, length};
use crate::answers::TargetProgress;
use crate::answers::review::{Ahead, NamedSolve, Review, SeriesYear, Totals};
use crate::lang::Lang;
use crate::model::{DifficultyScale, PracticeSource, series_title_in};

/// The review as Markdown: with what lies ahead, and the pictures, each what it says and its file.
pub fn review_markdown(review: &Review, ahead: &Ahead, pictures: &[(String, String)], lang: Lang) -> String {
    let mut all = vec![Block::Heading(1, said::title(lang, review.year))];
    all.extend(blocks(review, ahead, pictures.len(), lang));
    markdown(&all, pictures)
}

/// What there is to say below the title, with that many pictures.
pub(super) fn blocks(review: &Review, ahead: &Ahead, pictures: usize, lang: Lang) -> Vec<Block> {
    let mut blocks = Vec::new();
    let as_of = (!review.is_over).then(|| said::as_of(lang, &lang.whole_day(review.totals.to)));
    let since = review.known_since.filter(|since| *since > review.totals.from);
    let since = since.map(|since| said::known_since(lang, &lang.whole_day(since)));
    let scope: Vec<String> = as_of.into_iter().chain(since).collect();
    if !scope.is_empty() {
        blocks.push(Block::Paragraph(vec![words(scope.join(lang.space()))]));
    }
    let year = Year { review, lang };
    if review.totals.is_empty() {
        blocks.push(Block::Paragraph(vec![words(said::nothing(lang, review.year))]));
    } else {
        // The year on one picture, what everybody reads, then the other charts.
        blocks.extend((0..pictures.min(1)).map(Block::Picture));
        blocks.push(Block::List(year.highlights()));
        blocks.extend((1..pictures).map(Block::Picture));
        blocks.extend(year.solved());
        blocks.extend(year.contests());
        blocks.extend(review.before.as_ref().map(|before| year.comparison(before)).into_iter().flatten());
    }
    let next = ahead.targets.iter().chain(&ahead.next_colours);
    let lines: Vec<Line> = next.map(|next| year.ahead(next)).collect();
    if !lines.is_empty() {
        blocks.extend([heading(said::ahead(lang)), Block::List(lines)]);
    }
    blocks
}

fn heading(text: impl Into<String>) -> Block {
    Block::Heading(2, text.into())
}

/// A year, and the language that it is told in.
struct Year<'a> {
    review: &'a Review,
    lang: Lang,
}

impl Year<'_> {
    /// A day of the year.
    fn day(&self, day: Date) -> String {
        self.lang.day(day, self.review.totals.to)
    }

    /// The lines that everybody reads.
    fn highlights(&self) -> Vec<Line> {
        let (review, lang) = (self.review, self.lang);
        let totals = &review.totals;
        let mut lines = Vec::new();
        if let Some(practice) = totals.practice.filter(|practice| practice.days > 0) {
            let of = (totals.to - totals.from).get_days() + 1;
            lines.push(said::active_days(lang, practice.days, of, practice.new_problems, practice.source));
            if let Some((from, until)) = practice.longest_from.zip(practice.longest_to) {
                let days =
                    if from == until { self.day(from) } else { lang.days_between(from, until, totals.to) };
                let length = length(lang, practice.longest, practice.unit);
                lines.push(said::longest_streak(lang, &length, &days));
            }
        }
        if totals.solved > 0 {
            lines.push(said::first_accepted(lang, totals.solved));
        }
        let done = totals.practice.map_or(PracticeSource::Commits, |practice| practice.source);
        let mut months =
            vec![(review.best_month, PracticeSource::Submissions), (review.best_committed_month, done)];
        months.dedup();
        for (month, source) in months {
            if let Some((month, problems)) = month {
                let counted = counted(lang, problems, source);
                lines.push(said::best_month(lang, &lang.month(month), &counted));
            }
        }
        for series in &review.series {
            let title = series_title_in(lang, series.key.judge, series.key.track);
            lines.extend(series.reached.iter().map(|reached| {
                let (colour, on) = (reached.colour.word(lang), self.day(reached.on));
                let contest = Part::Name(reached.contest.clone());
                said::reached(lang, &title, &colour, reached.rating, &on, contest)
            }));
        }
        lines
    }

    fn solved(&self) -> Vec<Block> {
        let (review, lang) = (self.review, self.lang);
        let mut lines = Vec::new();
        for (judge, counts) in review.tally.by_judge.iter().filter(|(_, counts)| counts.solved > 0) {
            let grades =
                review.tally.by_grade.iter().filter(|one| one.judge == *judge && one.counts.solved > 0);
            let grades = grades.map(|one| match one.grade {
                Some(_) => {
                    said::of_difficulty(lang, one.counts.solved, &grade::name(*judge, one.grade, lang))
                }
                None => said::of_unknown_difficulty(lang, one.counts.solved),
            });
            let grades = match judge.spec().difficulty {
                DifficultyScale::Unknown => Vec::new(),
                _ => grades.collect(),
            };
            let first_try = judge.spec().tells_rejections.then_some(counts.first_try);
            lines.push(said::accepted_at(lang, judge.name(), counts.solved, &grades, first_try));
        }
        for tally in &review.recorded {
            let class = |(class, count): (Option<&str>, u32)| match class {
                Some(class) => said::of_difficulty(lang, count, class),
                None => said::of_unknown_difficulty(lang, count),
            };
            let classes: Vec<String> = tally.by_class().into_iter().map(class).collect();
            lines.push(said::committed_at(
                lang,
                tally.judge.title(),
                tally.solved,
                &classes,
                tally.hardest(),
            ));
        }
        lines.extend(review.hardest.iter().map(|hardest| {
            let difficulty = hardest.difficulty.unwrap_or_default();
            let colour = hardest.judge.colour_of(difficulty).word(lang);
            let (judge, on) = (hardest.judge.name(), self.day(hardest.on));
            said::hardest_at(lang, judge, problem(hardest), difficulty, &colour, &on)
        }));
        let comma = || words(lang.comma());
        if !review.new_topics.is_empty() {
            let mut line = vec![words(said::new_tags(lang))];
            for (nth, new) in review.new_topics.iter().enumerate() {
                line.extend((nth > 0).then(comma));
                line.push(Part::Name(new.topic.clone()));
            }
            lines.push(line);
        }
        let is_told = |judge: &str| review.recorded.iter().any(|tally| tally.judge.id == judge);
        let others: Vec<_> = review.elsewhere.iter().filter(|(judge, _)| !is_told(judge)).collect();
        if !others.is_empty() {
            let mut line = vec![words(said::other_judges(lang))];
            for (nth, (judge, problems)) in others.into_iter().enumerate() {
                line.extend((nth > 0).then(comma));
                line.extend([Part::Name(judge.clone()), words(format!(" {problems}"))]);
            }
            lines.push(line);
        }
        if lines.is_empty() {
            return Vec::new();
        }
        vec![heading(said::solved(lang)), Block::List(lines)]
    }

    fn contests(&self) -> Vec<Block> {
        let (review, lang) = (self.review, self.lang);
        if review.series.is_empty() {
            return Vec::new();
        }
        let [title, contests, from, to, highest] = said::contest_columns(lang);
        let columns = [
            (title, Role::Text),
            (contests, Role::Number),
            (from, Role::Number),
            (to, Role::Number),
            (highest, Role::Number),
        ];
        let title = |series: &SeriesYear| series_title_in(lang, series.key.judge, series.key.track);
        let row = |series: &SeriesYear| {
            let rating = |rating| Value::Rating(rating, series.key.judge.colour_of(rating));
            let (highest, on) = series.highest;
            let colour = series.key.judge.told_colour(series.to);
            let from = series.from.map(|from| rating(from).into());
            vec![
                Cell::words(title(series)),
                number(series.contests).into(),
                from.unwrap_or_else(|| Cell::words(said::no_rating(lang))),
                Cell::from(rating(series.to))
                    .note(colour.map_or_else(String::new, |colour| colour.word(lang).into_owned())),
                Cell::from(rating(highest)).note(said::on(lang, &self.day(on))),
            ]
        };
        let table = Table::new(columns).said_in(lang).with(review.series.iter().map(row));
        let best = review.series.iter().filter_map(|series| {
            let best = series.best.as_ref()?;
            let (contest, on) = (Part::Name(best.contest.clone()), self.day(best.on));
            let title = title(series);
            Some(said::best_performance(lang, &title, best.performance, best.is_estimate, contest, &on))
        });
        let best: Vec<Line> = best.collect();
        let mut blocks = vec![heading(said::contests(lang)), Block::Table(table)];
        blocks.extend((!best.is_empty()).then_some(Block::List(best)));
        blocks
    }

    fn comparison(&self, before: &Totals) -> Vec<Block> {
        let (review, lang) = (self.review, self.lang);
        let year = before.from.year();
        let until = (!review.is_over).then(|| lang.day(before.to, before.to));
        let columns =
            [String::new(), year.to_string(), review.year.to_string(), said::change(lang).into_owned()];
        let roles = [Role::Title, Role::Number, Role::Number, Role::Number];
        let columns = columns.into_iter().zip(roles).map(|(name, role)| Column::new(name, role)).collect();
        let row = |name: Cow<'static, str>, then: u32, now: u32| {
            let change = i32::try_from(i64::from(now) - i64::from(then)).unwrap_or_default();
            vec![Cell::words(name), then.into(), now.into(), Value::Change(change).into()]
        };
        let mut rows = Vec::new();
        if let Some((then, now)) = before.practice.zip(review.totals.practice) {
            rows.push(row(said::days_row(lang), then.days, now.days));
            rows.push(row(said::streak_row(lang, now.unit), then.longest, now.longest));
            rows.push(row(said::new_row(lang, now.source), then.new_problems, now.new_problems));
        }
        rows.push(row(said::accepted_row(lang), before.solved, review.totals.solved));
        rows.push(row(said::contests(lang), number(before.contests), number(review.totals.contests)));
        vec![
            heading(said::compared(lang, year, until.as_deref())),
            Block::Table(Table { lang, columns: Cow::Owned(columns), rows }),
        ]
    }

    /// "AtCoder: 272 to blue (1600) by 31 December 2027, about a 50% chance".
    fn ahead(&self, progress: &TargetProgress) -> Line {
        let goal = target_words(progress, self.review.totals.to, self.lang).plain();
        vec![strong(target_title(&progress.target, self.lang)), words(format!(": {goal}"))]
    }
}

/// The problem's name with its page.
fn problem(solve: &NamedSolve) -> Part {
    let name = solve.name.as_deref().unwrap_or(solve.problem.as_str()).to_owned();
    match solve.problem.link() {
        Some(url) => Part::Link(name, url),
        None => Part::Name(name),
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
