//! ListObjects and ListObjectsV2.

use ashiato_objects::{Entry, ListQuery, Page, Store};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use s3s::dto::*;
use s3s::{S3Result, s3_error};

use crate::convert::{etag, timestamp};
use crate::error::from_store;
use crate::storage_classes;

const KEYS_MAX: i32 = 1000;

/// What `encoding-type=url` leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*').remove(b'/');

pub(crate) fn encoder(encoding: Option<&EncodingType>) -> impl Fn(&str) -> String + use<> {
    let is_url = encoding.is_some();
    move |text| if is_url { utf8_percent_encode(text, ENCODED).to_string() } else { text.to_string() }
}

fn keys_max(asked: Option<i32>) -> S3Result<i32> {
    match asked {
        Some(asked) if asked < 0 => {
            Err(s3_error!(InvalidArgument, "Argument max-keys must be an integer between 0 and 2147483647"))
        }
        Some(asked) => Ok(asked.min(KEYS_MAX)),
        None => Ok(KEYS_MAX),
    }
}

fn split(page: Page, encoded: impl Fn(&str) -> String) -> (Vec<Object>, Vec<CommonPrefix>) {
    let (mut objects, mut prefixes) = (Vec::new(), Vec::new());
    for entry in page.entries {
        match entry {
            Entry::Object(key, object) => objects.push(Object {
                key: Some(encoded(&key)),
                size: i64::try_from(object.bytes).ok(),
                e_tag: Some(etag(&object)),
                last_modified: Some(timestamp(object.modified)),
                storage_class: Some(storage_classes::listed(&object.attributes).as_str().to_string().into()),
                ..Default::default()
            }),
            Entry::Prefix(prefix) => prefixes.push(CommonPrefix { prefix: Some(encoded(&prefix)) }),
        }
    }
    (objects, prefixes)
}

pub(crate) fn list_v1(store: &Store, input: ListObjectsInput) -> S3Result<ListObjectsOutput> {
    let encoded = encoder(input.encoding_type.as_ref());
    let max = keys_max(input.max_keys)?;
    let query = ListQuery {
        prefix: input.prefix.as_deref().unwrap_or_default(),
        delimiter: input.delimiter.as_deref().unwrap_or_default(),
        after: input.marker.as_deref().unwrap_or_default(),
        entries_max: max as usize,
    };
    let page = store.list(&input.bucket, &query).map_err(from_store)?;
    let next = page.next.as_deref().map(&encoded);
    let (contents, common_prefixes) = split(page, &encoded);
    Ok(ListObjectsOutput {
        is_truncated: Some(next.is_some()),
        // Without a delimiter the last key is the marker, and S3 does not say it again.
        next_marker: next.filter(|_| input.delimiter.is_some()),
        contents: Some(contents),
        common_prefixes: Some(common_prefixes),
        name: Some(input.bucket),
        prefix: Some(encoded(query.prefix)),
        delimiter: input.delimiter.as_deref().map(&encoded),
        marker: Some(encoded(query.after)),
        max_keys: Some(max),
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}

pub(crate) fn list_v2(store: &Store, input: ListObjectsV2Input) -> S3Result<ListObjectsV2Output> {
    let encoded = encoder(input.encoding_type.as_ref());
    let max = keys_max(input.max_keys)?;
    let invalid = || s3_error!(InvalidArgument, "The continuation token provided is incorrect");
    let resumed = match &input.continuation_token {
        Some(token) => {
            let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).map_err(|_| invalid())?;
            Some(String::from_utf8(bytes).map_err(|_| invalid())?)
        }
        None => input.start_after.clone(),
    };
    let query = ListQuery {
        prefix: input.prefix.as_deref().unwrap_or_default(),
        delimiter: input.delimiter.as_deref().unwrap_or_default(),
        after: resumed.as_deref().unwrap_or_default(),
        entries_max: max as usize,
    };
    let page = store.list(&input.bucket, &query).map_err(from_store)?;
    let next = page.next.as_deref().map(|next| BASE64_URL_SAFE_NO_PAD.encode(next));
    let (contents, common_prefixes) = split(page, &encoded);
    Ok(ListObjectsV2Output {
        key_count: i32::try_from(contents.len() + common_prefixes.len()).ok(),
        is_truncated: Some(next.is_some()),
        next_continuation_token: next,
        contents: Some(contents),
        common_prefixes: Some(common_prefixes),
        name: Some(input.bucket),
        prefix: Some(encoded(query.prefix)),
        delimiter: input.delimiter.as_deref().map(&encoded),
        start_after: input.start_after.as_deref().map(&encoded),
        continuation_token: input.continuation_token,
        max_keys: Some(max),
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}
