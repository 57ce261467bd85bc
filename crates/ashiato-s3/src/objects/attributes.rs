//! What goes with an object's bytes: headers, metadata, and how many tags and parts it has.

use ashiato_objects::Object;
use s3s::dto::*;

/// The headers and user metadata of a request: three shapes have the same members and no type in common. The caller
/// returns with an error where the storage class is none of S3's.
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
            (crate::storage_classes::HEADER, crate::storage_classes::kept($input.storage_class.as_ref())?),
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

pub(super) fn parsed_date(text: &str) -> Option<Timestamp> {
    Timestamp::parse(TimestampFormat::HttpDate, text).ok()
}

pub(super) fn tag_count(object: &Object) -> Option<i32> {
    i32::try_from(object.tags.len()).ok().filter(|count| *count > 0)
}

pub(super) fn parts_count(object: &Object) -> Option<i32> {
    i32::try_from(object.part_bytes.len()).ok().filter(|count| *count > 0)
}
