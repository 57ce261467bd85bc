//! GetObject.

use ashiato_objects::Store;
use s3s::dto::*;
use s3s::{S3ErrorCode, S3Response, S3Result};

use super::attributes::{parsed_date, parts_count, tag_count};
use super::range::range_of;
use super::{ReadConditions, refuse_version};
use crate::convert::{etag, sums, timestamp};
use crate::encryption;
use crate::error::from_store;
use crate::gate::Gate;
use crate::storage_classes;

pub(crate) async fn get(
    store: &Store,
    gate: &dyn Gate,
    input: GetObjectInput,
) -> S3Result<S3Response<GetObjectOutput>> {
    refuse_version(input.version_id.as_ref())?;
    let reader = store.get(&input.bucket, &input.key).map_err(from_store)?;
    let object = std::sync::Arc::clone(&reader.object);
    let conditions = ReadConditions {
        if_match: input.if_match.as_ref(),
        if_none_match: input.if_none_match.as_ref(),
        if_modified_since: input.if_modified_since.as_ref(),
        if_unmodified_since: input.if_unmodified_since.as_ref(),
    };
    conditions.check(&object, S3ErrorCode::NotModified)?;
    encryption::expect_opener(gate, &object).await?;
    let range = range_of(&object, input.range.as_ref(), input.part_number)?;
    let (from, to) = range.as_ref().map_or((0, object.bytes), |range| (range.start, range.end));
    let body = reader.read(from, to).await.map_err(from_store)?;
    let with_sums = input.checksum_mode.is_some() && range.is_none();
    let sums = sums(object.checksum.as_ref().filter(|_| with_sums), object.part_bytes.len());
    let header = |name: &str| object.attributes.headers.get(name).cloned();
    let content_type =
        input.response_content_type.or_else(|| header("content-type").and_then(|text| text.parse().ok()));
    let (server_side_encryption, ssekms_key_id) = encryption::told(object.sealing.as_ref());
    let output = GetObjectOutput {
        server_side_encryption,
        ssekms_key_id,
        body: Some(StreamingBlob::wrap(body)),
        content_length: i64::try_from(to - from).ok(),
        content_range: range.as_ref().map(|_| format!("bytes {from}-{}/{}", to.saturating_sub(1), object.bytes)),
        accept_ranges: Some("bytes".to_string()),
        e_tag: Some(etag(&object)),
        last_modified: Some(timestamp(object.modified)),
        content_type,
        cache_control: input.response_cache_control.or_else(|| header("cache-control")),
        content_disposition: input.response_content_disposition.or_else(|| header("content-disposition")),
        content_encoding: input.response_content_encoding.or_else(|| header("content-encoding")),
        content_language: input.response_content_language.or_else(|| header("content-language")),
        expires: input.response_expires.or_else(|| header("expires").as_deref().and_then(parsed_date)),
        metadata: Some(object.attributes.user.clone().into_iter().collect()),
        storage_class: storage_classes::told(&object.attributes),
        tag_count: tag_count(&object),
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
        checksum_type: sums.extent,
        parts_count: input.part_number.and_then(|_| parts_count(&object)),
        ..Default::default()
    };
    Ok(S3Response::new(output))
}
