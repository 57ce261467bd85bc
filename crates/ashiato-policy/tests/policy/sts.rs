//! STS's operations, as the API Reference and "Access to AWS accounts owned by third parties" have them.

use ashiato_policy::ErrorKind;
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Policies, Principal};
use ashiato_policy::sts::{
    AssumeRole, Role, StsError, assume_role, caller_identity, role_session_seconds, session_token_seconds,
};

fn user() -> Principal {
    Principal::User {
        account: "111122223333".into(),
        arn: "arn:aws:iam::111122223333:user/x".into(),
        name: "x".into(),
        id: "AIDAQAAAAAAAGMKEM7X5A".into(),
    }
}

fn assumed(caller: &Principal, principal: &str, asked: &AssumeRole<'_>) -> Result<(Principal, u32), StsError> {
    let text = format!(
        r#"{{"Statement":[{{"Effect":"Allow","Principal":{principal},"Action":"sts:AssumeRole","Condition":{{"StringEqualsIfExists":{{"sts:ExternalId":"secret"}}}}}}]}}"#
    );
    let trust = Document::parse(&text, PolicyKind::Trust).expect("a trust policy");
    let arn = Arn::parse("arn:aws:iam::111122223333:role/path/r").expect("an ARN");
    let role = Role { arn: &arn, id: "AROAQAAAAAAAGMKEM7X5B", trust: &trust, session_seconds_max: 7200 };
    assume_role(caller, &Policies::default(), &role, asked, &|_| None)
}

const USER: &str = r#"{"AWS":"arn:aws:iam::111122223333:user/x"}"#;

#[test]
fn a_trusted_user_becomes_the_role() {
    let asked = AssumeRole { session_name: "ses", external_id: Some("secret"), ..AssumeRole::default() };
    let (principal, seconds) = assumed(&user(), USER, &asked).expect("the user is trusted");
    let identity = caller_identity(&principal).expect("a session has an account");
    assert_eq!(identity.arn, "arn:aws:sts::111122223333:assumed-role/r/ses");
    assert_eq!(identity.user_id, "AROAQAAAAAAAGMKEM7X5B:ses");
    assert_eq!((identity.account.as_str(), seconds), ("111122223333", 3600));
    assert_eq!(caller_identity(&Principal::Anonymous), None);
}

#[test]
fn others_do_not() {
    let denied = "User: arn:aws:iam::111122223333:user/x is not authorized to perform: sts:AssumeRole on resource: \
                  arn:aws:iam::111122223333:role/path/r";
    let asked = AssumeRole { session_name: "ses", ..AssumeRole::default() };
    let wrong_id = AssumeRole { external_id: Some("guess"), ..asked };
    let account = r#"{"AWS":"111122223333"}"#;
    for (principal, asked) in [(USER, &wrong_id), (account, &asked), (r#"{"Service":"sns.amazonaws.com"}"#, &asked)] {
        assert_eq!(assumed(&user(), principal, asked), Err(StsError::AccessDenied(denied.to_string())));
    }
    let root = Principal::Root { account: "111122223333".into() };
    assert!(matches!(assumed(&root, r#""*""#, &asked), Err(StsError::AccessDenied(_))));
    let long = format!(
        r#"{{"Statement":{{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::{}"}}}}"#,
        "a".repeat(2000)
    );
    let refused = [
        (AssumeRole { session_name: "a b", ..asked }, ErrorKind::Invalid),
        (AssumeRole { policy: Some("{}"), ..asked }, ErrorKind::MalformedPolicy),
        (AssumeRole { policy: Some(&long), ..asked }, ErrorKind::LimitExceeded),
        (AssumeRole { duration_seconds: Some(7201), ..asked }, ErrorKind::Invalid),
    ];
    for (asked, kind) in refused {
        let Err(StsError::Refused(error)) = assumed(&user(), USER, &asked) else { panic!("{asked:?} was not refused") };
        assert_eq!(error.kind, kind, "{error}");
    }
}

#[test]
fn durations() {
    assert_eq!(role_session_seconds(Some(43_200), 43_200, false), Ok(43_200));
    assert!(role_session_seconds(Some(899), 43_200, false).is_err());
    assert!(role_session_seconds(Some(3601), 43_200, true).is_err());
    assert_eq!(session_token_seconds(None, false), Ok(43_200));
    assert_eq!(session_token_seconds(None, true), Ok(3600));
    assert_eq!(session_token_seconds(Some(129_600), false), Ok(129_600));
    assert!(session_token_seconds(Some(129_601), false).is_err());
}
