use super::*;
use crate::key;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::io::Read;

fn small() -> Spec {
    Spec { events: 12_000, days: 3, accounts: 3, regions: 3, seed: 7, ..Spec::default() }
}

fn records_of(text: &[u8]) -> Vec<Value> {
    let mut file: Value = serde_json::from_slice(text).expect("a generated file is JSON");
    match file["Records"].take() {
        Value::Array(records) => records,
        other => panic!("Records is {other}"),
    }
}

fn all_records(spec: &Spec) -> Vec<Value> {
    files(spec).expect("the spec is sound").flat_map(|file| records_of(&file.text)).collect()
}

fn share(records: &[Value], is_such: impl Fn(&Value) -> bool) -> f64 {
    records.iter().filter(|record| is_such(record)).count() as f64 / records.len() as f64
}

fn gunzip(stored: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    flate2::read::GzDecoder::new(stored).read_to_end(&mut text).map(|_| text)
}

#[test]
fn the_same_spec_makes_the_same_files_in_any_order() {
    let spec = Spec { events: 3000, duplicates: 0.1, corrupt: 5, incident: Some(Incident::LeakedKey), ..small() };
    let forward: Vec<GeneratedFile> = files(&spec).expect("the spec is sound").collect();
    let plan = plan(&spec).expect("the spec is sound");
    let mut maker = plan.maker();
    let mut backward: Vec<GeneratedFile> = plan.files().iter().rev().map(|file| maker.make(file)).collect();
    backward.reverse();
    assert!(forward == backward);
    let other: Vec<GeneratedFile> = files(&Spec { seed: 8, ..spec }).expect("the spec is sound").collect();
    assert_ne!(forward[0].text, other[0].text);
}

#[test]
fn files_are_what_their_keys_say() {
    let spec = Spec { organization: true, ..small() };
    let plan = plan(&spec).expect("the spec is sound");
    let mut keys = HashSet::new();
    let mut records = 0;
    for file in files(&spec).expect("the spec is sound") {
        let key = key::parse(&file.key);
        assert!(keys.insert(file.key.clone()), "{} is there twice", file.key);
        assert_eq!(key.organization.as_deref(), Some(plan.world.organization.as_str()));
        assert_eq!(gunzip(&file.stored).expect("whole gzip"), file.text);
        let delivered = key.delivered.expect("the name tells the time");
        for record in records_of(&file.text) {
            records += 1;
            assert_eq!(record["awsRegion"].as_str(), key.region.as_deref());
            assert_eq!(record["recipientAccountId"].as_str(), key.account.as_deref());
            let late = delivered - seconds(&record);
            assert!((0..7200).contains(&late), "{} holds an event {late} seconds older", file.key);
        }
    }
    assert_eq!(records, spec.events);
    assert_eq!(plan.manifest().records, spec.events);
}

/// The record's time in seconds since 1970.
fn seconds(record: &Value) -> i64 {
    let text = record["eventTime"].as_str().expect("a time is text").replace([':', '-'], "").replace('Z', "");
    let name = format!("000000000000_CloudTrail_us-east-1_{text}Z.json");
    key::parse(&name).delivered.expect("a time as CloudTrail writes it")
}

