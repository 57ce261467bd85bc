//! Objects: put, get, head, copy, delete one and many, tags. One file each.

mod attributes;
mod conditions;
mod range;
mod put;
mod get;
mod head;
mod copy;
mod delete;
mod tags;

pub(crate) use attributes::{attributes, stored_encoding};
pub(crate) use conditions::ReadConditions;
pub(crate) use copy::copy;
pub(crate) use delete::{delete, delete_many};
pub(crate) use get::get;
pub(crate) use head::head;
pub(crate) use put::put;
pub(crate) use tags::{checked as checked_tags, set_tags, tags};

use s3s::{S3Result, s3_error};

pub(crate) fn refuse_version(version_id: Option<&String>) -> S3Result<()> {
    // "null" is the version of every object that was put without versioning.
    match version_id {
        Some(version_id) if version_id != "null" => Err(s3_error!(NotImplemented, "versions are not implemented")),
        _ => Ok(()),
    }
}
