//! Uploads that servers have begun in a store of others.

use ashiato_meta::begun_uploads::{self, BegunUpload};
use ashiato_meta::{Millis, Tx};

use crate::backend::on_each;

fn upload(server: &str, key: &str, begun: i64) -> BegunUpload {
    BegunUpload { bucket: "b".to_string(), key: key.to_string(), server: server.to_string(), begun: Millis(begun) }
}

async fn left(tx: &mut Tx) -> Vec<String> {
    let left = begun_uploads::left(tx, 9).await.expect("answers");
    left.into_iter().map(|upload| format!("{} {}", upload.server, upload.key)).collect()
}

#[tokio::test]
async fn what_a_server_leaves_is_found_and_what_is_under_way_is_not() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (server, key, begun) in [("one", "x", 3), ("one", "y", 2), ("two", "x", 1), ("two", "z", 9)] {
            begun_uploads::begin(&mut tx, &upload(server, key, begun)).await.expect("noted");
        }
        assert!(left(&mut tx).await.is_empty());
        begun_uploads::end(&mut tx, "two", "b", "z").await.expect("it has ended");
        begun_uploads::end(&mut tx, "two", "b", "never begun").await.expect("nothing to forget");
        assert_eq!(begun_uploads::leave_all(&mut tx, "one").await.expect("left"), 2);
        assert_eq!(begun_uploads::leave_all(&mut tx, "one").await.expect("left"), 0, "they were left before");
        assert_eq!(left(&mut tx).await, ["one y", "one x"], "the oldest first");
        assert_eq!(begun_uploads::left(&mut tx, 1).await.expect("answers").len(), 1);
        // A server that goes on after all.
        begun_uploads::begin(&mut tx, &upload("one", "x", 5)).await.expect("noted anew");
        assert_eq!(left(&mut tx).await, ["one y"]);
        begun_uploads::leave(&mut tx, "two", "b", "x").await.expect("left");
        assert_eq!(left(&mut tx).await, ["two x", "one y"]);
        assert_eq!(begun_uploads::expire(&mut tx, Millis(2)).await.expect("forgotten"), 1);
        assert_eq!(left(&mut tx).await, ["one y"]);
        // What is under way is not forgotten, however old.
        assert_eq!(begun_uploads::expire(&mut tx, Millis(100)).await.expect("forgotten"), 1);
        assert_eq!(begun_uploads::leave_all(&mut tx, "one").await.expect("left"), 1);
        tx.commit().await.expect("commits");
    })
    .await;
}
