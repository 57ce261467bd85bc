//! The words, names, literals and signs of an expression.

/// A piece of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A keyword or a name.
    Word(&'a str),
    /// A name in double quotes or backticks.
    Name(String),
    /// Text in single quotes.
    Text(String),
    /// Digits, with a sign or a point.
    Number(&'a str),
    /// A comparison, a parenthesis or a comma.
    Sign(&'a str),
}

/// All of the text's pieces; `None` where something in it is no piece.
pub(super) fn tokens(text: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            '\'' => quoted(rest, first).map(|(text, after)| (Token::Text(text), after))?,
            '"' | '`' => quoted(rest, first).map(|(name, after)| (Token::Name(name), after))?,
            _ if first.is_alphabetic() || first == '_' => {
                let (word, after) = split(rest, |char| char.is_alphanumeric() || "_$".contains(char));
                (Token::Word(word), after)
            }
            '0'..='9' | '+' | '-' | '.' => {
                let signed = usize::from("+-".contains(first));
                let (digits, _) = split(&rest[signed..], |char| char.is_ascii_digit() || char == '.');
                if digits.is_empty() {
                    return None;
                }
                let (number, after) = rest.split_at(signed + digits.len());
                (Token::Number(number), after)
            }
            _ => {
                let signs = ["<>", "<=", ">=", "!=", "=", "<", ">", "(", ")", ","];
                let sign = signs.into_iter().find(|sign| rest.starts_with(sign))?;
                (Token::Sign(sign), &rest[sign.len()..])
            }
        };
        tokens.push(token);
        rest = after.trim_start();
    }
    Some(tokens)
}

/// What stands in quotes, in which a doubled quote is one, and what follows.
fn quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut inner = String::new();
    let mut rest = text.strip_prefix(quote)?;
    loop {
        let (before, after) = rest.split_once(quote)?;
        inner.push_str(before);
        match after.strip_prefix(quote) {
            Some(after) => {
                inner.push(quote);
                rest = after;
            }
            None => return Some((inner, after)),
        }
    }
}

fn split(text: &str, belongs: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(|char| !belongs(char)).unwrap_or(text.len()))
}
