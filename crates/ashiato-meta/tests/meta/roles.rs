//! Roles, groups' pages, passwords, and the account's alias.

use ashiato_meta::accounts::Account;
use ashiato_meta::groups::Group;
use ashiato_meta::inline_policies::InlinePolicy;
use ashiato_meta::login_profiles::LoginProfile;
use ashiato_meta::roles::Role;
use ashiato_meta::{
    AccountId, Kind, Millis, PrincipalId, account_aliases, accounts, attachments, groups, inline_policies,
    login_profiles, roles, tags, users,
};

use crate::backend::on_each;
use crate::identity::{account, user, with_account};

fn role(name: &str, path: &str) -> Role {
    Role {
        id: PrincipalId(format!("AROA{}", name.to_uppercase())),
        account: account(),
        name: name.to_string(),
        path: path.to_string(),
        created: Millis(5),
        trust_policy: "{}".to_string(),
        description: Some("d".to_string()),
        max_session_seconds: 3600,
        boundary: None,
        last_used: None,
        last_used_region: None,
    }
}

#[tokio::test]
async fn roles_are_found_by_name_and_id_changed_and_go_when_nothing_hangs_on_them() {
    on_each(|store| async move {
        with_account(&store).await;
        let auditor = role("Auditor", "/sec/");
        let mut tx = store.write().await.expect("begins");
        for role in [&auditor, &role("b", "/"), &role("c", "/sec/")] {
            roles::create(&mut tx, role).await.expect("a role");
        }
        assert_eq!(roles::get(&mut tx, &account(), "AUDITOR").await.expect("in any case"), auditor);
        assert_eq!(roles::by_id(&mut tx, &auditor.id).await.expect("there"), auditor);
        let first = roles::list(&mut tx, &account(), "/", None, 2).await.expect("a page");
        assert_eq!(first.rows, [auditor.clone(), role("b", "/")]);
        let second = roles::list(&mut tx, &account(), "/", first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![role("c", "/sec/")], None));
        assert_eq!(roles::list(&mut tx, &account(), "/sec/", None, 9).await.expect("a page").rows.len(), 2);
        let changed = Role {
            trust_policy: "1".into(),
            description: None,
            max_session_seconds: 7200,
            boundary: Some("arn".into()),
            ..auditor.clone()
        };
        roles::update(&mut tx, &changed).await.expect("changed");
        roles::used(&mut tx, &auditor.id, Millis(9), "eu-north-1").await.expect("noted");
        let used = Role { last_used: Some(Millis(9)), last_used_region: Some("eu-north-1".into()), ..changed };
        assert_eq!(roles::get(&mut tx, &account(), "Auditor").await.expect("there"), used);
        inline_policies::put(&mut tx, &auditor.id, &InlinePolicy { name: "p".into(), document: "{}".into() })
            .await
            .expect("a policy");
        tags::put(&mut tx, &auditor.id.0, &[("a".to_string(), "b".to_string())].into()).await.expect("tagged");
        tx.commit().await.expect("commits");

        let mut tx = store.write().await.expect("begins");
        assert_eq!(roles::delete(&mut tx, &auditor.id).await.expect_err("in use").kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        inline_policies::delete(&mut tx, &auditor.id, "p").await.expect("gone");
        roles::delete(&mut tx, &auditor.id).await.expect("gone");
        assert!(tags::list(&mut tx, &auditor.id.0).await.expect("tags").is_empty());
        for gone in [
            roles::by_id(&mut tx, &auditor.id).await.map(drop),
            roles::update(&mut tx, &auditor).await,
            roles::delete(&mut tx, &auditor.id).await,
        ] {
            assert_eq!(gone.expect_err("gone").kind, Kind::NotFound);
        }
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let taken = Role { id: PrincipalId("AROAOTHER".into()), ..role("B", "/") };
        assert_eq!(roles::create(&mut tx, &taken).await.expect_err("taken").kind, Kind::Conflict);
    })
    .await;
}

