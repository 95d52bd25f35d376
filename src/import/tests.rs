use super::*;
use crate::lang::Lang;
use crate::model::{Judge, Outcome, RowFault, Track};

fn faults(text: &str, format: Format) -> Vec<String> {
    let read = read(text.as_bytes(), format).unwrap();
    let told = |fault: &RowFault| {
        format!(
            "{}:{}: {}",
            fault.line,
            fault.column.as_deref().unwrap_or("-"),
            fault.what.said(Lang::English)
        )
    };
    read.faults.iter().map(told).collect()
}

fn wrong(text: &str, format: Format) -> String {
    let WrongFile { what, remedy } = read(text.as_bytes(), format).unwrap_err();
    format!("{} | {}", what.said(Lang::English), remedy.said(Lang::English))
}

fn submissions(text: &str, format: Format) -> Vec<SubmissionRow> {
    match read(text.as_bytes(), format).unwrap() {
        Read { rows: Rows::Submissions(rows), faults, .. } if faults.is_empty() => {
            rows.into_iter().map(|placed| placed.row).collect()
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_few_columns_in_any_order_are_enough() {
    let text = "new,contest,at,judge\n1500,r1,2026-01-02T03:04:05+09:00,My-OJ\n";
    let Read { rows: Rows::Ratings(rows), faults, unread } = read(text.as_bytes(), Format::Csv).unwrap()
    else {
        panic!("no ratings")
    };
    assert!(faults.is_empty() && unread.is_empty());
    let Placed { line, row } = &rows[0];
    assert_eq!((*line, row.judge.id(), row.track, &row.handle), (2, "my-oj", Track::Algorithm, &None));
    assert_eq!((row.contest.as_str(), row.name.as_str(), row.new, row.old), ("r1", "r1", 1500, None));
    assert_eq!((row.at.to_string().as_str(), row.rated, row.place), ("2026-01-01T18:04:05Z", true, None));

    let line = r#"{"judge": "백준", "at": "2026-01-02T03:04:05Z", "problem": 1000, "verdict": "맞았습니다!!", "outcome": "accepted", "mood": 1}"#;
    let read = read(line.as_bytes(), Format::JsonLines).unwrap();
    assert_eq!(read.unread, ["mood"]);
    let row = &submissions(line, Format::JsonLines)[0];
    assert_eq!(row.submission.problem.as_str(), "boj/1000");
    assert_eq!(
        (row.submission.outcome(), row.submission.verdict.as_str()),
        (Outcome::Accepted, "맞았습니다!!")
    );
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_its_column() {
    // Blank lines, both ends of lines, and a field of two lines: lines are counted all the same.
    let text = "judge,contest,name,at,new,track,rated,place\r\n\
        \r\n\
        codeforces,1,\"two\nlines\",2026-01-01,1500,,,\r\n\
        no judge!,1,,2026-01-01T00:00:00Z,1500,,,\n\
        \n\
        atcoder,abc1,,2026-01-01T00:00:00Z,many,,,\n\
        atcoder,abc1,,2026-01-01T00:00:00Z\n\
        atcoder,,,2026-01-01T00:00:00Z,1,,,\n\
        codeforces,1,,2026-01-01T00:00:00Z,1,heuristic,,\n\
        codeforces,1,,1969-12-31T00:00:00Z,1,,,\n\
        codeforces,1,,2026-01-01T00:00:00Z,1,,maybe,\n\
        codeforces,1,,2026-01-01T00:00:00Z,1,,,-1\n\
        codeforces,1,,2026-01-01T00:00:00Z,100001,,TRUE,\n";
    insta::assert_snapshot!(faults(text, Format::Csv).join("\n"));
    let lines = [
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":"4/A","verdict":"OK","id":-1}"#,
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":"boj/1","verdict":"OK"}"#,
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":"4/A"}"#,
        "",
        r#"{"judge":"codeforces","at":1767225600,"problem":"4/A","outcome":"solved"}"#,
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":["4"],"outcome":"accepted"}"#,
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":"4/A","outcome":"accepted","points":"NaN"}"#,
        r#"{"judge":"codeforces","at":"2026-01-01T00:00:00Z","problem":"4/A","outcome":"accepted","participation":"ASLEEP"}"#,
        r#"{"judge":"codeforces","#,
        "[]",
        "\u{feff}",
    ];
    insta::assert_snapshot!(faults(&lines.join("\n"), Format::JsonLines).join("\n"));
}

#[test]
fn a_field_that_is_no_utf_8_is_a_fault_of_its_row() {
    let read =
        read(b"judge,problem,at,outcome\na,\xff,2026-01-01T00:00:00Z,accepted\n", Format::Csv).unwrap();
    assert_eq!((read.faults[0].line, read.faults[0].column.as_deref()), (2, Some("problem")));
}

#[test]
fn a_file_of_another_kind_is_told_what_it_lacks() {
    let told = [
        ("judge,contest,at\n", Format::Csv),
        ("judge,at,problem,language\n", Format::Csv),
        ("judge;at;problem;outcome\n", Format::Csv),
        ("repo,commit,date,at,path\n", Format::Csv),
        ("date,solved,new,revised\n", Format::Csv),
        ("", Format::Csv),
        ("", Format::JsonLines),
        ("[{\"judge\":1}]", Format::JsonLines),
        ("judge,at\n", Format::JsonLines),
        ("{}\n", Format::JsonLines),
        ("\u{1b}[31m,x\n", Format::Csv),
    ];
    let told = told.map(|(text, format)| wrong(text, format));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_submission_without_a_number_has_always_the_same_one() {
    let text = "judge,at,problem,outcome,language\n\
        x,2026-01-01T00:00:00Z,a,accepted,Rust\n\
        x,2026-01-01T00:00:00Z,a,rejected,Rust\n\
        x,2026-01-01T09:00:00+09:00,x/a,accepted,Rust\n";
    let ids: Vec<u64> = submissions(text, Format::Csv).iter().map(|row| row.submission.id).collect();
    assert_eq!(ids[0], ids[2]);
    assert_ne!(ids[0], ids[1]);
    assert!(ids.iter().all(|id| *id < 1 << 53), "programs read such numbers exactly");
}

#[test]
fn a_problem_is_named_as_an_identity_or_as_its_judge_alone_names_it() {
    for (judge, problem, identity) in [
        ("atcoder", "abc300_a", "abc300_a"),
        ("codeforces", "codeforces/4/A", "codeforces/4/A"),
        ("codeforces", "4/A", "codeforces/4/A"),
        ("new-one", "round1/A", "new-one/round1/A"),
        ("new-one", "new-one/round1/A", "new-one/round1/A"),
        ("boj", "1000", "boj/1000"),
    ] {
        let text = format!("judge,at,problem,outcome\n{judge},2026-01-01T00:00:00Z,{problem},accepted\n");
        let row = &submissions(&text, Format::Csv)[0];
        assert_eq!((row.submission.problem.as_str(), row.submission.judge), (identity, Judge::of_id(judge)));
    }
}

#[test]
fn an_archive_of_solved_ac_tells_of_problems_however_its_answers_lie() {
    let page = r#"{"count":3,"items":[
        {"problemId":1000,"titleKo":"A+B","level":1,"tags":[{"key":"math","displayNames":[
            {"language":"en","name":"mathematics"},{"language":"ko","name":"수학"}]},{"key":"arithmetic"}]},
        {"problemId":1001,"titleKo":"A-B","level":0,"tags":[]},
        {"problemId":26339,"titleKo":"Hanging\nNests","level":30}]}"#;
    let lookup = r#"[{"problemId":1001,"level":2},{"problemId":1002,"titleKo":"터렛","level":13}]"#;
    let others = [
        r#"{"handle":"ada","solvedCount":4,"tier":20,"rating":2126}"#,
        r#"{"grass":[{"date":"2024-01-01","value":2}],"currentStreak":1}"#,
        r#"[{"timestamp":"2023-01-01T00:00:00.000Z","value":1500}]"#,
        r#"{"total":1}"#,
    ];
    let each: Vec<&str> = [page, lookup].into_iter().chain(others).collect();
    let together = read_solved_ac(each.join("\n").as_bytes()).unwrap();
    let as_array = read_solved_ac(format!("\u{feff} [{}]", each.join(",")).as_bytes()).unwrap();
    assert_eq!(together, as_array);
    let told: Vec<String> = together
        .problems
        .iter()
        .map(|one| {
            let title = one.title.as_deref().unwrap_or("-");
            format!("{} {title} {:?} {:?} {}", one.problem, one.level, one.topics, one.solved)
        })
        .collect();
    let remarks = together.remarks.iter().map(|remark| remark.said(Lang::English)).collect();
    insta::assert_snapshot!([told, remarks].concat().join("\n"));
    let alone = read_solved_ac(lookup.as_bytes()).unwrap();
    assert!(alone.problems.iter().all(|one| !one.solved));
}

#[test]
fn what_is_wrong_in_an_archive_is_said_with_its_place() {
    let text = "\n{\"problemId\":1000,\"level\":5}\n\n{\"items\":[{\"problemId\":0},{\"problemId\":2,\"level\":31}]}\n\
        [[{\"problemId\":\"x\"}]]";
    let archive = read_solved_ac(text.as_bytes()).unwrap();
    let told = |fault: &RowFault| {
        format!("{} {}: {}", fault.line, fault.column.as_deref().unwrap(), fault.what.said(Lang::English))
    };
    let mut told: Vec<String> = archive.faults.iter().map(told).collect();
    for text in ["", "<html>", "{\"grass\":[]}", "{\"a\":1}", "[{\"timestamp\":\"\",\"value\":1}]"] {
        let WrongFile { what, .. } = read_solved_ac(text.as_bytes()).unwrap_err();
        told.push(what.said(Lang::English));
    }
    insta::assert_snapshot!(told.join("\n"));
}
