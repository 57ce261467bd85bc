//! The statements beside SELECT: Hive's DDL and Athena's own, by recursive descent over the tokens.

pub(crate) mod alter_table;
pub(crate) mod columns;
pub(crate) mod create_as;
pub(crate) mod create_table;
pub(crate) mod cursor;
pub(crate) mod databases;
pub(crate) mod explain;
pub(crate) mod hive_types;
pub(crate) mod prepared;
pub(crate) mod row_format;
pub(crate) mod show;

pub(crate) use cursor::Cursor;
