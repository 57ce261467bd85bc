//! Random bytes for ids, secrets and nonces, from the system's own source.

use ring::rand::{SecureRandom, SystemRandom};

/// As many as are asked for. Without the system's source no secret can be made, and the server must not go on.
pub(crate) fn bytes<const COUNT: usize>() -> [u8; COUNT] {
    let mut bytes = [0; COUNT];
    SystemRandom::new().fill(&mut bytes).expect("the system has a source of chance");
    bytes
}

/// The same, where the count is known late.
pub(crate) fn many(count: usize) -> Vec<u8> {
    let mut bytes = vec![0; count];
    SystemRandom::new().fill(&mut bytes).expect("the system has a source of chance");
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
