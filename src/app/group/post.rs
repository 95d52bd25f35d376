//! The week's message to a chat.

use url::Url;

use super::super::env::Env;
use super::super::error::AppError;
use super::super::runtime;
use crate::fetch;
use crate::model::Failure;
use crate::report::{self, Chat, GroupView, MessageJson};

/// The variable that has the webhook's address.
const VARIABLE: &str = "CPT_WEBHOOK_URL";

/// Sends how the week stands to the webhook, once; the chat that it went to. Whoever has the address can write there, so that it
/// is in no message.
pub fn post(view: &GroupView<'_>, env: &Env) -> Result<Chat, AppError> {
    let remedy = "Set it to the address of a webhook of Discord's or Slack's.";
    let Some(webhook) = &env.webhook else {
        return Err(AppError::usage(format!("{VARIABLE} is not set"), remedy));
    };
    let url = Url::parse(webhook.address()).ok().filter(|url| url.has_host() && is_private(url));
    let Some(url) = url else {
        return Err(AppError::usage(format!("{VARIABLE} is no address that begins with https://"), remedy));
    };
    let chat = if url.path().starts_with("/api/webhooks/") { Chat::Discord } else { Chat::Slack };
    let message = MessageJson::new(report::group_message(view, chat), chat);
    let body = report::to_line(&message)?;
    let runtime = runtime().map_err(|error| AppError::file("can't start", &error))?;
    runtime.block_on(fetch::post(&url, body)).map_err(|error| {
        let failure = Failure::new(format!("the webhook took no message: {error}"));
        AppError::unreadable(failure.advise(format!("Check that the webhook of {VARIABLE} still exists.")))
    })?;
    Ok(chat)
}

/// Whether nobody on the way reads the address: it is encrypted, or stays on this machine.
fn is_private(url: &Url) -> bool {
    url.scheme() == "https" || url.scheme() == "http" && fetch::is_loopback(url)
}
