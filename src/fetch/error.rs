//! What a judge answered instead of what was asked for, and what to do about it.

use std::fmt;
use std::time::Duration;

use crate::lang::Lang;
use crate::model::{Advice, Handle, Judge, SourceName, clean};

/// What asks again.
const SYNC: &str = "cpt sync";

/// Something could not be fetched.
#[derive(Debug, Clone, thiserror::Error)]
pub struct FetchError {
    /// What was asked for.
    pub what: SourceName,
    /// What came instead.
    pub kind: ErrorKind,
}

/// Why an answer is of no use. Texts from outside are cleaned and cut when they are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// There is no client to ask with.
    NoClient(String),
    /// The judge can't be reached.
    NoConnection(String),
    /// The judge took too long.
    TimedOut(Duration),
    /// The answer broke off.
    CutOff(String),
    /// The answer is larger than any real one.
    TooLarge(usize),
    /// The judge wants fewer requests.
    TooOften {
        /// How long it wants to be left alone, where it says.
        wait: Option<Duration>,
    },
    /// The judge is down for a while.
    Unavailable {
        /// The HTTP status.
        status: u16,
        /// How long it wants to be left alone, where it says.
        wait: Option<Duration>,
    },
    /// One address leads to another without end.
    Astray(String),
    /// The judge lists nothing where it has listed much.
    Emptied(usize),
    /// A page for browsers: a check for robots, maintenance, a login.
    Blocked(u16),
    /// The judge knows no such user.
    UnknownHandle {
        /// Which judge.
        judge: Judge,
        /// The handle as configured.
        handle: Handle,
    },
    /// The user has another name now.
    Renamed {
        /// The judge.
        judge: Judge,
        /// The handle as configured.
        handle: Handle,
        /// The new one.
        new: Handle,
    },
    /// What came is about somebody else.
    OtherUser {
        /// The handle as configured.
        handle: Handle,
        /// The handle in the answer.
        other: String,
    },
    /// The judge refuses, and says why.
    Refused(String),
    /// Any other status.
    Status {
        /// The HTTP status.
        status: u16,
        /// The body's beginning.
        start: String,
    },
    /// The answer is not what the judge's interface promises.
    Malformed {
        /// What was wrong, with line and column where known.
        reason: String,
        /// The body's beginning.
        start: String,
    },
}

impl fmt::Display for FetchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl fmt::Display for ErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(Lang::English))
    }
}

