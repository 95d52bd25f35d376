//! The report page's tables.

use super::{PageWords, Word};
use crate::lang::Lang;
use crate::model::count;

impl PageWords {
    pub fn contests(self) -> Word {
        self.0.word("Contests", "지난 대회", "参加したコンテスト")
    }

    pub fn no_contests(self) -> Word {
        self.0.word("No contests yet.", "참가한 대회가 없습니다.", "参加したコンテストはまだありません。")
    }

    pub fn upcoming(self) -> Word {
        self.0.word("Upcoming contests", "예정된 대회", "予定されたコンテスト")
    }

    pub fn counted_contests(self, number: usize) -> String {
        self.0.say(
            || count(number, "contest"),
            || format!("대회 {number}개"),
            || format!("コンテスト{number}件"),
        )
    }

    pub fn practice(self) -> Word {
        self.0.word("Practice", "연습", "精進")
    }

    pub fn tags(self) -> Word {
        self.0.word("Tags", "태그", "タグ")
    }

    pub fn counted_tags(self, number: usize) -> String {
        self.0.say(|| count(number, "tag"), || format!("태그 {number}개"), || format!("タグ{number}個"))
    }

    pub fn todo(self) -> Word {
        self.0.word("To do", "할 일", "やること")
    }

    /// Kind, problem, name, judge, difficulty, chance, why.
    pub fn todo_columns(self) -> [Word; 7] {
        [
            self.0.word("Kind", "종류", "種類"),
            self.problem(),
            self.name(),
            self.judge(),
            self.difficulty(),
            self.0.word("Chance", "확률", "確率"),
            self.0.word("Why", "이유", "理由"),
        ]
    }

    pub fn nothing_to_do(self) -> Word {
        self.0.word("Nothing to do.", "할 일이 없습니다.", "やることはありません。")
    }

    /// At most `most` of each kind of all are listed.
    pub fn some_to_do(self, most: usize, all: usize) -> String {
        self.0.say(
            || {
                format!(
                    "Showing up to {most} of each kind ({all} in total). Run cpt todo --all for the rest."
                )
            },
            || {
                format!(
                    "종류별로 최대 {most}개를 표시합니다 (전체 {all}개). 나머지는 cpt todo --all로 확인하세요."
                )
            },
            || {
                format!(
                    "種類ごとに最大{most}件を表示しています (全{all}件)。残りは cpt todo --all で確認してください。"
                )
            },
        )
    }

    pub fn lists(self) -> Word {
        self.0.word("Lists", "문제 목록", "問題リスト")
    }

    pub fn counted_lists(self, number: usize) -> String {
        self.0.say(|| count(number, "list"), || format!("목록 {number}개"), || format!("リスト{number}件"))
    }

    pub fn list_problems(self) -> Word {
        self.0.word("Problems of the lists", "목록의 문제", "リストの問題")
    }

    /// List, heading, problem, name, difficulty, state.
    pub fn list_columns(self) -> [Word; 6] {
        [
            self.0.word("List", "목록", "リスト"),
            self.0.word("Heading", "제목", "見出し"),
            self.problem(),
            self.name(),
            self.difficulty(),
            self.0.word("State", "상태", "状態"),
        ]
    }

    pub fn solutions(self) -> Word {
        self.0.word("Solutions", "풀이", "解答")
    }

    /// Problem, name, judge, difficulty, first and last day, file.
    pub fn solution_columns(self) -> [Word; 7] {
        [
            self.problem(),
            self.name(),
            self.judge(),
            self.difficulty(),
            self.0.word("First", "처음", "初回"),
            self.0.word("Last revisited", "마지막 복습", "最後の解き直し"),
            self.file(),
        ]
    }

    pub fn no_solutions(self) -> Word {
        self.0.word(
            "No solutions found in the configured repositories.",
            "설정된 저장소에서 풀이를 찾지 못했습니다.",
            "設定されたリポジトリに解答が見つかりません。",
        )
    }

    pub fn committed(self, problems: usize, files: usize) -> String {
        let files = self.files(files);
        self.0.say(
            || format!("{} committed in {files}", Lang::English.problems(problems as u64)),
            || format!("커밋 {problems}문제 ({files})"),
            || format!("コミット{problems}問 ({files})"),
        )
    }

    /// After one of several files of a problem; empty where there is one.
    pub fn more_files(self, more: usize) -> String {
        if more == 0 {
            return String::new();
        }
        self.0.say(|| format!("and {more} more"), || format!("외 {more}개"), || format!("ほか{more}個"))
    }

    /// A file that names no problem.
    pub fn file(self) -> Word {
        self.0.word("File", "파일", "ファイル")
    }

    /// In place of a problem.
    pub fn unnamed(self) -> Word {
        self.0.word("file", "파일", "ファイル")
    }

    pub fn group(self) -> Word {
        self.0.word("Study group", "스터디", "勉強会")
    }

    pub fn group_ratings(self) -> Word {
        self.0.word("Ratings of the group", "스터디 레이팅", "勉強会のレーティング")
    }

    pub fn group_ledger(self) -> Word {
        self.0.word("Ledger of the group", "스터디 정산", "勉強会の精算")
    }

    /// A group's name, and which week of it.
    pub fn group_week(self, name: &str, week: &str) -> String {
        self.0.say(|| format!("{name}, {week}"), || format!("{name} · {week}"), || format!("{name}、{week}"))
    }

    pub fn counted_members(self, number: usize) -> String {
        self.0.say(|| count(number, "member"), || format!("{number}명"), || format!("{number}人"))
    }

    fn problem(self) -> Word {
        self.0.word("Problem", "문제", "問題")
    }

    fn name(self) -> Word {
        self.0.word("Name", "이름", "名前")
    }

    fn judge(self) -> Word {
        self.0.word("Judge", "저지", "サイト")
    }

    fn difficulty(self) -> Word {
        self.0.word("Difficulty", "난이도", "難易度")
    }
}
