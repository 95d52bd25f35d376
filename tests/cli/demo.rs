use std::fs;

use super::sandbox::Sandbox;

#[test]
fn the_demo_is_the_real_thing_on_sample_data() {
    let sandbox = Sandbox::new();
    let run = sandbox.cpt(&["demo", "--keep", "kept"]);
    let port = regex::Regex::new(r"127\.0\.0\.1:\d+").unwrap();
    let told = port.replace_all(&run.to_string(), "127.0.0.1:[PORT]").into_owned();
    insta::assert_snapshot!(told);
    for name in ["codeforces", "atcoder-algorithm", "atcoder-heuristic", "heatmap", "heatmap-dark"] {
        for end in ["svg", "png"] {
            assert!(sandbox.dir().join(format!("kept/charts/{name}.{end}")).is_file(), "{name}.{end}");
        }
    }
    // What is kept is an ordinary workspace.
    let mut status = sandbox.program(&["status"]);
    status.current_dir(sandbox.dir().join("kept"));
    let status = sandbox.run(status).answer();
    assert!(run.out.contains(&status), "{status}");

    let again = sandbox.cpt(&["demo", "--keep", "kept"]);
    assert_eq!((again.code, again.out.as_str()), (Some(2), ""), "{again}");
    assert!(again.err.contains("not empty"), "{again}");
}

#[test]
fn without_a_folder_the_demo_says_where_its_charts_are() {
    let sandbox = Sandbox::new();
    let mut demo = sandbox.program(&["demo"]);
    demo.env("TMPDIR", sandbox.dir());
    let run = sandbox.run(demo);
    let folder = run.out.lines().rev().find_map(|line| line.strip_prefix("Charts are in [DIR]/")).unwrap();
    assert!(fs::exists(sandbox.dir().join(folder).join("heatmap.png")).unwrap(), "{run}");
}
