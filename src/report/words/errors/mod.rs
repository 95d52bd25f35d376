//! Messages on standard error that no room below has as an error of its own.

pub mod arguments;

use std::borrow::Cow;

use crate::lang::Lang;
use crate::model::Advice;

/// "error"
pub fn error(lang: Lang) -> Cow<'static, str> {
    lang.word("error", "오류", "エラー")
}

/// "warning"
pub fn warning(lang: Lang) -> Cow<'static, str> {
    lang.word("warning", "경고", "警告")
}

/// `dir` is the working directory.
pub fn no_configuration(lang: Lang, dir: &str) -> String {
    lang.say(
        || format!("no cpt.toml in {dir} or any parent directory"),
        || format!("{dir} 및 상위 디렉터리에 cpt.toml이 없습니다"),
        || format!("{dir} とその上位ディレクトリに cpt.toml がありません"),
    )
}

/// After [`no_configuration`].
pub fn no_configuration_remedy(lang: Lang) -> Advice {
    let [init, demo] = ["cpt init", "cpt demo"];
    lang.say(
        || {
            Advice::words("Run ")
                .and_code(init)
                .and(" to create one, or ")
                .and_code(demo)
                .and(" to try cpt on sample data.")
        },
        || Advice::code(init).and("으로 만들거나, ").and_code(demo).and("로 예제 데이터를 체험하세요."),
        || {
            Advice::code(init)
                .and(" で作成するか、")
                .and_code(demo)
                .and(" でサンプルデータを試してください。")
        },
    )
}
