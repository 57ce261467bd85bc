//! The table `logs` that cases read: three records with the shapes that CloudTrail's have.

use arrow::array::{ArrayRef, Int64Array, ListArray, MapArray, RecordBatch, StringViewArray, StructArray};
use arrow::buffer::{OffsetBuffer, ScalarBuffer};
use arrow::datatypes::{DataType, Field, Fields};
use std::sync::Arc;

/// | eventname    | useridentity         | resources             | tags           | nums      |
/// |--------------|----------------------|-----------------------|----------------|-----------|
/// | GetObject    | {IAMUser, alice}     | [{a1, Bucket}, {a2, Object}] | {k1: v1, k2: v2} | [1, 2, 3] |
/// | ConsoleLogin | {Root, NULL}         | []                    | {}             | []        |
/// | RunInstances | {AssumedRole, role1} | NULL                  | {k1: v3}       | NULL      |
pub(crate) fn batch() -> RecordBatch {
    let names = text(&[Some("GetObject"), Some("ConsoleLogin"), Some("RunInstances")]);
    let times = text(&[Some("2023-10-27T00:00:30Z"), Some("2023-10-27T01:00:00Z"), Some("2023-10-27T02:00:00Z")]);
    let identity = rows(
        &["type", "username"],
        vec![text(&[Some("IAMUser"), Some("Root"), Some("AssumedRole")]), text(&[Some("alice"), None, Some("role1")])],
    );
    let elements =
        rows(&["arn", "type"], vec![text(&[Some("a1"), Some("a2")]), text(&[Some("Bucket"), Some("Object")])]);
    let resources = list(Arc::new(elements), vec![0, 2, 2, 2], Some(vec![true, true, false]));
    let nums = list(Arc::new(Int64Array::from(vec![1, 2, 3])), vec![0, 3, 3, 3], Some(vec![true, true, false]));
    let entries = rows_of(
        vec![("key", false), ("value", true)],
        vec![text(&[Some("k1"), Some("k2"), Some("k1")]), text(&[Some("v1"), Some("v2"), Some("v3")])],
    );
    let tags = map(entries, vec![0, 2, 2, 3]);
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("eventname", names),
        ("eventtime", times),
        ("useridentity", Arc::new(identity)),
        ("resources", Arc::new(resources)),
        ("tags", Arc::new(tags)),
        ("nums", Arc::new(nums)),
        ("user", text(&[Some("u1"), Some("u2"), Some("u3")])),
        ("timestamp", text(&[Some("2023/10/27"), Some("2023/10/27"), Some("2023/10/28")])),
    ];
    RecordBatch::try_from_iter_with_nullable(columns.into_iter().map(|(name, column)| (name, column, true)))
        .expect("columns of one length")
}

fn text(values: &[Option<&str>]) -> ArrayRef {
    Arc::new(StringViewArray::from(values.to_vec()))
}

fn rows(names: &[&str], columns: Vec<ArrayRef>) -> StructArray {
    rows_of(names.iter().map(|name| (*name, true)).collect(), columns)
}

fn rows_of(names: Vec<(&str, bool)>, columns: Vec<ArrayRef>) -> StructArray {
    let fields = names.into_iter().zip(&columns);
    let fields: Fields =
        fields.map(|((name, nullable), column)| Field::new(name, column.data_type().clone(), nullable)).collect();
    StructArray::new(fields, columns, None)
}

fn list(elements: ArrayRef, offsets: Vec<i32>, valid: Option<Vec<bool>>) -> ListArray {
    let field = Arc::new(Field::new_list_field(elements.data_type().clone(), true));
    ListArray::new(field, OffsetBuffer::new(ScalarBuffer::from(offsets)), elements, valid.map(Into::into))
}

fn map(entries: StructArray, offsets: Vec<i32>) -> MapArray {
    let field = Arc::new(Field::new("entries", DataType::Struct(entries.fields().clone()), false));
    MapArray::new(field, OffsetBuffer::new(ScalarBuffer::from(offsets)), entries, None, false)
}
