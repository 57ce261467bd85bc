//! Unique ids and the ids of access keys: four letters that tell the kind, then base 32.
//!
//! The first bit after the letters is set, the next forty are the account, the rest is chance: so AWS's own do, and
//! GetAccessKeyInfo needs no table. Source: "A bitwise analysis of AWS access key identifiers" (WithSecure Labs), and
//! IAM User Guide, "IAM identifiers", for the letters.

use crate::Error;
use crate::arn::is_account_id;

/// What an id is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdKind {
    /// `AIDA`
    User,
    /// `AROA`
    Role,
    /// `AGPA`
    Group,
    /// `ANPA`
    Policy,
    /// `AKIA`
    AccessKey,
    /// `ASIA`
    TemporaryAccessKey,
}

const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const ACCOUNT_BITS: u32 = 40;

impl IdKind {
    /// The letters that ids of this kind begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            IdKind::User => "AIDA",
            IdKind::Role => "AROA",
            IdKind::Group => "AGPA",
            IdKind::Policy => "ANPA",
            IdKind::AccessKey => "AKIA",
            IdKind::TemporaryAccessKey => "ASIA",
        }
    }

    /// How many characters of base 32 follow: sixteen for keys, seventeen for the others, as AWS has it.
    fn digits(self) -> u32 {
        match self {
            IdKind::AccessKey | IdKind::TemporaryAccessKey => 16,
            _ => 17,
        }
    }
}

/// A new id of an account, from 64 random bits, of which the lowest 39 or 44 count.
pub fn unique_id(kind: IdKind, account: &str, random: u64) -> Result<String, Error> {
    if !is_account_id(account) {
        return Err(Error::invalid(format!("{account} is not the id of an account")));
    }
    let account: u128 = account.parse().map_err(|_| Error::invalid("an account's id is twelve digits"))?;
    let bits = kind.digits() * 5;
    let random_bits = bits - 1 - ACCOUNT_BITS;
    let chance = u128::from(random) & ((1 << random_bits) - 1);
    let value = (1 << (bits - 1)) | (account << random_bits) | chance;
    let digits = (0..kind.digits()).rev().map(|at| char::from(ALPHABET[(value >> (at * 5) & 31) as usize]));
    Ok(kind.prefix().chars().chain(digits).collect())
}

/// The account of an access key's id, or `None` where the id is none of this form.
pub fn account_of_key(key_id: &str) -> Option<String> {
    let digits = key_id.strip_prefix("AKIA").or_else(|| key_id.strip_prefix("ASIA"))?;
    if digits.len() != 16 {
        return None;
    }
    let mut value: u128 = 0;
    for byte in digits.bytes() {
        let digit = ALPHABET.iter().position(|letter| *letter == byte)?;
        value = value << 5 | digit as u128;
    }
    let is_of_this_form = value >> 79 == 1;
    let account = value >> 39 & ((1 << ACCOUNT_BITS) - 1);
    (is_of_this_form && account < 1_000_000_000_000).then(|| format!("{account:012}"))
}
