//! DeleteObject and DeleteObjects.

use ashiato_objects::{Condition, Store};
use s3s::dto::*;
use s3s::{S3Request, S3Result, s3_error};

use super::refuse_version;
use crate::control_characters::is_in_xml;
use crate::error::from_store;
use crate::gate::Denied;

const DELETED_AT_ONCE_MAX: usize = 1000;

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
    let mut named = input.delete.objects.iter().chain(denied.iter().map(|(object, _)| object));
    // The protocol's library takes what XML lacks where it is written as it is.
    if !named.all(|object| is_in_xml(&object.key)) {
        return Err(s3_error!(
            MalformedXML,
            "The XML you provided was not well-formed or did not validate against our published schema"
        ));
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
