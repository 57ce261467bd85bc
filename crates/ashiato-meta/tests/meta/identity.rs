//! Users, groups, roles, keys and policies.

use ashiato_meta::access_keys::{AccessKey, Status};
use ashiato_meta::accounts::Account;
use ashiato_meta::groups::Group;
use ashiato_meta::inline_policies::InlinePolicy;
use ashiato_meta::managed_policies::ManagedPolicy;
use ashiato_meta::users::User;
use ashiato_meta::{
    AccessKeyId, AccountId, Kind, MasterKey, MasterKeys, Millis, PolicyId, PrincipalId, Store, access_keys, accounts,
    attachments, groups, inline_policies, managed_policies, tags, users,
};

use crate::backend::on_each;

pub(crate) fn account() -> AccountId {
    AccountId::parse("111122223333").expect("12 digits")
}

pub(crate) async fn with_account(store: &Store) {
    let mut tx = store.write().await.expect("begins");
    accounts::create(&mut tx, &Account { id: account(), created: Millis(1) }).await.expect("an account");
    tx.commit().await.expect("commits");
}

pub(crate) fn user(name: &str, path: &str) -> User {
    User {
        id: PrincipalId(format!("AIDA{}", name.to_uppercase())),
        account: account(),
        name: name.to_string(),
        path: path.to_string(),
        created: Millis(5),
        boundary: None,
        password_last_used: None,
    }
}

