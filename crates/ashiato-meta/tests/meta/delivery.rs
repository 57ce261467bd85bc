//! What a delivery of trails does with the state: files planned with their reader's offset, delivered, covered by digests.

use ashiato_meta::trail_digests::TrailDigest;
use ashiato_meta::trail_files::{Contents, Plan, State};
use ashiato_meta::trail_log_readers::LogReader;
use ashiato_meta::trails::Trail;
use ashiato_meta::{
    Kind, Millis, Store, Tx, consumer_offsets, trail_coverage, trail_digests, trail_files, trail_log_readers,
    trail_periods, trails,
};

use crate::backend::on_each;
use crate::identity::account;
use crate::trails::with_trail;

const READER: &str = "trails";

fn plan(trail: &str, first: i64, key: &str) -> Plan {
    Plan {
        trail: trail.to_string(),
        server: "one".to_string(),
        region: "us-east-1".to_string(),
        account: account(),
        first_number: first,
        last_number: first + 9,
        bucket: "logs".to_string(),
        object_key: key.to_string(),
        is_of_deliveries: false,
    }
}

fn contents(number: i64) -> Contents {
    Contents { sha256: format!("hash {number}"), oldest: Millis(number), newest: Millis(number + 1) }
}

/// Plans a file and moves on past its records, as a delivery does; `false` where it has done so already.
async fn plan_and_advance(store: &Store, file: &Plan) -> bool {
    let mut tx = store.write().await.expect("begins");
    if !consumer_offsets::advance(&mut tx, READER, file.last_number).await.expect("answers") {
        return false;
    }
    trail_files::plan(&mut tx, file).await.expect("planned");
    tx.commit().await.expect("commits");
    true
}

