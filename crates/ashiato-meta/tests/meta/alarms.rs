//! Alarms and what happened to them.

use ashiato_meta::alarm_history::{self, Item, Wanted};
use ashiato_meta::alarms::{self, Alarm};
use ashiato_meta::{Kind, Millis, Place, counts};

use crate::backend::on_each;
use crate::queries::place;

fn alarm(name: &str, metric: &str) -> Alarm {
    Alarm {
        place: place(),
        name: name.into(),
        namespace: "n".into(),
        metric: metric.into(),
        definition: "{}".into(),
        acts: 1,
        state: "OK".into(),
        reason: "r".into(),
        reason_data: None,
        updated: Millis(1),
        transitioned: Millis(2),
        configured: Millis(3),
        looked: Millis(4),
        version: 1,
    }
}

#[tokio::test]
async fn an_alarm_is_changed_by_who_has_read_it_last() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (name, metric) in [("a", "m"), ("c", "m"), ("b", "other")] {
            alarms::create(&mut tx, &alarm(name, metric)).await.expect("made");
        }
        let elsewhere = Place::new(&crate::identity::account(), "elsewhere");
        alarms::create(&mut tx, &Alarm { place: elsewhere.clone(), ..alarm("a", "m") }).await.expect("made");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let first = alarms::get(&mut tx, &place(), "a").await.expect("there");
        assert_eq!(first, alarm("a", "m"));
        let changed =
            Alarm { state: "ALARM".into(), reason_data: Some("{}".into()), looked: Millis(9), ..first.clone() };
        alarms::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(alarms::get(&mut tx, &place(), "a").await.expect("there"), Alarm { version: 2, ..changed });
        let late = alarms::update(&mut tx, &first).await.expect_err("it has changed meanwhile");
        assert_eq!(late.kind, Kind::Conflict);
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let names = |rows: &[Alarm]| rows.iter().map(|alarm| alarm.name.clone()).collect::<Vec<_>>();
        let page = alarms::list(&mut tx, &place(), None, 2).await.expect("a page");
        assert_eq!((names(&page.rows), page.next.as_deref()), (vec!["a".to_string(), "b".into()], Some("b")));
        assert_eq!(names(&alarms::list(&mut tx, &place(), Some("b"), 2).await.expect("a page").rows), ["c"]);
        let watching = alarms::watching(&mut tx, &place(), "n", "m").await.expect("found");
        assert_eq!(names(&watching), ["a", "c"]);
        assert_eq!(alarms::watching(&mut tx, &place(), "o", "m").await.expect("none"), []);
        let mut all = Vec::new();
        let mut after = (String::new(), String::new());
        loop {
            let rows = alarms::list_all(&mut tx, (&after.0, &after.1), 3).await.expect("a page");
            let Some(last) = rows.last() else { break };
            after = (last.place.as_str().to_string(), last.name.clone());
            all.extend(names(&rows));
        }
        assert_eq!(all, ["a", "a", "b", "c"]);
        assert_eq!(counts::alarms(&mut tx, &place()).await.expect("counted"), 3);
        alarms::delete(&mut tx, &place(), "a").await.expect("gone");
        assert_eq!(alarms::delete(&mut tx, &place(), "a").await.expect_err("gone").kind, Kind::NotFound);
        alarms::get(&mut tx, &elsewhere, "a").await.expect("another's stays");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let taken = alarms::create(&mut tx, &alarm("b", "m")).await.expect_err("there is one");
        assert_eq!(taken.kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn history_is_told_by_time_and_kind() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (id, name, happened, kind) in
            [("1", "a", 10, "A"), ("2", "b", 20, "A"), ("3", "a", 30, "B"), ("4", "a", 30, "A")]
        {
            let item = Item {
                id: id.into(),
                place: place(),
                alarm: name.into(),
                happened: Millis(happened),
                kind: kind.into(),
                summary: "s".into(),
                data: "{}".into(),
            };
            alarm_history::add(&mut tx, &item).await.expect("noted");
        }
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let all = Wanted { alarm: None, kind: None, from: Millis(0), until: Millis(99), is_backward: true };
        let cases = [
            (all, None, vec!["4", "3", "2", "1"]),
            (all, Some("3"), vec!["2", "1"]),
            (Wanted { is_backward: false, ..all }, None, vec!["1", "2", "3", "4"]),
            (Wanted { is_backward: false, ..all }, Some("3"), vec!["4"]),
            (Wanted { alarm: Some("a"), ..all }, None, vec!["4", "3", "1"]),
            (Wanted { kind: Some("A"), ..all }, None, vec!["4", "2", "1"]),
            (Wanted { from: Millis(20), until: Millis(20), ..all }, None, vec!["2"]),
        ];
        for (wanted, after, expected) in cases {
            let rows = alarm_history::list(&mut tx, &place(), wanted, after, 9).await.expect("a list");
            assert_eq!(rows.iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), expected, "{wanted:?} {after:?}");
        }
        assert_eq!(alarm_history::list(&mut tx, &place(), all, None, 2).await.expect("a list").len(), 2);
        assert_eq!(alarm_history::forget(&mut tx, Millis(30)).await.expect("forgotten"), 2);
        tx.commit().await.expect("commits");
    })
    .await;
}
