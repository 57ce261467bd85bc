//! Functions of JSON, over JSON text: values are found by skipping through it, and no tree is built.
//!
//! [`path`] is what a path says, [`scan`] walks text, [`scalar`] turns scalars to text, [`canonical`] rewrites a
//! value as Trino prints it.

pub(crate) mod canonical;
mod is_json_scalar;
mod json_array_contains;
mod json_array_get;
mod json_array_length;
mod json_extract;
mod json_extract_scalar;
mod json_format;
mod json_parse;
mod json_size;
pub(crate) mod path;
pub(crate) mod scalar;
pub(crate) mod scan;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        is_json_scalar::function(),
        json_array_contains::function(),
        json_array_get::function(),
        json_array_length::function(),
        json_extract::function(),
        json_extract_scalar::function(),
        json_format::function(),
        json_parse::function(),
        json_size::function(),
    ]
}
