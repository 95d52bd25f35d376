use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::civil::date;

use super::*;
use crate::judges::{atcoder, codeforces};
use crate::model::{Colour, Group, GroupGoal, Period, RestDay, Track};

fn parse(text: &str) -> Result<Config, ConfigError> {
    Config::parse(text, Path::new("/work/cpt.toml"), &Overrides::default())
}

fn error(text: &str) -> String {
    parse(text).unwrap_err().to_string()
}

#[test]
fn an_empty_file_means_the_defaults() {
    let config = parse("").unwrap();
    assert_eq!(config.handles, Handles::default());
    assert_eq!(config.repos.len(), 1);
    assert_eq!(config.repos[0].path, PathBuf::from("/work"));
    assert_eq!(config.streak, StreakRules::default());
    assert_eq!(config.charts.dir, PathBuf::from("/work/charts"));
    assert_eq!(config.sites.of(&codeforces::SITE).url.as_str(), "https://codeforces.com/");
    assert_eq!(config.sites.of(&codeforces::SITE).interval, Duration::from_secs(2));
    assert_eq!(config.sites.of(&atcoder::ARCHIVE).url.as_str(), "https://kenkoooo.com/atcoder");
}

#[test]
fn everything_that_can_be_said_is_understood() {
    let config = parse(
        r#"
        [handles]
        codeforces = "alice"
        [[repos]]
        path = "practice"
        paths = ["solutions", "old/abc"]
        authors = ["*"]
        judge = "Baekjoon"
        [streak]
        goal = 2
        count = "new"
        timezone = "Asia/Seoul"
        day_starts_at = "04:30"
        rest_days = ["Sunday", "2026-09-25", 2026-10-03]
        bulk = 10
        [[targets]]
        judge = "codeforces"
        colour = "민트"
        by = 2026-12-31
        [[targets]]
        judge = "atcoder"
        track = "heuristic"
        colour = 1000
        by = "2027-01-31"
        [[lists]]
        file = "lists/dp.md"
        [[lists]]
        file = "../graphs.txt"
        name = "graphs"
        judge = "백준"
        [charts]
        formats = ["png"]
        theme = "both"
        [judges.atcoder]
        url = "http://127.0.0.1:8080/at"
        interval = "5ms"
        "#,
    )
    .unwrap();
    assert_eq!(config.repos[0].path, PathBuf::from("/work/practice"));
    assert!(config.streak.only_new);
    assert_eq!(config.streak.day.starts_at.as_mins(), 270);
    assert_eq!(config.streak.rest_days[2], RestDay::On(date(2026, 10, 3)));
    assert_eq!((config.targets[0].goal.rating, config.targets[0].by), (1400, date(2026, 12, 31)));
    assert_eq!(config.targets[1].track, Track::Heuristic);
    assert_eq!(config.targets[1].goal.colour, Colour::Green);
    assert_eq!(config.sites.of(&atcoder::SITE).interval, Duration::from_millis(5));
    let lists: Vec<_> =
        config.lists.iter().map(|list| (&*list.name, list.judge.map(|judge| judge.id))).collect();
    assert_eq!(lists, [("dp", None), ("graphs", Some("boj"))]);
    assert_eq!(config.lists[0].file, PathBuf::from("/work/lists/dp.md"));
}

#[test]
fn a_goal_is_for_a_day_or_for_a_week() {
    let goal = |goal: &str| {
        let config = parse(&format!("[streak]\ngoal = {goal}\n")).unwrap();
        (config.streak.goal, config.streak.per)
    };
    assert_eq!(goal("3"), (3, Period::Day));
    assert_eq!(goal("\"3/day\""), (3, Period::Day));
    assert_eq!(goal("\" 5 / Week \""), (5, Period::Week));
}

