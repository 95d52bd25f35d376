//! The streak, told once a day when a terminal is opened.

use jiff::civil::Time;

use super::session::Session;
use crate::files::{Links, read_bounded};
use crate::store;

/// The file beside the store with the day on which it was last told.
const FILE: &str = "reminded";

/// Whether it is to be told now: from `from` on, and not told today yet. From then on it is told.
pub fn take(session: &Session<'_>, from: Time) -> bool {
    let now = session.now().to_zoned_datetime(session.zone());
    let today = session.today().to_string();
    let file = session.workspace.root.join(store::DIR_NAME).join(FILE);
    let told = read_bounded(&file, 64, Links::Refuse).ok();
    if now.time() < from || told.as_deref() == Some(today.as_bytes()) {
        return false;
    }
    // What can't be remembered would be told again in every terminal.
    store::write_beside(&session.workspace.root, FILE, today.as_bytes()).is_ok()
}
