//! The `projection.<column>.<key>` properties of a table.

use crate::hive::refusal::invalid;
use ashiato_sql::Error;
use ashiato_sql::statement::TableDefinition;

/// A table property by name; names are compared without case, as columns' names are.
pub(super) fn property<'a>(table: &'a TableDefinition, name: &str) -> Option<&'a str> {
    let found = table.properties.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    found.map(|(_, value)| value.as_str())
}

/// The projection properties of one column.
#[derive(Debug, Clone, Copy)]
pub(super) struct ColumnProperties<'a> {
    table: &'a TableDefinition,
    column: &'a str,
}

impl<'a> ColumnProperties<'a> {
    pub(super) fn of(table: &'a TableDefinition, column: &'a str) -> ColumnProperties<'a> {
        ColumnProperties { table, column }
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a str> {
        property(self.table, &self.name(key))
    }

    pub(super) fn required(&self, key: &str) -> Result<&'a str, Error> {
        self.get(key).ok_or_else(|| {
            let message = format!("Table {} needs the property '{}'", self.table.name.table, self.name(key));
            invalid("INVALID_TABLE_PROPERTY", message)
        })
    }

    /// A whole number from 1 up, or `None` where the property is not set.
    pub(super) fn positive(&self, key: &str) -> Result<Option<u32>, Error> {
        let Some(text) = self.get(key) else { return Ok(None) };
        match text.trim().parse() {
            Ok(number) if number > 0 => Ok(Some(number)),
            _ => Err(self.wrong(key, text, "expected a whole number above 0")),
        }
    }

    /// The error for a property whose value cannot be read.
    pub(super) fn wrong(&self, key: &str, value: &str, why: &str) -> Error {
        let table = &self.table.name.table;
        let message = format!("Table {table} has the property '{}'='{value}': {why}", self.name(key));
        invalid("INVALID_TABLE_PROPERTY", message)
    }

    fn name(&self, key: &str) -> String {
        format!("projection.{}.{key}", self.column)
    }
}
