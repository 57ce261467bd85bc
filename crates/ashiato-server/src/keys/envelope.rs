//! Ciphertexts that name their key: `1 ‖ key id ‖ number of the material ‖ salt ‖ nonce ‖ AES-256-GCM`.
//!
//! Each is encrypted under a key of its own, derived from the material with the salt, so that a material may encrypt as
//! often as it is asked to. All before the salt, and the encryption context, are authenticated.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hkdf::{HKDF_SHA256, Salt};
use std::collections::BTreeMap;
use uuid::Uuid;

use crate::chance;

/// What a ciphertext is bound to beside its key.
pub(crate) type EncryptionContext = BTreeMap<String, String>;

const FORMAT: u8 = 1;
const NAMED_BYTES: usize = 1 + 16 + 4;
const SALT_BYTES: usize = 16;
const INFO: &[u8] = b"ashiato kms 1";

/// Which material a ciphertext was made with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) key_id: Uuid,
    pub(super) number: u32,
}

impl Named {
    fn bytes(self) -> [u8; NAMED_BYTES] {
        let mut bytes = [FORMAT; NAMED_BYTES];
        bytes[1..17].copy_from_slice(self.key_id.as_bytes());
        bytes[17..].copy_from_slice(&self.number.to_be_bytes());
        bytes
    }

    /// `None`: this is no ciphertext.
    pub(super) fn of(ciphertext: &[u8]) -> Option<Named> {
        let named = ciphertext.first_chunk::<NAMED_BYTES>()?;
        let key_id = Uuid::from_slice(&named[1..17]).ok()?;
        let number = u32::from_be_bytes(named[17..].try_into().ok()?);
        (named[0] == FORMAT).then_some(Named { key_id, number })
    }
}

/// Encrypts.
pub(super) fn seal(material: &[u8], named: Named, context: &EncryptionContext, plaintext: &[u8]) -> Vec<u8> {
    let (salt, nonce) = (chance::bytes::<SALT_BYTES>(), chance::bytes::<NONCE_LEN>());
    let mut sealed = plaintext.to_vec();
    derived(material, &salt)
        .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), bound(named, context), &mut sealed)
        .expect("only what is longer than 64 GiB is too long");
    [&named.bytes(), salt.as_slice(), &nonce, &sealed].concat()
}

/// Decrypts; `None` where the ciphertext or the context is not what it was, or the material is another.
pub(super) fn open(material: &[u8], context: &EncryptionContext, ciphertext: &[u8]) -> Option<Vec<u8>> {
    let named = Named::of(ciphertext)?;
    let (salt, rest) = ciphertext.get(NAMED_BYTES..)?.split_first_chunk::<SALT_BYTES>()?;
    let (nonce, sealed) = rest.split_first_chunk::<NONCE_LEN>()?;
    let mut sealed = sealed.to_vec();
    let nonce = Nonce::assume_unique_for_key(*nonce);
    let opened = derived(material, salt).open_in_place(nonce, bound(named, context), &mut sealed);
    opened.ok().map(|plaintext| plaintext.to_vec())
}

fn derived(material: &[u8], salt: &[u8]) -> LessSafeKey {
    let secret = Salt::new(HKDF_SHA256, salt).extract(material);
    let key = secret.expand(&[INFO], &AES_256_GCM).expect("32 bytes can be derived");
    LessSafeKey::new(UnboundKey::from(key))
}

/// The name and the context, each text after its length, so that no two contexts are written alike.
fn bound(named: Named, context: &EncryptionContext) -> Aad<Vec<u8>> {
    let mut bytes = named.bytes().to_vec();
    for text in context.iter().flat_map(|(key, value)| [key, value]) {
        bytes.extend_from_slice(&(text.len() as u64).to_be_bytes());
        bytes.extend_from_slice(text.as_bytes());
    }
    Aad::from(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn context(entries: &[(&str, &str)]) -> EncryptionContext {
        entries.iter().map(|(key, value)| (key.to_string(), value.to_string())).collect()
    }

    #[test]
    fn what_is_sealed_opens_under_its_material_and_context_alone() {
        let named = Named { key_id: Uuid::from_u128(7), number: 3 };
        let bound = context(&[("a", "b"), ("c", "")]);
        let sealed = seal(&[1; 32], named, &bound, b"secret");
        assert_eq!(Named::of(&sealed), Some(named));
        assert_eq!(open(&[1; 32], &bound, &sealed).as_deref(), Some(b"secret".as_slice()));
        assert_ne!(seal(&[1; 32], named, &bound, b"secret"), sealed, "never twice the same");
        assert_eq!(open(&[2; 32], &bound, &sealed), None);
        for other in [context(&[]), context(&[("a", "b")]), context(&[("ab", ""), ("c", "")])] {
            assert_eq!(open(&[1; 32], &other, &sealed), None, "{other:?}");
        }
    }

    #[test]
    fn a_change_of_any_byte_and_a_cut_anywhere_are_seen() {
        let sealed = seal(&[1; 32], Named { key_id: Uuid::from_u128(7), number: 3 }, &context(&[]), b"secret");
        for at in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[at] ^= 1;
            assert_eq!(open(&[1; 32], &context(&[]), &changed), None, "byte {at}");
            assert_eq!(open(&[1; 32], &context(&[]), &sealed[..at]), None, "cut at {at}");
        }
    }

    proptest! {
        #[test]
        fn no_bytes_open_but_those_that_were_sealed(bytes in prop::collection::vec(any::<u8>(), 0..120), at: prop::sample::Index, puts in prop::collection::vec(any::<u8>(), 0..20)) {
            let bound = context(&[("a", "b")]);
            let _ = Named::of(&bytes);
            prop_assert_eq!(open(&[1; 32], &bound, &bytes), None);
            let sealed = seal(&[1; 32], Named { key_id: Uuid::from_u128(7), number: 3 }, &bound, b"secret");
            let mut edited = sealed.clone();
            let at = at.index(edited.len());
            edited.splice(at..(at + puts.len()).min(sealed.len()), puts);
            prop_assert_eq!(open(&[1; 32], &bound, &edited).is_some(), edited == sealed);
        }
    }
}
