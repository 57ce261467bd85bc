//! From the text of an expression to its tree. `OR` binds weakest, then `AND`, then `NOT`.

use super::token::{Token, tokens};
use super::value::{KeyType, Value};
use super::{Comparison, Condition, Expression, Key, Refusal, Test};

/// An expression nested deeper is refused: its tree is walked by recursion.
const DEPTH_MAX: usize = 100;

pub(super) fn parse(text: &str, keys: &[Key<'_>]) -> Result<Expression, Refusal> {
    let unsupported = || Refusal(format!("Unsupported expression '{text}'"));
    let tokens = tokens(text).ok_or_else(unsupported)?;
    let mut parser = Parser { tokens: &tokens, keys, depth: 0 };
    let expression = parser.or().map_err(|fault| fault.unwrap_or_else(unsupported))?;
    if parser.tokens.is_empty() { Ok(expression) } else { Err(unsupported()) }
}

struct Parser<'a> {
    tokens: &'a [Token<'a>],
    keys: &'a [Key<'a>],
    depth: usize,
}

/// `None`: the expression cannot be read.
type Fault = Option<Refusal>;

impl Parser<'_> {
    fn or(&mut self) -> Result<Expression, Fault> {
        let mut terms = vec![self.and()?];
        while self.takes("OR") {
            terms.push(self.and()?);
        }
        Ok(joined(terms, Expression::Or))
    }

    fn and(&mut self) -> Result<Expression, Fault> {
        let mut terms = vec![self.not()?];
        while self.takes("AND") {
            terms.push(self.not()?);
        }
        Ok(joined(terms, Expression::And))
    }

    fn not(&mut self) -> Result<Expression, Fault> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(None);
        }
        let expression = if self.takes("NOT") {
            negated(self.not()?)
        } else if self.takes("(") {
            let inner = self.or()?;
            self.expect(")")?;
            inner
        } else {
            self.test()?
        };
        self.depth -= 1;
        Ok(expression)
    }

    fn test(&mut self) -> Result<Expression, Fault> {
        let (key, key_type) = self.key()?;
        if self.takes("IS") {
            let is_negated = self.takes("NOT");
            self.expect("NULL")?;
            return Ok(test(key, key_type, Condition::IsNull, is_negated));
        }
        let is_negated = self.takes("NOT");
        let condition = if self.takes("IN") {
            self.expect("(")?;
            let mut literals = vec![self.literal(key_type)?];
            while self.takes(",") {
                literals.push(self.literal(key_type)?);
            }
            self.expect(")")?;
            Condition::OneOf(literals)
        } else if self.takes("BETWEEN") {
            let least = self.literal(key_type)?;
            self.expect("AND")?;
            Condition::Between(least, self.literal(key_type)?)
        } else if self.takes("LIKE") {
            key_type.expect_text()?;
            Condition::Like(self.literal_text()?)
        } else if is_negated {
            return Err(None);
        } else {
            Condition::Compare(self.comparison()?, self.literal(key_type)?)
        };
        Ok(test(key, key_type, condition, is_negated))
    }

    fn key(&mut self) -> Result<(usize, KeyType), Fault> {
        let name = match self.next()? {
            Token::Word(name) => (*name).to_string(),
            Token::Name(name) => name.clone(),
            _ => return Err(None),
        };
        let place = self.keys.iter().position(|key| key.name.eq_ignore_ascii_case(&name));
        let place = place.ok_or_else(|| Refusal("Invalid partition expression!".to_string()))?;
        Ok((place, KeyType::of(self.keys[place].hive_type)?))
    }

    fn comparison(&mut self) -> Result<Comparison, Fault> {
        match self.next()? {
            Token::Sign("=") => Ok(Comparison::Equal),
            Token::Sign("<>" | "!=") => Ok(Comparison::NotEqual),
            Token::Sign("<") => Ok(Comparison::Less),
            Token::Sign("<=") => Ok(Comparison::LessOrEqual),
            Token::Sign(">") => Ok(Comparison::Greater),
            Token::Sign(">=") => Ok(Comparison::GreaterOrEqual),
            _ => Err(None),
        }
    }

    fn literal(&mut self, key_type: KeyType) -> Result<Value, Fault> {
        Ok(key_type.read(&self.literal_text()?)?)
    }

    /// A number, a text, or `DATE` or `TIMESTAMP` before a text; what it means is the key's type to say.
    fn literal_text(&mut self) -> Result<String, Fault> {
        match self.next()? {
            Token::Text(text) => Ok(text.clone()),
            Token::Number(number) => Ok((*number).to_string()),
            Token::Word(word) if word.eq_ignore_ascii_case("DATE") || word.eq_ignore_ascii_case("TIMESTAMP") => {
                match self.next()? {
                    Token::Text(text) => Ok(text.clone()),
                    _ => Err(None),
                }
            }
            _ => Err(None),
        }
    }

    fn next(&mut self) -> Result<&Token<'_>, Fault> {
        let (first, rest) = self.tokens.split_first().ok_or(None)?;
        self.tokens = rest;
        Ok(first)
    }

    /// Takes the keyword or sign, if that is what comes.
    fn takes(&mut self, wanted: &str) -> bool {
        let comes = match self.tokens.first() {
            Some(Token::Word(word)) => word.eq_ignore_ascii_case(wanted),
            Some(Token::Sign(sign)) => *sign == wanted,
            _ => false,
        };
        if comes {
            self.tokens = &self.tokens[1..];
        }
        comes
    }

    fn expect(&mut self, wanted: &str) -> Result<(), Fault> {
        if self.takes(wanted) { Ok(()) } else { Err(None) }
    }
}

fn joined(mut terms: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Expression {
    match terms.pop() {
        Some(only) if terms.is_empty() => only,
        last => join(terms.into_iter().chain(last).collect()),
    }
}

fn negated(expression: Expression) -> Expression {
    Expression::Not(Box::new(expression))
}

fn test(key: usize, key_type: KeyType, condition: Condition, is_negated: bool) -> Expression {
    let test = Expression::Test(Test { key, key_type, condition });
    if is_negated { negated(test) } else { test }
}
