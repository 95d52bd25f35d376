use std::collections::{BTreeMap, HashMap};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use jiff::civil::date;
use jiff::tz::TimeZone;
use roxmltree::{Document, Node, ParsingOptions};
use sha2::{Digest as _, Sha256};

use super::frame::{LIVE_SCRIPT, SCRIPT, STYLE, THEME_SCRIPT};
use super::*;
use crate::answers::SeriesStatus;
use crate::answers::{self, Catalogue, ListProgress, ListedProblem, Progress, SectionProgress, Todo};
use crate::model::fixtures;
use crate::model::{
    AuthorDate, CommitId, Contest, DuplicateProblems, FileChange, FileChangeKind, Goal, Handle, Identity,
    Judge, ListSource, NamedBy, NamedProblem, Problem, ProblemId, RatingChange, RatingSeries, SeriesKey,
    SolutionChange, StreakRules, Target, Track,
};

/// Text that would do something wherever it isn't escaped.
const HOSTILE: &str = "</style></script><script>alert(1)</script><img src=x onerror=alert(1)>\" onclick='x' &amp; \u{202e}\u{0}";

/// A user whose every name is `text`, on one contest and one day.
struct Case {
    standing: Vec<SeriesStatus>,
    changes: Vec<SolutionChange>,
    repos: Vec<Repo>,
    catalogue: Catalogue,
    notes: Vec<String>,
}

impl Case {
    fn of(text: &str) -> Self {
        let key = SeriesKey {
            judge: Judge::ATCODER,
            track: Track::Algorithm,
            handle: Handle::new(Judge::ATCODER, "ada").unwrap(),
        };
        let change = RatingChange {
            contest: text.to_owned(),
            name: text.to_owned(),
            place: Some(7),
            performance: Some(1100),
            ..fixtures::change("2026-11-21T13:40:00Z".parse().unwrap(), 790, 812)
        };
        let series = RatingSeries {
            key: key.clone(),
            history: vec![change],
            lengths: BTreeMap::new(),
            kinds: Vec::new(),
            fetched: None,
            failed: None,
        };
        let target = Target {
            judge: Judge::ATCODER,
            track: Track::Algorithm,
            goal: Goal::of_rating(Judge::ATCODER, 800),
            from: None,
            by: date(2026, 12, 31),
            equivalent: None,
        };
        let met = answers::target_progress(target, Some(&series), date(2026, 11, 23), &TimeZone::UTC);
        let problem = ProblemId::other("boj", text);
        let file = |path: &[u8], named: Option<&ProblemId>| FileChange {
            path: path.into(),
            kind: FileChangeKind::Added,
            record: None,
            problems: named
                .map(|problem| NamedProblem { problem: problem.clone(), sure: true, by: NamedBy::Path })
                .into_iter()
                .collect(),
        };
        let commit = CommitId([0xab; 20]);
        let changes = vec![SolutionChange {
            commit,
            author: Identity { name: text.to_owned(), email: text.to_owned() }.into(),
            date: AuthorDate { seconds: 1_795_300_000, offset_minutes: 540 },
            files: vec![file(text.as_bytes(), Some(&problem)), file(b"\xff\xfe<b>.rs", None)],
        }];
        let listed = Problem {
            contest: text.to_owned(),
            index: text.to_owned(),
            name: text.to_owned(),
            rating: Some(1500),
            ..fixtures::problem(Judge::CODEFORCES, problem)
        };
        Self {
            standing: vec![SeriesStatus { series, targets: vec![met] }],
            changes,
            repos: vec![Repo {
                label: text.to_owned(),
                subjects: HashMap::from([(commit, text.to_owned())]),
                pages: None,
            }],
            catalogue: Catalogue::new(vec![listed], Vec::new(), DuplicateProblems::default()),
            notes: vec![text.to_owned()],
        }
    }

