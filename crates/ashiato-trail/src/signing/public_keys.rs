//! Reading public keys from a file, in whichever form somebody has kept them.

use super::PublicKey;
use crate::error::{Error, ErrorKind, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Public keys by their fingerprints.
#[derive(Debug, Clone, Default)]
pub struct PublicKeys {
    keys: BTreeMap<String, PublicKey>,
}

impl PublicKeys {
    /// Reads all the keys of a file: PEM blocks (`PUBLIC KEY`, `RSA PUBLIC KEY`), one key as DER or as base64 of it, or
    /// the JSON that `aws cloudtrail list-public-keys` prints.
    ///
    /// # Errors
    /// `Invalid`, with what is wrong, where the file holds no key, or one that cannot be read.
    pub fn read(bytes: &[u8]) -> Result<PublicKeys> {
        let text = std::str::from_utf8(bytes).map(str::trim).ok();
        let keys = match text {
            Some(text) if text.starts_with('{') => of_json(text)?,
            Some(text) if text.contains("-----BEGIN ") => of_pem(text)?,
            Some(text) if !text.is_empty() => vec![of_base64(text)?],
            _ => vec![PublicKey::from_der(bytes)?],
        };
        if keys.is_empty() {
            return Err(Error::new(ErrorKind::Invalid, "there is no public key in it"));
        }
        Ok(keys.into_iter().collect())
    }

    /// The key of a fingerprint.
    pub fn get(&self, fingerprint: &str) -> Option<&PublicKey> {
        self.keys.get(fingerprint)
    }
}

impl FromIterator<PublicKey> for PublicKeys {
    fn from_iter<T: IntoIterator<Item = PublicKey>>(keys: T) -> PublicKeys {
        PublicKeys { keys: keys.into_iter().map(|key| (key.fingerprint().to_string(), key)).collect() }
    }
}

#[derive(Deserialize)]
struct Listed {
    #[serde(rename = "PublicKeyList")]
    keys: Vec<ListedKey>,
}

#[derive(Deserialize)]
struct ListedKey {
    #[serde(rename = "Value")]
    value: String,
}

fn of_json(text: &str) -> Result<Vec<PublicKey>> {
    let listed: Listed = serde_json::from_str(text)
        .map_err(|error| Error::new(ErrorKind::Invalid, format!("not what ListPublicKeys answers: {error}")))?;
    listed.keys.iter().map(|key| of_base64(&key.value)).collect()
}

fn of_pem(text: &str) -> Result<Vec<PublicKey>> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("-----BEGIN ") {
        let unfinished = || Error::new(ErrorKind::Invalid, "a PEM block has no end");
        let (label, after) = after.split_once("-----").ok_or_else(unfinished)?;
        let (body, after) = after.split_once("-----END ").ok_or_else(unfinished)?;
        if !matches!(label, "PUBLIC KEY" | "RSA PUBLIC KEY") {
            let message = format!("a PEM block is a {label}, where a PUBLIC KEY or RSA PUBLIC KEY is wanted");
            return Err(Error::new(ErrorKind::Invalid, message));
        }
        keys.push(of_base64(body)?);
        rest = after;
    }
    Ok(keys)
}

fn of_base64(text: &str) -> Result<PublicKey> {
    let compact: String = text.chars().filter(|character| !character.is_whitespace()).collect();
    let der = STANDARD
        .decode(compact)
        .map_err(|error| Error::new(ErrorKind::Invalid, format!("a public key is not base64: {error}")))?;
    PublicKey::from_der(&der)
}
