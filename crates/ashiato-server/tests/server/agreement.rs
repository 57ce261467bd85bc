//! Whether what a server recorded agrees with what the test's clients did: each call once, with the same name, id, key,
//! region and error, and nothing that nobody did.
//!
//! Clients are watched by `noting/sitecustomize.py`. When a server ends, a trail that has logged from the beginning is
//! delivered, and its log files are read by `ashiato query`, the command.

use ashiato_meta::trails::{Selectors, Trail};
use ashiato_meta::{Millis, trail_status, trails};
use ashiato_objects::ListQuery;
use ashiato_server::state::State;
use ashiato_server::trails::{TrailSettings, Trails};
use bytes::Bytes;
use futures::TryStreamExt;
use serde::Deserialize;
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

use crate::expected::{self, Expected, NotedCall};

const BUCKET: &str = "records-of-a-test";
const ARN: &str = "arn:aws:cloudtrail:eu-north-1:111122223333:trail/records-of-a-test";

/// A line of the notes.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Note {
    Exchange {
        request_id: Option<String>,
        status: Option<u16>,
        path: String,
        key: Option<String>,
        region: Option<String>,
        service: Option<String>,
        target: Option<String>,
    },
    Call {
        request_id: Option<String>,
        operation: String,
        error: Option<String>,
    },
}

/// A record, as the query answers it.
#[derive(Debug, Clone, Deserialize)]
struct Recorded {
    requestid: Option<String>,
    eventname: String,
    eventsource: String,
    awsregion: String,
    errorcode: Option<String>,
    readonly: Value,
    account: String,
    key: Option<String>,
    invoker: Option<String>,
    eventtype: String,
    useragent: Option<String>,
}

const QUERY: &str = "SELECT requestid, eventname, eventsource, awsregion, errorcode, readonly, \
    recipientaccountid AS account, useridentity.accesskeyid AS key, useridentity.invokedby AS invoker, eventtype, \
    useragent FROM cloudtrail_logs";

/// Holds what was recorded against the notes. Without notes, or without the command, there is nothing to hold.
pub(crate) async fn check(state: &Arc<State>, notes: &Path, folder: &Path) {
    let Ok(notes) = std::fs::read_to_string(notes) else { return };
    let Some(command) = command() else {
        eprintln!("skipped: no ashiato to read the records with; `cargo build` makes it");
        return;
    };
    deliver(state, folder).await;
    let files = folder.join("files");
    copy_out(state, &files).await;
    let recorded = read(&command, &files);
    let disagreements = compare(&calls(&notes), &recorded);
    assert!(disagreements.is_empty(), "what was recorded and what was done:\n{}", disagreements.join("\n"));
}

/// The command beside the tests.
fn command() -> Option<PathBuf> {
    let tests = std::env::current_exe().ok()?;
    let command = tests.parent()?.parent()?.join("ashiato");
    command.exists().then_some(command)
}

/// Delivers a trail that wants everything and has logged since 1970, and no other.
async fn deliver(state: &Arc<State>, folder: &Path) {
    let objects = state.kept.objects.embedded().expect("the server keeps its objects itself");
    objects.create_bucket(BUCKET, "eu-north-1").await.expect("a new bucket");
    let allowed = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"cloudtrail.amazonaws.com"},"Action":"s3:*","Resource":"*"}]}"#;
    objects.set_document(BUCKET, "policy", Some(allowed.to_string())).await.expect("a policy");
    let mut tx = state.kept.meta.write().await.expect("a transaction");
    for other in trails::list(&mut tx, &state.kept.account).await.expect("a list") {
        trails::delete(&mut tx, &other.arn).await.expect("it is deleted");
    }
    trails::create(&mut tx, &trail(state)).await.expect("a trail");
    trail_status::start(&mut tx, ARN, Millis(0)).await.expect("it logs");
    tx.commit().await.expect("a commit");
    // A reader of its own, that begins at the beginning.
    let settings = TrailSettings { server: "records of a test".to_string(), ..TrailSettings::default() };
    let own = Trails::open(&folder.join("spool"), settings).expect("a folder");
    own.deliver_now(state).await.expect("the state can be used");
}

fn trail(state: &State) -> Trail {
    let all = r#"[{"fieldSelectors":[{"field":"eventCategory","equals":["Management"]}]},{"fieldSelectors":[{"field":"eventCategory","equals":["Data"]}]}]"#;
    Trail {
        arn: ARN.to_string(),
        account: state.kept.account.clone(),
        region: "eu-north-1".to_string(),
        name: "records-of-a-test".to_string(),
        bucket: BUCKET.to_string(),
        prefix: None,
        topic_arn: None,
        includes_global_events: true,
        is_multi_region: true,
        is_organization: false,
        validates_files: false,
        records_own_calls: true,
        log_group_arn: None,
        log_role_arn: None,
        kms_key_arn: None,
        selectors: Selectors::Advanced(all.to_string()),
        insight_selectors: None,
        created: Millis(0),
    }
}

