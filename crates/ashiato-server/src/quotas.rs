//! How many of each thing may be kept. A change is counted within its transaction once it is made, and given up where there
//! are too many; so what is refused for another reason is told that one. Of two that are made at once, on whichever
//! servers, the second is counted when the first has ended. Counting looks at every row: where that is many, it is done
//! anew only when what was made since may have used up the room ([`Rooms`]).

mod rooms;

use ashiato_meta::glue_partitions::Of;
use ashiato_meta::{Place, Result as MetaResult, Tx, counts};
use rooms::Found;
use std::time::Instant;

pub use rooms::Rooms;

/// The most of each. The defaults are AWS's where it tells one ("AWS Glue endpoints and quotas" in its General Reference,
/// "Service Quotas" in Athena's user guide, "Quotas in AWS CloudTrail" in CloudTrail's). Clones share what they know of the room that is left.
#[derive(Debug, Clone)]
pub struct Quotas {
    /// Databases of the catalog of a region.
    pub databases: u64,
    /// Tables and views of a database.
    pub tables_in_database: u64,
    /// Kept versions of a table.
    pub versions_of_table: u64,
    /// Partitions of a table.
    pub partitions_in_table: u64,
    /// Work groups of a region.
    pub work_groups: u64,
    /// Named queries of a region. AWS tells no quota.
    pub named_queries: u64,
    /// Prepared statements of a work group.
    pub prepared_in_work_group: u64,
    /// Trails of a region; one of all regions counts in each.
    pub trails_in_region: u64,
    /// Alarms of a region.
    pub alarms: u64,
    /// Metrics of a region. AWS tells no quota.
    pub metrics: u64,
    /// What is left of each.
    pub rooms: Rooms,
}

impl Default for Quotas {
    fn default() -> Quotas {
        Quotas {
            databases: 10_000,
            tables_in_database: 200_000,
            versions_of_table: 100_000,
            partitions_in_table: 10_000_000,
            work_groups: 1000,
            named_queries: 10_000,
            prepared_in_work_group: 1000,
            trails_in_region: 5,
            alarms: 5000,
            metrics: 10_000,
            rooms: Rooms::default(),
        }
    }
}

/// Why a change is given up.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// There would be too many: what the client reads.
    Exceeded(String),
    /// The state could not be asked.
    State(ashiato_meta::Error),
}

type Checked = Result<(), Refusal>;

impl Quotas {
    /// After a database was made.
    pub(crate) async fn check_databases(&self, tx: &mut Tx, place: &Place) -> Checked {
        self.check(place, "databases".into(), 1, self.databases, counts::databases(tx, place)).await
    }

    /// After a table was made.
    pub(crate) async fn check_tables(&self, tx: &mut Tx, place: &Place, database: &str) -> Checked {
        let what = format!("tables in the database {database}");
        self.check(place, what, 1, self.tables_in_database, counts::tables(tx, place, database)).await
    }

    /// After a table was changed.
    pub(crate) async fn check_versions(&self, tx: &mut Tx, place: &Place, database: &str, table: &str) -> Checked {
        let what = format!("versions of the table {database}.{table}");
        let counted = counts::table_versions(tx, place, database, table);
        self.check(place, what, 1, self.versions_of_table, counted).await
    }

    /// After at most so many partitions were made.
    pub(crate) async fn check_partitions(&self, tx: &mut Tx, of: Of<'_>, made: usize) -> Checked {
        let what = format!("partitions of the table {}.{}", of.database, of.table);
        self.check(of.place, what, made as u64, self.partitions_in_table, counts::partitions(tx, of)).await
    }

    /// After a work group was made.
    pub(crate) async fn check_work_groups(&self, tx: &mut Tx, place: &Place) -> Checked {
        self.check(place, "work groups".into(), 1, self.work_groups, counts::work_groups(tx, place)).await
    }

    /// After a named query was made.
    pub(crate) async fn check_named_queries(&self, tx: &mut Tx, place: &Place) -> Checked {
        self.check(place, "named queries".into(), 1, self.named_queries, counts::named_queries(tx, place)).await
    }

    /// After a prepared statement was made or replaced.
    pub(crate) async fn check_prepared(&self, tx: &mut Tx, place: &Place, work_group: &str) -> Checked {
        let what = format!("prepared statements in the work group {work_group}");
        let counted = counts::prepared_statements(tx, place, work_group);
        self.check(place, what, 1, self.prepared_in_work_group, counted).await
    }

    /// After an alarm was made.
    pub(crate) async fn check_alarms(&self, tx: &mut Tx, place: &Place) -> Checked {
        self.check(place, "alarms".into(), 1, self.alarms, counts::alarms(tx, place)).await
    }

    /// After a metric was made.
    pub(crate) async fn check_metrics(&self, tx: &mut Tx, place: &Place) -> Checked {
        self.check(place, "metrics".into(), 1, self.metrics, counts::metrics(tx, place)).await
    }

    async fn check(
        &self,
        place: &Place,
        what: String,
        made: u64,
        most: u64,
        counted: impl Future<Output = MetaResult<u64>>,
    ) -> Checked {
        let key = format!("{} {what}", place.as_str());
        let now = Instant::now();
        if self.rooms.take(&key, made, now) {
            return Ok(());
        }
        let there = counted.await.map_err(Refusal::State)?;
        match most.checked_sub(there) {
            Some(room) => {
                self.rooms.found(key, Found { there, room, now });
                Ok(())
            }
            None => Err(Refusal::Exceeded(format!("The number of {what} exceeds the limit of {most}"))),
        }
    }
}
