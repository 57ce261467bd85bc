//! What a delivery of trails does with the state: files planned with their reader's offset, delivered, covered by digests.

use ashiato_meta::trail_digests::TrailDigest;
use ashiato_meta::trail_files::{Contents, Plan, State};
use ashiato_meta::{Kind, Millis, Store, consumer_offsets, trail_digests, trail_files, trails};

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

fn digest(trail: &str, end: i64) -> TrailDigest {
    TrailDigest {
        trail: trail.to_string(),
        region: "us-east-1".to_string(),
        period_start: Millis(end - 100),
        period_end: Millis(end),
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
            let uncovered = trail_files::uncovered(&mut tx, &trail, "us-east-1", Millis(end)).await.expect("answers");
            let keys: Vec<&str> = uncovered.iter().map(|file| file.object_key.as_str()).collect();
            assert_eq!(keys, covers, "{end}");
            let count = trail_files::cover(&mut tx, &trail, "us-east-1", Millis(end)).await.expect("covered");
            assert_eq!(count, covers.len() as u64);
            let covered = trail_files::covered(&mut tx, &trail, "us-east-1", Millis(end)).await.expect("answers");
            let keys: Vec<&str> = covered.iter().map(|file| file.object_key.as_str()).collect();
            assert_eq!(keys, covers, "{end}");
            let last = trail_digests::last(&mut tx, &trail, "us-east-1").await.expect("answers");
            assert_eq!(last.map(|last| last.period_end.0), (end > 100).then_some(end - 100));
            trail_digests::plan(&mut tx, &digest(&trail, end)).await.expect("planned");
        }
        assert_eq!(trail_files::forget(&mut tx, Millis(200)).await.expect("forgotten"), 2);
        assert!(trail_digests::last(&mut tx, &trail, "eu-west-1").await.expect("answers").is_none());
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
        let planned = trail_digests::planned(&mut tx, 10).await.expect("answers");
        assert_eq!(planned, [digest(&trail, 200), digest(&trail, 300)]);
        trail_digests::deliver(&mut tx, &planned[0], Millis(7)).await.expect("delivered");
        trail_digests::deliver(&mut tx, &planned[0], Millis(8)).await.expect("it was already");
        let kept = trail_digests::plan(&mut tx, &first).await.expect("it is there");
        assert_eq!(kept, TrailDigest { delivered: Some(Millis(7)), body: None, ..first });
        assert_eq!(trail_digests::planned(&mut tx, 10).await.expect("answers"), planned[1..]);

        trails::delete(&mut tx, &trail).await.expect("gone, and all that is its");
        assert!(trail_digests::planned(&mut tx, 10).await.expect("answers").is_empty());
        let gone = trail_digests::deliver(&mut tx, &planned[1], Millis(9)).await;
        assert_eq!(gone.expect_err("gone with its trail").kind, Kind::NotFound);
    })
    .await;
}
