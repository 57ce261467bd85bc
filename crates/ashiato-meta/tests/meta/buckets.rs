//! Buckets and their settings.

use ashiato_meta::buckets::Bucket;
use ashiato_meta::{AccountId, Kind, Millis, buckets};

use crate::backend::on_each;
use crate::identity::{account, with_account};

fn bucket(name: &str) -> Bucket {
    Bucket { name: name.to_string(), account: account(), region: "eu-north-1".to_string(), created: Millis(3) }
}

#[tokio::test]
async fn buckets_are_listed_in_pages_and_go_with_their_settings() {
    on_each(|store| async move {
        with_account(&store).await;
        let mut tx = store.write().await.expect("begins");
        for name in ["logs", "a-b", "data"] {
            buckets::create(&mut tx, &bucket(name)).await.expect("a bucket");
        }
        buckets::put_configuration(&mut tx, "logs", "policy", "one").await.expect("set");
        buckets::put_configuration(&mut tx, "logs", "policy", "two").await.expect("set again");
        buckets::put_configuration(&mut tx, "data", "policy", "other").await.expect("set");
        tx.commit().await.expect("commits");

        let mut tx = store.read().await.expect("begins");
        assert_eq!(buckets::get(&mut tx, "logs").await.expect("there"), bucket("logs"));
        let first = buckets::list(&mut tx, &account(), None, 2).await.expect("a page");
        assert_eq!(first.rows, [bucket("a-b"), bucket("data")]);
        let second = buckets::list(&mut tx, &account(), first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![bucket("logs")], None));
        let nobody = AccountId::parse("999999999999").expect("12 digits");
        assert!(buckets::list(&mut tx, &nobody, None, 2).await.expect("a page").rows.is_empty());
        let policy = buckets::configuration(&mut tx, "logs", "policy").await.expect("answers");
        assert_eq!(policy.as_deref(), Some("two"));
        assert_eq!(buckets::configuration(&mut tx, "logs", "tagging").await.expect("answers"), None);
        drop(tx);

        let mut tx = store.write().await.expect("begins");
        buckets::delete_configuration(&mut tx, "data", "policy").await.expect("taken away");
        buckets::delete_configuration(&mut tx, "data", "policy").await.expect("nothing to take away");
        assert_eq!(buckets::configuration(&mut tx, "data", "policy").await.expect("answers"), None);
        buckets::delete(&mut tx, "logs").await.expect("gone");
        buckets::create(&mut tx, &bucket("logs")).await.expect("made anew");
        assert_eq!(buckets::configuration(&mut tx, "logs", "policy").await.expect("answers"), None);
        let gone = buckets::delete(&mut tx, "nowhere").await.expect_err("never made");
        assert_eq!(gone.kind, Kind::NotFound);
        tx.commit().await.expect("commits");

        // What the database refuses ends the transaction.
        let mut tx = store.write().await.expect("begins");
        let taken = buckets::create(&mut tx, &bucket("logs")).await.expect_err("taken");
        assert_eq!(taken.kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let of_nobody = buckets::create(&mut tx, &Bucket { account: nobody, ..bucket("new") }).await;
        assert_eq!(of_nobody.expect_err("no such account").kind, Kind::NotFound);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let nowhere = buckets::put_configuration(&mut tx, "nowhere", "policy", "one").await;
        assert_eq!(nowhere.expect_err("no such bucket").kind, Kind::NotFound);
    })
    .await;
}
