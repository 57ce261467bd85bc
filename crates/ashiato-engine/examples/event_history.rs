//! Measures lookups in a large event history: `event_history FOLDER [EVENTS [BATCH]]`, ten million by default, appended by
//! twenty thousand.
//!
//! Makes a history of ninety days in the folder (some gigabytes; delete it afterwards), as a server fills and merges it,
//! and tells how long lookups take over it, cold (footers not read yet) and warm, and what they read: on stderr for
//! people, as one JSON object on stdout.

use std::path::Path;
use std::time::{Duration, Instant};

use ashiato_engine::history::{Attribute, CompactionRules, Condition, History, Lookup};
use bytes::Bytes;
use chrono::{DateTime, NaiveDate, SecondsFormat, TimeDelta, Utc};
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

const DAYS: u64 = 90;
/// 2026-08-29T00:00:00Z.
const START: i64 = 1_787_961_600_000;

/// Numbers that look random and are the same on every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        // SplitMix64, by its published constants.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }
}

const CALLS: [(&str, &str, bool, &str); 6] = [
    ("s3.amazonaws.com", "PutObject", false, "bucketName"),
    ("s3.amazonaws.com", "GetObject", true, "bucketName"),
    ("sts.amazonaws.com", "AssumeRole", true, "roleArn"),
    ("ec2.amazonaws.com", "DescribeInstances", true, "instanceId"),
    ("iam.amazonaws.com", "GetUser", true, "userName"),
    ("kms.amazonaws.com", "Decrypt", true, "keyId"),
];

/// A record of some 1.2 KB. One event in a hundred thousand is by a rare key, of which there are a hundred.
fn record(number: u64, time: i64, chance: &mut Chance) -> Bytes {
    let (source, name, read_only, member) = CALLS[usize::try_from(chance.below(CALLS.len() as u64)).unwrap_or(0)];
    let user = chance.below(500);
    let key = if chance.below(100_000) == 0 {
        format!("ASIARARE{:08}", chance.below(100))
    } else {
        format!("AKIA{user:016}")
    };
    let time = DateTime::from_timestamp_millis(time).unwrap_or_default().to_rfc3339_opts(SecondsFormat::Secs, true);
    let (id, request, host) = (chance.next(), chance.next(), chance.next());
    format!(
        concat!(
            r#"{{"eventVersion":"1.11","userIdentity":{{"type":"IAMUser","principalId":"AIDA{user:016}","arn":"arn:aws:iam::111122223333:user/user-{user}","#,
            r#""accountId":"111122223333","accessKeyId":"{key}","userName":"user-{user}","sessionContext":{{"attributes":{{"creationDate":"{time}","mfaAuthenticated":"false"}}}}}},"#,
            r#""eventTime":"{time}","eventSource":"{source}","eventName":"{name}","awsRegion":"us-east-1","sourceIPAddress":"10.{a}.{b}.{c}","#,
            r#""userAgent":"[aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0-1021-aws md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython m/N,E,Z,b cfg/retry-mode#standard md/installer#exe md/prompt#off md/command#call]","#,
            r#""requestParameters":{{"{member}":"thing-{thing}","Host":"service.us-east-1.amazonaws.com","prefix":"","encoding-type":"url"}},"responseElements":null,"#,
            r#""additionalEventData":{{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{host:016x}{id:016x}{request:016x}","bytesTransferredOut":{size}}},"#,
            r#""requestID":"{request:016X}","eventID":"{id:016x}-{number:016x}","readOnly":{read_only},"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","#,
            r#""eventCategory":"Management","tlsDetails":{{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"service.us-east-1.amazonaws.com"}}}}"#,
        ),
        user = user,
        key = key,
        time = time,
        source = source,
        name = name,
        member = member,
        read_only = read_only,
        number = number,
        id = id,
        request = request,
        host = host,
        thing = chance.below(5_000),
        size = chance.below(100_000),
        a = chance.below(4),
        b = chance.below(256),
        c = chance.below(256),
    )
    .into()
}

