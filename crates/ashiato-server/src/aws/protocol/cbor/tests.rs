//! CBOR that comes back as it went, and CBOR that nobody honest sends.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{decode, encode, error, target};
use crate::aws::DeclaredError;
use crate::aws::generated::cloudwatch::schemas::{GET_METRIC_STATISTICS_OUTPUT, LIST_METRICS_OUTPUT};

#[track_caller]
fn reads(bytes: &[u8], expected: Value) {
    assert_eq!(decode(bytes).expect("it is read"), expected);
}

#[track_caller]
fn refuses(bytes: &[u8], expected: &str) {
    let error = decode(bytes).expect_err("it is refused");
    assert_eq!(error.declared.code, "SerializationException");
    assert!(error.message.contains(expected), "{}", error.message);
}

#[test]
fn every_kind_of_item_is_read() {
    reads(b"", json!({}));
    reads(b"\xa0", json!({}));
    reads(b"\xa1aa\x18\xff", json!({ "a": 255 }));
    reads(b"\xa1aa\x3b\x7f\xff\xff\xff\xff\xff\xff\xff", json!({ "a": i64::MIN }));
    reads(b"\xa1aa\x83\xf4\xf5\xf6", json!({ "a": [false, true, null] }));
    reads(b"\xa1aa\xf7", json!({ "a": null }));
    reads(b"\xa1aa\x42ab", json!({ "a": "YWI=" }));
    reads(b"\xa1aa\xf9\x3e\x00", json!({ "a": 1.5 }));
    reads(b"\xa1aa\xfa\x3f\xc0\x00\x00", json!({ "a": 1.5 }));
    reads(b"\xa1aa\xfb\x3f\xf8\x00\x00\x00\x00\x00\x00", json!({ "a": 1.5 }));
    reads(b"\xa1aa\xf9\x7e\x00", json!({ "a": "NaN" }));
    reads(b"\xa1aa\xf9\xfc\x00", json!({ "a": "-Infinity" }));
    // Times, whole and with a fraction.
    reads(b"\xa1aa\xc1\x1a\x00\x01\x00\x00", json!({ "a": 65536 }));
    reads(b"\xa1aa\xc1\xf9\x3e\x00", json!({ "a": 1.5 }));
    // Of indefinite length: map, array, text, bytes.
    reads(
        b"\xbfaa\x9f\x01\x02\xffab\x7faxay\xffac\x5f\x41a\x41b\xff\xff",
        json!({ "a": [1, 2], "b": "xy", "c": "YWI=" }),
    );
}

#[test]
fn what_nobody_honest_sends_is_refused() {
    refuses(b"\x01", "must be a CBOR map");
    refuses(b"\xa0\xa0", "goes on");
    refuses(b"\xa1", "ends within");
    refuses(b"\xa1aa", "ends within");
    refuses(b"\xbfaa\x01", "ends within");
    refuses(b"\xa1\x01\x01", "is not text");
    refuses(b"\xa1aa\x1b\xff\xff\xff\xff\xff\xff\xff\xff", "beyond 64 bits");
    refuses(b"\xa1aa\x3b\xff\xff\xff\xff\xff\xff\xff\xff", "beyond 64 bits");
    refuses(b"\xa1aa\xc2\x41\x01", "tag 2");
    refuses(b"\xa1aa\xc1aa", "number of seconds");
    refuses(b"\xa1aa\xf8\xff", "0xf8");
    refuses(b"\xa1aa\xff", "0xff");
    refuses(b"\xa1aa\x61\xff", "not UTF-8");
    refuses(b"\xa1aa\x7f\x41a\xff", "not valid CBOR");
    // Lengths beyond the body, as long as lengths can be.
    for kind in [0x5b_u8, 0x7b, 0x9b, 0xbb] {
        let long = [b"\xa1aa".as_slice(), &[kind], &[0x7f], &[0xff; 7]].concat();
        assert!(decode(&long).is_err(), "{kind:#x}");
    }
    let deep = [b"\xa1aa".to_vec(), vec![0x81; 100_000], vec![0x01]].concat();
    refuses(&deep, "nested more than 32 deep");
    let deep = [b"\xa1aa".to_vec(), vec![0x9f; 100_000]].concat();
    refuses(&deep, "nested more than 32 deep");
    let deep = [b"\xa1aa".to_vec(), vec![0xc1; 100_000], vec![0x01]].concat();
    refuses(&deep, "nested more than 32 deep");
    let many = [b"\xa1aa\x9f".to_vec(), vec![0xa0; 1_000_000], vec![0xff]].concat();
    refuses(&many, "more than 500000 items");
}

