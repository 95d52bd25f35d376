//! `cpt import`: facts from files of one's own, as long as they are wanted.

use std::path::PathBuf;

use super::Exit;
use super::completions::imports;
use super::output::Output;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::import::{self, Format, Imported, failures};
use crate::lang::Lang;
use crate::model::{Failure, count};
use crate::report;

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
/// The file is CSV or JSON Lines in the columns that `cpt export ratings` and `cpt export submissions` write, of which a
/// few are enough: judge, contest, at and new for ratings (and handle where cpt.toml has none), judge, at, problem and
/// outcome or verdict for submissions. A judge that cpt doesn't know becomes one by its word.
///
/// What is imported counts beside what the judges told, which holds where both have it. Importing again replaces what the
/// import of that name had; --remove takes it away, and nothing else. Keep the file: with `.cpt/` its import goes.
///
/// Where a row is wrong, nothing is imported, and the row's line and column are said; --skip-bad leaves such rows out.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub(super) struct Args {
    #[command(subcommand)]
    archive: Option<Archive>,

    /// The file; `-` is standard input
    #[arg(required_unless_present_any = ["list", "remove"])]
    file: Option<PathBuf>,

    /// What the import is called [default: the file's name without its ending]
    #[arg(long, requires = "file")]
    name: Option<String>,

    /// How the file is written [default: as its ending says]
    #[arg(long, value_enum, requires = "file")]
    format: Option<Written>,

    /// Leave out rows that are wrong, and import the others
    #[arg(long, requires = "file")]
    skip_bad: bool,

    /// List what was imported instead
    #[arg(long, conflicts_with = "file")]
    list: bool,

    /// Take an import away instead
    #[arg(long, value_name = "NAME", add = imports(), conflicts_with_all = ["file", "list"])]
    remove: Option<String>,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

#[derive(Debug, clap::Subcommand)]
enum Archive {
    /// Import what solved.ac's API told of BOJ's problems: levels, topics, and which you solved
    ///
    /// The file has answers of the API: one, an array of them, or one after the other as in JSON Lines. The problems on
    /// pages of `search/problem` (asked for with s@HANDLE) are those that you solved, those of `problem/lookup` any; with
    /// `user/show` cpt tells whether all are there. None of them says when, so that no day of practice comes of them:
    /// `cpt stats` counts them apart, and committed solutions get their levels and topics.
    Solvedac(SolvedAc),
}

#[derive(Debug, clap::Args)]
struct SolvedAc {
    /// The file; `-` is standard input
    file: PathBuf,

    /// What the import is called [default: the file's name without its ending]
    #[arg(long)]
    name: Option<String>,

    /// Leave out problems that are wrong, and import the others
    #[arg(long)]
    skip_bad: bool,

    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// How a file is written.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Written {
    /// Comma-separated values with a line of names
    Csv,
    /// A JSON object a line
    Jsonl,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    if let Some(Archive::Solvedac(SolvedAc { file, name, skip_bad, json })) = &args.archive {
        let asked = import::Import { file, name: name.as_deref(), format: None, skip_bad: *skip_bad };
        return tell(&import::import_solved_ac(&asked, env)?, *json, output);
    }
    if let Some(name) = &args.remove {
        let removed = import::remove(name, env)?;
        let text = if args.json {
            report::to_line(&report::ImportsJson::new(&[removed]))?
        } else {
            format!("Removed the import {:?}\n", removed.name)
        };
        output.answer(&text)?;
        return Ok(Exit::Done);
    }
    let Some(file) = &args.file else { return list(args.json, env, output) };
    let format = args.format.map(|written| match written {
        Written::Csv => Format::Csv,
        Written::Jsonl => Format::JsonLines,
    });
    let asked = import::Import { file, name: args.name.as_deref(), format, skip_bad: args.skip_bad };
    tell(&import::import(&asked, env)?, args.json, output)
}

fn list(json: bool, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    let imports = import::imports(env)?;
    if json {
        output.answer(&report::to_line(&report::ImportsJson::new(&imports))?)?;
    } else if imports.is_empty() {
        output.note("Nothing was imported.\n");
    } else {
        output.whole_answer(&report::imports(&imports, env.now.timestamp()))?;
    }
    Ok(Exit::Done)
}

/// Prints what was imported, and what wasn't.
fn tell(imported: &Imported, json: bool, output: &mut Output) -> Result<Exit, AppError> {
    let Imported { summary, update, doubles, faults, remarks } = imported;
    for failure in failures(&summary.file, faults) {
        output.note(&report::warning(&failure, Lang::English));
    }
    if !faults.is_empty() {
        let message = format!("{} left out", count(faults.len(), "row"));
        output.note(&report::warning(&Failure::new(message), Lang::English));
    }
    for remark in remarks {
        output.note(&report::warning(&Failure::new(remark.as_str()), Lang::English));
    }
    let text = if json {
        report::to_line(&report::ImportedJson::new(summary, update, *doubles, faults, remarks))?
    } else {
        report::imported(summary, update, *doubles)
    };
    output.answer(&text)?;
    Ok(if faults.is_empty() { Exit::Done } else { Exit::Partly })
}
