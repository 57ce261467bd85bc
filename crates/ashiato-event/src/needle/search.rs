//! A prefilter, prepared once, and where its needles stand in one text.

use super::finder::{Characters, Finder};
use super::lookout::Seeking;
use super::{Needle, Prefilter};
use crate::scan::{Passed, Sighting, pass_records_watched};
use crate::simd::Isa;

/// A prefilter, prepared.
#[derive(Debug)]
pub(crate) struct Search {
    isa: Isa,
    clauses: Vec<Clause>,
    /// A clause has no needle, so nothing is accepted.
    never: bool,
}

/// Needles of which one must stand in a record.
#[derive(Debug)]
struct Clause {
    finders: Vec<Finder>,
    characters: Characters,
}

impl Search {
    pub(crate) fn new(isa: Isa, prefilter: &Prefilter) -> Search {
        Search {
            isa,
            clauses: prefilter.all_of.iter().filter_map(|needles| Clause::new(needles)).collect(),
            never: prefilter.all_of.iter().any(|needles| needles.is_empty()),
        }
    }

    /// Whether it rules out anything at all.
    pub(crate) fn is_active(&self) -> bool {
        self.never || !self.clauses.is_empty()
    }
}

impl Clause {
    /// Nothing for a clause that cannot rule out anything: one of its needles has no part to search for.
    fn new(needles: &[Needle]) -> Option<Clause> {
        if needles.is_empty() {
            return None;
        }
        let mut characters = Characters::none();
        let mut finder_of = |needle: &Needle| match needle {
            Needle::Value(value) => Finder::value(value, &mut characters),
            Needle::Key(name) => Finder::key(name, &mut characters),
        };
        let finders = needles.iter().map(&mut finder_of).collect::<Option<Vec<_>>>()?;
        Some(Clause { finders, characters })
    }
}

/// Where the needles stand in one text, found as far as it was asked for. Questions must go forward.
pub(crate) struct Hits<'a> {
    search: &'a Search,
    text: &'a [u8],
    /// For each clause, the position found by the last search for each needle; nowhere is the largest position.
    found: Vec<Vec<Option<usize>>>,
    /// How often the text was searched on from a hit.
    searches: usize,
}

/// So many searches in one text tell that more will follow.
const DENSE_SEARCHES: usize = 3;

/// And so many gaps, as long as those so far were on average, must find room in what is left of the text: hits come in
/// bursts, and behind the last one the search alone is the cheapest.
const DENSE_GAPS: usize = 4;

impl<'a> Hits<'a> {
    pub(crate) fn new(search: &'a Search, text: &'a [u8]) -> Hits<'a> {
        let found = search.clauses.iter().map(|clause| vec![None; clause.finders.len()]).collect();
        Hits { search, text, found, searches: 0 }
    }

    /// Whether a record that begins at or after `from` can be accepted.
    pub(crate) fn may_follow(&mut self, from: usize) -> bool {
        !self.search.never && (0..self.found.len()).all(|clause| self.first_of(clause, from) != usize::MAX)
    }

    /// Where the record at `start` must reach beyond to be accepted.
    pub(crate) fn last_needed(&mut self, start: usize) -> usize {
        if self.search.never {
            return usize::MAX;
        }
        let mut last = 0;
        for clause in 0..self.found.len() {
            last = last.max(self.first_of(clause, start));
            if last == usize::MAX {
                break;
            }
        }
        last
    }

    /// Passes over the records from the one at `start` on that do not hold the one needle there is, in the same pass that
    /// looks for it. Nothing where there are several, where it seems to be rare, so that looking for it alone costs less,
    /// and where it is known already where it stands.
    pub(crate) fn pass_to_next(&mut self, start: usize) -> Option<(Passed, Sighting)> {
        let ([Clause { finders, characters }], [found]) = (&self.search.clauses[..], &mut self.found[..]) else {
            return None;
        };
        let ([finder], [found]) = (&finders[..], &mut found[..]) else { return None };
        let left = self.text.len().saturating_sub(start);
        let is_dense = self.searches >= DENSE_SEARCHES && start / self.searches * DENSE_GAPS <= left;
        if !is_dense || found.is_some_and(|found| found >= start) {
            return None;
        }
        let (isa, text) = (self.search.isa, self.text);
        let (passed, sighting) = match finder.is_folded() {
            true => pass_records_watched(isa, text, start, Seeking::<true>::new(finder, characters, text)),
            false => pass_records_watched(isa, text, start, Seeking::<false>::new(finder, characters, text)),
        };
        match sighting {
            Sighting::At(at) => *found = Some(at),
            Sighting::Nothing => *found = Some(usize::MAX),
            Sighting::Unknown => {}
        }
        Some((passed, sighting))
    }

    /// The first position from `from` on where one of the clause's needles stands, or an escape of their characters.
    fn first_of(&mut self, clause: usize, from: usize) -> usize {
        let Clause { finders, characters } = &self.search.clauses[clause];
        let mut first = usize::MAX;
        for (index, (finder, found)) in finders.iter().zip(&mut self.found[clause]).enumerate() {
            // One pass looks for the escapes on behalf of all.
            let escapes = (index == 0).then_some(characters);
            let at = match *found {
                Some(at) if at >= from => at,
                _ => {
                    self.searches += 1;
                    finder.find(self.search.isa, self.text, from, escapes).unwrap_or(usize::MAX)
                }
            };
            *found = Some(at);
            first = first.min(at);
        }
        first
    }
}
