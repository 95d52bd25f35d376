//! Bounds of a scan: a few objects can stand for more files than any machine can hold.
//!
//! A tree that holds another ten times, which holds another ten times, is a hundred million files in eight objects. Git
//! itself walks on until the memory is gone; a prompt that asks for a streak must not.

use std::sync::atomic::{AtomicU64, Ordering};

use super::objects::Unreadable;

/// What comparing one commit may cost, and all of them together; one is about a nanosecond's work. Linux's first import
/// (17,000 files) costs a fortieth of the one, its whole history a tenth of the other.
const MOST_OF_COMMIT: u64 = 64 << 20;
const MOST_OF_ALL: u64 = 32 << 30;

/// The bytes of commits that may be read, all together; Linux's are a sixth of it.
const MOST_OF_HISTORY: u64 = 8 << 30;

/// What a changed file or folder costs besides the bytes of its path.
const CHANGE: u64 = 64;

/// How many bytes of a tree cost as much as one of a changed path: most of them are skipped.
const TREE_BYTES: u64 = 16;

/// What a scan may still cost. All its threads spend from it.
pub(super) struct Budget {
    comparisons: AtomicU64,
    history: AtomicU64,
}

impl Budget {
    pub fn new() -> Self {
        Self { comparisons: MOST_OF_ALL.into(), history: MOST_OF_HISTORY.into() }
    }

    /// Begins to compare a commit.
    pub fn comparison(&self) -> Result<Spending<'_>, Unreadable> {
        if self.comparisons.load(Ordering::Relaxed) == 0 {
            return Err(Unreadable::new("the commits change more files, all together, than cpt compares"));
        }
        Ok(Spending { budget: self, spent: 0 })
    }

    /// Reads a commit of so many bytes.
    pub fn commit(&self, bytes: usize) -> Result<(), Unreadable> {
        if take(&self.history, bytes as u64) == 0 {
            return Err(Unreadable::new("the commits are longer, all together, than cpt reads"));
        }
        Ok(())
    }
}

/// What comparing one commit has cost.
pub(super) struct Spending<'b> {
    budget: &'b Budget,
    spent: u64,
}

impl Spending<'_> {
    /// Looks at so many bytes of trees.
    pub fn trees(&mut self, bytes: usize) -> Result<(), Unreadable> {
        self.spend(bytes as u64 / TREE_BYTES)
    }

    /// Finds a changed file or folder, whose path has so many bytes.
    pub fn change(&mut self, path: usize) -> Result<(), Unreadable> {
        self.spend(CHANGE + path as u64)
    }

    fn spend(&mut self, cost: u64) -> Result<(), Unreadable> {
        self.spent += cost;
        if self.spent > MOST_OF_COMMIT {
            return Err(Unreadable::new(
                "a commit changes more files than cpt compares (about half a million)",
            ));
        }
        Ok(())
    }
}

impl Drop for Spending<'_> {
    fn drop(&mut self) {
        take(&self.budget.comparisons, self.spent);
    }
}

/// Takes `cost`, and returns what was left before.
fn take(left: &AtomicU64, cost: u64) -> u64 {
    let less = |left: u64| Some(left.saturating_sub(cost));
    left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spent_on_one_commit_is_taken_from_what_is_left_for_all() {
        let budget = Budget { comparisons: (2 * MOST_OF_COMMIT).into(), history: 10.into() };
        for _ in 0..2 {
            let mut spending = budget.comparison().unwrap();
            spending.trees((MOST_OF_COMMIT * TREE_BYTES) as usize).unwrap();
            assert!(spending.change(1).is_err());
        }
        assert!(budget.comparison().is_err());
        budget.commit(9).unwrap();
        budget.commit(2).unwrap();
        assert!(budget.commit(1).is_err());
    }
}
