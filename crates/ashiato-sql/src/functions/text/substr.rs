//! `substr(text, start[, length])`: from the character `start`, counted from 1, or from the end where negative.
//! A start of 0 or beyond either end gives the empty text.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar_with_aliases, varbinary, varchar};
use arrow::array::{ArrayRef, BinaryArray, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar, Kind::Bigint], varchar, of_text),
        exactly(&[Kind::Varchar, Kind::Bigint, Kind::Bigint], varchar, of_text),
        exactly(&[Kind::Varbinary, Kind::Bigint], varbinary, of_bytes),
        exactly(&[Kind::Varbinary, Kind::Bigint, Kind::Bigint], varbinary, of_bytes),
    ];
    scalar_with_aliases("substr", &["substring"], overloads)
}

fn of_text(args: &Arguments) -> Result<ArrayRef> {
    let (texts, starts) = (args.varchar(0)?, args.bigint(1)?);
    let lengths = if args.len() == 3 { Some(args.bigint(2)?) } else { None };
    args.each::<StringViewArray, _>(|row| {
        let (text, start) = (texts.get(row)?, starts.get(row)?);
        let length = lengths.as_ref().map_or(Some(i64::MAX), |lengths| lengths.get(row))?;
        Some(part(text, start, length))
    })
}

fn of_bytes(args: &Arguments) -> Result<ArrayRef> {
    let (values, starts) = (args.varbinary(0)?, args.bigint(1)?);
    let lengths = if args.len() == 3 { Some(args.bigint(2)?) } else { None };
    args.each::<BinaryArray, _>(|row| {
        let (bytes, start) = (values.get(row)?, starts.get(row)?);
        let length = lengths.as_ref().map_or(Some(i64::MAX), |lengths| lengths.get(row))?;
        let (from, count) = window(start, length, bytes.len());
        Some(&bytes[from..from + count])
    })
}

/// The part of a text, by characters.
pub(super) fn part(text: &str, start: i64, length: i64) -> &str {
    if text.is_ascii() {
        let (from, count) = window(start, length, text.len());
        return &text[from..from + count];
    }
    let (from, count) = window(start, length, text.chars().count());
    let begin = byte_of_char(text, from);
    let end = begin + byte_of_char(&text[begin..], count);
    &text[begin..end]
}

/// The byte at which the character of that index, from 0, starts; the end of the text beyond the last.
pub(super) fn byte_of_char(text: &str, index: usize) -> usize {
    text.char_indices().nth(index).map_or(text.len(), |(at, _)| at)
}

/// Which items, from 0, of how many, lie in the window; always within `available`.
fn window(start: i64, length: i64, available: usize) -> (usize, usize) {
    let total = available as i64;
    let from = match start {
        1.. => start - 1,
        0 => return (0, 0),
        _ => total.saturating_add(start),
    };
    if from < 0 || from >= total || length <= 0 {
        return (0, 0);
    }
    (from as usize, length.min(total - from) as usize)
}

#[cfg(test)]
mod tests {
    use super::part;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn negative_starts_count_from_the_end(text in "\\PC{1,8}", back in 1usize..8) {
            let total = text.chars().count();
            prop_assume!(back <= total);
            let forward = (total - back + 1) as i64;
            prop_assert_eq!(part(&text, -(back as i64), i64::MAX), part(&text, forward, i64::MAX));
        }

        #[test]
        fn a_prefix_and_the_rest_make_the_whole(text in "\\PC{0,8}", cut in 1i64..10) {
            prop_assert_eq!(format!("{}{}", part(&text, 1, cut), part(&text, cut + 1, i64::MAX)), text);
        }

        #[test]
        fn no_window_panics(text in "\\PC{0,8}", start: i64, length: i64) {
            part(&text, start, length);
        }
    }
}
