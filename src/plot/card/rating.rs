//! The card of a rating: the number in its colour, and the way there as a small line.

use super::super::rating::{Band, Series, bands};
use super::super::scene::{Mark, Px, Rect, Scene};
use super::super::theme::Role;
use super::super::words::card as words;
use super::{Frame, HEIGHT, PAD, WIDTH, card, set_lines};
use crate::model::{RatingSeries, Target, series_title_in};

/// Where the line lies.
const LINE: Rect = Rect { left: 208.0, top: PAD, right: WIDTH - PAD, bottom: HEIGHT - PAD };

/// The least span of ratings.
const LEAST: f64 = 200.0;

/// Draws the card of a series, with the next of the `targets` that lies above its rating; `None` without a rated contest.
pub fn rating_card(series: &RatingSeries, targets: &[Target], frame: &Frame) -> Option<Scene> {
    let (key, judge) = (&series.key, series.key.judge);
    let rating = series.rating()?;
    let (colour, lang) = (judge.colour_of(rating), frame.lang);
    let named = colour.word(lang);
    let mut sheet = card(frame);
    let ahead = targets.iter().filter(|target| target.goal.rating > rating && target.by >= frame.today);
    let target = ahead.min_by_key(|target| (target.by, target.goal.rating));
    let next = judge.next_colour(rating);
    let more = match next {
        Some(tier) => Some(words::next_colour(lang, &named, tier.from - rating, &tier.colour.word(lang))),
        None => series.colour().map(|colour| colour.word(lang).into_owned()),
    };
    let mut lines = vec![key.handle.to_string()];
    lines.extend(more);
    lines.extend(
        target.map(|target| words::target(lang, &target.goal.colour.word(lang), &frame.day_name(target.by))),
    );
    set_lines(
        &mut sheet,
        &series_title_in(lang, judge, key.track),
        &rating.to_string(),
        &lines,
        Role::TierInk(judge, colour),
    );

    let line = Series::new(series, frame).line();
    let (low, high) = line.iter().fold((f64::from(rating), f64::from(rating)), |(low, high), (_, rating)| {
        (low.min(*rating), high.max(*rating))
    });
    // A target that is near is shown, too.
    let goal = target
        .map(|target| f64::from(target.goal.rating))
        .filter(|goal| goal - high < (high - low).max(LEAST));
    let high = goal.map_or(high, |goal| goal.max(high));
    let spare = ((high - low) * 0.12).max((LEAST - (high - low)) / 2.0);
    let (low, high) = (low - spare, high + spare);
    let (first, last) = (line.first().map_or(0.0, |at| at.0), line.last().map_or(1.0, |at| at.0));
    let y = |rating: f64| LINE.bottom - ((rating - low) / (high - low)) as f32 * (LINE.bottom - LINE.top);
    // One contest stands at the end.
    let x = |day: f64| {
        let share = if last > first { (day - first) / (last - first) } else { 1.0 };
        LINE.left + 4.0 + share as f32 * (LINE.right - LINE.left - 9.0)
    };
    let bands: Vec<_> = bands(judge, &(low..high))
        .into_iter()
        .map(|Band { from, to, colour }| {
            let band = Rect { left: LINE.left, top: y(to), right: LINE.right, bottom: y(from) };
            (band, Role::Band(judge, colour))
        })
        .collect();
    let points: Vec<Px> = line.iter().map(|(day, rating)| Px::new(x(*day), y(*rating))).collect();
    sheet.draw([Mark::bar(bands), Mark::curve(&points).stroked(Role::Line, 1.6)]);
    sheet.draw(goal.map(|goal| {
        let ink = Role::TierInk(judge, judge.colour_of(goal as i32));
        Mark::line(Px::new(LINE.left, y(goal)), Px::new(LINE.right, y(goal))).stroked(ink, 1.4).dashed("5 4")
    }));
    let dot =
        |at: &Px| Mark::circle(*at, 4.0).filled(Role::Tier(judge, colour)).rimmed(Role::Rim(judge, colour));
    sheet.draw(points.last().map(dot));
    let title = words::rating(lang, key, rating, &named);
    Some(sheet.finish(title, words::rating_lines(lang, rating, &lines, series.rated().count())))
}
