//! HeadObject.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3ErrorCode, S3Result};

use super::attributes::{parsed_date, parts_count};
use super::range::range_of;
use super::{ReadConditions, refuse_version};
use crate::convert::{etag, sums, timestamp};
use crate::encryption;
use crate::error::from_store;
use crate::storage_classes;

pub(crate) fn head(store: &Store, input: HeadObjectInput) -> S3Result<HeadObjectOutput> {
    refuse_version(input.version_id.as_ref())?;
    let object = store.head(&input.bucket, &input.key).map_err(from_store)?;
    let conditions = ReadConditions {
        if_match: input.if_match.as_ref(),
        if_none_match: input.if_none_match.as_ref(),
        if_modified_since: input.if_modified_since.as_ref(),
        if_unmodified_since: input.if_unmodified_since.as_ref(),
    };
    conditions.check(&object, S3ErrorCode::NotModified)?;
    let range = range_of(&object, input.range.as_ref(), input.part_number)?;
    let bytes = range.as_ref().map_or(object.bytes, |range| range.end - range.start);
    let with_sums = input.checksum_mode.is_some() && range.is_none();
    let sums = sums(object.checksum.as_ref().filter(|_| with_sums), object.part_bytes.len());
    let header = |name: &str| object.attributes.headers.get(name).cloned();
    let (server_side_encryption, ssekms_key_id) = encryption::told(object.sealing.as_ref());
    Ok(HeadObjectOutput {
        server_side_encryption,
        ssekms_key_id,
        content_length: i64::try_from(bytes).ok(),
        accept_ranges: Some("bytes".to_string()),
        e_tag: Some(etag(&object)),
        last_modified: Some(timestamp(object.modified)),
        content_type: header("content-type").and_then(|text| text.parse().ok()),
        cache_control: header("cache-control"),
        content_disposition: header("content-disposition"),
        content_encoding: header("content-encoding"),
        content_language: header("content-language"),
        expires: header("expires").as_deref().and_then(parsed_date),
        metadata: Some(object.attributes.user.clone().into_iter().collect()),
        storage_class: storage_classes::told(&object.attributes),
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
        checksum_type: sums.extent,
        parts_count: input.part_number.and_then(|_| parts_count(&object)),
        ..Default::default()
    })
}
