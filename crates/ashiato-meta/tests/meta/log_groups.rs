//! Log groups, their streams and metric filters.

use ashiato_meta::log_groups::LogGroup;
use ashiato_meta::metric_filters::MetricFilter;
use ashiato_meta::{Kind, Millis, log_groups, log_streams, metric_filters};

use crate::backend::on_each;
use crate::queries::place;

fn group(id: &str, name: &str) -> LogGroup {
    LogGroup {
        id: id.into(),
        place: place(),
        name: name.into(),
        class: "STANDARD".into(),
        retention_days: None,
        is_protected: 0,
        created: Millis(1),
    }
}

#[tokio::test]
async fn streams_are_numbered_and_no_number_comes_twice() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        log_groups::create(&mut tx, &group("g1", "trail")).await.expect("a group");
        for (name, number) in [("b", 0), ("a", 1), ("c", 2)] {
            assert_eq!(log_streams::create(&mut tx, "g1", name, Millis(2)).await.expect("a stream"), number);
        }
        log_streams::delete(&mut tx, "g1", "c").await.expect("gone");
        assert_eq!(log_streams::create(&mut tx, "g1", "c", Millis(3)).await.expect("anew"), 3);
        let none = log_streams::create(&mut tx, "g2", "a", Millis(2)).await.expect_err("no such group");
        assert_eq!(none.kind, Kind::NotFound);
        tx.commit().await.expect("commits");

        let mut tx = store.read().await.expect("begins");
        let first = log_streams::list(&mut tx, "g1", None, 2).await.expect("a page");
        let names = |rows: &[log_streams::LogStream]| rows.iter().map(|row| row.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&first.rows), ["a", "b"]);
        let second = log_streams::list(&mut tx, "g1", first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((names(&second.rows), second.next), (vec!["c".to_string()], None));
        assert_eq!(log_streams::all(&mut tx, "g1").await.expect("all").len(), 3);
        drop(tx);

        let mut tx = store.write().await.expect("begins");
        let taken = log_streams::create(&mut tx, "g1", "a", Millis(2)).await.expect_err("taken");
        assert_eq!(taken.kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn a_group_goes_with_what_belongs_to_it() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        log_groups::create(&mut tx, &group("g1", "trail")).await.expect("a group");
        log_groups::create(&mut tx, &group("g2", "other")).await.expect("a group");
        log_groups::set_retention(&mut tx, &place(), "trail", Some(7)).await.expect("set");
        log_streams::create(&mut tx, "g1", "a", Millis(2)).await.expect("a stream");
        let filter = |pattern: &str| MetricFilter {
            group_id: "g1".into(),
            name: "f".into(),
            pattern: pattern.into(),
            transformation: "{}".into(),
            created: Millis(3),
        };
        metric_filters::put(&mut tx, &filter("one")).await.expect("stored");
        metric_filters::put(&mut tx, &filter("two")).await.expect("stored in its place");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        assert_eq!(log_groups::get(&mut tx, &place(), "trail").await.expect("there").retention_days, Some(7));
        assert_eq!(metric_filters::of_place(&mut tx, &place()).await.expect("all"), [("trail".into(), filter("two"))]);
        let names = log_groups::list(&mut tx, &place(), None, 10).await.expect("a page").rows;
        assert_eq!(names.iter().map(|group| group.name.as_str()).collect::<Vec<_>>(), ["other", "trail"]);
        assert_eq!(log_groups::list_all(&mut tx, Some("g1"), 10).await.expect("a page").rows, [group("g2", "other")]);
        log_groups::delete(&mut tx, "g1").await.expect("gone");
        log_groups::create(&mut tx, &group("g3", "trail")).await.expect("made anew");
        assert_eq!(log_streams::all(&mut tx, "g3").await.expect("none"), []);
        let missing = metric_filters::delete(&mut tx, "g3", "f").await.expect_err("gone with its group");
        assert_eq!(missing.kind, Kind::NotFound);
        tx.commit().await.expect("commits");
    })
    .await;
}
