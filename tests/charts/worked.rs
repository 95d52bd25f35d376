//! Problems that were worked at: solved by week, by difficulty, by topic, by hour.

use cpt_tracker::answers::{
    Attempts, CatalogueEntry, Counts, Courses, DatedSolve, Pace, Phase, ProblemHistory, Solve, TagTally,
    Tally, hours, leads,
};
use cpt_tracker::model::{AuthorDate, DayRule, Judge, Problem, ProblemId, RatingSeries, Track};
use cpt_tracker::plot::{self, Frame};
use jiff::civil::{Date, date};
use jiff::{SignedDuration, ToSpan as _};

use crate::cases::{Case, SplitMix64, TODAY, at, series, walk};
use crate::practice::View;

/// Problems that were worked at over so many days until today.
#[derive(Clone)]
pub struct Archive(pub Vec<(Attempts, CatalogueEntry)>);

impl Archive {
    /// `count` problems of `judge`, harder as time goes; one in seven was not solved.
    pub fn new(seed: u64, judge: Judge, count: i64, days: i64, levels: (i64, i64)) -> Self {
        let mut dice = SplitMix64(seed);
        let one = |nth: i64| {
            let day = TODAY.saturating_sub((days * (count - 1 - nth) / count.max(1)).days());
            let level = levels.0 + (levels.1 - levels.0) * nth / count.max(1) + dice.roll(500) - 250;
            let solved = dice.roll(7) > 0;
            let tags = TAGS[(dice.roll(6) * dice.roll(6)) as usize % TAGS.len()];
            problem(
                judge,
                nth,
                day,
                Some(level.max(0) as i32 / 100 * 100 + (nth % 9) as i32),
                solved,
                &[tags, "math"],
            )
        };
        Self((0..count).map(one).collect())
    }

    pub fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    pub fn worked(&self) -> Vec<ProblemHistory<'_>> {
        self.0.iter().map(|(attempts, entry)| ProblemHistory { attempts, entry: Some(entry) }).collect()
    }
}

const TAGS: [&str; 12] = [
    "dp",
    "greedy",
    "graphs",
    "data structures",
    "constructive algorithms",
    "divide and conquer",
    "strings",
    "probabilities",
    "geometry",
    "chinese remainder theorem",
    "meet-in-the-middle",
    "two pointers",
];

pub fn problem(
    judge: Judge,
    nth: i64,
    day: Date,
    difficulty: Option<i32>,
    solved: bool,
    tags: &[&str],
) -> (Attempts, CatalogueEntry) {
    let id = ProblemId::atcoder(&format!("abc{nth}_{}", judge.id()));
    let at = at(day);
    let problem = Problem {
        judge,
        id: id.clone(),
        contest: format!("abc{nth}"),
        index: "A".to_owned(),
        name: ["素数と約数の個数", "Two </title> & \"Strings\"", "Queue"][nth as usize % 3].to_owned(),
        rating: difficulty,
        level: None,
        tags: tags.iter().map(|&tag| tag.to_owned()).collect(),
        solved: None,
    };
    let attempts = Attempts {
        judge,
        problem: id,
        name: None,
        contests: Vec::new(),
        waiting: false,
        tries: 1 + (nth % 3) as u32,
        first: at,
        began: Phase::After,
        last: at,
        solved: solved.then_some(Solve { at, phase: Phase::After }),
    };
    (attempts, CatalogueEntry { problem, difficulty, model: None })
}

fn sized(size: &'static str) -> View {
    View { size: Some(size), ..View::default() }
}

/// The same against the level at the time.
pub fn by_level(name: &'static str, archive: Archive, series: RatingSeries) -> Case {
    let levels = Courses::of(&[series]);
    Case::new(name, move |frame| {
        let worked = archive.worked();
        let against = |one| DatedSolve::against_level(one, &levels, &frame.zone);
        let solves: Vec<DatedSolve> = worked.iter().filter_map(against).collect();
        plot::solved(&Pace::new(&solves, (date(2025, 3, 10), TODAY), plot::MOST_BARS), frame)
    })
}

pub fn solved(name: &'static str, archive: Archive, first: Date, view: View) -> Case {
    let draw = move |frame: &Frame| {
        let worked = archive.worked();
        let solves: Vec<DatedSolve> =
            worked.iter().filter_map(|one| DatedSolve::judged(one, &frame.zone)).collect();
        let pace = Pace::new(&solves, (first, TODAY), plot::MOST_BARS);
        plot::solved(&pace, &view.of(frame))
    };
    Case::new(name, draw)
}

pub fn difficulty(name: &'static str, archive: Archive, rating: Option<RatingSeries>, view: View) -> Case {
    let judge = archive.0[0].0.judge;
    let draw = move |frame: &Frame| {
        let (worked, frame) = (archive.worked(), view.of(frame));
        let shown: Vec<ProblemHistory<'_>> =
            worked.iter().filter(|one| frame.shows(one.day(&frame.zone))).copied().collect();
        let leads = leads(&shown, rating.as_slice());
        plot::difficulty(judge, &worked, rating.as_ref(), leads.first(), &frame).map(Option::unwrap)
    };
    Case::new(name, draw)
}

