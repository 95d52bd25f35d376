//! What `[new]` says, checked and given its meaning.

use toml::Spanned;

use super::NewSolutions;
use super::check::{Checker, unknown_judge};
use super::error::ConfigError;
use super::raw::RawNew;
use crate::judges::known_judge;
use crate::lang::Later;
use crate::model::Layout;

impl Checker<'_> {
    pub fn new_solutions(&self, raw: RawNew) -> Result<NewSolutions, ConfigError> {
        let layout = |text: &Spanned<String>, key: &str| {
            Layout::parse(text.get_ref())
                .map_err(|why| self.wrong(text, key, Later::new(move |lang| why.told(lang))))
        };
        if let Some(extension) = &raw.extension
            && (extension.get_ref().is_empty() || extension.get_ref().contains(['/', '*', '.', '{']))
        {
            let message = Later::message(
                "must be a file extension, e.g. \"cpp\"",
                "파일 확장자를 쓰세요 (예: \"cpp\")",
                "ファイルの拡張子を指定してください (例: \"cpp\")",
            );
            return Err(self.wrong(extension, "new.extension", message));
        }
        let of_judge = |(word, text): (String, Spanned<String>)| {
            let key = format!("new.layouts.{word}");
            let Some(judge) = known_judge(&word) else {
                return Err(self.wrong(&text, &key, unknown_judge(&word)));
            };
            Ok((judge.id.to_owned(), layout(&text, &key)?))
        };
        Ok(NewSolutions {
            layout: raw.layout.as_ref().map(|text| layout(text, "new.layout")).transpose()?,
            layouts: raw.layouts.into_iter().map(of_judge).collect::<Result<_, _>>()?,
            extension: raw.extension.map(Spanned::into_inner),
            template: raw.template.as_deref().map(|path| self.path(path)),
        })
    }
}
