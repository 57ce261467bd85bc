//! `CREATE VIEW`, `DROP VIEW`, and what a query reads once its views are opened.

use super::tables::already_exists;
use super::{Catalog, QualifiedName, Relation, State};
use crate::hive::refusal::invalid;
use ashiato_sql::parse::parse_one;
use ashiato_sql::statement::{ColumnDefinition, CreateView, Query, Statement, TableName};
use ashiato_sql::{Error, ErrorKind};
use serde::{Deserialize, Serialize};

/// A view: plain data. Its query is parsed again whenever it is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
    pub fn create_view(
        &self,
        create: &CreateView,
        columns: Vec<ColumnDefinition>,
        database: &str,
    ) -> Result<(), Error> {
        let name = QualifiedName::of(&create.name, database)?;
        let mut state = self.write();
        match state.database(&name.database)?.relations.get(&name.table) {
            Some(Relation::View(_)) if create.or_replace => {}
            Some(_) => return Err(already_exists(&name)),
            None => {}
        }
        let mut read = Vec::new();
        state.collect(create.query.tables(), database, &mut vec![name.clone()], &mut read)?;
        let view = View { text: create.text.clone(), database: database.to_string(), columns };
        state.database_mut(&name.database)?.relations.insert(name.table, Relation::View(view));
        Ok(())
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` unless `if_exists`; `INVALID_VIEW` for a table.
    pub fn drop_view(&self, name: &TableName, database: &str, if_exists: bool) -> Result<(), Error> {
        let qualified = QualifiedName::of(name, database)?;
        let mut state = self.write();
        match state.relation(&qualified, name) {
            Ok(Relation::View(_)) => {}
            Ok(_) => return Err(invalid("INVALID_VIEW", format!("{qualified} is not a view"))),
            Err(error) if if_exists && error.kind == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        }
        state.database_mut(&qualified.database)?.relations.remove(&qualified.table);
        Ok(())
    }

    /// Every table and view that a query on `tables` reads, each once, a view behind all that it reads itself.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND` and its sisters; `INVALID_VIEW` for views that read each other in a circle.
    pub fn dependencies(&self, tables: &[TableName], database: &str) -> Result<Vec<Dependency>, Error> {
        let mut found = Vec::new();
        self.read().collect(tables, database, &mut Vec::new(), &mut found)?;
        Ok(found)
    }
}

impl State {
    /// `open` are the views being read, from the outermost.
    fn collect(
        &self,
        tables: &[TableName],
        database: &str,
        open: &mut Vec<QualifiedName>,
        found: &mut Vec<Dependency>,
    ) -> Result<(), Error> {
        for table in tables {
            let name = QualifiedName::of(table, database)?;
            if open.contains(&name) {
                let circle: Vec<String> = open.iter().chain([&name]).map(QualifiedName::to_string).collect();
                return Err(invalid("INVALID_VIEW", format!("View {name} reads itself: {}", circle.join(" → "))));
            }
            if found.iter().any(|known| known.name == name) {
                continue;
            }
            let relation = self.relation(&name, table)?.clone();
            let mut query = None;
            if let Relation::View(view) = &relation {
                let parsed = stored_query(&view.text).map_err(|error| broken(&name, &error))?;
                open.push(name.clone());
                let inner = self.collect(parsed.tables(), &view.database, open, found);
                open.pop();
                // A place in the view's text would mislead whoever reads the query's.
                inner.map_err(|error| if error.code == "INVALID_VIEW" { error } else { broken(&name, &error) })?;
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
