//! From Java's regular expressions, which Trino takes, to those of the `regex` crate.
//!
//! Most patterns mean the same in both. Rewritten are: `\Q…\E`, `\h`, `\R`, `\Z`, `\e`, octal and control escapes,
//! POSIX names in `\p{…}`, braces that repeat nothing, hyphens and doubled signs in classes that `regex` would take
//! for operators. Look-around, back-references, atomic groups and possessive repetition need a backtracking engine.

use std::iter::Peekable;
use std::str::Chars;

/// A pattern for `regex`, or for `fancy_regex` where only backtracking can match it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Translated {
    pub(super) pattern: String,
    pub(super) needs_backtracking: bool,
}

/// Translates a pattern. What is wrong in it stays wrong, and is found when it is compiled.
pub(super) fn translate(java: &str) -> Translated {
    let mut translator = Translator { rest: java.chars().peekable(), out: String::new(), needs_backtracking: false };
    translator.pattern();
    Translated { pattern: translator.out, needs_backtracking: translator.needs_backtracking }
}

struct Translator<'a> {
    rest: Peekable<Chars<'a>>,
    out: String,
    needs_backtracking: bool,
}

/// What stands before a hyphen in a class.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// A character that a range can start at.
    Character,
    /// Nothing, a class or the end of a range: the hyphen stands for itself.
    Other,
}

impl Translator<'_> {
    fn upcoming(&self, text: &str) -> bool {
        let mut rest = self.rest.clone();
        text.chars().all(|c| rest.next() == Some(c))
    }

    fn pattern(&mut self) {
        while let Some(c) = self.rest.next() {
            match c {
                '\\' => self.escape(),
                '[' => self.class(),
                '(' => self.group(),
                '*' | '+' | '?' => {
                    self.out.push(c);
                    self.after_repetition();
                }
                '{' => self.braces(),
                _ => self.out.push(c),
            }
        }
    }

    /// `?` makes a repetition lazy, `+` possessive.
    fn after_repetition(&mut self) {
        if let Some(mode) = self.rest.next_if(|c| matches!(c, '?' | '+')) {
            self.needs_backtracking |= mode == '+';
            self.out.push(mode);
        }
    }

    fn group(&mut self) {
        let special = ["?=", "?!", "?<=", "?<!", "?>"];
        self.needs_backtracking |= special.iter().any(|opening| self.upcoming(opening));
        self.out.push('(');
        if self.rest.next_if_eq(&'?').is_some() {
            self.out.push('?');
        }
    }

    /// `{n}`, `{n,}` and `{n,m}` repeat; any other brace stands for itself.
    fn braces(&mut self) {
        let ahead: String = self.rest.clone().take_while(|c| *c != '}').collect();
        let (least, most) = ahead.split_once(',').unwrap_or((&ahead, ""));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let closed = self.rest.clone().nth(ahead.chars().count()) == Some('}');
        if !closed || !is_number(least) || !(most.is_empty() || is_number(most)) {
            self.out.push_str("\\{");
            return;
        }
        self.out.push('{');
        self.out.push_str(&ahead);
        self.out.push('}');
        self.rest.nth(ahead.chars().count());
        self.after_repetition();
    }

    fn escape(&mut self) {
        let Some(c) = self.rest.next() else { return self.out.push('\\') };
        match c {
            'Q' => {
                while !self.upcoming("\\E") {
                    let Some(quoted) = self.rest.next() else { return };
                    self.literal(quoted);
                }
                self.rest.nth(1);
            }
            'E' => {}
            'Z' => {
                self.needs_backtracking = true;
                self.out.push_str("(?=\\n?\\z)");
            }
            'R' => self.out.push_str("(?:\\r\\n|[\\n\\x0B\\x0C\\r\\u{85}\\u{2028}\\u{2029}])"),
            'G' | 'k' | '1'..='9' => {
                self.needs_backtracking = true;
                self.out.extend(['\\', c]);
            }
            'z' | 'A' | 'b' | 'B' => self.out.extend(['\\', c]),
            _ => self.shared_escape(c),
        }
    }

    /// Escapes that mean the same in and out of a class.
    fn shared_escape(&mut self, c: char) {
        match c {
            'd' | 'D' | 'w' | 'W' | 's' | 'S' | 't' | 'n' | 'r' | 'f' | 'a' | 'v' | 'x' | 'u' => {
                self.out.extend(['\\', c]);
            }
            'h' => self.out.push_str("[ \\t\\u{a0}\\u{1680}\\u{180e}\\u{2000}-\\u{200a}\\u{202f}\\u{205f}\\u{3000}]"),
            'e' => self.out.push_str("\\x1B"),
            'c' => match self.rest.next() {
                Some(control) => self.out.push_str(&format!("\\x{{{:x}}}", u32::from(control) ^ 64)),
                None => self.out.push_str("\\c"),
            },
            '0' => {
                let mut code = 0;
                for _ in 0..3 {
                    match self
                        .rest
                        .next_if(|digit| ('0'..='7').contains(digit) && code < 0o40)
                        .and_then(|d| d.to_digit(8))
                    {
                        Some(digit) => code = code * 8 + digit,
                        None => break,
                    }
                }
                self.out.push_str(&format!("\\x{{{code:x}}}"));
            }
            'p' | 'P' => self.property(c),
            _ => self.literal(c),
        }
    }

    fn literal(&mut self, c: char) {
        if c.is_ascii_punctuation() && !matches!(c, '<' | '>') || c == ' ' {
            self.out.push('\\');
        }
        self.out.push(c);
    }

    /// `\p{Name}`: the POSIX names that `regex` lacks are spelt out; a leading `Is` is dropped.
    fn property(&mut self, letter: char) {
        if self.rest.next_if_eq(&'{').is_none() {
            return self.out.extend(['\\', letter]);
        }
        let name: String = self.rest.by_ref().take_while(|c| *c != '}').collect();
        let members = match name.as_str() {
            "Alnum" => "\\p{Alphabetic}\\p{Nd}",
            "XDigit" => "0-9A-Fa-f",
            "Blank" => " \\t",
            "Cntrl" => "\\p{Cc}",
            "ASCII" => "\\x00-\\x7F",
            "Graph" => "[^\\p{White_Space}\\p{Cc}\\p{Cs}\\p{Cn}]",
            "Print" => "[^\\p{Cc}\\p{Cs}\\p{Cn}]",
            _ => {
                let name = name.strip_prefix("Is").unwrap_or(&name);
                return self.out.push_str(&format!("\\{letter}{{{name}}}"));
            }
        };
        let negation = if letter == 'P' { "^" } else { "" };
        self.out.push_str(&format!("[{negation}{members}]"));
    }

    /// A class, past its opening bracket, with the classes nested in it.
    fn class(&mut self) {
        let mut depth = 0;
        let mut before = self.open_class();
        while let Some(c) = self.rest.next() {
            before = match c {
                ']' if depth == 0 => return self.out.push(']'),
                ']' => {
                    depth -= 1;
                    self.out.push(']');
                    Before::Other
                }
                '[' if self.upcoming(":") => self.posix_class(),
                '[' => {
                    depth += 1;
                    self.open_class()
                }
                '\\' => self.class_escape(),
                '-' => self.hyphen(before),
                '&' if self.rest.next_if_eq(&'&').is_some() => {
                    self.out.push_str("&&");
                    Before::Other
                }
                // `~~` is an operator of `regex` only.
                '~' | '&' => {
                    self.literal(c);
                    Before::Character
                }
                _ => {
                    self.out.push(c);
                    Before::Character
                }
            };
        }
    }

    fn open_class(&mut self) -> Before {
        self.out.push('[');
        if self.rest.next_if_eq(&'^').is_some() {
            self.out.push('^');
        }
        if self.rest.next_if_eq(&']').is_some() {
            self.out.push_str("\\]");
            return Before::Character;
        }
        Before::Other
    }

    fn posix_class(&mut self) -> Before {
        self.out.push('[');
        for c in self.rest.by_ref() {
            self.out.push(c);
            if c == ']' {
                break;
            }
        }
        Before::Other
    }

    fn class_escape(&mut self) -> Before {
        let Some(c) = self.rest.next() else {
            self.out.push('\\');
            return Before::Other;
        };
        match c {
            'b' => self.out.push_str("\\x08"),
            'd' | 'D' | 'w' | 'W' | 's' | 'S' | 'p' | 'P' | 'h' => {
                self.shared_escape(c);
                return Before::Other;
            }
            _ => self.shared_escape(c),
        }
        Before::Character
    }

    /// A hyphen between two characters makes a range; any other stands for itself.
    fn hyphen(&mut self, before: Before) -> Before {
        let mut ahead = self.rest.clone();
        let ends_a_range = match ahead.next() {
            None | Some(']' | '[') => false,
            Some('&') => ahead.next() != Some('&'),
            Some('\\') => !matches!(ahead.next(), Some('d' | 'D' | 'w' | 'W' | 's' | 'S' | 'p' | 'P' | 'h')),
            Some(_) => true,
        };
        if before == Before::Other || !ends_a_range {
            self.out.push_str("\\-");
            return Before::Character;
        }
        self.out.push('-');
        match self.rest.next() {
            Some('\\') => {
                self.class_escape();
            }
            Some(end @ ('-' | '~' | '&')) => self.literal(end),
            Some(end) => self.out.push(end),
            None => {}
        }
        Before::Other
    }
}

