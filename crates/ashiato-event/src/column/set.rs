//! The columns of a batch in the making, filled row by row.
//!
//! Texts and whether structs are there make up nearly all of a table's columns. They are set as soon as a walk meets
//! their values, which costs next to nothing while the walk waits for the text; what is missing costs nothing at all.
//! Other columns read the spans of what they need when the row is whole.

use arrow::array::{ArrayRef, StructArray};
use arrow::buffer::NullBuffer;
use arrow::datatypes::{DataType, Fields};
use arrow::error::ArrowError;

use super::bits::Bits;
use super::text::TextColumn;
use super::{Column, Row, Run, check_nullable, column_for, shared};
use crate::scan::{Kind, Notes, Places, RECORD, Slot, Span};
use crate::simd::Isa;

/// Room is made for this many rows at once.
const ROWS_AT_ONCE: usize = 64;

/// What a value of another kind than text is taken to need.
const OTHER_BYTES: usize = 64;

/// No column.
const NONE: u32 = u32::MAX;

/// What is made of a slot's value.
#[derive(Debug, Clone, Copy)]
struct Use {
    /// The number of the text column.
    text: u32,
    /// The number of the bits that tell whether a struct is there.
    structure: u32,
    /// Whether the span is kept for other columns.
    kept: bool,
}

impl Use {
    const NOTHING: Use = Use { text: NONE, structure: NONE, kept: false };
}

/// How columns make up an array.
#[derive(Debug, Clone)]
pub(crate) enum Shape {
    Text(usize),
    Struct { fields: Fields, bits: usize, members: Vec<Shape> },
    Other(usize),
}

/// Columns by the slots of their values. Two that want the same of a slot are one.
#[derive(Default)]
pub(crate) struct ColumnSet {
    /// By slot.
    uses: Vec<Use>,
    texts: Vec<(Slot, TextColumn)>,
    structs: Vec<(Slot, Bits)>,
    others: Vec<Box<dyn Column>>,
    /// The slots whose spans are kept.
    kept: Vec<Slot>,
    /// The spans of the row at hand, by slot; those that are not kept are missing.
    spans: Vec<Span>,
    rows: usize,
    /// Source text of the rows.
    text_bytes: usize,
    /// Whether a column holds the whole text of its record.
    holds_records: bool,
}

/// The arrays of a batch, from which shapes are made up.
pub(crate) struct Arrays {
    texts: Vec<ArrayRef>,
    structs: Vec<Option<NullBuffer>>,
    others: Vec<ArrayRef>,
    rows: usize,
}

impl ColumnSet {
    /// Adds what a column of this type needs, whose value is at a slot of `places`; those of a struct's members are
    /// added to them.
    pub(crate) fn add(
        &mut self,
        isa: Isa,
        data_type: &DataType,
        places: &mut Places,
        slot: Slot,
    ) -> Result<Shape, ArrowError> {
        Ok(match data_type {
            DataType::Utf8View => Shape::Text(self.text(slot)),
            DataType::Struct(fields) => {
                let bits = self.structure(slot);
                let mut members = Vec::with_capacity(fields.len());
                for field in fields {
                    check_nullable(field)?;
                    let member = places.member(slot, &field.name().to_ascii_lowercase());
                    members.push(self.add(isa, field.data_type(), places, member)?);
                }
                Shape::Struct { fields: fields.clone(), bits, members }
            }
            other => {
                self.others.push(column_for(isa, other, places, slot)?);
                self.holds_records |= slot == RECORD;
                self.keep(slot);
                Shape::Other(self.others.len() - 1)
            }
        })
    }

    fn text(&mut self, slot: Slot) -> usize {
        self.fit(slot + 1);
        if self.uses[slot].text == NONE {
            self.uses[slot].text = self.texts.len() as u32;
            self.texts.push((slot, TextColumn::new(slot)));
            self.holds_records |= slot == RECORD;
        }
        self.uses[slot].text as usize
    }

    fn structure(&mut self, slot: Slot) -> usize {
        self.fit(slot + 1);
        if self.uses[slot].structure == NONE {
            self.uses[slot].structure = self.structs.len() as u32;
            self.structs.push((slot, Bits::default()));
        }
        self.uses[slot].structure as usize
    }

    /// Keeps the spans of a slot, for a column or for [`ColumnSet::span`].
    pub(crate) fn keep(&mut self, slot: Slot) {
        self.fit(slot + 1);
        if !std::mem::replace(&mut self.uses[slot].kept, true) {
            self.kept.push(slot);
        }
    }

    /// Knows at least this many slots.
    pub(crate) fn fit(&mut self, slots: usize) {
        if self.uses.len() < slots {
            self.uses.resize(slots, Use::NOTHING);
            self.spans.resize(slots, Span::MISSING);
        }
    }

    /// Begins a row whose values are parts of `text`, at the positions that its spans tell.
    #[inline(always)]
    pub(crate) fn begin<'a>(&'a mut self, text: &'a str) -> RowNotes<'a> {
        if self.rows.is_multiple_of(ROWS_AT_ONCE) {
            self.grow(self.rows + ROWS_AT_ONCE);
        }
        for slot in &self.kept {
            self.spans[*slot] = Span::MISSING;
        }
        RowNotes { set: self, text, noted: 0 }
    }

    #[inline(never)]
    fn grow(&mut self, rows: usize) {
        self.texts.iter_mut().for_each(|(_, column)| column.grow(rows));
        self.structs.iter_mut().for_each(|(_, bits)| bits.grow(rows));
    }

