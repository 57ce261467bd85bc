//! Reading conditions on JSON: `{ ($.a = 1 || $.b = "x*") && $.c NOT EXISTS }`.

use super::InvalidPattern;
use super::json::{Expression, Test};
use super::selector::{Selector, Step};
use super::value::{Value, regex};

/// Parentheses in each other at most; a pattern of 1,024 characters has no use for more.
const DEPTH_MAX: usize = 50;
const REGEXES_MAX: usize = 2;

pub(super) fn parse(pattern: &str) -> Result<Expression, InvalidPattern> {
    let inner = pattern.trim().strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
    let inner = inner.ok_or_else(|| InvalidPattern::new("a brace is not closed"))?;
    let mut parser = Parser { rest: inner, regexes: 0 };
    let expression = parser.any(0)?;
    parser.skip_spaces();
    match parser.rest {
        "" => Ok(expression),
        rest => Err(InvalidPattern::new(format!("{rest:?} is not expected"))),
    }
}

struct Parser<'a> {
    rest: &'a str,
    regexes: usize,
}

impl<'a> Parser<'a> {
    fn any(&mut self, depth: usize) -> Result<Expression, InvalidPattern> {
        let mut expressions = vec![self.all(depth)?];
        while self.take("||") {
            expressions.push(self.all(depth)?);
        }
        Ok(if expressions.len() == 1 { expressions.remove(0) } else { Expression::Any(expressions) })
    }

    fn all(&mut self, depth: usize) -> Result<Expression, InvalidPattern> {
        let mut expressions = vec![self.one(depth)?];
        while self.take("&&") {
            expressions.push(self.one(depth)?);
        }
        Ok(if expressions.len() == 1 { expressions.remove(0) } else { Expression::All(expressions) })
    }

    fn one(&mut self, depth: usize) -> Result<Expression, InvalidPattern> {
        if !self.take("(") {
            return Ok(Expression::Condition(self.selector()?, self.test()?));
        }
        if depth == DEPTH_MAX {
            return Err(InvalidPattern::new("too many parentheses stand in each other"));
        }
        let expression = self.any(depth + 1)?;
        if self.take(")") { Ok(expression) } else { Err(self.expected("a closing parenthesis")) }
    }

    fn selector(&mut self) -> Result<Selector, InvalidPattern> {
        if !self.take("$") {
            return Err(self.expected("a selector, $.name"));
        }
        let mut selector = Selector::default();
        loop {
            if let Some(rest) = self.rest.strip_prefix('.') {
                self.rest = rest;
                if !self.rest.starts_with('[') {
                    let name = self.run(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
                    if name.is_empty() {
                        return Err(self.expected("a name"));
                    }
                    selector.0.push(Step::Name(name.to_string()));
                    continue;
                }
            }
            let Some(rest) = self.rest.strip_prefix('[') else { break };
            self.rest = rest;
            selector.0.push(self.bracket()?);
        }
        Ok(selector)
    }

    /// What stands between brackets: an index, `*`, or a name in quotes.
    fn bracket(&mut self) -> Result<Step, InvalidPattern> {
        let Some((inner, rest)) = self.rest.split_once(']') else { return Err(self.expected("a closing bracket")) };
        let inner = inner.trim();
        let quoted = ['\'', '"'].iter().find_map(|quote| inner.strip_prefix(*quote)?.strip_suffix(*quote));
        let step = match (quoted, inner) {
            (Some(name), _) => Step::Name(name.to_string()),
            (None, "*") => Step::All,
            (None, index) => Step::Index(index.parse().map_err(|_| self.expected("an index"))?),
        };
        self.rest = rest;
        Ok(step)
    }

    fn test(&mut self) -> Result<Test, InvalidPattern> {
        if self.take_word("IS") {
            let tests = [("NULL", Test::IsNull), ("TRUE", Test::IsTrue), ("FALSE", Test::IsFalse)];
            let found = tests.into_iter().find(|(word, _)| self.take_word(word));
            return found.map(|(_, test)| test).ok_or_else(|| self.expected("NULL, TRUE or FALSE"));
        }
        if self.take_word("NOT") {
            return if self.take_word("EXISTS") { Ok(Test::NotExists) } else { Err(self.expected("EXISTS")) };
        }
        if self.take("!=") {
            return Ok(Test::NotEqual(self.value()?));
        }
        if self.take("<=") {
            return Ok(Test::LessOrEqual(self.number()?));
        }
        if self.take(">=") {
            return Ok(Test::GreaterOrEqual(self.number()?));
        }
        if self.take("<") {
            return Ok(Test::Less(self.number()?));
        }
        if self.take(">") {
            return Ok(Test::Greater(self.number()?));
        }
        if self.take("=") {
            return Ok(Test::Equal(self.value()?));
        }
        Err(self.expected("a comparison"))
    }

    fn value(&mut self) -> Result<Value, InvalidPattern> {
        self.skip_spaces();
        if let Some(rest) = self.rest.strip_prefix('"') {
            let Some((text, rest)) = rest.split_once('"') else { return Err(self.expected("a closing quote")) };
            self.rest = rest;
            return Ok(Value::Text(text.to_string()));
        }
        if let Some(rest) = self.rest.strip_prefix('%') {
            let Some((text, rest)) = rest.split_once('%') else { return Err(self.expected("a closing percent sign")) };
            self.rest = rest;
            self.regexes += 1;
            if self.regexes > REGEXES_MAX {
                return Err(InvalidPattern::new("it has more than 2 regular expressions"));
            }
            return Ok(Value::Regex(regex(text)?));
        }
        let text = self.run(|c| c.is_alphanumeric() || "*._-+:/@#".contains(c));
        match (text, number(text)) {
            ("", _) => Err(self.expected("a value")),
            (_, Some(number)) => Ok(Value::Number(number, text.to_string())),
            (_, None) => Ok(Value::Text(text.to_string())),
        }
    }

    fn number(&mut self) -> Result<f64, InvalidPattern> {
        match self.value()? {
            Value::Number(number, _) => Ok(number),
            _ => Err(InvalidPattern::new("only numbers are less or greater")),
        }
    }

    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn take(&mut self, sign: &str) -> bool {
        self.skip_spaces();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn take_word(&mut self, word: &str) -> bool {
        self.skip_spaces();
        let Some(rest) = self.rest.strip_prefix(word) else { return false };
        let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        if ends {
            self.rest = rest;
        }
        ends
    }

    /// The characters from here on that are as wanted.
    fn run(&mut self, is_wanted: impl Fn(char) -> bool) -> &'a str {
        let end = self.rest.find(|c| !is_wanted(c)).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        run
    }

    fn expected(&self, what: &str) -> InvalidPattern {
        let found: String = self.rest.chars().take(20).collect();
        InvalidPattern::new(format!("{what} is expected at {found:?}"))
    }
}

/// Words such as `inf` and `NaN`, which Rust would read, are text.
fn number(text: &str) -> Option<f64> {
    let starts = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    text.parse().ok().filter(|number: &f64| starts && number.is_finite())
}
