//! The public half of a signing key.

use crate::error::{Error, ErrorKind, Result};
use crate::hex;
use aws_lc_rs::rsa;
use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256};
use md5::{Digest as _, Md5};

/// A public key and the fingerprint that digests name it by.
#[derive(Debug, Clone)]
pub struct PublicKey {
    der: Vec<u8>,
    fingerprint: String,
    parsed: ParsedPublicKey,
}

impl PublicKey {
    /// Reads a key from DER: PKCS#1's `RSAPublicKey` or X.509's `SubjectPublicKeyInfo`.
    ///
    /// # Errors
    /// `Invalid` where the bytes are neither, or the key is not of 2,048 to 8,192 bits.
    pub fn from_der(bytes: &[u8]) -> Result<PublicKey> {
        let rejected = |error| Error::new(ErrorKind::Invalid, "these bytes are no RSA public key").because(error);
        let key = rsa::PublicKey::from_der(bytes).map_err(rejected)?;
        let der = key.as_ref().to_vec();
        let parsed = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, &der).map_err(rejected)?;
        let fingerprint = hex::encode(&Md5::digest(&der));
        Ok(PublicKey { der, fingerprint, parsed })
    }

    /// The key as PKCS#1 DER, which ListPublicKeys answers.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The MD5 of the PKCS#1 DER, in lower-case hexadecimal: a name, not a proof.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Whether this is the message's signature under this key.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        self.parsed.verify_sig(message, signature).is_ok()
    }
}
