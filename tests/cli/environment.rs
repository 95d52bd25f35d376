//! Whatever the environment says, and whatever days and numbers are asked for: an answer or a sentence, no panic, and an
//! exit code that scripts know.

use std::ffi::OsString;
use std::sync::OnceLock;

use cpt_tracker::model::{AuthorDate, Handle, Judge, RatingChange, SeriesKey, Track};
use cpt_tracker::sample::repo::RepoBuilder;
use cpt_tracker::store::Store;
use jiff::Timestamp;
use jiff::civil::Date;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use super::sandbox::{Run, Sandbox};

/// Two contests and a rating in disorder: the one that is listed last is the earliest. What it takes to answer is small,
/// since it is answered often.
fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| {
        let sandbox = Sandbox::new();
        let repo = RepoBuilder::init(&sandbox.dir(), "Demo", "demo@example.com").unwrap();
        let date = AuthorDate { seconds: 1_795_431_600, offset_minutes: 540 };
        repo.commit(date).write("solutions/codeforces/4/A.rs", "1").finish().unwrap();
        sandbox.write("cpt.toml", CONFIGURATION);
        let mut store = Store::open(&sandbox.dir()).unwrap();
        let key = SeriesKey {
            judge: Judge::CODEFORCES,
            track: Track::default(),
            handle: Handle::new(Judge::CODEFORCES, "demo").unwrap(),
        };
        let change = |contest: &str, second, (old, new)| RatingChange {
            contest: contest.to_owned(),
            name: format!("Round {contest}"),
            at: Timestamp::from_second(second).unwrap(),
            place: Some(1),
            old,
            new,
            performance: None,
            rated: true,
        };
        let history = [
            change("3", 1_790_000_000, (0, 400)),
            change("9", 1_795_000_000, (400, 5000)),
            change("1", 1_700_000_000, (5000, -200)),
        ];
        let now = Timestamp::from_second(1_795_431_600).unwrap();
        store.replace_ratings("codeforces.ratings", &key, &history, None, now).unwrap();
        sandbox
    })
}

const CONFIGURATION: &str = "[handles]\ncodeforces = \"demo\"\n[charts]\nformats = [\"svg\"]\n";

fn is_sound(run: &Run) -> Result<(), TestCaseError> {
    prop_assert!(run.code.is_some_and(|code| (0..=3).contains(&code)), "{run}");
    prop_assert!(!run.err.contains("panicked"), "{run}");
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(4), max_shrink_iters: 50, ..ProptestConfig::default() }
}

/// A day that there is, at either end of the calendar or anywhere, or something that only looks like one.
fn day() -> impl Strategy<Value = String> {
    let any_day = (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap().to_string());
    let near = (1960_i16..2300, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| Date::new(year, month, day).unwrap().to_string());
    let ends = select(&["0000-01-01", "9999-12-31", "0001-01-01", "1969-12-31", "2026-02-30", "", "-1"][..]);
    prop_oneof![2 => any_day, 3 => near, 2 => ends.prop_map(str::to_owned), 1 => "\\PC{0,12}"]
}

/// A number, mostly one that is too large or too small for whatever it is asked for.
fn number() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        any::<u64>().prop_map(|number| number.to_string()),
        (-9999_i32..=9999).prop_map(|number| number.to_string()),
        select(&["2147483647", "-2147483648", "18446744073709551616", "0", "1e400", "NaN", ""][..])
            .prop_map(str::to_owned),
    ]
}

/// A command about days or numbers.
fn command() -> impl Strategy<Value = Vec<String>> {
    let with = |words: &'static str, value: BoxedStrategy<String>| {
        let words = words.split(' ').map(str::to_owned).collect::<Vec<_>>();
        // In one word, so that a minus isn't another option.
        value.prop_map(move |value| {
            let mut words = words.clone();
            let last = words.pop().unwrap_or_default();
            words.push(last.replace('@', &value));
            words
        })
    };
    let dated = [
        "stats --since=@",
        "stats --until=@",
        "todo --since=@",
        "chart --term --since=@",
        "chart --term --until=@",
        "chart rating --out charts --until=@",
        "chart heatmap hours --out charts --since=@",
        "export days --since=@",
        "export ratings --until=@",
        "target add codeforces cyan --by=@",
        "target remove codeforces cyan --by=@",
    ];
    let counted = [
        "rating --what-if=@",
        "rating --what-if=1200,@",
        "streak --weeks=@",
        "streak --year=@",
        "stats --last=@d",
        "stats --last=@y",
        "next --count=@",
        "next --rating=@..",
        "target add codeforces --by=2027-01-01 @",
        "review --no-charts -- @",
        "chart rating --out charts --size=@x600",
    ];
    let plain =
        ["status", "chart --term", "streak", "rating", "target", "stats", "todo", "next", "streak --json"];
    prop_oneof![
        select(dated.to_vec()).prop_flat_map(move |words| with(words, day().boxed())),
        select(counted.to_vec()).prop_flat_map(move |words| with(words, number().boxed())),
        select(plain.to_vec()).prop_flat_map(move |words| with(words, Just(String::new()).boxed())),
    ]
}

