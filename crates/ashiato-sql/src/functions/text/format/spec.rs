//! A format string's pieces: `%[argument$][flags][width][.precision]conversion`.

/// Widths and precisions beyond this are refused: they are the text's length.
const LENGTH_MAX: usize = 100_000;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Text(String),
    Value(Spec),
}

/// How to print one value.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Spec {
    /// As it stands in the format string, for errors.
    pub(super) text: String,
    /// Which argument, from 0.
    pub(super) argument: usize,
    pub(super) left: bool,
    pub(super) plus: bool,
    pub(super) space: bool,
    pub(super) zeros: bool,
    pub(super) grouped: bool,
    pub(super) parentheses: bool,
    pub(super) alternate: bool,
    pub(super) width: usize,
    pub(super) precision: Option<usize>,
    pub(super) conversion: char,
    /// The letter after `t`.
    pub(super) time_part: char,
}

impl Spec {
    pub(super) fn unknown(&self) -> String {
        format!("unknown conversion '{}'", self.text)
    }
}

/// Reads a format string; the reason where it is none.
pub(super) fn read(pattern: &str) -> Result<Vec<Piece>, String> {
    let mut pieces = Vec::new();
    let mut next_argument = 0;
    let mut last_argument = None;
    let mut rest = pattern;
    while let Some(percent) = rest.find('%') {
        pieces.push(Piece::Text(rest[..percent].to_string()));
        let (mut spec, explicit, after) = one(&rest[percent..])?;
        rest = after;
        match spec.conversion {
            '%' => pieces.push(Piece::Text("%".to_string())),
            'n' => pieces.push(Piece::Text("\n".to_string())),
            _ => {
                spec.argument = match explicit {
                    Which::Next => {
                        next_argument += 1;
                        next_argument - 1
                    }
                    Which::Number(number) => number.checked_sub(1).ok_or_else(|| spec.unknown())?,
                    Which::Last => last_argument.ok_or_else(|| format!("no argument before '{}'", spec.text))?,
                };
                last_argument = Some(spec.argument);
                pieces.push(Piece::Value(spec));
            }
        }
    }
    pieces.push(Piece::Text(rest.to_string()));
    Ok(pieces)
}

enum Which {
    Next,
    Last,
    Number(usize),
}

/// The specifier that the text starts with, and what follows it.
fn one(text: &str) -> Result<(Spec, Which, &str), String> {
    let broken = || format!("unknown conversion '{text}'");
    let mut rest = &text[1..];
    let mut which = Which::Next;
    if let Some(after) = rest.strip_prefix('<') {
        (which, rest) = (Which::Last, after);
    } else if let (Some(number), after) = digits(rest)
        && let Some(after) = after.strip_prefix('$')
    {
        (which, rest) = (Which::Number(number), after);
    }
    let mut spec = Spec::default();
    rest = flags(rest, &mut spec);
    if let (Some(width), after) = digits(rest) {
        (spec.width, rest) = (width, after);
    }
    if let Some(after) = rest.strip_prefix('.') {
        let (precision, after) = digits(after);
        spec.precision = Some(precision.ok_or_else(broken)?);
        rest = after;
    }
    if spec.width > LENGTH_MAX || spec.precision.is_some_and(|precision| precision > LENGTH_MAX) {
        return Err(format!("a width or precision over {LENGTH_MAX} in '{text}'"));
    }
    let mut chars = rest.chars();
    spec.conversion = chars.next().ok_or_else(broken)?;
    if matches!(spec.conversion, 't' | 'T') {
        spec.time_part = chars.next().ok_or_else(broken)?;
    }
    spec.text = text[..text.len() - chars.as_str().len()].to_string();
    if !"sSbBcCdxXofeEtT%n".contains(spec.conversion) {
        return Err(spec.unknown());
    }
    Ok((spec, which, chars.as_str()))
}

fn flags<'a>(text: &'a str, spec: &mut Spec) -> &'a str {
    for (at, c) in text.char_indices() {
        match c {
            '-' => spec.left = true,
            '+' => spec.plus = true,
            ' ' => spec.space = true,
            '0' => spec.zeros = true,
            ',' => spec.grouped = true,
            '(' => spec.parentheses = true,
            '#' => spec.alternate = true,
            _ => return &text[at..],
        }
    }
    ""
}

fn digits(text: &str) -> (Option<usize>, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let starts_a_number = end > 0 && !text.starts_with('0');
    if starts_a_number || (end > 0 && text[..end] == *"0") {
        return (text[..end].parse().ok(), &text[end..]);
    }
    (None, text)
}
