//! Topics, their subscriptions, and what is still to be delivered.

use ashiato_meta::topic_deliveries::Delivery;
use ashiato_meta::topic_subscriptions::Subscription;
use ashiato_meta::topics::Topic;
use ashiato_meta::{Kind, MasterKey, MasterKeys, Millis, topic_deliveries, topic_subscriptions, topics};

use crate::backend::on_each;
use crate::queries::place;

fn topic(arn: &str) -> Topic {
    Topic { arn: arn.into(), place: place(), attributes: "{}".into(), created: Millis(1) }
}

fn subscription(arn: &str, topic: &str, endpoint: &str) -> Subscription {
    Subscription {
        arn: arn.into(),
        topic: topic.into(),
        place: place(),
        protocol: "http".into(),
        endpoint: endpoint.into(),
        attributes: "{}".into(),
        token: "token".into(),
        is_confirmed: 0,
        created: Millis(2),
    }
}

fn delivery(id: &str, due: i64) -> Delivery {
    Delivery {
        id: id.into(),
        subscription: "s1".into(),
        topic: "t1".into(),
        endpoint: "http://a".into(),
        post: "post".into(),
        tries: 0,
        due: Millis(due),
    }
}

#[tokio::test]
async fn a_topic_goes_with_all_that_belongs_to_it() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for arn in ["t1", "t2"] {
            topics::create(&mut tx, &topic(arn)).await.expect("a topic");
        }
        topics::set_attributes(&mut tx, "t1", "{\"a\":\"b\"}").await.expect("set");
        let mut one = subscription("s1", "t1", "http://a");
        topic_subscriptions::create(&mut tx, &one).await.expect("subscribed");
        topic_subscriptions::create(&mut tx, &subscription("s2", "t2", "http://a")).await.expect("subscribed");
        one.is_confirmed = 1;
        topic_subscriptions::update(&mut tx, &one).await.expect("confirmed");
        topic_deliveries::create(&mut tx, &delivery("d1", 5)).await.expect("stored");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        assert_eq!(topics::get(&mut tx, "t1").await.expect("there").attributes, "{\"a\":\"b\"}");
        assert_eq!(topics::list(&mut tx, &place(), Some("t1"), 5).await.expect("a page").rows, [topic("t2")]);
        assert_eq!(topic_subscriptions::of_topic(&mut tx, "t1").await.expect("all"), [one.clone()]);
        let page = topic_subscriptions::list(&mut tx, &place(), None, 1).await.expect("a page");
        assert_eq!((page.rows, page.next.as_deref()), (vec![one], Some("s1")));
        topics::delete(&mut tx, "t1").await.expect("gone");
        topics::delete(&mut tx, "t1").await.expect("already gone");
        let gone = topic_subscriptions::get(&mut tx, "s1").await.expect_err("gone with its topic");
        assert_eq!(gone.kind, Kind::NotFound);
        assert_eq!(topic_deliveries::due(&mut tx, Millis(9), 5).await.expect("none"), []);
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let twice = topic_subscriptions::create(&mut tx, &subscription("s3", "t2", "http://a")).await;
        assert_eq!(twice.expect_err("one for each endpoint").kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn deliveries_are_due_in_their_order() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (id, due) in [("d2", 6), ("d1", 5), ("d3", 50)] {
            topic_deliveries::create(&mut tx, &delivery(id, due)).await.expect("stored");
        }
        let ids = |rows: Vec<Delivery>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
        assert_eq!(ids(topic_deliveries::due(&mut tx, Millis(6), 5).await.expect("due")), ["d1", "d2"]);
        assert_eq!(ids(topic_deliveries::due(&mut tx, Millis(99), 1).await.expect("due")), ["d1"]);
        topic_deliveries::postpone(&mut tx, "d1", 1, Millis(7)).await.expect("postponed");
        topic_deliveries::delete(&mut tx, "d2").await.expect("done");
        assert_eq!(ids(topic_deliveries::due(&mut tx, Millis(6), 5).await.expect("due")), Vec::<String>::new());
        assert_eq!(topic_deliveries::due(&mut tx, Millis(7), 5).await.expect("due")[0].tries, 1);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn the_key_of_messages_is_sealed() {
    on_each(|store| async move {
        let keys = MasterKeys::new(MasterKey::new(&[1; 32]), Vec::new());
        let mut tx = store.write().await.expect("begins");
        assert_eq!(topics::signer(&mut tx, &keys, "n").await.expect("answers"), None);
        let stored = topics::create_signer(&mut tx, &keys, ("n", "certificate"), b"key", ([3; 12], Millis(1))).await;
        stored.expect("stored");
        let found = topics::signer(&mut tx, &keys, "n").await.expect("answers");
        assert_eq!(found, Some((b"key".to_vec(), "certificate".to_string())));
        let others = MasterKeys::new(MasterKey::new(&[2; 32]), Vec::new());
        let refused = topics::signer(&mut tx, &others, "n").await.expect_err("sealed by another key");
        assert_eq!(refused.kind, Kind::Corrupt);
        let both = MasterKeys::new(MasterKey::new(&[2; 32]), vec![MasterKey::new(&[1; 32])]);
        assert_eq!(topics::reseal(&mut tx, &both, || [4; 12]).await.expect("resealed"), 1);
        assert_eq!(topics::reseal(&mut tx, &both, || [5; 12]).await.expect("already"), 0);
        let found = topics::signer(&mut tx, &others, "n").await.expect("answers");
        assert_eq!(found.map(|(key, _)| key), Some(b"key".to_vec()));
        tx.commit().await.expect("commits");
    })
    .await;
}
