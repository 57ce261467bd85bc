//! STS's operations, as the API Reference and "Access to AWS accounts owned by third parties" have them.

use ashiato_policy::ErrorKind;
use ashiato_policy::arn::Arn;
use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Policies, Principal};
use ashiato_policy::sts::{
    AssumeRole, Carried, Role, StsError, assume_role, caller_identity, role_session_seconds, session_token_seconds,
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
    let assumed = assume_role(caller, &Policies::default(), &role, asked, &Carried::default(), &|_| None)?;
    Ok((assumed.principal, assumed.seconds))
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

#[test]
fn tags_go_on_where_they_are_transitive() {
    let first = Carried::default()
        .passed_on(&[("Team", "ops"), ("cost", "7")], &["team"], Some("alice"))
        .expect("they are passed");
    assert_eq!(first.transitive_keys, ["Team"]);
    let second = first.passed_on(&[("Cost", "8")], &["Cost"], None).expect("they are passed");
    let tags: Vec<_> = second.tags.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    assert_eq!((tags, second.source_identity.as_deref()), (vec![("Cost", "8"), ("Team", "ops")], Some("alice")));
    assert_eq!(second.transitive_keys, ["Team", "Cost"]);
    let own = [("TEAM".to_string(), "dev".to_string()), ("own".to_string(), "1".to_string())].into();
    let over = second.over(&own);
    assert_eq!(over.into_keys().collect::<Vec<_>>(), ["Cost", "Team", "own"]);

    let many: Vec<String> = (0..51).map(|number| format!("k{number}")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|key| (key.as_str(), "")).collect();
    let refuses = |tags: &[(&str, &str)], transitive: &[&str]| {
        let error = first.passed_on(tags, transitive, None).expect_err("it is refused");
        assert_eq!(error.kind, ErrorKind::Invalid, "{error}");
    };
    refuses(&[("team", "dev")], &[]);
    refuses(&[("a", ""), ("A", "")], &[]);
    refuses(&[("AWS:x", "")], &[]);
    refuses(&[], &["a"]);
    refuses(&many, &[]);
}

#[test]
fn tags_and_a_source_identity_need_the_trust_policys_leave() {
    let decided = |statement: &str, asked: &AssumeRole<'_>, carries: &Carried| {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{statement}]}}"#);
        let trust = Document::parse(&text, PolicyKind::Trust).expect("a trust policy");
        let arn = Arn::parse("arn:aws:iam::111122223333:role/r").expect("an ARN");
        let role = Role { arn: &arn, id: "AROAQAAAAAAAGMKEM7X5B", trust: &trust, session_seconds_max: 7200 };
        match assume_role(&user(), &Policies::default(), &role, asked, carries, &|_| None) {
            Ok(_) => "given".to_string(),
            Err(StsError::AccessDenied(sentence)) => {
                let (_, rest) = sentence.split_once("perform: ").expect("it names the action");
                rest.split(' ').next().unwrap_or_default().to_string()
            }
            Err(StsError::Refused(error)) => error.message,
        }
    };
    let statement = |actions: &str, condition: &str| {
        format!(r#"{{"Effect":"Allow","Principal":{USER},"Action":{actions},"Condition":{{{condition}}}}}"#)
    };
    let plain = AssumeRole { session_name: "ses", ..AssumeRole::default() };
    let tagged = AssumeRole { tags: &[("Team", "ops")], transitive_keys: &["Team"], ..plain };
    let sourced = AssumeRole { source_identity: Some("alice"), ..plain };
    let nothing = Carried::default();
    let carries = nothing.passed_on(&[("Team", "ops")], &["Team"], Some("alice")).expect("a session");
    let (assume, tag) = (r#""sts:AssumeRole""#, r#"["sts:AssumeRole","sts:TagSession"]"#);
    let all = r#""sts:*""#;
    let team = r#""StringEquals":{"aws:RequestTag/team":"ops"}"#;
    let required = r#""StringLike":{"sts:SourceIdentity":"a*"}"#;
    let keys = r#""ForAllValues:StringEquals":{"aws:TagKeys":["Cost"]}"#;
    let transitive = r#""ForAnyValue:StringEquals":{"sts:TransitiveTagKeys":"Team"}"#;
    for (actions, condition, asked, carries, expected) in [
        (assume, "", &plain, &nothing, "given"),
        (assume, "", &tagged, &nothing, "sts:TagSession"),
        (tag, "", &tagged, &nothing, "given"),
        (tag, team, &tagged, &nothing, "given"),
        (tag, team, &plain, &nothing, "sts:AssumeRole"),
        (tag, keys, &tagged, &nothing, "sts:AssumeRole"),
        (tag, transitive, &tagged, &nothing, "given"),
        (tag, transitive, &AssumeRole { transitive_keys: &[], ..tagged }, &nothing, "sts:AssumeRole"),
        (tag, "", &sourced, &nothing, "sts:SetSourceIdentity"),
        (all, required, &sourced, &nothing, "given"),
        (all, required, &plain, &nothing, "sts:AssumeRole"),
        // What the calling session hands on asks the same leave.
        (assume, "", &plain, &carries, "sts:TagSession"),
        (tag, "", &plain, &carries, "sts:SetSourceIdentity"),
        (all, required, &plain, &carries, "given"),
        (all, "", &AssumeRole { source_identity: Some("bob"), ..plain }, &carries, "sts:SetSourceIdentity"),
        (all, "", &sourced, &carries, "given"),
    ] {
        assert_eq!(
            decided(&statement(actions, condition), asked, carries),
            expected,
            "{actions} {condition} {asked:?}"
        );
    }
    let conflict = decided(&statement(all, ""), &tagged, &carries);
    assert!(conflict.contains("conflicts with a transitive tag key"), "{conflict}");
}
