//! The language of filters: `EventName=CreateUser and not (Username~test or ErrorCode=AccessDenied)`.

use serde_json::{Value, json};
use std::iter::Peekable;
use std::vec::IntoIter;

/// The deepest that parentheses and nots may nest.
const DEPTH_MAX: usize = 30;

/// A word, a quoted value or a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(&'static str),
}

/// The condition that the server is sent.
///
/// # Errors
/// A sentence that says what was expected where.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let mut tokens = tokens(text)?.into_iter().peekable();
    let condition = or(&mut tokens, 0)?;
    match tokens.next() {
        None => Ok(condition),
        Some(token) => Err(format!("{} is not expected behind a whole filter", shown(&token))),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let mut tokens = Vec::new();
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            _ if letter.is_whitespace() => {}
            '(' => tokens.push(Token::Sign("(")),
            ')' => tokens.push(Token::Sign(")")),
            '=' => tokens.push(Token::Sign("=")),
            '~' => tokens.push(Token::Sign("~")),
            '!' if letters.next_if_eq(&'=').is_some() => tokens.push(Token::Sign("!=")),
            '\'' | '"' => {
                let mut value = String::new();
                loop {
                    match letters.next() {
                        Some(end) if end == letter => break,
                        Some(inner) => value.push(inner),
                        None => return Err(format!("the value {letter}{value} does not end")),
                    }
                }
                tokens.push(Token::Quoted(value));
            }
            _ => {
                let mut word = String::from(letter);
                while let Some(next) = letters.next_if(|next| !next.is_whitespace() && !"()=~!'\"".contains(*next)) {
                    word.push(next);
                }
                tokens.push(Token::Word(word));
            }
        }
    }
    Ok(tokens)
}

type Tokens = Peekable<IntoIter<Token>>;

fn or(tokens: &mut Tokens, depth: usize) -> Result<Value, String> {
    let mut all = vec![and(tokens, depth)?];
    while take_word(tokens, "or") {
        all.push(and(tokens, depth)?);
    }
    Ok(joined("Or", all))
}

fn and(tokens: &mut Tokens, depth: usize) -> Result<Value, String> {
    let mut all = vec![not(tokens, depth)?];
    while take_word(tokens, "and") {
        all.push(not(tokens, depth)?);
    }
    Ok(joined("And", all))
}

fn joined(how: &str, mut all: Vec<Value>) -> Value {
    match all.len() {
        1 => all.swap_remove(0),
        _ => json!({ how: all }),
    }
}

fn not(tokens: &mut Tokens, depth: usize) -> Result<Value, String> {
    if depth > DEPTH_MAX {
        return Err(format!("it nests deeper than {DEPTH_MAX}"));
    }
    if take_word(tokens, "not") {
        return Ok(json!({ "Not": not(tokens, depth + 1)? }));
    }
    match tokens.next() {
        Some(Token::Sign("(")) => {
            let inner = or(tokens, depth + 1)?;
            match tokens.next() {
                Some(Token::Sign(")")) => Ok(inner),
                other => Err(format!("a ) is expected, not {}", shown_or_end(other.as_ref()))),
            }
        }
        Some(Token::Word(attribute)) => comparison(&attribute, tokens),
        other => Err(format!("an attribute is expected, not {}", shown_or_end(other.as_ref()))),
    }
}

fn comparison(attribute: &str, tokens: &mut Tokens) -> Result<Value, String> {
    let sign = match tokens.next() {
        Some(Token::Sign(sign @ ("=" | "!=" | "~"))) => sign,
        other => {
            return Err(format!("=, != or ~ is expected behind {attribute}, not {}", shown_or_end(other.as_ref())));
        }
    };
    let value = match tokens.next() {
        Some(Token::Word(value) | Token::Quoted(value)) => value,
        other => {
            return Err(format!("a value is expected behind {attribute}{sign}, not {}", shown_or_end(other.as_ref())));
        }
    };
    Ok(match sign {
        "~" => json!({ "Contains": [attribute, value] }),
        "=" => json!({ "Equals": [attribute, value] }),
        _ => json!({ "Not": { "Equals": [attribute, value] } }),
    })
}

fn take_word(tokens: &mut Tokens, word: &str) -> bool {
    let is_it = |token: &Token| matches!(token, Token::Word(found) if found.eq_ignore_ascii_case(word));
    tokens.next_if(is_it).is_some()
}

fn shown(token: &Token) -> String {
    match token {
        Token::Word(word) => format!("'{word}'"),
        Token::Quoted(value) => format!("the value '{value}'"),
        Token::Sign(sign) => format!("'{sign}'"),
    }
}

fn shown_or_end(token: Option<&Token>) -> String {
    token.map_or_else(|| "the end".to_string(), shown)
}

#[cfg(test)]
mod tests {
    use super::parse;
    use proptest::prelude::*;
    use serde_json::json;

    #[test]
    fn filters_become_conditions() {
        let equals = |name: &str, value: &str| json!({ "Equals": [name, value] });
        let cases = [
            ("EventName=CreateUser", equals("EventName", "CreateUser")),
            ("Username = 'a b'", equals("Username", "a b")),
            ("EventName != X", json!({ "Not": equals("EventName", "X") })),
            ("ErrorCode~Denied", json!({ "Contains": ["ErrorCode", "Denied"] })),
            (
                "A=1 and B=2 or not C=3",
                json!({ "Or": [{ "And": [equals("A", "1"), equals("B", "2")] }, { "Not": equals("C", "3") }] }),
            ),
            (
                "A=1 AND (B=2 OR C=3)",
                json!({ "And": [equals("A", "1"), { "Or": [equals("B", "2"), equals("C", "3")] }] }),
            ),
        ];
        for (filter, expected) in cases {
            assert_eq!(parse(filter), Ok(expected), "{filter}");
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (filter, why) in [
            ("", "an attribute is expected, not the end"),
            ("EventName", "=, != or ~ is expected behind EventName, not the end"),
            ("EventName=", "a value is expected behind EventName=, not the end"),
            ("A=1 B=2", "'B' is not expected behind a whole filter"),
            ("(A=1", "a ) is expected, not the end"),
            ("A='x", "the value 'x does not end"),
        ] {
            assert_eq!(parse(filter), Err(why.to_string()), "{filter}");
        }
        assert!(parse(&"(".repeat(1000)).is_err());
    }

    proptest! {
        #[test]
        fn nothing_breaks_it(filter in "[a-zA-Z=~!()'\" ]{0,60}") {
            let _ = parse(&filter);
        }
    }
}