impl ErrorKind {
    /// Why there is no answer, or what is wrong with it.
    #[expect(clippy::too_many_lines, reason = "a message for each kind, in each language")]
    pub fn told(&self, lang: Lang) -> String {
        match self {
            Self::NoClient(why) => lang.say(
                || format!("TLS connection failed ({why})"),
                || format!("보안 연결을 만들 수 없습니다 ({why})"),
                || format!("安全な接続を確立できません ({why})"),
            ),
            Self::NoConnection(why) => lang.say(
                || format!("can't connect ({why})"),
                || format!("연결할 수 없습니다 ({why})"),
                || format!("接続できません ({why})"),
            ),
            Self::TimedOut(after) => {
                let seconds = after.as_secs_f64();
                lang.say(
                    || format!("timed out after {seconds} s"),
                    || format!("{seconds}초 안에 응답이 없습니다"),
                    || format!("{seconds}秒以内に応答がありません"),
                )
            }
            Self::CutOff(why) => lang.say(
                || format!("connection lost while reading the response ({why})"),
                || format!("응답을 받는 중에 연결이 끊겼습니다 ({why})"),
                || format!("応答の受信中に接続が切れました ({why})"),
            ),
            Self::TooLarge(most) => {
                let most = most >> 20;
                lang.say(
                    || format!("response larger than {most} MiB"),
                    || format!("응답이 {most}MiB보다 큽니다"),
                    || format!("応答が {most} MiB を超えています"),
                )
            }
            Self::TooOften { .. } => lang
                .word("too many requests", "요청이 너무 많습니다", "リクエストが多すぎます")
                .into_owned(),
            Self::Unavailable { status, .. } => lang.say(
                || format!("the judge is unavailable (HTTP {status})"),
                || format!("저지를 이용할 수 없습니다 (HTTP {status})"),
                || format!("サイトを利用できません (HTTP {status})"),
            ),
            Self::Astray(to) => {
                let to = shortened(to);
                lang.say(
                    || format!("too many redirects, the last one to {to}"),
                    || format!("리디렉션이 너무 많습니다 (마지막: {to})"),
                    || format!("リダイレクトが多すぎます (最後: {to})"),
                )
            }
            Self::Emptied(stored) => lang.say(
                || format!("the judge returned an empty list ({stored} stored)"),
                || format!("저지가 빈 목록을 보냈습니다 (저장된 항목 {stored}개)"),
                || format!("サイトが空の一覧を返しました (保存済み{stored}件)"),
            ),
            Self::Blocked(status) => lang.say(
                || {
                    format!(
                        "got a web page instead of data (HTTP {status}); the judge may be blocking programs or down for \
                         maintenance"
                    )
                },
                || {
                    format!(
                        "데이터 대신 웹 페이지를 받았습니다 (HTTP {status}). 접근이 차단되었거나 점검 중일 수 있습니다"
                    )
                },
                || {
                    format!(
                        "データの代わりに Web ページが返されました (HTTP {status})。アクセスがブロックされているか、\
                         メンテナンス中の可能性があります"
                    )
                },
            ),
            Self::UnknownHandle { judge, handle } => lang.say(
                || format!("no user {handle} on {judge}"),
                || format!("{judge}에서 사용자를 찾을 수 없습니다: {handle}"),
                || format!("{judge} のユーザーが見つかりません: {handle}"),
            ),
            Self::Renamed { judge, handle, new } => lang.say(
                || format!("the {judge} user {handle} is now {new}"),
                || format!("{judge} 핸들이 변경되었습니다: {handle} → {new}"),
                || format!("{judge} のハンドルが変更されました: {handle} → {new}"),
            ),
            Self::OtherUser { handle, other } => {
                let other = shortened(other);
                lang.say(
                    || format!("the judge sent data of {other} instead of {handle}"),
                    || format!("저지가 다른 사용자의 데이터를 보냈습니다 (요청 {handle}, 응답 {other})"),
                    || format!("サイトが別のユーザーのデータを返しました (要求 {handle}、応答 {other})"),
                )
            }
            Self::Refused(why) => {
                let why = shortened(why);
                lang.say(
                    || format!("the judge says: {why}"),
                    || format!("저지의 응답: {why}"),
                    || format!("サイトの応答: {why}"),
                )
            }
            Self::Status { status, start } => {
                let start = shortened(start);
                lang.say(
                    || format!("HTTP {status}: {start}"),
                    || format!("HTTP {status}: {start}"),
                    || format!("HTTP {status}: {start}"),
                )
            }
            Self::Malformed { reason, start } => {
                let start = shortened(start);
                lang.say(
                    || format!("unexpected response ({reason}): {start}"),
                    || format!("예상하지 못한 응답입니다 ({reason}): {start}"),
                    || format!("予期しない応答です ({reason}): {start}"),
                )
            }
        }
    }
}

/// The beginning of a text from outside, in one safe line.
fn shortened(text: &str) -> String {
    const MOST: usize = 200;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut short: String = line.chars().take(MOST).collect();
    if short.len() < line.len() {
        short.push('…');
    }
    clean(&short).into_owned()
}

impl ErrorKind {
    /// Whether the judge has nothing about the user, whatever it is asked.
    pub fn is_of_user(&self) -> bool {
        matches!(self, Self::UnknownHandle { .. } | Self::Renamed { .. })
    }

    /// How long the judge wants to be left alone, where it says.
    pub(crate) fn wait(&self) -> Option<Duration> {
        match self {
            Self::TooOften { wait } | Self::Unavailable { wait, .. } => *wait,
            _ => None,
        }
    }

    /// Whether the site as a whole can't or doesn't want to answer, so that it is to be left alone for now.
    pub fn is_of_site(&self) -> bool {
        matches!(
            self,
            Self::NoClient(_)
                | Self::NoConnection(_)
                | Self::TimedOut(_)
                | Self::TooOften { .. }
                | Self::Unavailable { .. }
                | Self::Blocked(_)
                | Self::Astray(_)
        )
    }
}

impl FetchError {
    /// What could not be fetched, and why.
    pub fn told(&self, lang: Lang) -> String {
        let of = |lang: Lang| (self.what.told(lang), self.kind.told(lang));
        let told = |before: &str, (what, kind): (String, String)| format!("{before} {what}: {kind}");
        lang.say(
            || told("can't fetch", of(Lang::English)),
            || told("가져올 수 없음:", of(Lang::Korean)),
            || told("取得できません:", of(Lang::Japanese)),
        )
    }

