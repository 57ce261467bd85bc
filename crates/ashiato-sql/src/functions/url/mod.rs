//! Functions of URLs.

mod uri;
mod url_encode;
mod url_extract;
mod url_extract_parameter;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        url_encode::url_decode(),
        url_encode::url_encode(),
        url_extract::fragment(),
        url_extract::host(),
        url_extract::path(),
        url_extract::port(),
        url_extract::protocol(),
        url_extract::query(),
        url_extract_parameter::function(),
    ]
}
