//! Objects: put, get, head, copy, delete one and many, tags.

use ashiato_objects::{Algorithm, Attributes, Condition, Object, Put, Store, Tags};
use chrono::DateTime;
use s3s::dto::*;
use s3s::{S3Error, S3ErrorCode, S3Request, S3Result, s3_error};

use crate::convert::{self, etag, http_date, source, sums, timestamp};
use crate::error::from_store;
use crate::gate::Denied;

const DELETED_AT_ONCE_MAX: usize = 1000;

/// The headers and user metadata of a request: three shapes have the same members and no type in common.
macro_rules! attributes {
    ($input:ident) => {{
        let headers = [
            ("cache-control", $input.cache_control.clone()),
            ("content-disposition", $input.content_disposition.clone()),
            (
                "content-encoding",
                $input.content_encoding.clone().and_then(|named| crate::objects::stored_encoding(&named)),
            ),
            ("content-language", $input.content_language.clone()),
            ("content-type", $input.content_type.as_ref().map(ToString::to_string)),
            ("expires", $input.expires.as_ref().and_then(crate::convert::http_date)),
        ];
        ashiato_objects::Attributes {
            headers: headers.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))).collect(),
            user: $input.metadata.clone().into_iter().flatten().collect(),
        }
    }};
}
pub(crate) use attributes;

/// `aws-chunked` says how the body travels, not what is stored.
pub(crate) fn stored_encoding(named: &str) -> Option<String> {
    let kept: Vec<&str> =
        named.split(',').map(str::trim).filter(|one| *one != "aws-chunked" && !one.is_empty()).collect();
    (!kept.is_empty()).then(|| kept.join(","))
}

