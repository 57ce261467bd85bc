//! What the table says of itself beside its events: how far it is in the journal, and what it will never hold. It stands
//! in the log as versions of application transactions, so that it changes with the events in one commit.

use chrono::{Datelike, NaiveDate};
use deltalake_core::DeltaTableError;
use deltalake_core::kernel::Transaction;
use deltalake_core::logstore::LogStoreRef;
use deltalake_core::table::state::DeltaTableState;

/// The version is the journal number that the table is through.
const THROUGH: &str = "ashiato-history";
/// The version is how many records could not be read.
const UNREADABLE: &str = "ashiato-history-unreadable";
/// The version is how many records the journal let go before they came here.
const LOST: &str = "ashiato-history-lost";
/// The version is the first day that was kept when days were last taken out, counted from the first of January of the
/// year 1, which is 1.
const EXPIRED: &str = "ashiato-history-expired-before";

/// The marks of a table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::history) struct Marks {
    /// Every event of the journal up to here is in the table. Zero before the first: journals number from one.
    pub(in crate::history) through: u64,
    /// Records of those numbers that could not be read.
    pub(in crate::history) unreadable: u64,
    /// Records of those numbers that were gone from the journal.
    pub(in crate::history) lost: u64,
    /// The days before this one were taken out.
    pub(in crate::history) expired_before: Option<NaiveDate>,
}

impl Marks {
    pub(super) async fn read(delta: &DeltaTableState, store: &LogStoreRef) -> Result<Marks, DeltaTableError> {
        let version = |name| delta.transaction_version(store.as_ref(), name);
        let count = |version: Option<i64>| version.and_then(|count| u64::try_from(count).ok()).unwrap_or(0);
        let day = |version: i64| NaiveDate::from_num_days_from_ce_opt(i32::try_from(version).ok()?);
        Ok(Marks {
            through: count(version(THROUGH).await?),
            unreadable: count(version(UNREADABLE).await?),
            lost: count(version(LOST).await?),
            expired_before: version(EXPIRED).await?.and_then(day),
        })
    }

    /// The transactions that a commit needs which changes the marks `before` it to these.
    pub(super) fn transactions(&self, before: &Marks) -> Vec<Transaction> {
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let day = |day: Option<NaiveDate>| day.map_or(0, |day| i64::from(day.num_days_from_ce()));
        let all = [
            (THROUGH, count(self.through), count(before.through)),
            (UNREADABLE, count(self.unreadable), count(before.unreadable)),
            (LOST, count(self.lost), count(before.lost)),
            (EXPIRED, day(self.expired_before), day(before.expired_before)),
        ];
        let changed = all.into_iter().filter(|(_, now, before)| now != before);
        changed.map(|(name, now, _)| Transaction::new(name, now)).collect()
    }
}
