//! Whatever stands in `cpt.toml` and on the command line: an answer or a sentence, no panic, an exit code that scripts
//! know, and nothing that steers a terminal.

use std::sync::OnceLock;

use cpt_tracker::model::is_unsafe;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use super::sandbox::{Run, Sandbox};

/// Words that mean something to some command, and texts that mean harm.
const WORDS: [&str; 52] = [
    "status",
    "streak",
    "rating",
    "solutions",
    "next",
    "new",
    "todo",
    "stats",
    "contests",
    "target",
    "chart",
    "review",
    "export",
    "report",
    "init",
    "add",
    "remove",
    "--json",
    "--all",
    "--out",
    "--since",
    "--until",
    "--by",
    "--judge",
    "--track",
    "--what-if",
    "--weeks",
    "--year",
    "--config",
    "--format",
    "--last",
    "--term",
    "--size",
    "--help",
    "--ext",
    "--template",
    "atcoder",
    "codeforces",
    "green",
    "2026-12-31",
    "0000-00-00",
    "cpt.toml",
    "abc300_a",
    "-1",
    "99999999999999999999",
    "1e308",
    "",
    "\u{1b}[2J\u{9b}1m",
    "\u{202e}\u{61c}",
    "../x",
    "{ext}${{x}}",
    "민트",
];

/// What may take the place of a piece of a configuration.
const PIECES: [&str; 22] = [
    "",
    "\"",
    "'",
    "[",
    "]",
    "[[",
    "=",
    "\n",
    "#",
    "-1",
    "0",
    "99999999999999999999",
    "1e400",
    "nan",
    "true",
    "\"\\u001b[2J\"",
    "\u{202e}",
    "\u{0}",
    "\"~/../..\"",
    "2026-02-30",
    "\"\"\"",
    "{ a = { b = [1, \"x\"] } }",
];

fn sandbox() -> &'static Sandbox {
    static SANDBOX: OnceLock<Sandbox> = OnceLock::new();
    SANDBOX.get_or_init(|| Sandbox::of_beginner(&[1, 0]))
}

/// The configuration with every key, as the documentation has it.
fn every_key() -> &'static str {
    let page = include_str!("../../docs/configuration.md");
    let (_, shown) = page.split_once("```toml\nlanguage").unwrap();
    shown.split_once("```").unwrap().0
}

fn is_sound(run: &Run) -> Result<(), TestCaseError> {
    prop_assert!(run.code.is_some_and(|code| (0..=4).contains(&code)), "{run}");
    prop_assert!(!run.err.contains(|c| c != '\n' && is_unsafe(c)), "{:?}", run.err);
    prop_assert!(!run.err.contains("panicked"), "{run}");
    Ok(())
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(16), max_shrink_iters: 100, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(96))]

    #[test]
    fn any_command_line_is_answered_or_explained(words in prop::collection::vec(select(&WORDS[..]), 0..6)) {
        let own = Sandbox::of_beginner(&[]);
        is_sound(&own.cpt(&words))?;
    }

    #[test]
    fn any_configuration_is_read_or_explained(
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..12_usize, select(&PIECES[..])), 1..4)
    ) {
        let mut text: Vec<char> = format!("language{}", every_key()).chars().collect();
        for (at, length, piece) in changes {
            let from = at.index(text.len());
            let to = (from + length).min(text.len());
            text.splice(from..to, piece.chars());
        }
        let sandbox = sandbox();
        sandbox.write("mutated/cpt.toml", &text.iter().collect::<String>());
        is_sound(&sandbox.cpt(&["--config", "mutated/cpt.toml", "status"]))?;
    }
}
