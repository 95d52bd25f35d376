//! Pinecone, a judge that doesn't exist: everything that the program needs to know of it.

use std::time::Duration;

use cpt_tracker::fetch::Answer;
use cpt_tracker::judges::{
    Calibration, Entry, Fetch, ForecastParameters, Forecasting, FormulaState, Participation, Performed,
    Rating, SimulatedContest, SimulatedRating, Simulation, SiteEntry, SkillModel, Source, StandingEffects,
};
use cpt_tracker::model::{
    Address, Colour, ContestSet, DifficultyScale, DuplicateProblems, Extent, HandleRule, JudgeData,
    JudgeSpec, KnownJudge, Listed, Outcome, Problem, ProblemId, ProblemNames, ProblemRules, RatingChange,
    RatingSeries, Site, SourceName, Submission, Tier, Track,
};
use cpt_tracker::model::{Handle, Judge};
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

pub static ENTRY: Entry = Entry {
    spec: &SPEC,
    ratings: &[&Halfway],
    sites: &[SiteEntry {
        site: &SITE,
        check: |client, handle: &Handle| {
            Box::pin(async move {
                let path = ["users", handle.as_str()];
                client.json_if_changed::<Value>(&named(JudgeData::Profile), &path, &[], None).await.map(drop)
            })
        },
        profiles: None,
        archive: None,
    }],
    sets: &[ContestSet { names: &["cones"], title: "All cones", contests: &["0"] }],
    sources: &[
        source(
            "ratings",
            Fetch::Ratings(Track::Algorithm, |client, handle: &Handle, known| {
                Box::pin(async move {
                    let path = ["users", handle.as_str(), "ratings"];
                    let answer = client
                        .json_if_changed(&named(JudgeData::Ratings(Track::Algorithm)), &path, &[], known)
                        .await?;
                    Ok(answer.map(|rows: Vec<Value>| rows.iter().map(change).collect()))
                })
            }),
        ),
        source(
            "submissions",
            Fetch::Submissions(|client, handle: &Handle, _, stamp, _| {
                Box::pin(async move {
                    let path = ["users", handle.as_str(), "submissions"];
                    let answer: Answer<Vec<Value>> =
                        client.json_if_changed(&named(JudgeData::Submissions), &path, &[], stamp).await?;
                    Ok(answer.map(|rows| Listed::whole(rows.iter().map(submission).collect(), Extent::All)))
                })
            }),
        ),
        source(
            "problems",
            Fetch::Problems(|client, known| {
                Box::pin(async move {
                    let answer = client
                        .json_if_changed(&named(JudgeData::Problems), &["problems"], &[], known)
                        .await?;
                    Ok(answer.map(|rows: Vec<Value>| rows.iter().map(problem).collect()))
                })
            }),
        ),
    ],
};

const fn source(name: &'static str, fetch: Fetch) -> Source {
    Source { name, data: fetch.data(), site: &SITE, fetch }
}

/// What the judge tells.
fn named(data: JudgeData) -> SourceName {
    SourceName::at(Judge::new(&SPEC), data)
}

pub static SITE: Site = Site {
    id: "pinecone",
    name: "Pinecone",
    official_url: "https://pinecone.example",
    variable: "CPT_PINECONE_URL",
    shortest_interval: Duration::from_secs(1),
    knows_users: true,
};

static KNOWN: KnownJudge = KnownJudge {
    name: Some("Pinecone"),
    addresses: &[Address("https://pinecone.example/p/{number}", "{number}")],
    ..KnownJudge::new("pinecone", &["pinecone"], ProblemNames::Number(1))
};

static SPEC: JudgeSpec = JudgeSpec {
    known: &KNOWN,
    order: 9,
    is_main: false,
    tracks: &[Track::Algorithm],
    tiers: &[
        tier(i32::MIN, Colour::Gray, None),
        tier(100, Colour::Green, None),
        tier(200, Colour::Red, Some("cone")),
    ],
    first_goal: "green",
    difficulty: DifficultyScale::Ratings,
    handles: HandleRule {
        shortest: 2,
        longest: 9,
        any_script: false,
        extra: "",
        letters: "a Latin letter or a digit",
        advice: "",
    },
    profile: |handle| format!("https://pinecone.example/users/{handle}"),
    outcome: |verdict| if verdict == "yes" { Outcome::Accepted } else { Outcome::Rejected },
    tells_rejections: true,
    compile_error: "what",
    scale: None,
    names_topics: false,
    problems: ProblemRules {
        contests_page: "https://pinecone.example/contests",
        contest_link: |contest| format!("https://pinecone.example/contests/{contest}"),
        listed_link: |_| None,
        has_places: false,
        home_contest: |_, listed, _| listed,
        duplicates: |_, _, _| DuplicateProblems::default(),
        held_together: |_| Vec::new(),
        kind: |_, _| None,
        rated_for: |_, _| None,
        is_scored: |_| false,
        layout: "{id}",
    },
};

const fn tier(from: i32, colour: Colour, title: Option<&'static str>) -> Tier {
    Tier { from, colour, title, nicknames: &[], rgb: 0x12_3456 }
}

