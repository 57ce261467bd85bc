//! Ids, names and ARNs.

use ashiato_policy::arn::Arn;
use ashiato_policy::identity::{IdKind, account_of_key, check_path, check_session_name, check_user_name, unique_id};
use proptest::prelude::*;

/// Ids whose accounts were published with them.
#[test]
fn accounts_of_keys() {
    for (key_id, account) in [
        ("ASIAY34FZKBOKMUTVV7A", Some("609629065308")),
        ("ASIAQAAAAAAAGMKEM7X5", Some("000000000000")),
        ("AKIAIOSFODNN7EXAMPLE", None),
        ("AIDAY34FZKBOKMUTVV7A", None),
        ("ASIAY34FZKBOKMUTVV7", None),
        ("ASIAY34FZKBOKMUTVV71", None),
        ("ASIAÿ34FZKBOKMUTVV7A", None),
    ] {
        assert_eq!(account_of_key(key_id).as_deref(), account, "{key_id}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_key_tells_its_account(account in "[0-9]{12}", random in any::<u64>()) {
        let key_id = unique_id(IdKind::AccessKey, &account, random).expect("an account");
        prop_assert_eq!(key_id.len(), 20);
        prop_assert_eq!(account_of_key(&key_id), Some(account.clone()));
        let user_id = unique_id(IdKind::User, &account, random).expect("an account");
        prop_assert!(user_id.len() == 21 && user_id.starts_with("AIDA"));
    }

    #[test]
    fn an_arn_prints_as_it_was_read(text in "arn:aws:[a-z]{1,3}:[a-z-]{0,3}:[0-9]{0,3}:[a-z:/*]{1,9}") {
        prop_assert_eq!(Arn::parse(&text).expect("an ARN").to_string(), text);
    }
}

#[test]
fn names_and_paths() {
    for (name, taken) in [("a", true), ("a+=,.@_-9", true), ("", false), ("a b", false), ("ü", false)] {
        assert_eq!(check_user_name(name).is_ok(), taken, "{name}");
    }
    assert!(check_user_name(&"a".repeat(64)).is_ok() && check_user_name(&"a".repeat(65)).is_err());
    assert!(check_session_name("a").is_err() && check_session_name("ab").is_ok());
    for (path, taken) in [("/", true), ("/a/b/", true), ("/a", false), ("a/", false), ("", false), ("/ /", false)] {
        assert_eq!(check_path(path).is_ok(), taken, "{path}");
    }
    assert!(unique_id(IdKind::Role, "12", 0).is_err());
    assert!(Arn::parse("arn:aws:s3::").is_err());
}
