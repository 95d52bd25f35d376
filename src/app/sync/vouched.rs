//! Members of whom something else shows that nothing is new, so that they aren't asked for one by one.

use jiff::{SignedDuration, Timestamp};

use super::super::error::AppError;
use super::site::SiteRun;
use crate::answers::{SourceNews, SourceReport};
use crate::judges::{Profile, Profiled};
use crate::model::{RatingSeries, StoredValidator, Update, without_credentials};

/// For so long something else is believed. A contest may leave a rating as it was, and judges change what lies back.
const BELIEVED_FOR: SignedDuration = SignedDuration::from_hours(7 * 24);

/// When somebody was last there is told so late at most.
const TOLD_LATE: SignedDuration = SignedDuration::from_hours(1);

/// The verdict of a submission may change for so long: system tests follow a contest, and hacks.
const VERDICTS_CHANGE_FOR: SignedDuration = SignedDuration::from_hours(3 * 24);

impl SiteRun<'_> {
    /// Whether the rating is the one that the stored history ends with, and the highest is no other.
    pub(super) fn has_same_ratings(&self, source: &str, series: &RatingSeries) -> Result<bool, AppError> {
        let Some((profile, _)) = self.told(source)? else { return Ok(false) };
        let highest = series.rated().map(|change| change.new).max();
        Ok(profile.rating == series.rating() && profile.highest <= highest)
    }

    /// Whether they weren't there since they were last asked for, and nothing of what they handed in before can be another
    /// by now.
    pub(super) fn was_not_there(&self, source: &str) -> Result<bool, AppError> {
        let Some((profile, asked)) = self.told(source)? else { return Ok(false) };
        if self.wants_whole(source)?
            || profile.last_seen.saturating_add(TOLD_LATE).is_ok_and(|seen| seen >= asked)
        {
            return Ok(false);
        }
        let store = self.sync.store.borrow();
        let newest = store.newest_submission(self.judge, self.handle)?;
        let is_final = newest.is_none_or(|newest| asked.duration_since(newest) > VERDICTS_CHANGE_FOR);
        Ok(is_final
            && store.waiting_submissions(self.judge, self.handle, Timestamp::MIN)?.is_empty()
            && !store.has_team(self.judge, self.handle)?)
    }

    /// What is told of them, and when the source was itself last asked for, where that can be believed.
    fn told(&self, source: &str) -> Result<Option<(Profile, Timestamp)>, AppError> {
        let Profiled::Known(profile) = self.profile else { return Ok(None) };
        let kept = self.sync.store.borrow().stamp(source, "")?;
        let site = without_credentials(&self.endpoint.url);
        let is_believed = |kept: &StoredValidator| {
            let age = self.now().duration_since(kept.at);
            kept.stamp.url.starts_with(&site) && !age.is_negative() && age < BELIEVED_FOR
        };
        Ok(kept.filter(is_believed).map(|kept| (profile, kept.at)))
    }

    /// Reports a source of which nothing is new.
    pub(super) fn vouched(
        &self,
        mut report: SourceReport,
        update: Update,
        news: SourceNews,
    ) -> Result<(), AppError> {
        self.sync.store.borrow_mut().vouch(&report.source, self.now())?;
        (report.update, report.news) = (update, Some(news));
        let line = self.sync.progress.start(&report.title);
        line.finish(&report);
        self.sync.brought.borrow_mut().push(report.into());
        Ok(())
    }
}
