//! Trino's types and the Arrow types that carry them.
//!
//! Arrow has no bounded VARCHAR, no IPADDRESS and no zone for each value: a length is applied by the cast
//! that names it and then forgotten, and a TIMESTAMP WITH TIME ZONE column has one zone, UTC unless an
//! expression says otherwise.

mod numbers;
mod parse;

pub(crate) use numbers::{common_number, decimal_parts};

use arrow::datatypes::{DataType, Field, Fields, IntervalUnit, TimeUnit};
use std::fmt;
use std::sync::Arc;

/// JSON: text that is known to be a JSON value.
pub const JSON: DataType = DataType::LargeUtf8;
/// IPADDRESS: 16 bytes, IPv4 mapped into IPv6.
pub const IPADDRESS: DataType = DataType::FixedSizeBinary(16);
/// UUID: 16 bytes in a type that nothing else uses.
pub const UUID: DataType = DataType::LargeBinary;
/// VARCHAR.
pub const VARCHAR: DataType = DataType::Utf8View;
/// TIMESTAMP(3).
pub const TIMESTAMP: DataType = DataType::Timestamp(TimeUnit::Millisecond, None);
/// INTERVAL DAY TO SECOND and INTERVAL YEAR TO MONTH alike: the second is the one with months.
pub const INTERVAL: DataType = DataType::Interval(IntervalUnit::MonthDayNano);

/// TIMESTAMP(3) WITH TIME ZONE of one zone.
pub fn timestamp_with_zone(zone: &str) -> DataType {
    DataType::Timestamp(TimeUnit::Millisecond, Some(zone.into()))
}

/// A type as a statement writes it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Type {
    /// The type of a bare NULL.
    Unknown,
    /// BOOLEAN
    Boolean,
    /// TINYINT
    Tinyint,
    /// SMALLINT
    Smallint,
    /// INTEGER
    Integer,
    /// BIGINT
    Bigint,
    /// REAL
    Real,
    /// DOUBLE
    Double,
    /// DECIMAL(precision, scale)
    Decimal(u8, i8),
    /// VARCHAR, bounded or not
    Varchar(Option<u32>),
    /// CHAR(n)
    Char(u32),
    /// VARBINARY
    Varbinary,
    /// DATE
    Date,
    /// TIME(precision)
    Time(u8),
    /// TIMESTAMP(precision)
    Timestamp(u8),
    /// TIMESTAMP(precision) WITH TIME ZONE
    TimestampWithZone(u8),
    /// INTERVAL DAY TO SECOND
    DayToSecond,
    /// INTERVAL YEAR TO MONTH
    YearToMonth,
    /// JSON
    Json,
    /// IPADDRESS
    IpAddress,
    /// UUID
    Uuid,
    /// ARRAY(element)
    Array(Box<Type>),
    /// MAP(key, value)
    Map(Box<Type>, Box<Type>),
    /// ROW(name type, …), names absent where the statement gives none
    Row(Vec<(Option<String>, Type)>),
}

impl Type {
    /// The Arrow type that carries it.
    pub fn arrow(&self) -> DataType {
        match self {
            Type::Unknown => DataType::Null,
            Type::Boolean => DataType::Boolean,
            Type::Tinyint => DataType::Int8,
            Type::Smallint => DataType::Int16,
            Type::Integer => DataType::Int32,
            Type::Bigint => DataType::Int64,
            Type::Real => DataType::Float32,
            Type::Double => DataType::Float64,
            Type::Decimal(precision, scale) => DataType::Decimal128(*precision, *scale),
            Type::Varchar(_) | Type::Char(_) => VARCHAR,
            Type::Varbinary => DataType::Binary,
            Type::Date => DataType::Date32,
            Type::Time(precision) if *precision <= 6 => DataType::Time64(TimeUnit::Microsecond),
            Type::Time(_) => DataType::Time64(TimeUnit::Nanosecond),
            Type::Timestamp(precision) => DataType::Timestamp(unit(*precision), None),
            Type::TimestampWithZone(precision) => DataType::Timestamp(unit(*precision), Some("UTC".into())),
            Type::DayToSecond | Type::YearToMonth => INTERVAL,
            Type::Json => JSON,
            Type::IpAddress => IPADDRESS,
            Type::Uuid => UUID,
            Type::Array(element) => DataType::List(Arc::new(Field::new("item", element.arrow(), true))),
            Type::Map(key, value) => map_type(key.arrow(), value.arrow()),
            Type::Row(fields) => {
                let field = |(index, (name, of)): (usize, &(Option<String>, Type))| {
                    let name = name.clone().unwrap_or_else(|| format!("field{index}"));
                    Field::new(name, of.arrow(), true)
                };
                DataType::Struct(fields.iter().enumerate().map(field).collect::<Fields>())
            }
        }
    }

