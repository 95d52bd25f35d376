//! What became of stored facts.

/// How a source's new state differs from the stored one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Update {
    /// Entries that were not there before.
    pub new: usize,
    /// Entries whose content is another now.
    pub changed: usize,
    /// Entries that the source no longer lists.
    pub removed: usize,
    /// Entries now.
    pub total: usize,
    /// Solution files that are there before and after and have other names now.
    pub renamed: usize,
}

impl Update {
    /// Whether anything differs.
    pub fn is_news(&self) -> bool {
        self.new + self.changed + self.removed > 0
    }
}