#[tokio::test]
async fn a_file_is_planned_once_whatever_is_done_again() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        assert!(plan_and_advance(&store, &plan(&trail, 1, "a")).await);
        assert!(!plan_and_advance(&store, &plan(&trail, 1, "b")).await, "the offset is past it");
        assert!(plan_and_advance(&store, &plan(&trail, 11, "c")).await);

        let mut tx = store.write().await.expect("begins");
        assert_eq!(consumer_offsets::get(&mut tx, READER).await.expect("answers"), Some(20));
        assert_eq!(consumer_offsets::get(&mut tx, "nobody").await.expect("answers"), None);
        assert!(consumer_offsets::advance(&mut tx, "history", 5).await.expect("answers"));
        assert!(!consumer_offsets::advance(&mut tx, "history", 5).await.expect("it stays"));
        let offsets = [("history".to_string(), 5), (READER.to_string(), 20)];
        assert_eq!(consumer_offsets::list(&mut tx).await.expect("answers"), offsets);
        consumer_offsets::remove(&mut tx, "history").await.expect("forgotten");
        assert_eq!(consumer_offsets::list(&mut tx).await.expect("answers"), offsets[1..]);

        let again = trail_files::plan(&mut tx, &plan(&trail, 1, "b")).await.expect("it is there");
        assert_eq!((again.object_key.as_str(), again.state), ("a", State::Planned));
        let planned = trail_files::planned(&mut tx, "one", 10).await.expect("answers");
        let keys: Vec<&str> = planned.iter().map(|file| file.object_key.as_str()).collect();
        assert_eq!(keys, ["a", "c"]);
        trail_files::deliver(&mut tx, &planned[0], &contents(1), Millis(100)).await.expect("delivered");
        trail_files::deliver(&mut tx, &planned[0], &contents(2), Millis(200)).await.expect("it was already");
        let delivered = trail_files::plan(&mut tx, &plan(&trail, 1, "a")).await.expect("it is there");
        assert_eq!(delivered.sha256.as_deref(), Some("hash 1"));
        assert_eq!((delivered.delivered, delivered.oldest), (Some(Millis(100)), Some(Millis(1))));
        assert_eq!(trail_files::planned(&mut tx, "one", 10).await.expect("answers"), planned[1..]);
        tx.commit().await.expect("commits");

        // Another server's journal has numbers of its own.
        let mut tx = store.write().await.expect("begins");
        let other = Plan { server: "two".to_string(), ..plan(&trail, 1, "of two") };
        assert_eq!(trail_files::plan(&mut tx, &other).await.expect("planned").object_key, "of two");
        assert_eq!(trail_files::planned(&mut tx, "two", 10).await.expect("answers").len(), 1);
        assert_eq!(trail_files::regions(&mut tx, &trail).await.expect("answers"), ["us-east-1"]);
        tx.commit().await.expect("commits");

        // What the database refuses ends the transaction.
        let mut tx = store.write().await.expect("begins");
        let taken = trail_files::plan(&mut tx, &plan(&trail, 30, "a")).await.expect_err("the key is taken");
        assert_eq!(taken.kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let orphan = trail_files::plan(&mut tx, &plan("none", 30, "x")).await.expect_err("no such trail");
        assert_eq!(orphan.kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_delivered_file_is_told_once_and_forgotten_when_nothing_needs_it() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let deliver = async |tx: &mut Tx, first: i64, at: i64| {
            let file = trail_files::plan(tx, &plan(&trail, first, &format!("key {first}"))).await.expect("planned");
            trail_files::deliver(tx, &file, &contents(first), Millis(at)).await.expect("delivered");
            file
        };
        let untold = async |tx: &mut Tx| {
            let files = trail_files::untold(tx, "one", &trail, 10).await.expect("answers");
            files.into_iter().map(|file| file.first_number).collect::<Vec<_>>()
        };
        let mut tx = store.write().await.expect("begins");
        deliver(&mut tx, 1, 90).await;
        assert_eq!(untold(&mut tx).await, [0; 0], "the trail has no topic");
        let with_topic = Trail { topic_arn: Some("t".to_string()), ..trails::get(&mut tx, &trail).await.expect("it") };
        trails::update(&mut tx, &with_topic).await.expect("updated");
        let second = deliver(&mut tx, 11, 80).await;
        let third = deliver(&mut tx, 21, 70).await;
        assert_eq!(untold(&mut tx).await, [21, 11]);
        assert_eq!(trail_files::untold_trails(&mut tx, "one").await.expect("answers"), std::slice::from_ref(&trail));
        assert_eq!(trail_files::untold_trails(&mut tx, "two").await.expect("answers"), [""; 0]);
        assert!(trail_files::told(&mut tx, &third).await.expect("answers"));
        assert!(!trail_files::told(&mut tx, &third).await.expect("it was told"));
        trail_files::deliver(&mut tx, &third, &contents(21), Millis(99)).await.expect("it was already");
        assert_eq!(untold(&mut tx).await, [11], "delivered again, it is not told again");

        assert_eq!(trail_files::forget(&mut tx, Millis(1000)).await.expect("answers"), 0, "no digest covers them yet");
        trail_coverage::cover(&mut tx, &trail, "us-east-1", (Millis(0), Millis(100))).await.expect("covered");
        assert_eq!(
            trail_files::forget(&mut tx, Millis(100)).await.expect("answers"),
            0,
            "the digest is not old enough"
        );
        assert_eq!(trail_files::forget(&mut tx, Millis(101)).await.expect("answers"), 2, "the untold one stays");
        trail_digests::plan(&mut tx, &digest(&trail, 100)).await.expect("planned");
        trail_files::told(&mut tx, &second).await.expect("answers");
        assert_eq!(trail_files::forget(&mut tx, Millis(101)).await.expect("answers"), 1);
        assert_eq!(trail_files::regions(&mut tx, &trail).await.expect("answers"), ["us-east-1"], "its chain goes on");

        let without_digests = Trail { topic_arn: None, validates_files: false, ..with_topic };
        trails::update(&mut tx, &without_digests).await.expect("updated");
        deliver(&mut tx, 31, 150).await;
        trail_files::plan(&mut tx, &plan(&trail, 41, "planned")).await.expect("planned");
        assert_eq!(trail_files::forget(&mut tx, Millis(150)).await.expect("answers"), 0);
        assert_eq!(trail_files::forget(&mut tx, Millis(151)).await.expect("answers"), 1);
        assert_eq!(trail_files::planned(&mut tx, "one", 10).await.expect("answers").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn each_server_has_its_place_on_the_way_into_a_log_group() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        trail_log_readers::begin(&mut tx, &trail, "one", 5).await.expect("begun");
        trail_log_readers::begin(&mut tx, &trail, "one", 9).await.expect("it stays where it is");
        trail_log_readers::begin(&mut tx, &trail, "two", 7).await.expect("begun");
        let one = LogReader {
            trail: trail.clone(),
            server: "one".to_string(),
            number: 5,
            failing_since: None,
            notice: None,
            noticed: None,
        };
        assert_eq!(trail_log_readers::of_server(&mut tx, "one").await.expect("answers"), std::slice::from_ref(&one));
        assert_eq!(trail_log_readers::notice(&mut tx, &trail).await.expect("answers"), None);
        let moved = LogReader {
            number: 8,
            failing_since: Some(Millis(3)),
            notice: Some("left out".to_string()),
            noticed: Some(Millis(4)),
            ..one
        };
        trail_log_readers::store(&mut tx, &moved).await.expect("stored");
        let earlier = LogReader { server: "two".to_string(), noticed: Some(Millis(2)), ..moved.clone() };
        trail_log_readers::store(&mut tx, &earlier).await.expect("stored");
        assert_eq!(trail_log_readers::of_server(&mut tx, "one").await.expect("answers"), std::slice::from_ref(&moved));
        trail_log_readers::begin(&mut tx, &trail, "one", 9).await.expect("it begins anew where it is");
        let anew = LogReader { failing_since: None, ..moved.clone() };
        assert_eq!(trail_log_readers::of_server(&mut tx, "one").await.expect("answers"), [anew]);
        let notice = trail_log_readers::notice(&mut tx, &trail).await.expect("answers");
        assert_eq!(notice, Some(("left out".to_string(), Millis(4))));
        trails::delete(&mut tx, &trail).await.expect("deleted");
        trail_log_readers::store(&mut tx, &moved).await.expect("it stays gone");
        assert_eq!(trail_log_readers::of_server(&mut tx, "one").await.expect("answers"), []);
        let orphan = trail_log_readers::begin(&mut tx, &trail, "one", 5).await.expect_err("no such trail");
        assert_eq!(orphan.kind, Kind::NotFound);
    })
    .await;
}

