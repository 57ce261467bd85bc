//! A digest's members as they stand in its JSON, in the order in which CloudTrail writes them.

use super::{Digest, HASH_ALGORITHM};
use crate::signing::SIGNATURE_ALGORITHM;
use crate::time::{self, Time};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Members {
    pub(super) aws_account_id: String,
    pub(super) digest_start_time: String,
    pub(super) digest_end_time: String,
    #[serde(rename = "digestS3Bucket")]
    pub(super) digest_s3_bucket: String,
    #[serde(rename = "digestS3Object")]
    pub(super) digest_s3_object: String,
    pub(super) digest_public_key_fingerprint: String,
    pub(super) digest_signature_algorithm: String,
    pub(super) newest_event_time: Option<String>,
    pub(super) oldest_event_time: Option<String>,
    #[serde(rename = "previousDigestS3Bucket")]
    pub(super) previous_digest_s3_bucket: Option<String>,
    #[serde(rename = "previousDigestS3Object")]
    pub(super) previous_digest_s3_object: Option<String>,
    pub(super) previous_digest_hash_value: Option<String>,
    pub(super) previous_digest_hash_algorithm: Option<String>,
    pub(super) previous_digest_signature: Option<String>,
    pub(super) log_files: Vec<FileMembers>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FileMembers {
    #[serde(rename = "s3Bucket")]
    pub(super) s3_bucket: String,
    #[serde(rename = "s3Object")]
    pub(super) s3_object: String,
    pub(super) hash_value: String,
    pub(super) hash_algorithm: String,
    pub(super) newest_event_time: String,
    pub(super) oldest_event_time: String,
}

impl Members {
    pub(super) fn of(digest: &Digest) -> Members {
        let previous = digest.previous.as_ref();
        let text = |time: Option<Time>| time.map(time::format);
        Members {
            aws_account_id: digest.account.clone(),
            digest_start_time: time::format(digest.start),
            digest_end_time: time::format(digest.end),
            digest_s3_bucket: digest.bucket.clone(),
            digest_s3_object: digest.key.clone(),
            digest_public_key_fingerprint: digest.fingerprint.clone(),
            digest_signature_algorithm: SIGNATURE_ALGORITHM.to_string(),
            newest_event_time: text(digest.newest_event_time),
            oldest_event_time: text(digest.oldest_event_time),
            previous_digest_s3_bucket: previous.map(|previous| previous.bucket.clone()),
            previous_digest_s3_object: previous.map(|previous| previous.key.clone()),
            previous_digest_hash_value: previous.map(|previous| previous.hash_value.clone()),
            previous_digest_hash_algorithm: previous.map(|_| HASH_ALGORITHM.to_string()),
            previous_digest_signature: previous.map(|previous| previous.signature.clone()),
            log_files: digest
                .log_files
                .iter()
                .map(|file| FileMembers {
                    s3_bucket: file.bucket.clone(),
                    s3_object: file.key.clone(),
                    hash_value: file.hash_value.clone(),
                    hash_algorithm: HASH_ALGORITHM.to_string(),
                    newest_event_time: time::format(file.newest_event_time),
                    oldest_event_time: time::format(file.oldest_event_time),
                })
                .collect(),
        }
    }
}
