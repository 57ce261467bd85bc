//! JSON: an array of objects, or one object a line. Nested values stay nested.

mod value;

use super::{AnswerWriter, Column, Sink, names};
use arrow::array::RecordBatch;

/// How the objects follow one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `[{…},{…}]`, one object a line inside.
    Array,
    /// One object a line, nothing around them.
    Lines,
}

pub(crate) struct JsonWriter<'a> {
    sink: Sink<'a>,
    shape: Shape,
    /// Each column's `"name":`, ready to copy.
    keys: Vec<Vec<u8>>,
    rows: u64,
}

impl<'a> JsonWriter<'a> {
    pub(crate) fn begin(columns: &[Column], shape: Shape, sink: Sink<'a>) -> anyhow::Result<Self> {
        let keys = names::distinct(columns).into_iter().map(|name| {
            let mut key = Vec::new();
            value::push_text(&name, &mut key);
            key.push(b':');
            key
        });
        let keys = keys.collect();
        if shape == Shape::Array {
            sink.write_all(b"[")?;
        }
        Ok(JsonWriter { sink, shape, keys, rows: 0 })
    }
}

impl AnswerWriter for JsonWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let mut text = Vec::new();
        for row in 0..batch.num_rows() {
            text.clear();
            match self.shape {
                Shape::Array if self.rows == 0 => text.push(b'\n'),
                Shape::Array => text.extend_from_slice(b",\n"),
                Shape::Lines => {}
            }
            text.push(b'{');
            for (position, (array, key)) in batch.columns().iter().zip(&self.keys).enumerate() {
                if position > 0 {
                    text.push(b',');
                }
                text.extend_from_slice(key);
                value::push(array, row, &mut text)?;
            }
            text.push(b'}');
            if self.shape == Shape::Lines {
                text.push(b'\n');
            }
            self.sink.write_all(&text)?;
            self.rows += 1;
        }
        Ok(())
    }

    fn end(self: Box<Self>) -> anyhow::Result<()> {
        match self.shape {
            Shape::Array if self.rows == 0 => self.sink.write_all(b"]\n")?,
            Shape::Array => self.sink.write_all(b"\n]\n")?,
            Shape::Lines => {}
        }
        Ok(())
    }
}