/// A moment in the whole of time, as `CPT_NOW` takes it, or something that is none.
fn moment() -> impl Strategy<Value = String> {
    let seconds = prop_oneof![
        Timestamp::MIN.as_second()..=Timestamp::MAX.as_second(),
        0..7_258_118_400_i64,
        select(&[0, -1, 7_258_118_399, 7_258_118_400][..]),
    ];
    let offsets = select(&["Z", "+14:00", "-12:00", "+25:59", "[Asia/Seoul]", ""][..]);
    prop_oneof![
        4 => (seconds, offsets).prop_map(|(second, offset)| {
            let moment = Timestamp::from_second(second).unwrap().to_string();
            format!("{}{offset}", moment.trim_end_matches('Z'))
        }),
        1 => "\\PC{0,20}",
    ]
}

/// Variables and what they say. Text that is none is made of the bytes of the other values.
fn environment() -> impl Strategy<Value = Vec<(&'static str, OsString)>> {
    let text = |value: String, is_text: bool| {
        #[cfg(unix)]
        if !is_text {
            use std::os::unix::ffi::OsStringExt as _;
            return OsString::from_vec([value.as_bytes(), b"\xff"].concat());
        }
        let _ = is_text;
        OsString::from(value.replace('\0', ""))
    };
    let words = select(
        &[
            "",
            ":",
            "/dev/null",
            "Nowhere/City",
            "UTC+99",
            "<+99>-99",
            "Asia/Seoul",
            "tr_TR.UTF-8",
            "\u{1b}[31m",
        ][..],
    );
    let one = prop_oneof![
        3 => (Just("COLUMNS"), number()),
        3 => (Just("CPT_NOW"), moment()),
        3 => (
            select(
                &[
                    "TZ", "LANG", "LC_ALL", "NO_COLOR", "TERM", "HOME", "XDG_CONFIG_HOME", "EDITOR", "VISUAL",
                    "CPT_CONFIG", "CPT_INTERVAL_MS", "CPT_CODEFORCES_URL", "TMPDIR", "TZDIR", "RUST_BACKTRACE",
                ][..]
            ),
            prop_oneof![words.prop_map(str::to_owned), "\\PC{0,9}", number()],
        ),
    ];
    let one = (one, prop::bool::weighted(0.9))
        .prop_map(move |((name, value), is_text)| (name, text(value, is_text)));
    prop::collection::vec(one, 0..4)
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn no_environment_day_or_number_makes_it_panic(words in command(), variables in environment()) {
        let sandbox = sandbox();
        // The one command that changes something.
        sandbox.write("cpt.toml", CONFIGURATION);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut program = sandbox.program(&words);
        program.envs(variables);
        is_sound(&sandbox.run(program))?;
    }
}

#[test]
fn a_history_in_disorder_is_drawn_at_any_width() {
    let sandbox = sandbox();
    let widest = |columns: &str| {
        let mut program = sandbox.program(&["chart", "--term"]);
        program.env("COLUMNS", columns);
        let run = sandbox.run(program);
        assert_eq!(run.code, Some(0), "{columns}: {run}");
        // The line, and years between the first and the last day, whatever the order.
        assert!(run.out.contains(|c| ('⠁'..='⣿').contains(&c)), "{columns}: {run}");
        assert!(run.out.contains("2024") && run.out.contains("2026"), "{columns}: {run}");
        run.out.lines().map(|line| line.chars().count()).max().unwrap_or_default()
    };
    assert_eq!(widest("0"), widest("1"));
    assert!(widest("80") <= 80);
    assert_eq!(widest("18446744073709551615"), widest("1000"));
}
