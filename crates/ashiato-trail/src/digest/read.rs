//! Reading a digest's JSON, strictly: what a digest must say and does not say is named.

use super::members::{FileMembers, Members};
use super::{CoveredFile, Digest, HASH_ALGORITHM, Previous};
use crate::error::{Error, ErrorKind, Result};
use crate::hex;
use crate::signing::SIGNATURE_ALGORITHM;
use crate::time::{self, Time};

/// Reads the uncompressed bytes of a digest. Members that are not known are passed over: they are signed with the rest.
///
/// # Errors
/// `Corrupt`, with the member and what is wrong with it.
pub fn read(bytes: &[u8]) -> Result<Digest> {
    // A JSON array of the right texts in the right order would be read as well.
    if bytes.first() != Some(&b'{') {
        return Err(wrong("the digest", "not a JSON object"));
    }
    let members: Members =
        serde_json::from_slice(bytes).map_err(|error| Error::new(ErrorKind::Corrupt, error.to_string()))?;
    must_be("digestSignatureAlgorithm", &members.digest_signature_algorithm, SIGNATURE_ALGORITHM)?;
    let optional = |name: &str, text: &Option<String>| text.as_deref().map(|text| time_of(name, text)).transpose();
    Ok(Digest {
        start: time_of("digestStartTime", &members.digest_start_time)?,
        end: time_of("digestEndTime", &members.digest_end_time)?,
        newest_event_time: optional("newestEventTime", &members.newest_event_time)?,
        oldest_event_time: optional("oldestEventTime", &members.oldest_event_time)?,
        previous: previous(&members)?,
        log_files: members
            .log_files
            .into_iter()
            .enumerate()
            .map(|(number, file)| covered(number, file))
            .collect::<Result<_>>()?,
        account: members.aws_account_id,
        bucket: members.digest_s3_bucket,
        key: members.digest_s3_object,
        fingerprint: members.digest_public_key_fingerprint,
    })
}

/// All five members, or none.
fn previous(members: &Members) -> Result<Option<Previous>> {
    let all = (
        &members.previous_digest_s3_bucket,
        &members.previous_digest_s3_object,
        &members.previous_digest_hash_value,
        &members.previous_digest_hash_algorithm,
        &members.previous_digest_signature,
    );
    match all {
        (Some(bucket), Some(key), Some(hash_value), Some(algorithm), Some(signature)) => {
            must_be("previousDigestHashAlgorithm", algorithm, HASH_ALGORITHM)?;
            must_be_hash("previousDigestHashValue", hash_value)?;
            if hex::decode(signature).is_none() {
                return Err(wrong("previousDigestSignature", "not lower-case hexadecimal"));
            }
            Ok(Some(Previous {
                bucket: bucket.clone(),
                key: key.clone(),
                hash_value: hash_value.clone(),
                signature: signature.clone(),
            }))
        }
        (None, None, None, _, None) => Ok(None),
        _ => Err(wrong("previousDigest…", "some members are null and others are not")),
    }
}

fn covered(number: usize, file: FileMembers) -> Result<CoveredFile> {
    let name = |member: &str| format!("logFiles[{number}].{member}");
    must_be(&name("hashAlgorithm"), &file.hash_algorithm, HASH_ALGORITHM)?;
    must_be_hash(&name("hashValue"), &file.hash_value)?;
    Ok(CoveredFile {
        newest_event_time: time_of(&name("newestEventTime"), &file.newest_event_time)?,
        oldest_event_time: time_of(&name("oldestEventTime"), &file.oldest_event_time)?,
        bucket: file.s3_bucket,
        key: file.s3_object,
        hash_value: file.hash_value,
    })
}

fn must_be(member: &str, text: &str, expected: &str) -> Result<()> {
    if text == expected { Ok(()) } else { Err(wrong(member, &format!("{text:?}, where {expected} is known"))) }
}

fn must_be_hash(member: &str, text: &str) -> Result<()> {
    let is_hash = hex::decode(text).is_some_and(|bytes| bytes.len() == 32);
    if is_hash { Ok(()) } else { Err(wrong(member, "not 64 lower-case hexadecimal digits")) }
}

fn time_of(member: &str, text: &str) -> Result<Time> {
    time::parse(text).ok_or_else(|| wrong(member, &format!("{text:?} is not a time such as 2015-08-17T14:01:31Z")))
}

fn wrong(member: &str, why: &str) -> Error {
    Error::new(ErrorKind::Corrupt, format!("{member}: {why}"))
}
