//! Chance that repeats: every number drawn follows from a seed and a stream, on every machine and in every version.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Letters and digits of access keys and principal ids.
pub(super) const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
pub(super) const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
pub(super) const HEX: &[u8; 16] = b"0123456789abcdef";
const LETTERS_AND_DIGITS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/// A source of random numbers of its own for each thing made, so that things can be made in any order.
pub(super) struct Chance(ChaCha8Rng);

impl Chance {
    pub(super) fn new(seed: u64, stream: u64) -> Chance {
        // The whole key is spelled out, for `seed_from_u64` may change between versions.
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(stream);
        Chance(generator)
    }

    pub(super) fn bits(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number below `end`, which is not 0.
    pub(super) fn below(&mut self, end: usize) -> usize {
        // The high half of a product: without the bias of a remainder at any size used here.
        let product = u128::from(self.bits()) * (end as u128);
        usize::try_from(product >> 64).expect("the product's high half is below `end`")
    }

    /// A number in `from..to`.
    pub(super) fn within(&mut self, from: i64, to: i64) -> i64 {
        from + (self.unit() * (to - from) as f64) as i64
    }

    /// A number in 0..1.
    pub(super) fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1_u64 << 53) as f64
    }

    pub(super) fn happens(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    pub(super) fn pick<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }

    /// Picks early choices more often than late ones.
    pub(super) fn favour<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        let at = self.unit() * self.unit() * choices.len() as f64;
        &choices[at as usize]
    }

    /// A number around 0 with a spread of 1, in the shape of a bell.
    pub(super) fn bell(&mut self) -> f64 {
        let radius = (-2.0 * (1.0 - self.unit()).ln()).sqrt();
        radius * (std::f64::consts::TAU * self.unit()).cos()
    }

    /// Appends `length` letters of an alphabet whose size is a power of two.
    pub(super) fn letters<const N: usize>(&mut self, out: &mut Vec<u8>, alphabet: &[u8; N], length: usize) {
        const { assert!(N.is_power_of_two()) };
        let width = N.trailing_zeros() as usize;
        let in_a_draw = 64 / width;
        let mut left = length;
        while left > 0 {
            let mut bits = self.bits();
            for _ in 0..left.min(in_a_draw) {
                out.push(alphabet[(bits as usize) & (N - 1)]);
                bits >>= width;
            }
            left = left.saturating_sub(in_a_draw);
        }
    }

    /// `prefix` and letters of an alphabet, as text.
    pub(super) fn word<const N: usize>(&mut self, prefix: &str, alphabet: &[u8; N], length: usize) -> String {
        let mut out = prefix.as_bytes().to_vec();
        self.letters(&mut out, alphabet, length);
        String::from_utf8(out).expect("alphabets are ASCII")
    }

    /// The sixteen letters and digits at the end of a log file's name.
    pub(super) fn suffix(&mut self) -> String {
        (0..16).map(|_| char::from(*self.pick(LETTERS_AND_DIGITS))).collect()
    }

    /// Appends a random UUID.
    pub(super) fn uuid(&mut self, out: &mut Vec<u8>) {
        let mut digits = (u128::from(self.bits()) << 64) | u128::from(self.bits());
        digits = (digits & !(0xf << 76) & !(0xc << 60)) | (4 << 76) | (8 << 60);
        for digit in 0..32 {
            if matches!(digit, 8 | 12 | 16 | 20) {
                out.push(b'-');
            }
            out.push(HEX[(digits >> (4 * (31 - digit))) as usize & 15]);
        }
    }
}

/// Ranks of which the first is drawn most, the tenth a tenth as often (to the power of the slope).
pub(super) struct Ranks(Vec<f64>);

impl Ranks {
    pub(super) fn new(count: usize, slope: f64) -> Ranks {
        Ranks::weighted((1..=count).map(|rank| (rank as f64).powf(-slope)))
    }

    /// Ranks drawn as often as their weights say.
    pub(super) fn weighted(weights: impl Iterator<Item = f64>) -> Ranks {
        let mut sums: Vec<f64> = weights
            .scan(0.0, |sum, weight| {
                *sum += weight;
                Some(*sum)
            })
            .collect();
        let total = sums.last().copied().unwrap_or(1.0);
        sums.iter_mut().for_each(|sum| *sum /= total);
        Ranks(sums)
    }

    pub(super) fn draw(&self, chance: &mut Chance) -> usize {
        let point = chance.unit();
        self.0.partition_point(|sum| *sum <= point).min(self.0.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn streams_repeat_and_differ() {
        let draw = |seed, stream| Chance::new(seed, stream).bits();
        assert_eq!(draw(1, 2), draw(1, 2));
        assert_ne!(draw(1, 2), draw(1, 3));
        assert_ne!(draw(1, 2), draw(2, 2));
    }

    #[test]
    fn uuids_are_of_version_four() {
        let mut out = Vec::new();
        Chance::new(1, 1).uuid(&mut out);
        let text = String::from_utf8(out).expect("ASCII");
        assert_eq!(text.len(), 36);
        assert_eq!(&text[14..15], "4");
        assert!("89ab".contains(&text[19..20]), "{text}");
    }

    #[test]
    fn first_ranks_are_drawn_most() {
        let (ranks, mut chance) = (Ranks::new(10, 1.0), Chance::new(1, 1));
        let mut counts = [0; 10];
        (0..10_000).for_each(|_| counts[ranks.draw(&mut chance)] += 1);
        assert!(counts[0] > 2 * counts[2] && counts[9] > 100, "{counts:?}");
    }
}
