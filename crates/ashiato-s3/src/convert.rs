//! What several operations say alike: attributes, checksums, times, tags, conditions.

use ashiato_objects::{Algorithm, Checksum, Condition, Extent, Object, Received, Tags};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use chrono::{DateTime, Utc};
use s3s::dto::{ChecksumAlgorithm, ChecksumType, CopySource, ETag, ETagCondition, Timestamp, TimestampFormat};
use s3s::{S3Result, TrailingHeaders, s3_error};

pub(crate) fn timestamp(time: DateTime<Utc>) -> Timestamp {
    std::time::SystemTime::from(time).into()
}

pub(crate) fn http_date(time: &Timestamp) -> Option<String> {
    let mut text = Vec::new();
    time.format(TimestampFormat::HttpDate, &mut text).ok()?;
    String::from_utf8(text).ok()
}

pub(crate) fn etag(object: &Object) -> ETag {
    ETag::Strong(object.etag.clone())
}

/// The bucket and key that a copy reads. Access points and versions do not exist here.
pub(crate) fn source(source: &CopySource) -> S3Result<(&str, &str)> {
    match source {
        CopySource::Bucket { bucket, key, version_id: None } => Ok((bucket, key)),
        _ => Err(s3_error!(NotImplemented, "copies of versions and from access points are not implemented")),
    }
}

/// The condition of a write: `If-None-Match: *`, or `If-Match` with an ETag.
pub(crate) fn write_condition(
    if_match: Option<&ETagCondition>,
    if_none_match: Option<&ETagCondition>,
) -> S3Result<Condition> {
    match (if_match, if_none_match) {
        (None, None) => Ok(Condition::None),
        (None, Some(ETagCondition::Any)) => Ok(Condition::Absent),
        (Some(ETagCondition::ETag(etag)), None) => Ok(Condition::EtagIs(etag.value().to_string())),
        _ => Err(s3_error!(NotImplemented, "A header you provided implies functionality that is not implemented")),
    }
}

/// The `x-amz-tagging` header: a query string.
pub(crate) fn tags(header: Option<&str>) -> S3Result<Tags> {
    let decoded = |text: &str| {
        let text = text.replace('+', " ");
        percent_encoding::percent_decode_str(&text).decode_utf8().map(|text| text.into_owned())
    };
    let mut pairs = Vec::new();
    for pair in header.unwrap_or_default().split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let invalid = |_| s3_error!(InvalidTag, "The tags are not valid UTF-8");
        pairs.push((decoded(key).map_err(invalid)?, decoded(value).map_err(invalid)?));
    }
    if pairs.len() > 10 {
        return Err(crate::error::too_many_tags());
    }
    crate::objects::checked_tags(pairs.into_iter())
}

pub(crate) fn algorithm(name: &ChecksumAlgorithm) -> S3Result<Algorithm> {
    named(name.as_str()).ok_or_else(|| s3_error!(InvalidRequest, "Checksum algorithm provided is unsupported."))
}

fn named(name: &str) -> Option<Algorithm> {
    HEADERS.iter().find(|(known, ..)| known.eq_ignore_ascii_case(name)).map(|(_, _, algorithm)| *algorithm)
}

/// The names of the algorithms and the headers that carry their values.
const HEADERS: &[(&str, &str, Algorithm)] = &[
    ("CRC32", "x-amz-checksum-crc32", Algorithm::Crc32),
    ("CRC32C", "x-amz-checksum-crc32c", Algorithm::Crc32c),
    ("CRC64NVME", "x-amz-checksum-crc64nvme", Algorithm::Crc64Nvme),
    ("SHA1", "x-amz-checksum-sha1", Algorithm::Sha1),
    ("SHA256", "x-amz-checksum-sha256", Algorithm::Sha256),
];

pub(crate) fn decoded(value: &str) -> S3Result<Vec<u8>> {
    BASE64_STANDARD.decode(value).map_err(|_| s3_error!(InvalidRequest, "a checksum is not valid base64"))
}

/// The checksum that a body is sent with: its algorithm, and its value where a header before the body gives it.
pub(crate) fn announced(headers: &http::HeaderMap) -> S3Result<Option<(Algorithm, Option<Vec<u8>>)>> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    for (_, header, algorithm) in HEADERS {
        if let Some(value) = text(header) {
            return Ok(Some((*algorithm, Some(decoded(value)?))));
        }
    }
    let trailer = text("x-amz-trailer").unwrap_or_default();
    let in_trailer = HEADERS.iter().find(|(_, header, _)| header.eq_ignore_ascii_case(trailer.trim()));
    if let Some((_, _, algorithm)) = in_trailer {
        return Ok(Some((*algorithm, None)));
    }
    Ok(text("x-amz-sdk-checksum-algorithm").and_then(named).map(|algorithm| (algorithm, None)))
}

/// Checks a received body against all that its sender said of it; gives the checksum to keep.
pub(crate) fn verified(
    received: &Received,
    announced: Option<(Algorithm, Option<Vec<u8>>)>,
    content_md5: Option<&str>,
    trailers: Option<&TrailingHeaders>,
) -> S3Result<Option<Checksum>> {
    if let Some(md5) = content_md5 {
        let md5 = BASE64_STANDARD.decode(md5).ok().filter(|md5| md5.len() == 16);
        let md5 = md5.ok_or_else(|| s3_error!(InvalidDigest, "The Content-MD5 you specified is not valid."))?;
        received.check_md5(&md5).map_err(crate::error::from_store)?;
    }
    let Some((algorithm, value)) = announced else { return Ok(None) };
    let header = HEADERS.iter().find(|(_, _, known)| *known == algorithm).map_or("", |(_, header, _)| header);
    let trailing = trailers.and_then(|trailers| {
        trailers.read(|headers| headers.get(header).and_then(|value| value.to_str().ok()).map(str::to_string))
    });
    let trailing = trailing.flatten().map(|value| decoded(&value)).transpose()?;
    if let Some(value) = value.or(trailing) {
        received.check(algorithm, &value).map_err(crate::error::from_store)?;
    }
    Ok(received.checksums.iter().find(|checksum| checksum.algorithm == algorithm).cloned())
}

/// A checksum as the five members that S3's shapes have for it.
#[derive(Default)]
pub(crate) struct Sums {
    pub(crate) crc32: Option<String>,
    pub(crate) crc32c: Option<String>,
    pub(crate) crc64nvme: Option<String>,
    pub(crate) sha1: Option<String>,
    pub(crate) sha256: Option<String>,
    pub(crate) extent: Option<ChecksumType>,
}

/// `parts` is the number of parts that a composite checksum covers.
pub(crate) fn sums(checksum: Option<&Checksum>, parts: usize) -> Sums {
    let mut sums = Sums::default();
    let Some(checksum) = checksum else { return sums };
    let mut value = BASE64_STANDARD.encode(&checksum.value);
    if checksum.extent == Extent::Composite {
        value = format!("{value}-{parts}");
    }
    sums.extent = Some(ChecksumType::from_static(match checksum.extent {
        Extent::FullObject => ChecksumType::FULL_OBJECT,
        Extent::Composite => ChecksumType::COMPOSITE,
    }));
    let member = match checksum.algorithm {
        Algorithm::Crc32 => &mut sums.crc32,
        Algorithm::Crc32c => &mut sums.crc32c,
        Algorithm::Crc64Nvme => &mut sums.crc64nvme,
        Algorithm::Sha1 => &mut sums.sha1,
        Algorithm::Sha256 => &mut sums.sha256,
    };
    *member = Some(value);
    sums
}
