//! Functions of IP addresses and networks, and `contains`, which arrays share.

mod cidr;
mod contains;
mod ip;
mod ip_prefix;

pub use ip::{format_ip, parse_ip};

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![contains::function(), ip_prefix::function()]
}