#[tokio::test]
async fn users_are_unique_whatever_their_case_and_listed_in_pages() {
    on_each(|store| async move {
        with_account(&store).await;
        let mut tx = store.write().await.expect("begins");
        for (name, path) in [("carol", "/"), ("Alice", "/ops/"), ("bob", "/ops/night/"), ("_x", "/")] {
            users::create(&mut tx, &user(name, path)).await.expect("a user");
        }
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let mut twin = user("ALICE", "/");
        twin.id = PrincipalId("AIDATWIN".to_string());
        assert_eq!(users::create(&mut tx, &twin).await.expect_err("taken").kind, Kind::Conflict);
        drop(tx);

        let mut tx = store.read().await.expect("begins");
        assert_eq!(users::get(&mut tx, &account(), "aLICE").await.expect("there").name, "Alice");
        assert_eq!(users::get(&mut tx, &account(), "dave").await.expect_err("not there").kind, Kind::NotFound);
        let first = users::list(&mut tx, &account(), "/", None, 3).await.expect("a page");
        let names: Vec<&str> = first.rows.iter().map(|user| user.name.as_str()).collect();
        assert_eq!(names, ["_x", "Alice", "bob"], "bytes order names, on both");
        let second = users::list(&mut tx, &account(), "/", first.next.as_deref(), 3).await.expect("a page");
        assert_eq!((second.rows.len(), second.next), (1, None));
        let ops = users::list(&mut tx, &account(), "/ops/", None, 10).await.expect("a page");
        assert_eq!(ops.rows.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_user_goes_only_when_nothing_hangs_on_it() {
    on_each(|store| async move {
        with_account(&store).await;
        let alice = user("alice", "/");
        let arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        let staff = Group {
            id: PrincipalId("AGPASTAFF".to_string()),
            account: account(),
            name: "staff".to_string(),
            path: "/".to_string(),
            created: Millis(6),
        };
        let inline = InlinePolicy { name: "p".to_string(), document: "{}".to_string() };
        let mut tx = store.write().await.expect("begins");
        users::create(&mut tx, &alice).await.expect("a user");
        groups::create(&mut tx, &staff).await.expect("a group");
        groups::add_member(&mut tx, &staff.id, &alice.id).await.expect("a member");
        groups::add_member(&mut tx, &staff.id, &alice.id).await.expect("still a member");
        inline_policies::put(&mut tx, &alice.id, &inline).await.expect("a policy");
        attachments::attach(&mut tx, &alice.id, arn, None, Millis(7)).await.expect("attached");
        tags::put(&mut tx, &alice.id.0, &[("a".to_string(), "b".to_string())].into()).await.expect("tagged");
        tx.commit().await.expect("commits");

        let orphan = PrincipalId("AIDANOBODY".to_string());
        let mut tx = store.write().await.expect("begins");
        let refused = inline_policies::put(&mut tx, &orphan, &inline).await.expect_err("nobody's");
        assert_eq!(refused.kind, Kind::NotFound);
        drop(tx);

        for step in 0..4 {
            let mut tx = store.write().await.expect("begins");
            let gone = users::delete(&mut tx, &alice.id).await;
            if step == 3 {
                gone.expect("nothing hangs on it");
                assert!(tags::list(&mut tx, &alice.id.0).await.expect("tags").is_empty());
                tx.commit().await.expect("commits");
                break;
            }
            assert_eq!(gone.expect_err("in use").kind, Kind::Conflict, "step {step}");
            drop(tx);
            let mut tx = store.write().await.expect("begins");
            match step {
                0 => groups::remove_member(&mut tx, &staff.id, &alice.id).await.expect("removed"),
                1 => inline_policies::delete(&mut tx, &alice.id, "p").await.expect("removed"),
                _ => attachments::detach(&mut tx, &alice.id, arn).await.expect("removed"),
            }
            tx.commit().await.expect("commits");
        }
    })
    .await;
}

#[tokio::test]
async fn access_keys_are_sealed_limited_and_resealed() {
    on_each(|store| async move {
        with_account(&store).await;
        let alice = user("alice", "/");
        let old = MasterKeys::new(MasterKey::new(&[1; 32]), vec![]);
        let key = |id: &str| AccessKey {
            id: AccessKeyId(id.to_string()),
            account: account(),
            user_id: Some(alice.id.clone()),
            status: Status::Active,
            created: Millis(9),
            last_used: None,
            last_used_region: None,
            last_used_service: None,
        };
        let mut tx = store.write().await.expect("begins");
        users::create(&mut tx, &alice).await.expect("a user");
        access_keys::create(&mut tx, &old, &key("AKIA1"), "secret1", [1; 12], 2).await.expect("first");
        access_keys::create(&mut tx, &old, &key("AKIA2"), "secret2", [2; 12], 2).await.expect("second");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let third = access_keys::create(&mut tx, &old, &key("AKIA3"), "secret3", [3; 12], 2).await;
        assert_eq!(third.expect_err("two are enough").kind, Kind::Throttled);
        drop(tx);

        let both = MasterKeys::new(MasterKey::new(&[2; 32]), vec![MasterKey::new(&[1; 32])]);
        let new = MasterKeys::new(MasterKey::new(&[2; 32]), vec![]);
        let mut tx = store.write().await.expect("begins");
        let unknown = access_keys::secret(&mut tx, &new, &key("AKIA1").id).await;
        assert_eq!(unknown.expect_err("another key sealed it").kind, Kind::Corrupt);
        let mut count = 9;
        let mut nonce = || {
            count += 1;
            [count; 12]
        };
        assert_eq!(access_keys::reseal(&mut tx, &both, &mut nonce).await.expect("resealed"), 2);
        assert_eq!(access_keys::reseal(&mut tx, &both, &mut nonce).await.expect("already"), 0);
        access_keys::used(&mut tx, &key("AKIA1").id, Millis(12), "us-east-1", "athena").await.expect("noted");
        access_keys::set_status(&mut tx, &key("AKIA2").id, Status::Inactive).await.expect("set");
        tx.commit().await.expect("commits");

        let mut tx = store.read().await.expect("begins");
        assert_eq!(access_keys::secret(&mut tx, &new, &key("AKIA1").id).await.expect("unseals"), "secret1");
        let listed = access_keys::list(&mut tx, &account(), Some(&alice.id)).await.expect("keys");
        let seen: Vec<_> = listed.iter().map(|key| (key.id.0.as_str(), key.status, key.last_used)).collect();
        assert_eq!(seen, [("AKIA1", Status::Active, Some(Millis(12))), ("AKIA2", Status::Inactive, None)]);
        assert!(access_keys::list(&mut tx, &account(), None).await.expect("root's").is_empty());
    })
    .await;
}

#[tokio::test]
async fn managed_policies_keep_their_versions() {
    on_each(|store| async move {
        with_account(&store).await;
        let policy = ManagedPolicy {
            id: PolicyId("ANPA1".to_string()),
            account: account(),
            arn: "arn:aws:iam::111122223333:policy/p".to_string(),
            name: "p".to_string(),
            path: "/".to_string(),
            description: None,
            created: Millis(1),
            updated: Millis(1),
            default_version: 1,
        };
        let alice = user("alice", "/");
        let mut tx = store.write().await.expect("begins");
        users::create(&mut tx, &alice).await.expect("a user");
        managed_policies::create(&mut tx, &policy, "one").await.expect("a policy");
        assert_eq!(managed_policies::add_version(&mut tx, &policy.id, "two", Millis(2), 2).await.expect("added"), 2);
        assert_eq!(managed_policies::default_document(&mut tx, &policy.arn).await.expect("there"), "one");
        managed_policies::set_default_version(&mut tx, &policy.id, 2, Millis(3)).await.expect("set");
        assert_eq!(managed_policies::default_document(&mut tx, &policy.arn).await.expect("there"), "two");
        attachments::attach(&mut tx, &alice.id, &policy.arn, Some(&policy.id), Millis(4)).await.expect("attached");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        let full = managed_policies::add_version(&mut tx, &policy.id, "three", Millis(5), 2).await;
        assert_eq!(full.expect_err("two are enough").kind, Kind::Throttled);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let holds = managed_policies::delete_version(&mut tx, &policy.id, 2, Millis(5)).await;
        assert_eq!(holds.expect_err("it holds").kind, Kind::Conflict);
        managed_policies::delete_version(&mut tx, &policy.id, 1, Millis(5)).await.expect("removed");
        assert_eq!(managed_policies::add_version(&mut tx, &policy.id, "3", Millis(6), 2).await.expect("added"), 3);
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let attached = managed_policies::delete(&mut tx, &policy.id).await;
        assert_eq!(attached.expect_err("attached").kind, Kind::Conflict);
    })
    .await;
}