/// The judge's answers: eight contests, each twenty points up; three submissions; twelve problems.
pub fn answer(path: &str) -> Option<String> {
    let body = match path {
        "/users/alice/ratings" => {
            let row = |n: i64| json!({"contest": n, "at": 1_790_000_000 + n * 604_800, "new": 30 + 20 * n});
            (0..8).map(row).collect()
        }
        "/users/alice/submissions" => {
            let row = |n: i64| json!({"id": n, "at": 1_794_000_000 + n, "problem": n, "verdict": "yes"});
            (1..4).map(row).collect()
        }
        "/problems" => (1..13).map(|n: i64| json!({"problem": n, "rating": 100 + 10 * n})).collect(),
        _ => return None,
    };
    Some(Value::Array(body).to_string())
}

fn number(row: &Value, key: &str) -> i64 {
    row[key].as_i64().unwrap()
}

fn change(row: &Value) -> RatingChange {
    let new = number(row, "new") as i32;
    RatingChange {
        contest: number(row, "contest").to_string(),
        name: format!("Contest {}", row["contest"]),
        at: Timestamp::from_second(number(row, "at")).unwrap(),
        place: None,
        old: if number(row, "contest") == 0 { 0 } else { new - 20 },
        new,
        performance: None,
        rated: true,
    }
}

fn submission(row: &Value) -> Submission {
    Submission {
        judge: Judge::new(&SPEC),
        id: number(row, "id") as u64,
        at: Timestamp::from_second(number(row, "at")).unwrap(),
        contest: None,
        problem: ProblemId::new(&KNOWN, &row["problem"].to_string()),
        name: None,
        verdict: row["verdict"].as_str().unwrap().to_owned(),
        told: None,
        participation: None,
        team: false,
        language: "Cone".to_owned(),
        points: None,
    }
}

fn problem(row: &Value) -> Problem {
    Problem {
        judge: Judge::new(&SPEC),
        id: ProblemId::new(&KNOWN, &row["problem"].to_string()),
        contest: "0".to_owned(),
        index: row["problem"].to_string(),
        name: format!("Problem {}", row["problem"]),
        rating: Some(number(row, "rating") as i32),
        level: None,
        tags: Vec::new(),
        solved: None,
    }
}

/// The formula: each contest leads halfway to its performance.
struct Halfway;

impl Rating for Halfway {
    fn state(&self, series: &RatingSeries, _: Date) -> Box<dyn FormulaState> {
        let performance = |change: &RatingChange| 2 * change.new - change.old;
        let performances = series.rated().map(performance).collect();
        Box::new(State { rating: series.rating().unwrap_or(0), performances })
    }

    fn forecast(&self) -> Option<&dyn Forecasting> {
        Some(self)
    }

    fn strengths(&self, rated: &[&RatingChange]) -> Vec<Option<f64>> {
        rated.iter().map(|change| Some(f64::from(change.new))).collect()
    }
}

impl Forecasting for Halfway {
    fn parameters(&self) -> &'static ForecastParameters {
        &ForecastParameters {
            skill: SkillModel {
                start: 0.0,
                start_spread: 500.0,
                growth: 1.0,
                early_growth: 50.0,
                early_contests: 5.0,
                growth_a_day: 0.0,
                ceiling: 0.0,
                momentum: 10.0,
                momentum_kept: 0.8,
                wander: 5.0,
                scatter: 50.0,
                scatter_evidence: 5.0,
                tails: 10.0,
                long_bonus: 0.0,
                long_scatter: 1.0,
            },
            participation: Participation {
                memory_days: 100.0,
                usual_contests: 5.0,
                usual_pace: 0.05,
                spread: 0.5,
                fading_days: 500.0,
                leaving_days: 100.0,
                leaving_shape: 1.0,
            },
            calibration: Calibration::NONE,
            standing: StandingEffects::NONE,
        }
    }

    fn simulation(&self, _: &RatingSeries, rated: &[&RatingChange], _: Date) -> Simulation {
        let performed = |change: &&RatingChange| Performed {
            at: change.at,
            performance: f64::from(2 * change.new - change.old),
            long: false,
        };
        Simulation {
            performances: rated.iter().map(performed).collect(),
            kinds: None,
            lengths: Vec::new(),
            rating: Box::new(HalfwayThere { rating: rated.last().map_or(0.0, |last| last.new.into()) }),
        }
    }
}

#[derive(Debug)]
struct State {
    rating: i32,
    performances: Vec<i32>,
}

impl FormulaState for State {
    fn performances(&self) -> &[i32] {
        &self.performances
    }

    fn is_estimate(&self) -> bool {
        false
    }

    fn after(&self, performances: &[i32]) -> Vec<i32> {
        let mut rating = self.rating;
        let next = |performance: &i32| {
            rating = i32::midpoint(rating, *performance);
            rating
        };
        performances.iter().map(next).collect()
    }
}

#[derive(Debug, Clone)]
struct HalfwayThere {
    rating: f64,
}

impl SimulatedRating for HalfwayThere {
    fn after(&mut self, contest: &SimulatedContest) -> i32 {
        self.rating = f64::midpoint(self.rating, contest.performance);
        self.rating.round() as i32
    }

    fn boxed(&self) -> Box<dyn SimulatedRating> {
        Box::new(self.clone())
    }
}