pub(crate) async fn put(store: &Store, request: S3Request<PutObjectInput>) -> S3Result<PutObjectOutput> {
    let input = request.input;
    store.bucket(&input.bucket).map_err(from_store)?;
    let attributes = attributes!(input);
    let tags = convert::tags(input.tagging.as_deref())?;
    let condition = convert::write_condition(input.if_match.as_ref(), input.if_none_match.as_ref())?;
    let announced = convert::announced(&request.headers)?;
    // An object put without a checksum gets the one that S3 itself chooses.
    let algorithm = announced.as_ref().map_or(Algorithm::Crc64Nvme, |(algorithm, _)| *algorithm);
    let body = input.body.unwrap_or_else(|| StreamingBlob::from(s3s::Body::empty()));
    let received = store.receive(body, &[algorithm]).await.map_err(from_store)?;
    convert::verified(&received, announced, input.content_md5.as_deref(), request.trailing_headers.as_ref())?;
    let put = Put { attributes, tags, checksum: received.checksums.first().cloned(), condition };
    let object = store.put(&input.bucket, &input.key, received, put).await.map_err(from_store)?;
    let sums = sums(object.checksum.as_ref(), 0);
    Ok(PutObjectOutput {
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

/// The conditions of a read, in the order of RFC 9110 13.2.2.
pub(crate) struct ReadConditions<'a> {
    pub(crate) if_match: Option<&'a ETagCondition>,
    pub(crate) if_none_match: Option<&'a ETagCondition>,
    pub(crate) if_modified_since: Option<&'a Timestamp>,
    pub(crate) if_unmodified_since: Option<&'a Timestamp>,
}

impl ReadConditions<'_> {
    pub(crate) fn check(&self, object: &Object, unmet: S3ErrorCode) -> S3Result<()> {
        let matches = |condition: &ETagCondition| match condition {
            ETagCondition::Any => true,
            ETagCondition::ETag(etag) => etag.value() == object.etag,
        };
        let failed = || s3_error!(PreconditionFailed, "At least one of the pre-conditions you specified did not hold");
        let modified_after = |time: &Timestamp| seconds(&timestamp(object.modified)) > seconds(time);
        match (self.if_match, self.if_unmodified_since) {
            (Some(condition), _) if !matches(condition) => return Err(failed()),
            (None, Some(time)) if modified_after(time) => return Err(failed()),
            _ => {}
        }
        let is_unmet = match (self.if_none_match, self.if_modified_since) {
            (Some(condition), _) => matches(condition),
            (None, Some(time)) => !modified_after(time),
            (None, None) => false,
        };
        if is_unmet { Err(S3Error::new(unmet)) } else { Ok(()) }
    }
}

/// HTTP's dates have no fractions. A time that cannot be written is as old as can be.
fn seconds(time: &Timestamp) -> i64 {
    let text = http_date(time).unwrap_or_default();
    DateTime::parse_from_rfc2822(&text).map_or(i64::MIN, |time| time.timestamp())
}

pub(crate) async fn get(store: &Store, input: GetObjectInput) -> S3Result<s3s::S3Response<GetObjectOutput>> {
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
    let range = range_of(&object, input.range.as_ref(), input.part_number)?;
    let (from, to) = range.as_ref().map_or((0, object.bytes), |range| (range.start, range.end));
    let body = reader.read(from, to).await.map_err(from_store)?;
    let with_sums = input.checksum_mode.is_some() && range.is_none();
    let sums = sums(object.checksum.as_ref().filter(|_| with_sums), object.part_bytes.len());
    let header = |name: &str| object.attributes.headers.get(name).cloned();
    let content_type =
        input.response_content_type.or_else(|| header("content-type").and_then(|text| text.parse().ok()));
    let output = GetObjectOutput {
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
    Ok(s3s::S3Response::new(output))
}

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
    Ok(HeadObjectOutput {
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

fn parsed_date(text: &str) -> Option<Timestamp> {
    Timestamp::parse(TimestampFormat::HttpDate, text).ok()
}

fn tag_count(object: &Object) -> Option<i32> {
    i32::try_from(object.tags.len()).ok().filter(|count| *count > 0)
}

fn parts_count(object: &Object) -> Option<i32> {
    i32::try_from(object.part_bytes.len()).ok().filter(|count| *count > 0)
}

pub(crate) fn refuse_version(version_id: Option<&String>) -> S3Result<()> {
    // "null" is the version of every object that was put without versioning.
    match version_id {
        Some(version_id) if version_id != "null" => Err(s3_error!(NotImplemented, "versions are not implemented")),
        _ => Ok(()),
    }
}

fn range_of(object: &Object, range: Option<&Range>, part: Option<i32>) -> S3Result<Option<std::ops::Range<u64>>> {
    let unsatisfiable = || s3_error!(InvalidRange, "The requested range is not satisfiable");
    match (range, part) {
        (None, None) => Ok(None),
        (Some(range), None) => range.check(object.bytes).map(Some).map_err(|_| unsatisfiable()),
        (Some(_), Some(_)) => {
            Err(s3_error!(InvalidRequest, "Cannot specify both Range header and partNumber query parameter"))
        }
        (None, Some(1)) if object.part_bytes.is_empty() => Ok(None),
        (None, Some(number)) => {
            let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
            let place = place.filter(|place| *place < object.part_bytes.len());
            let place = place.ok_or_else(|| {
                crate::error::unnamed(
                    http::StatusCode::RANGE_NOT_SATISFIABLE,
                    "InvalidPartNumber",
                    "The requested partnumber is not satisfiable",
                )
            })?;
            let from: u64 = object.part_bytes[..place].iter().sum();
            Ok(Some(from..from + object.part_bytes[place]))
        }
    }
}

pub(crate) async fn copy(store: &Store, input: CopyObjectInput) -> S3Result<CopyObjectOutput> {
    let (source_bucket, source_key) = source(&input.copy_source)?;
    let reader = store.get(source_bucket, source_key).map_err(from_store)?;
    let conditions = ReadConditions {
        if_match: input.copy_source_if_match.as_ref(),
        if_none_match: input.copy_source_if_none_match.as_ref(),
        if_modified_since: input.copy_source_if_modified_since.as_ref(),
        if_unmodified_since: input.copy_source_if_unmodified_since.as_ref(),
    };
    conditions.check(&reader.object, S3ErrorCode::PreconditionFailed)?;
    let replaces = |directive: Option<&str>| directive == Some("REPLACE");
    let replaces_attributes = replaces(input.metadata_directive.as_ref().map(MetadataDirective::as_str));
    let replaces_tags = replaces(input.tagging_directive.as_ref().map(TaggingDirective::as_str));
    if source_bucket == input.bucket && source_key == input.key && !replaces_attributes {
        return Err(s3_error!(
            InvalidRequest,
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
        ));
    }
    let new_attributes: Attributes = attributes!(input);
    let new_tags = convert::tags(input.tagging.as_deref())?;
    let copied = store.copy(&reader, &input.bucket, &input.key, Condition::None, |attributes, tags| {
        if replaces_attributes {
            *attributes = new_attributes;
        }
        if replaces_tags {
            *tags = new_tags;
        }
    });
    let object = copied.await.map_err(from_store)?;
    let result = CopyObjectResult {
        e_tag: Some(etag(&object)),
        last_modified: Some(timestamp(object.modified)),
        ..Default::default()
    };
    Ok(CopyObjectOutput { copy_object_result: Some(result), ..Default::default() })
}

pub(crate) async fn delete(store: &Store, input: DeleteObjectInput) -> S3Result<DeleteObjectOutput> {
    refuse_version(input.version_id.as_ref())?;
    store.delete(&input.bucket, &input.key, Condition::None).await.map_err(from_store)?;
    Ok(DeleteObjectOutput::default())
}

/// Keys that the caller may not delete are told among the errors.
pub(crate) async fn delete_many(
    store: &Store,
    request: S3Request<DeleteObjectsInput>,
) -> S3Result<DeleteObjectsOutput> {
    let Denied(denied) = request.extensions.get::<Denied>().cloned().unwrap_or_default();
    let input = request.input;
    store.bucket(&input.bucket).map_err(from_store)?;
    if input.delete.objects.len() + denied.len() > DELETED_AT_ONCE_MAX {
        return Err(s3_error!(MalformedXML, "more than 1000 objects in one request"));
    }
    let (mut deleted, mut errors) = (Vec::new(), Vec::new());
    for object in input.delete.objects {
        match store.delete(&input.bucket, &object.key, Condition::None).await.map_err(from_store) {
            Ok(()) => deleted.push(DeletedObject { key: Some(object.key), ..Default::default() }),
            Err(error) => errors.push(Error {
                code: Some(error.code().as_str().to_string()),
                key: Some(object.key),
                message: error.message().map(str::to_string),
                version_id: None,
            }),
        }
    }
    errors.extend(denied.into_iter().map(|(object, sentence)| Error {
        code: Some("AccessDenied".to_string()),
        key: Some(object.key),
        message: Some(sentence),
        version_id: object.version_id,
    }));
    let deleted = (input.delete.quiet != Some(true)).then_some(deleted);
    Ok(DeleteObjectsOutput { deleted, errors: Some(errors), ..Default::default() })
}

pub(crate) fn tags(store: &Store, input: GetObjectTaggingInput) -> S3Result<GetObjectTaggingOutput> {
    let object = store.head(&input.bucket, &input.key).map_err(from_store)?;
    let tag = |(key, value): (&String, &String)| Tag { key: Some(key.clone()), value: Some(value.clone()) };
    Ok(GetObjectTaggingOutput { tag_set: object.tags.iter().map(tag).collect(), version_id: None })
}

pub(crate) async fn set_tags(store: &Store, bucket: &str, key: &str, tag_set: TagSet) -> S3Result<()> {
    if tag_set.len() > 10 {
        return Err(crate::error::too_many_tags());
    }
    let tags = tag_set.into_iter().map(|tag| (tag.key.unwrap_or_default(), tag.value.unwrap_or_default()));
    store.set_tags(bucket, key, tags.collect::<Tags>()).await.map_err(from_store)
}
