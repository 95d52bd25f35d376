//! How every command that reads ends: the answer, what there is to say beside it, and whether all could be read.

use super::Exit;
use super::output::Output;
use crate::answers::Hint;
use crate::app::error::AppError;
use crate::app::session::Answered;
use crate::lang::Lang;
use crate::model::Completeness;
use crate::report;

/// Prints what `render` makes of an answer; before it what could not be read, after it what is missing or old, both to
/// standard error.
pub(super) fn present<T>(
    answered: Answered<T>,
    output: &mut Output,
    render: impl FnOnce(T) -> Result<String, AppError>,
) -> Result<Exit, AppError> {
    beside(&answered, output);
    let completeness = answered.completeness();
    let Answered { answer, lang, hints: left, .. } = answered;
    output.whole_answer(&render(answer)?)?;
    hints(&left, lang, output);
    Ok(outcome(&completeness))
}

/// Tells what there is to know of what was read, and what could not be.
pub(super) fn beside<T>(answered: &Answered<T>, output: &mut Output) {
    answered.notes.iter().for_each(|note| output.note(&report::note(note, answered.lang)));
    answered.failures.iter().for_each(|failure| output.note(&report::warning(failure, answered.lang)));
}

/// Tells what is missing or old.
pub(super) fn hints<'a>(hints: impl IntoIterator<Item = &'a Hint>, lang: Lang, output: &mut Output) {
    for hint in hints {
        output.note(&format!("{}\n", report::hint(hint, lang)));
    }
}

/// How a command ends whose answer rests on so much.
pub(super) fn outcome(completeness: &Completeness) -> Exit {
    if completeness.is_complete() { Exit::Done } else { Exit::Partly }
}