#[tokio::test]
async fn groups_have_members_policies_and_pages() {
    on_each(|store| async move {
        with_account(&store).await;
        let group = |name: &str| Group {
            id: PrincipalId(format!("AGPA{name}")),
            account: account(),
            name: name.to_string(),
            path: "/".to_string(),
            created: Millis(6),
        };
        let arn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
        let mut tx = store.write().await.expect("begins");
        let (a, b) = (group("a"), group("b"));
        groups::create(&mut tx, &a).await.expect("a group");
        groups::create(&mut tx, &b).await.expect("a group");
        for name in ["x", "y", "z"] {
            users::create(&mut tx, &user(name, "/")).await.expect("a user");
            groups::add_member(&mut tx, &a.id, &user(name, "/").id).await.expect("a member");
        }
        groups::add_member(&mut tx, &b.id, &user("x", "/").id).await.expect("a member");
        let first = groups::members(&mut tx, &a.id, None, 2).await.expect("a page");
        assert_eq!(first.rows, [user("x", "/").id, user("y", "/").id]);
        let second = groups::members(&mut tx, &a.id, first.next.as_deref(), 2).await.expect("a page");
        assert_eq!((second.rows, second.next), (vec![user("z", "/").id], None));
        assert_eq!(groups::of_user(&mut tx, &user("x", "/").id).await.expect("groups"), [a.clone(), b.clone()]);
        for owner in [&a.id, &b.id] {
            attachments::attach(&mut tx, owner, arn, None, Millis(7)).await.expect("attached");
        }
        attachments::attach(&mut tx, &a.id, arn, None, Millis(8)).await.expect("attached already");
        let owners = attachments::owners(&mut tx, arn, None, 1).await.expect("a page");
        assert_eq!((&owners.rows[..], owners.next.as_deref()), (&[a.id.clone()][..], Some(a.id.0.as_str())));
        let owners = attachments::owners(&mut tx, arn, owners.next.as_deref(), 1).await.expect("a page");
        assert_eq!((owners.rows, owners.next), (vec![b.id.clone()], None));
        let renamed = Group { name: "Renamed".into(), path: "/p/".into(), ..b.clone() };
        groups::update(&mut tx, &renamed).await.expect("renamed");
        assert_eq!(groups::get(&mut tx, &account(), "renamed").await.expect("there"), renamed);
        assert_eq!(
            groups::list(&mut tx, &account(), "/p/", None, 9).await.expect("a page").rows,
            std::slice::from_ref(&renamed)
        );
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        let taken = groups::update(&mut tx, &Group { name: "A".into(), ..renamed }).await;
        assert_eq!(taken.expect_err("taken").kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        let nobody = groups::add_member(&mut tx, &a.id, &PrincipalId("AIDANOBODY".into())).await;
        assert_eq!(nobody.expect_err("no such user").kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn a_user_has_one_password() {
    on_each(|store| async move {
        with_account(&store).await;
        let alice = user("alice", "/");
        let profile = |hash: &str, reset_required| LoginProfile {
            user_id: alice.id.clone(),
            password_hash: hash.to_string(),
            reset_required,
            created: Millis(4),
        };
        let is = |found: &LoginProfile, hash: &str, reset_required| *found == profile(hash, reset_required);
        let mut tx = store.write().await.expect("begins");
        users::create(&mut tx, &alice).await.expect("a user");
        login_profiles::create(&mut tx, &profile("one", 1)).await.expect("made");
        login_profiles::update(&mut tx, &profile("two", 0)).await.expect("changed");
        assert!(is(&login_profiles::get(&mut tx, &alice.id).await.expect("there"), "two", 0));
        tx.commit().await.expect("commits");
        let mut tx = store.write().await.expect("begins");
        assert_eq!(login_profiles::create(&mut tx, &profile("x", 0)).await.expect_err("one").kind, Kind::Conflict);
        drop(tx);
        let mut tx = store.write().await.expect("begins");
        login_profiles::delete(&mut tx, &alice.id).await.expect("gone");
        for gone in [
            login_profiles::get(&mut tx, &alice.id).await.map(drop),
            login_profiles::update(&mut tx, &profile("x", 0)).await,
            login_profiles::delete(&mut tx, &alice.id).await,
        ] {
            assert_eq!(gone.expect_err("gone").kind, Kind::NotFound);
        }
        let of_nobody = LoginProfile { user_id: PrincipalId("AIDANOBODY".into()), ..profile("x", 0) };
        let refused = login_profiles::create(&mut tx, &of_nobody).await;
        assert_eq!(refused.expect_err("no such user").kind, Kind::NotFound);
    })
    .await;
}

#[tokio::test]
async fn an_account_has_one_alias_and_no_other_account_the_same() {
    on_each(|store| async move {
        with_account(&store).await;
        let other = AccountId::parse("999999999999").expect("12 digits");
        let mut tx = store.write().await.expect("begins");
        accounts::create(&mut tx, &Account { id: other.clone(), created: Millis(1) }).await.expect("an account");
        assert_eq!(account_aliases::get(&mut tx, &account()).await.expect("answers"), None);
        account_aliases::put(&mut tx, &account(), "one").await.expect("named");
        account_aliases::put(&mut tx, &account(), "two").await.expect("named anew");
        account_aliases::put(&mut tx, &other, "one").await.expect("it is free again");
        for holder in [&account(), &other] {
            let taken = account_aliases::put(&mut tx, holder, "two").await;
            assert_eq!(taken.expect_err("taken").kind, Kind::Conflict);
        }
        assert_eq!(account_aliases::get(&mut tx, &account()).await.expect("answers").as_deref(), Some("two"));
        for wrong in ["one", "none"] {
            let gone = account_aliases::delete(&mut tx, &account(), wrong).await;
            assert_eq!(gone.expect_err("another's, or nobody's").kind, Kind::NotFound);
        }
        account_aliases::delete(&mut tx, &account(), "two").await.expect("gone");
        assert_eq!(account_aliases::get(&mut tx, &account()).await.expect("answers"), None);
        tx.commit().await.expect("commits");
    })
    .await;
}
