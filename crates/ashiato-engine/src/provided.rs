//! The tables that a session brings along, made known to its catalog so that SHOW and DESCRIBE tell of them.

use crate::catalog::{DEFAULT_DATABASE, QualifiedName};
use crate::scan::places::LogPlaces;
use crate::tables::{CLOUDTRAIL_LOGS, EVENTS, Tables};
use arrow::datatypes::{DataType, Field, FieldRef};
use ashiato_sql::statement::{ColumnDefinition, HiveType};

/// Tells the catalog of `cloudtrail_logs` and `events`, where the session has logs.
pub(crate) fn provide(tables: &Tables) {
    if !tables.logs.is_any() {
        return;
    }
    let mut athena: Vec<FieldRef> = ashiato_event::schema::athena().fields().to_vec();
    athena.extend(LogPlaces::partition_fields());
    let lake = ashiato_event::schema::lake().fields().to_vec();
    for (table, fields) in [(CLOUDTRAIL_LOGS, athena), (EVENTS, lake)] {
        let name = QualifiedName { database: DEFAULT_DATABASE.to_string(), table: table.to_string() };
        tables.catalog.provide(name, fields.iter().map(|field| column(field)).collect());
    }
}

/// A column as DDL would define it.
pub(crate) fn column(field: &Field) -> ColumnDefinition {
    ColumnDefinition { name: field.name().clone(), hive_type: hive_type(field.data_type()), comment: None }
}

/// The Hive type nearest to an Arrow type. Types that Hive lacks, such as JSON, are text.
pub(crate) fn hive_type(data_type: &DataType) -> HiveType {
    match data_type {
        DataType::Boolean => HiveType::Boolean,
        DataType::Int8 => HiveType::TinyInt,
        DataType::Int16 | DataType::UInt8 => HiveType::SmallInt,
        DataType::Int32 | DataType::UInt16 => HiveType::Int,
        DataType::Int64 | DataType::UInt32 | DataType::UInt64 => HiveType::BigInt,
        DataType::Float16 | DataType::Float32 => HiveType::Float,
        DataType::Float64 => HiveType::Double,
        DataType::Decimal128(precision, scale) => HiveType::Decimal(*precision, *scale),
        DataType::Binary | DataType::BinaryView | DataType::LargeBinary => HiveType::Binary,
        DataType::Date32 => HiveType::Date,
        DataType::Timestamp(_, _) => HiveType::Timestamp,
        DataType::List(item) => HiveType::Array(Box::new(hive_type(item.data_type()))),
        DataType::Struct(fields) => {
            HiveType::Struct(fields.iter().map(|field| (field.name().clone(), hive_type(field.data_type()))).collect())
        }
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) if fields.len() == 2 => {
                let [key, value] = [0, 1].map(|at| Box::new(hive_type(fields[at].data_type())));
                HiveType::Map(key, value)
            }
            _ => HiveType::String,
        },
        _ => HiveType::String,
    }
}
