//! PutObject.

use ashiato_objects::{Algorithm, Put, Store};
use s3s::dto::*;
use s3s::{S3Request, S3Result};

use super::attributes;
use crate::acls;
use crate::convert::{self, etag, sums};
use crate::encryption::{self, Asked};
use crate::error::from_store;
use crate::gate::Gate;

pub(crate) async fn put(
    store: &Store,
    gate: &dyn Gate,
    request: S3Request<PutObjectInput>,
) -> S3Result<PutObjectOutput> {
    let input = request.input;
    store.bucket(&input.bucket).map_err(from_store)?;
    acls::expect_none(
        input.acl.as_ref(),
        [
            input.grant_full_control.as_ref(),
            input.grant_read.as_ref(),
            input.grant_read_acp.as_ref(),
            input.grant_write_acp.as_ref(),
        ],
    )?;
    let attributes = attributes!(input);
    let tags = convert::tags(input.tagging.as_deref())?;
    let condition = convert::write_condition(input.if_match.as_ref(), input.if_none_match.as_ref())?;
    let announced = convert::announced(&request.headers)?;
    // An object put without a checksum gets the one that S3 itself chooses.
    let algorithm = announced.as_ref().map_or(Algorithm::Crc64Nvme, |(algorithm, _)| *algorithm);
    let body = input.body.unwrap_or_else(|| StreamingBlob::from(s3s::Body::empty()));
    let asked = Asked {
        algorithm: input.server_side_encryption.as_ref(),
        key: input.ssekms_key_id.as_deref(),
        context: input.ssekms_encryption_context.as_deref(),
    };
    let sealing = encryption::sealing(store, gate, (&input.bucket, &input.key), asked).await?;
    let received = store.receive_sealed(body, &[algorithm], sealing.as_ref()).await.map_err(from_store)?;
    convert::verified(&received, announced, input.content_md5.as_deref(), request.trailing_headers.as_ref())?;
    let put = Put { attributes, tags, checksum: received.checksums.first().cloned(), condition };
    let object = store.put(&input.bucket, &input.key, received, put).await.map_err(from_store)?;
    let sums = sums(object.checksum.as_ref(), 0);
    let (server_side_encryption, ssekms_key_id) = encryption::told(object.sealing.as_ref());
    Ok(PutObjectOutput {
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
