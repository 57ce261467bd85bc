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
