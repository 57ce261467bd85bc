//! Text from logs made safe to print.
//!
//! Whoever calls an API chooses what its log record says (user agents, names, error messages), so a record can
//! hold escape sequences aimed at the terminal of whoever reads it, or characters that reorder a line.

use std::io::{self, Write};
use unicode_width::UnicodeWidthChar;

/// Appends `text` with control and reordering characters shown as `\n`, `\x1b`, `\u{202e}`.
pub(crate) fn push_escaped(text: &str, out: &mut String) {
    for character in text.chars() {
        push_escaped_char(character, out);
    }
}

/// Appends one character, escaped where [`push_escaped`] says so.
pub(crate) fn push_escaped_char(character: char, out: &mut String) {
    match character {
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        c if c.is_ascii_control() => out.push_str(&format!("\\x{:02x}", u32::from(c))),
        c if c.is_control() || is_invisible(c) => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
        c => out.push(c),
    }
}

/// Format characters that change how their neighbours are shown and are themselves unseen: marks and overrides
/// of direction, zero-width spaces and joiners, line and paragraph separators, the byte order mark, tags.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{061c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Columns of a terminal that printable text takes.
pub(crate) fn width(text: &str) -> usize {
    text.chars().map(|character| character.width().unwrap_or(0)).sum()
}

/// Where to cut `text` so that what precedes takes at most `columns`: a byte offset at a character's edge.
pub(crate) fn cut(text: &str, columns: usize) -> usize {
    let mut taken = 0;
    for (offset, character) in text.char_indices() {
        taken += character.width().unwrap_or(0);
        if taken > columns {
            return offset;
        }
    }
    text.len()
}

/// Stands before a terminal: passes text on, with control bytes other than line breaks and tabs shown as escapes.
///
/// For output formats that must carry text exactly (csv, json): exact in a file or a pipe, safe on a screen.
pub(crate) struct TerminalGuard<W> {
    terminal: W,
    /// Whether the last byte was 0xC2, which begins the two-byte form of the control characters U+0080 to U+009F.
    held: bool,
}

impl<W: Write> TerminalGuard<W> {
    pub(crate) fn new(terminal: W) -> Self {
        TerminalGuard { terminal, held: false }
    }
}

impl<W: Write> Write for TerminalGuard<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut shown = Vec::with_capacity(bytes.len() + 16);
        for &byte in bytes {
            if std::mem::take(&mut self.held) {
                if (0x80..=0x9f).contains(&byte) {
                    shown.extend_from_slice(format!("\\u{{{byte:x}}}").as_bytes());
                    continue;
                }
                shown.push(0xc2);
            }
            match byte {
                0xc2 => self.held = true,
                b'\n' | b'\t' => shown.push(byte),
                0x00..=0x1f | 0x7f => shown.extend_from_slice(format!("\\x{byte:02x}").as_bytes()),
                _ => shown.push(byte),
            }
        }
        self.terminal.write_all(&shown)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.terminal.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn control_and_reordering_characters_are_shown() {
        let cases = [
            ("plain, 日本語, café", "plain, 日本語, café"),
            ("\u{1b}[2Jgone", "\\x1b[2Jgone"),
            ("a\nb\tc\rd", "a\\nb\\tc\\rd"),
            ("\u{9b}31m", "\\u{9b}31m"),
            ("admin\u{202e}gpj.exe", "admin\\u{202e}gpj.exe"),
            ("zero\u{200b}width", "zero\\u{200b}width"),
            ("\u{7f}\0", "\\x7f\\x00"),
        ];
        for (text, expected) in cases {
            let mut shown = String::new();
            push_escaped(text, &mut shown);
            assert_eq!(shown, expected);
        }
    }

    #[test]
    fn width_counts_columns_not_characters() {
        assert_eq!(width("abc"), 3);
        assert_eq!(width("日本"), 4);
        assert_eq!(&"日本語"[..cut("日本語", 5)], "日本");
        assert_eq!(cut("abc", 10), 3);
    }

    #[test]
    fn the_guard_escapes_whatever_the_writes_are_split_into() {
        let text = "é\u{9b}31m \u{1b}]0;x\u{7}\nß\t.".as_bytes();
        let expected = "é\\u{9b}31m \\x1b]0;x\\x07\nß\t.";
        for size in 1..text.len() {
            let mut guard = TerminalGuard::new(Vec::new());
            for part in text.chunks(size) {
                guard.write_all(part).expect("a vector takes all");
            }
            assert_eq!(String::from_utf8_lossy(&guard.terminal), expected, "in parts of {size}");
        }
    }

    proptest! {
        #[test]
        fn nothing_escaped_or_guarded_controls_a_terminal(text: String, size in 1usize..8) {
            let mut shown = String::new();
            push_escaped(&text, &mut shown);
            prop_assert!(!shown.chars().any(char::is_control));

            let mut guard = TerminalGuard::new(Vec::new());
            for part in text.as_bytes().chunks(size) {
                guard.write_all(part).expect("a vector takes all");
            }
            let shown = String::from_utf8(guard.terminal).expect("text stays text");
            prop_assert!(!shown.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        }

        #[test]
        fn a_cut_fits_and_loses_only_what_does_not(text: String, columns in 0usize..40) {
            let offset = cut(&text, columns);
            prop_assert!(width(&text[..offset]) <= columns);
            if let Some(next) = text[offset..].chars().next() {
                prop_assert!(width(&text[..offset + next.len_utf8()]) > columns);
            }
        }
    }
}
