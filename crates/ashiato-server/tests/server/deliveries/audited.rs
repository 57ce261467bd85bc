//! A server that records, delivers when it is told to, and whose time a test chooses.

use ashiato_meta::trails::{self, Selectors};
use ashiato_meta::{Millis, Tx, trail_files, trail_keys, trail_status};
use ashiato_server::recording::{Recorder, RecordingSettings};
use ashiato_server::state::State;
use ashiato_server::trails::{TrailSettings, Trails};
use ashiato_trail::error::Error;
use ashiato_trail::signing::PublicKeys;
use ashiato_trail::validate::{Kind, Object, Options, Progress, Range, Report, Tree, validate};
use bytes::Bytes;
use chrono::{DateTime, TimeDelta, Utc};
use futures::TryStreamExt;
use serde_json::json;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::time::Duration;
use tempfile::TempDir;

use crate::running::Running;

pub(super) const HOUR: i64 = 3600;
pub(super) const BUCKET: &str = "logs";
pub(super) const HOME: &str = "eu-north-1";

/// Seconds that have passed on the clock of each test, which are at once and each have a number.
static PASSED: [AtomicI64; 32] = [const { AtomicI64::new(0) }; 32];

fn clock<const TEST: usize>() -> DateTime<Utc> {
    moment(PASSED[TEST].load(Ordering::Relaxed))
}

/// So many seconds after the first moment of every test.
pub(super) fn moment(seconds: i64) -> DateTime<Utc> {
    "2026-03-01T10:00:00Z".parse::<DateTime<Utc>>().expect("a moment") + TimeDelta::seconds(seconds)
}

/// Times of digests, in hours after the first moment.
pub(super) fn hours(range: std::ops::Range<i64>) -> Range {
    Range { start: moment(range.start * HOUR), end: moment(range.end * HOUR) }
}

pub(super) struct Audited {
    pub(super) server: Running,
    test: usize,
    recorded: AtomicU64,
    folder: TempDir,
}

impl Audited {
    /// With the buckets `logs` and `more`. `None`, with a notice: there is no boto3.
    pub(super) fn start<const TEST: usize>() -> Option<Audited> {
        let folder = TempDir::new().expect("a folder");
        let server = Running::start_audited(&folder.path().join("state"), clock::<TEST>, |state| {
            record_and_deliver(state, folder.path());
        });
        let audited = Audited { server, test: TEST, recorded: AtomicU64::new(0), folder };
        audited.python("pass").map(|()| audited)
    }

    /// Stops it, and starts it again when so many seconds have passed.
    pub(super) fn down_for<const TEST: usize>(self, seconds: i64) -> Audited {
        let Audited { server, test, recorded, folder } = self;
        server.stop();
        PASSED[test].fetch_add(seconds, Ordering::Relaxed);
        let server = Running::start_audited(&folder.path().join("state"), clock::<TEST>, |state| {
            record_and_deliver(state, folder.path());
        });
        Audited { server, test, recorded, folder }
    }

    /// Runs a script of boto3 at the server's time.
    fn python(&self, script: &str) -> Option<()> {
        let common = include_str!("../scripts/trails/prelude.py");
        let at = moment(PASSED[self.test].load(Ordering::Relaxed)).timestamp();
        let patched = format!(
            "import botocore.auth, botocore.compat, datetime\n\
             at = datetime.datetime.fromtimestamp({at}, datetime.timezone.utc)\n\
             now = lambda remove_tzinfo=True: at.replace(tzinfo=None) if remove_tzinfo else at\n\
             botocore.auth.get_current_datetime = botocore.compat.get_current_datetime = now\n"
        );
        let printed = self.server.python(&format!("{patched}{common}\n{script}\nprint('passed')"))?;
        assert_eq!(printed, "passed");
        Some(())
    }

    /// Runs a script of boto3 that begins with the names of `scripts/trails/prelude.py`, at the server's time.
    #[track_caller]
    pub(super) fn calls(&self, script: &str) {
        self.python(script).expect("it was there before");
    }

    /// Sets the clock so many seconds on, or back.
    pub(super) fn pass(&self, seconds: i64) {
        PASSED[self.test].fetch_add(seconds, Ordering::Relaxed);
    }

    fn state(&self) -> &Arc<State> {
        &self.server.state
    }

    fn trails(&self) -> &Trails {
        self.state().trails.as_ref().expect("it was given one")
    }

    /// Records a call of a region, as of now; its event's id.
    pub(super) fn records(&self, region: &str) -> String {
        let number = self.recorded.fetch_add(1, Ordering::Relaxed);
        let id = format!("recorded-{number:04}");
        let journal = self.state().journal().expect("it records");
        self.server.block_on(journal.append(record(&id, region, self.state()))).expect("there is room");
        id
    }

