//! A table for people: aligned columns, or one record under another where the screen is too narrow for them.
//!
//! On a screen long values are shortened so that a row is a line. In a pipe or a file nothing is shortened.

mod grid;
mod layout;
mod records;
mod shown;

use super::{AnswerWriter, Column, Medium, Sink};
use arrow::array::RecordBatch;
use layout::Layout;
use shown::ShownCells;

/// Rows looked at before the widths are settled. Later rows are fitted to them, so that memory stays bounded and
/// a long answer flows.
const SAMPLE_ROWS: usize = 500;

pub(crate) struct TableWriter<'a> {
    sink: Sink<'a>,
    screen: Option<usize>,
    columns: Vec<Column>,
    waiting: Vec<RecordBatch>,
    layout: Option<Layout>,
    rows: u64,
}

impl<'a> TableWriter<'a> {
    pub(crate) fn begin(columns: &[Column], medium: Medium, sink: Sink<'a>) -> Self {
        let screen = match medium {
            Medium::Screen(columns) => Some(columns),
            Medium::Pipe | Medium::File => None,
        };
        TableWriter { sink, screen, columns: columns.to_vec(), waiting: Vec::new(), layout: None, rows: 0 }
    }

    /// Settles the layout by the rows that wait, and writes them.
    fn settle(&mut self) -> anyhow::Result<()> {
        let mut widths: Vec<usize> = self.columns.iter().map(|column| shown::name(&column.name).1).collect();
        for batch in &self.waiting {
            shown::widen(batch, &mut widths)?;
        }
        let layout = layout::choose(&widths, self.screen);
        if let Layout::Grid(widths) = &layout {
            grid::write_header(&self.columns, widths, self.screen, self.sink)?;
        }
        self.layout = Some(layout);
        for batch in std::mem::take(&mut self.waiting) {
            self.write_rows(&batch)?;
        }
        Ok(())
    }

    fn write_rows(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        let cells = ShownCells::try_new(batch)?;
        match self.layout.as_ref().expect("rows are written only once the layout is settled") {
            Layout::Grid(widths) => grid::write_rows(&cells, &self.columns, widths, self.screen, self.sink)?,
            Layout::Records { screen } => {
                records::write_rows(&cells, &self.columns, self.rows, *screen, self.sink)?;
            }
        }
        self.rows += batch.num_rows() as u64;
        Ok(())
    }
}

impl AnswerWriter for TableWriter<'_> {
    fn batch(&mut self, batch: &RecordBatch) -> anyhow::Result<()> {
        if self.layout.is_some() {
            return self.write_rows(batch);
        }
        self.waiting.push(batch.clone());
        let sampled: usize = self.waiting.iter().map(RecordBatch::num_rows).sum();
        if sampled >= SAMPLE_ROWS { self.settle() } else { Ok(()) }
    }

    fn end(mut self: Box<Self>) -> anyhow::Result<()> {
        if self.layout.is_none() {
            self.settle()?;
        }
        Ok(())
    }
}
