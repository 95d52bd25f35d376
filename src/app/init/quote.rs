//! Words as other programs' files want them, whatever is in them.

/// A word of the POSIX shell.
pub(super) fn for_shell(word: &str) -> String {
    format!("'{}'", word.replace('\'', r"'\''"))
}

/// A word in the command of a crontab, where `%` ends the command.
pub(super) fn for_crontab(word: &str) -> String {
    for_shell(word).replace('%', r"\%")
}

/// A word of systemd's `ExecStart=`.
pub(super) fn for_systemd(word: &str) -> String {
    let mut quoted = String::from("\"");
    for c in word.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '%' | '$' => quoted.extend([c, c]),
            _ => quoted.push(c),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_elsewhere_is_itself() {
        let word = r#"it's 100% "mine" \o/ $HOME"#;
        assert_eq!(for_shell(word), r#"'it'\''s 100% "mine" \o/ $HOME'"#);
        assert_eq!(for_crontab(word), r#"'it'\''s 100\% "mine" \o/ $HOME'"#);
        assert_eq!(for_systemd(word), r#""it's 100%% \"mine\" \\o/ $$HOME""#);
    }
}