#[test]
fn shares_are_those_of_real_logs() {
    let records = all_records(&Spec { events: 30_000, ..small() });
    type IsSuch = fn(&Value) -> bool;
    let ranges: [(&str, std::ops::RangeInclusive<f64>, IsSuch); 7] = [
        ("errors", 0.03..=0.05, |record| record.get("errorCode").is_some()),
        ("no request", 0.01..=0.12, |record| record["requestParameters"].is_null()),
        ("no response", 0.82..=0.89, |record| record["responseElements"].is_null()),
        ("data events", 0.25..=0.45, |record| record["eventCategory"] == "Data"),
        ("IPv6", 0.02..=0.12, |record| record["sourceIPAddress"].as_str().is_some_and(|text| text.contains(':'))),
        ("by services", 0.05..=0.2, |record| record["userIdentity"]["type"] == "AWSService"),
        ("by users", 0.1..=0.2, |record| record["userIdentity"]["type"] == "IAMUser"),
    ];
    for (name, range, is_such) in ranges {
        let share = share(&records, is_such);
        assert!(range.contains(&share), "{name}: {share}");
    }
    let texts = |member: &'static str| -> HashSet<String> {
        records.iter().filter_map(|record| record[member].as_str().map(str::to_string)).collect()
    };
    assert!(texts("eventName").len() >= 60, "{:?}", texts("eventName"));
    assert!(["1.08", "1.09", "1.10", "1.11"].iter().all(|version| texts("eventVersion").contains(*version)));
    let identities: HashSet<&str> =
        records.iter().filter_map(|record| record["userIdentity"]["type"].as_str()).collect();
    let types = [
        "AWSAccount",
        "AWSService",
        "AssumedRole",
        "IAMUser",
        "IdentityCenterUser",
        "Root",
        "SAMLUser",
        "WebIdentityUser",
    ];
    assert!(types.iter().all(|kind| identities.contains(kind)), "{identities:?}");
    assert_eq!(texts("eventID").len(), records.len());
}

#[test]
fn files_are_as_large_and_as_late_as_real_ones() {
    let spec = Spec { events: 60_000, days: 10, accounts: 4, regions: 4, ..small() };
    let (mut quiet, mut lateness, mut busiest, mut ratio) = (Vec::new(), Vec::new(), 0, 0.0);
    let plan = plan(&spec).expect("the spec is sound");
    for file in files(&spec).expect("the spec is sound") {
        let key = key::parse(&file.key);
        if key.account.as_deref() != Some(plan.world.accounts[0].id.as_str()) {
            quiet.push(file.records);
        }
        if file.records > busiest {
            (busiest, ratio) = (file.records, file.text.len() as f64 / file.stored.len() as f64);
        }
        let delivered = key.delivered.expect("the name tells the time");
        lateness.extend(records_of(&file.text).iter().map(|record| delivered - seconds(record)));
    }
    quiet.sort_unstable();
    lateness.sort_unstable();
    let median = quiet[quiet.len() / 2];
    assert!((6..=11).contains(&median), "quiet files hold {median} records at the median");
    assert!(busiest > 400, "{busiest}");
    assert!((8.0..=13.0).contains(&ratio), "{ratio}");
    let (middle, last) = (lateness[lateness.len() / 2], lateness[lateness.len() * 99 / 100]);
    assert!((130..=190).contains(&middle) && (450..=700).contains(&last), "{middle} {last}");
}

#[test]
fn a_size_can_be_asked_for() {
    let spec = Spec { events: 1600, events_per_file: Some(8), accounts: 1, regions: 1, ..small() };
    let sizes: Vec<u64> = files(&spec).expect("the spec is sound").map(|file| file.records).collect();
    assert_eq!(sizes.iter().sum::<u64>(), 1600);
    assert!((200..=216).contains(&sizes.len()), "{}", sizes.len());
}

#[test]
fn duplicates_and_damage_are_as_the_manifest_says() {
    let spec = Spec { duplicates: 0.2, corrupt: 7, late: 3, ..small() };
    let plan = plan(&spec).expect("the spec is sound");
    let manifest = plan.manifest();
    let mut maker = plan.maker();
    let made: BTreeMap<String, GeneratedFile> =
        plan.files().iter().map(|file| maker.make(file)).map(|file| (file.key.clone(), file)).collect();
    assert_eq!(made.len() as u64, manifest.files);
    assert!(manifest.duplicate_files > 20);
    for file in made.values() {
        if let Some(original) = &file.copy_of {
            assert_ne!(&file.key, original);
            assert_eq!(file.text, made[original].text);
        }
    }
    assert_eq!(manifest.late.len(), 3);
    assert_eq!(manifest.damaged.len(), 7);
    for damaged in &manifest.damaged {
        let file = &made[&damaged.key];
        assert_eq!(file.damage, Some(damaged.damage));
        let is_text = || std::str::from_utf8(&file.text).is_ok();
        let parses = || serde_json::from_slice::<Value>(&file.text).is_ok();
        match damaged.damage {
            Damage::TruncatedGzip => assert!(gunzip(&file.stored).is_err()),
            Damage::BadRecord => assert!(is_text() && !parses()),
            Damage::BadUtf8 => assert!(!is_text()),
            Damage::HtmlPage => assert!(file.stored.starts_with(b"<html>")),
            Damage::EmptyFile => assert!(file.stored.is_empty()),
        }
    }
}

