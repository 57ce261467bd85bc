//! Functions of VARBINARY.

mod base64;
mod big_endian;
mod checksum;
mod digest;
mod hex;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    let mut functions = vec![checksum::crc32(), checksum::xxhash64(), hex::from_hex(), hex::to_hex()];
    functions.extend(base64::functions());
    functions.extend(big_endian::functions());
    functions.extend(digest::functions());
    functions
}
