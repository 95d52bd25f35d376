//! Contests by the titles that they have in Japanese.

/// What stands for a title, or for a word of one: the contest's address, or what is in it.
const WORDS: &[(&str, &str)] = &[
    ("DISCOpresents", ""),
    ("みんなのプロコン", "yahoo-procon"),
    ("ディスカバリーチャンネルコードコンテスト", "ddcc"),
    ("日立製作所社会システム事業部プログラミングコンテスト", "hitachi"),
    ("三井住友信託銀行プログラミングコンテスト", "sumitrust"),
    ("パナソニックプログラミングコンテスト", "panasonic"),
    ("東京海上日動プログラミングコンテスト", "tokiomarine"),
    ("キーエンスプログラミングコンテスト", "keyence"),
    ("エイシングプログラミングコンテスト", "aising"),
    ("予選", "qual"),
    ("本戦", "final"),
    ("決勝", "final"),
];

/// Contests whose first stage is meant where none is said.
const STAGED: &[&str] = &["ddcc", "yahoo-procon"];

/// A contest's name with what is Japanese in it as it stands in addresses: `みんなのプロコン 2019` is
/// `yahoo-procon2019qual`.
pub(super) fn translated(name: &str) -> String {
    let mut name: String = name.chars().filter(|c| !c.is_whitespace() && *c != '_').collect();
    if let Some(test) = counted_past(&name) {
        return test;
    }
    for (word, address) in WORDS {
        name = name.replace(word, address);
    }
    let is_open = name.ends_with(|c: char| c.is_ascii_digit());
    if is_open && STAGED.iter().any(|contest| name.starts_with(contest)) {
        name.push_str("qual");
    }
    name
}

/// The ordinal of a test in a name that counts it in Japanese: `第3回 PAST`, `PAST第三回`.
fn counted_past(name: &str) -> Option<String> {
    let name = name.replace('-', "");
    let (before, rest) = name.split_once('第')?;
    let (ordinal, after) = rest.split_once('回')?;
    let is_meant = [before, after].iter().any(|part| {
        let part = part.to_ascii_lowercase();
        part.starts_with("past") || part.contains("アルゴリズム実技検定")
    });
    let digit = |c: char| "一二三四五六七八九".chars().position(|known| known == c).map(|at| at + 1);
    let value = ordinal.parse().ok().or_else(|| match ordinal.split_once('十') {
        Some((tens, ones)) => {
            let part = |text: &str, empty| {
                if text.is_empty() { Some(empty) } else { text.parse::<char>().ok().and_then(digit) }
            };
            Some(part(tens, 1)? * 10 + part(ones, 0)?)
        }
        None => digit(ordinal.parse().ok()?),
    })?;
    is_meant.then(|| format!("past{value}"))
}
