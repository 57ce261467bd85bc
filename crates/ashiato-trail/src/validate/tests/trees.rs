//! Trees of trails, made by this crate's own makers with a real key, and held in memory.

use crate::digest::{self, CoveredFile, Previous, Subject};
use crate::error::{Error, ErrorKind};
use crate::log_file::{self, UNCOMPRESSED_BYTES_MAX};
use crate::place::Place;
use crate::signing::{PublicKeys, SigningKey};
use crate::time::{self, Time};
use crate::validate::{Object, Options, Progress, Report, Tree, validate};
use ashiato_event::key::DigestTrail;
use chrono::TimeDelta;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};
use std::sync::{Arc, LazyLock};

pub(super) static KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().expect("a key is made"));
pub(super) static OTHER_KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().expect("a key is made"));

pub(super) const BUCKET: &str = "a-bucket";
pub(super) const EAST: &str = "us-east-1";
pub(super) const WEST: &str = "eu-west-1";
/// Three days.
pub(super) const HOURS: i64 = 72;
/// In this hour nothing was logged, and a new chain begins after it.
pub(super) const STOPPED: i64 = 31;
/// Of this hour there is a backfill digest in the first region.
pub(super) const BACKFILLED: i64 = 20;

/// These hours were missed in both regions of [`Memory::with_missed_hours`], and backfilled.
pub(super) const FIRST_MISSED: i64 = 40;
pub(super) const LAST_MISSED: i64 = 42;

/// Bytes and metadata by key.
#[derive(Debug, Clone, Default)]
pub(super) struct Memory {
    pub(super) objects: BTreeMap<String, (Vec<u8>, BTreeMap<String, String>)>,
    pub(super) keeps_metadata: bool,
    /// Reading these fails.
    pub(super) unreadable: BTreeSet<String>,
}

impl Tree for Memory {
    async fn list(&self) -> Result<Vec<String>, Error> {
        Ok(self.objects.keys().cloned().collect())
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, Error> {
        if self.unreadable.contains(key) {
            return Err(Error::new(ErrorKind::Unavailable, "the disk is on fire"));
        }
        let object = |(bytes, metadata): &(Vec<u8>, BTreeMap<String, String>)| Object {
            content: Box::new(Cursor::new(bytes.clone())),
            metadata: self.keeps_metadata.then(|| metadata.clone()),
        };
        Ok(self.objects.get(key).map(object))
    }
}

/// The moment that hour `number` ends; hours count from one.
pub(super) fn end(number: i64) -> Time {
    time::parse("2023-10-26T14:01:31Z").expect("a time") + TimeDelta::hours(number)
}

pub(super) fn place(region: &str) -> Place {
    Place { prefix: None, organization: None, account: "111122223333".to_string(), region: region.to_string() }
}

pub(super) fn subject(region: &str, number: i64) -> Subject {
    Subject {
        bucket: BUCKET.to_string(),
        place: place(region),
        trail: "my_trail".to_string(),
        home_region: EAST.to_string(),
        start: end(number - 1),
        end: end(number),
        backfill: None,
    }
}

pub(super) fn digest_key(region: &str, number: i64) -> String {
    let trail = DigestTrail { name: "my_trail".to_string(), home_region: EAST.to_string(), is_backfill: false };
    place(region).digest_key(end(number), &trail).expect("it has a key")
}

pub(super) fn backfill_key() -> String {
    digest_key(EAST, BACKFILLED).replace(".json.gz", "_backfill.json.gz")
}

impl Memory {
    /// Days of digests in two regions, every other hour with a log file; a stopped hour, and a backfill.
    pub(super) fn whole() -> Memory {
        static WHOLE: LazyLock<Memory> = LazyLock::new(|| Memory::of_hours(HOURS));
        WHOLE.clone()
    }

    /// Days of digests, within which the server was down for three hours: those have backfill digests alone, made when it
    /// was back, and a log file that was delivered before it went.
    pub(super) fn with_missed_hours() -> Memory {
        let mut memory = Memory { keeps_metadata: true, ..Memory::default() };
        for region in [EAST, WEST] {
            let (mut standard, mut backfills) = (None, None);
            for number in 1..=HOURS {
                let files = (number % 2 == 0 && !(FIRST_MISSED + 1..=LAST_MISSED).contains(&number))
                    .then(|| memory.put_log(region, number, 20));
                let is_missed = (FIRST_MISSED..=LAST_MISSED).contains(&number);
                let of = Subject { backfill: is_missed.then(|| end(LAST_MISSED + 1)), ..subject(region, number) };
                let chain = if is_missed { &mut backfills } else { &mut standard };
                *chain = Some(memory.put_digest(&of, chain.take(), files.into_iter().collect(), &KEY));
            }
        }
        memory
    }