#[test]
fn an_error_names_file_line_column_key_and_what_was_expected() {
    let wrong = [
        "[streak]\n  gaol = 1\n",
        "[handels]\n",
        "[streak]\ngoal = \"one\"\n",
        "[streak]\ngoal = -1\n",
        "[streak]\ngoal = 0\n",
        "[streak]\ngoal = \"5/month\"\n",
        "[[repos]]\npath = \".\"\njudge = \"backjoon\"\n",
        "[streak]\ntimezone = \"Asia/Soul\"\n",
        "[streak]\nday_starts_at = \"4am\"\n",
        "[streak]\nrest_days = [\"monday\", \"sundy\"]\n",
        "[streak]\ncount = \"news\"\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"grean\"\nby = \"2026-12-31\"\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nby = \"31.12.2026\"\n",
        "[[targets]]\njudge = \"codeforces\"\ntrack = \"heuristic\"\ncolour = \"green\"\nby = \"2026-12-31\"\n",
        "[[targets]]\njudge = \"topcoder\"\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nfrom = \"today\"\nby = \"2026-12-31\"\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = \"green\"\nfrom = 2027-01-01\nby = 2026-12-31\n",
        "[[targets]]\njudge = \"atcoder\"\n",
        "[[targets]]\njudge = \"atcoder\"\nby = 2026-12-31\n",
        "[[targets]]\njudge = \"atcoder\"\ncolour = 800\nequivalent = \"codeforces mint\"\nby = 2026-12-31\n",
        "[[targets]]\njudge = \"atcoder\"\nequivalent = \"codeforces mnit\"\nby = 2026-12-31\n",
        "[[targets]]\njudge = \"atcoder\"\nequivalent = \"mint\"\nby = 2026-12-31\n",
        "[handles]\natcoder = \"../etc\"\n",
        "[[repos]]\npath = \".\"\npaths = [\"../other\"]\n",
        "[[repos]]\npath = \".\"\nignore = [\"[\"]\n",
        "[[repos]]\npath = \".\"\n[[repos]]\npath = \"/work\"\n",
        "[charts]\ntheme = \"drak\"\n",
        "[readme]\nfile = \"\"\n",
        "[new]\nlayout = \"{judge}/{contest}.{ext}\"\n",
        "[new.layouts]\natcoder = \"{judge}/{task}.{ext}\"\n",
        "[new.layouts]\natcodr = \"{id}.{ext}\"\n",
        "[new]\nextension = \"*.rs\"\n",
        "[group]\nname = \" \"\n",
        "[group]\ngoal = \"5/month\"\n",
        "[group]\ngoal = 5\n",
        "[group]\ngoal = \"0/week\"\n",
        "[group]\nweek_starts = \"mondey\"\n",
        "[group]\nsettles = \"20:00\"\n",
        "[group]\nsettles = \"monday 25:00\"\n",
        "[group]\nfine = { missed = 0, unit = \"KRW\" }\n",
        "[group]\nfine = { missed = 1000, unit = \"\" }\n",
        "[group]\nfine = { missed = 1000, unit = \"KRW\", per = \"day\" }\n",
        "[[group.weeks]]\nweek = \"2026-W54\"\nproblems = []\n",
        "[group]\nweek_starts = \"sunday\"\n[[group.weeks]]\nweek = \"2026-W48\"\nproblems = []\n",
        "[[group.weeks]]\nweek = 2026-11-26\nproblems = [\"\"]\n",
        "[[group.weeks]]\nweek = 2026-11-26\n",
        "[[group.weeks]]\nweek = 2026-11-26\nproblems = [\"abc300_a\"]\nheading = \"Trees\"\n",
        "[[group.members]]\nauthors = [\"ada@example.com\"]\n",
        "[[group.members]]\nname = \"ada\"\n",
        "[group]\nsource = \"commits\"\n[[group.members]]\nname = \"ada\"\natcoder = \"ada\"\n",
        "[[group.members]]\nname = \"ada\"\nauthors = [\"*\"]\n",
        "[[group.members]]\nname = \"ada\"\natcodr = \"ada\"\n",
        "[[group.members]]\nname = \"ada\"\natcoder = \"../etc\"\n",
        "[[group.members]]\nname = \"ada\"\npaths = [\"ada/[\"]\n",
        "[[group.members]]\nname = \"ada\"\npaths = [\"/**\"]\n",
        "[[group.members]]\nname = \"ada\"\nbranch = \"ada\"\nexcused = [\"2026-11-15..2026-11-09\"]\n",
        "[[group.members]]\nname = \"ada\"\nbranch = \"ada\"\nexcused = [\"2026-11-09 - 2026-11-15\"]\n",
        "[[group.members]]\nname = \"ada\"\nbranch = \"ada\"\nfrom = 2026-11-09\nuntil = 2026-11-08\n",
        "[[lists]]\nfile = \"..\"\n",
        "[[lists]]\nfile = \"my list.md\"\n",
        "[[lists]]\nfile = \"a.md\"\njudge = \"bok\"\n",
        "[[lists]]\nfile = \"dp.md\"\n[[lists]]\nfile = \"old/DP.md\"\n",
        "[judges.codeforces]\ninterval = \"100ms\"\n",
        "[judges.codeforces]\nurl = \"codeforces.com\"\n",
        "[judges.codeforces]\ntimeout = \"0s\"\n",
        "[streak\n",
    ];
    let report: String = wrong.map(|text| format!("{text}=> {}\n\n", error(text))).concat();
    insta::assert_snapshot!(report);
}