    /// Puts bytes into the journal as a record, whatever they are.
    pub(super) fn journals(&self, record: &'static [u8]) {
        let journal = self.state().journal().expect("it records");
        self.server.block_on(journal.append(Bytes::from_static(record))).expect("there is room");
    }

    /// Records calls one after the other, until so many more are recorded than there were when `meanwhile` began to be done
    /// and it is done.
    pub(super) fn keeps_recording(&self, more: u64, meanwhile: impl FnOnce()) {
        let (stop, state) = (Arc::new(AtomicBool::new(false)), Arc::clone(self.state()));
        let stopped = Arc::clone(&stop);
        self.server.spawn(async move {
            let journal = state.journal().expect("it records");
            while !stopped.load(Ordering::Relaxed) {
                journal.append(record("one of many", HOME, &state)).await.expect("there is room");
            }
        });
        let mut committed = self.state().journal().expect("it records").watch();
        let before = *committed.borrow();
        self.server.block_on(committed.wait_for(|through| *through >= before + more)).expect("they are recorded");
        meanwhile();
        stop.store(true, Ordering::Relaxed);
    }

    /// How many log files are planned and yet to be delivered.
    pub(super) fn planned(&self) -> usize {
        let read = async {
            let mut tx = self.state().kept.meta.read().await?;
            trail_files::planned(&mut tx, &TrailSettings::default().server, u32::MAX).await
        };
        self.server.block_on(read).expect("it can be read").len()
    }

    /// The names of the files in the spool.
    pub(super) fn spooled(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.folder.path().join("trails")).expect("the spool's folder");
        let names = entries.map(|entry| entry.expect("a file").file_name());
        names.map(|name| name.to_str().expect("a plain name").to_string()).collect()
    }

    /// Puts other bytes in the place of a file in the spool; those of before.
    pub(super) fn puts_into_spool(&self, name: &str, bytes: &[u8]) -> Vec<u8> {
        let path = self.folder.path().join("trails").join(name);
        let before = std::fs::read(&path).expect("it is there");
        std::fs::write(&path, bytes).expect("it is written");
        before
    }

    /// Clears the spool of what is in no plan, as a server does that starts.
    pub(super) fn begins(&self) {
        self.server.block_on(self.trails().begin(self.state())).expect("the state can be used");
    }

    /// Does what is done every hour.
    pub(super) fn tidies_up(&self) {
        self.server.block_on(self.trails().tidy_up(self.state())).expect("the state can be used");
    }

    /// Deletes a trail as another server does that shares the state.
    pub(super) fn deletes_elsewhere(&self, name: &str) {
        self.changes(async |tx: &mut Tx| trails::delete(tx, &arn(name)).await);
    }

    /// Damages what is kept of what a trail selects.
    pub(super) fn damages_selectors(&self, name: &str) {
        self.changes(async |tx: &mut Tx| {
            let trail = trails::get(tx, &arn(name)).await?;
            trails::update(tx, &trails::Trail { selectors: Selectors::Basic("{".to_string()), ..trail }).await
        });
    }

    fn changes(&self, change: impl AsyncFnOnce(&mut Tx) -> ashiato_meta::Result<()>) {
        let changed = async {
            let mut tx = self.state().kept.meta.write().await?;
            change(&mut tx).await?;
            tx.commit().await
        };
        self.server.block_on(changed).expect("it can be changed");
    }

    /// Makes log files of what is recorded, and delivers none.
    pub(super) fn plan(&self) {
        self.server.block_on(self.trails().settle(self.state())).expect("the state can be used");
    }

    /// Plans and delivers all that can be, digests too.
    pub(super) fn deliver(&self) {
        self.server.block_on(self.trails().deliver_now(self.state())).expect("the state can be used");
    }

    /// An hour passes in which a call is recorded and delivered; the digest of the hour is made at its end.
    pub(super) fn hour(&self) {
        self.pass(HOUR / 2);
        self.records(HOME);
        self.deliver();
        self.pass(HOUR / 2);
        self.deliver();
    }

    /// The ids of the recorded events in the log files of a bucket, in order.
    pub(super) fn delivered(&self, bucket: &str) -> Vec<String> {
        let keys = self.server.keys(bucket).into_iter().filter(|key| key.contains("/CloudTrail/"));
        let records = keys.flat_map(|key| {
            let gzip = self.server.get(bucket, &key).expect("it is there");
            ashiato_trail::log_file::records(&gzip).expect("a log file")
        });
        let id = |record: String| {
            let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
            record["eventID"].as_str().expect("an id").to_string()
        };
        let mut ids: Vec<String> = records.map(id).filter(|id| id.starts_with("recorded-")).collect();
        ids.sort();
        ids
    }

    /// The keys of a bucket's digests.
    pub(super) fn digests(&self, bucket: &str) -> Vec<String> {
        self.server.keys(bucket).into_iter().filter(|key| key.contains("/CloudTrail-Digest/")).collect()
    }

    pub(super) fn status(&self) -> trail_status::TrailStatus {
        let read = async {
            let mut tx = self.state().kept.meta.read().await?;
            trail_status::get(&mut tx, &arn("all")).await
        };
        self.server.block_on(read).expect("there is such a trail")
    }

    /// What `ashiato validate-logs` says of a bucket.
    pub(super) fn validated(&self, bucket: &str) -> Report {
        let keys = async {
            let mut tx = self.state().kept.meta.read().await?;
            trail_keys::between(&mut tx, Millis(0), Millis(i64::MAX)).await
        };
        let keys = self.server.block_on(keys).expect("they are kept");
        let list: Vec<_> = keys.iter().map(|key| json!({ "Value": key.public_key })).collect();
        let keys = PublicKeys::read(json!({ "PublicKeyList": list }).to_string().as_bytes()).expect("public keys");
        let tree = Arc::new(BucketTree { bucket: bucket.to_string(), objects: self.server.objects().clone() });
        let options = Options { keys: Some(keys), bucket: Some(bucket.to_string()), ..Options::default() };
        self.server.block_on(validate(&tree, &options, &Progress::default())).expect("it can be listed")
    }

    /// The home region's time that is proved, and the kinds of what is found.
    #[track_caller]
    pub(super) fn proves(&self, bucket: &str, standard: &[Range], backfill: &[Range], found: &[Kind]) {
        let report = self.validated(bucket);
        let proved = |is_backfill| -> Vec<Range> {
            let line = report.lines.iter().find(|line| line.region == HOME && line.is_backfill == is_backfill);
            line.map(|line| line.proved.clone()).unwrap_or_default()
        };
        let kinds: Vec<Kind> = report.findings.iter().map(|finding| finding.kind).collect();
        assert_eq!((proved(false), proved(true)), (standard.to_vec(), backfill.to_vec()), "{}", report.text());
        assert_eq!(kinds, found, "{}", report.text());
    }
}

