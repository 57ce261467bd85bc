//! What a bucket keeps beside its objects: each setting as the XML that it came as, under a name.

use ashiato_objects::Store;
use s3s::S3Result;
use s3s::xml::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::from_store;

/// Keeps a setting in place of the one before.
pub(crate) async fn put<T: Serialize>(store: &Store, bucket: &str, name: &str, value: &T) -> S3Result<()> {
    let mut bytes = Vec::new();
    value.serialize(&mut Serializer::new(&mut bytes)).map_err(s3s::S3Error::internal_error)?;
    let text = String::from_utf8(bytes).map_err(s3s::S3Error::internal_error)?;
    store.set_document(bucket, name, Some(text)).await.map_err(from_store)
}

/// The setting, if it was ever put.
pub(crate) fn get<T: for<'xml> Deserialize<'xml>>(store: &Store, bucket: &str, name: &str) -> S3Result<Option<T>> {
    let Some(text) = store.document(bucket, name).map_err(from_store)? else { return Ok(None) };
    T::deserialize(&mut Deserializer::new(text.as_bytes())).map(Some).map_err(s3s::S3Error::internal_error)
}

/// Takes a setting away; one that is not there is no error.
pub(crate) async fn delete(store: &Store, bucket: &str, name: &str) -> S3Result<()> {
    store.set_document(bucket, name, None).await.map_err(from_store)
}
