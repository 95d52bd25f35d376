//! `cpt completions`, and what a shell asks in the middle of a line.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use clap_complete::engine::{ArgValueCandidates, ArgValueCompleter, CompletionCandidate};
use clap_complete::env::{CompleteEnv, Shells};
use clap_complete_nushell::Nushell;

use super::Exit;
use super::args::option_of;
use super::output::Output;
use crate::app::asked::Asked;
use crate::app::completion::{self, Suggestion};
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::session::Session;
use crate::lang::Later;
use crate::model::Judge;

/// How a shell says that it asks for words; its script sets it.
const VARIABLE: &str = "CPT_COMPLETE";

/// The program's name, under which shells know and find it.
const PROGRAM: &str = "cpt";

/// What makes a file of zsh's `fpath` answer when it is first loaded, in the middle of a line.
const ZSH_AUTOLOAD: &str = "\n[[ $funcstack[1] = _cpt ]] && _clap_dynamic_completer_cpt \"$@\"\n";

const WHERE: &str = "\
In the file that your shell reads when it starts:
  bash        source <(cpt completions bash)
  zsh         source <(cpt completions zsh)    (after compinit)
  fish        cpt completions fish | source
  PowerShell  cpt completions powershell | Out-String | Invoke-Expression
  elvish      eval (cpt completions elvish | slurp)
  nushell     source cpt.nu    (after cpt completions nushell | save cpt.nu)";

/// Print a completion script for your shell
///
/// Completes commands and options, and also your targets, stored problems, tags, lists and repositories, from
/// local data and without network access; in nushell, only commands, options and their fixed values.
#[derive(Debug, clap::Args)]
#[command(after_help = WHERE)]
pub(super) struct Args {
    /// Shell
    #[arg(value_enum)]
    shell: Shell,
}

/// A shell that people use.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(super) enum Shell {
    Bash,
    Zsh,
    Fish,
    #[value(alias = "pwsh")]
    Powershell,
    Elvish,
    #[value(alias = "nu")]
    Nushell,
}

impl Shell {
    /// The name by which the library knows it; `None` where its completion is made of fixed words.
    fn dynamic(self) -> Option<&'static str> {
        match self {
            Self::Bash => Some("bash"),
            Self::Zsh => Some("zsh"),
            Self::Fish => Some("fish"),
            Self::Powershell => Some("powershell"),
            Self::Elvish => Some("elvish"),
            Self::Nushell => None,
        }
    }

    /// A word that the shell takes for itself, whatever is in it but control characters.
    pub fn quoted(self, word: &str) -> String {
        match self {
            Self::Bash | Self::Zsh => format!("'{}'", word.replace('\'', r"'\''")),
            Self::Fish => format!("'{}'", word.replace('\\', r"\\").replace('\'', r"\'")),
            Self::Powershell | Self::Elvish => format!("'{}'", word.replace('\'', "''")),
            Self::Nushell => format!("\"{}\"", word.replace('\\', r"\\").replace('"', "\\\"")),
        }
    }
}

pub(super) fn run(args: &Args, mut command: clap::Command, output: &mut Output) -> Result<Exit, AppError> {
    let mut script = Vec::new();
    let shells = Shells::builtins();
    match args.shell.dynamic().and_then(|name| shells.completer(name)) {
        Some(shell) => shell.write_registration(VARIABLE, PROGRAM, PROGRAM, PROGRAM, &mut script)?,
        None => clap_complete::generate(Nushell, &mut command, PROGRAM, &mut script),
    }
    let mut script = String::from_utf8_lossy(&script).trim().to_owned() + "\n";
    if matches!(args.shell, Shell::Zsh) {
        script.push_str(ZSH_AUTOLOAD);
    }
    output.data(&script)?;
    Ok(Exit::Done)
}

