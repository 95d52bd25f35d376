use insta::assert_snapshot;

use super::sandbox::Sandbox;

#[test]
fn single_settings_are_read_and_changed_and_comments_stay() {
    let sandbox = Sandbox::new();
    sandbox.cpt(&["init", "--atcoder", "cpt_demo"]);
    let before = sandbox.read("cpt.toml");
    assert_eq!(sandbox.cpt(&["config", "path"]).answer(), "[DIR]/cpt.toml\n");
    assert_eq!(sandbox.cpt(&["config", "get", "handles.atcoder"]).answer(), "cpt_demo\n");
    assert_eq!(sandbox.cpt(&["config", "get", "streak.bulk"]).code, Some(1));
    assert_eq!(sandbox.cpt(&["config", "set", "streak.goal", "5/week"]).answer(), "");
    assert_eq!(sandbox.cpt(&["config", "set", "streak.bulk", "10"]).answer(), "");
    assert_eq!(sandbox.cpt(&["config", "get", "streak.goal"]).answer(), "5/week\n");
    let after = sandbox.read("cpt.toml");
    assert_eq!(after, before.replace("goal = 1\n", "goal = \"5/week\"\nbulk = 10\n"));
    // What looks like a number is a text where the key wants one.
    assert_eq!(sandbox.cpt(&["config", "set", "handles.atcoder", "2026"]).answer(), "");
    assert!(sandbox.read("cpt.toml").contains("atcoder = \"2026\""));
}

#[test]
fn what_a_configuration_can_not_say_is_not_written() {
    let sandbox = Sandbox::new();
    assert_snapshot!("config_without_one", sandbox.cpt(&["config", "path"]));
    sandbox.cpt(&["init", "--atcoder", "cpt_demo"]);
    let before = sandbox.read("cpt.toml");
    for (name, arguments) in [
        ("config_wrong_value", ["streak.goal", "often"]),
        ("config_wrong_key", ["streak.gaol", "2"]),
        ("config_no_row", ["targets[7].by", "2027-01-01"]),
        ("config_no_key", ["streak..goal", "2"]),
    ] {
        let [key, value] = arguments;
        assert_snapshot!(name, sandbox.cpt(&["config", "set", key, value]));
    }
    assert_eq!(sandbox.read("cpt.toml"), before);
    // A file that is wrong elsewhere still says where it is, and what it says.
    sandbox.write("cpt.toml", "[streak]\ngoal = 3\n[nonsense]\n");
    assert_eq!(sandbox.cpt(&["config", "get", "streak.goal"]).answer(), "3\n");
}

#[test]
fn the_schema_is_where_the_first_line_says() {
    let sandbox = Sandbox::new();
    sandbox.cpt(&["init", "--atcoder", "cpt_demo"]);
    let schema = sandbox.cpt(&["config", "schema"]).answer();
    let written = sandbox.read("cpt.toml");
    let place = written.lines().next().unwrap().strip_prefix("#:schema ").unwrap();
    assert_eq!(sandbox.read(place), schema);
    std::fs::remove_file(sandbox.dir().join(place)).unwrap();
    sandbox.cpt(&["sync", "--offline"]);
    assert_eq!(sandbox.read(place), schema);
}
