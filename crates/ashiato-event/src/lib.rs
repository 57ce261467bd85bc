//! The CloudTrail record: from the bytes of a log file to Arrow columns.
//!
//! Synchronous and pure: bytes come in as slices, batches go out through a callback. Nothing here opens a file,
//! speaks SQL or knows of HTTP.
//!
//! The way of a file: [`source`] turns stored bytes into text (gzip, zstd or as it is), [`layout`] finds the records in
//! the text whatever it is wrapped in, [`needle`] tells which of them can matter, and [`decode`] makes columns of what
//! was asked for and touches nothing else. [`schema`] is what the columns are, and [`key`] what a file's folder and
//! name tell.
//!
//! The other way round, [`record`] writes one record as CloudTrail does, and [`generate`] makes up whole logs.

mod civil;
pub mod decode;
pub mod generate;
pub mod key;
pub mod layout;
pub mod needle;
pub mod record;
pub mod schema;
pub mod source;

mod column;
mod scan;
mod simd;
