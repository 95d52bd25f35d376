//! The week's message to a chat.

use url::Url;

use super::super::env::Env;
use super::super::error::AppError;
use super::super::runtime;
use crate::fetch;
use crate::lang::Later;
use crate::model::Failure;
use crate::report::{self, Chat, GroupView, MessageJson};

/// The variable that has the webhook's address.
const VARIABLE: &str = "CPT_WEBHOOK_URL";

/// Sends how the week stands to the webhook, once; the chat that it went to. Whoever has the address can write there, so that it
/// is in no message.
pub fn post(view: &GroupView<'_>, env: &Env) -> Result<Chat, AppError> {
    let remedy = Later::advice(
        "Set it to the URL of a Discord or Slack webhook.",
        "Discord 또는 Slack 웹훅의 URL로 설정하세요.",
        "Discord または Slack の Webhook の URL を設定してください。",
    );
    let Some(webhook) = &env.webhook else {
        return Err(AppError::usage(
            Later::message(
                format!("{VARIABLE} is not set"),
                format!("{VARIABLE} 환경 변수가 설정되지 않았습니다"),
                format!("{VARIABLE} が設定されていません"),
            ),
            remedy,
        ));
    };
    let url = Url::parse(webhook.address()).ok().filter(|url| url.has_host() && is_private(url));
    let Some(url) = url else {
        return Err(AppError::usage(
            Later::message(
                format!("{VARIABLE} is not an https:// URL"),
                format!("{VARIABLE} 환경 변수가 https:// URL이 아닙니다"),
                format!("{VARIABLE} が https:// の URL ではありません"),
            ),
            remedy,
        ));
    };
    let chat = if url.path().starts_with("/api/webhooks/") { Chat::Discord } else { Chat::Slack };
    let message = MessageJson::new(report::group_message(view, chat), chat);
    let body = report::to_line(&message)?;
    let runtime = runtime().map_err(|error| {
        AppError::file(Later::message("can't start", "시작할 수 없습니다", "開始できません"), &error)
    })?;
    runtime.block_on(fetch::post(&url, body)).map_err(|error| {
        let message = Later::message(
            format!("can't post to the webhook: {error}"),
            format!("웹훅으로 보낼 수 없습니다: {error}"),
            format!("Webhook に投稿できません: {error}"),
        );
        let remedy = Later::advice(
            format!("Check that the webhook in {VARIABLE} still exists."),
            format!("{VARIABLE} 웹훅이 아직 있는지 확인하세요."),
            format!("{VARIABLE} の Webhook がまだあるか確認してください。"),
        );
        AppError::unreadable(Failure::new(message).advise(remedy))
    })?;
    Ok(chat)
}

/// Whether nobody on the way reads the address: it is encrypted, or stays on this machine.
fn is_private(url: &Url) -> bool {
    url.scheme() == "https" || url.scheme() == "http" && fetch::is_loopback(url)
}
