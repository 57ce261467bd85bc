//! Records of CSV as Athena writes it, taken apart again; for their writing see [`ashiato_sql::display::csv`].

/// Where the first record of `bytes` ends, its LF included; `None` where it does not end there. `from` is where an
/// earlier look at the same bytes stopped, with what it knew.
pub(super) fn end_of_record(bytes: &[u8], from: &mut Looked) -> Option<usize> {
    for (index, byte) in bytes.iter().enumerate().skip(from.bytes) {
        match byte {
            b'"' => from.is_quoted = !from.is_quoted,
            b'\n' if !from.is_quoted => {
                *from = Looked::default();
                return Some(index + 1);
            }
            _ => {}
        }
    }
    from.bytes = bytes.len();
    None
}

/// How far a record was looked at.
#[derive(Debug, Default)]
pub(super) struct Looked {
    bytes: usize,
    is_quoted: bool,
}

/// The values of a whole record, without its LF.
pub(super) fn values(record: &[u8]) -> Vec<Option<String>> {
    let mut values = Vec::new();
    let mut rest = record;
    loop {
        let (value, left) = value(rest);
        values.push(value);
        match left {
            [b',', left @ ..] => rest = left,
            _ => return values,
        }
    }
}

fn value(bytes: &[u8]) -> (Option<String>, &[u8]) {
    let Some(quoted) = bytes.strip_prefix(b"\"") else {
        let end = bytes.iter().position(|byte| *byte == b',').unwrap_or(bytes.len());
        let (bare, left) = bytes.split_at(end);
        let text = String::from_utf8_lossy(bare).into_owned();
        return ((!text.is_empty()).then_some(text), left);
    };
    let mut text = Vec::new();
    let mut at = 0;
    while at < quoted.len() {
        match (quoted[at], quoted.get(at + 1)) {
            (b'"', Some(b'"')) => {
                text.push(b'"');
                at += 2;
            }
            (b'"', _) => break,
            (byte, _) => {
                text.push(byte);
                at += 1;
            }
        }
    }
    let left = quoted.get(at + 1..).unwrap_or_default();
    (Some(String::from_utf8_lossy(&text).into_owned()), left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow::array::{ArrayRef, Int64Array, RecordBatch, StringArray};
    use ashiato_sql::display::csv::lines;
    use std::sync::Arc;

    #[test]
    fn what_is_written_is_read_back() {
        let texts = vec![Some("a\"b"), None, Some(""), Some("x,y\nz"), Some("足跡")];
        let batch = RecordBatch::try_from_iter([
            ("n", Arc::new(Int64Array::from(vec![Some(1), Some(2), None, Some(4), Some(5)])) as ArrayRef),
            ("t", Arc::new(StringArray::from(texts.clone()))),
        ])
        .expect("two columns of one length");
        let written = lines(&batch).expect("both have texts");
        let expected = "\"1\",\"a\"\"b\"\n\"2\",\n,\"\"\n\"4\",\"x,y\nz\"\n\"5\",\"足跡\"\n";
        assert_eq!(written, expected);

        let mut rest = written.as_bytes();
        let mut read = Vec::new();
        while let Some(end) = end_of_record(rest, &mut Looked::default()) {
            read.push(values(&rest[..end - 1]).pop().expect("two values"));
            rest = &rest[end..];
        }
        assert!(rest.is_empty());
        assert_eq!(read.iter().map(Option::as_deref).collect::<Vec<_>>(), texts);
    }

    #[test]
    fn a_record_that_comes_in_pieces_ends_once() {
        let record = b"\"a\n\",\"b\"\n\"c\"";
        let mut looked = Looked::default();
        for length in 0..9 {
            assert_eq!(end_of_record(&record[..length], &mut looked), None, "{length}");
        }
        assert_eq!(end_of_record(record, &mut looked), Some(9));
    }
}