fn digest(trail: &str, end: i64) -> TrailDigest {
    TrailDigest {
        trail: trail.to_string(),
        region: "us-east-1".to_string(),
        period_start: Millis(end - 100),
        period_end: Millis(end),
        period: 1,
        bucket: "logs".to_string(),
        object_key: format!("digest {end}"),
        hash: "hash".to_string(),
        signature: format!("signature {end}"),
        is_backfill: end > 200,
        body: Some(format!("body {end}")),
        delivered: None,
    }
}

#[tokio::test]
async fn a_digest_covers_what_was_delivered_before_its_end_and_no_digest_had() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        for (first, key, at) in [(1, "a", 90), (11, "b", 99), (21, "c", 100), (31, "d", 150)] {
            let file = trail_files::plan(&mut tx, &plan(&trail, first, key)).await.expect("planned");
            trail_files::deliver(&mut tx, &file, &contents(first), Millis(at)).await.expect("delivered");
        }
        trail_files::plan(&mut tx, &plan(&trail, 41, "e")).await.expect("planned");
        let elsewhere = Plan { region: "eu-west-1".to_string(), ..plan(&trail, 51, "f") };
        let elsewhere = trail_files::plan(&mut tx, &elsewhere).await.expect("planned");
        trail_files::deliver(&mut tx, &elsewhere, &contents(51), Millis(1)).await.expect("delivered");

        for (end, covers) in [(100, &["a", "b"][..]), (200, &["c", "d"]), (300, &[])] {
            let uncovered = trail_coverage::uncovered(&mut tx, &trail, "us-east-1", (Millis(0), Millis(end)))
                .await
                .expect("answers");
            let keys: Vec<&str> = uncovered.iter().map(|file| file.object_key.as_str()).collect();
            assert_eq!(keys, covers, "{end}");
            let count =
                trail_coverage::cover(&mut tx, &trail, "us-east-1", (Millis(0), Millis(end))).await.expect("covered");
            assert_eq!(count, covers.len() as u64);
            let covered = trail_coverage::covered(&mut tx, &trail, "us-east-1", Millis(end)).await.expect("answers");
            let keys: Vec<&str> = covered.iter().map(|file| file.object_key.as_str()).collect();
            assert_eq!(keys, covers, "{end}");
            let last = trail_digests::last(&mut tx, &trail, "us-east-1", 1).await.expect("answers");
            assert_eq!(last.map(|last| last.period_end.0), (end > 100).then_some(end - 100));
            trail_digests::plan(&mut tx, &digest(&trail, end)).await.expect("planned");
        }
        assert_eq!(trail_files::forget(&mut tx, Millis(200)).await.expect("forgotten"), 2);
        assert!(trail_digests::last(&mut tx, &trail, "eu-west-1", 1).await.expect("answers").is_none());
    })
    .await;
}

