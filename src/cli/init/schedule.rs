//! `cpt init --cron` and `--systemd`: what to install so that this computer syncs every day.

use std::path::Path;

use super::super::error::CliError;
use super::super::world::World;
use super::quote::{for_crontab, for_systemd};
use crate::app::workspace::Workspace;

/// A line for `crontab -e`.
pub(super) fn crontab(world: &World) -> Result<String, CliError> {
    let (program, config) = paths(world)?;
    let (program, config) = (for_crontab(&program), for_crontab(&config));
    Ok(format!(
        "# Every day at 21:40; what goes wrong is mailed. Add this by `crontab -e`:\n\
         40 21 * * * {program} --config {config} sync > /dev/null\n"
    ))
}

/// A service and a timer for the user's systemd.
pub(super) fn systemd(world: &World) -> Result<String, CliError> {
    let (program, config) = paths(world)?;
    let (program, quoted) = (for_systemd(&program), for_systemd(&config));
    let described = config.replace('%', "%%");
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

# Save both, then:
# systemctl --user daemon-reload && systemctl --user enable --now cpt-sync.timer
"
    ))
}

/// The program and the configuration, absolute and printable on one line.
fn paths(world: &World) -> Result<(String, String), CliError> {
    let workspace = Workspace::open(world)?;
    let config = workspace.file.as_deref().unwrap_or(&workspace.root);
    Ok((line(&world.program)?, line(config)?))
}

fn line(path: &Path) -> Result<String, CliError> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.to_str().filter(|text| !text.contains(char::is_control)).map(str::to_owned);
    text.ok_or_else(|| {
        let message = format!("the path {} can't stand in a line of text", path.display());
        CliError::usage(message, "Rename it.")
    })
}
