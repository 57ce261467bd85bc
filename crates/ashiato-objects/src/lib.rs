//! Objects in buckets on a local folder: S3's model without HTTP, XML or signatures.
//!
//! An object's bytes lie in immutable data files under `data/`; what its key, size and metadata are is a line of
//! `journal`, and that line, once on disk, is the commit point. A key is therefore never a file name, a copy copies no
//! bytes, a multipart upload is completed without moving any, and a crash at any moment leaves the old or the new
//! object. The journal is held in memory as an ordered index (about half a kilobyte an object), from which listings
//! are answered.

mod error;
mod object;
mod checksum;
mod seal;
mod key;
mod change;
mod index;
mod journal;
mod data;
mod committer;
mod store;
mod body;
mod reading;
mod list;
mod upload;
mod in_process;

pub use body::Received;
pub use checksum::{Algorithm, Checksum, Extent};
pub use error::{Error, Kind, Result};
pub use in_process::BucketObjects;
pub use list::{Entry, ListQuery, Page};
pub use object::{Attributes, Condition, Object, Part, Tags};
pub use reading::read_all;
pub use seal::{DataKey, Sealing, Vault, WrappedKey};
pub use store::{BucketInfo, Clock, Put, Reader, Recovery, Store};
pub use upload::{BYTES_IN_PART_MIN, CompletedPart, NewUpload, PARTS_MAX, Upload};