    /// What the user can do about it.
    #[expect(clippy::too_many_lines, reason = "a message for each kind, in each language")]
    pub fn remedy(&self, lang: Lang) -> Advice {
        if let Some(wait) = self.kind.wait() {
            return again_in(lang, wait);
        }
        match &self.kind {
            ErrorKind::NoClient(_) => Advice::words(lang.word(
                "Install your system's CA certificates (the package is often called ca-certificates).",
                "시스템의 CA 인증서를 설치하세요 (패키지 이름은 보통 ca-certificates).",
                "システムの CA 証明書をインストールしてください (パッケージ名は多くの場合 ca-certificates)。",
            )),
            ErrorKind::NoConnection(_) => {
                let url = "url";
                lang.say(
                    || {
                        let said = Advice::words("Check your network connection (and ").and_code(url);
                        said.and(" under [judges], if set), then run ").and_code(SYNC).and(" again.")
                    },
                    || {
                        let said = Advice::words("네트워크 연결과 [judges]에 설정한 ").and_code(url);
                        said.and("을 확인한 뒤 ").and_code(SYNC).and("를 다시 실행하세요.")
                    },
                    || {
                        let said = Advice::words("ネットワーク接続と、[judges] に設定した ").and_code(url);
                        said.and(" を確認してから、").and_code(SYNC).and(" をもう一度実行してください。")
                    },
                )
            }
            ErrorKind::TooOften { .. } => lang.say(
                || {
                    let said = Advice::words("Run ").and_code(SYNC);
                    said.and(" again in a few minutes, and not from several machines at once.")
                },
                || {
                    let said = Advice::words("몇 분 뒤에 ").and_code(SYNC);
                    said.and("를 다시 실행하세요. 여러 기기에서 동시에 실행하지 마세요.")
                },
                || {
                    let said = Advice::words("数分後にもう一度 ").and_code(SYNC);
                    said.and(" を実行してください。複数の端末で同時に実行しないでください。")
                },
            ),
            ErrorKind::TimedOut(_) | ErrorKind::CutOff(_) | ErrorKind::Unavailable { .. } => lang.say(
                || {
                    let said = Advice::words(
                        "The judge may be busy (during contests) or your connection slow. Run ",
                    );
                    said.and_code(SYNC).and(" again later.")
                },
                || {
                    let said = Advice::words("저지가 붐비거나(대회 중) 연결이 느릴 수 있습니다. 나중에 ");
                    said.and_code(SYNC).and("를 다시 실행하세요.")
                },
                || {
                    let said = Advice::words(
                        "サイトが混雑している (コンテスト中など) か、接続が遅い可能性があります。後でもう一度 ",
                    );
                    said.and_code(SYNC).and(" を実行してください。")
                },
            ),
            ErrorKind::Blocked(_) => lang.say(
                || {
                    let said = Advice::words("Check the site in a browser, then run ").and_code(SYNC);
                    said.and(" again later.")
                },
                || {
                    let said = Advice::words("브라우저에서 사이트를 확인하고, 나중에 ").and_code(SYNC);
                    said.and("를 다시 실행하세요.")
                },
                || {
                    let said = Advice::words("ブラウザーでサイトを確認し、後でもう一度 ").and_code(SYNC);
                    said.and(" を実行してください。")
                },
            ),
            ErrorKind::Renamed { judge, new, .. } => {
                let line = format!("{} = \"{new}\"", judge.id());
                lang.say(
                    || {
                        let said = Advice::words("Set ").and_code(&*line);
                        said.and(" under [handles] in cpt.toml, then run ").and_code(SYNC).and(" again.")
                    },
                    || {
                        let said = Advice::words("cpt.toml의 [handles]를 ").and_code(&*line);
                        said.and("로 바꾼 뒤 ").and_code(SYNC).and("를 다시 실행하세요.")
                    },
                    || {
                        let said = Advice::words("cpt.toml の [handles] を ").and_code(&*line);
                        said.and(" に変更してから、").and_code(SYNC).and(" をもう一度実行してください。")
                    },
                )
            }
            ErrorKind::UnknownHandle { judge, .. } => {
                // A judge's own advice is in English only.
                let more = judge.spec().handles.advice;
                Advice::words(lang.say(
                    || format!("Check the spelling under [handles] in cpt.toml. {more}").trim_end().to_owned(),
                    || "cpt.toml의 [handles]에 쓴 철자를 확인하세요.".to_owned(),
                    || "cpt.toml の [handles] のつづりを確認してください。".to_owned(),
                ))
            }
            ErrorKind::Emptied(_) => {
                let full = "cpt sync --full";
                lang.say(
                    || {
                        let said = Advice::words(
                            "Stored data is kept. Check the handle under [handles] in cpt.toml; if the judge is right, run ",
                        );
                        said.and_code(full).and(".")
                    },
                    || {
                        let said = Advice::words(
                            "저장된 데이터는 그대로입니다. cpt.toml의 [handles]를 확인하고, 저지가 맞다면 ",
                        );
                        said.and_code(full).and("을 실행하세요.")
                    },
                    || {
                        let said = Advice::words(
                            "保存済みのデータはそのままです。cpt.toml の [handles] を確認し、サイトが正しければ ",
                        );
                        said.and_code(full).and(" を実行してください。")
                    },
                )
            }
            ErrorKind::OtherUser { .. } => {
                let url = "url";
                lang.say(
                    || {
                        let said = Advice::words("Stored data is kept. Run ").and_code(SYNC);
                        let said = said.and(" again later; if it happens again, check the handle under [handles] and ");
                        said.and_code(url).and(" under [judges] in cpt.toml.")
                    },
                    || {
                        let said = Advice::words("저장된 데이터는 그대로입니다. 나중에 ").and_code(SYNC);
                        let said = said.and("를 다시 실행하고, 계속되면 cpt.toml의 [handles]와 [judges]의 ");
                        said.and_code(url).and("을 확인하세요.")
                    },
                    || {
                        let said = Advice::words("保存済みのデータはそのままです。後でもう一度 ").and_code(SYNC);
                        let said = said.and(" を実行し、続く場合は cpt.toml の [handles] と [judges] の ");
                        said.and_code(url).and(" を確認してください。")
                    },
                )
            }
            ErrorKind::Refused(_)
            | ErrorKind::Status { .. }
            | ErrorKind::TooLarge(_)
            | ErrorKind::Astray(_)
            | ErrorKind::Malformed { .. } => lang.say(
                || {
                    let said = Advice::words("Run ").and_code(SYNC);
                    said.and(
                        " again later. If it keeps failing while the site works in a browser, its interface may have \
                         changed: look for a new version of cpt.",
                    )
                },
                || {
                    let said = Advice::words("나중에 ").and_code(SYNC);
                    said.and(
                        "를 다시 실행하세요. 브라우저에서는 되는데 계속 실패하면 저지의 인터페이스가 바뀌었을 수 \
                         있으니 cpt의 새 버전을 확인하세요.",
                    )
                },
                || {
                    let said = Advice::words("後でもう一度 ").and_code(SYNC);
                    said.and(
                        " を実行してください。ブラウザーでは正常なのに失敗が続く場合は、サイトの仕様が変わった可能性が\
                         あります。cpt の新しいバージョンを確認してください。",
                    )
                },
            ),
        }
    }
}

fn again_in(lang: Lang, wait: Duration) -> Advice {
    let (english, korean, japanese) = match wait.as_secs().max(1) {
        seconds if seconds < 120 => (format!("{seconds} s"), format!("{seconds}초"), format!("{seconds}秒")),
        seconds if seconds < 7200 => {
            let minutes = seconds.div_ceil(60);
            (format!("{minutes} minutes"), format!("{minutes}분"), format!("{minutes}分"))
        }
        seconds if seconds < 172_800 => {
            let hours = seconds.div_ceil(3600);
            (format!("{hours} hours"), format!("{hours}시간"), format!("{hours}時間"))
        }
        _ => ("a few days".to_owned(), "며칠".to_owned(), "数日".to_owned()),
    };
    lang.say(
        || Advice::words("Run ").and_code(SYNC).and(format!(" again in {english}.")),
        || Advice::words(format!("{korean} 뒤에 ")).and_code(SYNC).and("를 다시 실행하세요."),
        || Advice::words(format!("{japanese}後にもう一度 ")).and_code(SYNC).and(" を実行してください。"),
    )
}
