//! GetObjectAttributes: what is known of an object, as far as it is asked for.

use ashiato_objects::Store;
use s3s::S3Result;
use s3s::dto::*;

use crate::convert::{etag, sums, timestamp};
use crate::error::from_store;
use crate::storage_classes;

const PARTS_MAX: i32 = 1000;

pub(crate) fn get(store: &Store, input: GetObjectAttributesInput) -> S3Result<GetObjectAttributesOutput> {
    crate::objects::refuse_version(input.version_id.as_ref())?;
    let object = store.head(&input.bucket, &input.key).map_err(from_store)?;
    // Clients send one header with commas, or one for each.
    let asked = input.object_attributes.iter().flat_map(|asked| asked.as_str().split(','));
    let asked: Vec<&str> = asked.map(str::trim).collect();
    let is_asked = |name: &str| asked.contains(&name);
    let mut output =
        GetObjectAttributesOutput { last_modified: Some(timestamp(object.modified)), ..Default::default() };
    if is_asked("ETag") {
        output.e_tag = Some(etag(&object));
    }
    if is_asked("ObjectSize") {
        output.object_size = i64::try_from(object.bytes).ok();
    }
    if is_asked("StorageClass") {
        output.storage_class = Some(storage_classes::listed(&object.attributes));
    }
    if is_asked("Checksum") && object.checksum.is_some() {
        let sums = sums(object.checksum.as_ref(), object.part_bytes.len());
        output.checksum = Some(Checksum {
            checksum_crc32: sums.crc32,
            checksum_crc32c: sums.crc32c,
            checksum_crc64nvme: sums.crc64nvme,
            checksum_sha1: sums.sha1,
            checksum_sha256: sums.sha256,
            checksum_type: sums.extent,
        });
    }
    if is_asked("ObjectParts") && !object.part_bytes.is_empty() {
        output.object_parts = Some(parts(&object.part_bytes, input.max_parts, input.part_number_marker));
    }
    Ok(output)
}

fn parts(part_bytes: &[u64], max: Option<i32>, marker: Option<i32>) -> GetObjectAttributesParts {
    let (max, marker) = (max.unwrap_or(PARTS_MAX).clamp(0, PARTS_MAX), marker.unwrap_or(0));
    let numbered = (1..).zip(part_bytes).map(|(number, bytes)| ObjectPart {
        part_number: Some(number),
        size: i64::try_from(*bytes).ok(),
        ..Default::default()
    });
    let mut rest = numbered.filter(|part| part.part_number > Some(marker));
    let parts: Vec<ObjectPart> = rest.by_ref().take(max as usize).collect();
    GetObjectAttributesParts {
        is_truncated: Some(rest.next().is_some()),
        max_parts: Some(max),
        next_part_number_marker: parts.last().and_then(|part| part.part_number),
        part_number_marker: Some(marker),
        parts: Some(parts),
        total_parts_count: i32::try_from(part_bytes.len()).ok(),
    }
}
