//! Trino's types and the Arrow types that carry them.

use arrow::datatypes::{DataType, TimeUnit};

/// JSON: text that is known to be a JSON value.
pub const JSON: DataType = DataType::LargeUtf8;
/// IPADDRESS: 16 bytes, IPv4 mapped into IPv6.
pub const IPADDRESS: DataType = DataType::FixedSizeBinary(16);
/// VARCHAR.
pub const VARCHAR: DataType = DataType::Utf8View;
/// TIMESTAMP(3).
pub const TIMESTAMP: DataType = DataType::Timestamp(TimeUnit::Millisecond, None);

/// Trino's name of the type, as `typeof` and errors print it.
pub fn trino_name(data_type: &DataType) -> String {
    match data_type {
        DataType::Null => "unknown".to_string(),
        DataType::LargeUtf8 => "json".to_string(),
        DataType::Utf8 | DataType::Utf8View => "varchar".to_string(),
        DataType::Int64 | DataType::UInt64 | DataType::UInt32 => "bigint".to_string(),
        DataType::Int32 | DataType::UInt16 => "integer".to_string(),
        DataType::Int16 | DataType::UInt8 => "smallint".to_string(),
        DataType::Int8 => "tinyint".to_string(),
        DataType::Float64 => "double".to_string(),
        DataType::Float32 | DataType::Float16 => "real".to_string(),
        DataType::Date32 => "date".to_string(),
        DataType::Binary | DataType::BinaryView | DataType::LargeBinary => "varbinary".to_string(),
        DataType::FixedSizeBinary(16) => "ipaddress".to_string(),
        DataType::Timestamp(_, None) => "timestamp(3)".to_string(),
        DataType::Timestamp(_, Some(_)) => "timestamp(3) with time zone".to_string(),
        DataType::Decimal128(precision, scale) => format!("decimal({precision},{scale})"),
        DataType::List(field) | DataType::LargeList(field) => format!("array({})", trino_name(field.data_type())),
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) if fields.len() == 2 => {
                format!("map({}, {})", trino_name(fields[0].data_type()), trino_name(fields[1].data_type()))
            }
            other => other.to_string(),
        },
        DataType::Struct(fields) => {
            let fields = fields.iter().map(|field| format!("{} {}", field.name(), trino_name(field.data_type())));
            format!("row({})", fields.collect::<Vec<_>>().join(", "))
        }
        DataType::Dictionary(_, values) => trino_name(values),
        other => other.to_string().to_lowercase(),
    }
}
