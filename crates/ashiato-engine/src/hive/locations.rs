//! The folders that a query on a table must read.

use super::domain::Domain;
use super::evaluate::PartitionFilter;
use super::filters::domain_of;
use super::partition_column::PartitionColumn;
use super::projection::{allows, projections, select};
use super::refusal::invalid;
use super::table::{HiveTable, folder};
use super::template::{DEFAULT_PARTITION, Template};
use arrow::datatypes::FieldRef;
use ashiato_sql::Error;
use ashiato_sql::types::trino_name;
use chrono::{DateTime, Utc};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Expr;

/// The most partitions that one query may read.
pub const PARTITIONS_MAX: u64 = 1_000_000;

/// A partition, and where its files are.
#[derive(Debug, Clone, PartialEq)]
pub struct PartitionLocation {
    /// A value for each partition column, in the table's order, of the column's Arrow type.
    pub values: Vec<ScalarValue>,
    /// The folder, as DDL and properties name it, ending in a slash: `s3://bucket/prefix/2023/01/01/`.
    pub url: String,
}

/// A partition that its columns' own conditions leave: the texts of its values, and its folder.
struct Candidate {
    texts: Vec<String>,
    url: String,
}

/// The partitions that can hold rows which `filters`, taken together, accept; one without values for a table
/// without partition columns. `now` is what `NOW` in a projected range means.
///
/// # Errors
/// `INVALID_TABLE_PROPERTY`, `CONSTRAINT_VIOLATION`, `HIVE_INVALID_PARTITION_VALUE`: see partition projection.
pub fn plan_locations(
    table: &HiveTable,
    filters: &[Expr],
    now: DateTime<Utc>,
) -> Result<Vec<PartitionLocation>, Error> {
    if table.definition.partitions.is_empty() {
        return Ok(vec![PartitionLocation { values: Vec::new(), url: table.location() }]);
    }
    let columns = table.partition_columns();
    let domains: Vec<Domain> = columns.iter().map(|column| domain_of(filters, column)).collect();
    let candidates: Box<dyn Iterator<Item = Result<Candidate, Error>>> = match projections(&table.definition, now)? {
        None => Box::new(added(table, &columns, &domains)),
        Some(projections) => {
            let template = Template::projected(table)?;
            let choices: Vec<Vec<String>> = (projections.iter().zip(&columns).zip(&domains))
                .map(|((projection, column), domain)| select(projection, column, domain))
                .collect::<Result<_, _>>()?;
            refuse_too_many(table, &choices)?;
            Box::new(combinations(choices).map(move |values| {
                let url = template.fill(&values.iter().map(String::as_str).collect::<Vec<_>>());
                Ok(Candidate { texts: values, url })
            }))
        }
    };
    let fields = table.partition_fields();
    let mut filter = PartitionFilter::new(&fields, filters);
    for candidate in candidates {
        let Candidate { texts, url } = candidate?;
        let values = texts.iter().zip(&fields).map(|(text, field)| scalar(text, field)).collect::<Result<_, _>>()?;
        filter.push(PartitionLocation { values, url });
    }
    Ok(filter.finish())
}

/// The partitions added by hand that lie in the domains.
fn added<'a>(
    table: &'a HiveTable,
    columns: &'a [PartitionColumn],
    domains: &'a [Domain],
) -> impl Iterator<Item = Result<Candidate, Error>> + 'a {
    let layout = Template::of_layout(table);
    table.partitions.iter().filter_map(move |partition| {
        for ((column, domain), text) in columns.iter().zip(domains).zip(&partition.values) {
            // A NULL partition satisfies no comparison.
            let allowed = if text == DEFAULT_PARTITION { Ok(domain.is_all()) } else { allows(column, domain, text) };
            match allowed {
                Ok(true) => {}
                Ok(false) => return None,
                Err(error) => return Some(Err(error)),
            }
        }
        let by_layout = || layout.fill(&partition.values.iter().map(String::as_str).collect::<Vec<_>>());
        let url = partition.location.as_deref().map_or_else(by_layout, folder);
        Some(Ok(Candidate { texts: partition.values.clone(), url }))
    })
}

fn refuse_too_many(table: &HiveTable, choices: &[Vec<String>]) -> Result<(), Error> {
    let count = choices.iter().map(|values| values.len() as u128).product::<u128>();
    if count <= u128::from(PARTITIONS_MAX) {
        return Ok(());
    }
    let each = table.definition.partitions.iter().zip(choices);
    let each: Vec<String> = each.map(|(column, values)| format!("{} {}", values.len(), column.name)).collect();
    let message = format!(
        "Table {} would be read from {count} partitions ({}), more than {PARTITIONS_MAX}: \
         narrow its partition columns in the WHERE clause",
        table.definition.name,
        each.join(" × ")
    );
    Err(invalid("EXCEEDED_PARTITION_LIMIT", message))
}

/// Every combination of one value from each list, the last list fastest; made one by one.
fn combinations(choices: Vec<Vec<String>>) -> impl Iterator<Item = Vec<String>> {
    let count = choices.iter().map(Vec::len).product::<usize>();
    (0..count).map(move |mut position| {
        let mut values: Vec<String> = Vec::with_capacity(choices.len());
        for list in choices.iter().rev() {
            values.push(list[position % list.len()].clone());
            position /= list.len();
        }
        values.reverse();
        values
    })
}

/// A folder's text as a value of the column's type.
fn scalar(text: &str, field: &FieldRef) -> Result<ScalarValue, Error> {
    if text == DEFAULT_PARTITION {
        return ScalarValue::try_from(field.data_type()).map_err(|_| wrong_value(text, field));
    }
    ScalarValue::try_from_string(text.to_string(), field.data_type()).map_err(|_| wrong_value(text, field))
}

fn wrong_value(text: &str, field: &FieldRef) -> Error {
    let message = format!(
        "Invalid partition value '{text}' for {} partition key: {}",
        trino_name(field.data_type()),
        field.name()
    );
    invalid("HIVE_INVALID_PARTITION_VALUE", message)
}
