//! What is sealed opens for its owner alone, and only unchanged.

use ashiato_meta::{Kind, MasterKey, MasterKeys, Millis, SessionClaims, open_session_token, seal_session_token};

fn claims() -> SessionClaims {
    SessionClaims {
        access_key_id: "ASIA1".to_string(),
        secret_access_key: "very secret".to_string(),
        account: "111122223333".to_string(),
        arn: "arn:aws:sts::111122223333:assumed-role/r/s".to_string(),
        principal_id: "AROA1".to_string(),
        session_name: "s".to_string(),
        issued: 0,
        expires: 1000,
        policies: vec![],
        tags: [].into(),
        extra: [].into(),
    }
}

#[test]
fn a_secret_opens_for_its_owner_alone() {
    let keys = MasterKeys::new(MasterKey::new(&[7; 32]), vec![]);
    let sealed = keys.seal("AKIA1", b"secret", [1; 12]);
    assert_eq!(keys.unseal("AKIA1", &sealed).expect("opens"), b"secret");
    assert_eq!(keys.unseal("AKIA2", &sealed).expect_err("another's").kind, Kind::Corrupt);
    assert!(!format!("{sealed:?} {keys:?}").contains("secret"));
}

#[test]
fn a_session_token_holds_until_it_expires_and_only_as_it_was_issued() {
    let keys = MasterKeys::new(MasterKey::new(&[7; 32]), vec![]);
    let token = seal_session_token(&keys, &claims(), [1; 12]);
    assert!(!token.contains("secret"));
    assert_eq!(open_session_token(&keys, &token, Millis(999)).expect("holds"), claims());
    assert_eq!(open_session_token(&keys, &token, Millis(1000)).expect_err("expired").kind, Kind::NotFound);
    let rotated = MasterKeys::new(MasterKey::new(&[8; 32]), vec![MasterKey::new(&[7; 32])]);
    assert_eq!(open_session_token(&rotated, &token, Millis(0)).expect("an earlier key's"), claims());
    // Every byte counts, and nonsense is refused rather than believed.
    for at in 0..token.len() {
        let mut bytes = token.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).expect("still ASCII");
        assert_eq!(open_session_token(&keys, &changed, Millis(0)).expect_err("changed").kind, Kind::Invalid, "{at}");
        assert_eq!(open_session_token(&keys, &token[..at], Millis(0)).expect_err("cut").kind, Kind::Invalid, "{at}");
    }
}
