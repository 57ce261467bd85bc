//! One record under another, one line a column: for answers with more columns than a screen has room for.

use super::shown::{self, ShownCells};
use crate::output::Column;
use crate::printable;
use std::io::{self, Write};

/// A long value takes at most so many lines.
const LINES_MAX: usize = 6;

/// Room that a value is given even beside a long name.
const VALUE_NARROWEST: usize = 16;

/// Writes the rows, numbered from `before + 1`.
pub(crate) fn write_rows(
    cells: &ShownCells,
    columns: &[Column],
    before: u64,
    screen: usize,
    sink: &mut dyn Write,
) -> anyhow::Result<()> {
    let names: Vec<(String, usize)> = columns.iter().map(|column| shown::name(&column.name)).collect();
    let name_room = names.iter().map(|(_, width)| *width).max().unwrap_or(0);
    let value_room = screen.saturating_sub(name_room + 2).max(VALUE_NARROWEST);
    let mut shown = String::new();
    for row in 0..cells.rows {
        write_title(before + row as u64 + 1, screen, sink)?;
        for (column, (name, name_width)) in names.iter().enumerate() {
            cells.read(column, row, &mut shown);
            write!(sink, "{name}{:padding$}", "", padding = name_room - name_width + 2)?;
            write_value(&shown, name_room + 2, value_room, sink)?;
        }
    }
    Ok(())
}

fn write_title(number: u64, screen: usize, sink: &mut dyn Write) -> io::Result<()> {
    let title = format!("── {number} ");
    let rest = screen.saturating_sub(printable::width(&title));
    writeln!(sink, "{title}{}", "─".repeat(rest))
}

/// Writes a value over as many lines as it takes, up to [`LINES_MAX`].
fn write_value(value: &str, indent: usize, room: usize, sink: &mut dyn Write) -> io::Result<()> {
    let mut rest = value;
    for line in 1..=LINES_MAX {
        let fits = printable::cut(rest, room) == rest.len();
        if fits {
            return writeln!(sink, "{rest}");
        }
        if line == LINES_MAX {
            return writeln!(sink, "{}…", &rest[..printable::cut(rest, room - 1)]);
        }
        let (shown, left) = rest.split_at(printable::cut(rest, room));
        write!(sink, "{shown}\n{:indent$}", "")?;
        rest = left;
    }
    Ok(())
}
