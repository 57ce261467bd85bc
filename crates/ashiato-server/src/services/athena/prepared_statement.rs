//! A prepared statement as requests name it and as answers show it.
//!
//! PREPARE keeps names in lower case, as SQL does; so do the operations, or EXECUTE would not find what they keep.

use ashiato_meta::prepared_statements::PreparedStatement as Kept;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::Statement;

use super::errors::{invalid, malformed_query, not_found};
use crate::aws::generated::athena::PreparedStatement;
use crate::aws::{Error, Timestamp};

pub(super) fn missing(name: &str, work_group: &str) -> Error {
    not_found(missing_words(name, work_group), name)
}

pub(super) fn missing_words(name: &str, work_group: &str) -> String {
    format!("Prepared Statement {name} was not found in WorkGroup {work_group}")
}

/// Refuses what cannot be prepared.
pub(super) fn check(statement: &str) -> Result<(), Error> {
    match parse_one(statement).map_err(|error| malformed_query(&error))?.statement {
        Statement::Prepare { .. } | Statement::Execute { .. } | Statement::Deallocate { .. } => {
            Err(invalid("A prepared statement cannot prepare or run another one."))
        }
        _ => Ok(()),
    }
}

pub(super) fn shown(kept: Kept) -> PreparedStatement {
    PreparedStatement {
        statement_name: Some(kept.name),
        query_statement: Some(kept.statement),
        work_group_name: Some(kept.work_group),
        description: kept.description,
        last_modified_time: Some(Timestamp { millis: kept.modified.0 }),
    }
}
