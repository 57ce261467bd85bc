//! `soundex(text)`: the phonetic code of an English word: its first letter and three digits.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("soundex", vec![exactly(&[Kind::Varchar], varchar, soundex)])
}

fn soundex(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.try_each::<StringViewArray, _>(|row| texts.get(row).map(code).transpose())
}

fn code(text: &str) -> Result<String> {
    if let Some(other) = text.chars().find(|c| c.is_alphabetic() && !c.is_ascii()) {
        return Err(invalid_argument(format!("The character is not mapped: {other}")));
    }
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).map(|byte| byte.to_ascii_uppercase());
    let mut code = String::new();
    let mut last = None;
    for letter in letters {
        let digit = digit(letter);
        if code.is_empty() {
            code.push(char::from(letter));
            last = digit;
            continue;
        }
        if let Some(digit) = digit.filter(|digit| Some(*digit) != last) {
            code.push(digit);
        }
        // H and W do not part letters of one digit; vowels do.
        if !matches!(letter, b'H' | b'W') {
            last = digit;
        }
        if code.len() == 4 {
            return Ok(code);
        }
    }
    Ok(if code.is_empty() { code } else { format!("{code:0<4}") })
}

fn digit(letter: u8) -> Option<char> {
    match letter {
        b'B' | b'F' | b'P' | b'V' => Some('1'),
        b'C' | b'G' | b'J' | b'K' | b'Q' | b'S' | b'X' | b'Z' => Some('2'),
        b'D' | b'T' => Some('3'),
        b'L' => Some('4'),
        b'M' | b'N' => Some('5'),
        b'R' => Some('6'),
        _ => None,
    }
}