#[cfg(test)]
mod tests {
    use super::translate;

    #[test]
    fn patterns_are_rewritten_where_the_crates_differ() {
        for (java, expected, backtracks) in [
            (r"^arn:aws:(\w+)\.x$", r"^arn:aws:(\w+)\.x$", false),
            (r"\Qa.b\Ec", r"a\.bc", false),
            (r#"{"k": x{2}}"#, r#"\{"k": x{2}}"#, false),
            (r"a{,2}b{1,}", r"a\{,2}b{1,}", false),
            (r"[\w-.]", r"[\w\-.]", false),
            (r"[a--]", r"[a-\-]", false),
            (r"[+--/]", r"[+-\-/]", false),
            (r"[a-z&&[^aeiou]]", r"[a-z&&[^aeiou]]", false),
            (r"[~~]", r"[\~\~]", false),
            (r"[]a]", r"[\]a]", false),
            (
                r"\p{Alnum}\P{XDigit}\p{IsLatin}\p{Lu}\pL",
                r"[\p{Alphabetic}\p{Nd}][^0-9A-Fa-f]\p{Latin}\p{Lu}\pL",
                false,
            ),
            (r"\e\cA\07\x41\u0041", r"\x1B\x{1}\x{7}\x41\u0041", false),
            (r"\<\/\-\ é", r"<\/\-\ é", false),
            (r"[\b]\b", r"[\x08]\b", false),
            (r"a++", r"a++", true),
            (r"a{2}+", r"a{2}+", true),
            (r"a+?b*", r"a+?b*", false),
            (r"(?<n>a)\k<n>", r"(?<n>a)\k<n>", true),
            (r"(?<=a)b", r"(?<=a)b", true),
            (r"(a)\1", r"(a)\1", true),
            (r"(?i)a|(?:b)", r"(?i)a|(?:b)", false),
        ] {
            let translated = translate(java);
            assert_eq!((translated.pattern.as_str(), translated.needs_backtracking), (expected, backtracks), "{java}");
        }
    }
}
