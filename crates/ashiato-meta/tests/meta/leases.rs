//! Leases of the servers that share a state.

use ashiato_meta::query_executions::State;
use ashiato_meta::{Millis, QueryExecutionId, query_executions, server_leases, servers};

use crate::backend::on_each;
use crate::queries::{place, query, with_work_group};

#[tokio::test]
async fn a_lease_holds_until_it_runs_out_and_is_taken_once() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        server_leases::renew(&mut tx, "b", Millis(10)).await.expect("a lease");
        server_leases::renew(&mut tx, "a", Millis(10)).await.expect("a lease");
        server_leases::renew(&mut tx, "c", Millis(10)).await.expect("a lease");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        assert!(server_leases::expired(&mut tx, Millis(10)).await.expect("answers").is_empty());
        for (server, at, holds) in [("a", 10, true), ("a", 11, false), ("nobody", 0, false)] {
            assert_eq!(
                server_leases::holds(&mut tx, server, Millis(at)).await.expect("answers"),
                holds,
                "{server} {at}"
            );
        }
        server_leases::renew(&mut tx, "c", Millis(20)).await.expect("renewed");
        assert_eq!(server_leases::expired(&mut tx, Millis(11)).await.expect("answers"), ["a", "b"]);
        // One that was found and renewed its lease meanwhile keeps it.
        server_leases::renew(&mut tx, "b", Millis(20)).await.expect("renewed");
        assert!(!server_leases::take(&mut tx, "b", Millis(11)).await.expect("answers"));
        assert!(server_leases::take(&mut tx, "a", Millis(11)).await.expect("answers"));
        assert!(!server_leases::take(&mut tx, "a", Millis(11)).await.expect("answers"), "it was taken");
        server_leases::release(&mut tx, "b").await.expect("given up");
        server_leases::release(&mut tx, "nobody").await.expect("nothing to give up");
        assert_eq!(server_leases::expired(&mut tx, Millis(100)).await.expect("answers"), ["c"]);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn of_many_who_find_a_server_dead_one_ends_its_queries() {
    on_each(|store| async move {
        with_work_group(&store).await;
        let mut tx = store.write().await.expect("begins");
        query_executions::submit(&mut tx, &query("q", 1, None), Millis(0)).await.expect("sent");
        server_leases::renew(&mut tx, "s1", Millis(10)).await.expect("a lease");
        tx.commit().await.expect("commits");
        let finds = async || {
            let mut tx = store.write().await.expect("begins");
            let mut ended = 0;
            for server in server_leases::expired(&mut tx, Millis(11)).await.expect("answers") {
                if server_leases::take(&mut tx, &server, Millis(11)).await.expect("answers") {
                    let failed = query_executions::fail_interrupted(&mut tx, &server, "died", Millis(11)).await;
                    ended += failed.expect("done");
                }
            }
            tx.commit().await.expect("commits");
            ended
        };
        let (one, two, three) = tokio::join!(finds(), finds(), finds());
        assert_eq!(one + two + three, 1);
        let mut tx = store.read().await.expect("begins");
        let ended = query_executions::get(&mut tx, &place(), &QueryExecutionId("q".to_string())).await.expect("there");
        assert_eq!((ended.state, ended.reason.as_deref()), (State::Failed, Some("died")));
    })
    .await;
}

#[tokio::test]
async fn a_name_is_one_data_folders() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        assert_eq!(servers::claim(&mut tx, "a", "first", Millis(1)).await.expect("answers"), None);
        assert_eq!(servers::claim(&mut tx, "a", "first", Millis(2)).await.expect("answers"), None);
        assert_eq!(servers::claim(&mut tx, "b", "second", Millis(2)).await.expect("answers"), None);
        let taken = servers::claim(&mut tx, "a", "second", Millis(3)).await.expect("answers");
        assert_eq!(taken.as_deref(), Some("first"));
        servers::hand_over(&mut tx, "a", "third", Millis(4)).await.expect("handed over");
        assert_eq!(servers::claim(&mut tx, "a", "third", Millis(5)).await.expect("answers"), None);
    })
    .await;
}
