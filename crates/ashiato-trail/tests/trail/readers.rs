//! Whatever reads bytes or texts that others may have written or damaged answers, with what is there or with an error:
//! the bodies of the fuzz targets of this crate, on things edited at random.

use ashiato_trail::digest;
use ashiato_trail::filter_pattern::{FilterPattern, number_at};
use ashiato_trail::journal::{Journal, Settings};
use ashiato_trail::log_events::{Direction, Group, Position, Query};
use ashiato_trail::log_file;
use ashiato_trail::selectors::{AdvancedEventSelector, EventFacts, EventSelector, Purpose, ResourceFacts, Selectors};
use bytes::Bytes;
use futures::executor::block_on;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::path::PathBuf;
use std::sync::LazyLock;

/// What is done to bytes: some of them in the place of others.
#[derive(Debug, Clone)]
struct Edit {
    at: Index,
    drops: usize,
    puts: Vec<u8>,
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    let edit = (any::<Index>(), 0..40_usize, proptest::collection::vec(any::<u8>(), 0..40));
    proptest::collection::vec(edit.prop_map(|(at, drops, puts)| Edit { at, drops, puts }), 1..4)
}

fn edited(bytes: &[u8], edits: &[Edit]) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for edit in edits {
        let at = edit.at.index(bytes.len() + 1);
        let end = (at + edit.drops).min(bytes.len());
        bytes.splice(at..end, edit.puts.iter().copied());
    }
    bytes
}

/// A folder with one file in it, the bytes of that.
struct Sample {
    folder: tempfile::TempDir,
    file: PathBuf,
    bytes: Vec<u8>,
}

impl Sample {
    /// Of the file that `make` leaves in a folder.
    fn of(extension: &str, make: impl FnOnce(&std::path::Path)) -> Sample {
        let folder = tempfile::tempdir().expect("a folder");
        make(folder.path());
        let files = std::fs::read_dir(folder.path()).expect("a list");
        let mut files = files.map(|entry| entry.expect("an entry").path());
        let file = files.find(|path| path.extension().is_some_and(|is| is == extension)).expect("the file");
        let bytes = std::fs::read(&file).expect("it is read");
        Sample { folder, file, bytes }
    }

    /// The same, with other bytes in the file.
    fn with(bytes: &[u8], sample: &Sample) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        let name = sample.file.file_name().expect("a name");
        std::fs::write(folder.path().join(name), bytes).expect("it is written");
        folder
    }
}

const JOURNAL: Settings =
    Settings { segment_bytes: 1 << 20, unread_bytes_max: 1 << 30, waiting_bytes_max: 1 << 20, first: 1 };

fn payload(number: u64) -> Bytes {
    Bytes::from(format!("record {number} {}", "x".repeat(number as usize * 11 % 70)))
}

static JOURNALED: LazyLock<Sample> = LazyLock::new(|| {
    Sample::of("journal1", |folder| {
        let (journal, _) = Journal::open(folder, JOURNAL).expect("it opens");
        for number in 1..=5 {
            block_on(journal.append(payload(number))).expect("it appends");
        }
        block_on(journal.append_all((6..=9).map(payload).collect())).expect("it appends");
    })
});

static LOGGED: LazyLock<Sample> = LazyLock::new(|| {
    Sample::of("events", |folder| {
        let group = Group::open_with(folder, 1 << 20).expect("it opens");
        for number in 0..6_i64 {
            let text = format!("event {number}");
            group.append(number as u32 % 2, number, &[(number, text.as_str()), (number, "é")]).expect("it appends");
        }
    })
});

/// A digest's text.
static DIGEST: &str = r#"{"awsAccountId":"111122223333","digestStartTime":"2023-10-26T13:01:31Z","digestEndTime":"2023-10-26T14:01:31Z","digestS3Bucket":"b","digestS3Object":"AWSLogs/111122223333/CloudTrail-Digest/us-east-1/2023/10/26/111122223333_CloudTrail-Digest_us-east-1_t_us-east-1_20231026T140131Z.json.gz","digestPublicKeyFingerprint":"0123","digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":"2023-10-26T14:00:00Z","oldestEventTime":null,"previousDigestS3Bucket":null,"previousDigestS3Object":null,"previousDigestHashValue":null,"previousDigestHashAlgorithm":null,"previousDigestSignature":null,"logFiles":[{"s3Bucket":"b","s3Object":"k","hashValue":"0000000000000000000000000000000000000000000000000000000000000000","hashAlgorithm":"SHA-256","newestEventTime":"2023-10-26T14:00:00Z","oldestEventTime":"2023-10-26T14:00:00Z"}]}"#;

