//! Prepared statements of a work group, between the state's rows and the engine's type.

use ashiato_engine::catalog::PreparedStatement;
use ashiato_meta::{Millis, Place, prepared_statements};

pub(super) fn row(
    statement: PreparedStatement,
    place: &Place,
    work_group: &str,
) -> prepared_statements::PreparedStatement {
    prepared_statements::PreparedStatement {
        place: place.clone(),
        work_group: work_group.to_string(),
        name: statement.name,
        statement: statement.text,
        description: statement.description,
        modified: Millis(statement.updated_at),
    }
}

pub(super) fn read(row: prepared_statements::PreparedStatement) -> PreparedStatement {
    PreparedStatement { name: row.name, text: row.statement, description: row.description, updated_at: row.modified.0 }
}
