//! `*` and `?` as IAM has them: any run of characters, and any one character.

/// A text in which some characters are wild. Characters that a policy variable put there never are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pattern(Vec<Part>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Char(char),
    AnyOne,
    AnyRun,
}

impl Pattern {
    /// The pattern of a text in which every `*` and `?` is wild.
    pub fn new(text: &str) -> Pattern {
        let mut pattern = Pattern::default();
        pattern.push_wild(text);
        pattern
    }

    /// Appends a text in which `*` and `?` are wild.
    pub fn push_wild(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                // Two stars mean what one does, and cost more.
                '*' if self.0.last() == Some(&Part::AnyRun) => {}
                '*' => self.0.push(Part::AnyRun),
                '?' => self.0.push(Part::AnyOne),
                c => self.0.push(Part::Char(c)),
            }
        }
    }

    /// Appends a text that stands for itself alone.
    pub fn push_literal(&mut self, text: &str) {
        self.0.extend(text.chars().map(Part::Char));
    }

    /// Whether the pattern is the whole of `text`.
    ///
    /// Only the last star that was passed is ever tried again, so that the cost is at most the product of the two
    /// lengths, both of which have limits.
    pub fn matches(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        let (mut at, mut part) = (0, 0);
        let mut star: Option<(usize, usize)> = None;
        while at < text.len() {
            match self.0.get(part) {
                Some(Part::AnyRun) => {
                    star = Some((part, at));
                    part += 1;
                }
                Some(Part::AnyOne) => {
                    at += 1;
                    part += 1;
                }
                Some(Part::Char(c)) if *c == text[at] => {
                    at += 1;
                    part += 1;
                }
                _ => {
                    let Some((star_part, star_at)) = star else { return false };
                    star = Some((star_part, star_at + 1));
                    at = star_at + 1;
                    part = star_part + 1;
                }
            }
        }
        self.0[part..].iter().all(|part| *part == Part::AnyRun)
    }

    /// Whether the pattern is the whole of `text`, each of the six parts of an ARN on its own: a star in one never
    /// reaches over a colon into the next. A pattern that is `*` alone matches every ARN.
    pub fn matches_arn(&self, text: &str) -> bool {
        if self.0 == [Part::AnyRun] {
            return true;
        }
        let mut parts = self.0.splitn(6, |part| *part == Part::Char(':'));
        let mut fields = text.splitn(6, ':');
        loop {
            match (parts.next(), fields.next()) {
                (None, None) => return true,
                (Some(part), Some(field)) if Pattern(part.to_vec()).matches(field) => {}
                _ => return false,
            }
        }
    }
}

/// Whether `pattern`, without regard to the case of ASCII letters, is the whole of `text`. Names of actions are
/// compared so.
pub fn matches_ignoring_case(pattern: &str, text: &str) -> bool {
    Pattern::new(&pattern.to_ascii_lowercase()).matches(&text.to_ascii_lowercase())
}