#[test]
fn the_needle_is_there() {
    let spec = small();
    let manifest = plan(&spec).expect("the spec is sound").manifest();
    let has_key = |key: &str, record: &Value| record["userIdentity"]["accessKeyId"] == key;
    let records = all_records(&spec);
    let found = records.iter().filter(|record| has_key(&manifest.needle_key, record)).count() as u64;
    assert_eq!((found, manifest.needle_events), (20, 20));
    assert!(records.iter().filter(|record| has_key(&manifest.busy_key, record)).count() > 50);
}

#[test]
fn every_incident_can_be_found() {
    for incident in Incident::ALL {
        assert_eq!(Incident::from_name(incident.name()), Some(incident));
        let spec = Spec { events: 2000, incident: Some(incident), ..small() };
        let facts = plan(&spec).expect("the spec is sound").manifest().incident.expect("one was asked for");
        let address = &facts.facts["address"];
        let mut found: Vec<IncidentEvent> = all_records(&spec)
            .iter()
            .filter(|record| record["sourceIPAddress"] == address.as_str())
            .map(|record| {
                let text = |member: &str| record[member].as_str().map(str::to_string);
                IncidentEvent {
                    time: text("eventTime").expect("a time"),
                    region: text("awsRegion").expect("a region"),
                    event_source: text("eventSource").expect("a source"),
                    event_name: text("eventName").expect("a name"),
                    error_code: text("errorCode"),
                }
            })
            .collect();
        found.sort_by(|a, b| a.time.cmp(&b.time));
        assert_eq!(found, facts.events, "{}", facts.name);
        assert_eq!((&facts.first_time, &facts.last_time), (&found[0].time, &found[found.len() - 1].time));
    }
}

#[test]
fn the_leaked_key_leads_to_all_that_followed() {
    let spec = Spec { events: 2000, incident: Some(Incident::LeakedKey), ..small() };
    let facts = plan(&spec).expect("the spec is sound").manifest().incident.expect("one was asked for").facts;
    let records = all_records(&spec);
    let only = |name: &str, member: [&str; 3]| -> String {
        let records: Vec<&Value> = records
            .iter()
            .filter(|record| record["eventName"] == name && record["sourceIPAddress"] == facts["address"].as_str())
            .collect();
        assert_eq!(records.len(), 1, "{name}");
        records[0][member[0]][member[1]][member[2]].as_str().unwrap_or_default().to_string()
    };
    assert_eq!(only("AssumeRole", ["responseElements", "credentials", "accessKeyId"]), facts["session_key"]);
    assert_eq!(only("CreateUser", ["responseElements", "user", "userName"]), facts["new_user"]);
    assert_eq!(only("CreateAccessKey", ["responseElements", "accessKey", "accessKeyId"]), facts["new_key"]);
}

#[test]
fn specs_that_cannot_be_made() {
    let cases = [
        (Spec { days: 0, ..small() }, "days must be 1 to 3653, not 0"),
        (Spec { accounts: 0, ..small() }, "accounts must be 1 to 1000, not 0"),
        (Spec { regions: 99, ..small() }, "regions must be 1 to 16, not 99"),
        (Spec { duplicates: 1.5, ..small() }, "duplicates must be a share from 0 to 1, not 1.5"),
        (Spec { events_per_file: Some(0), ..small() }, "a file must have at least one event"),
        (Spec { start: (2023, 2, 29), ..small() }, "there is no day 2023-02-29 to start from"),
    ];
    for (spec, message) in cases {
        assert_eq!(plan(&spec).map(|_| ()).expect_err("the spec is unsound").to_string(), message);
    }
    assert_eq!(files(&Spec { events: 0, ..small() }).expect("nothing is possible").count(), 0);
}
