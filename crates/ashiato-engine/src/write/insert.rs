//! `INSERT INTO`.

use super::destination::Destination;
use super::encoding::Encoding;
use super::job::{Folders, Job};
use super::layout::Layout;
use super::{Written, coercion, column_types, target};
use crate::catalog::{QualifiedName, Relation};
use crate::error::Error;
use crate::hive::refusal::{invalid, not_found, unsupported};
use crate::hive::{Buckets, HiveTable, Template, folder};
use crate::session::Session;
use arrow::datatypes::DataType;
use ashiato_sql::statement::{ColumnDefinition, Insert};
use ashiato_sql::types::{Type, trino_name};
use datafusion::execution::session_state::SessionState;
use std::collections::HashMap;
use std::sync::Arc;

impl Session {
    /// Runs `INSERT INTO`: rows go into new files; partitions that are new are added to the table.
    ///
    /// # Errors
    /// `TABLE_NOT_FOUND`; `TYPE_MISMATCH` where columns do not fit; `NOT_SUPPORTED` for what cannot be written to.
    pub(crate) async fn insert(&self, insert: &Insert) -> Result<Written, Error> {
        let catalog = &self.tables.catalog;
        let (name, relation) = catalog.relation(&insert.table, &self.tables.database).await?;
        let table = match relation {
            Relation::Table(table) => *table,
            Relation::View(_) => return Err(unsupported("Inserting into views is not supported").into()),
            Relation::Provided(_) => {
                let message = format!("{name} belongs to the session: its logs are read and not written");
                return Err(invalid("INVALID_TABLE", message).into());
            }
        };
        let encoding = writable(&table)?;
        let (state, planned) = self.planned(&insert.query).await?;
        let types: Vec<DataType> =
            planned.plan.schema().fields().iter().map(|field| field.data_type().clone()).collect();
        let layout = layout_of(&table, insert, &types)?;
        let destination = Arc::new(Destination::of(&table.location(), &self.tables.buckets, &state)?);
        let is_projected = is_projected(&table);
        let folders = folders_of(&table, is_projected, self.tables.buckets.clone(), state.clone())?;
        let (query_id, leftovers) = (self.query_id(), self.tables.leftovers.clone());
        let (plan, budget) = (planned.plan, self.tables.budget.clone());
        let job = Job { state, plan, layout, encoding, destination, query_id, folders, leftovers, budget };
        let pending = job.run().await?;
        if is_projected || table.definition.partitions.is_empty() {
            return Ok(pending.keep());
        }
        let partitions = pending.partitions.clone();
        match catalog.add_written_partitions(&QualifiedName::clone(&name), partitions, self.now()).await {
            Ok(()) => Ok(pending.keep()),
            Err(fault) => Err(pending.undo(fault.into()).await),
        }
    }
}

/// How the table's files are written.
fn writable(table: &HiveTable) -> Result<Encoding, ashiato_sql::Error> {
    let definition = &table.definition;
    if definition.clustering.is_some() {
        let message = format!("Table {}: INSERT INTO a bucketed table is not supported", definition.name);
        return Err(unsupported(message));
    }
    let encoding = Encoding::of_table(definition)?;
    definition.columns.iter().try_for_each(|column| column_types::check(column, encoding.format))?;
    definition.partitions.iter().try_for_each(column_types::check_partition)?;
    Ok(encoding)
}

/// Which column of the query goes where.
fn layout_of(table: &HiveTable, insert: &Insert, types: &[DataType]) -> Result<Layout, ashiato_sql::Error> {
    let columns: Vec<ColumnDefinition> =
        table.definition.columns.iter().chain(&table.definition.partitions).cloned().collect();
    let at = |error: ashiato_sql::Error| ashiato_sql::Error { at: insert.table.at, ..error };
    let mut targets: Vec<usize> = Vec::new();
    for name in &insert.columns {
        let Some(position) = columns.iter().position(|column| column.name == *name) else {
            let message = format!("Insert column name does not exist in target table: {name}");
            return Err(at(not_found("COLUMN_NOT_FOUND", message)));
        };
        if targets.contains(&position) {
            let message = format!("Insert column name is specified more than once: {name}");
            return Err(at(invalid("DUPLICATE_COLUMN_NAME", message)));
        }
        targets.push(position);
    }
    if insert.columns.is_empty() {
        targets = (0..columns.len()).collect();
    }
    let fits = |(of, target): (&DataType, &usize)| {
        coercion::fits(&Type::of(of).unwrap_or(Type::Unknown), &columns[*target].hive_type)
    };
    if targets.len() != types.len() || !types.iter().zip(&targets).all(fits) {
        let wanted: Vec<String> =
            targets.iter().map(|target| coercion::trino_name(&columns[*target].hive_type)).collect();
        let given: Vec<String> = types.iter().map(trino_name).collect();
        let message = format!(
            "Insert query has mismatched column types: Table: [{}], Query: [{}]",
            wanted.join(", "),
            given.join(", ")
        );
        return Err(at(invalid("TYPE_MISMATCH", message)));
    }
    let sources = (0..columns.len()).map(|column| targets.iter().position(|target| *target == column)).collect();
    Ok(target::layout(columns, sources, table.definition.partitions.len(), None))
}

fn is_projected(table: &HiveTable) -> bool {
    let properties = &table.definition.properties;
    properties
        .iter()
        .any(|(key, value)| key.eq_ignore_ascii_case("projection.enabled") && value.trim().eq_ignore_ascii_case("true"))
}

/// The folders of partitions that are not where Hive's layout puts them.
fn folders_of(
    table: &HiveTable,
    is_projected: bool,
    buckets: Buckets,
    state: SessionState,
) -> Result<Folders, ashiato_sql::Error> {
    if is_projected && !table.definition.partitions.is_empty() {
        let template = Template::projected(table)?;
        return Ok(Box::new(move |values| {
            let location = template.fill(&values.iter().map(String::as_str).collect::<Vec<_>>());
            Destination::of(&location, &buckets, &state).map(|destination| Some(Arc::new(destination)))
        }));
    }
    let known = table
        .partitions
        .iter()
        .filter_map(|partition| Some((partition.values.clone(), folder(partition.location.as_deref()?))));
    let known: HashMap<Vec<String>, String> = known.collect();
    Ok(Box::new(move |values| {
        let Some(location) = known.get(values) else { return Ok(None) };
        Destination::of(location, &buckets, &state).map(|destination| Some(Arc::new(destination)))
    }))
}