#[test]
fn an_output_is_written_by_its_schema() {
    let output = json!({
        "Label": "m",
        "Datapoints": [{ "Timestamp": 60, "Sum": 1, "Unit": "Count" }, { "Timestamp": 0.5, "Sum": 2.5 }],
    });
    let written = encode(&output, &GET_METRIC_STATISTICS_OUTPUT).expect("it is written");
    let expected = b"\xa2eLabelamjDatapoints\x82\xa3iTimestamp\xc1\x18\x3ccSum\xfb\x3f\xf0\0\0\0\0\0\0dUniteCount\
        \xa2iTimestamp\xc1\xfb\x3f\xe0\0\0\0\0\0\0cSum\xfb\x40\x04\0\0\0\0\0\0";
    assert_eq!(written, expected);
    let because = DeclaredError::shared("LimitExceeded").because("no");
    assert_eq!(error(&because, "LimitExceededFault"), b"\xa2f__typerLimitExceededFaultgmessagebno");
}

#[test]
fn a_path_names_service_and_operation() {
    assert_eq!(target("/service/S/operation/Op"), Some(("S", "Op")));
    for other in ["/", "/service/S", "/service//operation/Op", "/service/S/operation/", "/service/a/b/operation/c"] {
        assert_eq!(target(other), None, "{other}");
    }
}

/// Metrics as an answer lists them.
fn listed() -> impl Strategy<Value = Value> {
    let text = "[ -~é足]{0,30}";
    let dimension = (text, text).prop_map(|(name, value)| json!({ "Name": name, "Value": value }));
    let metric = (text, prop::collection::vec(dimension, 0..4))
        .prop_map(|(name, dimensions)| json!({ "MetricName": name, "Dimensions": dimensions }));
    prop::collection::vec(metric, 0..30).prop_map(|metrics| json!({ "Metrics": metrics }))
}

proptest! {
    #[test]
    fn an_output_is_read_back_as_it_was_written(output in listed()) {
        let written = encode(&output, &LIST_METRICS_OUTPUT).expect("it is written");
        prop_assert_eq!(decode(&written).expect("it is read"), output);
    }

    #[test]
    fn no_bytes_do_more_than_be_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        drop(decode(&bytes));
        // Most of it is refused at once where it is no map.
        drop(decode(&[b"\xbfaa".as_slice(), &bytes].concat()));
    }

    /// Every beginning of a body is refused, and none is taken for the whole.
    #[test]
    fn a_body_that_is_cut_is_refused(output in listed(), cut in any::<prop::sample::Index>()) {
        let written = encode(&output, &LIST_METRICS_OUTPUT).expect("it is written");
        let cut = cut.index(written.len());
        prop_assert!(cut == 0 || decode(&written[..cut]).is_err());
    }

    #[test]
    fn numbers_keep_their_value(number in any::<f64>().prop_filter("JSON has it", |number| number.is_finite())) {
        let body = [b"\xa1aa\xfb".as_slice(), &number.to_be_bytes()].concat();
        let read = decode(&body).expect("it is read");
        prop_assert_eq!(read["a"].as_f64(), Some(number));
    }
}