async fn fill(folder: &Path, events: u64, batch: u64) -> Result<(), Failure> {
    let history = History::open(folder).await?;
    let mut chance = Chance(7);
    let begun = Instant::now();
    let (mut number, mut bytes, mut appending) = (history.through(), 0, Duration::ZERO);
    for day in 0..DAYS {
        let (begin, end) = (events * day / DAYS, events * (day + 1) / DAYS);
        let midnight = START + i64::try_from(day)? * 86_400_000;
        while number < end {
            let mut some = Vec::new();
            for _ in 0..(end - number).min(batch) {
                number += 1;
                let of_the_day = i64::try_from((number - begin - 1) * 86_400_000 / (end - begin))?;
                some.push((number, record(number, midnight + of_the_day, &mut chance)));
            }
            bytes += some.iter().map(|(_, record)| record.len()).sum::<usize>();
            let before = Instant::now();
            history.append(some, number).await?;
            appending += before.elapsed();
        }
        let today = NaiveDate::from_ymd_opt(2026, 8, 29).ok_or("no day")? + TimeDelta::days(i64::try_from(day)? + 1);
        history.compact(&CompactionRules::on(today)).await?;
        history.vacuum(TimeDelta::zero(), Utc::now()).await?;
    }
    eprintln!("filled: {number} events of {bytes} bytes in {:.0?}, {:.0?} of it appending", begun.elapsed(), appending);
    Ok(())
}

/// What a lookup takes, in milliseconds: the first time, and the median of ten.
async fn measure(name: &str, history: &History, lookup: &Lookup) -> Result<Value, Failure> {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..10 {
        let before = Instant::now();
        last = Some(history.lookup(lookup).await?);
        times.push(before.elapsed());
    }
    let first = times[0];
    times.sort_unstable();
    let page = last.ok_or("no lookup was made")?;
    eprintln!("{name}: first {first:.1?}, median {:.1?}; {} events; {:?}", times[5], page.events.len(), page.reading);
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    Ok(json!({
        "name": name,
        "first": milliseconds(first),
        "median": milliseconds(times[5]),
        "events": page.events.len(),
    }))
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("which folder?")?;
    let events = arguments.next().map_or(Ok(10_000_000), |events| events.parse())?;
    let batch = arguments.next().map_or(Ok(20_000), |batch| batch.parse())?;
    let folder = Path::new(&folder);
    fill(folder, events, batch).await?;

    let begun = Instant::now();
    let history = History::open(folder).await?;
    let opened = begun.elapsed();
    eprintln!("open: {opened:.1?}");
    let newest = Lookup { limit: 50, ..Lookup::default() };
    let by = |attribute, value: &str| Lookup {
        condition: Some(Condition::Equals(attribute, value.to_owned())),
        ..newest.clone()
    };
    let mut lookups = vec![measure("newest 50", &history, &newest).await?];
    for (name, lookup) in [
        ("a rare access key", by(Attribute::AccessKeyId, "ASIARARE00000042")),
        ("an absent access key", by(Attribute::AccessKeyId, "ASIAABSENT")),
        ("a common access key", by(Attribute::AccessKeyId, "AKIA0000000000000042")),
        ("an absent event id", by(Attribute::EventId, "no-such-event")),
        ("a user's name", by(Attribute::Username, "user-42")),
        ("a resource's name", by(Attribute::ResourceName, "thing-4242")),
        ("writes", by(Attribute::ReadOnly, "false")),
        (
            "a part of an absent name",
            Lookup {
                condition: Some(Condition::Contains(Attribute::EventName, "Nothing".to_owned())),
                ..newest.clone()
            },
        ),
    ] {
        // Opened anew, so that the first is without footers.
        let history = History::open(folder).await?;
        lookups.push(measure(name, &history, &lookup).await?);
    }
    let before = Instant::now();
    let counts = history.counts(Attribute::EventName, i64::MIN, i64::MAX, 10).await?;
    eprintln!("counts of event names: {:.1?}; {:?}", before.elapsed(), counts.reading);
    println!("{}", json!({ "events": events, "open": opened.as_secs_f64() * 1000.0, "lookups": lookups }));
    Ok(())
}