#[test]
fn the_environment_stands_over_the_file_but_never_hurries_an_official_site() {
    let overrides = Overrides {
        urls: BTreeMap::from([("codeforces", "http://127.0.0.1:1".to_owned())]),
        interval: Some(Duration::from_millis(1)),
        ..Overrides::default()
    };
    let config = Config::parse("", Path::new("/work/cpt.toml"), &overrides).unwrap();
    assert_eq!(config.sites.of(&codeforces::SITE).interval, Duration::from_millis(1));
    assert_eq!(config.sites.of(&atcoder::SITE).interval, Duration::from_secs(1));

    let overrides =
        Overrides { urls: BTreeMap::from([("atcoder", "here".to_owned())]), ..Overrides::default() };
    let error = Config::parse("", Path::new("/work/cpt.toml"), &overrides).unwrap_err();
    assert!(error.to_string().starts_with("CPT_ATCODER_URL: invalid URL \"here\""), "{error}");
}

/// Whoever mistypes the address of a mirror has the password in the same line.
#[test]
fn a_wrong_address_is_told_without_what_is_secret_in_it() {
    for (address, shown) in [
        ("http//me:s3cr3t@mirror.example", "invalid URL \"...@mirror.example\""),
        ("ftp://me:s3c@r3t@mirror.example/a", "invalid URL \"ftp://...@mirror.example/a\""),
        ("https://me:s3cr3t@", "invalid URL \"https://...@\""),
        ("https://mirror.example/?key=s3cr3t", "invalid URL \"https://mirror.example/?...\""),
        ("me:s3cr3t@mirror", "invalid URL \"...@mirror\""),
    ] {
        let overrides =
            Overrides { urls: BTreeMap::from([("atcoder", address.to_owned())]), ..Overrides::default() };
        let file = format!("[judges.codeforces]\nurl = {address:?}\n");
        let of_file = Config::parse(&file, Path::new("/work/cpt.toml"), &Overrides::default()).unwrap_err();
        let of_environment = Config::parse("", Path::new("/work/cpt.toml"), &overrides).unwrap_err();
        for error in [of_file, of_environment] {
            assert!(error.to_string().contains(shown), "{error}");
            assert!(!error.to_string().contains("3cr3t"), "{error}");
        }
    }
}

#[test]
fn what_a_configuration_says_is_the_same_in_another_order_and_has_no_address() {
    let said =
        |text: &str| Config::parse(text, Path::new("/work/cpt.toml"), &Overrides::default()).unwrap().said;
    let one =
        said("[streak]\ngoal = 2 # two\n[judges.codeforces]\nurl = \"http://me:s3cr3t@mirror\"\n[charts]\n");
    assert_eq!(one, said("[charts]\n[streak]\ngoal = 2\n"));
    assert_ne!(one, said("[charts]\n[streak]\ngoal = 3\n"));
    assert!(!one.contains("mirror"), "{one}");
}

/// What `cpt init` writes in this language.
fn template(lang: Lang) -> Template {
    Template {
        lang,
        handles: [(Judge::ATCODER, Handle::new(Judge::ATCODER, "alice").unwrap())].into_iter().collect(),
        author: Some("o'neil\"@example.com".to_owned()),
        repo: None,
        has_solutions: true,
        today: date(2026, 11, 23),
    }
}

