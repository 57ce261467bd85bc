//! `0xFF`, `0o17`, `0b101` and `1_000`, which `sqlparser` reads as bytes, or as a number and a name behind it.

use super::tokens::Tokens;
use sqlparser::tokenizer::Token;

/// Makes one decimal number of each.
pub(crate) fn write_out(tokens: &mut Tokens<'_>) {
    let mut at = 0;
    while at < tokens.list.len() {
        let end = run_end(tokens, at);
        let text: String = (at..end).map(|index| tokens.written(index)).collect();
        if let Some(number) = number(&text) {
            tokens.replace(at, end, Token::Number(number, false));
        }
        at += 1;
    }
}

/// Where the touching numbers and names end, of which the first is a number.
fn run_end(tokens: &Tokens<'_>, from: usize) -> usize {
    let starts = match &tokens.list[from].token {
        Token::Number(_, false) => true,
        // Not `X'ff'`.
        Token::HexStringLiteral(_) => tokens.written(from).starts_with('0'),
        _ => false,
    };
    if !starts {
        return from;
    }
    let is_part = |index: usize| match &tokens.list[index].token {
        Token::Number(..) => true,
        Token::Word(word) => word.quote_style.is_none(),
        _ => false,
    };
    let mut end = from + 1;
    while end < tokens.list.len() && is_part(end) && tokens.list[end - 1].span.end == tokens.list[end].span.start {
        end += 1;
    }
    end
}

/// The decimal digits of a number with a base or with underscores; None for any other text.
fn number(text: &str) -> Option<String> {
    let based = text.strip_prefix('0').and_then(|rest| {
        let base = match rest.chars().next()? {
            'x' | 'X' => 16,
            'o' | 'O' => 8,
            'b' | 'B' => 2,
            _ => return None,
        };
        Some((base, &rest[1..]))
    });
    match based {
        Some((base, digits)) => u128::from_str_radix(&joined(digits)?, base).ok().map(|value| value.to_string()),
        None if text.contains('_') => {
            let parts: Vec<String> = text.split('.').map(joined).collect::<Option<_>>()?;
            let is_number = parts.len() <= 2
                && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
            is_number.then(|| parts.join("."))
        }
        None => None,
    }
}

/// Digits without the underscores between them.
fn joined(digits: &str) -> Option<String> {
    let is_right = !digits.is_empty() && !digits.ends_with('_') && !digits.starts_with('_') && !digits.contains("__");
    is_right.then(|| digits.replace('_', ""))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_read_whole_or_not_at_all() {
        let cases = [
            ("0x1F", Some("31")),
            ("0X0a", Some("10")),
            ("0o17", Some("15")),
            ("0b1001_0000", Some("144")),
            ("1_000", Some("1000")),
            ("123_456.789_123", Some("123456.789123")),
            ("0b12", None),
            ("0x", None),
            ("1_", None),
            ("1__0", None),
            ("1_a", None),
            ("1e5", None),
            ("17", None),
        ];
        for (text, expected) in cases {
            assert_eq!(number(text).as_deref(), expected, "{text}");
        }
    }
}
