use insta::assert_snapshot;
use unicode_width::UnicodeWidthStr as _;

use super::sandbox::Sandbox;

#[test]
fn every_command_explains_itself() {
    let sandbox = Sandbox::new();
    let overview = sandbox.cpt(&["--help"]).answer();
    let commands = overview.split_once("Commands:\n").unwrap().1.split_once("\n\n").unwrap().0;
    let names = commands.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(names.len() >= 7, "{names:?}");
    assert_snapshot!("cpt", overview);
    for name in names {
        assert_snapshot!(format!("cpt_{name}"), sandbox.cpt(&[name, "--help"]).answer());
    }
}

#[test]
fn help_reads_well_in_each_language_on_wide_and_on_narrow_terminals() {
    let sandbox = Sandbox::new();
    for lang in ["ko", "ja"] {
        for columns in [80, 60] {
            let mut text = String::new();
            for line in [&["--help"][..], &["streak", "--help"], &["target", "add", "-h"], &["export", "-h"]]
            {
                let mut command = sandbox.program(&[&["--lang", lang], line].concat());
                command.env("COLUMNS", columns.to_string());
                let help = sandbox.run(command).answer();
                let wide = help.lines().find(|line| line.width() > columns && !line.contains('|'));
                assert_eq!(wide, None, "cpt {}", line.join(" "));
                text.push_str(&format!("$ cpt {}\n{help}\n", line.join(" ")));
            }
            assert_snapshot!(format!("{lang}_{columns}"), text);
        }
    }
}

#[test]
fn help_is_that_of_the_command_however_it_is_asked_for() {
    let sandbox = Sandbox::new();
    let help = |line: &[&str]| sandbox.cpt(&[&["--lang", "ko"], line].concat()).answer();
    assert_eq!(help(&["help", "target", "add"]), help(&["target", "add", "--help"]));
    assert_eq!(help(&["target", "help", "add"]), help(&["target", "add", "--help"]));
    assert_eq!(help(&["target", "add", "atcoder", "--by", "2027", "-h"]), help(&["target", "add", "-h"]));
    assert_eq!(help(&["help"]), help(&["--help"]));
    assert_ne!(help(&["streak", "-h"]), help(&["streak", "--help"]));
    // Without what it needs, a command says how it is used, and that it was used wrongly.
    let run = sandbox.cpt(&["config"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(run.err, sandbox.cpt(&["config", "-h"]).answer());
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(Sandbox::new().cpt(&["--version"]).answer(), format!("cpt {}\n", env!("CARGO_PKG_VERSION")));
}