static LOG_FILE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let records = [r#"{"eventTime":"2023-10-27T05:00:00Z","a":[1,"é"]}"#, r#"{"eventTime":"2023-10-27T05:00:01Z"}"#];
    log_file::make(&records, log_file::UNCOMPRESSED_BYTES_MAX).expect("they are records").remove(0).gzip
});

/// Pieces of patterns of all three kinds.
const PATTERN_PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    " ",
    "$",
    "$.",
    "$.a",
    ".b",
    "[0]",
    "[*]",
    "=",
    "!=",
    "<",
    ">=",
    "&&",
    "||",
    "\"",
    "\"x*\"",
    "*",
    "?",
    "-",
    "%",
    "%x.%",
    "IS",
    "NOT",
    "EXISTS",
    "IS NULL",
    "TRUE",
    "1",
    "-1.5e3",
    "999999999999999999999",
    "...",
    ",",
    "w1",
    "ip",
    "é",
    "\\",
    "\\\"",
    "10.0.0.0/8",
    "::1/64",
    "ERROR",
    "'",
];

const MESSAGES: &[&str] = &[
    "",
    " ",
    "{}",
    r#"{"a":{"b":[1,2,{"c":null}]},"eventName":"ConsoleLogin","n":-1.5e300,"t":true}"#,
    "[1,2]",
    "null",
    "\"a\"",
    "127.0.0.1 - bob [10/Oct/2000:13:25:15 -0700] \"GET /index.html HTTP/1.0\" 404 1534",
    "{\"a\":",
    "é ERROR \u{0}",
];

/// Pieces of selectors.
const SELECTOR_PIECES: &[&str] = &[
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "null",
    "true",
    "\"\"",
    "\"ReadWriteType\"",
    "\"All\"",
    "\"WriteOnly\"",
    "\"IncludeManagementEvents\"",
    "\"DataResources\"",
    "\"Type\"",
    "\"AWS::S3::Object\"",
    "\"Values\"",
    "\"arn:aws:s3\"",
    "\"arn:aws:s3:::b/\"",
    "\"FieldSelectors\"",
    "\"Field\"",
    "\"Equals\"",
    "\"StartsWith\"",
    "\"NotEndsWith\"",
    "\"eventCategory\"",
    "\"Data\"",
    "\"Management\"",
    "\"resources.type\"",
    "\"resources.ARN\"",
    "\"readOnly\"",
    "\"ExcludeManagementEventSources\"",
    "\"kms.amazonaws.com\"",
    "1",
    "\"é\"",
];

fn pieces(of: &'static [&'static str], most: usize) -> impl Strategy<Value = String> {
    proptest::collection::vec(select(of), 0..most).prop_map(|pieces| pieces.concat())
}

