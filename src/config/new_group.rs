//! The `[group]` that `cpt init --group` writes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use toml_edit::{InlineTable, Value};

use super::{Config, FILE_NAME, NewMember, Overrides, add_member};
use crate::lang::{Lang, Later};

/// What is asked about a new group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GroupKey {
    /// What it is called.
    Name,
    /// The time zone of its days and weeks.
    Timezone,
    /// The weekday that its weeks start on.
    WeekStarts,
    /// When a week that has ended is settled.
    Settles,
    /// The first day that counts.
    From,
    /// What a week asks of each.
    Goal,
    /// What a missed goal costs: `1000 KRW/problem` or `1000 KRW/week`.
    Fine,
}

impl GroupKey {
    /// All, in the order in which they are asked and written.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Timezone, Self::WeekStarts, Self::Settles, Self::From, Self::Goal, Self::Fine];

    /// The key in the file.
    fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Timezone => "timezone",
            Self::WeekStarts => "week_starts",
            Self::Settles => "settles",
            Self::From => "from",
            Self::Goal => "goal",
            Self::Fine => "fine",
        }
    }

    /// What the file says of it.
    fn comment(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Self::Name => lang.word("The group's name.", "스터디 이름", "勉強会の名前"),
            Self::Timezone => lang.word(
                "The time zone of its days and weeks. Default: that of [streak].",
                "날짜와 주를 세는 시간대. 기본값: [streak]의 시간대",
                "日と週を数えるタイムゾーン。既定: [streak] のタイムゾーン",
            ),
            Self::WeekStarts => lang.word(
                "The weekday that its weeks start on.",
                "한 주가 시작하는 요일",
                "1週間が始まる曜日",
            ),
            Self::Settles => lang.word(
                "When a week that has ended is settled; what it lacks can be solved until then. Default: when it ends.",
                "지난주를 정산하는 시각. 그때까지 푼 문제는 지난주에 포함됩니다. 기본값: 한 주가 끝날 때",
                "終わった週を精算する時刻。それまでに解いた問題はその週に数えます。既定: 週が終わる時",
            ),
            Self::From => lang.word(
                "The first day that counts. Default: each member's first solved problem.",
                "세기 시작하는 날. 기본값: 각 스터디원이 처음 문제를 푼 날",
                "数え始める日。既定: 各メンバーが最初に問題を解いた日",
            ),
            Self::Goal => lang.word(
                "Problems for each member: \"5/week\", \"1/day\", or \"all\" of what is assigned. A member can have their own.",
                "스터디원마다 풀 문제: \"5/week\", \"1/day\" 또는 \"all\"(이번 주 문제 전부). 스터디원별로 따로 정할 수 있습니다.",
                "メンバーごとの問題数: \"5/week\"、\"1/day\"、または \"all\" (課題すべて)。メンバー別にも設定できます。",
            ),
            Self::Fine => lang.word(
                "What a missed goal costs: per \"problem\" or per \"week\". Default: nothing.",
                "목표를 못 채웠을 때의 벌금: 문제당 \"problem\" 또는 주당 \"week\". 기본값: 없음",
                "目標未達成時の罰金: 1問ごと \"problem\" または1週ごと \"week\"。既定: なし",
            ),
        }
    }

    /// What the file shows where nothing is said.
    fn example(self) -> &'static str {
        match self {
            Self::Name => "\"Study group\"",
            Self::Timezone => "\"Asia/Seoul\"",
            Self::WeekStarts => "\"monday\"",
            Self::Settles => "\"monday 20:00\"",
            Self::From => "\"2026-09-07\"",
            Self::Goal => "\"5/week\"",
            Self::Fine => "{ missed = 1000, unit = \"KRW\", per = \"problem\" }",
        }
    }

    fn value(self, text: &str) -> Result<Value, Later> {
        match self {
            Self::Fine => fine(text),
            _ => Ok(text.into()),
        }
    }

    /// Whether `text` can be said here; else why not.
    ///
    /// # Errors
    ///
    /// What is wrong with it and what was expected.
    pub fn check(self, text: &str) -> Result<(), Later> {
        let text = format!("[group]\n{} = {}\n", self.id(), self.value(text)?);
        let parsed = Config::parse(&text, FILE_NAME.as_ref(), &Overrides::default());
        parsed.map(drop).map_err(|error| error.reason())
    }
}

/// `1000 KRW/problem`, `1000 KRW per week`, `1 coffee`.
fn fine(text: &str) -> Result<Value, Later> {
    let wrong = || {
        Later::message(
            format!(
                "{text:?} is not a fine; use an amount and its unit, e.g. 1000 KRW/problem or 1000 KRW/week"
            ),
            format!("잘못된 벌금입니다: {text:?} (금액과 단위, 예: 1000 KRW/problem, 1000 KRW/week)"),
            format!(
                "罰金の形式が正しくありません: {text:?} (金額と単位、例: 1000 KRW/problem、1000 KRW/week)"
            ),
        )
    };
    let (amount, rest) = text.trim().split_once(char::is_whitespace).ok_or_else(wrong)?;
    let amount: i64 = amount.parse().map_err(|_| wrong())?;
    let (unit, per) =
        rest.rsplit_once('/').or_else(|| rest.rsplit_once(" per ")).unwrap_or((rest, "problem"));
    let (unit, per) = (unit.trim(), per.trim());
    if unit.is_empty() || !["problem", "week"].contains(&per) {
        return Err(wrong());
    }
    let mut table = InlineTable::new();
    table.insert("missed", amount.into());
    table.insert("unit", unit.into());
    table.insert("per", per.into());
    Ok(Value::InlineTable(table))
}

