//! `cpt init --cron` and `--systemd`: what to install so that this computer syncs every day.

use crate::lang::{Lang, Later};
use crate::report::init_words;
use std::path::Path;

use super::super::env::Env;
use super::super::error::AppError;
use super::super::workspace::Workspace;
use super::quote::{for_crontab, for_systemd};

/// A line for `crontab -e`.
pub fn crontab(env: &Env) -> Result<String, AppError> {
    let (program, config, lang) = paths(env)?;
    let (program, config) = (for_crontab(&program), for_crontab(&config));
    let about = init_words::crontab(lang);
    Ok(format!("# {about}\n40 21 * * * {program} --config {config} sync > /dev/null\n"))
}

/// A service and a timer for the user's systemd.
pub fn systemd(env: &Env) -> Result<String, AppError> {
    let (program, config, lang) = paths(env)?;
    let (program, quoted) = (for_systemd(&program), for_systemd(&config));
    let described = config.replace('%', "%%");
    let then = init_words::systemd(lang);
    Ok(format!(
        "\
# ~/.config/systemd/user/cpt-sync.service
[Unit]
Description=cpt sync for {described}

[Service]
Type=oneshot
ExecStart={program} --config {quoted} sync

# ~/.config/systemd/user/cpt-sync.timer
[Unit]
Description=cpt sync, every day

[Timer]
OnCalendar=*-*-* 21:40
Persistent=true

[Install]
WantedBy=timers.target

# {then}
# systemctl --user daemon-reload && systemctl --user enable --now cpt-sync.timer
"
    ))
}

/// The program and the configuration, absolute and printable on one line, and the language.
fn paths(env: &Env) -> Result<(String, String, Lang), AppError> {
    let workspace = Workspace::open(env)?;
    let config = workspace.file.as_deref().unwrap_or(&workspace.root);
    Ok((line(&env.program)?, line(config)?, env.lang(workspace.config.language)))
}

fn line(path: &Path) -> Result<String, AppError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.to_str().filter(|text| !text.contains(char::is_control)).map(str::to_owned);
    text.ok_or_else(|| {
        let path = path.display();
        let message = Later::message(
            format!("the path {path} contains a line break or isn't UTF-8"),
            format!("경로에 줄바꿈이 있거나 UTF-8이 아닙니다: {path}"),
            format!("パスに改行が含まれるか、UTF-8 ではありません: {path}"),
        );
        AppError::usage(message, Later::advice("Rename it.", "이름을 바꾸세요.", "名前を変更してください。"))
    })
}
