//! Settings of a bucket that are kept and given back. Of them all, encryption alone is acted on.

mod tagging;
mod versioning;
mod encryption;
mod cors;
mod notification;
mod lifecycle;
mod ownership;
mod logging;

pub(crate) use cors::{cors, delete_cors, put_cors};
pub(crate) use encryption::{default_key, delete_encryption, encryption, put_encryption};
pub(crate) use lifecycle::{delete_lifecycle, lifecycle, put_lifecycle};
pub(crate) use logging::{logging, put_logging};
pub(crate) use notification::{notification, put_notification};
pub(crate) use ownership::{delete_ownership, ownership, put_ownership};
pub(crate) use tagging::{delete_tagging, put_tagging, tagging};
pub(crate) use versioning::{put_versioning, versioning};
