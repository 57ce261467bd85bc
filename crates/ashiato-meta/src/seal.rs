//! Secrets at rest: AES-256-GCM under a master key that the caller brings.
//!
//! A sealed value is text, `version.key-id.base64(nonce ‖ ciphertext ‖ tag)`. What it belongs to (its row) is
//! authenticated with it: moved to another row, it does not unseal.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, UnboundKey};
use ring::digest::{SHA256, digest};

use crate::{Error, Kind, Result};

/// 12 random bytes, never used twice under one key.
pub type Nonce = [u8; NONCE_LEN];

/// A key that seals, and its id, which is told from the key.
#[derive(Clone)]
pub struct MasterKey {
    id: String,
    key: LessSafeKey,
}

impl MasterKey {
    /// From 32 random bytes.
    pub fn new(bytes: &[u8; 32]) -> Self {
        let named = digest(&SHA256, &[b"ashiato master key id\0".as_slice(), bytes].concat());
        let id = named.as_ref().iter().take(4).map(|byte| format!("{byte:02x}")).collect();
        let key = UnboundKey::new(&AES_256_GCM, bytes).expect("32 bytes are a key of AES-256");
        Self { id, key: LessSafeKey::new(key) }
    }

    /// Eight hexadecimal digits that tell this key from others and nothing of its bytes.
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

/// The key that seals now, and those that sealed before it.
#[derive(Debug, Clone)]
pub struct MasterKeys {
    current: MasterKey,
    earlier: Vec<MasterKey>,
}

/// A sealed value as it is stored.
#[derive(Clone, PartialEq, Eq, sqlx::Type)]
#[sqlx(transparent)]
pub struct Sealed(pub(crate) String);

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sealed(…)")
    }
}

impl MasterKeys {
    /// Seals with `current`; unseals what it or one of `earlier` sealed.
    pub fn new(current: MasterKey, earlier: Vec<MasterKey>) -> Self {
        Self { current, earlier }
    }

    /// Seals `secret` as belonging to `owner`.
    pub fn seal(&self, owner: &str, secret: &[u8], nonce: Nonce) -> Sealed {
        let mut bytes = secret.to_vec();
        let unique = ring::aead::Nonce::assume_unique_for_key(nonce);
        self.current
            .key
            .seal_in_place_append_tag(unique, Aad::from(owner.as_bytes()), &mut bytes)
            .expect("only a secret of 64 GiB is too long");
        let text = BASE64.encode([nonce.as_slice(), &bytes].concat());
        Sealed(format!("1.{}.{text}", self.current.id))
    }

    /// The secret; `Corrupt` where it was sealed for another owner, by a key that is not here, or was changed.
    pub fn unseal(&self, owner: &str, sealed: &Sealed) -> Result<Vec<u8>> {
        let fail = |why: &str| Error::new(Kind::Corrupt, format!("unseal the secret of {owner}: {why}"));
        let mut parts = sealed.0.splitn(3, '.');
        let (Some("1"), Some(id), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(fail("not a sealed value"));
        };
        let master = std::iter::once(&self.current)
            .chain(&self.earlier)
            .find(|master| master.id == id)
            .ok_or_else(|| fail(&format!("sealed by key {id}, which is not given")))?;
        let bytes = BASE64.decode(text).map_err(|_| fail("not base64"))?;
        let Some((nonce, sealed)) = bytes.split_first_chunk::<NONCE_LEN>() else {
            return Err(fail("cut short"));
        };
        let mut sealed = sealed.to_vec();
        let nonce = ring::aead::Nonce::assume_unique_for_key(*nonce);
        let secret = master
            .key
            .open_in_place(nonce, Aad::from(owner.as_bytes()), &mut sealed)
            .map_err(|_| fail("changed, or sealed for another"))?;
        Ok(secret.to_vec())
    }

    /// The same secret sealed by the current key; `None` where it is already.
    pub fn reseal(&self, owner: &str, sealed: &Sealed, nonce: Nonce) -> Result<Option<Sealed>> {
        if sealed.0.split('.').nth(1) == Some(self.current.id.as_str()) {
            return Ok(None);
        }
        let secret = self.unseal(owner, sealed)?;
        Ok(Some(self.seal(owner, &secret, nonce)))
    }
}
