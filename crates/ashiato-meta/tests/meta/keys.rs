//! KMS's keys, their material and their names.

use ashiato_meta::kms_aliases::KmsAlias;
use ashiato_meta::kms_keys::{KeyState, KmsKey};
use ashiato_meta::kms_materials::Material;
use ashiato_meta::{Kind, MasterKey, MasterKeys, Millis, kms_aliases, kms_keys, kms_materials, tags};

use crate::backend::on_each;
use crate::queries::place;

fn arn(id: &str) -> String {
    format!("arn:aws:kms:us-east-1:111122223333:key/{id}")
}

fn key(id: &str) -> KmsKey {
    KmsKey {
        arn: arn(id),
        place: place(),
        id: id.to_string(),
        description: "for logs".to_string(),
        spec: "SYMMETRIC_DEFAULT".to_string(),
        key_usage: "ENCRYPT_DECRYPT".to_string(),
        state: KeyState::Enabled,
        created: Millis(5),
        deletion: None,
        policy: "{}".to_string(),
        rotation_days: None,
        rotation_begun: None,
    }
}

fn alias(name: &str, id: &str) -> KmsAlias {
    KmsAlias { place: place(), name: name.to_string(), key_arn: arn(id), created: Millis(6), updated: Millis(6) }
}

#[tokio::test]
async fn keys_are_kept_changed_listed_and_gone_when_their_time_is_over() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for id in ["b", "a", "c"] {
            kms_keys::create(&mut tx, &key(id)).await.expect("a key");
        }
        let page = kms_keys::list(&mut tx, &place(), Millis(9), None, 2).await.expect("a page");
        assert_eq!((page.rows, page.next.as_deref()), (vec![key("a"), key("b")], Some("b")));
        let rest = kms_keys::list(&mut tx, &place(), Millis(9), Some("b"), 2).await.expect("a page");
        assert_eq!((rest.rows, rest.next), (vec![key("c")], None));
        let changed = KmsKey {
            description: String::new(),
            state: KeyState::PendingDeletion,
            deletion: Some(Millis(20)),
            policy: "{\"a\": 1}".to_string(),
            rotation_days: Some(365),
            rotation_begun: Some(Millis(7)),
            ..key("a")
        };
        kms_keys::update(&mut tx, &changed).await.expect("changed");
        assert_eq!(kms_keys::get(&mut tx, &arn("a"), Millis(19)).await.expect("it waits"), changed);
        let gone = kms_keys::get(&mut tx, &arn("a"), Millis(20)).await;
        assert_eq!(gone.expect_err("its time is over").kind, Kind::NotFound);
        let missing = kms_keys::update(&mut tx, &key("x")).await;
        assert_eq!(missing.expect_err("no such key").kind, Kind::NotFound);

        let keys = MasterKeys::new(MasterKey::new(&[1; 32]), vec![]);
        let material = Material { number: 1, created: Millis(5), bytes: vec![7; 32] };
        kms_materials::create(&mut tx, &keys, &arn("a"), &material, [1; 12]).await.expect("kept");
        kms_aliases::create(&mut tx, &alias("one", "a")).await.expect("made");
        tags::put(&mut tx, &arn("a"), &[("k".to_string(), "v".to_string())].into()).await.expect("tagged");
        assert_eq!(kms_keys::due(&mut tx, Millis(19)).await.expect("none"), []);
        assert_eq!(kms_keys::due(&mut tx, Millis(20)).await.expect("one"), [changed]);
        assert_eq!(kms_keys::remove_due(&mut tx, Millis(19)).await.expect("none"), []);
        assert_eq!(kms_keys::remove_due(&mut tx, Millis(20)).await.expect("one").len(), 1);
        let alias = kms_aliases::get(&mut tx, &place(), "one").await;
        assert_eq!(alias.expect_err("gone with its key").kind, Kind::NotFound);
        let material = kms_materials::get(&mut tx, &keys, &arn("a"), None).await;
        assert_eq!(material.expect_err("gone with its key").kind, Kind::NotFound);
        assert!(tags::list(&mut tx, &arn("a")).await.expect("answers").is_empty());
        let again = kms_keys::create(&mut tx, &key("b")).await;
        assert_eq!(again.expect_err("it is there").kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn aliases_are_made_moved_and_taken_away() {
    on_each(|store| async move {
        let mut tx = store.write().await.expect("begins");
        for id in ["a", "b"] {
            kms_keys::create(&mut tx, &key(id)).await.expect("a key");
        }
        for name in ["two", "one"] {
            kms_aliases::create(&mut tx, &alias(name, "a")).await.expect("made");
        }
        let moved = KmsAlias { updated: Millis(8), ..alias("two", "b") };
        kms_aliases::point(&mut tx, &moved).await.expect("moved");
        assert_eq!(kms_aliases::get(&mut tx, &place(), "two").await.expect("there"), moved);
        assert_eq!(kms_aliases::of_key(&mut tx, &arn("a")).await.expect("answers"), [alias("one", "a")]);
        let page = kms_aliases::list(&mut tx, &place(), None, 1).await.expect("a page");
        assert_eq!((page.rows, page.next.as_deref()), (vec![alias("one", "a")], Some("one")));
        kms_aliases::delete(&mut tx, &place(), "one").await.expect("gone");
        let again = kms_aliases::delete(&mut tx, &place(), "one").await;
        assert_eq!(again.expect_err("it is gone").kind, Kind::NotFound);
        tx.commit().await.expect("commits");

        for (alias, kind) in [(alias("two", "a"), Kind::Conflict), (alias("new", "x"), Kind::NotFound)] {
            let mut tx = store.write().await.expect("begins");
            assert_eq!(kms_aliases::create(&mut tx, &alias).await.expect_err("refused").kind, kind);
        }
    })
    .await;
}

#[tokio::test]
async fn material_is_sealed_for_its_key_and_number() {
    on_each(|store| async move {
        let old = MasterKeys::new(MasterKey::new(&[1; 32]), vec![]);
        let both = MasterKeys::new(MasterKey::new(&[2; 32]), vec![MasterKey::new(&[1; 32])]);
        let new = MasterKeys::new(MasterKey::new(&[2; 32]), vec![]);
        let material = |number: i64| Material { number, created: Millis(number), bytes: vec![number as u8; 32] };
        let mut tx = store.write().await.expect("begins");
        kms_keys::create(&mut tx, &key("a")).await.expect("a key");
        for number in [1, 2] {
            let nonce = [number as u8; 12];
            kms_materials::create(&mut tx, &old, &arn("a"), &material(number), nonce).await.expect("kept");
        }
        assert_eq!(kms_materials::get(&mut tx, &old, &arn("a"), None).await.expect("the newest"), material(2));
        assert_eq!(kms_materials::get(&mut tx, &old, &arn("a"), Some(1)).await.expect("the first"), material(1));
        let missing = kms_materials::get(&mut tx, &old, &arn("a"), Some(3)).await;
        assert_eq!(missing.expect_err("no such number").kind, Kind::NotFound);
        let sealed = kms_materials::get(&mut tx, &new, &arn("a"), None).await;
        assert_eq!(sealed.expect_err("another key sealed it").kind, Kind::Corrupt);
        let mut count = 9;
        let mut nonce = || {
            count += 1;
            [count; 12]
        };
        assert_eq!(kms_materials::reseal(&mut tx, &both, &mut nonce).await.expect("resealed"), 2);
        assert_eq!(kms_materials::reseal(&mut tx, &both, &mut nonce).await.expect("already"), 0);
        assert_eq!(kms_materials::get(&mut tx, &new, &arn("a"), Some(1)).await.expect("unseals"), material(1));
        let shown = format!("{:?}", material(1));
        assert!(!shown.contains("bytes"), "{shown}");
    })
    .await;
}