pub fn tags(name: &'static str, tally: Vec<TagTally>, view: View) -> Case {
    let mut all = Counts::default();
    for one in &tally {
        all.tried += one.counts.tried;
        all.solved += one.counts.solved;
    }
    Case::new(name, move |frame| plot::tags(&tally, &all, "minjun.kim", &view.of(frame)).map(Option::unwrap))
}

pub fn clock(name: &'static str, moments: Vec<AuthorDate>, starts_at: i64, view: View) -> Case {
    let rule = DayRule { timezone: None, starts_at: SignedDuration::from_hours(starts_at) };
    let found = hours(moments, &rule, (Date::MIN, Date::MAX)).unwrap();
    Case::new(name, move |frame| plot::hours(&found, &rule, &view.of(frame)))
}

/// Times of day around `around`, over the last year.
pub fn evenings(seed: u64, count: i64, around: i64, spread: i64) -> Vec<AuthorDate> {
    let mut dice = SplitMix64(seed);
    let moment = |_| {
        let day = TODAY.saturating_sub(dice.roll(365).days());
        let hour = around + (dice.roll(spread) + dice.roll(spread) - spread) / 2;
        AuthorDate { seconds: at(day).as_second() + (hour - 21) * 3600, offset_minutes: 540 }
    };
    (0..count).map(moment).collect()
}

pub fn all() -> Vec<Case> {
    let (cf, ac) = (Judge::CODEFORCES, Judge::ATCODER);
    let a_year_ago = date(2025, 3, 10);
    let rated = |judge, contests, days, from, to| {
        series(judge, Track::Algorithm, "minjun_kim", walk(31, contests, days, TODAY, from, to))
    };
    let unknown = Archive(
        (0..30).map(|nth| problem(cf, nth, TODAY.saturating_sub(nth.weeks()), None, true, &[])).collect(),
    );
    let one = |judge| Archive(vec![problem(judge, 1, TODAY, Some(1300), true, &["dp"])]);
    let top = || Archive::new(45, cf, 900, 5400, (800, 3400));
    let tally = |archive: &Archive| Tally::new(&archive.worked(), &jiff::tz::TimeZone::UTC).by_tag;
    let long = Archive(
        (0..9).map(|nth| problem(cf, nth, TODAY, Some(1500), nth > 3, &[&"wide ".repeat(12)])).collect(),
    );
    let many: Vec<TagTally> = (0..40)
        .map(|nth| TagTally {
            tag: Some(format!("topic {nth}")),
            counts: Counts { tried: 4 + nth * 7, solved: nth * 6, first_try: nth, tries: nth * 9, untold: 0 },
        })
        .collect();
    let both = || Archive::new(41, cf, 330, 360, (700, 1900)).and(Archive::new(42, ac, 520, 360, (0, 1500)));
    vec![
        solved("solved", both(), a_year_ago, View::default()),
        solved("solved_one", one(ac), a_year_ago, View::default()),
        by_level("solved_by_level", both(), rated(cf, 30, 300, 900, 1500)),
        solved("solved_unknown", unknown, a_year_ago, View::default()),
        solved(
            "solved_fifteen_years",
            top().and(Archive::new(43, ac, 3000, 4000, (0, 3200))),
            date(2011, 5, 1),
            View::default(),
        ),
        solved("solved_600x320", both(), a_year_ago, sized("600x320")),
        solved(
            "solved_1200x630",
            Archive::new(44, ac, 900, 700, (0, 3000)),
            date(2024, 1, 1),
            sized("1200x630"),
        ),
        difficulty(
            "difficulty",
            Archive::new(42, ac, 420, 360, (0, 1300)),
            Some(rated(ac, 42, 620, 20, 1145)),
            View::default(),
        ),
        difficulty("difficulty_one", one(cf), None, View::default()),
        difficulty(
            "difficulty_dense",
            Archive::new(46, cf, 8000, 5400, (900, 2900)),
            Some(rated(cf, 300, 5400, 1300, 2710)),
            View::default(),
        ),
        difficulty(
            "difficulty_far_above",
            Archive::new(47, ac, 60, 300, (2900, 3600)),
            Some(rated(ac, 9, 90, 5, 130)),
            sized("600x320"),
        ),
        difficulty(
            "difficulty_last_autumn",
            top(),
            Some(rated(cf, 120, 1400, 900, 2200)),
            View { since: Some(date(2025, 9, 1)), until: Some(date(2025, 11, 30)), size: Some("1200x630") },
        ),
        tags("tags", tally(&top()), View::default()),
        tags("tags_one", tally(&long), View::default()),
        tags("tags_many", many.clone(), View::default()),
        tags("tags_600x320", many, sized("600x320")),
        clock("hours", evenings(51, 700, 21, 9), 4, View::default()),
        clock("hours_one", evenings(52, 1, 21, 1), 0, View::default()),
        clock("hours_all", evenings(53, 20_000, 12, 24), 0, sized("1200x630")),
        clock("hours_600x320", evenings(54, 300, 23, 6), 0, sized("600x320")),
    ]
}
