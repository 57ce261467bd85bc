//! `crc32(bytes)` as a bigint; `xxhash64(bytes)` as eight bytes, most significant first.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar, varbinary};
use arrow::array::{ArrayRef, BinaryArray, Int64Array};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;
use twox_hash::XxHash64;

pub(super) fn crc32() -> Arc<ScalarUDF> {
    scalar("crc32", vec![exactly(&[Kind::Varbinary], bigint, crc)])
}

pub(super) fn xxhash64() -> Arc<ScalarUDF> {
    scalar("xxhash64", vec![exactly(&[Kind::Varbinary], varbinary, xxhash)])
}

fn crc(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<Int64Array, _>(|row| values.get(row).map(|bytes| i64::from(crc32fast::hash(bytes))))
}

fn xxhash(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<BinaryArray, _>(|row| values.get(row).map(|bytes| XxHash64::oneshot(0, bytes).to_be_bytes()))
}
