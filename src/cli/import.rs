//! `cpt import`: facts from files of one's own, as long as they are wanted.

use std::path::PathBuf;

use super::Exit;
use super::completions::imports;
use super::output::Output;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::import::{self, Format, Imported, failures};
use crate::lang::Lang;
use crate::model::{Failure, clean};
use crate::report::{self, import_words as words};

const EXAMPLES: &str = "\
Examples:
  cpt import old-account.csv
  cpt import contests.jsonl --name usaco
  other-tracker | cpt import - --format csv --name other
  cpt import solvedac answers.jsonl
  cpt import --list
  cpt import --remove usaco";

/// Import ratings and submissions of any judge from a file
///
/// The file is CSV or JSON Lines with the columns of `cpt export ratings` or `cpt export submissions`. Required
/// for ratings: judge, contest, at and new (and handle, if cpt.toml has none); for submissions: judge, at,
/// problem, and outcome or verdict. A judge unknown to cpt is added under its name.
///
/// Imported data adds to what the judges report; where both have it, the judge's holds. Importing again replaces
/// the earlier import of the same name; --remove deletes it and nothing else. Keep the file: if `.cpt/` is
/// deleted, the import is gone.
///
/// If a row is invalid, nothing is imported and its line and column are reported; --skip-bad skips such rows.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    #[command(subcommand)]
    archive: Option<Archive>,

    /// File; `-` is standard input
    #[arg(required_unless_present_any = ["list", "remove"])]
    file: Option<PathBuf>,

    /// Name of the import [default: the file name without its extension]
    #[arg(long, requires = "file")]
    name: Option<String>,

    /// File format [default: by the file extension]
    #[arg(long, value_enum, requires = "file")]
    format: Option<Written>,

    /// Skip invalid rows and import the others
    #[arg(long, requires = "file")]
    skip_bad: bool,

    /// List imports
    #[arg(long, conflicts_with = "file")]
    list: bool,

    /// Remove an import
    #[arg(long, value_name = "NAME", add = imports(), conflicts_with_all = ["file", "list"])]
    remove: Option<String>,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Archive {
    /// Import BOJ levels, tags and solved problems from responses of solved.ac's API
    ///
    /// The file contains API responses: one, an array of them, or several in a row as in JSON Lines. Problems on
    /// pages of `search/problem` (requested with s@HANDLE) are those you solved, those of `problem/lookup` any;
    /// with `user/show`, cpt can tell whether all are there. The responses contain no dates, so they add no active
    /// days: `cpt stats` counts them separately, and committed solutions get their levels and tags.
    Solvedac(SolvedAc),
}

#[derive(Debug, clap::Args)]
struct SolvedAc {
    /// File; `-` is standard input
    file: PathBuf,

    /// Name of the import [default: the file name without its extension]
    #[arg(long)]
    name: Option<String>,

    /// Skip invalid problems and import the others
    #[arg(long)]
    skip_bad: bool,

    /// Output JSON
    #[arg(long)]
    json: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Written {
    /// Comma-separated values (RFC 4180) with a header line
    Csv,
    /// One JSON object per line
    Jsonl,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let lang = Env::lang_of(env.asked_lang, env.config.clone());
    if let Some(Archive::Solvedac(SolvedAc { file, name, skip_bad, json })) = &args.archive {
        let asked = import::Import { file, name: name.as_deref(), format: None, skip_bad: *skip_bad };
        return tell(&import::import_solved_ac(&asked, env)?, *json, lang, output);
    }
    if let Some(name) = &args.remove {
        let removed = import::remove(name, env)?;
        let text = if args.json {
            report::to_line(&report::ImportsJson::new(&[removed]))?
        } else {
            format!("{}\n", words::removed(lang, &clean(&removed.name)))
        };
        output.answer(&text)?;
        return Ok(Exit::Done);
    }
    let Some(file) = &args.file else { return list(args.json, lang, env, output) };
    let format = args.format.map(|written| match written {
        Written::Csv => Format::Csv,
        Written::Jsonl => Format::JsonLines,
    });
    let asked = import::Import { file, name: args.name.as_deref(), format, skip_bad: args.skip_bad };
    tell(&import::import(&asked, env)?, args.json, lang, output)
}

fn list(json: bool, lang: Lang, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let imports = import::imports(env)?;
    if json {
        output.answer(&report::to_line(&report::ImportsJson::new(&imports))?)?;
    } else if imports.is_empty() {
        output.note(&format!("{}\n", words::none(lang)));
    } else {
        output.whole_answer(&report::imports(&imports, env.now.timestamp(), lang))?;
    }
    Ok(Exit::Done)
}

/// Prints what was imported, and what wasn't.
fn tell(imported: &Imported, json: bool, lang: Lang, output: &mut Output) -> Result<Exit, AppError> {
    let Imported { summary, update, doubles, faults, remarks } = imported;
    for failure in failures(&summary.file, faults) {
        output.note(&report::warning(&failure, lang));
    }
    if !faults.is_empty() {
        let message = words::rows_left_out(lang, faults.len());
        output.note(&report::warning(&Failure::new(message), lang));
    }
    for remark in remarks {
        output.note(&report::warning(&Failure::new(remark.clone()), lang));
    }
    let text = if json {
        report::to_line(&report::ImportedJson::new(summary, update, *doubles, faults, remarks))?
    } else {
        report::imported(summary, update, *doubles, lang)
    };
    output.answer(&text)?;
    Ok(if faults.is_empty() { Exit::Done } else { Exit::Partly })
}
