//! What Athena keeps beside queries: work groups, named queries, prepared statements, data catalogs.

use ashiato_meta::data_catalogs::DataCatalog;
use ashiato_meta::named_queries::NamedQuery;
use ashiato_meta::prepared_statements::PreparedStatement;
use ashiato_meta::work_groups::WorkGroup;
use ashiato_meta::{
    Kind, Millis, NamedQueryId, Place, counts, data_catalogs, named_queries, prepared_statements, work_groups,
};

use crate::backend::on_each;
use crate::identity::account;
use crate::queries::{place, with_work_group};

fn elsewhere() -> Place {
    Place::new(&account(), "eu-west-1")
}

fn work_group(name: &str) -> WorkGroup {
    WorkGroup {
        place: place(),
        name: name.to_string(),
        state: "ENABLED".to_string(),
        description: Some("d".to_string()),
        configuration: "{}".to_string(),
        created: Millis(2),
    }
}

#[tokio::test]
async fn work_groups_are_listed_changed_and_go_with_what_is_theirs() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for name in ["b", "A", "c"] {
            work_groups::create(&mut tx, &work_group(name)).await.expect("a work group");
        }
        let first = work_groups::list(&mut tx, &place(), None, 2).await.expect("a page");
        assert_eq!(first.rows, [work_group("A"), work_group("b")]);
        let second = work_groups::list(&mut tx, &place(), first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![work_group("c")], None));
        assert!(work_groups::list(&mut tx, &elsewhere(), None, 2).await.expect("a page").rows.is_empty());
        let changed =
            WorkGroup { state: "DISABLED".into(), description: None, configuration: "1".into(), ..work_group("b") };
        work_groups::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(work_groups::get(&mut tx, &place(), "b").await.expect("there"), changed);
        let nothing = work_groups::update(&mut tx, &work_group("none")).await;
        assert_eq!(nothing.expect_err("never made").kind, Kind::NotFound);
        named_queries::create(&mut tx, &named_query("n", "b")).await.expect("made");
        prepared_statements::create(&mut tx, &prepared_statement("p", "b")).await.expect("made");
        work_groups::delete_recursively(&mut tx, &place(), "b").await.expect("gone");
        let gone = named_queries::get(&mut tx, &place(), &NamedQueryId("n".into())).await;
        assert_eq!(gone.expect_err("gone with it").kind, Kind::NotFound);
        work_groups::delete(&mut tx, &place(), "c").await.expect("gone");
        let again = work_groups::delete(&mut tx, &place(), "c").await;
        assert_eq!(again.expect_err("gone").kind, Kind::NotFound);
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        assert_eq!(work_groups::create(&mut tx, &work_group("A")).await.expect_err("taken").kind, Kind::Conflict);
    })
    .await;
}

fn named_query(id: &str, work_group: &str) -> NamedQuery {
    NamedQuery {
        place: place(),
        work_group: work_group.to_string(),
        id: NamedQueryId(id.to_string()),
        name: "same".to_string(),
        description: None,
        database_name: "default".to_string(),
        statement: "SELECT 1".to_string(),
    }
}

#[tokio::test]
async fn named_queries_have_their_ids_and_may_share_a_name() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let mut tx = store.write().await.expect("begins");
        for id in ["2", "1", "3"] {
            named_queries::create(&mut tx, &named_query(id, "primary")).await.expect("made");
        }
        let first = named_queries::list(&mut tx, &place(), "primary", None, 2).await.expect("a page");
        assert_eq!(first.rows, [named_query("1", "primary"), named_query("2", "primary")]);
        let second = named_queries::list(&mut tx, &place(), "primary", first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![named_query("3", "primary")], None));
        assert!(named_queries::list(&mut tx, &place(), "other", None, 2).await.expect("a page").rows.is_empty());
        let changed = NamedQuery {
            name: "other".into(),
            description: Some("d".into()),
            database_name: "x".into(),
            statement: "SELECT 2".into(),
            ..named_query("2", "primary")
        };
        named_queries::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(named_queries::get(&mut tx, &place(), &changed.id).await.expect("there"), changed);
        let of_another = named_queries::get(&mut tx, &elsewhere(), &changed.id).await;
        assert_eq!(of_another.expect_err("of another region").kind, Kind::NotFound);
        named_queries::delete(&mut tx, &place(), &changed.id).await.expect("gone");
        for gone in [
            named_queries::delete(&mut tx, &place(), &changed.id).await,
            named_queries::update(&mut tx, &changed).await,
        ] {
            assert_eq!(gone.expect_err("gone").kind, Kind::NotFound);
        }
        tx.commit().await.expect("commits");
        for (refused, kind) in
            [(named_query("1", "primary"), Kind::Conflict), (named_query("4", "none"), Kind::NotFound)]
        {
            let mut tx = store.write().await.expect("begins");
            assert_eq!(named_queries::create(&mut tx, &refused).await.expect_err("refused").kind, kind);
        }
    })
    .await;
}

fn prepared_statement(name: &str, work_group: &str) -> PreparedStatement {
    PreparedStatement {
        place: place(),
        work_group: work_group.to_string(),
        name: name.to_string(),
        statement: "SELECT ?".to_string(),
        description: None,
        modified: Millis(4),
    }
}

