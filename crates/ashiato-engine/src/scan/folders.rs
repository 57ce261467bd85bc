//! Which folders a query need not list, told from their names.
//!
//! Only folders of the standard layout below `AWSLogs` are believed: what lies below a day's folder was delivered that
//! day. So a file that was moved into the folder of another day, region or account is not found by a query that has
//! nothing to do with that folder. Every other folder may hold anything.

use super::bounds::Bounds;
use super::prune;
use crate::hive::{Domain, PartitionColumn, Value, ValueKind, domain_of};
use crate::session::Late;
use ashiato_event::key::{Branch, branch};
use datafusion::logical_expr::Expr;
use std::collections::BTreeSet;
use std::ops::Bound;

/// What the folders that are to be listed have in common.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FolderFilter {
    bounds: Bounds,
    late: Late,
    /// What conditions on the columns of that name leave, where the table has them.
    account: Domain,
    region: Domain,
    day: Domain,
}

/// What a folder's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// No wanted row is below it.
    Pruned,
    /// It may hold wanted rows, and so may every folder below it.
    Whole,
    /// It may hold wanted rows; folders below it may yet be pruned.
    Open,
}

impl FolderFilter {
    /// Every folder.
    pub(crate) fn none() -> FolderFilter {
        FolderFilter::within(Bounds::default(), Late::All)
    }

    /// The folders of files that may hold a record within the bounds.
    pub(crate) fn within(bounds: Bounds, late: Late) -> FolderFilter {
        FolderFilter { bounds, late, account: Domain::all(), region: Domain::all(), day: Domain::all() }
    }

    /// Of those, the ones that conditions on the columns `account`, `region` and `day` leave.
    pub(crate) fn and_columns(self, filters: &[Expr]) -> FolderFilter {
        let left = |name: &str, kind| domain_of(filters, &PartitionColumn { name: name.to_string(), kind });
        let (account, region) = (left("account", ValueKind::Text), left("region", ValueKind::Text));
        FolderFilter { account, region, day: left("day", ValueKind::Date), ..self }
    }

    /// Whether no folder is ever pruned.
    pub(crate) fn is_open(&self) -> bool {
        let names = self.bounds.accounts.is_none() && self.account.is_all();
        names && self.takes_all_regions() && self.takes_all_days()
    }

    fn takes_all_regions(&self) -> bool {
        self.bounds.regions.is_none() && self.region.is_all()
    }

    fn takes_all_days(&self) -> bool {
        let ends = self.bounds.to.is_some() && self.late != Late::All;
        self.bounds.from.is_none() && !ends && self.day.is_all()
    }

    /// What a folder's name says; the folder as a path or as a prefix of keys.
    pub(crate) fn standing(&self, folder: &str) -> Standing {
        let Some(branch) = branch(folder) else { return Standing::Open };
        if self.rules_out(&branch) {
            Standing::Pruned
        } else if self.takes_all_below(&branch) {
            Standing::Whole
        } else {
            Standing::Open
        }
    }

    /// Whether a folder is a region's, or a year's or a month's below it.
    pub(crate) fn is_of_one_region(&self, folder: &str) -> bool {
        branch(folder).is_some_and(|branch| branch.region.is_some())
    }

