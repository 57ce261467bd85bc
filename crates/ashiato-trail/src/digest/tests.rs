use super::*;
use crate::place::Place;
use crate::signing::SigningKey;
use flate2::read::GzDecoder;
use proptest::prelude::*;
use std::io::Read;
use std::sync::LazyLock;

static KEY: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate().expect("a key is made"));

fn at(seconds: i64) -> Time {
    crate::time::of_seconds(seconds).expect("a time")
}

fn subject(start: i64) -> Subject {
    Subject {
        bucket: "my-bucket".to_string(),
        place: Place {
            prefix: None,
            organization: None,
            account: "111122223333".to_string(),
            region: "us-east-2".to_string(),
        },
        trail: "my_trail".to_string(),
        home_region: "us-east-1".to_string(),
        start: at(start),
        end: at(start + 3600),
        backfill: None,
    }
}

fn text(signed: &SignedDigest) -> Vec<u8> {
    let mut text = Vec::new();
    GzDecoder::new(signed.gzip.as_slice()).read_to_end(&mut text).expect("it is gzip");
    text
}

/// The order and the form of AWS, "CloudTrail digest file structure".
#[test]
fn a_digest_is_written_as_cloudtrail_writes_it() {
    let file = CoveredFile {
        bucket: "my-bucket".to_string(),
        key: "AWSLogs/a".to_string(),
        hash_value: "0".repeat(64),
        newest_event_time: at(1_439_823_147),
        oldest_event_time: at(1_439_822_547),
    };
    let first = make(&subject(1_439_820_091), None, vec![file], &KEY).expect("it is made");
    let key = "AWSLogs/111122223333/CloudTrail-Digest/us-east-2/2015/08/17/\
               111122223333_CloudTrail-Digest_us-east-2_my_trail_us-east-1_20150817T150131Z.json.gz";
    let fingerprint = KEY.public().fingerprint();
    let expected = format!(
        "{{\"awsAccountId\":\"111122223333\",\"digestStartTime\":\"2015-08-17T14:01:31Z\",\
         \"digestEndTime\":\"2015-08-17T15:01:31Z\",\"digestS3Bucket\":\"my-bucket\",\"digestS3Object\":\"{key}\",\
         \"digestPublicKeyFingerprint\":\"{fingerprint}\",\"digestSignatureAlgorithm\":\"SHA256withRSA\",\
         \"newestEventTime\":\"2015-08-17T14:52:27Z\",\"oldestEventTime\":\"2015-08-17T14:42:27Z\",\
         \"previousDigestS3Bucket\":null,\"previousDigestS3Object\":null,\"previousDigestHashValue\":null,\
         \"previousDigestHashAlgorithm\":null,\"previousDigestSignature\":null,\
         \"logFiles\":[{{\"s3Bucket\":\"my-bucket\",\"s3Object\":\"AWSLogs/a\",\"hashValue\":\"{}\",\
         \"hashAlgorithm\":\"SHA-256\",\"newestEventTime\":\"2015-08-17T14:52:27Z\",\
         \"oldestEventTime\":\"2015-08-17T14:42:27Z\"}}]}}",
        "0".repeat(64)
    );
    assert_eq!(String::from_utf8_lossy(&text(&first)), expected);

    let second = make(&subject(1_439_823_691), Some(first.as_previous.clone()), vec![], &KEY).expect("it is made");
    let read_back = read(&text(&second)).expect("it is read");
    assert_eq!(read_back, second.digest);
    let signed = format!(
        "2015-08-17T16:01:31Z\nmy-bucket/{}\n{}\n{}",
        second.digest.key, second.as_previous.hash_value, first.as_previous.signature
    );
    let signature = crate::hex::decode(&second.as_previous.signature).expect("it is hexadecimal");
    assert!(KEY.public().verifies(signed.as_bytes(), &signature));
}

#[test]
fn what_is_wrong_in_a_digest_is_named() {
    let whole = String::from_utf8(text(&make(&subject(0), None, vec![], &KEY).expect("it is made"))).expect("text");
    for (from, to, word) in [
        ("SHA256withRSA", "SHA1withRSA", "digestSignatureAlgorithm"),
        ("1970-01-01T00:00:00Z", "1970-01-01", "digestStartTime"),
        ("1970-01-01T01:00:00Z", "1970-01-01T1:00:00Z", "digestEndTime"),
        ("\"previousDigestSignature\":null", "\"previousDigestSignature\":\"00\"", "previousDigest"),
        ("\"awsAccountId\":\"111122223333\",", "", "awsAccountId"),
        ("\"logFiles\":[]", "\"logFiles\":[{}]", "s3Bucket"),
        ("\"logFiles\":[]", "\"logFiles\":[],\"logFiles\":[]", "duplicate field `logFiles`"),
        ("\"logFiles\":[]}", "\"logFiles\":[]", "EOF"),
        ("{\"aws", "[\"aws", "not a JSON object"),
    ] {
        let message = read(whole.replacen(from, to, 1).as_bytes()).expect_err(word).to_string();
        assert!(message.contains(word), "{message}");
    }
}

proptest! {
    #[test]
    fn no_bytes_are_a_panic(bytes: Vec<u8>) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_damage_is_a_panic(at_byte in 0usize..600, byte: u8) {
        let mut whole = text(&make(&subject(0), None, vec![], &KEY).expect("it is made"));
        let at_byte = at_byte % whole.len();
        whole[at_byte] = byte;
        let _ = read(&whole);
    }

    #[test]
    fn what_is_written_is_read_back(start in 0i64..4_000_000_000, files in 0usize..4) {
        let file = |number: usize| CoveredFile {
            bucket: "b\"ü".to_string(),
            key: format!("AWSLogs/{number}"),
            hash_value: format!("{number:064x}"),
            newest_event_time: at(start + 9),
            oldest_event_time: at(start),
        };
        let signed = make(&subject(start), None, (0..files).map(file).collect(), &KEY).expect("it is made");
        prop_assert_eq!(read(&text(&signed)).expect("it is read"), signed.digest);
    }
}
