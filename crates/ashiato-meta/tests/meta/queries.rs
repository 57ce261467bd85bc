//! Work groups and query executions.

use ashiato_meta::query_executions::{End, QueryExecution, State, Submitted};
use ashiato_meta::work_groups::WorkGroup;
use ashiato_meta::{Kind, Millis, Place, QueryExecutionId, Store, query_executions, work_groups};

use crate::backend::on_each;
use crate::identity::account;

pub(crate) fn place() -> Place {
    Place::new(&account(), "us-east-1")
}

pub(crate) async fn with_work_group(store: &Store) {
    let primary = WorkGroup {
        place: place(),
        name: "primary".to_string(),
        state: "ENABLED".to_string(),
        description: None,
        configuration: "{}".to_string(),
        created: Millis(1),
    };
    let mut tx = store.write().await.expect("begins");
    work_groups::create(&mut tx, &primary).await.expect("a work group");
    tx.commit().await.expect("commits");
}

pub(crate) fn query(id: &str, submitted: i64, token: Option<&str>) -> QueryExecution {
    QueryExecution {
        id: QueryExecutionId(id.to_string()),
        place: place(),
        work_group: "primary".to_string(),
        statement: "SELECT 1".to_string(),
        parameters: "[]".to_string(),
        statement_type: "DML".to_string(),
        database_name: "default".to_string(),
        catalog_name: "AwsDataCatalog".to_string(),
        state: State::Queued,
        reason: None,
        submitted: Millis(submitted),
        started: None,
        completed: None,
        client_token: token.map(str::to_string),
        server: "s1".to_string(),
        submission: "{}".to_string(),
        outcome: None,
    }
}

#[tokio::test]
async fn a_query_goes_one_way_and_ends_once() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let mut tx = store.write().await.expect("begins");
        let q = query("q", 10, None);
        assert_eq!(query_executions::submit(&mut tx, &q, Millis(0)).await.expect("sent"), Submitted::New);
        assert_eq!(query_executions::get(&mut tx, &place(), &q.id).await.expect("there"), q);
        let early = query_executions::finish(&mut tx, &q.id, End::Succeeded, Millis(11), None, None).await;
        assert_eq!(early.expect_err("it does not run").kind, Kind::Conflict);
        assert!(!query_executions::is_running(&mut tx, &q.id).await.expect("answers"));
        query_executions::start(&mut tx, &q.id, Millis(12)).await.expect("starts");
        assert!(query_executions::is_running(&mut tx, &q.id).await.expect("answers"));
        assert_eq!(query_executions::start(&mut tx, &q.id, Millis(13)).await.expect_err("twice").kind, Kind::Conflict);
        query_executions::progress(&mut tx, &q.id, "{1}").await.expect("noted");
        query_executions::finish(&mut tx, &q.id, End::Cancelled, Millis(14), Some("stop"), None).await.expect("ends");
        let late = query_executions::finish(&mut tx, &q.id, End::Succeeded, Millis(15), None, Some("{2}")).await;
        assert_eq!(late.expect_err("it has ended").kind, Kind::Conflict);
        let ended = query_executions::get(&mut tx, &place(), &q.id).await.expect("there");
        assert_eq!(
            (ended.state, ended.completed, ended.started),
            (State::Cancelled, Some(Millis(14)), Some(Millis(12)))
        );
        assert_eq!((ended.reason.as_deref(), ended.outcome.as_deref()), (Some("stop"), Some("{1}")));
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let used = work_groups::delete(&mut tx, &place(), "primary").await;
        assert_eq!(used.expect_err("it has a query").kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        work_groups::delete_recursively(&mut tx, &place(), "primary").await.expect("all of it");
    })
    .await;
}

#[tokio::test]
async fn a_token_makes_one_query_until_it_is_old() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let submit = async |id: &str, at: i64, since: i64| {
            let mut tx = store.write().await.expect("begins");
            let outcome = query_executions::submit(&mut tx, &query(id, at, Some("t")), Millis(since)).await;
            tx.commit().await.expect("commits");
            match outcome.expect("sent") {
                Submitted::New => id.to_string(),
                Submitted::Earlier(earlier) => earlier.id.0,
            }
        };
        assert_eq!(submit("a", 100, 0).await, "a");
        assert_eq!(submit("b", 110, 50).await, "a");
        assert_eq!(submit("c", 200, 150).await, "c", "the token of `a` is too old to count");
        // Sent many times at once, it is still one.
        let (one, two, three) = tokio::join!(submit("x", 210, 150), submit("y", 210, 150), submit("z", 210, 150));
        assert_eq!([one, two, three], ["c", "c", "c"]);

        let mut tx = store.write().await.expect("begins");
        let mut elsewhere = query("e", 1, None);
        elsewhere.work_group = "nowhere".to_string();
        let refused = query_executions::submit(&mut tx, &elsewhere, Millis(0)).await;
        assert_eq!(refused.expect_err("no such work group").kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn queries_are_listed_newest_first_failed_after_a_crash_reused_and_expired() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let mut tx = store.write().await.expect("begins");
        for (id, at) in [("a", 10), ("b", 20), ("c", 20), ("d", 30)] {
            query_executions::submit(&mut tx, &query(id, at, None), Millis(0)).await.expect("sent");
        }
        for id in ["a", "b"] {
            let id = QueryExecutionId(id.to_string());
            query_executions::start(&mut tx, &id, Millis(40)).await.expect("starts");
        }
        let a = QueryExecutionId("a".to_string());
        query_executions::finish(&mut tx, &a, End::Succeeded, Millis(50), None, Some("{}")).await.expect("ends");
        tx.commit().await.expect("commits");

        let mut seen = Vec::new();
        let mut after = None;
        loop {
            let mut tx = store.read().await.expect("begins");
            let page = query_executions::list(&mut tx, &place(), "primary", after.as_deref(), 2).await.expect("a page");
            seen.extend(page.rows.into_iter().map(|query| query.id.0));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, ["d", "c", "b", "a"]);

        let mut tx = store.write().await.expect("begins");
        let bad = query_executions::list(&mut tx, &place(), "primary", Some("?"), 2).await;
        assert_eq!(bad.expect_err("no key").kind, Kind::Invalid);
        assert_eq!(query_executions::fail_interrupted(&mut tx, "s2", "died", Millis(60)).await.expect("done"), 0);
        assert_eq!(query_executions::fail_interrupted(&mut tx, "s1", "died", Millis(60)).await.expect("done"), 3);
        let same = query("new", 100, None);
        let found = query_executions::reusable(&mut tx, &same, Millis(50)).await.expect("looked");
        assert_eq!(found.map(|query| query.id.0).as_deref(), Some("a"));
        assert_eq!(query_executions::reusable(&mut tx, &same, Millis(51)).await.expect("looked"), None);
        let mut other = same.clone();
        other.parameters = "[1]".to_string();
        assert_eq!(query_executions::reusable(&mut tx, &other, Millis(0)).await.expect("looked"), None);
        assert_eq!(query_executions::expire(&mut tx, Millis(51)).await.expect("removed"), 1);
        tx.commit().await.expect("commits");
    })
    .await;
}
