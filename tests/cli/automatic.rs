//! What `cpt init` writes and prints so that syncs happen by themselves.

use std::fs;

use cpt_tracker::sample::repo::RepoBuilder;
use insta::assert_snapshot;
use serde_yaml_ng::Value;

use super::sandbox::{Run, Sandbox};

const WORKFLOW: &str = ".github/workflows/cpt.yml";

fn with_repository() -> Sandbox {
    let sandbox = Sandbox::new();
    RepoBuilder::init(&sandbox.dir(), "Ada", "ada@example.com").unwrap();
    sandbox
}

/// Runs the program in a folder below the working directory.
fn below(sandbox: &Sandbox, dir: &str, arguments: &[&str]) -> Run {
    let mut command = sandbox.program(arguments);
    command.current_dir(sandbox.dir().join(dir));
    sandbox.run(command)
}

fn steps(workflow: &Value) -> &Vec<Value> {
    workflow["jobs"]["sync"]["steps"].as_sequence().unwrap()
}

#[test]
fn the_first_workflow_comes_with_a_configuration_and_asks_for_little() {
    let sandbox = with_repository();
    assert_snapshot!(sandbox.cpt(&["init", "--github-action", "--codeforces", "ada"]));
    assert!(sandbox.read("cpt.toml").contains("codeforces = \"ada\""));
    let text = sandbox.read(WORKFLOW);
    assert_snapshot!("workflow", text);
    let workflow: Value = serde_yaml_ng::from_str(&text).unwrap();
    assert_eq!(workflow["permissions"], Value::Mapping(serde_yaml_ng::Mapping::new()));
    let rights = |job: &str| serde_yaml_ng::to_string(&workflow["jobs"][job]["permissions"]).unwrap();
    assert_eq!(rights("sync"), "contents: write\n");
    assert_eq!(rights("publish"), "pages: write\nid-token: write\n");
    assert_eq!(workflow["concurrency"]["cancel-in-progress"], Value::Bool(false));
    assert_eq!(steps(&workflow)[0]["with"]["fetch-depth"], Value::from(0));
}

#[test]
fn a_workflow_that_is_there_is_replaced_by_force_alone_and_the_configuration_never() {
    let sandbox = with_repository();
    sandbox.write("cpt.toml", "# mine\n");
    sandbox.write(WORKFLOW, "# mine too\n");
    assert_snapshot!(sandbox.cpt(&["init", "--github-action"]));
    assert_eq!(sandbox.read(WORKFLOW), "# mine too\n");
    let from = ["--install-from", "https://example.com/it's.git"];
    let run = sandbox.cpt(&[&["init", "--github-action", "--force"], &from[..]].concat());
    assert_snapshot!("workflow_by_force", run);
    let install = r"cargo +stable install --locked --git 'https://example.com/it'\''s.git' cpt-tracker";
    let text = sandbox.read(WORKFLOW);
    let workflow: Value = serde_yaml_ng::from_str(&text).unwrap();
    assert!(steps(&workflow)[2]["run"].as_str().unwrap().contains(install), "{text}");
    assert_eq!(sandbox.read("cpt.toml"), "# mine\n");
}

#[test]
fn a_workflow_fits_a_workspace_below_the_repository_s_root() {
    let sandbox = with_repository();
    let dir = "my \"practice\": #1";
    sandbox.write(&format!("{dir}/cpt.toml"), "[charts]\ndir = \"pictures\"\n");
    assert_eq!(below(&sandbox, dir, &["init", "--github-action"]).code, Some(0));
    let workflow: Value = serde_yaml_ng::from_str(&sandbox.read(WORKFLOW)).unwrap();
    let job = &workflow["jobs"]["sync"];
    assert_eq!(job["defaults"]["run"]["working-directory"], dir);
    let with = |nth: usize, key: &str| steps(&workflow)[nth]["with"][key].as_str().unwrap().to_owned();
    assert_eq!(with(3, "path"), format!("{dir}/.cpt"));
    assert_eq!(with(8, "path"), format!("{dir}/report"));
    assert_eq!(steps(&workflow)[6]["env"]["CHARTS"], "pictures");

    sandbox.write("${{ github.token }}/cpt.toml", "");
    assert_snapshot!(below(&sandbox, "${{ github.token }}", &["init", "--github-action", "--force"]));
}

