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

/// The steps of a job.
fn steps<'w>(workflow: &'w Value, job: &str) -> &'w Vec<Value> {
    workflow["jobs"][job]["steps"].as_sequence().unwrap()
}

/// The step of this name, or that uses this action.
fn step<'w>(workflow: &'w Value, job: &str, wanted: &str) -> &'w Value {
    let is = |step: &&Value| {
        let uses = step["uses"].as_str().and_then(|uses| uses.split('@').next());
        [step["name"].as_str(), uses].contains(&Some(wanted))
    };
    steps(workflow, job).iter().find(is).unwrap_or_else(|| panic!("{wanted} in {job}"))
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
    assert_eq!(rights("sync"), "contents: read\n");
    assert_eq!(rights("commit"), "contents: write\n");
    assert_eq!(rights("publish"), "pages: write\nid-token: write\n");
    assert_eq!(workflow["concurrency"]["cancel-in-progress"], Value::Bool(false));
    let checkout = &step(&workflow, "sync", "actions/checkout")["with"];
    assert_eq!((&checkout["fetch-depth"], &checkout["persist-credentials"]), (&0.into(), &false.into()));
}

#[test]
fn the_workflow_pins_its_actions_and_runs_nothing_but_git_where_it_may_write() {
    let sandbox = with_repository();
    assert_eq!(sandbox.cpt(&["init", "--github-action"]).code, Some(0));
    let text = sandbox.read(WORKFLOW);
    let workflow: Value = serde_yaml_ng::from_str(&text).unwrap();
    for (_, job) in workflow["jobs"].as_mapping().unwrap() {
        for step in job["steps"].as_sequence().unwrap() {
            let run = step["run"].as_str().unwrap_or_default();
            assert!(!run.contains("${{"), "{run}");
            let Some(uses) = step["uses"].as_str() else { continue };
            let (_, commit) = uses.split_once('@').unwrap();
            assert!(commit.len() == 40 && commit.bytes().all(|byte| byte.is_ascii_hexdigit()), "{uses}");
            assert!(text.contains(&format!("{uses} # v")), "{uses}");
        }
    }
    let writes = steps(&workflow, "commit").iter().filter_map(|step| step["run"].as_str());
    let commands = writes.flat_map(str::lines).filter_map(|line| line.split_whitespace().next());
    let commands: std::collections::BTreeSet<&str> = commands.collect();
    assert!(!commands.contains("cpt") && !commands.contains("cargo"), "{commands:?}");
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
    let workflow: Value = serde_yaml_ng::from_str(&sandbox.read(WORKFLOW)).unwrap();
    let install = step(&workflow, "sync", "Install cpt");
    assert_eq!(install["env"]["SOURCE"], "https://example.com/it's.git");
    let run = install["run"].as_str().unwrap();
    assert!(run.ends_with("cargo +stable install --locked --git \"$SOURCE\" cpt-tracker\n"), "{run}");
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
    let with = |action: &str, key: &str| step(&workflow, "sync", action)["with"][key].as_str().unwrap();
    assert_eq!(with("actions/cache/restore", "path"), format!("{dir}/.cpt"));
    assert_eq!(with("actions/upload-pages-artifact", "path"), format!("{dir}/report"));
    assert_eq!(step(&workflow, "sync", "Collect changes")["env"]["CHARTS"], "pictures");
    assert_eq!(workflow["jobs"]["commit"]["defaults"]["run"]["working-directory"], dir);
    assert_eq!(step(&workflow, "commit", "Commit and push")["env"]["CHARTS"], "pictures");

    // What looks like a place of the template's own is written as it is.
    sandbox.write("<{ key }>/cpt.toml", "");
    assert_eq!(below(&sandbox, "<{ key }>", &["init", "--github-action", "--force"]).code, Some(0));
    let workflow: Value = serde_yaml_ng::from_str(&sandbox.read(WORKFLOW)).unwrap();
    assert_eq!(workflow["jobs"]["sync"]["defaults"]["run"]["working-directory"], "<{ key }>");

    sandbox.write("${{ github.token }}/cpt.toml", "");
    assert_snapshot!(below(&sandbox, "${{ github.token }}", &["init", "--github-action", "--force"]));
}