#[tokio::test]
async fn prepared_statements_are_made_once_or_put_again() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let mut tx = store.write().await.expect("begins");
        for name in ["b", "a", "c"] {
            prepared_statements::create(&mut tx, &prepared_statement(name, "primary")).await.expect("made");
        }
        let first = prepared_statements::list(&mut tx, &place(), "primary", None, 2).await.expect("a page");
        assert_eq!(first.rows, [prepared_statement("a", "primary"), prepared_statement("b", "primary")]);
        let after = first.next.as_deref();
        let second = prepared_statements::list(&mut tx, &place(), "primary", after, 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![prepared_statement("c", "primary")], None));
        let changed = PreparedStatement {
            statement: "SELECT ?, ?".into(),
            description: Some("d".into()),
            modified: Millis(5),
            ..prepared_statement("a", "primary")
        };
        prepared_statements::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(prepared_statements::get(&mut tx, &place(), "primary", "a").await.expect("there"), changed);
        let put = PreparedStatement { modified: Millis(6), ..changed.clone() };
        prepared_statements::put(&mut tx, &put).await.expect("put in its place");
        assert_eq!(prepared_statements::get(&mut tx, &place(), "primary", "a").await.expect("there"), put);
        prepared_statements::put(&mut tx, &prepared_statement("new", "primary")).await.expect("made");
        prepared_statements::delete(&mut tx, &place(), "primary", "a").await.expect("gone");
        for gone in [
            prepared_statements::delete(&mut tx, &place(), "primary", "a").await,
            prepared_statements::update(&mut tx, &put).await,
        ] {
            assert_eq!(gone.expect_err("gone").kind, Kind::NotFound);
        }
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let taken = prepared_statements::create(&mut tx, &prepared_statement("b", "primary")).await;
        assert_eq!(taken.expect_err("taken").kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let orphan = prepared_statements::put(&mut tx, &prepared_statement("b", "none")).await;
        assert_eq!(orphan.expect_err("no such work group").kind, Kind::NotFound);
    })
    .await;
}

fn data_catalog(name: &str) -> DataCatalog {
    DataCatalog {
        place: place(),
        name: name.to_string(),
        kind: "GLUE".to_string(),
        description: None,
        parameters: "{}".to_string(),
    }
}

#[tokio::test]
async fn data_catalogs_are_those_of_a_place() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for name in ["b", "a", "c"] {
            data_catalogs::create(&mut tx, &data_catalog(name)).await.expect("made");
        }
        let first = data_catalogs::list(&mut tx, &place(), None, 2).await.expect("a page");
        assert_eq!(first.rows, [data_catalog("a"), data_catalog("b")]);
        let second = data_catalogs::list(&mut tx, &place(), first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![data_catalog("c")], None));
        let changed = DataCatalog {
            kind: "HIVE".into(),
            description: Some("d".into()),
            parameters: "1".into(),
            ..data_catalog("a")
        };
        data_catalogs::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(data_catalogs::get(&mut tx, &place(), "a").await.expect("there"), changed);
        assert_eq!(data_catalogs::get(&mut tx, &place(), "A").await.expect("in any case"), changed);
        let taken = data_catalogs::create(&mut tx, &data_catalog("B")).await;
        assert_eq!(taken.expect_err("it is there as b").kind, Kind::Conflict);
        let of_another = data_catalogs::get(&mut tx, &elsewhere(), "a").await;
        assert_eq!(of_another.expect_err("of another region").kind, Kind::NotFound);
        data_catalogs::delete(&mut tx, &place(), "a").await.expect("gone");
        for gone in
            [data_catalogs::delete(&mut tx, &place(), "a").await, data_catalogs::update(&mut tx, &changed).await]
        {
            assert_eq!(gone.expect_err("gone").kind, Kind::NotFound);
        }
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        assert_eq!(data_catalogs::create(&mut tx, &data_catalog("b")).await.expect_err("taken").kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn of_data_catalogs_made_at_once_whose_names_differ_by_case_one_is_there() {
    on_each(|store| async move {
        let make = async |name: String| {
            let mut tx = store.write().await?;
            data_catalogs::create(&mut tx, &data_catalog(&name)).await?;
            tx.commit().await
        };
        for round in 0..20 {
            let (one, two) = tokio::join!(make(format!("Name{round}")), make(format!("nAME{round}")));
            let refused = match (one, two) {
                (Ok(()), Err(refused)) | (Err(refused), Ok(())) => refused,
                both => panic!("round {round}: {both:?}"),
            };
            assert_eq!(refused.kind, Kind::Conflict);
        }
    })
    .await;
}

#[tokio::test]
async fn of_two_that_each_make_one_the_second_counts_both() {
    on_each(|store| async move {
        let make = async |name: String| {
            let mut tx = store.write().await.expect("begins");
            work_groups::create(&mut tx, &work_group(&name)).await.expect("made");
            let there = counts::work_groups(&mut tx, &place()).await.expect("counted");
            tx.commit().await.expect("commits");
            there
        };
        for round in 0..20 {
            let (one, two) = tokio::join!(make(format!("a{round}")), make(format!("b{round}")));
            assert_eq!((one.min(two), one.max(two)), (2 * round + 1, 2 * round + 2));
        }
    })
    .await;
}