/// Answers a shell that asks for words; whether one did.
pub(super) fn answer(command: fn() -> clap::Command, cwd: Option<&Path>) -> Result<bool, AppError> {
    let shell = CompleteEnv::with_factory(command).var(VARIABLE).bin(PROGRAM).completer(PROGRAM);
    let answered = shell.try_complete(std::env::args_os(), cwd);
    answered.map_err(|error| {
        AppError::usage(
            format!("{VARIABLE}: {error}"),
            Later::advice(
                format!("Unset {VARIABLE}."),
                format!("{VARIABLE} 설정을 해제하세요."),
                format!("{VARIABLE} の設定を解除してください。"),
            ),
        )
    })
}

/// Completes the goal of a target that there is.
pub(super) fn goals() -> ArgValueCandidates {
    let judge = || line().iter().find_map(|word| Judge::by_word(word.to_str()?));
    candidates(move |session| completion::goals(session, judge()))
}

/// Completes the day of a target that there is.
pub(super) fn target_days() -> ArgValueCandidates {
    candidates(completion::target_days)
}

/// Completes a topic.
pub(super) fn topics() -> ArgValueCandidates {
    candidates(completion::topics)
}

/// Completes a list of problems.
pub(super) fn lists() -> ArgValueCandidates {
    candidates(completion::lists)
}

/// Completes the name of a member of the group.
pub(super) fn members() -> ArgValueCandidates {
    candidates(completion::members)
}

/// Completes a repository.
pub(super) fn repositories() -> ArgValueCandidates {
    candidates(completion::repositories)
}

/// Completes the name of an import.
pub(super) fn imports() -> ArgValueCandidates {
    candidates(completion::imports)
}

/// Completes a judge of which there is what is `asked`.
pub(super) fn judges(asked: Asked) -> ArgValueCandidates {
    ArgValueCandidates::new(move || {
        let env = Env::of_process(option_of(&line(), "--config").map(PathBuf::from), None).ok();
        let session = env.as_ref().and_then(|env| Session::open(env).ok());
        candidates_of(completion::judges(session.as_ref(), asked))
    })
}

/// Completes a key of the configuration.
pub(super) fn keys() -> ArgValueCandidates {
    ArgValueCandidates::new(|| candidates_of(completion::keys()))
}

/// Completes a problem's id.
pub(super) fn problems() -> ArgValueCompleter {
    ArgValueCompleter::new(|typed: &OsStr| {
        let Some(typed) = typed.to_str() else { return Vec::new() };
        in_session(|session| completion::problems(session, typed))
    })
}

fn candidates(of: impl Fn(&Session<'_>) -> Vec<Suggestion> + Send + Sync + 'static) -> ArgValueCandidates {
    ArgValueCandidates::new(move || in_session(&of))
}

/// What the workspace has for the line; nothing where there is none.
fn in_session(of: impl Fn(&Session<'_>) -> Vec<Suggestion>) -> Vec<CompletionCandidate> {
    let Ok(env) = Env::of_process(option_of(&line(), "--config").map(PathBuf::from), None) else {
        return Vec::new();
    };
    Session::open(&env).map(|session| candidates_of(of(&session))).unwrap_or_default()
}

fn candidates_of(suggestions: Vec<Suggestion>) -> Vec<CompletionCandidate> {
    let candidate = |one: Suggestion| CompletionCandidate::new(one.word).help(one.help.map(Into::into));
    suggestions.into_iter().map(candidate).collect()
}

/// The words of the line that is completed, which scripts put behind `--`.
fn line() -> Vec<OsString> {
    std::env::args_os().skip_while(|word| word != "--").skip(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_itself_in_every_shell() {
        let quoted = |shell: Shell| shell.quoted(r#"it's $HOME \ "me""#);
        assert_eq!(quoted(Shell::Bash), r#"'it'\''s $HOME \ "me"'"#);
        assert_eq!(quoted(Shell::Fish), r#"'it\'s $HOME \\ "me"'"#);
        assert_eq!(quoted(Shell::Powershell), r#"'it''s $HOME \ "me"'"#);
        assert_eq!(quoted(Shell::Nushell), r#""it's $HOME \\ \"me\"""#);
    }
}
