//! Making log files: records in, `{"Records":[…]}` as gzip out, with all that a digest says of the file.
//!
//! The same records make the same bytes on every machine, so that a delivery which is tried again after a failure
//! writes the same object under the same key.

use crate::error::{Error, ErrorKind, Result};
use crate::hex;
use crate::time::Time;
use chrono::DateTime;
use libdeflater::{CompressionLvl, Compressor};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};
use std::borrow::Cow;
use std::io::Read;

/// CloudTrail's own limit of a log file, before compression.
pub const UNCOMPRESSED_BYTES_MAX: usize = 50_000_000;

const OPENING: &str = "{\"Records\":[";
const CLOSING: &str = "]}";

/// A log file, ready to be put.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogFile {
    /// The object's bytes.
    pub gzip: Vec<u8>,
    /// The SHA-256 of the uncompressed bytes, in lower-case hexadecimal.
    pub hash_value: String,
    /// The earliest eventTime.
    pub oldest_event_time: Time,
    /// The latest eventTime.
    pub newest_event_time: Time,
    /// How many records it holds.
    pub records: usize,
    /// How long it is before compression.
    pub uncompressed_bytes: usize,
}

/// Makes as many files as the records need, in their order; none of no records. A record that is alone longer than
/// `uncompressed_bytes_max` has a file to itself.
///
/// # Errors
/// `Invalid` where a record is not a JSON object with an eventTime: the message says which and why.
pub fn make<R: AsRef<str>>(records: &[R], uncompressed_bytes_max: usize) -> Result<Vec<LogFile>> {
    let mut files = Vec::new();
    let mut open = Open::default();
    for (number, record) in records.iter().enumerate() {
        let record = record.as_ref().trim();
        let time = event_time(record)
            .map_err(|why| Error::new(ErrorKind::Invalid, format!("record {number} of the batch: {why}")))?;
        let length = open.text.len() + 1 + record.len() + CLOSING.len();
        if open.records > 0 && length > uncompressed_bytes_max {
            files.extend(std::mem::take(&mut open).close()?);
        }
        open.push(record, time);
    }
    files.extend(open.close()?);
    Ok(files)
}

/// The sixteen characters that tell a trail's files of one minute apart: a function of the trail and of the content, so
/// that the same file of the same trail always has the same name.
pub fn suffix(trail_arn: &str, file: &LogFile) -> String {
    const LETTERS: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let hash = Sha256::digest(format!("{trail_arn}\n{}", file.hash_value));
    // One letter is a little likelier than another by this; names need to differ, not to be even.
    hash.iter().take(16).map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()])).collect()
}

/// What a digest says of a log file, read from its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// The SHA-256 of the uncompressed bytes, in lower-case hexadecimal.
    pub hash_value: String,
    /// The earliest eventTime.
    pub oldest: Time,
    /// The latest eventTime.
    pub newest: Time,
}

/// Describes a file that [`make`] made.
///
/// # Errors
/// `Invalid` where the bytes are not those of such a file.
pub fn describe(packed: &[u8]) -> Result<Described> {
    let invalid = |why: String| Error::new(ErrorKind::Invalid, format!("not a log file: {why}"));
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut text).map_err(|why| invalid(why.to_string()))?;
    let file: Times<'_> = serde_json::from_slice(&text).map_err(|why| invalid(why.to_string()))?;
    let mut times = Vec::with_capacity(file.records.len());
    for record in &file.records {
        let time = DateTime::parse_from_rfc3339(&record.event_time);
        times.push(time.map_err(|why| invalid(format!("eventTime {:?}: {why}", record.event_time)))?.to_utc());
    }
    match (times.iter().min(), times.iter().max()) {
        (Some(oldest), Some(newest)) => {
            Ok(Described { hash_value: hex::encode(&Sha256::digest(&text)), oldest: *oldest, newest: *newest })
        }
        _ => Err(invalid("it holds no record".to_string())),
    }
}

/// The records of a file that [`make`] made, each as it was given.
///
/// # Errors
/// `Invalid` where the bytes are not those of such a file.
pub fn records(packed: &[u8]) -> Result<Vec<String>> {
    let invalid = |why: String| Error::new(ErrorKind::Invalid, format!("not a log file: {why}"));
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(packed).read_to_end(&mut text).map_err(|why| invalid(why.to_string()))?;
    let file: Raw<'_> = serde_json::from_slice(&text).map_err(|why| invalid(why.to_string()))?;
    Ok(file.records.iter().map(|record| record.get().to_string()).collect())
}

#[derive(Deserialize)]
struct Raw<'a> {
    #[serde(borrow, rename = "Records")]
    records: Vec<&'a serde_json::value::RawValue>,
}

#[derive(Deserialize)]
struct Times<'a> {
    #[serde(borrow, rename = "Records")]
    records: Vec<Record<'a>>,
}