#[tokio::test]
async fn a_digest_is_planned_and_delivered_once() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        let first = trail_digests::plan(&mut tx, &digest(&trail, 200)).await.expect("planned");
        assert_eq!(first, digest(&trail, 200));
        let other = TrailDigest { signature: "other".to_string(), ..digest(&trail, 200) };
        assert_eq!(trail_digests::plan(&mut tx, &other).await.expect("it is there"), first);
        trail_digests::plan(&mut tx, &digest(&trail, 300)).await.expect("planned");
        let planned = trail_digests::planned(&mut tx, (&trail, "logs"), 10).await.expect("answers");
        assert_eq!(planned, [digest(&trail, 200), digest(&trail, 300)]);
        trail_digests::deliver(&mut tx, &planned[0], Millis(7)).await.expect("delivered");
        trail_digests::deliver(&mut tx, &planned[0], Millis(8)).await.expect("it was already");
        let kept = trail_digests::plan(&mut tx, &first).await.expect("it is there");
        assert_eq!(kept, TrailDigest { delivered: Some(Millis(7)), body: None, ..first });
        assert_eq!(trail_digests::planned(&mut tx, (&trail, "logs"), 10).await.expect("answers"), planned[1..]);

        trails::delete(&mut tx, &trail).await.expect("gone, and all that is its");
        assert!(trail_digests::planned(&mut tx, (&trail, "logs"), 10).await.expect("answers").is_empty());
        let gone = trail_digests::deliver(&mut tx, &planned[1], Millis(9)).await;
        assert_eq!(gone.expect_err("gone with its trail").kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn each_trail_and_bucket_is_a_lane_of_its_own() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        let other = ashiato_meta::trails::Trail {
            name: "more".to_string(),
            arn: "more".to_string(),
            ..trails::get(&mut tx, &trail).await.expect("there")
        };
        trails::create(&mut tx, &other).await.expect("made");
        assert!(trail_files::lanes(&mut tx, "one").await.expect("answers").is_empty());
        for first in 0..300 {
            trail_files::plan(&mut tx, &plan(&trail, first * 10 + 1, &format!("k{first}"))).await.expect("planned");
        }
        let moved = Plan { bucket: "moved".to_string(), ..plan(&trail, 5001, "m") };
        let others = Plan { trail: "more".to_string(), ..plan(&trail, 1, "o") };
        let foreign = Plan { server: "two".to_string(), bucket: "foreign".to_string(), ..plan(&trail, 1, "f") };
        for file in [&moved, &others, &foreign] {
            trail_files::plan(&mut tx, file).await.expect("planned");
        }
        let lane = |trail: &str, bucket: &str| (trail.to_string(), bucket.to_string());
        let lanes = trail_files::lanes(&mut tx, "one").await.expect("answers");
        assert_eq!(lanes, [lane(&trail, "logs"), lane(&trail, "moved"), lane("more", "logs")]);
        let first = trail_files::planned_for(&mut tx, "one", (&trail, "logs"), 0, 2).await.expect("answers");
        assert_eq!(first.iter().map(|file| file.first_number).collect::<Vec<_>>(), [1, 11]);
        let rest = trail_files::planned_for(&mut tx, "one", (&trail, "logs"), 2981, 2).await.expect("answers");
        assert_eq!(rest.iter().map(|file| file.first_number).collect::<Vec<_>>(), [2991]);
        let gone = trail_files::planned_for(&mut tx, "one", (&trail, "moved"), 0, 2).await.expect("answers");
        trail_files::abandon(&mut tx, &gone[0]).await.expect("forgotten");
        assert_eq!(trail_files::lanes(&mut tx, "one").await.expect("answers").len(), 2);

        trail_digests::plan(&mut tx, &digest(&trail, 200)).await.expect("planned");
        let moved = TrailDigest { bucket: "moved".to_string(), ..digest(&trail, 300) };
        trail_digests::plan(&mut tx, &moved).await.expect("planned");
        let lanes = trail_digests::lanes(&mut tx).await.expect("answers");
        assert_eq!(lanes, [lane(&trail, "logs"), lane(&trail, "moved")]);
        assert!(trail_digests::is_taken(&mut tx, &trail, "us-east-1", Millis(300)).await.expect("answers"));
        assert!(!trail_digests::is_taken(&mut tx, &trail, "us-east-1", Millis(301)).await.expect("answers"));
    })
    .await;
}

