//! One answer with a value of every kind, written in every format.

use super::*;
use ::arrow::array::*;
use ::arrow::buffer::OffsetBuffer;
use ::arrow::datatypes::{Field, Fields, Int32Type, IntervalMonthDayNanoType, TimeUnit};
use proptest::prelude::*;

/// Three rows: plain values, NULLs, and the awkward ones.
fn answer() -> (Vec<Column>, RecordBatch) {
    let identity = StructArray::from(vec![
        (
            Arc::new(Field::new("type", DataType::Utf8View, true)),
            Arc::new(StringViewArray::from(vec![Some("IAMUser"), None, Some("Root")])) as ArrayRef,
        ),
        (
            Arc::new(Field::new("mfa", DataType::Boolean, true)),
            Arc::new(BooleanArray::from(vec![Some(true), None, Some(false)])) as ArrayRef,
        ),
    ]);
    let identity =
        StructArray::new(identity.fields().clone(), identity.columns().to_vec(), Some(vec![true, false, true].into()));
    let tags = ListArray::from_iter_primitive::<Int32Type, _, _>(vec![Some(vec![Some(1), None]), None, Some(vec![])]);
    let region: DictionaryArray<Int32Type> = vec![Some("eu-west-1"), None, Some("eu-west-1")].into_iter().collect();
    let named: Vec<(&str, ArrayRef)> = vec![
        ("eventname", Arc::new(StringViewArray::from(vec![Some("GetObject"), None, Some("say \"hi\",\n\u{1b}[2J")]))),
        ("n", Arc::new(Int64Array::from(vec![Some(9_007_199_254_740_993), None, Some(-1)]))),
        ("share", Arc::new(Float64Array::from(vec![Some(0.25), None, Some(f64::NAN)]))),
        ("at", Arc::new(TimestampMillisecondArray::from(vec![Some(1_698_364_830_000), None, Some(1)]))),
        ("detail", Arc::new(LargeStringArray::from(vec![Some(r#"{"a":[1,{"b":null}]}"#), None, Some("not json")]))),
        ("identity", Arc::new(identity)),
        ("tags", Arc::new(tags)),
        ("parameters", Arc::new(parameters())),
        ("region", Arc::new(region)),
        ("n", Arc::new(StringViewArray::from(vec![Some(""), None, Some("NULL")]))),
    ];
    let columns: Vec<Column> = named
        .iter()
        .map(|(name, array)| Column { name: name.to_string(), data_type: array.data_type().clone() })
        .collect();
    let fields: Vec<Field> = (0..named.len())
        .map(|position| Field::new(format!("c{position}"), columns[position].data_type.clone(), true))
        .collect();
    let arrays = named.into_iter().map(|(_, array)| array).collect();
    (columns, RecordBatch::try_new(Arc::new(Schema::new(fields)), arrays).expect("arrays of one length"))
}

/// Two entries, NULL, none.
fn parameters() -> MapArray {
    let entries =
        Fields::from(vec![Field::new("key", DataType::Utf8View, false), Field::new("value", DataType::Utf8View, true)]);
    let keys = Arc::new(StringViewArray::from(vec!["bucketName", "key"])) as ArrayRef;
    let values = Arc::new(StringViewArray::from(vec![Some("reports"), None])) as ArrayRef;
    MapArray::new(
        Arc::new(Field::new("entries", DataType::Struct(entries.clone()), false)),
        OffsetBuffer::new(vec![0, 2, 2, 2].into()),
        StructArray::new(entries, vec![keys, values], None),
        Some(vec![true, false, true].into()),
        false,
    )
}

fn written(format: Format, medium: Medium, columns: &[Column], batches: &[RecordBatch]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = begin(format, medium, columns, &mut bytes).expect("the columns can be written");
    for batch in batches {
        writer.batch(batch).expect("the rows can be written");
    }
    writer.end().expect("the end can be written");
    bytes
}

fn text(format: Format, medium: Medium) -> String {
    let (columns, batch) = answer();
    String::from_utf8(written(format, medium, &columns, &[batch])).expect("text formats are UTF-8")
}

/// The golden file's text. With ASHIATO_BLESS set the file is written instead of compared.
fn check(name: &str, found: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("ASHIATO_BLESS").is_some() {
        std::fs::write(&path, found).expect("the golden file can be written");
    }
    let expected = std::fs::read_to_string(&path).expect("the golden file is there");
    assert_eq!(found, expected, "{name}");
}

#[test]
fn text_formats() {
    for (name, format, medium) in [
        ("answer.csv", Format::Csv, Medium::Pipe),
        ("answer.json", Format::Json, Medium::Pipe),
        ("answer.ndjson", Format::Ndjson, Medium::Pipe),
        ("table-pipe.txt", Format::Table, Medium::Pipe),
        ("table-200.txt", Format::Table, Medium::Screen(200)),
        ("table-60.txt", Format::Table, Medium::Screen(60)),
    ] {
        check(name, &text(format, medium));
    }
}

#[test]
fn json_is_json() {
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&text(Format::Json, Medium::Pipe)).expect("the array parses");
    assert_eq!(rows.len(), 3);
    assert_eq!(rows[0]["detail"]["a"][1]["b"], serde_json::Value::Null);
    assert_eq!(rows[0]["identity"]["mfa"], true);
    assert_eq!(rows[0]["n"].to_string(), "9007199254740993");
    assert_eq!(rows[0]["parameters"]["bucketName"], "reports");
    assert!(rows[1].as_object().expect("a row is an object").values().all(serde_json::Value::is_null));
    assert_eq!(rows[2]["n_2"], "NULL");
    let lines = text(Format::Ndjson, Medium::Pipe);
    let parsed: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).expect("a line parses")).collect();
    assert_eq!(parsed, rows);
}

#[test]
fn no_table_line_passes_the_screen_or_holds_control_characters() {
    for screen in [20, 33, 60, 80, 120, 200, 400] {
        for line in text(Format::Table, Medium::Screen(screen)).lines() {
            assert!(!line.chars().any(char::is_control), "{line:?}");
            // A record's value has a least width, which a very narrow screen wraps by itself.
            assert!(crate::printable::width(line) <= screen.max(28), "{screen}: {line}");
        }
    }
}

#[test]
fn batches_are_joined() {
    let (columns, batch) = answer();
    for format in [Format::Table, Format::Csv, Format::Json, Format::Ndjson] {
        let whole = written(format, Medium::Screen(120), &columns, std::slice::from_ref(&batch));
        let parts: Vec<RecordBatch> = (0..3).map(|row| batch.slice(row, 1)).collect();
        assert_eq!(written(format, Medium::Screen(120), &columns, &parts), whole, "{format:?}");
    }
}

#[test]
fn an_answer_without_rows_is_whole() {
    let (columns, _) = answer();
    let cases = [(Format::Json, "[]\n"), (Format::Ndjson, "")];
    for (format, expected) in cases {
        assert_eq!(written(format, Medium::Pipe, &columns, &[]), expected.as_bytes());
    }
    let csv = String::from_utf8(written(Format::Csv, Medium::Pipe, &columns, &[])).expect("UTF-8");
    assert_eq!(csv.lines().count(), 1);
}

#[test]
fn a_long_table_flows_and_later_rows_keep_to_the_widths() {
    let columns = [Column { name: "x".to_string(), data_type: DataType::Utf8 }];
    let schema = schema_of(&columns);
    let short: ArrayRef = Arc::new(StringArray::from(vec!["ab"; 600]));
    let long: ArrayRef = Arc::new(StringArray::from(vec!["abcdefgh"]));
    let batches =
        [short, long].map(|array| RecordBatch::try_new(Arc::clone(&schema), vec![array]).expect("one column"));
    let screen = String::from_utf8(written(Format::Table, Medium::Screen(80), &columns, &batches)).expect("UTF-8");
    assert_eq!(screen.lines().last(), Some("a…"));
    let pipe = String::from_utf8(written(Format::Table, Medium::Pipe, &columns, &batches)).expect("UTF-8");
    assert_eq!(pipe.lines().last(), Some("abcdefgh"));
}

#[test]
fn parquet_and_arrow_hold_the_rows() {
    let (columns, batch) = answer();
    let parquet = bytes::Bytes::from(written(Format::Parquet, Medium::File, &columns, std::slice::from_ref(&batch)));
    let read: Vec<RecordBatch> = ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(parquet)
        .and_then(|builder| builder.build())
        .expect("the file is Parquet")
        .collect::<Result<_, _>>()
        .expect("the rows can be read");
    same_rows(&read, &columns, &batch);

    let file = written(Format::Arrow, Medium::File, &columns, std::slice::from_ref(&batch));
    let reader = ::arrow::ipc::reader::FileReader::try_new(std::io::Cursor::new(file), None).expect("an Arrow file");
    same_rows(&reader.collect::<Result<Vec<_>, _>>().expect("rows"), &columns, &batch);

    let stream = written(Format::Arrow, Medium::Pipe, &columns, std::slice::from_ref(&batch));
    let reader = ::arrow::ipc::reader::StreamReader::try_new(std::io::Cursor::new(stream), None).expect("a stream");
    same_rows(&reader.collect::<Result<Vec<_>, _>>().expect("rows"), &columns, &batch);
}

/// The rows as JSON are the same, whatever the encoding that carried them.
fn same_rows(read: &[RecordBatch], columns: &[Column], batch: &RecordBatch) {
    let expected = written(Format::Ndjson, Medium::Pipe, columns, std::slice::from_ref(batch));
    assert_eq!(read[0].schema().field(9).name(), "n_2");
    let found = written(Format::Ndjson, Medium::Pipe, columns, read);
    assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(&expected));
}

#[test]
fn a_column_encoded_otherwise_than_declared_is_written_as_declared() {
    let columns = [Column { name: "region".to_string(), data_type: DataType::Utf8 }];
    let region: DictionaryArray<Int32Type> = vec![Some("eu-west-1"), None].into_iter().collect();
    let schema = Schema::new(vec![Field::new("region", region.data_type().clone(), true)]);
    let batch = RecordBatch::try_new(Arc::new(schema), vec![Arc::new(region)]).expect("one column");
    let stream = written(Format::Arrow, Medium::Pipe, &columns, &[batch]);
    let mut reader = ::arrow::ipc::reader::StreamReader::try_new(std::io::Cursor::new(stream), None).expect("a stream");
    let read = reader.next().expect("a batch").expect("rows");
    assert_eq!(read.column(0).data_type(), &DataType::Utf8);
    assert_eq!(read.column(0).null_count(), 1);
}

#[test]
fn timestamps_of_every_unit_are_utc() {
    let zoned = TimestampMillisecondArray::from(vec![1_698_364_830_250]).with_timezone("Asia/Tokyo");
    let arrays: [(ArrayRef, &str); 3] = [
        (Arc::new(TimestampSecondArray::from(vec![1])), "1970-01-01T00:00:01Z"),
        (Arc::new(TimestampNanosecondArray::from(vec![1])), "1970-01-01T00:00:00.000000001Z"),
        (Arc::new(zoned), "2023-10-27T00:00:30.250Z"),
    ];
    for (array, expected) in arrays {
        assert!(matches!(
            array.data_type(),
            DataType::Timestamp(TimeUnit::Second | TimeUnit::Millisecond | TimeUnit::Nanosecond, _)
        ));
        let columns = [Column { name: "t".to_string(), data_type: array.data_type().clone() }];
        let batch = RecordBatch::try_new(schema_of(&columns), vec![array]).expect("one column");
        let line = written(Format::Ndjson, Medium::Pipe, &columns, &[batch]);
        assert_eq!(String::from_utf8_lossy(&line), format!("{{\"t\":\"{expected}\"}}\n"));
    }
}

#[test]
fn the_format_follows_the_file_name() {
    for (name, format) in [
        ("a.csv", Some(Format::Csv)),
        ("a.JSON", Some(Format::Json)),
        ("a.jsonl", Some(Format::Ndjson)),
        ("a.parquet", Some(Format::Parquet)),
        ("a", None),
        ("a.gz", None),
    ] {
        assert_eq!(Format::of_file(Path::new(name)), format, "{name}");
    }
}

#[test]
fn parquet_holds_intervals_as_text() {
    let days = IntervalMonthDayNanoType::make_value(0, 3, 0);
    let array = Arc::new(IntervalMonthDayNanoArray::from(vec![Some(days), None])) as ArrayRef;
    let columns = vec![Column { name: "age".to_string(), data_type: array.data_type().clone() }];
    let batch = RecordBatch::try_new(schema_of(&columns), vec![array]).expect("one column");
    let file = bytes::Bytes::from(written(Format::Parquet, Medium::File, &columns, &[batch]));
    let reader = ::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder::try_new(file);
    let mut batches = reader.expect("the file is Parquet").build().expect("it can be read");
    let read = batches.next().expect("there are rows").expect("they can be read");
    let texts: Vec<_> = read.column(0).as_string::<i32>().iter().collect();
    assert_eq!(texts, [Some("3 00:00:00.000"), None]);
}

fn text_column(values: &[Option<String>]) -> (Vec<Column>, RecordBatch) {
    let columns = vec![Column { name: "v".to_string(), data_type: DataType::Utf8 }];
    let array = Arc::new(StringArray::from(values.to_vec()));
    let batch = RecordBatch::try_new(schema_of(&columns), vec![array]).expect("one column");
    (columns, batch)
}

/// The values of a one-column CSV file after its header: what is quoted is a value, what is not is NULL.
fn values_of_csv(text: &str) -> Vec<Option<String>> {
    let mut rest = text.strip_prefix("\"v\"\n").expect("the header comes first");
    let mut values = Vec::new();
    while !rest.is_empty() {
        let Some(quoted) = rest.strip_prefix('"') else {
            rest = rest.strip_prefix('\n').expect("NULL is an empty line");
            values.push(None);
            continue;
        };
        let mut value = String::new();
        let mut characters = quoted.char_indices();
        let end = loop {
            match characters.next().expect("a quote is closed") {
                (at, '"') if !quoted[at + 1..].starts_with('"') => break at,
                (_, '"') => value.extend(characters.next().map(|(_, quote)| quote)),
                (_, character) => value.push(character),
            }
        };
        values.push(Some(value));
        rest = quoted[end + 1..].strip_prefix('\n').expect("a value ends its line");
    }
    values
}

proptest! {
    #[test]
    fn every_text_survives_csv_and_json(values in prop::collection::vec(prop::option::of(any::<String>()), 0..8)) {
        let (columns, batch) = text_column(&values);
        let csv = written(Format::Csv, Medium::Pipe, &columns, std::slice::from_ref(&batch));
        prop_assert_eq!(&values_of_csv(&String::from_utf8(csv).expect("UTF-8")), &values);

        let json = written(Format::Json, Medium::Pipe, &columns, std::slice::from_ref(&batch));
        let rows: Vec<serde_json::Value> = serde_json::from_slice(&json).expect("JSON");
        let read: Vec<Option<String>> = rows.iter().map(|row| row["v"].as_str().map(str::to_string)).collect();
        prop_assert_eq!(&read, &values);
    }

    #[test]
    fn json_text_never_breaks_the_document(text: String) {
        let columns = vec![Column { name: "v".to_string(), data_type: DataType::LargeUtf8 }];
        let array = Arc::new(LargeStringArray::from(vec![text]));
        let batch = RecordBatch::try_new(schema_of(&columns), vec![array]).expect("one column");
        let line = String::from_utf8(written(Format::Ndjson, Medium::Pipe, &columns, &[batch])).expect("UTF-8");
        prop_assert_eq!(line.lines().count(), 1);
        prop_assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok());
    }
}
