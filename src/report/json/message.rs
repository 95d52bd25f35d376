//! Messages as chats take them.

use serde::Serialize;

use super::super::group::Chat;

/// The body of a request to a webhook.
#[derive(Serialize)]
#[serde(untagged)]
pub enum MessageJson {
    /// Source: <https://docs.discord.com/developers/resources/webhook#execute-webhook>.
    Discord {
        /// The text.
        content: String,
        /// Whom it may call: nobody.
        allowed_mentions: Mentions,
    },
    /// Source: <https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks>.
    Slack {
        /// The text.
        text: String,
        /// Whether asterisks and the like in it are markup.
        mrkdwn: bool,
    },
}

/// The kinds of mentions that are looked for.
#[derive(Serialize)]
pub struct Mentions {
    parse: [(); 0],
}

impl MessageJson {
    /// A text for a chat.
    pub fn new(text: String, chat: Chat) -> Self {
        match chat {
            Chat::Discord => Self::Discord { content: text, allowed_mentions: Mentions { parse: [] } },
            Chat::Slack => Self::Slack { text, mrkdwn: false },
        }
    }
}
