//! `Map` from an object.

use std::collections::HashMap;
use std::collections::hash_map;
use std::ops::Range;

use arrow::array::{ArrayRef, BooleanBufferBuilder, MapArray, StructArray};
use arrow::buffer::NullBuffer;
use arrow::datatypes::{DataType, FieldRef, Fields};
use arrow::error::ArrowError;

use super::{Column, ElementColumn, Offsets, Row, column_for, shared};
use crate::scan::{Entry, Kind, Places, RECORD, Slot, Span, entries, unescape_into};
use crate::simd::Isa;

/// Up to this many entries keys are compared one with another; more are looked up in a table.
const FEW_ENTRIES: usize = 24;

pub(crate) struct MapColumn {
    isa: Isa,
    slot: Slot,
    field: FieldRef,
    fields: Fields,
    ordered: bool,
    keys: Box<dyn Column>,
    value: ElementColumn,
    offsets: Offsets,
    present: BooleanBufferBuilder,
    /// The entries of the map at hand.
    entries: Vec<Entry>,
    /// Which of them stay: of entries with the same key the last value, in the place of the first.
    kept: Vec<(Range<usize>, usize)>,
}

impl MapColumn {
    pub(super) fn new(isa: Isa, field: &FieldRef, ordered: bool, slot: Slot) -> Result<MapColumn, ArrowError> {
        let DataType::Struct(fields) = field.data_type() else {
            return Err(ArrowError::SchemaError(format!("a map's entries are of type {}", field.data_type())));
        };
        let [key, value] = fields.iter().as_slice() else {
            return Err(ArrowError::SchemaError(format!("a map's entries have {} fields", fields.len())));
        };
        if !matches!(key.data_type(), DataType::Utf8View | DataType::Utf8) {
            return Err(ArrowError::NotYetImplemented(format!("a map with keys of type {}", key.data_type())));
        }
        Ok(MapColumn {
            isa,
            slot,
            field: field.clone(),
            fields: fields.clone(),
            ordered,
            keys: column_for(isa, key.data_type(), &mut Places::new(), RECORD)?,
            value: ElementColumn::new(isa, value)?,
            offsets: Offsets::new(),
            present: BooleanBufferBuilder::new(0),
            entries: Vec::new(),
            kept: Vec::new(),
        })
    }

    /// Notes the entries' keys and spans, and which of them stay.
    fn read(&mut self, row: Row<'_>) -> Option<()> {
        let span = row.spans[self.slot];
        self.kept.clear();
        if span.kind != Kind::Object {
            return None;
        }
        self.entries.clear();
        let ElementColumn { places, spans, .. } = &mut self.value;
        spans.clear();
        entries(self.isa, places, row.text.as_bytes(), span.start(), &mut self.entries, spans).ok()?;
        if !self.offsets.has_room(self.entries.len()) {
            return None;
        }
        keep_last_of_each(row.text, &self.entries, &mut self.kept);
        Some(())
    }
}

/// Keys are the same when their texts are, however they are escaped.
fn keep_last_of_each(text: &str, entries: &[Entry], kept: &mut Vec<(Range<usize>, usize)>) {
    let escaped = entries.iter().any(|entry| text[entry.key.clone()].contains('\\'));
    if entries.len() <= FEW_ENTRIES && !escaped {
        for (index, entry) in entries.iter().enumerate() {
            match kept.iter_mut().find(|(key, _)| text[key.clone()] == text[entry.key.clone()]) {
                Some((_, last)) => *last = index,
                None => kept.push((entry.key.clone(), index)),
            }
        }
        return;
    }
    let mut seen = HashMap::new();
    for (index, entry) in entries.iter().enumerate() {
        let mut key = String::new();
        unescape_into(&text[entry.key.clone()], &mut key);
        match seen.entry(key) {
            hash_map::Entry::Occupied(first) => {
                let first: &usize = first.get();
                kept[*first].1 = index;
            }
            hash_map::Entry::Vacant(new) => {
                new.insert(kept.len());
                kept.push((entry.key.clone(), index));
            }
        }
    }
}

impl Column for MapColumn {
    fn append(&mut self, row: Row<'_>) {
        let present = self.read(row).is_some();
        self.present.append(present);
        let MapColumn { keys, value, kept, .. } = self;
        for (key, index) in kept.iter() {
            let span = Span::new(key.start, key.end, Kind::Escaped);
            keys.append(Row { text: row.text, spans: &[span] });
            let (column, spans) = value.split(*index);
            column.append(Row { text: row.text, spans });
        }
        self.offsets.push(self.kept.len());
    }

    fn finish(&mut self) -> ArrayRef {
        let nulls = Some(NullBuffer::new(self.present.finish())).filter(|nulls| nulls.null_count() > 0);
        let arrays = vec![self.keys.finish(), self.value.column.finish()];
        let entries = StructArray::new(self.fields.clone(), arrays, None);
        shared(MapArray::new(self.field.clone(), self.offsets.finish(), entries, nulls, self.ordered))
    }
}