/// The ARN of a trail of the home region.
fn arn(name: &str) -> String {
    format!("arn:aws:cloudtrail:{HOME}:111122223333:trail/{name}")
}

fn record(id: &str, region: &str, state: &State) -> Bytes {
    let now = (state.clock)().format("%Y-%m-%dT%H:%M:%SZ").to_string();
    let record = json!({
        "eventVersion": "1.11", "eventTime": now, "eventSource": "athena.amazonaws.com", "eventName": "ListWorkGroups",
        "awsRegion": region, "eventID": id, "requestID": id, "readOnly": true, "eventType": "AwsApiCall",
        "managementEvent": true, "recipientAccountId": "111122223333", "eventCategory": "Management",
        "userIdentity": { "type": "Root" },
    });
    Bytes::from(record.to_string())
}

fn record_and_deliver(state: &mut State, folder: &Path) {
    let journal = folder.join("journal");
    let (recorder, _) = Recorder::open(&journal, 64 << 20, 1, RecordingSettings::default()).expect("it opens");
    state.record_with(recorder);
    let settings = TrailSettings { digest_every: Duration::from_secs(HOUR as u64), ..TrailSettings::default() };
    state.trails = Some(Trails::open(&folder.join("trails"), settings).expect("it opens"));
}

/// A bucket of the embedded store.
struct BucketTree {
    bucket: String,
    objects: ashiato_objects::Store,
}

impl Tree for BucketTree {
    async fn list(&self) -> Result<Vec<String>, Error> {
        let query = ashiato_objects::ListQuery { prefix: "", delimiter: "", after: "", entries_max: 100_000 };
        let page = self.objects.list(&self.bucket, &query).expect("the bucket is there");
        Ok(page.entries.iter().map(|entry| entry.name().to_string()).collect())
    }

    async fn open(&self, key: &str) -> Result<Option<Object>, Error> {
        let Ok(reader) = self.objects.get(&self.bucket, key) else { return Ok(None) };
        let metadata: BTreeMap<String, String> = reader.object.attributes.user.clone();
        let bytes = reader.object.bytes;
        let pieces: Vec<Bytes> = reader.read(0, bytes).await.expect("it is read").try_collect().await.expect("whole");
        Ok(Some(Object { content: Box::new(Cursor::new(pieces.concat())), metadata: Some(metadata) }))
    }
}
