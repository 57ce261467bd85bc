//! Random bytes for ids, secrets and nonces, from the system's own source.

use uuid::Uuid;

/// As many as are asked for. A UUID of version 4 is random but for six bits, which are in its bytes 6 and 8.
pub(crate) fn bytes<const COUNT: usize>() -> [u8; COUNT] {
    let random = std::iter::repeat_with(|| *Uuid::new_v4().as_bytes()).flat_map(|uuid| {
        let [a, b, c, d, e, f, _, g, _, h, i, j, k, l, m, n] = uuid;
        [a, b, c, d, e, f, g, h, i, j, k, l, m, n]
    });
    let mut bytes = [0; COUNT];
    bytes.iter_mut().zip(random).for_each(|(byte, random)| *byte = random);
    bytes
}

/// A number of 64 random bits.
pub(crate) fn number() -> u64 {
    u64::from_be_bytes(bytes())
}

/// A secret access key: 40 characters of base64.
pub(crate) fn secret_access_key() -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes::<30>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bit_is_random() {
        let (mut ones, mut zeros) = ([0; 40], [0; 40]);
        for _ in 0..100 {
            for (at, byte) in bytes::<40>().into_iter().enumerate() {
                ones[at] |= byte;
                zeros[at] |= !byte;
            }
        }
        assert_eq!((ones, zeros), ([255; 40], [255; 40]), "a chance of 2^-90 for each bit");
        assert_eq!(secret_access_key().len(), 40);
    }
}
