use super::sandbox::Sandbox;

#[test]
fn the_streak_is_told_in_the_first_terminal_of_the_evening() {
    let sandbox = Sandbox::of_beginner(&[0, 1]);
    let line = sandbox.cpt(&["hook", "bash", "--after", "20:00"]).answer();
    assert!(line.contains("--config '[DIR]/cpt.toml' streak --daily-from 20:00"), "{line}");
    let told_at = |time: &str| {
        let mut told = sandbox.program(&["streak", "--daily-from", "20:00"]);
        told.env("CPT_NOW", format!("2026-11-{time}:00+09:00"));
        sandbox.run(told).answer()
    };
    assert_eq!(told_at("23T19:59"), "");
    let told = told_at("23T20:00");
    assert!(told.starts_with("Streak: 2 days") && told.lines().count() == 1, "{told}");
    assert_eq!(told_at("23T20:01"), "");
    assert!(told_at("24T21:00").starts_with("Streak"));
}

#[test]
fn every_shell_gets_a_line_and_outside_of_a_workspace_there_is_none() {
    let sandbox = Sandbox::of_beginner(&[0]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish", "nushell"] {
        let lines = sandbox.cpt(&["hook", shell]).answer();
        assert!(lines.starts_with("# ") && lines.contains("streak --daily-from 18:00"), "{shell}: {lines}");
    }
    let elsewhere = Sandbox::new();
    assert_eq!(elsewhere.cpt(&["hook", "bash"]).code, Some(2));
    // What is printed for a shell is what it runs; where no terminal shows it, it is quiet.
    let hook = sandbox.program(&["hook", "bash"]).output().unwrap().stdout;
    let mut bash = sandbox.command("bash");
    bash.args(["-c", &String::from_utf8(hook).unwrap()]);
    let run = sandbox.run(bash);
    assert_eq!((run.out.as_str(), run.err.as_str()), ("", ""));
}
