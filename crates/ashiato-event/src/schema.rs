//! The two tables over the same records.

mod athena;
mod lake;

use std::sync::Arc;

use arrow::datatypes::{DataType, Field, FieldRef, Fields};

pub use athena::athena;
pub use lake::lake;

fn text(name: &str) -> FieldRef {
    Arc::new(Field::new(name, DataType::Utf8View, true))
}

fn structure(name: &str, fields: Vec<FieldRef>) -> FieldRef {
    Arc::new(Field::new(name, DataType::Struct(fields.into()), true))
}

fn list(name: &str, element: DataType) -> FieldRef {
    Arc::new(Field::new(name, DataType::List(Arc::new(Field::new("item", element, true))), true))
}

/// `map<string,string>`, in the field names that Arrow's own readers and writers use.
fn text_map(name: &str) -> FieldRef {
    let key = Arc::new(Field::new("key", DataType::Utf8View, false));
    let value = Arc::new(Field::new("value", DataType::Utf8View, true));
    let entries = Field::new("entries", DataType::Struct(Fields::from(vec![key, value])), false);
    Arc::new(Field::new(name, DataType::Map(Arc::new(entries), false), true))
}