    fn page(&self, stamp: Option<&str>) -> String {
        let rules = StreakRules::default();
        let (now, today) = ("2026-11-23T21:30:00+09:00[+09:00]".parse().unwrap(), date(2026, 11, 23));
        let repos: [&[SolutionChange]; 1] = [&self.changes];
        let streak = answers::streak(&repos, &[], &rules, today);
        let habits = answers::habits(&streak.days, &rules, today);
        let keys: Vec<SeriesKey> = self.standing.iter().map(|one| one.series.key.clone()).collect();
        let picture = || PageChart {
            title: self.notes.first().cloned().unwrap_or_default(),
            context: self.notes.first().cloned().unwrap_or_default(),
            is_timeline: true,
            is_picture: false,
            svg: Drawing::of_chart("<svg viewBox=\"0 0 1 1\"></svg>".to_owned()),
            pinned: None,
            values: self.notes.clone(),
        };
        let series: Vec<RatingSeries> = self.standing.iter().map(|one| one.series.clone()).collect();
        let duplicates = DuplicateProblems::default();
        let problems = answers::ContestProblems::new(&self.catalogue, &[], &[]);
        let contests = answers::contests_taken((&[], &[]), &duplicates, &[], &problems, &series);
        let tasks = self.catalogue.entries().iter().map(|entry| answers::Task {
            judge: entry.problem.judge,
            problem: &entry.problem.id,
            entry: Some(entry),
            attempts: None,
            recorded: None,
            contest: Some(entry.problem.name.clone()),
            probability: Some(0.5),
            look: None,
            is_old: false,
        });
        let todo = Todo { unsolved: tasks.collect(), ..Todo::default() };
        let coming = self.notes.iter().map(|name| Contest {
            judge: Judge::CODEFORCES,
            id: name.clone(),
            name: name.clone(),
            start: Some("2026-11-24T12:00:00Z".parse().unwrap()),
            seconds: 7200,
            rated: None,
        });
        let coming: Vec<Contest> = coming.collect();
        let stats = answers::PeriodTally {
            window: answers::DateRange::ALL,
            tally: answers::Tally::default(),
            leads: Vec::new(),
        };
        let of_list = |name: &String| ListProgress {
            name: name.clone(),
            title: Some(name.clone()),
            source: ListSource::File(name.into()),
            sections: vec![SectionProgress {
                heading: Some(name.clone()),
                problems: vec![ListedProblem {
                    problem: self.catalogue.named(&ProblemId::other("boj", name), Some(name.clone())),
                    progress: Progress::Tried,
                }],
            }],
        };
        let lists: Vec<_> = self.notes.iter().map(of_list).collect();
        let material = Material {
            lang: Lang::English,
            now: &now,
            today,
            zone: &TimeZone::UTC,
            keys: &keys,
            standing: &self.standing,
            orphans: &[],
            habit: Some((&streak, &habits)),
            rules: &rules,
            journal: &answers::journal(&repos, &rules),
            repos: &self.repos,
            solved: &answers::solved(&repos, &rules.day),
            contests: &contests,
            todo: &todo,
            next: None,
            lists: &lists,
            group: None,
            coming: &answers::coming(&coming, &series, "2026-11-23T12:30:00Z".parse().unwrap()),
            stats: &stats,
            catalogue: &self.catalogue,
            calendar: vec![picture()],
            charts: vec![picture()],
            missing: self.notes.iter().map(|note| Advice::code(&**note)).collect(),
            colours: "",
            notes: self.notes.iter().map(|note| Advice::words(&**note).and_code(&**note)).collect(),
        };
        page(&material, stamp).unwrap()
    }
}

/// The page as XML, which it only is where everything is escaped. Scripts and styles are XML's only by chance, so that
/// they are taken out.
fn parsed<T>(page: &str, look: impl FnOnce(&Document<'_>) -> T) -> T {
    let mut text = page.to_owned();
    for own in [STYLE, THEME_SCRIPT, SCRIPT, LIVE_SCRIPT] {
        text = text.replacen(own, "", 1);
    }
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    look(&Document::parse_with_options(&text, options).unwrap())
}

fn elements<'d>(document: &'d Document<'_>, name: &str) -> Vec<Node<'d, 'd>> {
    document.descendants().filter(|node| node.tag_name().name() == name).collect()
}

#[test]
fn nothing_from_outside_becomes_markup() {
    let shape = |text| {
        parsed(&Case::of(text).page(Some("1")), |document| {
            let of = |node: Node<'_, '_>| {
                let attributes = node.attributes().map(|one| one.name().to_owned());
                (node.tag_name().name().to_owned(), attributes.collect::<Vec<_>>())
            };
            let told = document.root_element().descendants().filter(|node| node.text() == Some(text)).count();
            (document.descendants().filter(Node::is_element).map(of).collect::<Vec<_>>(), told)
        })
    };
    // A plain word, but none that is a contest's address.
    let (plain, told) = shape("a plain name");
    assert!(told >= 8, "{told}");
    assert_eq!(shape(HOSTILE).0, plain);
}

#[test]
fn what_steers_a_reader_is_replaced_and_long_names_are_cut() {
    let page = Case::of(HOSTILE).page(None);
    assert!(!page.contains('\u{202e}') && !page.contains('\0'));
    assert!(page.contains("\u{fffd}\u{fffd}&#60;b&#62;.rs"), "{page}");
    let page = Case::of(&"あ".repeat(10_000)).page(None);
    assert!(page.contains(&"あ".repeat(LONGEST)) && !page.contains(&"あ".repeat(LONGEST_NOTE + 1)));
    assert!(page.len() < 100_000, "{}", page.len());
}

#[test]
fn links_lead_to_known_places_alone() {
    for text in ["x", HOSTILE, "javascript:alert(1)", "../../x", "//example.com/"] {
        parsed(&Case::of(text).page(None), |document| {
            for link in elements(document, "a") {
                let target = link.attribute("href").unwrap();
                let known =
                    ["#", "https://atcoder.jp/", "https://www.acmicpc.net/", "https://codeforces.com/"];
                assert!(known.iter().any(|start| target.starts_with(start)), "{target}");
            }
        });
    }
}

