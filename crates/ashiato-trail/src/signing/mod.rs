//! The keys that digests, and messages of topics, are signed with: RSA of 2,048 bits, PKCS#1 v1.5 over SHA-256, as
//! CloudTrail signs (`SHA256withRSA`). The cryptography is aws-lc's. Where a private key is kept, and under what seal,
//! is the caller's.

mod public_key;
mod public_keys;

pub use public_key::PublicKey;
pub use public_keys::PublicKeys;

use crate::error::{Error, ErrorKind, Result};
use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256};

/// How digests name the way they are signed.
pub const SIGNATURE_ALGORITHM: &str = "SHA256withRSA";

/// A private key, with its public half. Its bytes are wiped when it is dropped.
#[derive(Debug)]
pub struct SigningKey {
    pair: KeyPair,
    public: PublicKey,
}

impl SigningKey {
    /// Makes a new key. This takes a noticeable part of a second of one processor.
    ///
    /// # Errors
    /// `Internal` where the system gives no randomness.
    pub fn generate() -> Result<SigningKey> {
        let pair = KeyPair::generate(KeySize::Rsa2048)
            .map_err(|error| Error::new(ErrorKind::Internal, "make an RSA key").because(error))?;
        SigningKey::of(pair)
    }

    /// Reads a key that [`SigningKey::to_pkcs8`] wrote.
    ///
    /// # Errors
    /// `Corrupt` where the bytes are no such key.
    pub fn from_pkcs8(bytes: &[u8]) -> Result<SigningKey> {
        let pair = KeyPair::from_pkcs8(bytes)
            .map_err(|error| Error::new(ErrorKind::Corrupt, "read an RSA key from PKCS#8").because(error))?;
        SigningKey::of(pair)
    }

    fn of(pair: KeyPair) -> Result<SigningKey> {
        let public = PublicKey::from_der(pair.public_key().as_ref())?;
        Ok(SigningKey { pair, public })
    }

    /// The private key as PKCS#8, to be sealed by the caller; wiped when dropped.
    ///
    /// # Errors
    /// `Internal`, where the library cannot write it.
    pub fn to_pkcs8(&self) -> Result<Pkcs8V1Der<'static>> {
        self.pair.as_der().map_err(|error| Error::new(ErrorKind::Internal, "write an RSA key as PKCS#8").because(error))
    }

    /// The public half.
    pub fn public(&self) -> &PublicKey {
        &self.public
    }

    /// The signature of a message: 256 bytes, always the same for the same message.
    ///
    /// # Errors
    /// `Internal`, where the library fails.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>> {
        let mut signature = vec![0; self.pair.public_modulus_len()];
        self.pair
            .sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
            .map_err(|error| Error::new(ErrorKind::Internal, "sign with an RSA key").because(error))?;
        Ok(signature)
    }
}

#[cfg(test)]
mod tests;
