//! Which problems the solutions are of.

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::UnnamedReason;
use crate::report::paint::Paint;
use crate::report::phrase::Phrase;

/// After a problem's first file.
pub fn more_files(lang: Lang, more: usize) -> String {
    lang.say(|| format!(" and {more} more"), || format!(" 외 {more}개"), || format!(" ほか{more}個"))
}

/// How many problems there are, in how many files, and how many at each judge.
pub fn summary(lang: Lang, problems: usize, files: usize, judges: &[(String, usize)]) -> Phrase {
    let strong = Phrase::painted(Paint::Strong, lang.problems(problems));
    let files = lang.files(files);
    let judges: Vec<String> = judges.iter().map(|(judge, count)| format!("{judge} {count}")).collect();
    let judges = match judges.as_slice() {
        [] => String::new(),
        judges => format!(": {}", judges.join(lang.comma())),
    };
    lang.say(
        || strong.clone().and(format_args!(" committed in {files}{judges}")),
        || strong.clone().and(format_args!(" 커밋 ({files}){judges}")),
        || strong.clone().and(format_args!("コミット ({files}){judges}")),
    )
}

/// How many files are of no problem, and how they are shown.
pub fn unrecognised_too(lang: Lang, files: usize) -> String {
    let (files, command) = (lang.files(files), "`cpt solutions --unrecognised`");
    lang.say(
        || format!("{files} not recognised; run {command}"),
        || format!("인식하지 못한 {files}: {command}"),
        || format!("認識できない{files}: {command}"),
    )
}

/// Below a list of files that are of no problem.
pub fn unrecognised(lang: Lang, files: usize) -> Phrase {
    let files = Phrase::painted(Paint::Strong, lang.files(files));
    lang.say(
        || files.clone().and(" not recognised"),
        || Phrase::words("인식하지 못한 ").then(files.clone()),
        || Phrase::words("認識できない").then(files.clone()),
    )
}

/// Below a list of those.
pub fn missing(lang: Lang, problems: usize) -> Phrase {
    let problems = Phrase::painted(Paint::Strong, lang.problems(problems));
    lang.say(
        || problems.clone().and(" accepted but not committed"),
        || Phrase::words("정답이지만 커밋하지 않은 문제: ").then(problems.clone()),
        || Phrase::words("AC済み・未コミット: ").then(problems.clone()),
    )
}

/// Below a list of those.
pub fn unsubmitted(lang: Lang, problems: usize) -> Phrase {
    let problems = Phrase::painted(Paint::Strong, lang.problems(problems));
    lang.say(
        || problems.clone().and(" committed but not accepted"),
        || Phrase::words("커밋했지만 정답이 아닌 문제: ").then(problems.clone()),
        || Phrase::words("コミット済み・未AC: ").then(problems.clone()),
    )
}

/// Of those, how many an archive lacks.
pub fn not_in_archive(lang: Lang, problems: usize) -> String {
    let problems = lang.problems(problems);
    lang.say(
        || format!("{problems} most likely missing in the archive that your submissions come from"),
        || format!("제출을 가져오는 아카이브에 빠졌을 가능성이 높은 {problems}"),
        || format!("提出の取得元アーカイブに欠けている可能性が高い{problems}"),
    )
}

/// What became of a committed problem at its judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Submitted {
    /// The archive lacks it.
    NotInArchive,
    /// Never.
    Never,
    /// It was, in vain.
    NotAccepted,
}

/// The same in words.
pub fn submitted(lang: Lang, it: Submitted) -> Cow<'static, str> {
    match it {
        Submitted::NotInArchive => lang.word(
            "committed, not in the archive",
            "커밋함, 아카이브에 없음",
            "コミット済み、アーカイブになし",
        ),
        Submitted::Never => lang.word("never submitted", "제출한 적 없음", "未提出"),
        Submitted::NotAccepted => lang.word("submitted, not accepted", "제출했지만 오답", "提出済み・未AC"),
    }
}

/// Why a file names no problem.
pub fn reason(lang: Lang, reason: UnnamedReason) -> Cow<'static, str> {
    match reason {
        UnnamedReason::Test => lang.word("looks like a test", "테스트로 보임", "テストと思われる"),
        UnnamedReason::Helper => lang.word(
            "looks like a generator, a checker or a brute force",
            "생성기, 체커 또는 완전 탐색 풀이로 보임",
            "ジェネレーター・チェッカー・愚直解と思われる",
        ),
        UnnamedReason::InLibrary => lang.word(
            "in a directory of templates, libraries or tools",
            "템플릿, 라이브러리 또는 도구 디렉터리 안에 있음",
            "テンプレート・ライブラリ・ツールのディレクトリ内",
        ),
        UnnamedReason::Library => lang.word(
            "looks like a template or a library",
            "템플릿이나 라이브러리로 보임",
            "テンプレートかライブラリと思われる",
        ),
        UnnamedReason::Beside => lang.word(
            "looks like a test, a helper or a template",
            "테스트, 보조 파일 또는 템플릿으로 보임",
            "テスト・補助ファイル・テンプレートと思われる",
        ),
        UnnamedReason::NoTask => lang.word(
            "AtCoder contest found, but no task letter",
            "AtCoder 대회는 있지만 문제 기호가 없음",
            "AtCoder のコンテストはあるが問題の記号がない",
        ),
        UnnamedReason::NoCodeforcesProblem => lang.word(
            "in a Codeforces directory, but no contest and letter",
            "Codeforces 디렉터리 안에 있지만 대회 번호와 문제 기호가 없음",
            "Codeforces のディレクトリ内だがコンテスト番号と問題の記号がない",
        ),
        UnnamedReason::NoContest => lang.word(
            "only a letter or a general name, and no contest in the path",
            "기호나 일반적인 이름뿐이고 경로에 대회가 없음",
            "記号か一般的な名前のみで、パスにコンテストがない",
        ),
        UnnamedReason::NoJudge => lang.word(
            "problem number found, but no judge; set `judge` under [[repos]]",
            "문제 번호는 있지만 저지를 알 수 없음 ([[repos]]에서 `judge` 설정)",
            "問題番号はあるがサイトが不明 ([[repos]] で `judge` を設定)",
        ),
        UnnamedReason::NoNumber => lang.word(
            "in a judge's directory, but no problem number",
            "저지 디렉터리 안에 있지만 문제 번호가 없음",
            "サイトのディレクトリ内だが問題番号がない",
        ),
        UnnamedReason::NoName => lang.word(
            "in a judge's directory, but no problem name",
            "저지 디렉터리 안에 있지만 문제 이름이 없음",
            "サイトのディレクトリ内だが問題名がない",
        ),
        UnnamedReason::Nothing => lang.word(
            "no judge, contest or problem number in the path",
            "경로에 저지, 대회, 문제 번호가 없음",
            "パスにサイト・コンテスト・問題番号がない",
        ),
    }
}
