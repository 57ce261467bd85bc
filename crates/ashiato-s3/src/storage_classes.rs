//! The storage class of an object: kept as its writer named it, and given back. Where the bytes are, and how soon they
//! can be read, is the same for all classes.

use ashiato_objects::Attributes;
use s3s::dto::StorageClass;
use s3s::{S3Result, s3_error};

/// The name of a class among an object's headers. An object without one is STANDARD.
pub(crate) const HEADER: &str = "x-amz-storage-class";

/// The other classes of objects in general purpose buckets.
///
/// Source: Amazon S3 API Reference, PutObject, "x-amz-storage-class".
const CLASSES: &[&str] = &[
    StorageClass::REDUCED_REDUNDANCY,
    StorageClass::STANDARD_IA,
    StorageClass::ONEZONE_IA,
    StorageClass::INTELLIGENT_TIERING,
    StorageClass::GLACIER,
    StorageClass::GLACIER_IR,
    StorageClass::DEEP_ARCHIVE,
];

/// What is kept of the class that a request names.
pub(crate) fn kept(named: Option<&StorageClass>) -> S3Result<Option<String>> {
    match named.map(StorageClass::as_str) {
        None | Some(StorageClass::STANDARD) => Ok(None),
        Some(class) if CLASSES.contains(&class) => Ok(Some(class.to_string())),
        Some(_) => Err(s3_error!(InvalidStorageClass, "The storage class you specified is not valid")),
    }
}

/// As the headers of an object tell it, which leave STANDARD out.
pub(crate) fn told(attributes: &Attributes) -> Option<StorageClass> {
    attributes.headers.get(HEADER).cloned().map(StorageClass::from)
}

/// As documents tell it, which leave nothing out.
pub(crate) fn listed(attributes: &Attributes) -> StorageClass {
    told(attributes).unwrap_or_else(|| StorageClass::from_static(StorageClass::STANDARD))
}
