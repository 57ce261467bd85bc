//! What SearchTables finds (Glue's API reference, "SearchTables" and "PropertyPredicate").

use ashiato_engine::catalog::store::Table;
use chrono::{DateTime, NaiveDate, NaiveTime};

use super::fault::invalid;
use crate::aws::Error;
use crate::aws::generated::glue::{Comparator, PropertyPredicate};

/// Whether a text is somewhere in what is said of a table, in any case; in double quotes: is one of the things said.
pub(super) fn is_found(table: &Table, text: &str) -> bool {
    let text = text.to_lowercase();
    let quoted = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    said(table).any(|said| {
        let said = said.to_lowercase();
        quoted.map_or_else(|| said.contains(&text), |quoted| said == quoted)
    })
}

fn said(table: &Table) -> impl Iterator<Item = &str> {
    let columns = table.storage.columns.iter().chain(&table.partition_keys);
    let of_columns = columns.flat_map(|column| [Some(column.name.as_str()), column.comment.as_deref()]);
    let own = [Some(table.name.as_str()), Some(table.database.as_str()), table.description.as_deref()];
    let more = [table.owner.as_deref(), table.table_type.as_deref(), table.storage.location.as_deref()];
    let parameters = table.parameters.iter().flat_map(|(key, value)| [Some(key.as_str()), Some(value.as_str())]);
    own.into_iter().chain(more).chain(of_columns).chain(parameters).flatten()
}

/// A property that a table must have.
#[derive(Debug)]
pub(super) enum Filter {
    /// A time, in milliseconds since 1970, and how it is compared.
    Time(Time, Comparator, i64),
    /// A word of a property's value.
    Word(String, String),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Time {
    Created,
    Updated,
    LastAccess,
}

impl Filter {
    pub(super) fn new(given: PropertyPredicate) -> Result<Filter, Error> {
        let (Some(key), Some(value)) = (given.key, given.value) else {
            return Err(invalid("A filter must have a Key and a Value."));
        };
        let Some(time) = time_named(&key) else { return Ok(Filter::Word(key, value.to_lowercase())) };
        let moment = moment(&value).ok_or_else(|| invalid(format!("The value '{value}' of {key} is not a time.")))?;
        Ok(Filter::Time(time, given.comparator.unwrap_or(Comparator::Equals), moment))
    }

    pub(super) fn matches(&self, table: &Table) -> bool {
        match self {
            Filter::Word(key, word) => property(table, key).is_some_and(|value| has_word(value, word)),
            Filter::Time(time, comparator, moment) => time_of(table, *time).is_some_and(|given| match comparator {
                Comparator::Equals => given == *moment,
                Comparator::GreaterThan => given > *moment,
                Comparator::LessThan => given < *moment,
                Comparator::GreaterThanEquals => given >= *moment,
                Comparator::LessThanEquals => given <= *moment,
            }),
        }
    }
}

/// By what tables are sorted: times and texts sort among their own.
pub(super) fn sorting_value<'a>(table: &'a Table, field: &str) -> (Option<i64>, Option<&'a str>) {
    match time_named(field) {
        Some(time) => (time_of(table, time), None),
        None => (None, property(table, field)),
    }
}

/// A value holds a word where it is the whole of it, or stands in it between signs: `link` is in `customer-link`, not in
/// `xxlinkyy`.
fn has_word(value: &str, word: &str) -> bool {
    let value = value.to_lowercase();
    value == word || value.split(|char: char| !char.is_alphanumeric() && char != '_').any(|part| part == word)
}

fn property<'a>(table: &'a Table, key: &str) -> Option<&'a str> {
    match key.to_ascii_lowercase().as_str() {
        "name" => Some(&table.name),
        "databasename" => Some(&table.database),
        "description" => table.description.as_deref(),
        "owner" => table.owner.as_deref(),
        "tabletype" => table.table_type.as_deref(),
        "location" => table.storage.location.as_deref(),
        _ => table.parameters.get(key).map(String::as_str),
    }
}

fn time_named(key: &str) -> Option<Time> {
    match key.to_ascii_lowercase().as_str() {
        "createtime" => Some(Time::Created),
        "updatetime" => Some(Time::Updated),
        "lastaccesstime" => Some(Time::LastAccess),
        _ => None,
    }
}

fn time_of(table: &Table, time: Time) -> Option<i64> {
    match time {
        Time::Created => Some(table.created_at),
        Time::Updated => Some(table.updated_at),
        Time::LastAccess => table.last_access_at,
    }
}

/// Milliseconds since 1970 of `2024-02-29T01:02:03Z`, of `2024-02-29`, or of seconds since 1970.
fn moment(text: &str) -> Option<i64> {
    if let Ok(seconds) = text.parse::<i64>() {
        return seconds.checked_mul(1000);
    }
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.timestamp_millis());
    }
    let day = NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?;
    Some(day.and_time(NaiveTime::MIN).and_utc().timestamp_millis())
}
