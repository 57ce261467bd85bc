//! CopyObject. No bytes are copied: what is encrypted stays so, under the key that it has.

use ashiato_objects::{Attributes, Condition, Sealing, Store};
use s3s::dto::*;
use s3s::{S3ErrorCode, S3Result, s3_error};

use super::{ReadConditions, attributes};
use crate::acls;
use crate::convert::{self, etag, source, timestamp};
use crate::encryption;
use crate::error::from_store;
use crate::gate::Gate;
use crate::storage_classes;

pub(crate) async fn copy(store: &Store, gate: &dyn Gate, input: CopyObjectInput) -> S3Result<CopyObjectOutput> {
    let (source_bucket, source_key) = source(&input.copy_source)?;
    acls::expect_none(
        input.acl.as_ref(),
        [
            input.grant_full_control.as_ref(),
            input.grant_read.as_ref(),
            input.grant_read_acp.as_ref(),
            input.grant_write_acp.as_ref(),
        ],
    )?;
    let reader = store.get(source_bucket, source_key).map_err(from_store)?;
    let conditions = ReadConditions {
        if_match: input.copy_source_if_match.as_ref(),
        if_none_match: input.copy_source_if_none_match.as_ref(),
        if_modified_since: input.copy_source_if_modified_since.as_ref(),
        if_unmodified_since: input.copy_source_if_unmodified_since.as_ref(),
    };
    conditions.check(&reader.object, S3ErrorCode::PreconditionFailed)?;
    encryption::expect_opener(gate, &reader.object).await?;
    expect_same_key(&input, reader.object.sealing.as_ref())?;
    let replaces = |directive: Option<&str>| directive == Some("REPLACE");
    let replaces_attributes = replaces(input.metadata_directive.as_ref().map(MetadataDirective::as_str));
    let replaces_tags = replaces(input.tagging_directive.as_ref().map(TaggingDirective::as_str));
    // Any class that is named makes it another object, be it the one that it has.
    let is_changed = replaces_attributes || input.storage_class.is_some();
    if source_bucket == input.bucket && source_key == input.key && !is_changed {
        return Err(s3_error!(
            InvalidRequest,
            "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes."
        ));
    }
    let new_attributes: Attributes = attributes!(input);
    let new_tags = convert::tags(input.tagging.as_deref())?;
    let copied = store.copy(&reader, &input.bucket, &input.key, Condition::None, |attributes, tags| {
        let storage_class = new_attributes.headers.get(storage_classes::HEADER).cloned();
        if replaces_attributes {
            *attributes = new_attributes;
        }
        // A copy is of the class that is asked for, whatever its source is of.
        attributes.headers.remove(storage_classes::HEADER);
        attributes.headers.extend(storage_class.map(|class| (storage_classes::HEADER.to_string(), class)));
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
    let (server_side_encryption, ssekms_key_id) = encryption::told(object.sealing.as_ref());
    Ok(CopyObjectOutput {
        copy_object_result: Some(result),
        server_side_encryption,
        ssekms_key_id,
        ..Default::default()
    })
}

/// Refuses a copy that is to be encrypted under another key than its source.
fn expect_same_key(input: &CopyObjectInput, sealing: Option<&Sealing>) -> S3Result<()> {
    let (algorithm, key) = encryption::told(sealing);
    let asked = input.server_side_encryption.as_ref().filter(|asked| asked.as_str() == ServerSideEncryption::AWS_KMS);
    match asked {
        None => Ok(()),
        Some(_) if algorithm.is_some() && (input.ssekms_key_id.is_none() || input.ssekms_key_id == key) => Ok(()),
        Some(_) => Err(s3_error!(NotImplemented, "a copy under another key is not implemented: put the object anew")),
    }
}
