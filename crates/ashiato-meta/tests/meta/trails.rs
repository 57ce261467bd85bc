//! Trails, their status, and the keys that sign for them.

use ashiato_meta::trail_files::{Contents, Plan, TrailFile};
use ashiato_meta::trail_keys::TrailKey;
use ashiato_meta::trail_status::{Delivered, Deliveries, Switched, TrailStatus};
use ashiato_meta::trails::{Selectors, Trail};
use ashiato_meta::{
    Kind, MasterKey, MasterKeys, Millis, Store, Tx, tags, trail_coverage, trail_files, trail_keys, trail_periods,
    trail_status, trails,
};

use crate::backend::on_each;
use crate::identity::{account, with_account};

pub(crate) fn arn(region: &str, name: &str) -> String {
    format!("arn:aws:cloudtrail:{region}:111122223333:trail/{name}")
}

pub(crate) fn trail(region: &str, name: &str) -> Trail {
    Trail {
        bucket: "logs".to_string(),
        validates_files: true,
        ..Trail::new((&account(), region, name), arn(region, name), Millis(3))
    }
}

pub(crate) async fn with_trail(store: &Store) -> String {
    with_account(store).await;
    let mut tx = store.write().await.expect("begins");
    trails::create(&mut tx, &trail("us-east-1", "all")).await.expect("a trail");
    tx.commit().await.expect("commits");
    arn("us-east-1", "all")
}

