//! `--help` in every language: what clap knows of a command, as a page.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue};
use clap::{Arg, Command};

use crate::lang::Lang;
use crate::report::{HelpEntry, HelpPage, HelpSection, help_words as words};

/// The page that is asked for by `line`; `None` where it asks for none. The command isn't built yet.
pub(super) fn asked(mut command: Command, line: &[OsString], lang: Lang) -> Option<HelpPage> {
    command.build();
    // clap tells of which command in nothing but the page: each gets one that is its path.
    let page = marked(command.clone(), &[]).try_get_matches_from(line).err()?.render().to_string();
    let (path, length) = page.trim().rsplit_once('\n').unwrap_or(("", page.trim()));
    let found = path.split(' ').skip(1).try_fold(&command, |above, name| above.find_subcommand(name))?;
    Some(page_of(found, length == LONG, lang))
}

/// The command that `line` is wrongly for, such as "cpt target add"; `None` where clap doesn't tell.
pub(super) fn command_of(mut command: Command, line: &[OsString]) -> Option<String> {
    command.build();
    let error = marked(command, &[]).try_get_matches_from(line).err()?;
    let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) else { return None };
    Some(usage.to_string().trim_start_matches("Usage:").trim().to_owned())
}

const SHORT: &str = "short";
const LONG: &str = "long";

/// The command with its path, and how much was asked for, in place of every page and every usage.
fn marked(command: Command, above: &[&str]) -> Command {
    let name = command.get_name().to_owned();
    let path = [above, &[&name]].concat();
    let is_long = has_long(&command);
    let (page, usage) = (format!("{}\n{{about}}", path.join(" ")), path.join(" "));
    let command = command.help_template(page).override_usage(usage).about(SHORT);
    let command = if is_long { command.long_about(LONG) } else { command.long_about(None) };
    command.mut_subcommands(|below| marked(below, &path))
}

/// Whether `--help` tells more than `-h`; clap has it decided when it wrote the option's own help.
fn has_long(command: &Command) -> bool {
    let mut arguments = command.get_arguments();
    arguments.any(|argument| argument.get_id() == "help" && argument.get_long_help().is_some())
}

fn page_of(command: &Command, is_long: bool, lang: Lang) -> HelpPage {
    let about = command.get_long_about().filter(|_| is_long).or(command.get_about());
    let mut sections = Vec::new();
    let mut add = |heading, entries: Vec<HelpEntry>, is_long| {
        if !entries.is_empty() {
            sections.push(HelpSection { heading, entries, is_long });
        }
    };
    let commands = command.get_subcommands().filter(|below| !below.is_hide_set());
    add(words::commands(lang), commands.map(|below| command_entry(below, lang)).collect(), false);
    let entry = |argument: &Arg| argument_entry(argument, is_long, lang);
    let shown = |argument: &&Arg| !argument.is_hide_set();
    let positionals = command.get_positionals().filter(shown).map(entry).collect();
    add(words::arguments(lang), positionals, is_long);
    let mut options: Vec<&Arg> = command.get_arguments().filter(|one| !one.is_positional()).collect();
    options.sort_by_key(|option| place(option));
    add(words::options(lang), options.into_iter().filter(shown).map(entry).collect(), is_long);
    HelpPage {
        about: said(about, lang),
        usage: usage(command),
        sections,
        after: command.get_after_help().map(|after| said(Some(after), lang)),
    }
}

/// Own options before those of every command, help and version last.
fn place(option: &Arg) -> usize {
    match option.get_id().as_str() {
        "help" => 2,
        "version" => 3,
        _ => usize::from(GLOBAL.contains(&option.get_id().as_str())),
    }
}

/// The options of every command.
const GLOBAL: [&str; 3] = ["config", "lang", "no_pager"];

/// What can be typed, in clap's way.
fn usage(command: &Command) -> String {
    let usage = command.clone().help_template("{usage}").render_help();
    usage.ansi().to_string().trim_end().to_owned()
}

fn command_entry(command: &Command, lang: Lang) -> HelpEntry {
    let aliases: Vec<&str> = command.get_visible_aliases().collect();
    HelpEntry {
        before: String::new(),
        name: command.get_name().to_owned(),
        value: String::new(),
        text: said(command.get_about(), lang),
        values: Vec::new(),
        remarks: if aliases.is_empty() { Vec::new() } else { vec![words::aliases(lang, &aliases)] },
    }
}

