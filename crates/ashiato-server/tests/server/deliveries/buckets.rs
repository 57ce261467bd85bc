//! Buckets that take nothing for a while, and keys of every kind.

use super::audited::{Audited, BUCKET, HOME};

const TRAIL: &str = "trails.create_trail(Name='all', S3BucketName='logs')\ntrails.start_logging(Name='all')";

/// A bucket that takes nothing holds up what goes to it, however much that is, and neither other trails nor what goes to the
/// bucket that takes its place.
#[test]
fn three_hundred_stuck_files_hold_up_nothing_else() {
    let Some(audited) = Audited::start::<0>() else { return };
    audited.calls(TRAIL);
    audited.calls("trails.create_trail(Name='other', S3BucketName='more')\ntrails.start_logging(Name='other')");
    audited.deliver();
    audited.calls("s3.delete_bucket_policy(Bucket='logs')");
    let stuck: Vec<String> = (0..300)
        .map(|_| {
            let id = audited.records(HOME);
            audited.plan();
            id
        })
        .collect();
    let before = audited.delivered(BUCKET).len();
    audited.deliver();
    assert_eq!(audited.delivered("more"), stuck, "another trail of the same events");
    assert_eq!(audited.delivered(BUCKET).len(), before);
    assert_eq!(audited.status().delivery.error.as_deref(), Some("AccessDenied"));

    audited.calls(
        "s3.create_bucket(Bucket='moved', CreateBucketConfiguration={'LocationConstraint': HOME})\n\
         s3.put_bucket_policy(Bucket='moved', Policy=bucket_policy('moved'))\n\
         trails.update_trail(Name='all', S3BucketName='moved')",
    );
    let moved = audited.records(HOME);
    audited.deliver();
    assert_eq!(audited.delivered("moved"), [moved]);
    assert_eq!(audited.delivered(BUCKET).len(), before);

    audited.calls("s3.put_bucket_policy(Bucket='logs', Policy=bucket_policy('logs'))");
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET), stuck, "each once");
    assert_eq!(audited.status().delivery.error, None);
}

/// What a bucket did not take goes with the trail, as the state knows nothing of it any more.
#[test]
fn a_deleted_trail_leaves_nothing_in_the_spool() {
    let Some(audited) = Audited::start::<16>() else { return };
    audited.calls(TRAIL);
    audited.calls("trails.create_trail(Name='other', S3BucketName='more')\ntrails.start_logging(Name='other')");
    audited.calls("s3.delete_bucket_policy(Bucket='logs')\ns3.delete_bucket_policy(Bucket='more')");
    audited.records(HOME);
    audited.plan();
    assert!(audited.planned() >= 2);
    assert_eq!(audited.spooled().len(), audited.planned());
    audited.calls("trails.delete_trail(Name='all')");
    assert_eq!(audited.spooled().len(), audited.planned(), "what waits for the other trail stays");
    assert!(audited.planned() > 0);
    audited.calls("trails.delete_trail(Name='other')");
    assert_eq!(audited.spooled(), [""; 0]);
}

/// The other server removes what lies in its own spool, and this one what lies here.
#[test]
fn a_trail_that_is_deleted_elsewhere_leaves_nothing_in_the_spool() {
    let Some(audited) = Audited::start::<18>() else { return };
    audited.calls(TRAIL);
    audited.calls("trails.create_trail(Name='other', S3BucketName='more')\ntrails.start_logging(Name='other')");
    audited.records(HOME);
    audited.plan();
    let planned = audited.planned();
    audited.deletes_elsewhere("all");
    let left = audited.planned();
    assert!(0 < left && left < planned, "{left} of {planned}");
    assert_eq!(audited.spooled().len(), planned, "nobody has looked");
    audited.tidies_up();
    assert_eq!(audited.spooled().len(), left, "what waits for the other trail stays");
    audited.deliver();
    assert_eq!(audited.delivered("more"), ["recorded-0000"]);
}

/// As long as a file cannot be read, the status says so, whatever is delivered beside it; and it is delivered when it can be.
#[test]
fn a_file_that_cannot_be_read_is_told_until_it_can_be() {
    let Some(audited) = Audited::start::<19>() else { return };
    audited.calls(TRAIL);
    let first = audited.records(HOME);
    audited.plan();
    let spooled = audited.spooled();
    let [name] = &spooled[..] else { panic!("one file: {spooled:?}") };
    let bytes = audited.puts_into_spool(name, b"no log file");
    let mut others = Vec::new();
    for _ in 0..2 {
        others.push(audited.records(HOME));
        audited.deliver();
        assert_eq!(audited.delivered(BUCKET), others, "it holds up no other");
        let delivery = audited.status().delivery;
        let error = delivery.error.expect("it is told");
        assert!(error.starts_with("read a log file in the spool: "), "{error}");
        assert!(delivery.succeeded.is_some(), "so are the others");
    }
    audited.puts_into_spool(name, &bytes);
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET), [vec![first], others].concat());
    assert_eq!(audited.status().delivery.error, None);
}

