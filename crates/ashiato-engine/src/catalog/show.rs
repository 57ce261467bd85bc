//! `SHOW …`: the rows and the column names of Athena's answers.

use super::rows::padded;
use super::show_create::{create_table, create_view};
use super::{Catalog, QualifiedName, Relation, Rows, State, partitions, pattern};
use crate::hive::refusal::invalid;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, Show, TableName};

impl Catalog {
    /// The answer to `SHOW …`; `database` is the session's.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`, `SCHEMA_NOT_FOUND`, and what else is not there to be shown.
    pub fn show(&self, show: &Show, database: &str) -> Result<Rows, Error> {
        let state = self.read();
        match show {
            Show::Databases { pattern } => {
                Ok(Rows::of("database_name", pattern::matching(state.databases.keys(), pattern.as_deref())?))
            }
            Show::Tables { database: named, pattern } => {
                let relations = &state.database(named.as_deref().unwrap_or(database))?.relations;
                Ok(Rows::of("tab_name", pattern::matching(relations.keys(), pattern.as_deref())?))
            }
            Show::Views { database: named, pattern } => {
                let relations = &state.database(named.as_deref().unwrap_or(database))?.relations;
                let views = relations.iter().filter(|(_, relation)| matches!(relation, Relation::View(_)));
                Ok(Rows::of("views", pattern::matching(views.map(|(name, _)| name), pattern.as_deref())?))
            }
            Show::Columns(name) => {
                let (_, relation) = state.named(name, database)?;
                Ok(Rows::of("field", relation.columns().map(|column| padded(&column.name))))
            }
            Show::Partitions(name) => show_partitions(&state, name, database),
            Show::CreateTable(name) => match state.named(name, database)? {
                (_, Relation::Table(table)) => Ok(Rows::of("createtab_stmt", create_table(name, table))),
                (qualified, other) => Err(other.is_no_table(&qualified)),
            },
            Show::CreateView(name) => match state.named(name, database)? {
                (qualified, Relation::View(view)) => Ok(Rows::of("Create View", create_view(&qualified, view))),
                (qualified, _) => Err(invalid("INVALID_VIEW", format!("{qualified} is not a view"))),
            },
            Show::TableProperties { table, key } => show_properties(&state, table, key.as_deref(), database),
        }
    }
}

impl State {
    /// What a name stands for, for a statement of a session in `database`.
    pub(super) fn named(&self, name: &TableName, database: &str) -> Result<(QualifiedName, &Relation), Error> {
        let qualified = QualifiedName::of(name, database)?;
        let relation = self.relation(&qualified, name)?;
        Ok((qualified, relation))
    }
}

impl Relation {
    /// The columns, those of partitions last.
    pub(super) fn columns(&self) -> Box<dyn Iterator<Item = &ColumnDefinition> + '_> {
        match self {
            Relation::Table(table) => Box::new(table.definition.columns.iter().chain(&table.definition.partitions)),
            Relation::View(view) => Box::new(view.columns.iter()),
            Relation::Provided(columns) => Box::new(columns.iter()),
        }
    }
}

/// The partitions added by hand: projected ones are not listed, as in Athena.
fn show_partitions(state: &State, name: &TableName, database: &str) -> Result<Rows, Error> {
    let (qualified, relation) = state.named(name, database)?;
    let Relation::Table(table) = relation else { return Err(relation.is_no_table(&qualified)) };
    if table.definition.partitions.is_empty() {
        return Err(invalid("SemanticException", format!("Table {qualified} is not a partitioned table")));
    }
    let specs = table.partitions.iter().map(|partition| partitions::spec(table, &partition.values));
    Ok(Rows::of("partition", specs))
}

fn show_properties(state: &State, name: &TableName, key: Option<&str>, database: &str) -> Result<Rows, Error> {
    let (qualified, relation) = state.named(name, database)?;
    let Relation::Table(table) = relation else { return Err(relation.is_no_table(&qualified)) };
    let mut properties = table.definition.properties.clone();
    properties.push(("EXTERNAL".to_string(), "TRUE".to_string()));
    if let Some(comment) = &table.definition.comment {
        properties.push(("comment".to_string(), comment.clone()));
    }
    properties.sort();
    let Some(key) = key else {
        let rows = properties.into_iter().map(|(key, value)| vec![key, value]).collect();
        return Ok(Rows::new(&["prpt_name", "prpt_value"], rows));
    };
    let value = properties.into_iter().find(|(known, _)| known == key).map(|(_, value)| value);
    let value = value.unwrap_or_else(|| format!("Table {qualified} does not have property: {key}"));
    Ok(Rows::new(&["prpt_name", "prpt_value"], vec![vec![key.to_string(), value]]))
}
