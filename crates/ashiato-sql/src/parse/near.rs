//! Names near a name that is not known.

/// `. Did you mean 'x'?` for the candidate nearest to a name, or nothing where none is near.
pub(crate) fn hint(name: &str, candidates: &[&str]) -> String {
    match nearest(name, candidates.iter().copied()) {
        Some(near) => format!(". Did you mean '{near}'?"),
        None => String::new(),
    }
}

/// The candidate that fewest edits turn into the name: at most a third of its letters, and never the name itself.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let letters = name.chars().count();
    if letters < 3 {
        return None;
    }
    let edits_max = letters.div_ceil(3).min(3);
    candidates
        .into_iter()
        .filter(|candidate| *candidate != name && candidate.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|candidate| (edits(name, candidate), candidate))
        .filter(|(edits, _)| *edits <= edits_max)
        .min()
        .map(|(_, candidate)| candidate)
}

/// How many letters must be put in, left out, replaced or swapped with their neighbour.
fn edits(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    // A name that is far longer cannot be near: no table need be filled.
    if from.len().abs_diff(to.len()) > 3 {
        return usize::MAX;
    }
    let mut table = vec![vec![0; to.len() + 1]; from.len() + 1];
    for (row, line) in table.iter_mut().enumerate() {
        line[0] = row;
    }
    for (column, cell) in table[0].iter_mut().enumerate() {
        *cell = column;
    }
    for row in 1..=from.len() {
        for column in 1..=to.len() {
            let is_other = usize::from(from[row - 1] != to[column - 1]);
            let mut least =
                (table[row - 1][column] + 1).min(table[row][column - 1] + 1).min(table[row - 1][column - 1] + is_other);
            let is_swap = row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1];
            if is_swap {
                least = least.min(table[row - 2][column - 2] + 1);
            }
            table[row][column] = least;
        }
    }
    table[from.len()][to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_names_are_found_and_far_ones_are_not() {
        let columns = ["eventname", "eventtime", "eventsource", "awsregion"];
        let cases = [
            ("evntname", Some("eventname")),
            ("eventnmae", Some("eventname")),
            ("awsregoin", Some("awsregion")),
            ("region", None),
            ("x", None),
            ("t", None),
        ];
        for (name, expected) in cases {
            assert_eq!(nearest(name, columns), expected, "{name}");
        }
        assert_eq!(hint("FORM", &["FROM", "WHERE"]), ". Did you mean 'FROM'?");
    }
}