#[test]
fn the_policy_lets_through_the_page_s_own_style_and_scripts_alone() {
    for (stamp, scripts, asks) in [(None, 2, false), (Some("1"), 3, true)] {
        let page = Case::of("x").page(stamp);
        let policy =
            page.split_once("Content-Security-Policy\" content=\"").unwrap().1.split_once('"').unwrap().0;
        let policy = policy.replace("&#39;", "'");
        assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
        assert!(!policy.contains("unsafe"), "{policy}");
        assert_eq!(policy.contains("connect-src 'self'"), asks);
        let hash = |text: &str| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)));
        let within = |tag: &str| -> Vec<String> {
            let begin = format!("<{tag}>");
            page.split(&begin)
                .skip(1)
                .map(|rest| hash(rest.split_once(&format!("</{tag}>")).unwrap().0))
                .collect()
        };
        assert_eq!((within("style").len(), within("script").len()), (1, scripts));
        let all: Vec<String> = within("style").into_iter().chain(within("script")).collect();
        assert_eq!(all.len(), policy.matches("sha256-").count());
        assert!(all.iter().all(|hash| policy.contains(hash)), "{policy}");
    }
}

#[test]
fn a_day_has_its_commits_and_problems_and_is_reached_from_the_table() {
    parsed(&Case::of("1000").page(None), |document| {
        let days: Vec<_> = elements(document, "article")
            .into_iter()
            .filter(|node| node.attribute("class") == Some("day"))
            .collect();
        let [day] = &days[..] else { panic!("{}", days.len()) };
        assert_eq!(day.attribute("id"), Some("d2026-11-22"));
        let text = |node: &Node<'_, '_>| {
            node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect::<String>()
        };
        let lines: Vec<String> =
            day.descendants().filter(|node| node.has_tag_name("li")).map(|li| text(&li)).collect();
        assert_eq!(lines, ["boj/1000 1000 1500", "\u{fffd}\u{fffd}<b>.rs", "07:26 abababab 1000"]);
        let targets: Vec<_> =
            elements(document, "a").iter().filter_map(|link| link.attribute("href")).collect();
        assert!(targets.contains(&"#d2026-11-22"));
        assert!(targets.contains(&"https://www.acmicpc.net/problem/1000"));
        assert!(targets.contains(&"https://atcoder.jp/contests/1000"));
    });
}

#[test]
fn a_user_without_anything_has_a_page() {
    let case = Case {
        standing: Vec::new(),
        changes: Vec::new(),
        repos: Vec::new(),
        catalogue: Catalogue::default(),
        notes: Vec::new(),
    };
    parsed(&case.page(None), |document| {
        assert_eq!(elements(document, "table").len(), 0);
        let said: String = elements(document, "p").iter().filter_map(Node::text).collect();
        assert!(said.contains("No contests yet") && said.contains("No solutions found"), "{said}");
    });
}

#[test]
fn of_years_of_practice_the_newest_is_there_at_once_and_the_rest_is_packed() {
    let mut case = Case::of("1000");
    let [solve] = &case.changes[..] else { panic!("one change") };
    let daily = |nth: u32| {
        let mut change = solve.clone();
        change.date.seconds -= i64::from(nth) * 86400;
        change.files.truncate(1);
        let problem = ProblemId::other("boj", &(1000 + nth).to_string());
        change.files[0].problems = [NamedProblem { problem, sure: true, by: NamedBy::Path }].into();
        change
    };
    case.changes = (0..700).map(daily).collect();
    let page = case.page(None);
    let shown = |of: &str, part: &str| of.matches(part).count();
    let (day, row) = ("<article class=\"day\" id=\"d2", "<td class=\"d\"><a href=\"#d2");
    assert_eq!((shown(&page, day), shown(&page, row)), (packed::NEWEST_DAYS, packed::FIRST_ROWS));
    let unpacked = parsed(&page, |document| {
        let read = |node: &Node<'_, '_>| {
            let bytes = STANDARD.decode(node.text().unwrap()).unwrap();
            let markup = std::io::read_to_string(flate2::bufread::ZlibDecoder::new(&bytes[..])).unwrap();
            (node.attributes().next().unwrap().value().to_owned(), markup)
        };
        elements(document, "template").iter().map(read).collect::<Vec<_>>()
    });
    let [(first, days_of_first), (last, days_of_last), (rows, rest)] = &unpacked[..] else {
        panic!("{}", unpacked.len())
    };
    assert_eq!((&**first, &**last, &**rows), ("2024", "2025", "400"));
    assert_eq!((shown(days_of_first, day), shown(days_of_last, day)), (9, 325));
    assert_eq!(shown(rest, row), 400);
    assert!(days_of_last.contains("id=\"d2025-01-01\"><h3>Wednesday, 1 January 2025</h3>"), "{days_of_last}");
}