fn argument_entry(argument: &Arg, is_long: bool, lang: Lang) -> HelpEntry {
    let term = argument.to_string();
    let (before, name, value) = if argument.is_positional() {
        (String::new(), String::new(), term.as_str())
    } else {
        let (name, value) = term.split_at(term.find([' ', '[']).unwrap_or(term.len()));
        let before = argument.get_short().filter(|_| name.starts_with("--"));
        (before.map_or_else(|| "    ".to_owned(), |short| format!("-{short}, ")), name.to_owned(), value)
    };
    let text = argument.get_long_help().filter(|_| is_long).or(argument.get_help());
    let values = argument.get_possible_values();
    let values = values.iter().filter(|value| !value.is_hide_set());
    let values: Vec<(String, String)> =
        values.map(|value| (value.get_name().to_owned(), said(value.get_help(), lang))).collect();
    let is_listed = is_long && values.iter().any(|(_, meaning)| !meaning.is_empty());
    let mut remarks = Vec::new();
    if argument.get_action().takes_values() {
        let default: Vec<Cow<'_, str>> =
            argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        if !default.is_empty() && !argument.is_hide_default_value_set() {
            remarks.push(words::default_value(lang, &default.join(" ")));
        }
        if !values.is_empty() && !is_listed && !argument.is_hide_possible_values_set() {
            let names: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
            remarks.push(words::one_of_values(lang, &names.join(", ")));
        }
    }
    HelpEntry {
        before,
        name,
        value: value.to_owned(),
        text: said(text, lang),
        values: if is_listed { values } else { Vec::new() },
        remarks,
    }
}

/// A text of clap's, paragraph by paragraph; what has no translation in English.
fn said(text: Option<&StyledStr>, lang: Lang) -> String {
    let text = text.map(ToString::to_string).unwrap_or_default();
    let paragraph =
        |english: &str| words::text(lang, english).map_or_else(|| english.to_owned(), Cow::into_owned);
    text.split("\n\n").map(paragraph).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Cli;

    /// Every text of a command and of those below it.
    fn texts(command: &Command, into: &mut BTreeSet<String>) {
        let mut add = |text: Option<&StyledStr>| {
            let text = text.map(ToString::to_string).unwrap_or_default();
            into.extend(text.split("\n\n").filter(|text| !text.is_empty()).map(str::to_owned));
        };
        add(command.get_about());
        add(command.get_long_about());
        add(command.get_after_help());
        assert!(command.get_after_long_help().is_none() && command.get_before_help().is_none());
        for argument in command.get_arguments() {
            add(argument.get_help());
            add(argument.get_long_help());
            argument.get_possible_values().iter().for_each(|value| add(value.get_help()));
        }
        command.get_subcommands().for_each(|below| texts(below, into));
    }

    fn built() -> Command {
        let mut command = Cli::command();
        command.build();
        command
    }

    #[test]
    fn every_text_of_help_is_in_every_language() {
        let mut shown = BTreeSet::new();
        texts(&built(), &mut shown);
        let untold: Vec<&String> =
            shown.iter().filter(|text| words::text(Lang::Korean, text).is_none()).collect();
        assert!(untold.is_empty(), "add these to report/words/help: {untold:#?}");
        let unused: Vec<&str> =
            words::all().map(|[english, ..]| english).filter(|text| !shown.contains(*text)).collect();
        assert!(unused.is_empty(), "nothing shows these of report/words/help: {unused:#?}");
    }

    #[test]
    fn a_page_has_no_text_that_isn_t_a_message() {
        /// Whether each paragraph stands between the pseudo-language's marks, or there is none.
        fn is_marked(text: &str) -> bool {
            text.is_empty() || text.split("\n\n").all(|text| text.starts_with('⟦') && text.ends_with('⟧'))
        }
        fn look(command: &Command, is_long: bool) {
            let page = page_of(command, is_long, Lang::Pseudo);
            let entries = page.sections.iter().flat_map(|section| &section.entries);
            let texts = entries.flat_map(|HelpEntry { text, values, remarks, .. }| {
                [text].into_iter().chain(remarks).chain(values.iter().map(|(_, meaning)| meaning))
            });
            let texts =
                texts.map(String::as_str).chain(page.sections.iter().map(|section| &*section.heading));
            for text in texts.chain([page.about.as_str(), page.after.as_deref().unwrap_or_default()]) {
                assert!(is_marked(text), "{}: {text}", page.usage);
            }
            command.get_subcommands().for_each(|below| look(below, is_long));
        }
        look(&built(), true);
        look(&built(), false);
    }

    #[test]
    fn every_argument_and_every_command_says_what_it_is() {
        fn silent(command: &Command, into: &mut Vec<String>) {
            let mut add = |what: &str| into.push(format!("{}: {what}", command.get_name()));
            if command.get_about().is_none() {
                add("the command");
            }
            for argument in command.get_arguments().filter(|one| one.get_help().is_none()) {
                add(argument.get_id().as_str());
            }
            command.get_subcommands().for_each(|below| silent(below, into));
        }
        let mut silence = Vec::new();
        silent(&built(), &mut silence);
        assert_eq!(silence, Vec::<String>::new());
    }
}
