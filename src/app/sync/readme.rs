//! The part of a README that shows where one stands.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use super::super::charts::{DARK, Drawn};
use super::super::env::Env;
use super::super::error::AppError;
use super::super::workspace::Workspace;
use crate::answers::{SeriesStatus, StreakAnswer};
use crate::files::{Links, read_bounded, write_changed};
use crate::lang::Later;
use crate::report::{self, Picture, ReadmePart};

/// The README where none is configured, beside `cpt.toml`.
const FILE: &str = "README.md";

/// The most bytes that are read of it.
const LIMIT: u64 = 16 << 20;

/// The configured one, else the usual one.
pub(super) fn file(workspace: &Workspace) -> PathBuf {
    workspace.config.readme.clone().unwrap_or_else(|| workspace.root.join(FILE))
}

/// What it says of this standing, with the cards among these files.
pub(super) fn block(
    workspace: &Workspace,
    standing: &[SeriesStatus],
    streak: Option<&StreakAnswer>,
    drawn: &[Drawn],
) -> String {
    report::readme_block(standing, streak, &cards(workspace, drawn), workspace.file_lang())
}

/// The cards among these files, as what to paste into the README.
pub fn snippet(workspace: &Workspace, drawn: &[Drawn]) -> String {
    report::readme_block(&[], None, &cards(workspace, drawn), workspace.file_lang())
}

/// The cards among these files, each once.
fn cards(workspace: &Workspace, drawn: &[Drawn]) -> Vec<Picture> {
    let readme = file(workspace);
    let dir = readme.parent().unwrap_or(&workspace.root);
    let mut cards: Vec<&Drawn> = Vec::new();
    for card in drawn.iter().filter(|drawn| drawn.name.starts_with("card-")) {
        if cards.iter().all(|other| other.name != card.name) {
            cards.push(card);
        }
    }
    cards.iter().filter_map(|card| picture(&card.name, card.title.clone(), dir, drawn)).collect()
}

/// The README as the user would name it.
pub fn readme_name(workspace: &Workspace, env: &Env) -> String {
    env.shown(&file(workspace))
}

/// The picture of this name in each theme, as far as it was drawn; SVG where there is one.
fn picture(name: &str, alt: String, dir: &Path, drawn: &[Drawn]) -> Option<Picture> {
    let of_stem = |stem: &str| {
        let mut paths: Vec<&Path> = drawn.iter().map(|drawn| drawn.path.as_path()).collect();
        paths.retain(|path| path.file_stem().is_some_and(|other| other == stem));
        paths.sort_by_key(|path| path.extension().is_none_or(|end| end != "svg"));
        paths.first().map(|path| relative(dir, path))
    };
    let dark = of_stem(&format!("{name}{DARK}"));
    let light = of_stem(name).or_else(|| dark.clone())?;
    Some(Picture { alt, dark: dark.filter(|dark| *dark != light), light })
}

/// `file` as seen from `dir`, with `/` between its parts.
fn relative(dir: &Path, file: &Path) -> String {
    let parts = |path: &Path| -> Vec<String> {
        let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let normal = absolute.components().filter(|part| *part != Component::CurDir);
        normal.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
    };
    let (dir, file) = (parts(dir), parts(file));
    let common = dir.iter().zip(&file).take_while(|(one, other)| one == other).count();
    let up = std::iter::repeat_n("..", dir.len() - common);
    up.chain(file[common..].iter().map(String::as_str)).collect::<Vec<_>>().join("/")
}

/// Puts `block` between the markers of `part`; the file where that changed it. Without configuration and without markers
/// there is nothing to do; the configured file must have those of the user's own part.
pub(super) fn update(
    workspace: &Workspace,
    env: &Env,
    part: ReadmePart,
    block: &str,
) -> Result<Option<PathBuf>, AppError> {
    let file = file(workspace);
    let asked = workspace.config.readme.is_some() && part == ReadmePart::OWN;
    let shown = env.shown(&file);
    let wrong = |error: std::io::Error| {
        AppError::file(
            Later::message(
                format!("can't update {shown}"),
                format!("{shown} 파일을 갱신할 수 없습니다"),
                format!("{shown} を更新できません"),
            ),
            &error,
        )
    };
    // Behind a link lies the file to write.
    let read = file.canonicalize().and_then(|real| Ok((read_bounded(&real, LIMIT, Links::Refuse)?, real)));
    let (old, real) = match read {
        Ok(read) => read,
        Err(error) if !asked && (error.kind() == ErrorKind::NotFound || file.is_dir()) => return Ok(None),
        Err(error) => return Err(wrong(error)),
    };
    match report::replaced(&old, part, block) {
        Ok(Some(new)) if new == old => Ok(None),
        Ok(Some(new)) => {
            workspace.may_write(&real, env)?;
            Ok(write_changed(&real, &new).map_err(wrong)?.then_some(file))
        }
        Ok(None) if !asked => Ok(None),
        Ok(None) => {
            let message = Later::message(
                format!("{shown} has no line `<!-- cpt:begin -->`"),
                format!("{shown} 파일에 `<!-- cpt:begin -->` 줄이 없습니다"),
                format!("{shown} に `<!-- cpt:begin -->` の行がありません"),
            );
            let remedy = Later::advice(
                "Put it where cpt should write, and `<!-- cpt:end -->` on a line below; or remove `file` from [readme].",
                "cpt가 쓸 곳에 그 줄을, 아래 줄에 `<!-- cpt:end -->`를 넣거나 [readme]에서 `file`을 빼세요.",
                "cpt が書き込む場所にその行を、その下の行に `<!-- cpt:end -->` を入れるか、[readme] から `file` を外してください。",
            );
            Err(AppError::usage(message, remedy))
        }
        Err(error) => {
            let remedy = Later::advice(
                "Put each marker on a line of its own; cpt replaces what is between the two.",
                "마커는 각각 한 줄에 쓰세요. 두 마커 사이는 cpt가 바꿉니다.",
                "マーカーはそれぞれ1行に書いてください。2つの間は cpt が書き換えます。",
            );
            Err(AppError::usage(Later::new(move |lang| error.told(lang, &shown)), remedy))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_as_seen_from_the_readme() {
        assert_eq!(relative("/a/b".as_ref(), "/a/b/charts/x.svg".as_ref()), "charts/x.svg");
        assert_eq!(relative("/a/b/docs".as_ref(), "/a/b/charts/x y.svg".as_ref()), "../charts/x y.svg");
        assert_eq!(relative("/a".as_ref(), "/b/x.svg".as_ref()), "../b/x.svg");
    }
}