/// The file with its examples as keys.
fn with_examples(text: &str) -> String {
    let is_example =
        |line: &&str| line.starts_with("# ") && (line.contains(" = ") || line.starts_with("# [["));
    let lines = text.lines().map(|line| if is_example(&line) { &line[2..] } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_file_that_init_writes_can_be_read_with_all_its_examples() {
    let template = template(Lang::English);
    let text = template.render();
    let config = parse(&text).unwrap();
    assert_eq!(config.handles, template.handles);
    assert_eq!(config.repos[0].authors.as_deref(), Some(&[template.author.clone().unwrap()][..]));
    assert_eq!(config.targets, []);
    insta::assert_snapshot!(text);

    let config = parse(&with_examples(&text)).unwrap();
    assert_eq!(config.targets[0].track, Track::Heuristic);
    assert_eq!((config.targets[0].from, config.targets[0].by), (Some(template.today), date(2027, 6, 30)));
    assert_eq!(config.streak.rest_days.len(), 2);
}

#[test]
fn the_file_that_init_writes_has_the_same_keys_in_every_language_and_sets_its_own() {
    let tables = |text: &str| {
        let mut all: toml::Table = with_examples(text).parse().unwrap();
        all.remove("language");
        (toml::to_string(&all).unwrap(), text.lines().filter(|line| line.starts_with("# ")).count())
    };
    let english = template(Lang::English).render();
    assert_eq!(parse(&english).unwrap().language, None);
    for lang in [Lang::Korean, Lang::Japanese] {
        let text = template(lang).render();
        assert_eq!(parse(&text).unwrap().language, Some(lang));
        let (keys, comments) = tables(&text);
        assert_eq!(keys, tables(&english).0, "{lang:?}");
        assert_eq!(comments + 1, tables(&english).1, "{lang:?}: a comment for each, but for `language`");
        assert!(text.lines().all(|line| unicode_width::UnicodeWidthStr::width(line) <= 120), "{text}");
    }
}

/// A group whose members have this.
fn group_of(members: &[(&str, &str)]) -> Result<Group, String> {
    let member = |(name, keys): &(&str, &str)| format!("[[group.members]]\nname = \"{name}\"\n{keys}\n");
    let text: String = members.iter().map(member).collect();
    parse(&text).map(|config| config.group.unwrap()).map_err(|error| error.to_string())
}

#[test]
fn what_two_members_have_in_common_is_refused_with_both_names() {
    for (one, other, what) in [
        ("authors = [\"Ada@x\"]", "authors = [\"bob@x\", \" ada@X\"]", "author"),
        ("paths = [\"ada\"]", "paths = [\"./ada/**\"]", "folder"),
        ("branch = \"main\"", "branch = \"main\"", "branch"),
        ("codeforces = \"Ada\"", "codeforces = \"ada\"", "handle"),
        ("repo = \"x\"", "repo = \"./x\"", "repository"),
        ("repo = \"x\"", "repo = \"x\"\nauthors = [\"bob@x\"]", "repository"),
        ("repo = \"x\"\npaths = [\"a\"]", "repo = \"x\"\npaths = [\"a\"]", "folder"),
    ] {
        let error = group_of(&[("Ada", one), ("Bob", other)]).unwrap_err();
        assert!(error.contains("\"Ada\" and \"Bob\" ") && error.contains(&format!(" {what}; ")), "{error}");
        assert!(error.contains("group.members[1]"), "{error}");
    }
    for (one, other) in [
        ("authors = [\"ada@x\", \"Ada@X\"]", "authors = [\"bob@x\"]"),
        ("authors = [\"ada@x\"]\npaths = [\"a\"]", "authors = [\"bob@x\"]\npaths = [\"a\"]"),
        ("repo = \"x\"\nbranch = \"main\"", "repo = \"y\"\nbranch = \"main\""),
        ("repo = \"x\"\nauthors = [\"a\"]", "repo = \"x\"\nauthors = [\"b\"]"),
    ] {
        assert_eq!(group_of(&[("Ada", one), ("Bob", other)]).err(), None);
    }
}

#[test]
fn names_that_look_alike_are_refused_with_both() {
    for other in ["ada", "ADA ", "Ａda", "A\u{e9}"] {
        let names =
            [("Ada", "branch = \"a\""), ("A\u{65}\u{301}", "branch = \"b\""), (other, "branch = \"c\"")];
        let error = group_of(&names).unwrap_err();
        assert!(error.contains("are the same name") && error.contains(":8:8"), "{error}");
    }
}

#[test]
fn a_group_has_its_defaults_and_those_of_the_streak() {
    let text = "[streak]\ntimezone = \"Asia/Seoul\"\nday_starts_at = \"04:00\"\n";
    let group = |more: &str| parse(&format!("{text}{more}")).unwrap().group.unwrap();
    let usual = group("[group]\n");
    assert_eq!((usual.goal, usual.only_new), (GroupGoal::Problems(5, Period::Week), true));
    assert_eq!(usual.week.day, parse(text).unwrap().streak.day);
    assert_eq!(usual.members, []);
    let own = group(
        "[group]\ntimezone = \"UTC\"\nday_starts_at = \"00:00\"\ngoal = \" All \"\ncounts = \"all\"\n\
         [[group.weeks]]\nweek = 2026-11-26\nproblems = [\"abc300_a\"]\n\
         [[group.members]]\nname = \" ada \"\nrepo = \"../ada\"\ncodeforces = \"\"\n\
         excused = [2026-11-20, \"2026-11-09..2026-11-15\"]\n",
    );
    assert_eq!((own.goal, own.only_new), (GroupGoal::Assigned, false));
    assert_eq!(own.week.day.starts_at, jiff::SignedDuration::ZERO);
    assert_eq!(own.assigned[0].from, date(2026, 11, 23));
    assert_eq!(own.assigned[0].problems[0], ("abc300_a".to_owned(), (11, 13)));
    let ada = &own.members[0];
    assert_eq!((ada.name.as_str(), ada.handles.len()), ("ada", 0));
    // The organiser's own address says nothing of whose clone it is.
    assert_eq!(ada.repo.as_ref().unwrap().authors.as_deref(), Some(&[][..]));
    let days = [date(2026, 11, 20), date(2026, 11, 8), date(2026, 11, 9), date(2026, 11, 15)];
    assert_eq!(days.map(|day| ada.is_excused(day)), [true, false, true, true]);
}
