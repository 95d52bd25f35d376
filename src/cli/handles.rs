//! `--codeforces HANDLE` and the like: an option for each judge.

use std::collections::BTreeMap;

use clap::{Arg, ArgGroup, ArgMatches, Command};

use crate::lang::Lang;
use crate::model::Judge;
use crate::report::help_words;

/// The handles that are given, as they are written.
#[derive(Debug, Default)]
pub(super) struct Handles(BTreeMap<Judge, String>);

impl Handles {
    pub fn at(&self, judge: Judge) -> Option<&str> {
        self.0.get(&judge).map(String::as_str)
    }
}

impl clap::Args for Handles {
    fn augment_args(command: Command) -> Command {
        let option = |judge: Judge| {
            Arg::new(judge.id())
                .long(judge.id())
                .value_name("HANDLE")
                .help(help_words::handle_option(Lang::English, judge))
        };
        let group = ArgGroup::new("handles").args(Judge::ids()).multiple(true);
        command.args(Judge::all().map(option)).group(group)
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for Handles {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut handles = Self::default();
        handles.update_from_arg_matches(matches)?;
        Ok(handles)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        let given = |judge: Judge| Some((judge, matches.get_one::<String>(judge.id())?.clone()));
        self.0.extend(Judge::all().filter_map(given));
        Ok(())
    }
}