    /// The type that an Arrow type carries; None for one that no Trino type is carried by.
    pub fn of(data_type: &DataType) -> Option<Type> {
        Some(match data_type {
            DataType::Null => Type::Unknown,
            DataType::Boolean => Type::Boolean,
            DataType::Int8 => Type::Tinyint,
            DataType::Int16 | DataType::UInt8 => Type::Smallint,
            DataType::Int32 | DataType::UInt16 => Type::Integer,
            DataType::Int64 | DataType::UInt32 | DataType::UInt64 => Type::Bigint,
            DataType::Float16 | DataType::Float32 => Type::Real,
            DataType::Float64 => Type::Double,
            DataType::Decimal128(precision, scale) => Type::Decimal(*precision, *scale),
            DataType::Utf8 | DataType::Utf8View => Type::Varchar(None),
            DataType::Binary | DataType::BinaryView => Type::Varbinary,
            DataType::Date32 | DataType::Date64 => Type::Date,
            DataType::Time32(_) => Type::Time(3),
            DataType::Time64(TimeUnit::Nanosecond) => Type::Time(9),
            DataType::Time64(_) => Type::Time(6),
            DataType::Timestamp(unit, None) => Type::Timestamp(precision(unit)),
            DataType::Timestamp(unit, Some(_)) => Type::TimestampWithZone(precision(unit)),
            DataType::Interval(IntervalUnit::YearMonth) => Type::YearToMonth,
            DataType::Interval(_) | DataType::Duration(_) => Type::DayToSecond,
            DataType::LargeUtf8 => Type::Json,
            DataType::FixedSizeBinary(16) => Type::IpAddress,
            DataType::LargeBinary => Type::Uuid,
            DataType::Dictionary(_, values) => return Type::of(values),
            DataType::List(field) | DataType::LargeList(field) | DataType::FixedSizeList(field, _) => {
                Type::Array(Box::new(Type::of(field.data_type())?))
            }
            DataType::Map(entries, _) => {
                let DataType::Struct(fields) = entries.data_type() else { return None };
                let [key, value] = fields.as_ref() else { return None };
                Type::Map(Box::new(Type::of(key.data_type())?), Box::new(Type::of(value.data_type())?))
            }
            DataType::Struct(fields) => {
                let field = |field: &Arc<Field>| Some((Some(field.name().clone()), Type::of(field.data_type())?));
                Type::Row(fields.iter().map(field).collect::<Option<_>>()?)
            }
            _ => return None,
        })
    }

    /// Reads a type as Trino writes it: `map(varchar, json)`, `timestamp(3) with time zone`, `row(a bigint)`.
    pub fn parse(text: &str) -> Option<Type> {
        parse::parse(text)
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Unknown => f.write_str("unknown"),
            Type::Boolean => f.write_str("boolean"),
            Type::Tinyint => f.write_str("tinyint"),
            Type::Smallint => f.write_str("smallint"),
            Type::Integer => f.write_str("integer"),
            Type::Bigint => f.write_str("bigint"),
            Type::Real => f.write_str("real"),
            Type::Double => f.write_str("double"),
            Type::Decimal(precision, scale) => write!(f, "decimal({precision},{scale})"),
            Type::Varchar(None) => f.write_str("varchar"),
            Type::Varchar(Some(length)) => write!(f, "varchar({length})"),
            Type::Char(length) => write!(f, "char({length})"),
            Type::Varbinary => f.write_str("varbinary"),
            Type::Date => f.write_str("date"),
            Type::Time(precision) => write!(f, "time({precision})"),
            Type::Timestamp(precision) => write!(f, "timestamp({precision})"),
            Type::TimestampWithZone(precision) => write!(f, "timestamp({precision}) with time zone"),
            Type::DayToSecond => f.write_str("interval day to second"),
            Type::YearToMonth => f.write_str("interval year to month"),
            Type::Json => f.write_str("json"),
            Type::IpAddress => f.write_str("ipaddress"),
            Type::Uuid => f.write_str("uuid"),
            Type::Array(element) => write!(f, "array({element})"),
            Type::Map(key, value) => write!(f, "map({key}, {value})"),
            Type::Row(fields) => {
                f.write_str("row(")?;
                for (index, (name, of)) in fields.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    match name {
                        Some(name) => write!(f, "{comma}{} {of}", quoted(name))?,
                        None => write!(f, "{comma}{of}")?,
                    }
                }
                f.write_str(")")
            }
        }
    }
}

/// Trino's name of the type that an Arrow type carries: `varchar`, `timestamp(3) with time zone`, `array(varchar)`.
pub fn trino_name(data_type: &DataType) -> String {
    Type::of(data_type).map_or_else(|| data_type.to_string().to_lowercase(), |of| of.to_string())
}