/// A group as it is first written.
#[derive(Debug, Clone, Default)]
pub struct NewGroup<'a> {
    /// What was said; of what wasn't, the file shows an example.
    pub said: BTreeMap<GroupKey, String>,
    /// Its members.
    pub members: Vec<NewMember<'a>>,
    /// Who might be a member; written as comments.
    pub suggested: Vec<NewMember<'a>>,
}

/// `text`, which has no group, with one at its end, whose comments are in `lang`. Everything else stays.
///
/// # Errors
///
/// Where something that was said can't be one ([`GroupKey::check`]), or `text` is not TOML.
pub fn add_group(text: &str, group: &NewGroup<'_>, lang: Lang) -> Result<String, Later> {
    let about = lang.word(
        "A study group: `cpt group` shows what each member solved this week.",
        "스터디: `cpt group`으로 이번 주에 각자 푼 문제를 볼 수 있습니다.",
        "勉強会: `cpt group` で今週メンバーが解いた問題を確認できます。",
    );
    let mut block = format!("# {about}\n[group]\n");
    for key in GroupKey::ALL {
        let line = match group.said.get(&key) {
            Some(text) => {
                format!("{} = {}\n", key.id(), key.value(text)?)
            }
            None => format!("# {} = {}\n", key.id(), key.example()),
        };
        block.push_str(&format!("# {}\n{line}", key.comment(lang)));
    }
    for member in &group.members {
        block = add_member(&block, member).map_err(|error| Later::from(error.to_string()))?;
    }
    for member in &group.suggested {
        let row = add_member("", member).map_err(|error| Later::from(error.to_string()))?;
        block.push('\n');
        row.lines().for_each(|line| block.push_str(&format!("# {line}\n")));
    }
    let is_windows = text.contains("\r\n");
    let gap = match text {
        "" => "",
        text if text.ends_with('\n') => "\n",
        _ => "\n\n",
    };
    let added = format!("{gap}{block}");
    Ok(text.to_owned() + &if is_windows { added.replace('\n', "\r\n") } else { added })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fine, FinePer};

    fn said(key: GroupKey, text: &str) -> BTreeMap<GroupKey, String> {
        [(key, text.to_owned())].into()
    }

    fn group(text: &str) -> crate::model::Group {
        Config::parse(text, "cpt.toml".as_ref(), &Overrides::default()).unwrap().group.unwrap()
    }

    #[test]
    fn a_group_comes_last_and_nothing_else_changes() {
        let authors = ["Ada".to_owned()];
        let member = |name| NewMember { name, authors: &authors, ..NewMember::default() };
        let new = NewGroup {
            said: said(GroupKey::Name, "\"Ours\" # not\nhers"),
            members: vec![member("ada")],
            suggested: vec![member("bob")],
        };
        for text in ["", "# mine\n[streak]\ngoal = 2 # two", "[charts]\r\n# dir = \"x\"\r\n"] {
            let added = add_group(text, &new, Lang::Korean).unwrap();
            assert!(added.starts_with(text), "{added}");
            assert!(!text.contains('\r') || !added.replace("\r\n", "").contains('\n'), "{added:?}");
            assert_eq!(group(&added).members.len(), 1, "{added}");
            // What is commented out works once it isn't.
            let rest = added.replace("# [[", "[[").replace("# name = \"bob", "name = \"bob");
            assert_eq!(
                group(&rest.replace("# authors = [\"Ada", "authors = [\"Bob")).members.len(),
                2,
                "{rest}"
            );
        }
    }

    #[test]
    fn every_example_can_be_said() {
        let text = add_group("", &NewGroup::default(), Lang::Japanese).unwrap();
        let said: Vec<&str> = text.lines().map(|line| example(line).unwrap_or(line)).collect();
        let said = said.join("\n");
        assert!(GroupKey::ALL.iter().all(|key| said.contains(&format!("\n{} = ", key.id()))), "{said}");
        assert_eq!(group(&said).fine.map(|fine| fine.missed), Some(1000));
    }

    /// A line that shows a key, without its comment sign.
    fn example(line: &str) -> Option<&str> {
        let line = line.strip_prefix("# ")?;
        GroupKey::ALL.iter().any(|key| line.starts_with(&format!("{} = ", key.id()))).then_some(line)
    }

    #[test]
    fn a_fine_is_an_amount_a_unit_and_what_it_is_for() {
        let fine = |text: &str| {
            let new = NewGroup { said: said(GroupKey::Fine, text), ..NewGroup::default() };
            add_group("", &new, Lang::English).map(|text| group(&text).fine.unwrap())
        };
        let expected = |missed, unit: &str, per| Fine { missed, unit: unit.to_owned(), per };
        assert_eq!(fine("1000 KRW/week"), Ok(expected(1000, "KRW", FinePer::Week)));
        assert_eq!(fine("1 cup of coffee per problem"), Ok(expected(1, "cup of coffee", FinePer::Problem)));
        assert_eq!(fine(" 5 EUR "), Ok(expected(5, "EUR", FinePer::Problem)));
        for wrong in ["", "KRW", "1000", "1000 KRW/day", "1000 /week", "x KRW"] {
            assert!(fine(wrong).is_err(), "{wrong:?}");
        }
        assert!(GroupKey::Fine.check("0 KRW").is_err());
        assert!(GroupKey::Timezone.check("Asia/Soul").unwrap_err().said(Lang::English).contains("Asia/Soul"));
        assert_eq!(GroupKey::Settles.check("monday 20:00"), Ok(()));
    }
}
