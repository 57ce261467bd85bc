//! Multipart uploads: create, put a part, list parts, complete, abort.

use ashiato_objects::{CompletedPart as StorePart, Extent, NewUpload, Store};
use s3s::dto::*;
use s3s::{S3Request, S3Result, s3_error};

use crate::acls;
use crate::convert::{self, etag, sums, timestamp};
use crate::encryption::{self, Asked};
use crate::error::from_store;
use crate::gate::Gate;
use crate::listing::encoder;
use crate::storage_classes;

pub(crate) async fn create(
    store: &Store,
    gate: &dyn Gate,
    input: CreateMultipartUploadInput,
) -> S3Result<CreateMultipartUploadOutput> {
    acls::expect_none(
        input.acl.as_ref(),
        [
            input.grant_full_control.as_ref(),
            input.grant_read.as_ref(),
            input.grant_read_acp.as_ref(),
            input.grant_write_acp.as_ref(),
        ],
    )?;
    let algorithm = input.checksum_algorithm.as_ref().map(convert::algorithm).transpose()?;
    let checksum = algorithm.map(|algorithm| match input.checksum_type.as_ref().map(ChecksumType::as_str) {
        Some(ChecksumType::FULL_OBJECT) => (algorithm, Extent::FullObject),
        Some(_) => (algorithm, Extent::Composite),
        None => (algorithm, algorithm.extent_of_parts()),
    });
    let asked = Asked {
        algorithm: input.server_side_encryption.as_ref(),
        key: input.ssekms_key_id.as_deref(),
        context: input.ssekms_encryption_context.as_deref(),
    };
    let sealing = encryption::sealing(store, gate, (&input.bucket, &input.key), asked).await?;
    let (server_side_encryption, ssekms_key_id) = encryption::told(sealing.as_ref());
    let new = NewUpload {
        bucket: input.bucket.clone(),
        key: input.key.clone(),
        attributes: crate::objects::attributes!(input),
        tags: convert::tags(input.tagging.as_deref())?,
        checksum,
        sealing,
    };
    let upload_id = store.create_upload(new).await.map_err(from_store)?;
    Ok(CreateMultipartUploadOutput {
        bucket: Some(input.bucket),
        key: Some(input.key),
        upload_id: Some(upload_id),
        checksum_algorithm: input.checksum_algorithm,
        checksum_type: input.checksum_type,
        server_side_encryption,
        ssekms_key_id,
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
    let sealing = upload.upload.sealing.as_ref();
    let received = store.receive_sealed(body, &algorithms, sealing).await.map_err(from_store)?;
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
        storage_class: Some(storage_classes::listed(&upload.upload.attributes)),
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
    let (server_side_encryption, ssekms_key_id) = encryption::told(object.sealing.as_ref());
    Ok(CompleteMultipartUploadOutput {
        location: Some(format!("/{}/{}", input.bucket, input.key)),
        bucket: Some(input.bucket),
        key: Some(input.key),
        e_tag: Some(etag(&object)),
        server_side_encryption,
        ssekms_key_id,
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
        checksum_type: sums.extent,
        ..Default::default()
    })
}

/// UploadPartCopy: a part out of an object that is there.
pub(crate) async fn copy_part(
    store: &Store,
    gate: &dyn Gate,
    input: UploadPartCopyInput,
) -> S3Result<UploadPartCopyOutput> {
    let upload = store.upload(&input.bucket, &input.key, &input.upload_id).map_err(from_store)?;
    let number = u16::try_from(input.part_number)
        .map_err(|_| s3_error!(InvalidArgument, "Part number must be an integer between 1 and 10000, inclusive"))?;
    let (source_bucket, source_key) = convert::source(&input.copy_source)?;
    let reader = store.get(source_bucket, source_key).map_err(from_store)?;
    let conditions = crate::objects::ReadConditions {
        if_match: input.copy_source_if_match.as_ref(),
        if_none_match: input.copy_source_if_none_match.as_ref(),
        if_modified_since: input.copy_source_if_modified_since.as_ref(),
        if_unmodified_since: input.copy_source_if_unmodified_since.as_ref(),
    };
    conditions.check(&reader.object, s3s::S3ErrorCode::PreconditionFailed)?;
    let (from, to) = match &input.copy_source_range {
        None => (0, reader.object.bytes),
        Some(range) => source_range(range, reader.object.bytes)?,
    };
    encryption::expect_opener(gate, &reader.object).await?;
    let algorithms: Vec<_> = upload.upload.checksum.iter().map(|(algorithm, _)| *algorithm).collect();
    let body = reader.read(from, to).await.map_err(from_store)?;
    let sealing = upload.upload.sealing.as_ref();
    let received = store.receive_sealed(body, &algorithms, sealing).await.map_err(from_store)?;
    let part = store.put_part(&upload, number, received).await.map_err(from_store)?;
    let sums = sums(part.checksum.as_ref(), 0);
    let result = CopyPartResult {
        e_tag: Some(ETag::Strong(part.etag)),
        last_modified: Some(timestamp(part.modified)),
        checksum_crc32: sums.crc32,
        checksum_crc32c: sums.crc32c,
        checksum_crc64nvme: sums.crc64nvme,
        checksum_sha1: sums.sha1,
        checksum_sha256: sums.sha256,
    };
    Ok(UploadPartCopyOutput { copy_part_result: Some(result), ..Default::default() })
}

/// `bytes=first-last`, both of which must be given.
fn source_range(range: &str, bytes: u64) -> S3Result<(u64, u64)> {
    let ends = range.strip_prefix("bytes=").and_then(|ends| ends.split_once('-'));
    let ends = ends.and_then(|(first, last)| Some((first.parse::<u64>().ok()?, last.parse::<u64>().ok()?)));
    match ends {
        Some((first, last)) if first <= last && last < bytes => Ok((first, last + 1)),
        Some((first, last)) if first <= last => {
            Err(s3_error!(InvalidArgument, "Range specified is not valid for source object of size: {bytes}"))
        }
        _ => Err(s3_error!(
            InvalidArgument,
            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy"
        )),
    }
}

/// ListMultipartUploads: those in progress, by key and id.
pub(crate) fn list(
    store: &Store,
    input: ListMultipartUploadsInput,
    owner_id: &str,
) -> S3Result<ListMultipartUploadsOutput> {
    let encoded = encoder(input.encoding_type.as_ref());
    let max = input.max_uploads.unwrap_or(1000).clamp(0, 1000);
    let prefix = input.prefix.as_deref().unwrap_or_default();
    let delimiter = input.delimiter.as_deref().filter(|delimiter| !delimiter.is_empty());
    let (key_marker, id_marker) = (input.key_marker.as_deref().unwrap_or_default(), input.upload_id_marker.as_deref());
    let (mut uploads, mut prefixes) = (Vec::new(), std::collections::BTreeSet::new());
    let (mut last, mut is_truncated) = (None, false);
    for upload in store.uploads(&input.bucket).map_err(from_store)? {
        let key = upload.upload.key.as_str();
        let is_after = match id_marker {
            Some(id) if !key_marker.is_empty() => (key, upload.upload_id.as_str()) > (key_marker, id),
            _ => key > key_marker || key_marker.is_empty(),
        };
        if !is_after || !key.starts_with(prefix) {
            continue;
        }
        let end = delimiter.and_then(|by| key[prefix.len()..].find(by).map(|at| prefix.len() + at + by.len()));
        let common = end.map(|end| key[..end].to_string());
        if common.as_ref().is_some_and(|common| prefixes.contains(common) || common == key_marker) {
            continue;
        }
        if uploads.len() + prefixes.len() == max as usize {
            is_truncated = true;
            break;
        }
        last = Some((common.clone().unwrap_or_else(|| key.to_string()), upload.upload_id.clone()));
        match common {
            Some(common) => drop(prefixes.insert(common)),
            None => uploads.push(MultipartUpload {
                key: Some(encoded(key)),
                upload_id: Some(upload.upload_id),
                initiated: Some(timestamp(upload.created)),
                owner: Some(crate::acls::owner(owner_id.to_string())),
                initiator: Some(Initiator { id: Some(owner_id.to_string()), display_name: None }),
                storage_class: Some(storage_classes::listed(&upload.upload.attributes)),
                ..Default::default()
            }),
        }
    }
    let (next_key, next_id) = last.filter(|_| is_truncated).unzip();
    Ok(ListMultipartUploadsOutput {
        bucket: Some(input.bucket),
        common_prefixes: Some(prefixes.iter().map(|one| CommonPrefix { prefix: Some(encoded(one)) }).collect()),
        delimiter: input.delimiter.as_deref().map(&encoded),
        is_truncated: Some(is_truncated),
        key_marker: input.key_marker.as_deref().map(&encoded),
        max_uploads: Some(max),
        next_key_marker: next_key.as_deref().map(&encoded),
        next_upload_id_marker: next_id,
        prefix: input.prefix.as_deref().map(&encoded),
        upload_id_marker: input.upload_id_marker,
        uploads: Some(uploads),
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}
