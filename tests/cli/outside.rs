//! What lies in a clone, its links, fifos and configuration included, can't make the program write or read elsewhere.

use std::fs;
use std::os::unix::fs::{FileTypeExt, symlink};
use std::os::unix::net::UnixListener;
use std::path::Path;

use insta::assert_snapshot;
use nix::sys::stat::Mode;

use super::sandbox::{Run, Sandbox};

const MARKED: &str = "<!-- cpt:begin -->\n<!-- cpt:end -->\n";

/// A beginner's sandbox with a folder `outside` beside the workspace.
fn beside_others() -> Sandbox {
    let sandbox = Sandbox::of_beginner(&[1, 0]);
    fs::create_dir(outside(&sandbox)).unwrap();
    sandbox
}

fn outside(sandbox: &Sandbox) -> std::path::PathBuf {
    sandbox.dir().parent().unwrap().join("outside")
}

fn link(sandbox: &Sandbox, to: &str, name: &str) {
    let link = sandbox.dir().join(name);
    fs::create_dir_all(link.parent().unwrap()).unwrap();
    symlink(to, link).unwrap();
}

fn fifo(path: &Path) {
    nix::unistd::mkfifo(path, Mode::S_IRWXU).unwrap();
}

/// What was said, of a command that must have refused.
fn refused(run: &Run) -> String {
    assert_eq!(run.code, Some(2), "{run}");
    run.err.clone()
}

#[test]
fn a_linked_folder_leads_no_file_out_of_the_repository() {
    let sandbox = beside_others();
    for folder in ["charts", "report", "review-2026", ".github", "solutions/codeforces"] {
        link(&sandbox, outside(&sandbox).to_str().unwrap(), folder);
    }
    let commands: [&[&str]; 6] = [
        &["sync"],
        &["chart", "heatmap"],
        &["report"],
        &["review"],
        &["init", "--github-action"],
        &["new", "codeforces/4/A", "--ext", "rs"],
    ];
    let said: Vec<String> = commands.iter().map(|command| refused(&sandbox.cpt(command))).collect();
    assert_snapshot!(said.join("\n"));
    assert_eq!(fs::read_dir(outside(&sandbox)).unwrap().count(), 0);
}

#[test]
fn a_link_in_a_file_s_place_is_neither_followed_nor_replaced() {
    let sandbox = beside_others();
    let other = outside(&sandbox).join("other");
    fs::write(&other, MARKED).unwrap();
    let files = [
        "charts/heatmap.svg",
        "report/index.html",
        "review-2026/heatmap.svg",
        ".github/workflows/cpt.yml",
        "tables/days.csv",
        "README.md",
    ];
    for file in files {
        link(&sandbox, other.to_str().unwrap(), file);
    }
    let commands: [&[&str]; 6] = [
        &["chart", "heatmap"],
        &["report"],
        &["review"],
        &["init", "--github-action", "--force"],
        &["export", "days", "--out", "tables"],
        &["new", "codeforces/4/A", "--ext", "rs"],
    ];
    link(&sandbox, "nowhere", "solutions/codeforces/4/A.rs");
    let mut said: Vec<String> = commands.iter().map(|command| refused(&sandbox.cpt(command))).collect();
    fs::remove_dir_all(sandbox.dir().join("charts")).unwrap();
    said.push(refused(&sandbox.cpt(&["sync"])));
    assert_snapshot!(said.join("\n"));
    for file in files.iter().filter(|file| !file.starts_with("charts")) {
        assert!(sandbox.dir().join(file).symlink_metadata().unwrap().is_symlink(), "{file}");
    }
    assert_eq!(fs::read_to_string(&other).unwrap(), MARKED);
    assert!(!sandbox.dir().join("solutions/codeforces/4/nowhere").exists());
}

#[test]
fn a_configuration_names_nothing_outside_unless_the_user_trusts_it() {
    let sandbox = beside_others();
    fs::write(outside(&sandbox).join("README.md"), MARKED).unwrap();
    fs::write(outside(&sandbox).join("secret.rs"), "// secret\n").unwrap();
    let configuration = sandbox.read("cpt.toml").replace("[charts]", "[charts]\ndir = \"../outside/charts\"");
    let configuration = configuration + "\n[readme]\nfile = \"../outside/README.md\"\n";
    sandbox.write("cpt.toml", &(configuration + "\n[new]\ntemplate = \"../outside/secret.{ext}\"\n"));
    let new = ["new", "codeforces/4/A"];
    let mut said = vec![refused(&sandbox.cpt(&["sync"])), refused(&sandbox.cpt(&new))];
    link(&sandbox, "../outside/secret.rs", "template.rs");
    sandbox.reconfigure("template = \"../outside/secret.{ext}\"", "");
    said.push(refused(&sandbox.cpt(&new)));
    assert_snapshot!(said.join("\n"));
    assert_eq!(fs::read_to_string(outside(&sandbox).join("README.md")).unwrap(), MARKED);
    assert!(!outside(&sandbox).join("charts").exists());

    let given = ["new", "codeforces/4/A", "--template", "../outside/secret.{ext}"];
    assert_eq!(sandbox.cpt(&given).answer(), "solutions/codeforces/4/A.rs\n");
    assert!(sandbox.read("solutions/codeforces/4/A.rs").ends_with("\n// secret\n"));

    let own = sandbox.dir().parent().unwrap().join(".config/cpt");
    fs::create_dir_all(&own).unwrap();
    fs::write(own.join("mine.rs"), "// mine\n").unwrap();
    sandbox.reconfigure("[new]", "[new]\ntemplate = \"~/.config/cpt/mine.rs\"");
    assert_eq!(sandbox.cpt(&["new", "codeforces/5/A"]).code, Some(0));
    fs::write(own.join("config.toml"), format!("trusted = [{:?}]\n", sandbox.dir())).unwrap();
    assert_eq!(sandbox.cpt(&["sync"]).code, Some(0));
    assert!(fs::read_to_string(outside(&sandbox).join("README.md")).unwrap().contains("Streak"));
    assert!(outside(&sandbox).join("charts/heatmap.svg").is_file());
}

