//! Glue's catalog: an operation must be allowed on the catalog, on the database in it, and on the table in that.

use super::{Check, Place};

/// What a request to Glue names.
#[derive(Debug, Clone, Copy, Default)]
pub struct GlueFacts<'a> {
    /// The database.
    pub database: &'a str,
    /// The table; for an operation on many, `*`.
    pub table: &'a str,
}

/// How deep an operation reaches.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Depth {
    Catalog,
    Database,
    Table,
}

const OPERATIONS: &[(&str, Depth)] = &[
    ("BatchCreatePartition", Depth::Table),
    ("BatchDeletePartition", Depth::Table),
    ("BatchDeleteTable", Depth::Table),
    ("BatchDeleteTableVersion", Depth::Table),
    ("BatchGetPartition", Depth::Table),
    ("BatchUpdatePartition", Depth::Table),
    ("CreateDatabase", Depth::Database),
    ("CreatePartition", Depth::Table),
    ("CreateTable", Depth::Table),
    ("DeleteDatabase", Depth::Table),
    ("DeletePartition", Depth::Table),
    ("DeleteTable", Depth::Table),
    ("DeleteTableVersion", Depth::Table),
    ("GetCatalog", Depth::Catalog),
    ("GetCatalogs", Depth::Catalog),
    ("GetDatabase", Depth::Database),
    ("GetDatabases", Depth::Catalog),
    ("GetPartition", Depth::Table),
    ("GetPartitions", Depth::Table),
    ("GetTable", Depth::Table),
    ("GetTableVersion", Depth::Table),
    ("GetTableVersions", Depth::Table),
    ("GetTables", Depth::Table),
    ("SearchTables", Depth::Catalog),
    ("UpdateDatabase", Depth::Database),
    ("UpdatePartition", Depth::Table),
    ("UpdateTable", Depth::Table),
];

/// What must be allowed for an operation of Glue's catalog. DeleteDatabase also deletes every table: its `table` is `*`.
pub fn glue(operation: &str, facts: &GlueFacts<'_>, place: Place<'_>) -> Option<Vec<Check>> {
    let (_, depth) = OPERATIONS.iter().find(|(name, _)| *name == operation)?;
    let GlueFacts { database, table } = facts;
    let resources = [
        (Depth::Catalog, "catalog".to_string()),
        (Depth::Database, format!("database/{database}")),
        (Depth::Table, format!("table/{database}/{table}")),
    ];
    let Place { region, account } = place;
    let reached = resources.into_iter().filter(|(level, _)| level <= depth);
    let check = |name| Check::new(&format!("glue:{operation}"), format!("arn:aws:glue:{region}:{account}:{name}"));
    Some(reached.map(|(_, name)| check(name)).collect())
}
