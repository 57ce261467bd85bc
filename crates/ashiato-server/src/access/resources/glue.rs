//! Glue: the catalog, its databases and their tables.

use ashiato_policy::actions::{Check, GlueFacts, Place, glue};
use serde_json::Value;

use super::text;

pub(super) fn checks(operation: &str, input: &Value, place: Place<'_>) -> Option<Vec<Check>> {
    let within = |member: &str, name: &str| input.get(member).map(|member| text(member, name)).unwrap_or_default();
    let is_of_databases = operation.ends_with("Database") || operation.ends_with("Databases");
    let database = match text(input, "DatabaseName") {
        "" if is_of_databases && operation == "CreateDatabase" => within("DatabaseInput", "Name"),
        "" if is_of_databases => text(input, "Name"),
        name => name,
    };
    let table = match operation {
        // It goes with all its tables.
        "DeleteDatabase" => "*",
        "GetTables" | "BatchDeleteTable" => "*",
        "GetTable" | "DeleteTable" => text(input, "Name"),
        "CreateTable" | "UpdateTable" => within("TableInput", "Name"),
        _ => text(input, "TableName"),
    };
    glue(operation, &GlueFacts { database, table }, place)
}
