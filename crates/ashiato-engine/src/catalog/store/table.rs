//! A database and a table as a store keeps them.

use super::storage::{Column, Storage};
use crate::catalog::QualifiedName;
use crate::hive::{escape, folder};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Properties by name.
pub type Parameters = BTreeMap<String, String>;

/// What a client of Glue said beside what has a field here: kept, given back, and used by nothing.
pub type Others = serde_json::Map<String, serde_json::Value>;

/// A database: Glue's `DatabaseInput` and when it was made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Database {
    /// Its name, in lower case.
    pub name: String,
    /// Its comment.
    pub description: Option<String>,
    /// Its folder.
    pub location: Option<String>,
    /// Its properties.
    pub parameters: Parameters,
    /// When it was made, in milliseconds since 1970.
    pub created_at: i64,
    /// What else a client said of it.
    pub others: Others,
}

/// A table or view: Glue's `TableInput`, with its database, its version and its times.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// Its database, in lower case.
    pub database: String,
    /// Its name, in lower case.
    pub name: String,
    /// Its comment.
    pub description: Option<String>,
    /// Who owns it.
    pub owner: Option<String>,
    /// How long it is kept, in days; Glue keeps the number and does nothing about it.
    pub retention_days: i64,
    /// Where and how its rows are stored, and its columns but for those of partitions.
    pub storage: Storage,
    /// The columns whose values tell partitions apart.
    pub partition_keys: Vec<Column>,
    /// The text of a view; for Athena's own views `/* Presto View: … */` round the base64 of its JSON.
    pub view_original_text: Option<String>,
    /// The same, expanded; for Athena's own views `/* Presto View */`.
    pub view_expanded_text: Option<String>,
    /// `EXTERNAL_TABLE` or `VIRTUAL_VIEW`.
    pub table_type: Option<String>,
    /// Its properties.
    pub parameters: Parameters,
    /// When it was made, in milliseconds since 1970.
    pub created_at: i64,
    /// When it was last changed, in milliseconds since 1970.
    pub updated_at: i64,
    /// When it was last read or analysed, where somebody told, in milliseconds since 1970.
    pub last_access_at: Option<i64>,
    /// What else a client said of it.
    pub others: Others,
    /// How often it has been changed: kept by the store.
    pub version: u64,
}

impl Table {
    /// Its name with its database.
    pub fn qualified_name(&self) -> QualifiedName {
        QualifiedName { database: self.database.clone(), table: self.name.clone() }
    }

    /// The folder of a partition that says none itself: below the table's own, as Hive lays them out.
    pub fn partition_folder(&self, values: &[String]) -> Option<String> {
        let mut url = folder(self.storage.location.as_deref()?);
        for (key, value) in self.partition_keys.iter().zip(values) {
            url.push_str(&key.name);
            url.push('=');
            escape(value, &mut url);
            url.push('/');
        }
        Some(url)
    }

    /// Whether it is a view.
    pub fn is_view(&self) -> bool {
        self.table_type.as_deref() == Some("VIRTUAL_VIEW")
    }
}
