//! Lines on stderr. Everything said there passes through here, so that no escape sequence out of a log or a
//! file name reaches the terminal, and so that a closed stderr never ends the command.

use crate::printable;
use std::io::{self, Write};

/// One line, or several: line breaks stay, other control characters are shown as escapes.
pub(crate) fn line(text: &str) {
    let mut shown = String::with_capacity(text.len() + 1);
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            shown.push('\n');
        }
        printable::push_escaped(line, &mut shown);
    }
    shown.push('\n');
    // Whoever closed stderr does not want to hear; the answer still goes to stdout.
    let _ = io::stderr().lock().write_all(shown.as_bytes());
}

/// What went wrong.
pub(crate) fn error(text: &str) {
    line(&format!("error: {text}"));
}

/// What the reader of the answer should know.
pub(crate) fn warning(text: &str) {
    line(&format!("warning: {text}"));
}
