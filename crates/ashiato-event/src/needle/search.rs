//! A prefilter, prepared once, and where its needles stand in one text.

use memchr::memmem;

use super::key::KeyFinder;
use super::value::searchable_part;
use super::{Needle, Prefilter};
use crate::simd::Isa;

/// What every escape of an ASCII character that has no shorter one begins with.
const ESCAPE: &[u8] = b"\\u00";

/// A prefilter, prepared.
#[derive(Debug)]
pub(crate) struct Search {
    isa: Isa,
    clauses: Vec<Clause>,
    escape: memmem::Finder<'static>,
    /// A clause has no needle, so nothing is accepted.
    never: bool,
}

/// Needles of which one must stand in a record.
#[derive(Debug)]
struct Clause {
    finders: Vec<Finder>,
    /// The ASCII characters of the needles: an escape of one of them counts as a needle.
    characters: [bool; 128],
}

#[derive(Debug)]
enum Finder {
    Value(Box<memmem::Finder<'static>>),
    Key(KeyFinder),
}

impl Search {
    pub(crate) fn new(isa: Isa, prefilter: &Prefilter) -> Search {
        Search {
            isa,
            clauses: prefilter.all_of.iter().filter_map(|needles| Clause::new(needles)).collect(),
            escape: memmem::Finder::new(ESCAPE),
            never: prefilter.all_of.iter().any(|needles| needles.is_empty()),
        }
    }

    /// Whether it rules out anything at all.
    pub(crate) fn is_active(&self) -> bool {
        self.never || !self.clauses.is_empty()
    }

    fn finder_find(&self, finder: &Finder, text: &[u8], from: usize) -> usize {
        let found = match finder {
            Finder::Value(value) => value.find(&text[from..]).map(|at| from + at),
            Finder::Key(key) => key.find(self.isa, text, from),
        };
        found.unwrap_or(usize::MAX)
    }

    /// The first escape from `from` on of one of the clause's characters.
    fn escape_find(&self, clause: &Clause, text: &[u8], from: usize) -> usize {
        let mut escapes = self.escape.find_iter(&text[from..]).map(|at| from + at);
        escapes.find(|at| clause.is_touched_by(text, *at)).unwrap_or(usize::MAX)
    }
}

impl Clause {
    /// Nothing for a clause that cannot rule out anything: one of its needles has no part to search for.
    fn new(needles: &[Needle]) -> Option<Clause> {
        if needles.is_empty() {
            return None;
        }
        let mut characters = [false; 128];
        let mut finders = Vec::with_capacity(needles.len());
        for needle in needles {
            finders.push(match needle {
                Needle::Value(value) => {
                    let part = searchable_part(value)?;
                    part.bytes().for_each(|byte| characters[usize::from(byte)] = true);
                    Finder::Value(Box::new(memmem::Finder::new(part).into_owned()))
                }
                Needle::Key(name) => {
                    let key = KeyFinder::new(name)?;
                    key.characters().for_each(|byte| characters[usize::from(byte)] = true);
                    Finder::Key(key)
                }
            });
        }
        Some(Clause { finders, characters })
    }

    /// Whether the `\u00XX` at `at` writes one of the characters. One that cannot be read does.
    fn is_touched_by(&self, text: &[u8], at: usize) -> bool {
        let digit = |at: usize| text.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        match (digit(at + 4), digit(at + 5)) {
            (Some(high), Some(low)) => self.characters.get((high * 16 + low) as usize).copied().unwrap_or(false),
            _ => true,
        }
    }
}

/// Where the needles stand in one text, found as far as it was asked for. Questions must go forward.
pub(crate) struct Hits<'a> {
    search: &'a Search,
    text: &'a [u8],
    /// For each clause, the position found by the last search for each needle and, last, for an escape.
    next: Vec<Vec<Option<usize>>>,
    /// Whether the text has any escape of this kind, once that was asked.
    has_escapes: Option<bool>,
}

impl<'a> Hits<'a> {
    pub(crate) fn new(search: &'a Search, text: &'a [u8]) -> Hits<'a> {
        let next = search.clauses.iter().map(|clause| vec![None; clause.finders.len() + 1]).collect();
        Hits { search, text, next, has_escapes: None }
    }

    /// Whether a record that begins at or after `from` can be accepted.
    pub(crate) fn may_follow(&mut self, from: usize) -> bool {
        !self.search.never && (0..self.next.len()).all(|clause| self.first_of(clause, from) != usize::MAX)
    }

    /// Whether the record at `start` can be accepted.
    pub(crate) fn may_accept(&mut self, start: usize, end: usize) -> bool {
        !self.search.never && (0..self.next.len()).all(|clause| self.first_of(clause, start) < end)
    }

    /// The first position from `from` on where one of the clause's needles stands.
    fn first_of(&mut self, clause: usize, from: usize) -> usize {
        let mut first = usize::MAX;
        for finder in 0..self.next[clause].len() {
            let found = match self.next[clause][finder] {
                Some(found) if found >= from => found,
                _ => self.find(clause, finder, from),
            };
            self.next[clause][finder] = Some(found);
            first = first.min(found);
        }
        first
    }

    fn find(&mut self, clause: usize, finder: usize, from: usize) -> usize {
        if from > self.text.len() {
            return usize::MAX;
        }
        let of_clause = &self.search.clauses[clause];
        if let Some(finder) = of_clause.finders.get(finder) {
            return self.search.finder_find(finder, self.text, from);
        }
        let search = self.search;
        let text = self.text;
        let has_escapes = *self.has_escapes.get_or_insert_with(|| search.escape.find(&text[from..]).is_some());
        if has_escapes { search.escape_find(of_clause, text, from) } else { usize::MAX }
    }
}
