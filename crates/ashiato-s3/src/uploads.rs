//! Multipart uploads: create, put a part, list parts, complete, abort.

use ashiato_objects::{CompletedPart as StorePart, Extent, NewUpload, Store};
use s3s::dto::*;
use s3s::{S3Request, S3Result, s3_error};

use crate::convert::{self, etag, sums, timestamp};
use crate::error::from_store;

pub(crate) async fn create(store: &Store, input: CreateMultipartUploadInput) -> S3Result<CreateMultipartUploadOutput> {
    let algorithm = input.checksum_algorithm.as_ref().map(convert::algorithm).transpose()?;
    let checksum = algorithm.map(|algorithm| match input.checksum_type.as_ref().map(ChecksumType::as_str) {
        Some(ChecksumType::FULL_OBJECT) => (algorithm, Extent::FullObject),
        Some(_) => (algorithm, Extent::Composite),
        None => (algorithm, algorithm.extent_of_parts()),
    });
    let new = NewUpload {
        bucket: input.bucket.clone(),
        key: input.key.clone(),
        attributes: crate::objects::attributes!(input),
        tags: convert::tags(input.tagging.as_deref())?,
        checksum,
    };
    let upload_id = store.create_upload(new).await.map_err(from_store)?;
    Ok(CreateMultipartUploadOutput {
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(upload_id),
        checksum_algorithm: input.checksum_algorithm,
        checksum_type: input.checksum_type,
        ..Default::default()
    })
}

pub(crate) async fn put_part(store: &Store, request: S3Request<UploadPartInput>) -> S3Result<UploadPartOutput> {
    let input = request.input;
    let upload = store.upload(&input.bucket, &input.key, &input.upload_id).map_err(from_store)?;
    let number = u16::try_from(input.part_number)
        .map_err(|_| s3_error!(InvalidArgument, "Part number must be an integer between 1 and 10000, inclusive"))?;
    let announced = convert::announced(&request.headers)?;
    let mut algorithms: Vec<_> = announced.iter().map(|(algorithm, _)| *algorithm).collect();
    algorithms.extend(upload.upload.checksum.map(|(algorithm, _)| algorithm).filter(|one| !algorithms.contains(one)));
    let body = input.body.unwrap_or_else(|| StreamingBlob::from(s3s::Body::empty()));
    let received = store.receive(body, &algorithms).await.map_err(from_store)?;
    convert::verified(&received, announced, input.content_md5.as_deref(), request.trailing_headers.as_ref())?;
    let part = store.put_part(&upload, number, received).await.map_err(from_store)?;
    let sums = sums(part.checksum.as_ref(), 0);
    Ok(UploadPartOutput {
        e_tag: Some(ETag::Strong(part.etag)),
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
        ..Default::default()
    })
}

pub(crate) fn list_parts(store: &Store, input: ListPartsInput) -> S3Result<ListPartsOutput> {
    let upload = store.upload(&input.bucket, &input.key, &input.upload_id).map_err(from_store)?;
    let max = input.max_parts.unwrap_or(1000).clamp(0, 1000);
    let marker = input.part_number_marker.unwrap_or(0);
    let mut rest = upload.parts.iter().filter(|(number, _)| i32::from(**number) > marker);
    let parts: Vec<Part> = rest
        .by_ref()
        .take(max as usize)
        .map(|(number, part)| Part {
            part_number: Some(i32::from(*number)),
            e_tag: Some(ETag::Strong(part.etag.clone())),
            size: i64::try_from(part.bytes).ok(),
            last_modified: Some(timestamp(part.modified)),
            ..Default::default()
        })
        .collect();
    Ok(ListPartsOutput {
        is_truncated: Some(rest.next().is_some()),
        next_part_number_marker: parts.last().and_then(|part| part.part_number),
        parts: Some(parts),
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(input.upload_id),
        max_parts: Some(max),
        part_number_marker: Some(marker),
        ..Default::default()
    })
}

pub(crate) async fn complete(
    store: &Store,
    input: CompleteMultipartUploadInput,
) -> S3Result<CompleteMultipartUploadOutput> {
    let upload = store.upload(&input.bucket, &input.key, &input.upload_id).map_err(from_store)?;
    let mut parts = Vec::new();
    for part in input.multipart_upload.and_then(|upload| upload.parts).unwrap_or_default() {
        let sum = part.checksum_crc32.or(part.checksum_crc32c).or(part.checksum_crc64nvme);
        let sum = sum.or(part.checksum_sha1).or(part.checksum_sha256);
        let number = part.part_number.and_then(|number| u16::try_from(number).ok());
        let (Some(number), Some(tag)) = (number, part.e_tag) else {
            return Err(s3_error!(MalformedXML, "a part lacks its number or its ETag"));
        };
        let checksum = sum.map(|sum| convert::decoded(&sum)).transpose()?;
        parts.push(StorePart { number, etag: tag.value().to_string(), checksum });
    }
    let whole = input.checksum_crc32.or(input.checksum_crc32c).or(input.checksum_crc64nvme);
    let whole = whole.or(input.checksum_sha1).or(input.checksum_sha256);
    // A composite checksum is followed by the number of parts.
    let whole = whole.map(|sum| convert::decoded(sum.split('-').next().unwrap_or_default())).transpose()?;
    let condition = convert::write_condition(input.if_match.as_ref(), input.if_none_match.as_ref())?;
    let object = store.complete_upload(&upload, &parts, condition, whole.as_deref()).await.map_err(from_store)?;
    let sums = sums(object.checksum.as_ref(), object.part_bytes.len());
    Ok(CompleteMultipartUploadOutput {
        location: Some(format!("/{}/{}", input.bucket, input.key)),
        bucket: Some(input.bucket),
        key: Some(input.key),
        e_tag: Some(etag(&object)),
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
        checksum_type: sums.extent,
        ..Default::default()
    })
}
