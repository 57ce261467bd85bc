//! Reading a type from text.

use super::Type;

/// Nesting that no real type reaches; deeper text is refused rather than followed down the stack.
const DEPTH_MAX: usize = 100;

/// Trino's limit for CHAR.
const CHAR_LENGTH_MAX: u32 = 65_536;

pub(super) fn parse(text: &str) -> Option<Type> {
    let tokens = tokens(text)?;
    let mut reader = Reader { tokens: &tokens, depth: 0 };
    let parsed = reader.read()?;
    reader.tokens.is_empty().then_some(parsed)
}

#[derive(Debug, PartialEq)]
enum Token {
    /// A bare word, in lower case.
    Word(String),
    Quoted(String),
    Open,
    Close,
    Comma,
}

fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '(' | '<' => tokens.push(Token::Open),
            ')' | '>' => tokens.push(Token::Close),
            ',' => tokens.push(Token::Comma),
            '"' | '`' => {
                let mut name = String::new();
                loop {
                    match chars.next()? {
                        q if q == c && chars.peek() == Some(&c) => name.push(chars.next()?),
                        q if q == c => break,
                        other => name.push(other),
                    }
                }
                tokens.push(Token::Quoted(name));
            }
            c if c.is_whitespace() => {}
            c if c.is_alphanumeric() || c == '_' || c == '$' => {
                let mut word = c.to_lowercase().to_string();
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_' || *c == '$') {
                    word.extend(c.to_lowercase());
                }
                tokens.push(Token::Word(word));
            }
            _ => return None,
        }
    }
    Some(tokens)
}

struct Reader<'a> {
    tokens: &'a [Token],
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<&Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn take(&mut self, token: &Token) -> bool {
        let found = self.tokens.first() == Some(token);
        if found {
            self.tokens = &self.tokens[1..];
        }
        found
    }

    fn take_words(&mut self, words: &[&str]) -> bool {
        let found = self.tokens.len() >= words.len()
            && words.iter().zip(self.tokens).all(|(word, token)| matches!(token, Token::Word(w) if w == word));
        if found {
            self.tokens = &self.tokens[words.len()..];
        }
        found
    }

    fn read(&mut self) -> Option<Type> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return None;
        }
        let Token::Word(word) = self.next()? else { return None };
        let word = word.clone();
        let read = self.read_named(&word);
        self.depth -= 1;
        read
    }

    fn read_named(&mut self, word: &str) -> Option<Type> {
        Some(match word {
            "unknown" => Type::Unknown,
            "boolean" | "bool" => Type::Boolean,
            "tinyint" => Type::Tinyint,
            "smallint" => Type::Smallint,
            "integer" | "int" => Type::Integer,
            "bigint" | "long" => Type::Bigint,
            "real" | "float" => Type::Real,
            "double" => {
                self.take_words(&["precision"]);
                Type::Double
            }
            "decimal" | "numeric" | "dec" => return self.decimal(),
            "varchar" => match self.numbers()?.as_slice() {
                [] => Type::Varchar(None),
                [length] => Type::Varchar(Some(*length)),
                _ => return None,
            },
            "string" | "text" => Type::Varchar(None),
            "char" => match self.numbers()?.first().copied().unwrap_or(1) {
                length if length <= CHAR_LENGTH_MAX => Type::Char(length),
                _ => return None,
            },
            "varbinary" | "binary" => Type::Varbinary,
            "date" => Type::Date,
            "json" => Type::Json,
            "ipaddress" => Type::IpAddress,
            "uuid" => Type::Uuid,
            "time" => {
                let precision = self.precision()?;
                self.take_words(&["without", "time", "zone"]);
                Type::Time(precision)
            }
            "timestamp" => {
                let precision = self.precision()?;
                self.take_words(&["without", "time", "zone"]);
                let zoned = self.take_words(&["with", "time", "zone"]);
                if zoned { Type::TimestampWithZone(precision) } else { Type::Timestamp(precision) }
            }
            "interval" if self.take_words(&["day", "to", "second"]) => Type::DayToSecond,
            "interval" if self.take_words(&["year", "to", "month"]) => Type::YearToMonth,
            "array" => {
                let element = self.parenthesised(Reader::read)?;
                Type::Array(Box::new(element))
            }
            "map" => self.parenthesised(|reader| {
                let key = reader.read()?;
                reader.take(&Token::Comma).then_some(())?;
                Some(Type::Map(Box::new(key), Box::new(reader.read()?)))
            })?,
            "row" | "struct" => Type::Row(self.parenthesised(Reader::fields)?),
            _ => return None,
        })
    }

    fn parenthesised<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.take(&Token::Open).then_some(())?;
        let inner = read(self)?;
        self.take(&Token::Close).then_some(inner)
    }

    fn fields(&mut self) -> Option<Vec<(Option<String>, Type)>> {
        let mut fields = vec![self.field()?];
        while self.take(&Token::Comma) {
            fields.push(self.field()?);
        }
        Some(fields)
    }

    /// `name type` or a type alone: a word before a comma, a bracket or the words that belong to a type is no name.
    fn field(&mut self) -> Option<(Option<String>, Type)> {
        let of_type = ["with", "without", "precision"];
        let name = match self.tokens {
            [Token::Quoted(name), ..] => Some(name.clone()),
            [Token::Word(interval), Token::Word(unit), Token::Word(to), ..]
                if interval == "interval" && to == "to" && (unit == "day" || unit == "year") =>
            {
                None
            }
            [Token::Word(name), Token::Word(next), ..] if !of_type.contains(&next.as_str()) => Some(name.clone()),
            _ => None,
        };
        if name.is_some() {
            self.next();
        }
        Some((name, self.read()?))
    }

    fn numbers(&mut self) -> Option<Vec<u32>> {
        if self.tokens.first() != Some(&Token::Open) {
            return Some(Vec::new());
        }
        self.parenthesised(|reader| {
            let mut numbers = Vec::new();
            loop {
                let Token::Word(word) = reader.next()? else { return None };
                numbers.push(word.parse().ok()?);
                if !reader.take(&Token::Comma) {
                    return Some(numbers);
                }
            }
        })
    }

    fn precision(&mut self) -> Option<u8> {
        let precision = self.numbers()?.first().copied().unwrap_or(3);
        (precision <= 12).then_some(precision as u8)
    }

    fn decimal(&mut self) -> Option<Type> {
        let (precision, scale) = match self.numbers()?.as_slice() {
            [] => (38, 0),
            [precision] => (*precision, 0),
            [precision, scale] => (*precision, *scale),
            _ => return None,
        };
        let is_valid = (1..=38).contains(&precision) && scale <= precision;
        is_valid.then_some(Type::Decimal(precision as u8, scale as i8))
    }
}
