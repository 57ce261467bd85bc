//! Which two bytes of a needle to look for: the fewer places of a text have both, the fewer are looked at in vain.

/// Bytes from the rarest in logs to the commonest, roughly; what is not named is rarer than these.
const RARE_FIRST: &[u8] = b"QZXJKYWVHUBGFMPDLNCSROTIAEzqxjk_wvybgfhpumdlcsn9876543r-iot.ae210:, \"";

/// The two bytes must stand in one block or in two that follow each other.
const APART_MAX: usize = 64;

/// How many bytes of a needle are paired.
const PAIRED_MAX: usize = 16;

/// The positions in the pattern of its two rarest bytes, by what logs are made of. Both are the same where the pattern
/// has but one.
pub(super) fn rare_pair(pattern: &[u8]) -> [usize; 2] {
    let positions = by_rarity(pattern);
    let rarest = positions[0];
    let near = |at: &usize| *at != rarest && at.abs_diff(rarest) < APART_MAX;
    let second = positions.into_iter().find(near).unwrap_or(rarest);
    [rarest.min(second), rarest.max(second)]
}

/// The positions in the pattern of the two bytes that stand together, as far apart as there, in the fewest places of
/// the sample. `fold` is set in the sample's bytes and the pattern's before they are compared.
pub(super) fn seldom_pair(pattern: &[u8], fold: u8, sample: &[u8]) -> [usize; 2] {
    let mut positions = by_rarity(pattern);
    positions.truncate(PAIRED_MAX);
    let Some(starts) = sample.len().checked_sub(pattern.len()) else { return rare_pair(pattern) };
    // For each position, the places of the sample where a needle would have that byte right.
    let right: Vec<Vec<bool>> = positions
        .iter()
        .map(|at| sample[*at..*at + starts].iter().map(|byte| byte | fold == pattern[*at] | fold).collect())
        .collect();
    let mut pairs = Vec::new();
    for (second, at) in positions.iter().enumerate() {
        for (first, other) in
            positions[..second].iter().enumerate().filter(|(_, other)| at.abs_diff(**other) < APART_MAX)
        {
            let together = right[first].iter().zip(&right[second]).filter(|(one, two)| **one & **two).count();
            pairs.push((together, [*at.min(other), *at.max(other)]));
        }
    }
    // Of those that are as seldom, the first: its bytes are the rarest.
    pairs.into_iter().min_by_key(|(together, _)| *together).map_or_else(|| rare_pair(pattern), |(_, pair)| pair)
}

/// The pattern's positions, those of its rarest bytes first.
fn by_rarity(pattern: &[u8]) -> Vec<usize> {
    let commonness = |at: &usize| RARE_FIRST.iter().position(|byte| *byte == pattern[*at]).map_or(0, |rank| rank + 1);
    let mut positions: Vec<usize> = (0..pattern.len()).collect();
    positions.sort_by_key(commonness);
    positions
}

#[cfg(test)]
mod tests {
    use super::{rare_pair, seldom_pair};

    #[test]
    fn bytes_that_stand_together_everywhere_are_not_looked_for() {
        // "cd" two apart is what digests are full of; "rr" two apart is in nothing but the word.
        let sample = "\"digest\":\"c1d2c3d4c5d6c7d8\",\"errorCode\":\"x\",\"role\":\"doctor\"".repeat(20);
        assert_eq!(rare_pair(b"\"errorcode\""), [6, 8]);
        assert_eq!(seldom_pair(b"\"errorcode\"", 0x20, sample.as_bytes()), [2, 8]);
        assert_eq!(seldom_pair(b"A", 0, sample.as_bytes()), [0, 0]);
        // A sample that is shorter than the needle tells nothing.
        assert_eq!(seldom_pair(b"AKIA", 0, b"AK"), rare_pair(b"AKIA"));
    }

    #[test]
    fn the_two_are_less_than_a_block_apart() {
        let pattern = format!("Q{}Z", "e".repeat(100));
        let apart = |pair: [usize; 2]| pair[1] - pair[0];
        assert!(apart(rare_pair(pattern.as_bytes())) < 64);
        assert!(apart(seldom_pair(pattern.as_bytes(), 0, pattern.repeat(3).as_bytes())) < 64);
    }
}
