//! Columns side by side: a header, a rule, a line a row. Numbers stand right, all else left.

use super::layout::GAP;
use super::shown::{self, ShownCells};
use crate::output::Column;
use crate::printable;
use arrow::datatypes::DataType;
use std::io::{self, Write};

/// Writes the names and the rule beneath them.
pub(crate) fn write_header(
    columns: &[Column],
    widths: &[usize],
    screen: Option<usize>,
    sink: &mut dyn Write,
) -> io::Result<()> {
    let mut names = Line::default();
    let mut rule = Line::default();
    for (column, width) in columns.iter().zip(widths) {
        names.push(&shown::name(&column.name).0, *width, side(&column.data_type), screen.is_some());
        rule.push(&"─".repeat(*width), *width, Side::Left, screen.is_some());
    }
    names.write(sink)?;
    rule.write(sink)
}

/// Writes a line for each row.
pub(crate) fn write_rows(
    cells: &ShownCells,
    columns: &[Column],
    widths: &[usize],
    screen: Option<usize>,
    sink: &mut dyn Write,
) -> anyhow::Result<()> {
    let sides: Vec<Side> = columns.iter().map(|column| side(&column.data_type)).collect();
    let mut shown = String::new();
    for row in 0..cells.rows {
        let mut line = Line::default();
        for (column, width) in widths.iter().enumerate() {
            cells.read(column, row, &mut shown);
            line.push(&shown, *width, sides[column], screen.is_some());
        }
        line.write(sink)?;
    }
    Ok(())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Left,
    Right,
}

fn side(data_type: &DataType) -> Side {
    if data_type.is_numeric() { Side::Right } else { Side::Left }
}

/// A line in the making: the spaces owed are written only when something follows them.
#[derive(Default)]
struct Line {
    text: String,
    owed: usize,
    has_values: bool,
}

impl Line {
    fn push(&mut self, value: &str, width: usize, side: Side, is_cut: bool) {
        if std::mem::replace(&mut self.has_values, true) {
            self.owed += GAP;
        }
        let value_width = printable::width(value);
        if is_cut && value_width > width {
            let kept = &value[..printable::cut(value, width.saturating_sub(1))];
            self.append(kept);
            self.append("…");
            self.owed += width.saturating_sub(printable::width(kept) + 1);
            return;
        }
        let padding = width.saturating_sub(value_width);
        match side {
            Side::Left => {
                self.append(value);
                self.owed += padding;
            }
            Side::Right => {
                self.owed += padding;
                self.append(value);
            }
        }
    }

    fn append(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.extend(std::iter::repeat_n(' ', std::mem::take(&mut self.owed)));
        self.text.push_str(text);
    }

    fn write(mut self, sink: &mut dyn Write) -> io::Result<()> {
        self.text.push('\n');
        sink.write_all(self.text.as_bytes())
    }
}