#[tokio::test]
async fn a_delivery_is_dated_after_the_digests_that_are_made() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        trail_periods::begin(&mut tx, &trail, Millis(1_500)).await.expect("begun");
        trail_periods::begin(&mut tx, &trail, Millis(9_000)).await.expect("it goes on");
        assert_eq!(trail_periods::floor(&mut tx, &trail).await.expect("answers"), Some(Millis(1_000)));
        let of = TrailDigest { period_end: Millis(60_000), ..digest(&trail, 100) };
        trail_digests::plan(&mut tx, &of).await.expect("planned");
        let file = trail_files::plan(&mut tx, &plan(&trail, 1, "a")).await.expect("planned");
        // The clock has been set back since.
        trail_files::deliver(&mut tx, &file, &contents(1), Millis(2_000)).await.expect("delivered");
        let (from, before) = (Millis(60_000), Millis(60_001));
        let uncovered = trail_coverage::uncovered(&mut tx, &trail, "us-east-1", (from, before)).await.expect("answers");
        assert_eq!(uncovered.len(), 1);
        assert_eq!(uncovered[0].delivered, Some(Millis(60_000)));
        let first = trail_coverage::first_uncovered(&mut tx, &trail, "us-east-1", (Millis(0), None)).await;
        assert_eq!(first.expect("answers"), Some(Millis(60_000)));
        assert!(
            trail_coverage::has_rest(&mut tx, &trail, Millis(60_000), Some(Millis(60_001))).await.expect("answers")
        );
        trail_coverage::cover(&mut tx, &trail, "us-east-1", (from, before)).await.expect("covered");
        assert!(!trail_coverage::has_rest(&mut tx, &trail, Millis(0), None).await.expect("answers"));
        trail_files::plan(&mut tx, &plan(&trail, 11, "b")).await.expect("planned");
        assert!(trail_coverage::has_rest(&mut tx, &trail, Millis(0), None).await.expect("answers"));
        assert!(!trail_coverage::has_rest(&mut tx, &trail, Millis(0), Some(Millis(9_999_999))).await.expect("answers"));
    })
    .await;
}

#[tokio::test]
async fn periods_follow_each_other_whatever_the_clock_says() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        let days = |number: i64| Millis(number * 24 * 3_600_000);
        trail_periods::begin(&mut tx, &trail, days(100)).await.expect("begun");
        trail_periods::end(&mut tx, &trail, days(99), true).await.expect("ended");
        trail_periods::end(&mut tx, &trail, days(105), false).await.expect("it has ended");
        let list = trail_periods::list(&mut tx, &trail).await.expect("answers");
        let shown = |list: &[trail_periods::Period]| -> Vec<(i64, Millis, Option<Millis>, bool)> {
            list.iter().map(|period| (period.number, period.began, period.ended, period.covers_rest)).collect()
        };
        assert_eq!(shown(&list), [(1, days(100), Some(days(100)), true)]);
        // A little behind: not before what is known. Far behind: the clock is believed.
        trail_periods::begin(&mut tx, &trail, days(98)).await.expect("begun");
        trail_periods::end(&mut tx, &trail, days(98), false).await.expect("ended");
        let file = trail_files::plan(&mut tx, &plan(&trail, 1, "a")).await.expect("planned");
        trail_files::deliver(&mut tx, &file, &contents(1), days(110)).await.expect("delivered");
        trail_periods::begin(&mut tx, &trail, days(50)).await.expect("begun");
        let list = trail_periods::list(&mut tx, &trail).await.expect("answers");
        assert_eq!(shown(&list)[1..], [(2, days(100), Some(days(100)), false), (3, days(50), None, false)]);
        let first = trail_coverage::first_uncovered(&mut tx, &trail, "us-east-1", (Millis(0), None)).await;
        assert_eq!(first.expect("answers"), Some(days(50)), "what was delivered counts from now on");
        trail_periods::interrupt(&mut tx, &trail, days(51), days(60)).await.expect("interrupted");
        trail_periods::forget(&mut tx, &trail, 3).await.expect("forgotten");
        let list = trail_periods::list(&mut tx, &trail).await.expect("answers");
        assert_eq!(shown(&list), [(3, days(50), Some(days(51)), true), (4, days(60), None, false)]);
    })
    .await;
}

