//! Hive's types, as DDL names them.

use crate::types;
use arrow::datatypes::{DataType, Field, Fields};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// A type of a column in Hive DDL. Field names are lower case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HiveType {
    /// 8 bits.
    TinyInt,
    /// 16 bits.
    SmallInt,
    /// 32 bits.
    Int,
    /// 64 bits.
    BigInt,
    /// `true` or `false`.
    Boolean,
    /// 32 bits of floating point.
    Float,
    /// 64 bits of floating point.
    Double,
    /// So many digits, of which so many behind the point.
    Decimal(u8, i8),
    /// Text.
    String,
    /// Text of exactly so many characters.
    Char(u32),
    /// Text of at most so many characters.
    Varchar(u32),
    /// Bytes.
    Binary,
    /// A day.
    Date,
    /// A day and a time, to the millisecond.
    Timestamp,
    /// A list.
    Array(Box<HiveType>),
    /// Keys with values.
    Map(Box<HiveType>, Box<HiveType>),
    /// Named fields.
    Struct(Vec<(String, HiveType)>),
}

impl HiveType {
    /// The Arrow type that carries it (see [`crate::types`]).
    pub fn to_arrow(&self) -> DataType {
        match self {
            HiveType::TinyInt => DataType::Int8,
            HiveType::SmallInt => DataType::Int16,
            HiveType::Int => DataType::Int32,
            HiveType::BigInt => DataType::Int64,
            HiveType::Boolean => DataType::Boolean,
            HiveType::Float => DataType::Float32,
            HiveType::Double => DataType::Float64,
            HiveType::Decimal(precision, scale) => DataType::Decimal128(*precision, *scale),
            HiveType::String | HiveType::Char(_) | HiveType::Varchar(_) => types::VARCHAR,
            HiveType::Binary => DataType::Binary,
            HiveType::Date => DataType::Date32,
            HiveType::Timestamp => types::TIMESTAMP,
            HiveType::Array(item) => DataType::List(Arc::new(Field::new_list_field(item.to_arrow(), true))),
            HiveType::Map(key, value) => {
                let entry = Fields::from(vec![
                    Field::new("key", key.to_arrow(), false),
                    Field::new("value", value.to_arrow(), true),
                ]);
                DataType::Map(Arc::new(Field::new("entries", DataType::Struct(entry), false)), false)
            }
            HiveType::Struct(fields) => {
                DataType::Struct(fields.iter().map(|(name, field)| Field::new(name, field.to_arrow(), true)).collect())
            }
        }
    }
}

/// Hive's own text: `struct<type:string,arn:string>`.
impl fmt::Display for HiveType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            HiveType::TinyInt => f.write_str("tinyint"),
            HiveType::SmallInt => f.write_str("smallint"),
            HiveType::Int => f.write_str("int"),
            HiveType::BigInt => f.write_str("bigint"),
            HiveType::Boolean => f.write_str("boolean"),
            HiveType::Float => f.write_str("float"),
            HiveType::Double => f.write_str("double"),
            HiveType::Decimal(precision, scale) => write!(f, "decimal({precision},{scale})"),
            HiveType::String => f.write_str("string"),
            HiveType::Char(length) => write!(f, "char({length})"),
            HiveType::Varchar(length) => write!(f, "varchar({length})"),
            HiveType::Binary => f.write_str("binary"),
            HiveType::Date => f.write_str("date"),
            HiveType::Timestamp => f.write_str("timestamp"),
            HiveType::Array(item) => write!(f, "array<{item}>"),
            HiveType::Map(key, value) => write!(f, "map<{key},{value}>"),
            HiveType::Struct(fields) => {
                f.write_str("struct<")?;
                for (at, (name, field)) in fields.iter().enumerate() {
                    let comma = if at > 0 { "," } else { "" };
                    write!(f, "{comma}{name}:{field}")?;
                }
                f.write_str(">")
            }
        }
    }
}
