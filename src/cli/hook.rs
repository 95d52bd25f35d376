//! `cpt hook`: what a shell runs when it starts.

use jiff::civil::Time;

use super::Exit;
use super::completions::Shell;
use super::output::Output;
use super::wrong::WrongValue;
use crate::app;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::lang::Later;
use crate::report::{argument_words, done_words};

/// Print lines for your shell's startup file that show your streak once a day
///
/// They show it in the first terminal that you open after the given time, for the cpt.toml found from here, by
/// running `cpt streak --daily-from`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Append them to the file, e.g. `cpt hook bash --after 20:00 >> ~/.bashrc`.")]
pub(super) struct Args {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,

    /// Time of day from which to show it
    #[arg(long, value_name = "HH:MM", default_value = "18:00", value_parser = time)]
    after: Time,
}

/// A time of day.
pub(super) fn time(text: &str) -> Result<Time, WrongValue> {
    text.parse().map_err(|_| WrongValue::new(argument_words::use_a_time))
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let file = std::path::absolute(app::settings::file(env)?)?;
    let Some(file) = file.to_str().filter(|file| !file.contains(char::is_control)) else {
        let file = file.display();
        let message = Later::message(
            format!("the path {file} contains a line break or isn't UTF-8"),
            format!("경로에 줄바꿈이 있거나 UTF-8이 아닙니다: {file}"),
            format!("パスに改行が含まれるか、UTF-8 ではありません: {file}"),
        );
        let remedy = Later::advice("Rename it.", "이름을 바꾸세요.", "名前を変更してください。");
        return Err(AppError::usage(message, remedy));
    };
    let after = args.after.strftime("%H:%M");
    let run = format!("cpt --config {} streak --daily-from {after}", args.shell.quoted(file));
    let line = match args.shell {
        Shell::Bash | Shell::Zsh => format!("[ -t 1 ] && command -v cpt > /dev/null && {run} 2> /dev/null"),
        Shell::Fish => format!("isatty stdout; and type -q cpt; and {run} 2> /dev/null"),
        Shell::Powershell => {
            format!("if (Get-Command cpt -ErrorAction SilentlyContinue) {{ {run} 2> $null }}")
        }
        Shell::Elvish => format!("try {{ {run} }} catch e {{ }}"),
        Shell::Nushell => format!("try {{ ^{run} }}"),
    };
    let lang = Env::lang_of(env.asked_lang, env.config.clone());
    output.data(&format!("{}\n{line}\n", done_words::hook(lang, &after.to_string())))?;
    Ok(Exit::Done)
}
