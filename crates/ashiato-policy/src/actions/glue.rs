//! Glue's catalog: an operation must be allowed on the catalog, on the database in it, and on what is in that.

use super::{Check, Place};

/// What a request to Glue names.
#[derive(Debug, Clone, Copy, Default)]
pub struct GlueFacts<'a> {
    /// The database.
    pub database: &'a str,
    /// The table; for an operation on many, `*`.
    pub table: &'a str,
    /// The ARN that an operation on tags names.
    pub resource_arn: &'a str,
}

/// What there is in a catalog.
#[derive(Clone, Copy)]
enum On {
    Catalog,
    Database,
    Table,
    /// All functions of the database.
    Functions,
    /// Whatever the request's ARN names.
    Arn,
}

use On::{Arn, Catalog, Database, Functions, Table};

const WHOLE: &[On] = &[Catalog];
const OF_DATABASE: &[On] = &[Catalog, Database];
const OF_TABLE: &[On] = &[Catalog, Database, Table];

const OPERATIONS: &[(&str, &[On])] = &[
    ("BatchCreatePartition", OF_TABLE),
    ("BatchDeletePartition", OF_TABLE),
    ("BatchDeleteTable", OF_TABLE),
    ("BatchDeleteTableVersion", OF_TABLE),
    ("BatchGetPartition", OF_TABLE),
    ("BatchUpdatePartition", OF_TABLE),
    ("CreateDatabase", OF_DATABASE),
    ("CreatePartition", OF_TABLE),
    ("CreateTable", OF_TABLE),
    // It goes with all its tables and functions.
    ("DeleteDatabase", &[Catalog, Database, Table, Functions]),
    ("DeletePartition", OF_TABLE),
    ("DeleteTable", OF_TABLE),
    ("DeleteTableVersion", OF_TABLE),
    ("GetCatalog", WHOLE),
    ("GetCatalogs", WHOLE),
    ("GetColumnStatisticsForTable", OF_TABLE),
    ("GetDatabase", OF_DATABASE),
    ("GetDatabases", WHOLE),
    ("GetPartition", OF_TABLE),
    ("GetPartitionIndexes", OF_TABLE),
    ("GetPartitions", OF_TABLE),
    ("GetTable", OF_TABLE),
    ("GetTableVersion", OF_TABLE),
    ("GetTableVersions", OF_TABLE),
    ("GetTables", OF_DATABASE),
    ("GetTags", &[Arn]),
    ("GetUserDefinedFunctions", &[Catalog, Database, Functions]),
    ("SearchTables", WHOLE),
    ("TagResource", &[Arn]),
    ("UntagResource", &[Arn]),
    ("UpdateDatabase", OF_DATABASE),
    ("UpdatePartition", OF_TABLE),
    ("UpdateTable", OF_TABLE),
];

/// The operations that list, and on what of each thing they must be allowed for it to be told: what is not allowed is
/// left out, and is no error. Source: Glue's developer guide, "Filter tables by GetTables permission".
const LISTS: &[(&str, &[On])] =
    &[("GetDatabases", &[Database]), ("GetTables", &[Table]), ("SearchTables", &[Database, Table])];

/// What must be allowed for an operation of Glue's catalog. DeleteDatabase also deletes every table: its `table` is `*`.
pub fn glue(operation: &str, facts: &GlueFacts<'_>, place: Place<'_>) -> Option<Vec<Check>> {
    found(OPERATIONS, operation, facts, place)
}

/// What must be allowed, of an operation that lists, for one thing to be told.
pub fn glue_listed(operation: &str, facts: &GlueFacts<'_>, place: Place<'_>) -> Option<Vec<Check>> {
    found(LISTS, operation, facts, place)
}

fn found(table: &[(&str, &[On])], operation: &str, facts: &GlueFacts<'_>, place: Place<'_>) -> Option<Vec<Check>> {
    let (_, on) = table.iter().find(|(name, _)| *name == operation)?;
    let action = format!("glue:{operation}");
    Some(on.iter().map(|on| Check::new(&action, resource(*on, facts, place))).collect())
}

fn resource(on: On, facts: &GlueFacts<'_>, Place { region, account }: Place<'_>) -> String {
    let GlueFacts { database, table, resource_arn } = facts;
    let name = match on {
        Catalog => "catalog".to_string(),
        Database => format!("database/{database}"),
        Table => format!("table/{database}/{table}"),
        Functions => format!("userDefinedFunction/{database}/*"),
        Arn => return resource_arn.to_string(),
    };
    format!("arn:aws:glue:{region}:{account}:{name}")
}
