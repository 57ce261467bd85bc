//! Topics, their subscriptions, and what is still to be delivered.

use ashiato_meta::topic_deliveries::Delivery;
use ashiato_meta::topic_subscriptions::Subscription;
use ashiato_meta::topics::Topic;
use ashiato_meta::{Kind, MasterKey, MasterKeys, Millis, Tx, topic_deliveries, topic_subscriptions, topics};

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
        assert_eq!(topic_deliveries::due_for(&mut tx, "http://a", Millis(9), 5).await.expect("none"), []);
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let twice = topic_subscriptions::create(&mut tx, &subscription("s3", "t2", "http://a")).await;
        assert_eq!(twice.expect_err("one for each endpoint").kind, Kind::Conflict);
    })
    .await;
}

/// What is due for the endpoint of [`delivery`], by id, tries and time.
async fn due(tx: &mut Tx, now: i64, limit: u32) -> Vec<(String, i64, i64)> {
    let rows = topic_deliveries::due_for(tx, "http://a", Millis(now), limit).await.expect("a list");
    rows.into_iter().map(|row| (row.id, row.tries, row.due.0)).collect()
}

fn row(id: &str, tries: i64, due: i64) -> (String, i64, i64) {
    (id.to_string(), tries, due)
}

#[tokio::test]
async fn deliveries_are_due_in_their_order() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (id, due) in [("d2", 6), ("d1", 5), ("d3", 50)] {
            topic_deliveries::create(&mut tx, &delivery(id, due)).await.expect("stored");
        }
        assert_eq!(due(&mut tx, 6, 5).await, [row("d1", 0, 5), row("d2", 0, 6)]);
        assert_eq!(due(&mut tx, 99, 1).await, [row("d1", 0, 5)]);
        topic_deliveries::postpone(&mut tx, "d1", 1, Millis(7)).await.expect("postponed");
        assert_eq!(due(&mut tx, 6, 5).await, [row("d2", 0, 6)]);
        assert_eq!(due(&mut tx, 7, 5).await, [row("d1", 1, 7), row("d2", 0, 6)], "what was tried is older");
        topic_deliveries::delete(&mut tx, "d2").await.expect("done");
        assert_eq!(due(&mut tx, 6, 5).await, []);
        tx.commit().await.expect("commits");
    })
    .await;
}

#[tokio::test]
async fn an_endpoint_that_is_away_postpones_what_is_due_for_it() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for (id, due) in [("d1", 5), ("d3", 7), ("d2", 6), ("d4", 50)] {
            topic_deliveries::create(&mut tx, &delivery(id, due)).await.expect("stored");
        }
        let other = Delivery { endpoint: "http://b".into(), ..delivery("e1", 4) };
        topic_deliveries::create(&mut tx, &other).await.expect("stored");
        for (now, limit, expected) in
            [(3, 5, vec![]), (4, 5, vec!["http://b"]), (5, 5, vec!["http://b", "http://a"]), (5, 1, vec!["http://b"])]
        {
            let found = topic_deliveries::endpoints_due(&mut tx, Millis(now), limit).await.expect("a list");
            assert_eq!(found, expected, "{now} {limit}");
        }

        let tried = delivery("d1", 5);
        let given_up = topic_deliveries::give_up_others(&mut tx, &tried, Millis(10), 2).await;
        assert_eq!(given_up.expect("none has so many tries"), 0);
        assert_eq!(topic_deliveries::postpone_others(&mut tx, &tried, Millis(10)).await.expect("postponed"), 2);
        topic_deliveries::postpone(&mut tx, "d1", 1, Millis(13)).await.expect("postponed");
        let postponed = [row("d2", 1, 11), row("d3", 1, 12), row("d1", 1, 13), row("d4", 0, 50)];
        assert_eq!(due(&mut tx, 99, 9).await, postponed, "in their order, and what was tried behind them");
        assert_eq!(topic_deliveries::endpoints_due(&mut tx, Millis(10), 5).await.expect("a list"), ["http://b"]);

        let given_up = topic_deliveries::give_up_others(&mut tx, &delivery("d2", 11), Millis(60), 2).await;
        assert_eq!(given_up.expect("those with a try behind them"), 2);
        assert_eq!(due(&mut tx, 99, 9).await, [row("d2", 1, 11), row("d4", 0, 50)]);
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