/// A sandbox with the workflow, and a remote that has its first commit.
fn pushed() -> (Sandbox, Value) {
    let sandbox = with_repository();
    RepoBuilder::init_bare(&sandbox.dir().join("remote"), "Ada", "ada@example.com").unwrap();
    assert_eq!(sandbox.cpt(&["init", "--github-action"]).code, Some(0));
    let workflow = serde_yaml_ng::from_str(&sandbox.read(WORKFLOW)).unwrap();
    sandbox.write(".gitignore", "*\n!README.md\n!charts\n!charts/*\n");
    sandbox.write("README.md", "# Ada\n\nMine.\n\n\n\n\n\n");
    git(&sandbox, ".", &["add", "README.md"]);
    git(&sandbox, ".", &["commit", "-m", "First"]);
    git(&sandbox, ".", &["remote", "add", "origin", "remote"]);
    git(&sandbox, ".", &["push", "--set-upstream", "origin", "HEAD"]);
    (sandbox, workflow)
}

fn git(sandbox: &Sandbox, dir: &str, arguments: &[&str]) -> String {
    let mut git = sandbox.command("git");
    git.args(["-c", "user.name=A", "-c", "user.email=a@b.c"]).args(arguments);
    git.current_dir(sandbox.dir().join(dir));
    let run = sandbox.run(git);
    assert_eq!(run.code, Some(0), "{run}");
    run.out
}

/// Runs the script of a step as a runner would.
fn run_step(sandbox: &Sandbox, dir: &str, step: &Value) {
    let mut shell = sandbox.command("bash");
    shell.args(["-e", "-c", step["run"].as_str().unwrap()]).current_dir(sandbox.dir().join(dir));
    for (name, value) in step["env"].as_mapping().unwrap() {
        shell.env(name.as_str().unwrap(), value.as_str().unwrap());
    }
    shell.env("RUNNER_TEMP", sandbox.dir().join("temp")).env("GITHUB_OUTPUT", sandbox.dir().join("output"));
    let run = sandbox.run(shell);
    assert_eq!(run.code, Some(0), "{run}");
}

#[test]
fn the_workflow_commits_charts_and_the_readme_when_they_changed_and_nothing_else() {
    let (sandbox, workflow) = pushed();
    let (collect, commit) =
        (step(&workflow, "sync", "Collect changes"), step(&workflow, "commit", "Commit and push"));
    git(&sandbox, ".", &["clone", "remote", "other"]);
    let log = || git(&sandbox, "remote", &["log", "--all", "--format=%s %an", "--name-only"]);
    let before = log();
    sandbox.write("output", "");
    run_step(&sandbox, ".", collect);
    assert_eq!(sandbox.read("output"), "");

    sandbox.write("charts/heatmap.svg", "<svg/>");
    sandbox.write("README.md", &sandbox.read("README.md").replace("Mine", "Ours"));
    sandbox.write("report/index.html", "");
    fs::remove_dir_all(sandbox.dir().join("temp")).unwrap();
    run_step(&sandbox, ".", collect);
    assert_eq!(sandbox.read("output"), "changed=true\n");
    run_step(&sandbox, "other", commit);
    let after = log();
    assert_eq!(
        after,
        format!("Update charts github-actions[bot]\n\nREADME.md\ncharts/heatmap.svg\n{before}")
    );
    run_step(&sandbox, "other", commit);
    assert_eq!(log(), after);
}