#[tokio::test]
async fn a_trail_is_kept_as_it_is_given() {
    on_each(|store| async move {
        with_account(&store).await;
        let mut tx = store.write().await.expect("begins");
        let full = Trail {
            prefix: Some("p".to_string()),
            topic_arn: Some("t".to_string()),
            log_group_arn: Some("g".to_string()),
            log_role_arn: Some("r".to_string()),
            kms_key_arn: Some("k".to_string()),
            selectors: Selectors::Advanced("[]".to_string()),
            insight_selectors: Some("[1]".to_string()),
            ..trail("us-east-1", "full")
        };
        trails::create(&mut tx, &full).await.expect("made");
        trails::create(&mut tx, &trail("eu-west-1", "bare")).await.expect("made");
        assert_eq!(trails::get(&mut tx, &full.arn).await.expect("there"), full);
        assert_eq!(
            trails::list(&mut tx, &account()).await.expect("answers"),
            [trail("eu-west-1", "bare"), full.clone()]
        );
        let changed = Trail {
            selectors: Selectors::Basic("[2]".to_string()),
            is_organization: true,
            records_own_calls: false,
            validates_files: false,
            includes_global_events: false,
            kms_key_arn: None,
            bucket: "other".to_string(),
            ..full
        };
        trails::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(trails::get(&mut tx, &changed.arn).await.expect("there"), changed);
        tags::put(&mut tx, &changed.arn, &[("a".to_string(), "b".to_string())].into()).await.expect("tagged");
        trails::delete(&mut tx, &changed.arn).await.expect("gone");
        assert!(tags::list(&mut tx, &changed.arn).await.expect("answers").is_empty());
        assert_eq!(trails::get(&mut tx, &changed.arn).await.expect_err("gone").kind, Kind::NotFound);
        assert_eq!(trails::delete(&mut tx, &changed.arn).await.expect_err("gone").kind, Kind::NotFound);
        assert_eq!(trails::update(&mut tx, &changed).await.expect_err("gone").kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_taken_wherever_a_trail_of_all_regions_reaches() {
    on_each(|store| async move {
        with_account(&store).await;
        let mut tx = store.write().await.expect("begins");
        let everywhere = |region, name| Trail { is_multi_region: true, ..trail(region, name) };
        trails::create(&mut tx, &trail("us-east-1", "one")).await.expect("made");
        trails::create(&mut tx, &trail("eu-west-1", "one")).await.expect("another region's");
        trails::create(&mut tx, &everywhere("us-east-1", "all")).await.expect("made");
        for taken in [trail("eu-west-1", "all"), everywhere("eu-north-1", "one"), everywhere("eu-west-1", "all")] {
            assert_eq!(trails::create(&mut tx, &taken).await.expect_err("taken").kind, Kind::Conflict, "{taken:?}");
        }
        let again = Trail { arn: "another".to_string(), ..trail("us-east-1", "one") };
        assert_eq!(trails::create(&mut tx, &again).await.expect_err("taken").kind, Kind::Conflict);
        let widened = trails::update(&mut tx, &everywhere("us-east-1", "one")).await;
        assert_eq!(widened.expect_err("another region has one").kind, Kind::Conflict);
        trails::delete(&mut tx, &arn("eu-west-1", "one")).await.expect("gone");
        trails::update(&mut tx, &everywhere("us-east-1", "one")).await.expect("room for it");
        let narrowed = trails::update(&mut tx, &trail("us-east-1", "one")).await;
        narrowed.expect("of one region again");
    })
    .await;
}

#[tokio::test]
async fn a_status_says_how_it_went_last() {
    on_each(|store| async move {
        let arn = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        assert_eq!(trail_status::get(&mut tx, &arn).await.expect("there"), TrailStatus::default());
        assert!(trails::logging(&mut tx).await.expect("answers").is_empty());
        trail_status::stop(&mut tx, &arn, Millis(1)).await.expect("nothing to stop");
        trail_status::start(&mut tx, &arn, Millis(5)).await.expect("begun");
        trail_status::start(&mut tx, &arn, Millis(6)).await.expect("it has begun already");
        assert_eq!(trails::logging(&mut tx).await.expect("answers"), [trail("us-east-1", "all")]);
        for (at, what) in
            [(7, Delivered::LogFile), (8, Delivered::Digest), (9, Delivered::Notification), (10, Delivered::Logs)]
        {
            trail_status::succeeded(&mut tx, &arn, what, Millis(at)).await.expect("noted");
        }
        trail_status::failed(&mut tx, &arn, Delivered::LogFile, Millis(11), "AccessDenied").await.expect("noted");
        trail_status::failed(&mut tx, &arn, Delivered::Digest, Millis(12), "NoSuchBucket").await.expect("noted");
        trail_status::succeeded(&mut tx, &arn, Delivered::Digest, Millis(13)).await.expect("noted");
        let went = |attempted, succeeded, error: Option<&str>| Deliveries {
            attempted: Some(Millis(attempted)),
            succeeded: Some(Millis(succeeded)),
            error: error.map(str::to_string),
        };
        let switched = Switched { server: "one".to_string(), number: 4, request: "r".to_string() };
        trail_status::switched(&mut tx, &arn, &switched).await.expect("noted");
        let told = TrailStatus {
            is_logging: true,
            started: Some(Millis(5)),
            stopped: None,
            switched: Some(switched.clone()),
            delivery: went(11, 7, Some("AccessDenied")),
            digest: went(13, 13, None),
            notification: went(9, 9, None),
            logs: went(10, 10, None),
        };
        assert_eq!(trail_status::get(&mut tx, &arn).await.expect("there"), told);
        trail_status::stop(&mut tx, &arn, Millis(20)).await.expect("stopped");
        trail_status::stop(&mut tx, &arn, Millis(21)).await.expect("it has stopped already");
        let stopped = TrailStatus { is_logging: false, stopped: Some(Millis(20)), ..told };
        assert_eq!(trail_status::get(&mut tx, &arn).await.expect("there"), stopped);
        trail_status::mended(&mut tx, &arn, Delivered::LogFile).await.expect("noted");
        assert_eq!(trail_status::get(&mut tx, &arn).await.expect("there").delivery, went(11, 7, None));
        let nowhere = trail_status::start(&mut tx, "none", Millis(1)).await;
        assert_eq!(nowhere.expect_err("no such trail").kind, Kind::NotFound);
        let nowhere = trail_status::succeeded(&mut tx, "none", Delivered::Logs, Millis(1)).await;
        assert_eq!(nowhere.expect_err("no such trail").kind, Kind::NotFound);
    })
    .await;
}

fn plan(trail: &str, first_number: i64) -> Plan {
    Plan {
        trail: trail.to_string(),
        server: "one".to_string(),
        region: "us-east-1".to_string(),
        account: account(),
        first_number,
        last_number: first_number,
        bucket: "logs".to_string(),
        object_key: format!("key {first_number}"),
        is_of_deliveries: false,
    }
}

async fn deliver(tx: &mut Tx, file: &TrailFile, at: i64) -> ashiato_meta::Result<()> {
    let contents = Contents { sha256: "hash".to_string(), oldest: Millis(at), newest: Millis(at) };
    trail_files::deliver(tx, file, &contents, Millis(at)).await
}

/// The numbers of those delivered files that are still known.
async fn known(tx: &mut Tx, files: &[TrailFile]) -> Vec<i64> {
    let mut known = Vec::new();
    for file in files {
        match deliver(tx, file, 0).await {
            Ok(()) => known.push(file.first_number),
            Err(error) => assert_eq!(error.kind, Kind::NotFound, "{error}"),
        }
    }
    known
}

#[tokio::test]
async fn files_are_forgotten_that_nobody_is_to_be_told_of_and_no_digest_will_cover() {
    on_each(|store| async move {
        with_account(&store).await;
        let mut tx = store.write().await.expect("begins");
        let with_topic = |name: &str, validates_files| Trail {
            topic_arn: Some("t".to_string()),
            validates_files,
            ..trail("us-east-1", name)
        };
        for trail in [with_topic("plain", false), with_topic("late", false), with_topic("waits", true)] {
            trails::create(&mut tx, &trail).await.expect("made");
        }
        let [plain, late, waits] = ["plain", "late", "waits"].map(|name| arn("us-east-1", name));
        let mut files = Vec::new();
        let before = [
            (&plain, 1, 10_000),
            (&plain, 2, 11_000),
            (&plain, 3, 100_000),
            (&late, 4, 12_000),
            (&late, 5, 13_000),
            // It does not log yet: no digests are made.
            (&waits, 6, 14_000),
        ];
        // Validation is switched on between these and those.
        let after = [(&late, 7, 60_000), (&late, 8, 60_500), (&late, 9, 70_000), (&late, 10, 80_000)];
        for (at, (trail, number, delivered)) in before.into_iter().chain(after).enumerate() {
            if at == before.len() {
                trails::update(&mut tx, &with_topic("late", true)).await.expect("changed");
                trail_periods::begin(&mut tx, &late, Millis(50_000)).await.expect("begun");
            }
            let file = trail_files::plan(&mut tx, &plan(trail, number)).await.expect("planned");
            deliver(&mut tx, &file, delivered).await.expect("delivered");
            files.push(file);
        }
        trail_files::plan(&mut tx, &plan(&plain, 11)).await.expect("planned");
        for covered in [(Millis(50_000), Millis(61_000)), (Millis(80_000), Millis(100_000))] {
            trail_coverage::cover(&mut tx, &late, "us-east-1", covered).await.expect("covered");
        }
        let forget = async |tx: &mut Tx| trail_files::forget(tx, Millis(100_000)).await.expect("answers");
        assert_eq!(forget(&mut tx).await, 0, "all are yet to be told");
        let (late_told, told): (Vec<&TrailFile>, Vec<&TrailFile>) =
            files.iter().partition(|file| [2, 5, 8].contains(&file.first_number));
        for file in told {
            assert!(trail_files::told(&mut tx, file).await.expect("answers"));
        }
        assert_eq!(forget(&mut tx).await, 3);
        assert_eq!(known(&mut tx, &files).await, [2, 3, 5, 6, 8, 9, 10]);
        for file in late_told {
            assert!(trail_files::told(&mut tx, file).await.expect("answers"));
        }
        assert_eq!(forget(&mut tx).await, 3);
        assert_eq!(known(&mut tx, &files).await, [3, 6, 9, 10]);

        // Off and on again: digests of the first time are yet to be made, until its end is known.
        trail_periods::end(&mut tx, &late, Millis(90_000), false).await.expect("ended");
        trail_periods::begin(&mut tx, &late, Millis(95_000)).await.expect("begun");
        assert_eq!(forget(&mut tx).await, 0);
        trail_periods::forget(&mut tx, &late, 2).await.expect("forgotten");
        assert_eq!(forget(&mut tx).await, 1);
        assert_eq!(known(&mut tx, &files).await, [3, 6, 10]);

        // Off for good: of no digest any more.
        trails::update(&mut tx, &with_topic("waits", false)).await.expect("changed");
        assert_eq!(forget(&mut tx).await, 1);
        assert_eq!(known(&mut tx, &files).await, [3, 10], "one is too young, and the digest of the other");
        assert_eq!(trail_files::planned(&mut tx, "one", 10).await.expect("answers").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn keys_are_found_by_the_time_that_they_signed() {
    on_each(|store| async move {
        let old = MasterKeys::new(MasterKey::new(&[1; 32]), vec![]);
        let key = |name: &str, from, until| TrailKey {
            fingerprint: name.to_string(),
            public_key: format!("public {name}"),
            valid_from: Millis(from),
            valid_until: Millis(until),
        };
        let mut tx = store.write().await.expect("begins");
        for (key, nonce) in [(key("a", 10, 20), [1; 12]), (key("b", 15, 30), [2; 12])] {
            let private = format!("private {}", key.fingerprint);
            trail_keys::create(&mut tx, &old, &key, private.as_bytes(), nonce).await.expect("kept");
        }
        for (now, found) in [(9, None), (10, Some("a")), (15, Some("b")), (29, Some("b")), (30, None)] {
            let current = trail_keys::current(&mut tx, Millis(now)).await.expect("answers");
            assert_eq!(current.map(|key| key.fingerprint).as_deref(), found, "{now}");
        }
        for (start, end, found) in
            [(0, 9, &[][..]), (0, 10, &["a"]), (19, 19, &["a", "b"]), (20, 99, &["b"]), (30, 99, &[])]
        {
            let between = trail_keys::between(&mut tx, Millis(start), Millis(end)).await.expect("answers");
            let names: Vec<&str> = between.iter().map(|key| key.fingerprint.as_str()).collect();
            assert_eq!(names, found, "{start} to {end}");
        }
        let both = MasterKeys::new(MasterKey::new(&[2; 32]), vec![MasterKey::new(&[1; 32])]);
        let new = MasterKeys::new(MasterKey::new(&[2; 32]), vec![]);
        let sealed = trail_keys::private_key(&mut tx, &new, "a").await;
        assert_eq!(sealed.expect_err("another key sealed it").kind, Kind::Corrupt);
        let mut count = 9;
        let mut nonce = || {
            count += 1;
            [count; 12]
        };
        assert_eq!(trail_keys::reseal(&mut tx, &both, &mut nonce).await.expect("resealed"), 2);
        assert_eq!(trail_keys::reseal(&mut tx, &both, &mut nonce).await.expect("already"), 0);
        assert_eq!(trail_keys::private_key(&mut tx, &new, "b").await.expect("unseals"), b"private b");
        let missing = trail_keys::private_key(&mut tx, &new, "c").await;
        assert_eq!(missing.expect_err("no such key").kind, Kind::NotFound);
        let again = trail_keys::create(&mut tx, &new, &key("a", 1, 2), b"", [9; 12]).await;
        assert_eq!(again.expect_err("it is there").kind, Kind::Conflict);
    })
    .await;
}
