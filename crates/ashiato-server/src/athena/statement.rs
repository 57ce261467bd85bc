//! What kind of statement a query is, as Athena tells it, and what is refused before it is kept.

use ashiato_engine::catalog::CatalogStore;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{Argument, Parsed, Show, Statement};

use super::results::Layout;

/// A statement, ready to be kept and run.
#[derive(Debug, Clone)]
pub(crate) struct Understood {
    /// `DDL`, `DML` or `UTILITY`.
    pub(crate) statement_type: &'static str,
    /// `SELECT`, `CREATE_TABLE` …
    pub(crate) substatement_type: &'static str,
    /// The files that it leaves behind.
    pub(crate) layout: Layout,
    /// The statement, its parameters bound.
    pub(crate) parsed: Parsed,
}

/// Takes a query's text apart and binds its execution parameters. `catalog` is asked for what EXECUTE names.
///
/// # Errors
/// What is malformed, in words for the client.
pub(crate) async fn understand(
    text: &str,
    parameters: &[String],
    catalog: &dyn CatalogStore,
) -> Result<Understood, ashiato_sql::Error> {
    let mut parsed = parse_one(text)?;
    if !parameters.is_empty() {
        let values = parameters.iter().map(|value| Argument::parse(value)).collect::<Result<Vec<_>, _>>()?;
        parsed.statement = match parsed.statement {
            Statement::Execute { name, arguments } if arguments.is_empty() => {
                Statement::Execute { name, arguments: values }
            }
            statement => statement.bind(&values)?,
        };
    }
    let mut told = tell(&parsed.statement);
    if let Statement::Execute { name, .. } = &parsed.statement {
        // One that is not there, or not readable any more, is told of when it is run.
        let prepared = catalog.prepared_statement(name).await.ok().flatten();
        if let Some(inner) = prepared.and_then(|prepared| parse_one(&prepared.text).ok()) {
            told = tell(&inner.statement);
        }
    }
    let (statement_type, substatement_type, layout) = told;
    Ok(Understood { statement_type, substatement_type, layout, parsed })
}

/// Athena counts CREATE TABLE AS among DDL and gives it a table's layout all the same.
fn tell(statement: &Statement) -> (&'static str, &'static str, Layout) {
    match statement {
        Statement::Query(_) => ("DML", "SELECT", Layout::Csv),
        Statement::Insert(_) => ("DML", "INSERT", Layout::Written),
        Statement::Unload(_) => ("DML", "UNLOAD", Layout::Written),
        Statement::Execute { .. } => ("DML", "EXECUTE", Layout::Csv),
        Statement::CreateTableAs(_) => ("DDL", "CREATE_TABLE_AS_SELECT", Layout::Table),
        Statement::CreateTable(_) => ("DDL", "CREATE_TABLE", Layout::Text),
        Statement::CreateView(_) => ("DDL", "CREATE_VIEW", Layout::Text),
        Statement::DropTable { .. } => ("DDL", "DROP_TABLE", Layout::Text),
        Statement::DropView { .. } => ("DDL", "DROP_VIEW", Layout::Text),
        Statement::CreateDatabase(_) => ("DDL", "CREATE_DATABASE", Layout::Text),
        Statement::AlterDatabase { .. } => ("DDL", "ALTER_DATABASE", Layout::Text),
        Statement::DropDatabase { .. } => ("DDL", "DROP_DATABASE", Layout::Text),
        Statement::AlterTable { .. } => ("DDL", "ALTER_TABLE", Layout::Text),
        Statement::MsckRepair { .. } => ("DDL", "MSCK_REPAIR_TABLE", Layout::Text),
        Statement::Prepare { .. } => ("DDL", "PREPARE", Layout::Text),
        Statement::Deallocate { .. } => ("DDL", "DEALLOCATE_PREPARE", Layout::Text),
        Statement::Explain(_) => ("UTILITY", "EXPLAIN", Layout::Text),
        Statement::Describe(_) => ("UTILITY", "DESCRIBE_TABLE", Layout::Text),
        Statement::Show(show) => ("UTILITY", shown(show), Layout::Text),
    }
}

fn shown(show: &Show) -> &'static str {
    match show {
        Show::Databases { .. } => "SHOW_DATABASES",
        Show::Tables { .. } => "SHOW_TABLES",
        Show::Views { .. } => "SHOW_VIEWS",
        Show::Columns(_) => "SHOW_COLUMNS",
        Show::Partitions(_) => "SHOW_PARTITIONS",
        Show::CreateTable(_) => "SHOW_CREATE_TABLE",
        Show::CreateView(_) => "SHOW_CREATE_VIEW",
        Show::TableProperties { .. } => "SHOW_TABLE_PROPERTIES",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ashiato_engine::catalog::MemoryStore;

    #[tokio::test]
    async fn statements_are_told_apart() {
        let store = MemoryStore::default();
        let check = async |text: &str, expected: (&str, &str, Layout)| {
            let found = understand(text, &[], &store).await.expect("it parses");
            assert_eq!((found.statement_type, found.substatement_type, found.layout), expected, "{text}");
        };
        check("SELECT 1;", ("DML", "SELECT", Layout::Csv)).await;
        check("CREATE TABLE t AS SELECT 1 AS x", ("DDL", "CREATE_TABLE_AS_SELECT", Layout::Table)).await;
        check("INSERT INTO t SELECT 1", ("DML", "INSERT", Layout::Written)).await;
        check("SHOW TABLES", ("UTILITY", "SHOW_TABLES", Layout::Text)).await;
        check("DROP TABLE t", ("DDL", "DROP_TABLE", Layout::Text)).await;
        check("EXECUTE nothing", ("DML", "EXECUTE", Layout::Csv)).await;
    }

    #[tokio::test]
    async fn parameters_are_bound_one_value_each() {
        let store = MemoryStore::default();
        let understand = async |parameters: &[&str]| {
            let parameters: Vec<String> = parameters.iter().map(|text| text.to_string()).collect();
            let found = understand("SELECT ?, ?", &parameters, &store).await;
            found.map(|found| found.parsed.statement.query().map(ToString::to_string))
        };
        let bound = understand(&["'a; b'", "1 + 1"]).await.expect("two values").expect("a query");
        assert!(bound.contains("'a; b'"), "{bound}");
        // What is no expression is a text: it cannot become part of the statement.
        let bound = understand(&["1, 2", "2 FROM t"]).await.expect("two values").expect("a query");
        assert!(bound.contains("'1, 2'") && bound.contains("'2 FROM t'"), "{bound}");
        for wrong in [&["1"][..], &["1", "2", "3"]] {
            assert!(understand(wrong).await.is_err(), "{wrong:?}");
        }
    }
}
