//! The types of new columns: what Hive calls a column of a query, and which of them a format's files can hold.

use super::encoding::FileFormat;
use crate::hive::refusal::{invalid, unsupported};
use arrow::datatypes::DataType;
use ashiato_sql::Error;
use ashiato_sql::statement::{ColumnDefinition, HiveType};
use ashiato_sql::types::Type;

/// The column that a query's column becomes.
///
/// # Errors
/// `NOT_SUPPORTED` in Trino's words for a type that Hive lacks: JSON, IPADDRESS, UUID, TIME, a time zone, an interval.
pub(crate) fn column(name: &str, data_type: &DataType, position: usize) -> Result<ColumnDefinition, Error> {
    let of = Type::of(data_type).unwrap_or(Type::Unknown);
    if of == Type::Unknown {
        let message = format!("Column type is unknown at position {}", position + 1);
        return Err(invalid("COLUMN_TYPE_UNKNOWN", message));
    }
    Ok(ColumnDefinition { name: name.to_string(), hive_type: hive_type(&of)?, comment: None })
}

fn hive_type(of: &Type) -> Result<HiveType, Error> {
    Ok(match of {
        Type::Boolean => HiveType::Boolean,
        Type::Tinyint => HiveType::TinyInt,
        Type::Smallint => HiveType::SmallInt,
        Type::Integer => HiveType::Int,
        Type::Bigint => HiveType::BigInt,
        Type::Real => HiveType::Float,
        Type::Double => HiveType::Double,
        Type::Decimal(precision, scale) => HiveType::Decimal(*precision, *scale),
        Type::Varchar(_) => HiveType::String,
        Type::Char(length) => HiveType::Char(*length),
        Type::Varbinary => HiveType::Binary,
        Type::Date => HiveType::Date,
        Type::Timestamp(_) => HiveType::Timestamp,
        Type::Array(item) => HiveType::Array(Box::new(hive_type(item)?)),
        Type::Map(key, value) => HiveType::Map(Box::new(hive_type(key)?), Box::new(hive_type(value)?)),
        Type::Row(fields) => {
            let field = |(at, (name, of)): (usize, &(Option<String>, Type))| {
                Ok((name.clone().unwrap_or_else(|| format!("field{at}")), hive_type(of)?))
            };
            HiveType::Struct(fields.iter().enumerate().map(field).collect::<Result<_, Error>>()?)
        }
        other => return Err(unsupported(format!("Unsupported Hive type: {other}"))),
    })
}

/// Refuses a column that files of the format cannot hold.
///
/// # Errors
/// `NOT_SUPPORTED`.
pub(crate) fn check(column: &ColumnDefinition, format: FileFormat) -> Result<(), Error> {
    let name = &column.name;
    match (format, &column.hive_type) {
        (FileFormat::Avro, hive_type) => match no_avro(hive_type) {
            Some(small @ ("tinyint" | "smallint")) => {
                let message =
                    format!("Column '{name}' is {small}, which is not supported by Avro. Use integer instead.");
                Err(unsupported(message))
            }
            Some(_) => Err(unsupported(format!("Column '{name}' has a map whose keys are no texts, which Avro lacks"))),
            None => Ok(()),
        },
        (FileFormat::Json | FileFormat::Text, hive_type) if has_other_keys(hive_type) => {
            let message =
                format!("Column '{name}' has a map whose keys are no texts, which {} lacks here", format.name());
            Err(unsupported(message))
        }
        (FileFormat::Orc, HiveType::Array(_) | HiveType::Map(..) | HiveType::Struct(_) | HiveType::Decimal(..)) => {
            let message =
                format!("Column '{name}' of type {}: such columns cannot be written to ORC here", column.hive_type);
            Err(unsupported(message))
        }
        (FileFormat::Csv, other) if *other != HiveType::String => {
            Err(unsupported(format!("Column '{name}' is {other}: a CSV table takes only columns of type string")))
        }
        _ => Ok(()),
    }
}

/// A type within this one that Avro lacks.
fn no_avro(hive_type: &HiveType) -> Option<&'static str> {
    match hive_type {
        HiveType::TinyInt => Some("tinyint"),
        HiveType::SmallInt => Some("smallint"),
        HiveType::Array(item) => no_avro(item),
        HiveType::Map(key, value) => {
            if is_text(key) {
                no_avro(value)
            } else {
                Some("map")
            }
        }
        HiveType::Struct(fields) => fields.iter().find_map(|(_, field)| no_avro(field)),
        _ => None,
    }
}

fn has_other_keys(hive_type: &HiveType) -> bool {
    match hive_type {
        HiveType::Array(item) => has_other_keys(item),
        HiveType::Map(key, value) => !is_text(key) || has_other_keys(value),
        HiveType::Struct(fields) => fields.iter().any(|(_, field)| has_other_keys(field)),
        _ => false,
    }
}

fn is_text(hive_type: &HiveType) -> bool {
    matches!(hive_type, HiveType::String | HiveType::Char(_) | HiveType::Varchar(_))
}

/// Refuses a partition column whose values name no folder.
///
/// # Errors
/// `NOT_SUPPORTED`.
pub(crate) fn check_partition(column: &ColumnDefinition) -> Result<(), Error> {
    match &column.hive_type {
        HiveType::Array(_) | HiveType::Map(..) | HiveType::Struct(_) | HiveType::Binary => {
            Err(unsupported(format!("Unsupported type [{}] for partition: {}", column.hive_type, column.name)))
        }
        _ => Ok(()),
    }
}