    /// The highest folder above a key that is pruned; only folders that end behind the key's first `from` bytes count.
    pub(crate) fn pruned_above<'k>(&self, key: &'k str, from: usize) -> Option<&'k str> {
        let folders = key.match_indices('/').map(|(at, _)| &key[..=at]).filter(|folder| folder.len() > from);
        folders.into_iter().find(|folder| self.standing(folder) == Standing::Pruned)
    }

    /// Whether all that the other takes is taken by this.
    pub(crate) fn covers(&self, other: &FolderFilter) -> bool {
        let times = |a: Option<i64>, b: Option<i64>, is_wider: fn(&i64, &i64) -> bool| match (a, b) {
            (None, _) => true,
            (Some(a), Some(b)) => is_wider(&a, &b),
            (Some(_), None) => false,
        };
        let names = |a: &Option<BTreeSet<String>>, b: &Option<BTreeSet<String>>| match (a, b) {
            (None, _) => true,
            (Some(a), Some(b)) => a.is_superset(b),
            (Some(_), None) => false,
        };
        let (mine, theirs) = (&self.bounds, &other.bounds);
        times(mine.from, theirs.from, i64::le)
            && (self.late == Late::All || self.late == other.late && times(mine.to, theirs.to, i64::ge))
            && names(&mine.regions, &theirs.regions)
            && names(&mine.accounts, &theirs.accounts)
            && [(&self.account, &other.account), (&self.region, &other.region), (&self.day, &other.day)]
                .into_iter()
                .all(|(mine, theirs)| mine.is_all() || mine.intersect(theirs) == *theirs)
    }

    fn rules_out(&self, branch: &Branch) -> bool {
        let is_out = |name: &String, wanted: &Option<BTreeSet<String>>, left: &Domain| {
            wanted.as_ref().is_some_and(|wanted| !wanted.contains(name)) || !left.contains(&Value::Text(name.clone()))
        };
        is_out(&branch.account, &self.bounds.accounts, &self.account)
            || branch.region.as_ref().is_some_and(|region| is_out(region, &self.bounds.regions, &self.region))
            || branch.days.as_ref().is_some_and(|days| !self.takes_some_of(*days.start(), *days.end()))
    }

    fn takes_some_of(&self, first: i64, last: i64) -> bool {
        let delivered = (first * prune::DAY, (last + 1) * prune::DAY - 1);
        let day = |number: i64| i32::try_from(number).map_or(Bound::Unbounded, |day| Bound::Included(Value::Date(day)));
        let days = Domain::between(day(first), day(last));
        prune::is_within(delivered, &self.bounds, self.late) && self.day.intersect(&days) != Domain::none()
    }

    fn takes_all_below(&self, branch: &Branch) -> bool {
        let days = match &branch.days {
            None => self.takes_all_days(),
            // The days between two that are taken are taken, as far as times go.
            Some(days) => {
                days.start() == days.end()
                    || self.day.is_all()
                        && [days.start(), days.end()].into_iter().all(|day| self.takes_some_of(*day, *day))
            }
        };
        days && (branch.region.is_some() || self.takes_all_regions())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::common::ScalarValue;
    use datafusion::prelude::{col, lit};
    use std::time::Duration;

    const TRAIL: &str = "AWSLogs/123456789012/CloudTrail/us-east-1";

    fn at(text: &str) -> i64 {
        chrono::DateTime::parse_from_rfc3339(text).expect("a time").timestamp_millis()
    }

    fn standings(filter: &FolderFilter, folders: &[&str]) -> Vec<Standing> {
        folders.iter().map(|folder| filter.standing(&format!("{TRAIL}{folder}"))).collect()
    }

    #[test]
    fn folders_stand_as_their_days_do() {
        use Standing::{Open, Pruned, Whole};
        let bounds = Bounds::between(Some(at("2023-10-27T22:30:00Z")), Some(at("2023-12-31T22:00:00Z")));
        let filter = FolderFilter::within(bounds, Late::Within(Duration::from_secs(7200)));
        let folders = ["", "/2022", "/2023", "/2023/09", "/2023/10", "/2023/11", "/2023/10/26", "/2023/10/27", "/2024"];
        let expected = [Open, Pruned, Open, Pruned, Open, Whole, Pruned, Whole, Open];
        assert_eq!(standings(&filter, &folders), expected);
        assert_eq!(standings(&filter, &["/2024/01/01", "/2024/01/02", "/2023/10/26/x"]), [Whole, Pruned, Open]);
        let to = Bounds::between(None, Some(at("2023-12-31T22:00:00Z")));
        assert_eq!(standings(&FolderFilter::within(to, Late::All), &["/2024/01/02"]), [Whole]);
    }

    #[test]
    fn folders_stand_as_their_columns_do() {
        use Standing::{Open, Pruned, Whole};
        let day = |day: i32| lit(ScalarValue::Date32(Some(day)));
        let filters = [col("day").gt_eq(day(19_658)), col("region").not_eq(lit("eu-west-1"))];
        let filter = FolderFilter::none().and_columns(&filters);
        assert!(!filter.is_open());
        let folders = ["", "/2023", "/2023/10/27", "/2023/10/28", "/2024/01/01"];
        assert_eq!(standings(&filter, &folders), [Open, Open, Pruned, Whole, Whole]);
        assert_eq!(filter.standing("AWSLogs/123456789012/CloudTrail/eu-west-1"), Pruned);
        assert_eq!(filter.standing("AWSLogs/123456789012"), Open);
        assert!(FolderFilter::none().is_open());
    }

    #[test]
    fn a_wider_listing_serves_a_narrower_question() {
        let of = |from, to| FolderFilter::within(Bounds::between(from, to), Late::default());
        assert!(FolderFilter::none().covers(&of(Some(1), Some(2))));
        assert!(of(Some(1), None).covers(&of(Some(2), Some(9))));
        assert!(!of(Some(1), Some(5)).covers(&of(Some(2), Some(9))));
        assert!(!of(Some(1), None).covers(&of(None, None)));
        let named = |name: &str| of(None, None).and_columns(&[col("region").eq(lit(name))]);
        assert!(named("a").covers(&named("a")));
        assert!(!named("a").covers(&named("b")));
        assert!(of(None, None).covers(&named("b")));
    }
}
