use insta::assert_snapshot;

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
fn the_version_is_the_packages() {
    assert_eq!(Sandbox::new().cpt(&["--version"]).answer(), format!("cpt {}\n", env!("CARGO_PKG_VERSION")));
}