#[test]
fn a_push_that_came_in_between_is_kept_and_so_are_the_charts() {
    let (sandbox, workflow) = pushed();
    git(&sandbox, ".", &["clone", "remote", "other"]);
    sandbox.write("charts/heatmap.svg", "<svg>new</svg>");
    sandbox.write("README.md", &(sandbox.read("README.md") + "Streak 2\n"));
    sandbox.write("output", "");
    run_step(&sandbox, ".", step(&workflow, "sync", "Collect changes"));

    git(&sandbox, ".", &["clone", "remote", "third"]);
    sandbox.write("third/charts/heatmap.svg", "<svg>old</svg>");
    sandbox.write("third/README.md", &sandbox.read("third/README.md").replace("# Ada", "# Ada Lovelace"));
    git(&sandbox, "third", &["add", "--all"]);
    git(&sandbox, "third", &["commit", "-m", "In between"]);
    git(&sandbox, "third", &["push"]);
    run_step(&sandbox, "other", step(&workflow, "commit", "Commit and push"));

    assert_eq!(git(&sandbox, "remote", &["log", "--format=%s"]), "Update charts\nIn between\nFirst\n");
    let show = |path: &str| git(&sandbox, "remote", &["show", &format!("HEAD:{path}")]);
    assert_eq!(show("charts/heatmap.svg"), "<svg>new</svg>");
    let readme = show("README.md");
    assert!(readme.starts_with("# Ada Lovelace\n") && readme.ends_with("Streak 2\n"), "{readme}");
}

#[test]
fn what_a_workflow_installs_from_is_an_address_that_anybody_can_read() {
    let sandbox = with_repository();
    for wrong in
        ["http://example.com/cpt", "git@example.com:cpt", "https://ada:secret@example.com/cpt", "--path=/"]
    {
        let run = sandbox.cpt(&["init", "--github-action", &format!("--install-from={wrong}")]);
        assert_eq!(run.code, Some(2), "{wrong}: {run}");
    }
    let expression = "--install-from=https://example.com/cpt?${{github.token}}";
    assert_snapshot!(sandbox.cpt(&["init", "--github-action", expression]));
    assert!(!sandbox.dir().join(WORKFLOW).exists());
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

/// In Seoul eight in the morning of a Monday is still a Sunday in UTC.
#[test]
fn the_week_of_a_group_is_posted_on_weekdays_and_when_it_settles() {
    let sandbox = with_repository();
    let write = || sandbox.cpt(&["init", "--github-action", "--group", "--force"]);
    sandbox.write("cpt.toml", "");
    assert_snapshot!("a_workflow_of_no_group", write());
    let member = "[[group.members]]\nname = \"ada\"\nauthors = [\"ada@example.com\"]\n";
    let group = |zone: &str, settles: &str| format!("[group]\ntimezone = \"{zone}\"\n{settles}\n{member}");
    sandbox.write("cpt.toml", &group("Asia/Seoul", "settles = \"monday 20:00\""));
    assert_snapshot!("what_is_said_of_a_workflow_of_a_group", write());
    let text = sandbox.read(".github/workflows/cpt-group.yml");
    assert_snapshot!("workflow_of_a_group", text);
    let workflow: Value = serde_yaml_ng::from_str(&text).unwrap();
    assert_eq!(
        serde_yaml_ng::to_string(&workflow["jobs"]["post"]["permissions"]).unwrap(),
        "contents: read\n"
    );
    let crons = |text: &str| {
        let lines = text.lines().filter_map(|line| line.trim().strip_prefix("- cron: "));
        lines.map(|line| line.split('"').nth(1).unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(crons(&text), ["0 23 * * 0,1,2,3,4", "5 11 * * 1"]);
    assert!(text.contains("--week settled\n") && !text.contains("clocks"), "{text}");
    // Where clocks change the file says so, and weeks that settle by themselves do at midnight.
    sandbox.write("cpt.toml", &group("America/New_York", ""));
    assert_eq!(write().code, Some(0));
    let text = sandbox.read(".github/workflows/cpt-group.yml");
    assert_eq!(crons(&text), ["0 13 * * 1,2,3,4,5", "5 5 * * 1"]);
    assert!(text.contains("America/New_York are now"), "{text}");
    // In summer midnight is an hour earlier in UTC: the week has settled by five all the same.
    let mut summer = sandbox.program(&["init", "--github-action", "--group", "--force"]);
    summer.env("CPT_NOW", "2026-07-20T12:00:00-04:00");
    assert_eq!(sandbox.run(summer).code, Some(0));
    assert_eq!(crons(&sandbox.read(".github/workflows/cpt-group.yml")), ["0 12 * * 1,2,3,4,5", "5 5 * * 1"]);
    assert!(!text.contains("example.com"));
}
