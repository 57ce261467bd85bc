//! `CREATE VIEW`, `DROP VIEW`, and what a query reads once its views are opened.

use super::tables::already_exists;
use super::{Catalog, Fault, QualifiedName, Relation, stored_view};
use crate::hive::refusal::invalid;
use ashiato_sql::Error;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{ColumnDefinition, CreateView, Query, Statement, TableName};
use chrono::{DateTime, Utc};

/// The database whose tables tell of the catalog itself.
const INFORMATION_SCHEMA: &str = "information_schema";

/// A view: plain data. Its query is parsed again whenever it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The text of its query.
    pub text: String,
    /// The database in which its query's bare names are looked up: the session's when it was made.
    pub database: String,
    /// The columns of its query when it was made.
    pub columns: Vec<ColumnDefinition>,
}

/// A table or view that a query reads, at first or second hand.
#[derive(Debug, Clone)]
pub struct Dependency {
    /// Its name.
    pub name: QualifiedName,
    /// What it is.
    pub relation: Relation,
    /// A view's query; all that it reads stands before it in the list.
    pub query: Option<Query>,
}

impl Catalog {
    /// Adds a view, or replaces one. The caller has planned its query, which gave `columns`.
    ///
    /// # Errors
    /// `AlreadyExistsException` where the name is taken, by a table always, by a view unless it is to be replaced;
    /// `INVALID_VIEW` where the view would read itself.
    pub async fn create_view(
        &self,
        create: &CreateView,
        columns: Vec<ColumnDefinition>,
        database: &str,
        now: DateTime<Utc>,
    ) -> Result<(), Fault> {
        let name = QualifiedName::of(&create.name, database)?;
        self.expect_database(&name.database).await?;
        let known = self.store.table(&name).await?;
        let is_replaced = create.or_replace && known.as_ref().is_some_and(|known| known.is_view());
        if self.exists(&name).await? && !is_replaced {
            return Err(already_exists(&name).into());
        }
        let mut found = Vec::new();
        let mut open = vec![name.clone()];
        self.collect(create.query.tables(), database, &mut open, &mut found).await?;
        let view = View { text: create.text.clone(), database: database.to_string(), columns };
        let mut table = stored_view::stored(&name, &view, now.timestamp_millis());
        match known {
            Some(known) => {
                table.created_at = known.created_at;
                table.version = known.version;
                Ok(self.store.update_table(table).await?)
            }
            None => Ok(self.store.create_table(table).await?),
        }
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` unless `if_exists`; `INVALID_VIEW` for a table.
    pub async fn drop_view(&self, name: &TableName, database: &str, if_exists: bool) -> Result<(), Fault> {
        let qualified = QualifiedName::of(name, database)?;
        match self.store.table(&qualified).await? {
            Some(table) if table.is_view() => Ok(self.store.delete_table(&qualified).await?),
            None if self.provided(&qualified).is_none() => {
                let fault = self.no_table(&qualified, name).await;
                if if_exists && fault.is_not_found() { Ok(()) } else { Err(fault) }
            }
            _ => Err(invalid("INVALID_VIEW", format!("{qualified} is not a view")).into()),
        }
    }

    /// Every table and view that a query on `tables` reads, each once, a view behind all that it reads itself.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` and its sisters; `INVALID_VIEW` for views that read each other in a circle.
    pub async fn dependencies(&self, tables: &[TableName], database: &str) -> Result<Vec<Dependency>, Fault> {
        let mut found = Vec::new();
        self.collect(tables, database, &mut Vec::new(), &mut found).await?;
        Ok(found)
    }

    /// `open` are the views being read, from the outermost.
    async fn collect(
        &self,
        tables: &[TableName],
        database: &str,
        open: &mut Vec<QualifiedName>,
        found: &mut Vec<Dependency>,
    ) -> Result<(), Fault> {
        for table in tables {
            let name = QualifiedName::of(table, database)?;
            if name.database == INFORMATION_SCHEMA {
                // Its tables are made for each query, of what the catalog holds then.
                continue;
            }
            if open.contains(&name) {
                let circle: Vec<String> = open.iter().chain([&name]).map(QualifiedName::to_string).collect();
                let message = format!("View {name} reads itself: {}", circle.join(" → "));
                return Err(invalid("INVALID_VIEW", message).into());
            }
            if found.iter().any(|known| known.name == name) {
                continue;
            }
            let (_, relation) = self.relation(table, database).await?;
            let mut query = None;
            if let Relation::View(view) = &relation {
                let parsed = stored_query(&view.text).map_err(|error| broken(&name, &error))?;
                open.push(name.clone());
                let inner = Box::pin(self.collect(parsed.tables(), &view.database, open, found)).await;
                open.pop();
                // A place in the view's text would mislead whoever reads the query's.
                inner.map_err(|fault| match fault {
                    Fault::Statement(error) if error.code != "INVALID_VIEW" => broken(&name, &error).into(),
                    other => other,
                })?;
                query = Some(parsed);
            }
            found.push(Dependency { name, relation, query });
        }
        Ok(())
    }
}

fn stored_query(text: &str) -> Result<Query, Error> {
    match parse_one(text)?.statement {
        Statement::Query(query) => Ok(query),
        _ => Err(invalid("SYNTAX_ERROR", "the stored text is no query")),
    }
}

/// The error of a view that no longer works.
fn broken(name: &QualifiedName, error: &Error) -> Error {
    invalid("INVALID_VIEW", format!("View {name} is stale or invalid: {}: {}", error.code, error.message))
}
