//! Whether an earlier result may stand for a query's: what its definitions say, and since when they say so.

use ashiato_engine::catalog::{Catalog, CatalogStore, Relation};
use ashiato_meta::Millis;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{Parsed, Statement, TableName};
use std::sync::Arc;

/// The time since which all that a query names means what it means now: a result of a query that was sent later may be
/// used again. `None` where none may: it does not only read, it names a clock or chance, itself, in a parameter, in what it
/// executes or in a view, it looks into `information_schema`, or what it names is not there, or not for this caller.
pub(crate) async fn unchanged_since(
    parsed: &Parsed,
    (text, parameters): (&str, &str),
    catalog: Arc<dyn CatalogStore>,
    database: &str,
) -> Option<Millis> {
    let mut since = i64::MIN;
    let mut texts = vec![text.to_string(), parameters.to_string()];
    let executed;
    let query = match &parsed.statement {
        Statement::Query(query) => query,
        Statement::Execute { name, .. } => {
            let prepared = catalog.prepared_statement(name).await.ok()??;
            since = prepared.updated_at;
            executed = parse_one(&prepared.text).ok()?;
            texts.push(prepared.text);
            match &executed.statement {
                Statement::Query(query) => query,
                _ => return None,
            }
        }
        _ => return None,
    };
    if lists_the_catalog(query.tables()) {
        return None;
    }
    for read in Catalog::new(Arc::clone(&catalog)).dependencies(query.tables(), database).await.ok()? {
        if let (Relation::View(view), Some(query)) = (read.relation, read.query) {
            texts.push(view.text);
            if lists_the_catalog(query.tables()) {
                return None;
            }
        }
        if let Some(table) = catalog.table(&read.name).await.ok()? {
            since = since.max(table.updated_at);
        }
    }
    let is_steady = !texts.iter().any(|text| depends_on_more_than_data(text));
    is_steady.then_some(Millis(since))
}

/// Whether tables are among these that are made for each query, of what the catalog holds then.
fn lists_the_catalog(tables: &[TableName]) -> bool {
    tables.iter().any(|table| table.database.as_deref() == Some("information_schema"))
}

/// Whether the same text may give other rows at another moment, whatever the data.
fn depends_on_more_than_data(text: &str) -> bool {
    const NAMES: [&str; 10] = [
        "current_date",
        "current_time",
        "current_timestamp",
        "localtime",
        "localtimestamp",
        "now",
        "rand",
        "random",
        "shuffle",
        "uuid",
    ];
    let text = text.to_ascii_lowercase();
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '_';
    text.split(|c| !is_part(c)).any(|word| NAMES.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_and_chance() {
        assert!(depends_on_more_than_data("SELECT NOW()"));
        assert!(depends_on_more_than_data("SELECT * FROM t WHERE d = current_date"));
        assert!(!depends_on_more_than_data("SELECT knowing, now_ FROM t"));
    }
}