#[derive(Default)]
struct Open {
    text: String,
    records: usize,
    times: Option<(Time, Time)>,
}

impl Open {
    fn push(&mut self, record: &str, time: Time) {
        self.text.push_str(if self.records == 0 { OPENING } else { "," });
        self.text.push_str(record);
        self.records += 1;
        let (oldest, newest) = self.times.unwrap_or((time, time));
        self.times = Some((oldest.min(time), newest.max(time)));
    }

    fn close(mut self) -> Result<Option<LogFile>> {
        let Some((oldest_event_time, newest_event_time)) = self.times else { return Ok(None) };
        self.text.push_str(CLOSING);
        Ok(Some(LogFile {
            gzip: gzip(self.text.as_bytes())?,
            hash_value: hex::encode(&Sha256::digest(&self.text)),
            oldest_event_time,
            newest_event_time,
            records: self.records,
            uncompressed_bytes: self.text.len(),
        }))
    }
}

/// One gzip member, with no name and no time in its header.
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut packed = vec![0; compressor.gzip_compress_bound(bytes.len())];
    let length = compressor
        .gzip_compress(bytes, &mut packed)
        .map_err(|error| Error::new(ErrorKind::Internal, "compress a file of a trail").because(error))?;
    packed.truncate(length);
    Ok(packed)
}

#[derive(Deserialize)]
struct Record<'a> {
    #[serde(borrow, rename = "eventTime")]
    event_time: Cow<'a, str>,
}

fn event_time(record: &str) -> Result<Time, String> {
    // A JSON array of one text would be read as well.
    if !record.starts_with('{') {
        return Err("not a JSON object".to_string());
    }
    let record: Record<'_> = serde_json::from_str(record).map_err(|error| error.to_string())?;
    let time = DateTime::parse_from_rfc3339(&record.event_time)
        .map_err(|error| format!("eventTime {:?}: {error}", record.event_time))?;
    Ok(time.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn unpacked(file: &LogFile) -> String {
        let mut text = String::new();
        flate2::read::GzDecoder::new(file.gzip.as_slice()).read_to_string(&mut text).expect("it is gzip");
        text
    }

    #[test]
    fn records_that_cannot_be_delivered_are_named() {
        for (record, why) in [
            ("[\"2023-10-27T05:00:00Z\"]", "not a JSON object"),
            ("{\"eventTime\":\"today\"}", "eventTime \"today\""),
            ("{}", "missing field `eventTime`"),
            ("{\"eventTime\":\"2023-10-27T05:00:00Z\"", "EOF"),
        ] {
            let records = ["{\"eventTime\":\"2023-10-27T05:00:00Z\"}", record];
            let message = make(&records, UNCOMPRESSED_BYTES_MAX).expect_err(record).to_string();
            assert!(message.starts_with("record 1 of the batch: ") && message.contains(why), "{message}");
        }
    }

    proptest! {
        #[test]
        fn files_hold_all_records_in_order_within_the_size(seconds in prop::collection::vec(0i64..9_999, 0..40),
            bytes_max in 60usize..400) {
            let records: Vec<String> = seconds.iter().enumerate().map(|(number, second)| {
                let time = crate::time::format(crate::time::of_seconds(*second).expect("a time"));
                format!("{{\"n\":{number},\"eventTime\":\"{time}\"}}")
            }).collect();
            let files = make(&records, bytes_max).expect("they are records");
            let mut seen = Vec::new();
            for file in &files {
                let text = unpacked(file);
                prop_assert_eq!(&hex::encode(&Sha256::digest(&text)), &file.hash_value);
                prop_assert!(text.len() <= bytes_max || file.records == 1);
                prop_assert_eq!(text.len(), file.uncompressed_bytes);
                let inner = text.strip_prefix(OPENING).and_then(|text| text.strip_suffix(CLOSING)).expect("its form");
                let held = &records[seen.len()..seen.len() + file.records];
                prop_assert_eq!(inner, held.join(","));
                let held = &seconds[seen.len()..seen.len() + file.records];
                prop_assert_eq!(held.iter().min().copied(), Some(file.oldest_event_time.timestamp()));
                prop_assert_eq!(held.iter().max().copied(), Some(file.newest_event_time.timestamp()));
                seen.extend(held.iter().copied());
            }
            for file in &files {
                let described = describe(&file.gzip).expect("it is one");
                prop_assert_eq!(&described.hash_value, &file.hash_value);
                prop_assert_eq!((described.oldest, described.newest), (file.oldest_event_time, file.newest_event_time));
                prop_assert!(describe(&file.gzip[..file.gzip.len() / 2]).is_err());
                prop_assert_eq!(super::records(&file.gzip).expect("it is one").len(), file.records);
            }
            prop_assert_eq!(seen, seconds);
            prop_assert_eq!(make(&records, bytes_max).expect("again"), files);
        }
    }
}
