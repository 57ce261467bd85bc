//! Metrics and their points.

use ashiato_meta::metric_points::Point;
use ashiato_meta::metrics::{Metric, Wanted};
use ashiato_meta::{Millis, Place, counts, metric_points, metrics};

use crate::backend::on_each;
use crate::queries::place;

const MINUTE: i64 = 60_000;

fn metric(id: &str, name: &str, newest: i64) -> Metric {
    Metric { id: id.into(), place: place(), namespace: "n".into(), name: name.into(), dimensions: "[]".into(), newest }
}

fn point(begins: i64, value: f64) -> Point {
    Point {
        begins,
        unit: "None".into(),
        samples: 1.0,
        total: value,
        least: value,
        most: value,
        fallback: None,
        changed: Millis(begins),
    }
}

#[tokio::test]
async fn a_metric_is_made_once() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        let ensured = metrics::ensure(&mut tx, &metric("m1", "a", 5)).await.expect("made");
        assert_eq!(ensured, ("m1".to_string(), true));
        for (newest, expected) in [(9, 9), (7, 9)] {
            let ensured = metrics::ensure(&mut tx, &metric("m2", "a", newest)).await.expect("found");
            assert_eq!(ensured, ("m1".to_string(), false));
            let found = metrics::find(&mut tx, &place(), ("n", "a", "[]")).await.expect("answers").expect("there");
            assert_eq!((found.id.as_str(), found.newest), ("m1", expected));
        }
        let others = Metric { dimensions: "[[\"d\",\"1\"]]".into(), ..metric("m3", "a", 1) };
        assert!(metrics::ensure(&mut tx, &others).await.expect("made").1);
        metrics::ensure(&mut tx, &Metric { namespace: "o".into(), ..metric("m4", "b", 3) }).await.expect("made");
        assert_eq!(counts::metrics(&mut tx, &place()).await.expect("counted"), 3);
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let wanted = |namespace, name, since| Wanted { namespace, name, since };
        for (wanted, expected) in [
            (wanted(None, None, 0), vec!["m1", "m3", "m4"]),
            (wanted(Some("n"), None, 0), vec!["m1", "m3"]),
            (wanted(None, Some("b"), 0), vec!["m4"]),
            (wanted(None, None, 3), vec!["m1", "m4"]),
        ] {
            let page = metrics::list(&mut tx, &place(), wanted, None, 9).await.expect("a page");
            assert_eq!(page.rows.iter().map(|metric| metric.id.as_str()).collect::<Vec<_>>(), expected);
        }
        let first = metrics::list(&mut tx, &place(), wanted(None, None, 0), None, 2).await.expect("a page");
        let after = first.next.as_deref();
        let second = metrics::list(&mut tx, &place(), wanted(None, None, 0), after, 2).await.expect("a page");
        assert_eq!((first.rows.len(), second.rows.len(), second.next), (2, 1, None));
        let elsewhere = Place::new(&crate::identity::account(), "elsewhere");
        assert_eq!(metrics::find(&mut tx, &elsewhere, ("n", "a", "[]")).await.expect("answers"), None);
        assert_eq!(metrics::forget(&mut tx, 3).await.expect("forgotten"), 1);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn points_add_up() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        let empty = Point { samples: 0.0, total: 0.0, least: 0.0, most: 0.0, fallback: Some(0.5), ..point(0, 0.0) };
        let late = Point { changed: Millis(77), ..point(0, 7.0) };
        for more in [empty, point(0, 1.5), late, point(0, -2.0), point(MINUTE, 4.0)] {
            metric_points::add(&mut tx, "m", &more).await.expect("added");
        }
        let bytes = Point { unit: "Bytes".into(), ..point(0, 9.0) };
        metric_points::add(&mut tx, "m", &bytes).await.expect("added");
        metric_points::add(&mut tx, "other", &point(0, 100.0)).await.expect("added");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let told = metric_points::between(&mut tx, "m", (0, MINUTE + 1)).await.expect("told");
        let first = Point {
            samples: 3.0,
            total: 6.5,
            least: -2.0,
            most: 7.0,
            fallback: Some(0.5),
            changed: Millis(77),
            ..point(0, 0.0)
        };
        assert_eq!(told, [bytes, first, point(MINUTE, 4.0)]);
        assert_eq!(metric_points::between(&mut tx, "m", (1, MINUTE)).await.expect("told"), []);
        assert_eq!(metric_points::forget(&mut tx, MINUTE).await.expect("forgotten"), 3);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn old_points_are_put_together() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        let fallback =
            Point { samples: 0.0, total: 0.0, least: 0.0, most: 0.0, fallback: Some(1.0), ..point(1000, 0.0) };
        let second = [fallback, point(2000, 5.0), point(59_000, 3.0)];
        let minutes = [point(0, 4.0), point(61_000, 2.0), point(120_000, 6.0), point(121_000, 8.0)];
        for more in second.iter().chain(&minutes) {
            metric_points::add(&mut tx, "m", more).await.expect("added");
        }
        let bytes = Point { unit: "Bytes".into(), ..point(30_000, 1.0) };
        metric_points::add(&mut tx, "m", &bytes).await.expect("added");
        // What begins at the end, and what is aligned, stay as they are.
        assert_eq!(metric_points::widen(&mut tx, MINUTE, 120_000).await.expect("put together"), 5);
        assert_eq!(metric_points::widen(&mut tx, MINUTE, 120_000).await.expect("nothing more"), 0);
        tx.commit().await.expect("commits");

        let mut tx = store.read().await.expect("begins");
        let told = metric_points::between(&mut tx, "m", (0, i64::MAX)).await.expect("told");
        let shown: Vec<_> = told
            .iter()
            .map(|point| (point.begins, point.unit.as_str(), point.samples, point.total, point.least, point.most))
            .collect();
        assert_eq!(
            shown,
            [
                (0, "Bytes", 1.0, 1.0, 1.0, 1.0),
                (0, "None", 3.0, 12.0, 3.0, 5.0),
                (MINUTE, "None", 1.0, 2.0, 2.0, 2.0),
                (120_000, "None", 1.0, 6.0, 6.0, 6.0),
                (121_000, "None", 1.0, 8.0, 8.0, 8.0),
            ]
        );
        assert_eq!((told[1].fallback, told[1].changed), (Some(1.0), Millis(59_000)));
    })
    .await;
}