fn ask(selectors: &Selectors) {
    let resources = [ResourceFacts { resource_type: "AWS::S3::Object", arn: "arn:aws:s3:::b/k" }];
    for (category, resources) in [("Management", &resources[..0]), ("Data", &resources[..])] {
        let event = EventFacts {
            category,
            name: "PutObject",
            source: "s3.amazonaws.com",
            event_type: "AwsApiCall",
            read_only: Some(false),
            resources,
            session_credential_from_console: false,
            user_identity_arn: Some("arn:aws:iam::111122223333:user/alice"),
            vpc_endpoint_id: None,
            error_code: None,
        };
        let _ = selectors.wants(&event);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// A damaged journal is refused, or begins with what was written: it holds no record that nobody wrote.
    #[test]
    fn no_bytes_make_a_journal_lie(edits in edits()) {
        let folder = Sample::with(&edited(&JOURNALED.bytes, &edits), &JOURNALED);
        if let Ok((journal, recovered)) = Journal::open(folder.path(), JOURNAL) {
            prop_assert!(recovered.through <= 9);
            for entry in journal.read(1, usize::MAX).expect("it was opened") {
                prop_assert_eq!(&entry.payload, &payload(entry.number));
            }
        }
    }

    #[test]
    fn no_bytes_panic_as_a_journal(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let folder = Sample::with(&bytes, &JOURNALED);
        if let Ok((journal, recovered)) = Journal::open(folder.path(), JOURNAL) {
            prop_assert_eq!(recovered.through, 0, "no random bytes have a checksum");
            prop_assert!(journal.read(1, usize::MAX).expect("it was opened").is_empty());
        }
    }

    #[test]
    fn no_bytes_make_a_log_group_lie(edits in edits(), bytes in proptest::collection::vec(any::<u8>(), 0..200), is_any in any::<bool>()) {
        let bytes = if is_any { bytes } else { edited(&LOGGED.bytes, &edits) };
        let folder = Sample::with(&bytes, &LOGGED);
        let Ok(group) = Group::open_with(folder.path(), 1 << 20) else { return Ok(()) };
        let query = Query {
            is_asked: &|_| true,
            is_wanted: &|_| true,
            from: i64::MIN,
            until: i64::MAX,
            events_max: 100,
            bytes_max: 1 << 20,
            read_bytes_max: u64::MAX,
        };
        let start = Position { timestamp: i64::MIN, sequence: 0 };
        let Ok(page) = group.page(&query, start, Direction::Forward) else { return Ok(()) };
        for event in page.events {
            prop_assert!(event.message == "é" || event.message == format!("event {}", event.timestamp), "{}", event.message);
        }
    }

    #[test]
    fn no_text_panics_as_a_filter_pattern(pattern in pieces(PATTERN_PIECES, 12), any in ".{0,30}") {
        for text in [&pattern, &any] {
            if let Ok(read) = FilterPattern::parse(text) {
                for message in MESSAGES.iter().copied().chain([any.as_str()]) {
                    if !read.matches(message) {
                        continue;
                    }
                    let _ = read.extract(message);
                }
            }
            for message in MESSAGES {
                let _ = number_at(text, message);
            }
        }
    }

    #[test]
    fn no_json_panics_as_selectors(text in pieces(SELECTOR_PIECES, 16), inner in pieces(SELECTOR_PIECES, 6)) {
        let within = [
            text.clone(),
            format!(r#"[{{"ReadWriteType":"All","DataResources":[{{"Type":"AWS::S3::Object","Values":[{inner}]}}]}}]"#),
            format!(r#"[{{"FieldSelectors":[{{"Field":"eventCategory","Equals":["Data"]}},{{"Field":"resources.type","Equals":["AWS::S3::Object"]}},{{{inner}}}]}}]"#),
        ];
        for text in &within {
            let basic = serde_json::from_str::<Vec<EventSelector>>(text).ok();
            let advanced = serde_json::from_str::<Vec<AdvancedEventSelector>>(text).ok();
            for purpose in [Purpose::Trail, Purpose::EventDataStore] {
                for (basic, advanced) in [(basic.clone(), None), (None, advanced.clone())] {
                    let Ok(selectors) = Selectors::of_request(basic, advanced, purpose) else { continue };
                    ask(&selectors);
                    let kept = serde_json::to_string(&selectors).expect("they are kept as JSON");
                    prop_assert_eq!(serde_json::from_str::<Selectors>(&kept).expect("as they were"), selectors);
                }
            }
        }
    }

    #[test]
    fn no_bytes_panic_as_a_digest(edits in edits(), bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        let _ = digest::read(&bytes);
        let _ = digest::read(&edited(DIGEST.as_bytes(), &edits));
    }

    #[test]
    fn no_bytes_panic_as_a_log_file(edits in edits(), bytes in proptest::collection::vec(any::<u8>(), 0..100)) {
        for bytes in [bytes, edited(&LOG_FILE, &edits)] {
            if let Ok(described) = log_file::describe(&bytes) {
                prop_assert!(described.oldest <= described.newest);
                prop_assert!(!log_file::records(&bytes).expect("it was described").is_empty());
            }
        }
    }
}

#[test]
fn the_samples_are_what_they_are_taken_for() {
    digest::read(DIGEST.as_bytes()).expect("a digest");
    log_file::describe(&LOG_FILE).expect("a log file");
    assert!(JOURNALED.folder.path().exists() && LOGGED.folder.path().exists());
}