    pub(super) fn of_hours(hours: i64) -> Memory {
        let mut memory = Memory { keeps_metadata: true, ..Memory::default() };
        for region in [EAST, WEST] {
            let mut previous = None;
            for number in 1..=hours {
                if number == STOPPED {
                    previous = None;
                    continue;
                }
                let files = (number % 2 == 0).then(|| memory.put_log(region, number, 20)).into_iter().collect();
                previous = Some(memory.put_digest(&subject(region, number), previous, files, &KEY));
            }
        }
        if hours >= BACKFILLED {
            let file = memory.put_log(EAST, BACKFILLED, 30);
            let late = Subject { backfill: Some(end(BACKFILLED + 2)), ..subject(EAST, BACKFILLED) };
            memory.put_digest(&late, None, vec![file], &KEY);
        }
        memory
    }

    /// Puts a log file that is delivered in an hour, so many minutes after it began.
    pub(super) fn put_log(&mut self, region: &str, number: i64, minutes: i64) -> CoveredFile {
        let delivered = end(number - 1) + TimeDelta::minutes(minutes);
        let text = time::format(delivered);
        let records =
            [format!("{{\"eventTime\":\"{text}\",\"awsRegion\":\"{region}\",\"eventName\":\"CreateBucket\"}}")];
        let made = log_file::make(&records, UNCOMPRESSED_BYTES_MAX).expect("it is a record").remove(0);
        let suffix = log_file::suffix("arn:aws:cloudtrail:us-east-1:111122223333:trail/my_trail", &made);
        let key = place(region).log_key(delivered, &suffix).expect("it has a key");
        self.objects.insert(key.clone(), (made.gzip, BTreeMap::new()));
        CoveredFile {
            bucket: BUCKET.to_string(),
            key,
            hash_value: made.hash_value,
            newest_event_time: made.newest_event_time,
            oldest_event_time: made.oldest_event_time,
        }
    }

    pub(super) fn put_digest(
        &mut self,
        subject: &Subject,
        previous: Option<Previous>,
        files: Vec<CoveredFile>,
        key: &SigningKey,
    ) -> Previous {
        let made = digest::make(subject, previous, files, key).expect("it is made");
        let metadata = made.metadata.into_iter().map(|(name, value)| (name.to_string(), value)).collect();
        self.objects.insert(made.digest.key, (made.gzip, metadata));
        made.as_previous
    }

    /// The key of the log file of an hour.
    pub(super) fn log_key(&self, region: &str, number: i64) -> String {
        let delivered = end(number - 1) + TimeDelta::minutes(20);
        let beginning = place(region).log_key(delivered, "").expect("it has a key").replace(".json.gz", "");
        self.objects.keys().find(|key| key.starts_with(&beginning)).expect("it is there").clone()
    }

    pub(super) fn bytes(&mut self, key: &str) -> &mut Vec<u8> {
        &mut self.objects.get_mut(key).expect("it is there").0
    }

    pub(super) fn metadata(&mut self, key: &str) -> &mut BTreeMap<String, String> {
        &mut self.objects.get_mut(key).expect("it is there").1
    }

    pub(super) fn remove(&mut self, key: &str) -> (Vec<u8>, BTreeMap<String, String>) {
        self.objects.remove(key).expect("it is there")
    }

    /// Unpacks a file, puts other words in it, and packs it again.
    pub(super) fn replace(&mut self, key: &str, from: &str, to: &str) {
        let text = text(self.bytes(key)).expect("it is gzip");
        let text = String::from_utf8(text).expect("it is text");
        assert!(text.contains(from), "{text}");
        *self.bytes(key) = log_file::gzip(text.replacen(from, to, 1).as_bytes()).expect("it is packed");
    }

    /// Reads it as the bucket that it was delivered to, or as a copy, given the right public key.
    pub(super) fn validated(&self) -> Report {
        self.validated_with(&options(self))
    }

    pub(super) fn validated_with(&self, options: &Options) -> Report {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        let tree = Arc::new(self.clone());
        runtime.block_on(validate(&tree, options, &Progress::default())).expect("it can be listed")
    }
}

pub(super) fn options(memory: &Memory) -> Options {
    let keys: PublicKeys = std::iter::once(KEY.public().clone()).collect();
    Options {
        keys: Some(keys),
        bucket: memory.keeps_metadata.then(|| BUCKET.to_string()),
        files_at_once: Some(4),
        ..Options::default()
    }
}

/// The uncompressed content of the first gzip member.
pub(super) fn text(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    flate2::bufread::GzDecoder::new(bytes).read_to_end(&mut text)?;
    Ok(text)
}
