//! Glue: the catalog, its databases and their tables.

use ashiato_policy::actions::{Check, GlueFacts, Place, glue};
use serde_json::Value;

use super::{text, texts};

pub(super) fn checks(operation: &str, input: &Value, place: Place<'_>) -> Option<Vec<Check>> {
    let within = |member: &str, name: &str| input.get(member).map(|member| text(member, name)).unwrap_or_default();
    let database = match text(input, "DatabaseName") {
        "" if operation == "CreateDatabase" => within("DatabaseInput", "Name"),
        "" if operation.ends_with("Database") => text(input, "Name"),
        // Of all databases.
        "" if operation == "GetUserDefinedFunctions" => "*",
        name => name,
    };
    let tables = match operation {
        // It goes with all its tables.
        "DeleteDatabase" => vec!["*"],
        "BatchDeleteTable" => {
            Some(texts(input, "TablesToDelete")).filter(|names| !names.is_empty()).unwrap_or(vec!["*"])
        }
        "GetTable" | "DeleteTable" => vec![text(input, "Name")],
        "CreateTable" | "UpdateTable" => vec![within("TableInput", "Name")],
        _ => vec![text(input, "TableName")],
    };
    // In lower case, as they are kept: `SECRET` must not pass by what is said of `secret`.
    let database = database.to_lowercase();
    let checks = tables.into_iter().map(|table| {
        let table = table.to_lowercase();
        let facts = GlueFacts { database: &database, table: &table, resource_arn: text(input, "ResourceArn") };
        glue(operation, &facts, place)
    });
    checks.collect::<Option<Vec<_>>>().map(|checks| checks.into_iter().flatten().collect())
}