#[test]
fn a_linked_configuration_is_changed_only_where_it_stays_in_the_repository() {
    let sandbox = beside_others();
    let add = ["target", "add", "atcoder", "blue", "--by", "2027-12-31"];
    fs::rename(sandbox.dir().join("cpt.toml"), outside(&sandbox).join("cpt.toml")).unwrap();
    link(&sandbox, "../outside/cpt.toml", "cpt.toml");
    let before = sandbox.read("cpt.toml");
    assert_snapshot!(refused(&sandbox.cpt(&add)));
    assert_eq!(sandbox.read("cpt.toml"), before);
    assert_snapshot!("init_over_a_link", refused(&sandbox.cpt(&["init", "--force"])));
    // Who names the file means it.
    assert_eq!(sandbox.cpt(&[&["--config", "cpt.toml"], &add[..]].concat()).code, Some(0));
    assert!(sandbox.dir().join("cpt.toml").symlink_metadata().unwrap().is_symlink());
    assert_ne!(sandbox.read("cpt.toml"), before);
}

#[test]
fn a_place_that_the_user_names_is_written_to_as_what_it_is() {
    let sandbox = beside_others();
    let at = |name: &str| sandbox.dir().join(name);
    let report = |name: &str| sandbox.cpt(&["report", "--out", name]);
    fifo(&at("fifo"));
    let _listener = UnixListener::bind(at("socket")).unwrap();
    symlink("nowhere", at("torn")).unwrap();
    let said: Vec<String> = ["fifo", "socket", "torn"].iter().map(|name| refused(&report(name))).collect();
    assert_snapshot!(said.join("\n"));
    assert!(at("fifo").metadata().unwrap().file_type().is_fifo());
    assert!(at("socket").metadata().unwrap().file_type().is_socket());

    let mut shell = sandbox.command("sh");
    shell.args(["-c", "cat fifo > read & cpt report --out fifo; wait"]);
    let mut run = sandbox.run(shell);
    for _ in 0..50 {
        // The reader may not have come yet.
        if run.code == Some(0) && !sandbox.read("read").is_empty() {
            break;
        }
        let mut shell = sandbox.command("sh");
        shell.args(["-c", "cat fifo > read & sleep 0.1; cpt report --out fifo; wait"]);
        run = sandbox.run(shell);
    }
    assert!(sandbox.read("read").contains("</html>"), "{run}");
    fs::write(outside(&sandbox).join("page"), "").unwrap();
    symlink("../outside/page", at("link")).unwrap();
    assert_eq!(report("link").answer(), "link\n");
    assert!(fs::read_to_string(outside(&sandbox).join("page")).unwrap().contains("</html>"));
    assert!(at("link").symlink_metadata().unwrap().is_symlink());
}

#[test]
fn what_is_no_regular_file_or_too_large_is_not_read() {
    let sandbox = beside_others();
    let configuration = sandbox.read("cpt.toml");
    let at = |name: &str| sandbox.dir().join(name);
    let large = |name: &str| fs::File::create(at(name)).unwrap().set_len(1 << 40).unwrap();
    let mut said = Vec::new();
    let mut told = |run: &Run| said.push(refused(run));
    for put in [&fifo as &dyn Fn(&Path), &|path| large(path.file_name().unwrap().to_str().unwrap())] {
        for (name, command) in [
            ("cpt.toml", &["status"][..]),
            ("other.toml", &["--config", "other.toml", "status"]),
            ("README.md", &["sync", "--offline"]),
            ("template.rs", &["new", "codeforces/4/A"]),
        ] {
            let _ = fs::remove_file(at(name));
            put(&at(name));
            told(&sandbox.cpt(command));
            fs::remove_file(at(name)).unwrap();
            sandbox.write("cpt.toml", &configuration);
        }
    }
    assert_snapshot!(said.join("\n"));
}
