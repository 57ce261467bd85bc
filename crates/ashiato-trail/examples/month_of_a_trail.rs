//! Writes what a trail of one region delivers in thirty days, digests and all: `month_of_a_trail FOLDER BUCKET ACCOUNT
//! START [RECORDS]`, START in seconds since 1970, a hundred records in each of twelve files an hour.
//!
//! The objects lie under their keys in FOLDER/objects; FOLDER/metadata.json has the metadata of the digests by their
//! keys, FOLDER/key.der the public key.

use std::collections::BTreeMap;
use std::path::Path;

use ashiato_trail::digest::{self, CoveredFile, Subject};
use ashiato_trail::log_file;
use ashiato_trail::place::Place;
use ashiato_trail::signing::SigningKey;
use ashiato_trail::time;

type Failure = Box<dyn std::error::Error>;

const HOURS: i64 = 30 * 24;
const FILES_AN_HOUR: i64 = 12;
const REGION: &str = "us-east-1";
const TRAIL: &str = "month";

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, bucket, account, start, more @ ..] = arguments.as_slice() else {
        return Err("usage: month_of_a_trail FOLDER BUCKET ACCOUNT START [RECORDS]".into());
    };
    let folder = Path::new(folder);
    let start: i64 = start.parse()?;
    let records: u64 = more.first().map_or(Ok(100), |records| records.parse())?;
    let key = SigningKey::generate()?;
    let place = Place { prefix: None, organization: None, account: account.clone(), region: REGION.to_string() };
    let mut metadata = BTreeMap::new();
    let mut previous = None;
    for hour in 0..HOURS {
        let begin = start + hour * 3600;
        let mut covered = Vec::new();
        for file in 0..FILES_AN_HOUR {
            let delivered = begin + (file + 1) * 3600 / FILES_AN_HOUR - 1;
            covered.push(log(folder, bucket, (&place, account), delivered, records)?);
        }
        let subject = Subject {
            bucket: bucket.clone(),
            place: place.clone(),
            trail: TRAIL.to_string(),
            home_region: REGION.to_string(),
            start: moment(begin)?,
            end: moment(begin + 3600)?,
            backfill: None,
        };
        let made = digest::make(&subject, previous, covered, &key)?;
        put(folder, &made.digest.key, &made.gzip)?;
        metadata.insert(made.digest.key.clone(), made.metadata.into_iter().collect::<BTreeMap<_, _>>());
        previous = Some(made.as_previous);
    }
    std::fs::write(folder.join("metadata.json"), serde_json::to_vec(&metadata)?)?;
    std::fs::write(folder.join("key.der"), key.public().der())?;
    Ok(())
}

/// Puts a log file of records of the minutes before it is delivered.
fn log(
    folder: &Path,
    bucket: &str,
    (place, account): (&Place, &str),
    delivered: i64,
    records: u64,
) -> Result<CoveredFile, Failure> {
    let mut texts = Vec::new();
    for number in 0..records {
        let time = time::format(moment(delivered - 60 - i64::try_from(number)? % 240)?);
        texts.push(record(account, &time, u64::try_from(delivered)? * 1000 + number));
    }
    let made = log_file::make(&texts, log_file::UNCOMPRESSED_BYTES_MAX)?.remove(0);
    let key = place.log_key(moment(delivered)?, &log_file::suffix(TRAIL, &made))?;
    put(folder, &key, &made.gzip)?;
    Ok(CoveredFile {
        bucket: bucket.to_string(),
        key,
        hash_value: made.hash_value,
        newest_event_time: made.newest_event_time,
        oldest_event_time: made.oldest_event_time,
    })
}

/// A record of some 1.3 KB; what differs from call to call looks random and is the same on every run.
fn record(account: &str, time: &str, number: u64) -> String {
    let mixed = |salt: u64| {
        let value = (number ^ salt).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (value ^ (value >> 31)).wrapping_mul(0xbf58_476d_1ce4_e5b9)
    };
    let (id, request, host) = (mixed(1), mixed(2), mixed(3));
    let user = mixed(4) % 50;
    format!(
        concat!(
            r#"{{"eventVersion":"1.11","userIdentity":{{"type":"AssumedRole","principalId":"AROA{user:017}:session-{user}","arn":"arn:aws:sts::{account}:assumed-role/role-{user}/session-{user}","accountId":"{account}","accessKeyId":"ASIA{user:016}","#,
            r#""sessionContext":{{"sessionIssuer":{{"type":"Role","principalId":"AROA{user:017}","arn":"arn:aws:iam::{account}:role/role-{user}","accountId":"{account}","userName":"role-{user}"}},"attributes":{{"creationDate":"{time}","mfaAuthenticated":"false"}}}}}},"#,
            r#""eventTime":"{time}","eventSource":"s3.amazonaws.com","eventName":"GetObject","awsRegion":"us-east-1","sourceIPAddress":"10.0.{user}.7","userAgent":"[aws-cli/2.31.4 md/awscrt#0.27.6 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.13.7]","#,
            r#""requestParameters":{{"bucketName":"bucket-{user}","Host":"bucket-{user}.s3.us-east-1.amazonaws.com","key":"data/{id:016x}.parquet"}},"responseElements":null,"#,
            r#""additionalEventData":{{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{host:016x}{id:016x}","bytesTransferredOut":{request}}},"#,
            r#""requestID":"{request:016X}","eventID":"{id:016x}-{host:016x}","readOnly":true,"eventType":"AwsApiCall","managementEvent":false,"recipientAccountId":"{account}","eventCategory":"Data","tlsDetails":{{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"bucket-{user}.s3.us-east-1.amazonaws.com"}}}}"#,
        ),
        account = account,
        time = time,
        user = user,
        id = id,
        request = request,
        host = host,
    )
}

fn put(folder: &Path, key: &str, bytes: &[u8]) -> Result<(), Failure> {
    let path = folder.join("objects").join(key);
    std::fs::create_dir_all(path.parent().ok_or("a key without a folder")?)?;
    Ok(std::fs::write(path, bytes)?)
}

fn moment(seconds: i64) -> Result<time::Time, Failure> {
    Ok(time::of_seconds(seconds).ok_or("no moment")?)
}