/// The type name that Athena's API gives a result column: nested types and precisions are left out.
pub fn athena_name(data_type: &DataType) -> &'static str {
    match Type::of(data_type) {
        None | Some(Type::Unknown) => "unknown",
        Some(Type::Boolean) => "boolean",
        Some(Type::Tinyint) => "tinyint",
        Some(Type::Smallint) => "smallint",
        Some(Type::Integer) => "integer",
        Some(Type::Bigint) => "bigint",
        Some(Type::Real) => "float",
        Some(Type::Double) => "double",
        Some(Type::Decimal(..)) => "decimal",
        Some(Type::Varchar(_)) => "varchar",
        Some(Type::Char(_)) => "char",
        Some(Type::Varbinary) => "varbinary",
        Some(Type::Date) => "date",
        Some(Type::Time(_)) => "time",
        Some(Type::Timestamp(_)) => "timestamp",
        Some(Type::TimestampWithZone(_)) => "timestamp with time zone",
        Some(Type::DayToSecond) => "interval day to second",
        Some(Type::YearToMonth) => "interval year to month",
        Some(Type::Json) => "json",
        Some(Type::IpAddress) => "ipaddress",
        Some(Type::Uuid) => "uuid",
        Some(Type::Array(_)) => "array",
        Some(Type::Map(..)) => "map",
        Some(Type::Row(_)) => "row",
    }
}

/// The precision and scale that Athena's API gives a result column of a type.
pub fn athena_precision(data_type: &DataType) -> (i32, i32) {
    match Type::of(data_type) {
        Some(Type::Tinyint) => (3, 0),
        Some(Type::Smallint) => (5, 0),
        Some(Type::Integer) => (10, 0),
        Some(Type::Bigint) => (19, 0),
        Some(Type::Real | Type::Double) => (17, 0),
        Some(Type::Decimal(precision, scale)) => (i32::from(precision), i32::from(scale)),
        Some(Type::Varchar(_) | Type::Char(_)) => (i32::MAX, 0),
        Some(Type::Timestamp(_) | Type::TimestampWithZone(_) | Type::Time(_)) => (3, 0),
        Some(Type::Varbinary) => (1_073_741_824, 0),
        _ => (0, 0),
    }
}

/// The Arrow type of MAP(key, value), with the field names that DataFusion's own maps have.
pub fn map_type(key: DataType, value: DataType) -> DataType {
    let entry = vec![Field::new("key", key, false), Field::new("value", value, true)];
    DataType::Map(Arc::new(Field::new("entries", DataType::Struct(entry.into()), false)), false)
}

fn unit(precision: u8) -> TimeUnit {
    match precision {
        0..=3 => TimeUnit::Millisecond,
        4..=6 => TimeUnit::Microsecond,
        _ => TimeUnit::Nanosecond,
    }
}

fn precision(unit: &TimeUnit) -> u8 {
    match unit {
        TimeUnit::Second => 0,
        TimeUnit::Millisecond => 3,
        TimeUnit::Microsecond => 6,
        TimeUnit::Nanosecond => 9,
    }
}

fn quoted(name: &str) -> String {
    let is_plain = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    if is_plain { name.to_string() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_trinos_and_read_back() {
        let cases = [
            "boolean",
            "tinyint",
            "smallint",
            "integer",
            "bigint",
            "real",
            "double",
            "decimal(10,2)",
            "varchar",
            "varbinary",
            "date",
            "time(6)",
            "timestamp(3)",
            "timestamp(3) with time zone",
            "json",
            "ipaddress",
            "uuid",
            "array(varchar)",
            "map(varchar, json)",
            "row(type varchar, n bigint)",
            "array(row(\"a b\" map(varchar, double)))",
        ];
        for name in cases {
            let parsed = Type::parse(name).expect(name);
            assert_eq!(parsed.to_string(), name);
            assert_eq!(trino_name(&parsed.arrow()), name);
        }
    }

    #[test]
    fn other_spellings() {
        let cases = [
            ("BIGINT", "bigint"),
            ("INT", "integer"),
            ("STRING", "varchar"),
            ("DOUBLE PRECISION", "double"),
            ("TIMESTAMP", "timestamp(3)"),
            ("TIMESTAMP WITH TIME ZONE", "timestamp(3) with time zone"),
            ("DECIMAL", "decimal(38,0)"),
            ("decimal( 5 )", "decimal(5,0)"),
            ("ARRAY<VARCHAR(5)>", "array(varchar(5))"),
            ("MAP<VARCHAR,ARRAY<ROW(x BIGINT)>>", "map(varchar, array(row(x bigint)))"),
            ("ROW(BIGINT, VARCHAR)", "row(bigint, varchar)"),
            ("row(date date)", "row(date date)"),
            ("ROW(t TIMESTAMP(3) WITH TIME ZONE, d DOUBLE PRECISION)", "row(t timestamp(3) with time zone, d double)"),
        ];
        for (text, name) in cases {
            assert_eq!(Type::parse(text).map(|of| of.to_string()).as_deref(), Some(name), "{text}");
        }
        for wrong in ["", "array(", "varchar(x)", "map(varchar)", "bigint)", "nosuch", "decimal(39,0)"] {
            assert_eq!(Type::parse(wrong), None, "{wrong}");
        }
    }
}