/// Copies the log files into a folder.
async fn copy_out(state: &State, folder: &Path) {
    let objects = state.kept.objects.embedded().expect("the server keeps its objects itself");
    let query = ListQuery { prefix: "", delimiter: "", after: "", entries_max: 1000 };
    let page = objects.list(BUCKET, &query).expect("the bucket is there");
    for entry in page.entries {
        let reader = objects.get(BUCKET, entry.name()).expect("it is there");
        let bytes = reader.object.bytes;
        let pieces = reader.read(0, bytes).await.expect("it is read").try_collect::<Vec<Bytes>>().await;
        let path = folder.join(entry.name());
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, pieces.expect("it is read").concat()).expect("it is written");
    }
}

fn read(command: &Path, files: &Path) -> Vec<Recorded> {
    if !files.exists() {
        return Vec::new();
    }
    let output = Command::new(command)
        .args(["query", "--output", "ndjson", "--logs"])
        .arg(files)
        .arg(QUERY)
        .output()
        .expect("the command runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("a row")).collect()
}

/// The notes, by the ids of the requests; what was not answered has none.
fn calls(notes: &str) -> (BTreeMap<String, NotedCall>, usize) {
    let (mut calls, mut unanswered, mut named) = (BTreeMap::new(), 0, HashMap::new());
    for line in notes.lines() {
        match serde_json::from_str(line).expect("a note") {
            Note::Exchange { request_id: Some(id), status: Some(status), path, key, region, service, target } => {
                let call = NotedCall { status, path, key, region, service, target, operation: None, error: None };
                calls.insert(id, call);
            }
            Note::Exchange { .. } => unanswered += 1,
            Note::Call { request_id: Some(id), operation, error } => drop(named.insert(id, (operation, error))),
            Note::Call { .. } => {}
        }
    }
    for (id, (operation, error)) in named {
        if let Some(call) = calls.get_mut(&id) {
            (call.operation, call.error) = (Some(operation), error);
        }
    }
    (calls, unanswered)
}

fn compare((calls, unanswered): &(BTreeMap<String, NotedCall>, usize), recorded: &[Recorded]) -> Vec<String> {
    let mut disagreements = Vec::new();
    let mut by_id: HashMap<&str, Vec<&Recorded>> = HashMap::new();
    let mut unknown = Vec::new();
    for record in recorded {
        // What services do is asked by none of the test's clients, and C++ is not watched.
        let is_own = record.invoker.is_some() || record.eventtype != "AwsApiCall";
        let is_unwatched = record.useragent.as_deref().is_some_and(|agent| agent.contains("aws-sdk-cpp"));
        match &record.requestid {
            _ if is_own || is_unwatched => {}
            Some(id) if calls.contains_key(id) => by_id.entry(id).or_default().push(record),
            _ => unknown.push(record),
        }
    }
    if unknown.len() > *unanswered {
        disagreements.extend(unknown.iter().map(|record| format!("nobody did {record:?}")));
    }
    for (id, call) in calls {
        let found = by_id.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
        match (expected::of(call), found) {
            (Expected::Once(values), [record]) => {
                let is = [
                    ("eventName", values.event_name.is_none_or(|name| name == record.eventname)),
                    ("eventSource", values.event_source == record.eventsource),
                    // A request of S3 is recorded in its bucket's region, which what was signed does not tell.
                    ("awsRegion", call.service.as_deref() == Some("s3") || values.region == record.awsregion),
                    (
                        "errorCode",
                        values
                            .error
                            .as_deref()
                            .is_none_or(|error| error == record.errorcode.as_deref().unwrap_or_default()),
                    ),
                    (
                        "readOnly",
                        values
                            .is_read_only
                            .is_none_or(|is| record.readonly.to_string().trim_matches('"') == is.to_string()),
                    ),
                    ("accessKeyId", call.key == record.key),
                    ("recipientAccountId", record.account == "111122223333"),
                ];
                let wrong: Vec<&str> = is.iter().filter(|(_, is_right)| !is_right).map(|(name, _)| *name).collect();
                if !wrong.is_empty() {
                    disagreements.push(format!("{wrong:?} of {id}: {call:?} was recorded as {record:?}"));
                }
            }
            (Expected::Once(_), []) => disagreements.push(format!("{id} is in no record: {call:?}")),
            (Expected::Never, []) | (Expected::Perhaps, [] | [_]) => {}
            (_, records) => disagreements.push(format!("{id}: {call:?} was recorded as {records:?}")),
        }
    }
    disagreements
}
