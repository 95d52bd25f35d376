//! What is recorded beside solutions, as scripts read it.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use crate::answers::RecordedTally;
use crate::model::{DifficultyLevel, SolveRecord};

/// The committed problems of one judge.
#[derive(Serialize)]
pub struct RecordedJson<'a> {
    judge: &'static str,
    solved: u32,
    by_level: Vec<LevelJson>,
    by_topic: Vec<TopicJson<'a>>,
    by_month: Vec<MonthJson>,
}

#[derive(Serialize)]
struct LevelJson {
    /// The judge's own word; `null` where nobody recorded it.
    level: Option<&'static str>,
    /// Its place on the judge's scale, the easiest 0.
    place: Option<u8>,
    solved: u32,
}

#[derive(Serialize)]
struct TopicJson<'a> {
    /// `null` for problems without topics.
    topic: Option<&'a str>,
    solved: u32,
}

#[derive(Serialize)]
struct MonthJson {
    /// Its first day.
    month: Date,
    solved: u32,
}

impl<'a> From<&'a RecordedTally> for RecordedJson<'a> {
    fn from(tally: &'a RecordedTally) -> Self {
        let name = |place: u8| tally.judge.levels.get(usize::from(place)).map(|level| level.name);
        let levels = tally.by_level.iter();
        let topics = tally.by_topic.iter();
        Self {
            judge: tally.judge.id,
            solved: tally.solved,
            by_level: levels
                .map(|&(place, solved)| LevelJson { level: place.and_then(name), place, solved })
                .collect(),
            by_topic: topics
                .map(|(topic, solved)| TopicJson { topic: topic.as_deref(), solved: *solved })
                .collect(),
            by_month: tally.by_month.iter().map(|&(month, solved)| MonthJson { month, solved }).collect(),
        }
    }
}

/// What is recorded of one solve.
#[derive(Serialize)]
pub(super) struct SolveJson<'a> {
    title: Option<&'a str>,
    level: Option<&'static str>,
    topics: &'a [String],
    /// When it was handed in.
    at: Option<Timestamp>,
    memory_bytes: Option<u64>,
    time_us: Option<u64>,
}

impl<'a> From<&'a SolveRecord> for SolveJson<'a> {
    fn from(record: &'a SolveRecord) -> Self {
        Self {
            title: record.title.as_deref(),
            level: record.difficulty().map(|DifficultyLevel { name, .. }| *name),
            topics: &record.topics,
            at: record.at,
            memory_bytes: record.memory,
            time_us: record.time,
        }
    }
}
