//! Session tokens: what is sealed comes back, and nothing else does.

use ashiato_policy::ErrorKind;
use ashiato_policy::token::{Claims, SessionKind, TokenError, open, seal};

const KEY: [u8; 32] = [7; 32];

fn claims() -> Claims {
    Claims {
        access_key_id: "ASIAQAAAAAAAGMKEM7X5".into(),
        secret_access_key: "not to be seen".into(),
        issuer_arn: "arn:aws:iam::111122223333:role/r".into(),
        issuer_id: "AROAQAAAAAAAGMKEM7X5B".into(),
        kind: SessionKind::AssumedRole,
        session_name: "s".into(),
        issued_at_seconds: 1000,
        expires_at_seconds: 4600,
        session_policy: Some("{}".into()),
        session_policy_arns: vec!["arn:aws:iam::aws:policy/ReadOnlyAccess".into()],
        source_identity: None,
        tags: vec![("team".into(), "blue".into())],
        mfa_present: true,
    }
}

#[test]
fn sealed_and_opened() {
    let token = seal(&claims(), &KEY, [1; 24]).expect("a token");
    assert_eq!(open(&token, &KEY, 4599), Ok(claims()));
    assert_eq!(open(&token, &KEY, 4600), Err(TokenError::Expired));
    assert_eq!(open(&token, &[8; 32], 2000), Err(TokenError::NotOurs));
    assert!(!format!("{:?}", claims()).contains("seen"));
}

#[test]
fn changed_or_cut_short() {
    let token = seal(&claims(), &KEY, [1; 24]).expect("a token");
    for at in 0..token.len() {
        let mut changed = token.clone().into_bytes();
        changed[at] = if changed[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(changed).expect("ASCII");
        let error = open(&changed, &KEY, 2000).expect_err("a changed token");
        assert!(matches!(error, TokenError::NotOurs | TokenError::Malformed), "{at}");
        assert!(open(&token[..at], &KEY, 2000).is_err(), "{at}");
    }
    assert_eq!(open("", &KEY, 2000), Err(TokenError::Malformed));
    assert_eq!(open(&"A".repeat(10_000), &KEY, 2000), Err(TokenError::Malformed));
}

#[test]
fn too_much_to_say() {
    let large = Claims { session_policy: Some("x".repeat(9000)), ..claims() };
    assert_eq!(seal(&large, &KEY, [1; 24]).expect_err("too long").kind, ErrorKind::LimitExceeded);
}
