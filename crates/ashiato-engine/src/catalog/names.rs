//! Names of tables, complete, and names that are near to one.

use crate::hive::refusal::not_found;
use ashiato_sql::Error;
use ashiato_sql::statement::TableName;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The one catalog's name.
pub const CATALOG: &str = "awsdatacatalog";

/// A table's name with its database, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QualifiedName {
    /// The database.
    pub database: String,
    /// The table or view.
    pub table: String,
}

impl QualifiedName {
    /// The name that is meant where `database` is the session's.
    ///
    /// # Errors
    /// `CATALOG_NOT_FOUND` for a catalog other than `awsdatacatalog`.
    pub fn of(name: &TableName, database: &str) -> Result<QualifiedName, Error> {
        if let Some(catalog) = name.catalog.as_ref().filter(|catalog| !catalog.eq_ignore_ascii_case(CATALOG)) {
            let error = not_found("CATALOG_NOT_FOUND", format!("Catalog '{catalog}' does not exist"));
            return Err(Error { at: name.at, ..error });
        }
        let database = name.database.as_deref().unwrap_or(database).to_lowercase();
        Ok(QualifiedName { database, table: name.table.to_lowercase() })
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.database, self.table)
    }
}

/// `. Did you mean 'x'?` for the nearest name, where one is near.
pub(super) fn did_you_mean<'a>(wanted: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known.map(|name| (distance(wanted, name), name)).min();
    match nearest {
        Some((distance, name)) if distance <= 1 + wanted.chars().count() / 4 => format!(". Did you mean '{name}'?"),
        _ => String::new(),
    }
}

/// How many characters must be put in, taken out or changed to make one text the other.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_told() {
        let known = ["cloudtrail_logs", "events", "vpc"];
        let near = |wanted| did_you_mean(wanted, known.into_iter());
        assert_eq!(near("cloudtrial_logs"), ". Did you mean 'cloudtrail_logs'?");
        assert_eq!(near("event"), ". Did you mean 'events'?");
        assert_eq!(near("orders"), "");
    }

    #[test]
    fn distance_counts_single_changes() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("same", "same"), 0);
    }
}
