//! Databases, tables and partitions of the catalog.

use ashiato_meta::glue_databases::Database;
use ashiato_meta::glue_partitions::{Of, Partition};
use ashiato_meta::glue_tables::Table;
use ashiato_meta::{Kind, Millis, Place, Store, counts, glue_databases, glue_partitions, glue_tables};

use crate::backend::on_each;
use crate::identity::account;
use crate::queries::place;

async fn with_table(store: &Store) {
    let database = Database { place: place(), name: "d".to_string(), document: "{}".to_string(), created: Millis(1) };
    let table = Table {
        place: place(),
        database_name: "d".to_string(),
        name: "t".to_string(),
        document: "zero".to_string(),
        version: 0,
        created: Millis(1),
        updated: Millis(1),
    };
    let mut tx = store.write().await.expect("begins");
    glue_databases::create(&mut tx, &database).await.expect("a database");
    glue_tables::create(&mut tx, &table).await.expect("a table");
    tx.commit().await.expect("commits");
}

fn partition(values: &[&str]) -> Partition {
    Partition {
        values: values.iter().map(|value| (*value).to_string()).collect(),
        document: "{}".to_string(),
        created: Millis(2),
    }
}

#[tokio::test]
async fn of_two_who_change_a_table_one_is_told() {
    on_each(|store| async move {
        with_table(&store).await;
        let update = async |document: &str, expected: Option<i64>| {
            let mut tx = store.write().await.expect("begins");
            let outcome = glue_tables::update(&mut tx, &place(), "d", "t", document, expected, Millis(3)).await;
            tx.commit().await.expect("commits");
            outcome
        };
        assert_eq!(update("one", Some(0)).await.expect("first"), 1);
        assert_eq!(update("other", Some(0)).await.expect_err("second").kind, Kind::Conflict);
        assert_eq!(update("two", None).await.expect("whatever is there"), 2);
        let mut tx = store.write().await.expect("begins");
        let versions = glue_tables::versions(&mut tx, &place(), "d", "t", None, 2).await.expect("versions");
        let documents: Vec<&str> = versions.rows.iter().map(|row| row.document.as_str()).collect();
        assert_eq!((documents, versions.next.as_deref()), (vec!["two", "one"], Some("1")));
        let newest = glue_tables::delete_version(&mut tx, &place(), "d", "t", 2).await;
        assert_eq!(newest.expect_err("it is the newest").kind, Kind::Conflict);
        glue_tables::delete_version(&mut tx, &place(), "d", "t", 0).await.expect("forgotten");
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let used = glue_databases::delete(&mut tx, &place(), "d").await;
        assert_eq!(used.expect_err("it has a table").kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn a_database_goes_with_all_that_is_in_it() {
    on_each(|store| async move {
        with_table(&store).await;
        let at = place();
        let of = Of { place: &at, database: "d", table: "t" };
        let mut tx = store.write().await.expect("begins");
        glue_partitions::create(&mut tx, of, &[partition(&["1"])]).await.expect("made");
        let other =
            Database { place: place(), name: "d".to_string(), document: "other".to_string(), created: Millis(9) };
        glue_databases::create_if_absent(&mut tx, &other).await.expect("it is there and stays");
        assert_eq!(glue_databases::get(&mut tx, &at, "d").await.expect("there").document, "{}");

        glue_databases::delete_recursively(&mut tx, &at, "d").await.expect("gone");
        assert_eq!(glue_tables::get(&mut tx, &at, "d", "t").await.expect_err("gone").kind, Kind::NotFound);
        let again = glue_databases::delete_recursively(&mut tx, &at, "d").await;
        assert_eq!(again.expect_err("gone").kind, Kind::NotFound);
        glue_databases::create_if_absent(&mut tx, &other).await.expect("made");
        assert_eq!(glue_databases::get(&mut tx, &at, "d").await.expect("there"), other);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn partitions_are_ordered_value_after_value() {
    on_each(|store| async move {
        with_table(&store).await;
        let at = place();
        let of = Of { place: &at, database: "d", table: "t" };
        // `a!` sorts after `a` though `!` is below `/`; control characters are values like others.
        let ordered = [
            partition(&["", "z"]),
            partition(&["\u{0}", "1"]),
            partition(&["a", "1"]),
            partition(&["a", "2\u{1}"]),
            partition(&["a", "é"]),
            partition(&["a\u{2}", "0"]),
            partition(&["a!", "0"]),
        ];
        let mut tx = store.write().await.expect("begins");
        let mut shuffled = ordered.clone();
        shuffled.reverse();
        assert!(glue_partitions::create(&mut tx, of, &shuffled).await.expect("made").is_empty());
        let again = glue_partitions::create(&mut tx, of, &ordered[2..3]).await.expect("there");
        assert_eq!(again, [ordered[2].values.clone()]);

        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let page = glue_partitions::list(&mut tx, of, &[], after.as_deref(), 3).await.expect("a page");
            seen.extend(page.rows);
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, ordered);
        let below = glue_partitions::list(&mut tx, of, &["a".to_string()], None, 9).await.expect("a page");
        assert_eq!(below.rows, ordered[2..5]);

        let missing = partition(&["no", "no"]).values;
        let asked = [missing.clone(), ordered[6].values.clone()];
        assert_eq!(glue_partitions::get(&mut tx, of, &asked).await.expect("found"), ordered[6..]);
        assert_eq!(glue_partitions::delete(&mut tx, of, &asked).await.expect("gone"), [missing]);
        let moved = partition(&["b", "1"]);
        glue_partitions::update(&mut tx, of, &ordered[0].values, &moved).await.expect("moved");
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let taken = glue_partitions::update(&mut tx, of, &moved.values, &ordered[2]).await;
        assert_eq!(taken.expect_err("taken").kind, Kind::Conflict);
        drop(tx);

        let mut tx = store.write().await.expect("begins");
        glue_tables::delete(&mut tx, &at, "d", "t").await.expect("with its partitions");
        let orphan = glue_partitions::create(&mut tx, of, &ordered[..1]).await;
        assert_eq!(orphan.expect_err("no such table").kind, Kind::NotFound);
        drop(tx);
        let mut tx = store.read().await.expect("begins");
        let kept = glue_partitions::list(&mut tx, of, &[], None, 100).await.expect("a page");
        assert_eq!(kept.rows.len(), 6, "a transaction that was dropped changed nothing");
    })
    .await;
}

#[tokio::test]
async fn what_quotas_count_is_that_of_one_place() {
    on_each(|store| async move {
        with_table(&store).await;
        let at = place();
        let of = Of { place: &at, database: "d", table: "t" };
        let mut tx = store.write().await.expect("begins");
        glue_partitions::create(&mut tx, of, &[partition(&["1"]), partition(&["2"])]).await.expect("made");
        glue_tables::update(&mut tx, &at, "d", "t", "one", None, Millis(3)).await.expect("changed");
        let elsewhere = Place::new(&account(), "eu-west-1");
        for (at, expected) in [(&at, [1, 1, 2, 2]), (&elsewhere, [0; 4])] {
            let counted = [
                counts::databases(&mut tx, at).await.expect("databases"),
                counts::tables(&mut tx, at, "d").await.expect("tables"),
                counts::table_versions(&mut tx, at, "d", "t").await.expect("versions"),
                counts::partitions(&mut tx, Of { place: at, ..of }).await.expect("partitions"),
            ];
            assert_eq!(counted, expected, "{at:?}");
            assert_eq!(counts::named_queries(&mut tx, at).await.expect("named queries"), 0);
            assert_eq!(counts::prepared_statements(&mut tx, at, "primary").await.expect("prepared"), 0);
            assert_eq!(counts::work_groups(&mut tx, at).await.expect("work groups"), 0);
        }
    })
    .await;
}