#[test]
fn the_workflow_commits_charts_and_the_readme_when_they_changed_and_nothing_else() {
    let sandbox = with_repository();
    RepoBuilder::init_bare(&sandbox.dir().join("remote"), "Ada", "ada@example.com").unwrap();
    assert_eq!(sandbox.cpt(&["init", "--github-action"]).code, Some(0));
    let workflow: Value = serde_yaml_ng::from_str(&sandbox.read(WORKFLOW)).unwrap();
    let step = &steps(&workflow)[6];
    let git = |arguments: &[&str]| {
        let mut git = sandbox.command("git");
        git.args(arguments);
        sandbox.run(git)
    };
    git(&["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "--allow-empty", "-m", "First"]);
    git(&["remote", "add", "origin", "remote"]);
    git(&["config", "push.autoSetupRemote", "true"]);
    let commits = || git(&["log", "--all", "--format=%s %an", "--name-only"]).out;
    let commit = || {
        let mut shell = sandbox.command("sh");
        shell.args(["-e", "-c", step["run"].as_str().unwrap()]);
        for name in ["CHARTS", "README"] {
            shell.env(name, step["env"][name].as_str().unwrap());
        }
        let run = sandbox.run(shell);
        assert_eq!(run.code, Some(0), "{run}");
    };
    let before = commits();
    commit();
    assert_eq!(commits(), before);
    sandbox.write("charts/heatmap.svg", "<svg/>");
    sandbox.write("README.md", "# Ada\n");
    sandbox.write("report/index.html", "");
    commit();
    let after = commits();
    assert_eq!(
        after,
        format!("Update charts github-actions[bot]\n\nREADME.md\ncharts/heatmap.svg\n{before}")
    );
    assert_eq!(git(&["--git-dir", "remote", "log", "--all", "--format=%s"]).out.lines().count(), 2);
    commit();
    assert_eq!(commits(), after);
}

#[test]
fn a_workflow_needs_a_repository() {
    let sandbox = Sandbox::new();
    sandbox.write("cpt.toml", "");
    assert_snapshot!(sandbox.cpt(&["init", "--github-action"]));
}

#[test]
fn the_line_for_cron_works_wherever_the_workspace_is() {
    let sandbox = Sandbox::of_beginner(&[0]);
    let dir = "it's 100% \"$HOME\" & co";
    let inner = sandbox.dir().join(dir);
    fs::create_dir(&inner).unwrap();
    fs::rename(sandbox.dir().join("cpt.toml"), inner.join("cpt.toml")).unwrap();
    let printed = below(&sandbox, dir, &["init", "--cron"]);
    let line = printed.out.lines().find(|line| !line.starts_with('#')).unwrap().to_owned();
    // What cron makes of it: a percent sign ends the command unless a backslash is before it.
    let command = line.splitn(6, ' ').nth(5).unwrap();
    assert!(!command.replace("\\%", "").contains('%'), "{command}");
    let command = command.replace("\\%", "%").replace("[DIR]", sandbox.dir().to_str().unwrap());
    let mut shell = sandbox.command("sh");
    shell.args(["-c", &command]).current_dir("/");
    assert_eq!(sandbox.run(shell).answer(), "");
    assert!(inner.join(".cpt/cpt.db").is_file());
}

#[test]
fn the_units_for_systemd_name_this_program_and_this_workspace() {
    let sandbox = Sandbox::of_beginner(&[]);
    let printed = sandbox.cpt(&["init", "--systemd"]).answer();
    assert_snapshot!(printed.replace(env!("CARGO_BIN_EXE_cpt"), "[PROGRAM]"));
    assert_eq!(Sandbox::new().cpt(&["init", "--systemd"]).code, Some(2));
}