/// Two servers of one state: each makes the digest of the same hour while files are delivered, and each file is covered by
/// the one digest that lists it.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_file_is_in_one_digest_whoever_makes_it() {
    on_each(|store| async move {
        let trail = with_trail(&store).await;
        let mut tx = store.write().await.expect("begins");
        trail_periods::begin(&mut tx, &trail, Millis(0)).await.expect("begun");
        for first in 0..200 {
            trail_files::plan(&mut tx, &plan(&trail, first * 10 + 1, &format!("k{first}"))).await.expect("planned");
        }
        tx.commit().await.expect("commits");
        let files = trail_files::planned(&mut store.read().await.expect("begins"), "one", 1000).await.expect("answers");
        // Each thinks that it is some moment of the same few hours.
        let deliver = async |files: Vec<ashiato_meta::trail_files::TrailFile>, store: Store| {
            for (at, file) in files.iter().enumerate() {
                let mut tx = store.write().await.expect("begins");
                trails::hold(&mut tx, &file.trail).await.expect("held");
                trail_files::deliver(&mut tx, file, &contents(1), Millis(at as i64 * 7 % 500)).await.expect("noted");
                tx.commit().await.expect("commits");
            }
        };
        let digests = async |store: Store, trail: String| {
            let mut listed = Vec::new();
            for _ in 0..60 {
                let mut tx = store.write().await.expect("begins");
                trails::hold(&mut tx, &trail).await.expect("held");
                let last = trail_digests::last(&mut tx, &trail, "us-east-1", 1).await.expect("answers");
                let start = last.map_or(Millis(0), |last| last.period_end);
                let end = Millis(start.0 + 5);
                let files =
                    trail_coverage::uncovered(&mut tx, &trail, "us-east-1", (start, end)).await.expect("answers");
                let of = TrailDigest { period_start: start, period_end: end, ..digest(&trail, end.0) };
                trail_digests::plan(&mut tx, &of).await.expect("planned");
                trail_coverage::cover(&mut tx, &trail, "us-east-1", (start, end)).await.expect("covered");
                tx.commit().await.expect("commits");
                listed.extend(files.into_iter().map(|file| (file.object_key, end)));
            }
            listed
        };
        let (early, late) = files.split_at(100);
        let spawned = [early, late].map(|files| tokio::spawn(deliver(files.to_vec(), store.clone())));
        let makers = [0, 1].map(|_| tokio::spawn(digests(store.clone(), trail.clone())));
        let mut listed = Vec::new();
        for maker in makers {
            listed.extend(maker.await.expect("it ends"));
        }
        for delivery in spawned {
            delivery.await.expect("it ends");
        }
        let mut tx = store.read().await.expect("begins");
        let mut covered = Vec::new();
        for end in 1..=1000 {
            let files = trail_coverage::covered(&mut tx, &trail, "us-east-1", Millis(end)).await.expect("answers");
            covered.extend(files.into_iter().map(|file| (file.object_key, Millis(end))));
        }
        listed.sort();
        covered.sort();
        assert_eq!(listed, covered, "what digests list is what they are said to cover");
        let rest = trail_coverage::uncovered(&mut tx, &trail, "us-east-1", (Millis(0), Millis(i64::MAX))).await;
        assert_eq!(covered.len() + rest.expect("answers").len(), 200, "none is lost");
        let ends = trail_digests::planned(&mut tx, (&trail, "logs"), 1000).await.expect("answers");
        assert_eq!(ends.len(), 120, "no digest is made twice");
    })
    .await;
}
