//! A view between the store's shape and ours. Athena keeps a view in Glue as the base64 of a JSON document within
//! a comment, as Trino's Hive connector does; other clients read and write it there.

use super::store::{Column, SerDe, Storage, Table};
use super::stored_table::column;
use super::{CATALOG, QualifiedName, View};
use crate::hive::refusal::{invalid, unsupported};
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

const PREFIX: &str = "/* Presto View: ";
const SUFFIX: &str = " */";

/// What stands in the comment.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Document {
    original_sql: String,
    #[serde(default)]
    catalog: Option<String>,
    #[serde(default)]
    schema: Option<String>,
    #[serde(default)]
    columns: Vec<DocumentColumn>,
}

#[derive(Debug, Serialize, Deserialize)]
struct DocumentColumn {
    name: String,
    #[serde(rename = "type")]
    of: String,
}

/// The stored form of a view.
pub(super) fn stored(name: &QualifiedName, view: &View, now: i64) -> Table {
    let trino = |column: &ColumnDefinition| DocumentColumn {
        name: column.name.clone(),
        of: ashiato_sql::types::trino_name(&column.hive_type.to_arrow()),
    };
    let document = Document {
        original_sql: view.text.clone(),
        catalog: Some(CATALOG.to_string()),
        schema: Some(view.database.clone()),
        columns: view.columns.iter().map(trino).collect(),
    };
    let json = serde_json::to_vec(&document).expect("texts become JSON");
    let presto = [("comment", "Presto View"), ("presto_view", "true")];
    Table {
        database: name.database.clone(),
        name: name.table.clone(),
        storage: Storage {
            columns: view.columns.iter().map(column).collect(),
            location: Some(String::new()),
            serde: SerDe::default(),
            ..Storage::default()
        },
        view_original_text: Some(format!("{PREFIX}{}{SUFFIX}", STANDARD.encode(json))),
        view_expanded_text: Some("/* Presto View */".to_string()),
        table_type: Some("VIRTUAL_VIEW".to_string()),
        parameters: presto.map(|(key, value)| (key.to_string(), value.to_string())).into(),
        created_at: now,
        updated_at: now,
        ..Table::default()
    }
}

/// The view that a stored table is.
///
/// # Errors
/// `INVALID_VIEW` where the text is damaged; `NOT_SUPPORTED` for a column of a type unknown here.
pub(super) fn view(table: &Table) -> Result<View, Error> {
    let columns = table.storage.columns.iter().map(|column| defined(column, table)).collect::<Result<_, _>>()?;
    let text = table.view_original_text.as_deref().unwrap_or_default();
    let encoded = text.trim().strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    let Some(encoded) = encoded else {
        // A view of Hive's own keeps its SQL as it is.
        let text = table.view_expanded_text.as_deref().filter(|expanded| !expanded.trim().is_empty()).unwrap_or(text);
        return Ok(View { text: text.to_string(), database: table.database.clone(), columns });
    };
    let damaged =
        |why: String| invalid("INVALID_VIEW", format!("View {}.{} cannot be read: {why}", table.database, table.name));
    let json = STANDARD.decode(encoded.trim()).map_err(|error| damaged(error.to_string()))?;
    let document: Document = serde_json::from_slice(&json).map_err(|error| damaged(error.to_string()))?;
    let database = document.schema.unwrap_or_else(|| table.database.clone());
    Ok(View { text: document.original_sql, database, columns })
}

fn defined(column: &Column, table: &Table) -> Result<ColumnDefinition, Error> {
    let hive_type = HiveType::parse(&column.data_type).ok_or_else(|| {
        let what = format!("the column {} has the type {}", column.name, column.data_type);
        unsupported(format!("View {}.{}: {what}, which is not supported", table.database, table.name))
    })?;
    Ok(ColumnDefinition { name: column.name.to_lowercase(), hive_type, comment: column.comment.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::store::Parameters;

    #[test]
    fn a_view_is_read_back_and_a_damaged_one_refused() {
        let name = QualifiedName { database: "d".to_string(), table: "v".to_string() };
        let columns = vec![ColumnDefinition { name: "c".to_string(), hive_type: HiveType::BigInt, comment: None }];
        let kept = View { text: "SELECT 1 AS c".to_string(), database: "other".to_string(), columns };
        let mut table = stored(&name, &kept, 5);
        assert_eq!(view(&table).expect("a view"), kept);
        for (text, expected) in
            [("/* Presto View: !! */", "cannot be read"), ("/* Presto View: e30= */", "originalSql")]
        {
            table.view_original_text = Some(text.to_string());
            let error = view(&table).expect_err(text).to_string();
            assert!(error.starts_with("INVALID_VIEW: View d.v cannot be read") && error.contains(expected), "{error}");
        }
        table.view_original_text = Some("SELECT 2".to_string());
        table.view_expanded_text = None;
        assert_eq!(view(&table).expect("a view of Hive's").text, "SELECT 2");
    }

    #[test]
    fn a_view_that_a_client_wrote_to_glue_is_read() {
        let json = br#"{"originalSql":"SELECT a FROM t","catalog":"awsdatacatalog","schema":"sales","columns":[{"name":"a","type":"varchar"}],"owner":"x","runAsInvoker":false}"#;
        let table = Table {
            database: "sales".to_string(),
            name: "v".to_string(),
            storage: Storage {
                columns: vec![Column { name: "A".to_string(), data_type: "string".to_string(), ..Column::default() }],
                ..Storage::default()
            },
            view_original_text: Some(format!("/* Presto View: {} */", STANDARD.encode(json))),
            view_expanded_text: Some("/* Presto View */".to_string()),
            parameters: Parameters::new(),
            ..Table::default()
        };
        let read = view(&table).expect("a view");
        assert_eq!((read.text.as_str(), read.database.as_str()), ("SELECT a FROM t", "sales"));
        assert_eq!(read.columns[0].name, "a");
    }
}
