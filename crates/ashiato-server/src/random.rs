//! Chance from the system's source, for ids and secrets.

use ring::rand::{SecureRandom, SystemRandom};

/// `N` random bytes. Without the system's source of chance no secret can be made, and the server must not go on.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    SystemRandom::new().fill(&mut bytes).expect("the system has a source of chance");
    bytes
}

/// 64 random bits.
pub(crate) fn bits() -> u64 {
    u64::from_le_bytes(bytes())
}

/// A secret access key: 30 random bytes, which base 64 writes in 40 characters, as AWS's are.
pub(crate) fn secret_access_key() -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes::<30>())
}
