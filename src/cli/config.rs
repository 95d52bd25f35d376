//! `cpt config`: the configuration for scripts and for editors.

use super::Exit;
use super::output::Output;
use crate::app;
use crate::app::env::Env;
use crate::app::error::AppError;

/// Show and change settings in cpt.toml, or print its schema
///
/// Keys are written as in `streak.goal`, `handles.codeforces` or `targets[0].by`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, clap::Subcommand)]
enum Action {
    /// Print the path of the configuration file
    Path,
    /// Print the value of a key; exit with status 1 if it isn't set
    Get {
        /// The key, e.g. streak.goal
        #[arg(add = super::completions::keys())]
        key: String,
    },
    /// Set a key, keeping comments and everything else in the file
    Set {
        /// The key, e.g. streak.goal
        #[arg(add = super::completions::keys())]
        key: String,
        /// The value: a string, a number or TOML, e.g. `["sunday"]`
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Print the JSON Schema with which editors check and complete cpt.toml
    Schema,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    match &args.action {
        Action::Path => output.data(&format!("{}\n", app::settings::file(env)?.display()))?,
        Action::Get { key } => match app::settings::get(key, env)? {
            Some(value) => output.data(&format!("{value}\n"))?,
            None => return Ok(Exit::No),
        },
        Action::Set { key, value } => app::settings::set(key, value, env)?,
        Action::Schema => output.data(&app::settings::schema())?,
    }
    Ok(Exit::Done)
}