    /// The span that the row at hand has at a slot that is kept.
    #[inline(always)]
    pub(crate) fn span(&self, slot: Slot) -> Span {
        self.spans[slot]
    }

    /// Takes the row at hand, whose record has this text.
    #[inline(always)]
    pub(crate) fn commit(&mut self, record: &str) {
        for column in &mut self.others {
            column.append(Row { text: record, spans: &self.spans });
        }
        self.rows += 1;
        self.text_bytes += record.len();
    }

    /// Leaves nothing of the row at hand.
    #[cold]
    pub(crate) fn abandon(&mut self) {
        let row = self.rows;
        self.texts.iter_mut().for_each(|(_, column)| column.clear(row));
        self.structs.iter_mut().filter(|(_, bits)| bits.has(row)).for_each(|(_, bits)| bits.clear(row));
    }

    /// Takes records that were walked before.
    pub(crate) fn append(&mut self, run: Run<'_>) {
        let first = self.rows;
        let rows = first + run.texts.len();
        self.grow(rows.next_multiple_of(ROWS_AT_ONCE));
        for (slot, column) in &mut self.texts {
            for (at, row) in run.rows().enumerate().filter(|(_, row)| row.spans[*slot].is_value()) {
                column.set(first + at, row.text, row.spans[*slot]);
            }
        }
        for (slot, bits) in &mut self.structs {
            for (at, _) in run.rows().enumerate().filter(|(_, row)| row.spans[*slot].kind == Kind::Object) {
                bits.set(first + at);
            }
        }
        for column in &mut self.others {
            run.rows().for_each(|row| column.append(row));
        }
        self.rows = rows;
        self.text_bytes += run.texts.iter().map(|text| text.len()).sum::<usize>();
    }

    /// Takes rows of records of which nothing is wanted.
    pub(crate) fn append_unread(&mut self, rows: usize) {
        debug_assert!(self.is_empty());
        self.rows += rows;
    }

    /// Whether there is no column.
    pub(crate) fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.structs.is_empty() && self.others.is_empty()
    }

    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// Source text of the rows, in bytes.
    pub(crate) fn text_bytes(&self) -> usize {
        self.text_bytes
    }

    /// About how many bytes of memory the rows take.
    pub(crate) fn held_bytes(&self) -> usize {
        let blocks: usize = self.texts.iter().map(|(_, column)| column.block_bytes()).sum();
        let row = self.texts.len() * size_of::<u128>() + self.others.len() * OTHER_BYTES;
        blocks + self.rows * row + if self.holds_records { self.text_bytes } else { 0 }
    }

    /// The arrays of the rows; none are left.
    pub(crate) fn finish(&mut self) -> Arrays {
        let rows = std::mem::take(&mut self.rows);
        self.text_bytes = 0;
        Arrays {
            texts: self.texts.iter_mut().map(|(_, column)| column.finish_rows(rows)).collect(),
            structs: self.structs.iter_mut().map(|(_, bits)| bits.finish(rows)).collect(),
            others: self.others.iter_mut().map(|column| column.finish()).collect(),
            rows,
        }
    }
}

impl Arrays {
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    pub(crate) fn array(&self, shape: &Shape) -> ArrayRef {
        match shape {
            Shape::Text(number) => self.texts[*number].clone(),
            Shape::Other(number) => self.others[*number].clone(),
            Shape::Struct { fields, bits, .. } if fields.is_empty() => {
                shared(StructArray::new_empty_fields(self.rows, self.structs[*bits].clone()))
            }
            Shape::Struct { fields, bits, members } => {
                let members = members.iter().map(|member| self.array(member)).collect();
                shared(StructArray::new(fields.clone(), members, self.structs[*bits].clone()))
            }
        }
    }
}

/// Sets the values of the row at hand.
pub(crate) struct RowNotes<'a> {
    set: &'a mut ColumnSet,
    text: &'a str,
    /// Bit `i` is slot `i`, where something was noted, be it NULL. Further slots are known by their columns.
    noted: u64,
}

impl Notes for RowNotes<'_> {
    #[inline(always)]
    fn has(&self, slot: u32) -> bool {
        if slot < u64::BITS {
            return (self.noted >> slot) & 1 == 1;
        }
        let ColumnSet { uses, texts, structs, spans, rows, .. } = &*self.set;
        let Use { text, structure, kept } = uses[slot as usize];
        let has_text = || texts.get(text as usize).is_some_and(|(_, column)| column.has(*rows));
        let has_struct = || structs.get(structure as usize).is_some_and(|(_, bits)| bits.has(*rows));
        (kept && spans[slot as usize] != Span::MISSING) || has_text() || has_struct()
    }

    #[inline(always)]
    fn note(&mut self, slot: u32, span: Span) {
        if slot < u64::BITS {
            self.noted |= 1 << slot;
        }
        let ColumnSet { uses, texts, structs, spans, rows, .. } = &mut *self.set;
        let Use { text, structure, kept } = uses[slot as usize];
        if let Some((_, column)) = texts.get_mut(text as usize) {
            column.set(*rows, self.text, span);
        }
        if let Some((_, bits)) = structs.get_mut(structure as usize) {
            match span.kind {
                Kind::Object => bits.set(*rows),
                _ => bits.clear(*rows),
            }
        }
        if kept {
            spans[slot as usize] = span;
        }
    }

    fn forget(&mut self, slot: u32) {
        self.note(slot, Span::MISSING);
        if slot < u64::BITS {
            self.noted &= !(1 << slot);
        }
    }
}