/// What one trail selects cannot be read: the other goes on, and so does this one with what a trail has by itself.
#[test]
fn selectors_that_cannot_be_read_hold_up_no_trail() {
    let Some(audited) = Audited::start::<20>() else { return };
    audited.calls(TRAIL);
    audited.calls("trails.create_trail(Name='other', S3BucketName='more')\ntrails.start_logging(Name='other')");
    audited.damages_selectors("other");
    let recorded = audited.records(HOME);
    audited.deliver();
    for bucket in [BUCKET, "more"] {
        assert_eq!(audited.delivered(bucket), std::slice::from_ref(&recorded), "{bucket}");
    }
    audited.calls("assert 'selectors' in trails.get_trail_status(Name='other')['LatestDeliveryError']");
    audited.calls("trails.put_event_selectors(TrailName='other', EventSelectors=[{}])");
    audited.deliver();
    audited.calls("assert not trails.get_trail_status(Name='other').get('LatestDeliveryError')");
}

/// A record that nobody can read keeps no other from its bucket, and is not lost, whatever becomes of the journal.
#[test]
fn a_record_that_cannot_be_read_is_set_aside() {
    let Some(audited) = Audited::start::<17>() else { return };
    audited.calls(TRAIL);
    let first = audited.records(HOME);
    audited.journals(b"\xffno record");
    let second = audited.records(HOME);
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET), [first, second]);
    audited.begins();
    let spooled = audited.spooled();
    assert_eq!(spooled.len(), 1, "{spooled:?}");
    assert!(spooled[0].starts_with("unreadable-") && spooled[0].ends_with(".json"), "{spooled:?}");
    let third = audited.records(HOME);
    audited.deliver();
    assert_eq!(audited.delivered(BUCKET).last(), Some(&third), "it goes on");
}

/// What is recorded while files are planned is for the next time: else a busy server would make file after file, of the few
/// records of a moment each.
#[test]
fn a_busy_server_plans_a_file_at_a_time() {
    let Some(audited) = Audited::start::<15>() else { return };
    audited.calls(TRAIL);
    audited.deliver();
    audited.keeps_recording(100, || audited.plan());
    assert_eq!(audited.planned(), 1);
}

/// The prefix stands before a slash as it is given: AWS's own check of log files asks for `logs//AWSLogs/…`.
#[test]
fn keys_begin_with_the_prefix_as_it_is() {
    let Some(audited) = Audited::start::<1>() else { return };
    let prefixes =
        ["logs/", "/lead", "a//b", "a b+c&d=e?f#g", "100%25", "ä/名前", "~!$'()*,;:@[]{}|\\^`\"<>", "AWSLogs/x", " "];
    let policy = "s3.put_bucket_policy(Bucket='logs', Policy=bucket_policy('logs', '*'))\n";
    audited.calls(policy);
    audited.calls("trails.create_trail(Name='all', S3BucketName='logs', EnableLogFileValidation=True)\ntrails.start_logging(Name='all')");
    for prefix in prefixes {
        let json = serde_json::to_string(prefix).expect("JSON");
        audited.calls(&format!(
            "import json\nprefix = json.loads(r'''{json}''')\n\
             assert trails.update_trail(Name='all', S3KeyPrefix=prefix)['S3KeyPrefix'] == prefix"
        ));
        audited.records(HOME);
        audited.pass(3600);
        audited.deliver();
        let keys = audited.server.keys(BUCKET);
        for kind in ["CloudTrail", "CloudTrail-Digest"] {
            let start = format!("{prefix}/AWSLogs/111122223333/{kind}/{HOME}/2026/03/");
            assert!(keys.iter().any(|key| key.starts_with(&start)), "{start}: {keys:?}");
        }
        assert_eq!(audited.status().delivery.error, None, "{prefix}");
    }
    audited.calls(
        "for prefix in ('..', 'a/../b', './a', 'a\\tb', 'x' * 201):\n    \
         fails('InvalidS3PrefixException', trails.update_trail, Name='all', S3KeyPrefix=prefix)\n\
         trails.update_trail(Name='all', S3KeyPrefix='x' * 200)",
    );
}

#[test]
fn what_is_signed_for_no_region_is_of_the_home_region() {
    let Some(audited) = Audited::start::<2>() else { return };
    audited.calls(
        "trails.create_trail(Name='all', S3BucketName='logs', IsMultiRegionTrail=True)\ntrails.start_logging(Name='all')\n\
         for region in ('eu-fake-9', 'garage', 'eu-west-3'):\n    \
         in_region(region, 'athena').list_work_groups()\n    in_region(region, 's3').list_buckets()\n\
         fails('UnsupportedOperationException', in_region('eu-fake-9').create_trail, 'There is no region eu-fake-9.', \
         Name='fake', S3BucketName='logs')",
    );
    audited.deliver();
    let mut regions: Vec<String> =
        audited.server.keys(BUCKET).iter().filter_map(|key| key.split('/').nth(3).map(str::to_string)).collect();
    regions.dedup();
    assert_eq!(regions, ["eu-north-1", "eu-west-3", "us-east-1"]);
}
