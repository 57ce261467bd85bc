//! `md5`, `sha1`, `sha256`, `sha512` of a varbinary, and `hmac_md5(bytes, key)` and its sisters.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varbinary};
use arrow::array::{ArrayRef, BinaryArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use md5::Md5;
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha256, Sha512};
use std::sync::Arc;

/// Into how many bytes a digest's compression takes its input, which is how long HMAC makes a key.
const BLOCK_BYTES: usize = 64;
const SHA512_BLOCK_BYTES: usize = 128;

pub(super) fn functions() -> Vec<Arc<ScalarUDF>> {
    vec![
        scalar("md5", vec![exactly(&[Kind::Varbinary], varbinary, digest::<Md5>)]),
        scalar("sha1", vec![exactly(&[Kind::Varbinary], varbinary, digest::<Sha1>)]),
        scalar("sha256", vec![exactly(&[Kind::Varbinary], varbinary, digest::<Sha256>)]),
        scalar("sha512", vec![exactly(&[Kind::Varbinary], varbinary, digest::<Sha512>)]),
        scalar("hmac_md5", vec![exactly(KEYED, varbinary, keyed::<Md5, BLOCK_BYTES>)]),
        scalar("hmac_sha1", vec![exactly(KEYED, varbinary, keyed::<Sha1, BLOCK_BYTES>)]),
        scalar("hmac_sha256", vec![exactly(KEYED, varbinary, keyed::<Sha256, BLOCK_BYTES>)]),
        scalar("hmac_sha512", vec![exactly(KEYED, varbinary, keyed::<Sha512, SHA512_BLOCK_BYTES>)]),
    ]
}

const KEYED: &[Kind] = &[Kind::Varbinary, Kind::Varbinary];

fn digest<D: Digest>(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<BinaryArray, _>(|row| values.get(row).map(|bytes| D::digest(bytes).to_vec()))
}

fn keyed<D: Digest, const BLOCK: usize>(args: &Arguments) -> Result<ArrayRef> {
    let (values, keys) = (args.varbinary(0)?, args.varbinary(1)?);
    args.each::<BinaryArray, _>(|row| Some(hmac::<D, BLOCK>(values.get(row)?, keys.get(row)?)))
}

/// HMAC as RFC 2104 defines it.
fn hmac<D: Digest, const BLOCK: usize>(message: &[u8], key: &[u8]) -> Vec<u8> {
    let mut block = [0u8; BLOCK];
    if key.len() > BLOCK {
        let short = D::digest(key);
        block[..short.len()].copy_from_slice(&short);
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let inner = D::new().chain_update(block.map(|byte| byte ^ 0x36)).chain_update(message).finalize();
    D::new().chain_update(block.map(|byte| byte ^ 0x5c)).chain_update(inner).finalize().to_vec()
}
