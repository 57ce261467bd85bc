//! The file of columns beside a result: protobuf, written by hand. A member that has its type's zero is left out, as
//! protobuf 3 does.
//!
//! Message: 1 the query's id, 4 a column, repeated. Column: 1 catalog, 4 name, 5 label, 6 type, 7 precision, 8 scale,
//! 9 nullable (3: unknown), 10 case-sensitive.

use super::Column;

const NULLABLE_UNKNOWN: u64 = 3;

/// The file's bytes.
pub(crate) fn metadata(query_id: &str, columns: &[Column]) -> Vec<u8> {
    let mut message = Vec::new();
    text(1, query_id, &mut message);
    for column in columns {
        let mut inner = Vec::new();
        text(1, "hive", &mut inner);
        text(4, &column.name, &mut inner);
        text(5, &column.name, &mut inner);
        text(6, &column.type_name, &mut inner);
        number(7, u64::from(column.precision.unsigned_abs()), &mut inner);
        number(8, u64::from(column.scale.unsigned_abs()), &mut inner);
        number(9, NULLABLE_UNKNOWN, &mut inner);
        number(10, u64::from(column.is_case_sensitive()), &mut inner);
        bytes(4, &inner, &mut message);
    }
    message
}

fn text(field: u64, value: &str, out: &mut Vec<u8>) {
    if !value.is_empty() {
        bytes(field, value.as_bytes(), out);
    }
}

/// Wire type 2: a length, then as many bytes.
fn bytes(field: u64, value: &[u8], out: &mut Vec<u8>) {
    varint(field << 3 | 2, out);
    varint(value.len() as u64, out);
    out.extend(value);
}

/// Wire type 0: a number of 7 bits a byte, the lowest first.
fn number(field: u64, value: u64, out: &mut Vec<u8>) {
    if value != 0 {
        varint(field << 3, out);
        varint(value, out);
    }
}

fn varint(mut value: u64, out: &mut Vec<u8>) {
    while value >= 0x80 {
        out.push((value & 0x7f) as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_of_two_columns() {
        let column = |name: &str, type_name: &str, precision, scale| Column {
            name: name.into(),
            type_name: type_name.into(),
            precision,
            scale,
        };
        let written = metadata("q", &[column("n", "varchar", i32::MAX, 0), column("d", "decimal", 5, 2)]);
        let expected = [
            b"\x0a\x01q".as_slice(),
            b"\x22\x1f\x0a\x04hive\x22\x01n\x2a\x01n\x32\x07varchar\x38\xff\xff\xff\xff\x07\x48\x03\x50\x01",
            b"\x22\x1b\x0a\x04hive\x22\x01d\x2a\x01d\x32\x07decimal\x38\x05\x40\x02\x48\x03",
        ]
        .concat();
        assert_eq!(written, expected);
    }
}
