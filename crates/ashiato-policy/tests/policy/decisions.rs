//! Decisions, as IAM User Guide's pages on evaluation have them; each table names its page.

use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Named, Policies, Principal, Request, ResourceRule, Session, decide};

const OWN: &str = "111122223333";
const OTHER: &str = "444455556666";
const GET: &str = r#""Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*""#;

/// A decision to be made, with the policies as texts of their statements' effect and rest; empty where there is none.
#[derive(Clone, Copy)]
struct Case<'a> {
    who: &'a str,
    account: &'a str,
    identity: &'a [&'a str],
    boundary: Option<&'a str>,
    session: Option<&'a str>,
    resource: Option<&'a str>,
    rule: ResourceRule,
}

const CASE: Case<'static> = Case {
    who: "user",
    account: OWN,
    identity: &[],
    boundary: None,
    session: None,
    resource: None,
    rule: ResourceRule::EitherPermits,
};

fn principal(name: &str) -> Principal {
    let session = |arn: &str, id: &str| Session { account: OWN.into(), arn: arn.into(), id: id.into() };
    match name {
        "user" => Principal::User {
            account: OWN.into(),
            arn: "arn:aws:iam::111122223333:user/x".into(),
            name: "x".into(),
            id: "AIDAQAAAAAAAGMKEM7X5A".into(),
        },
        "role" => Principal::RoleSession {
            role_arn: "arn:aws:iam::111122223333:role/p/r".into(),
            session: session("arn:aws:sts::111122223333:assumed-role/r/s", "AROAQAAAAAAAGMKEM7X5B:s"),
        },
        "federated" => Principal::FederatedUser {
            session: session("arn:aws:sts::111122223333:federated-user/f", "111122223333:f"),
        },
        "root" => Principal::Root { account: OWN.into() },
        "service" => Principal::Service { name: "cloudtrail.amazonaws.com".into() },
        _ => Principal::Anonymous,
    }
}

/// What is decided, with the denial as its caller reads it.
fn outcome(case: &Case<'_>) -> String {
    let parse = |statement: &str, kind| {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{{{statement}}}]}}"#);
        Document::parse(&text, kind).unwrap_or_else(|error| panic!("{text}: {error}"))
    };
    let identity: Vec<Document> = case.identity.iter().map(|text| parse(text, PolicyKind::Identity)).collect();
    let identity: Vec<Named<'_>> = identity.iter().map(|document| Named { name: "i", document }).collect();
    let boundary = case.boundary.map(|text| parse(text, PolicyKind::Identity));
    let session = case.session.map(|text| parse(text, PolicyKind::Identity));
    let session = session.as_ref().map(|document| [Named { name: "s", document }]);
    let resource = case.resource.map(|text| parse(text, PolicyKind::Resource));
    let policies = Policies {
        identity: &identity,
        boundary: boundary.as_ref().map(|document| Named { name: "b", document }),
        session: session.as_ref().map(|session| session.as_slice()),
        resource: resource.as_ref().map(|document| Named { name: "r", document }),
        resource_rule: case.rule,
    };
    let request = Request {
        principal: &principal(case.who),
        action: "s3:GetObject",
        resource: "arn:aws:s3:::b/k",
        resource_account: case.account,
        keys: &|_| None,
    };
    let decision = decide(&request, &policies);
    match decision.denial(&request) {
        None => "allowed".to_string(),
        Some(message) => {
            let (who, why) = message
                .split_once(" is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" ")
                .expect("the message names action and resource");
            assert_eq!(who, format!("User: {}", request.principal.arn()));
            why.to_string()
        }
    }
}

fn check(case: Case<'_>, expected: &str) {
    assert_eq!(
        outcome(&case),
        expected,
        "{} in {}: {:?} {:?} {:?} {:?}",
        case.who,
        case.account,
        case.identity,
        case.boundary,
        case.session,
        case.resource
    );
}

fn allow(rest: &str) -> String {
    format!(r#""Effect":"Allow",{rest}"#)
}

fn deny(rest: &str) -> String {
    format!(r#""Effect":"Deny",{rest}"#)
}

fn to(principal: &str) -> String {
    allow(&format!(r#""Principal":{principal},{GET}"#))
}

const NO_IDENTITY: &str = "because no identity-based policy allows the s3:GetObject action";
const NO_RESOURCE: &str = "because no resource-based policy allows the s3:GetObject action";
const NO_BOUNDARY: &str = "because no permissions boundary allows the s3:GetObject action";
const NO_SESSION: &str = "because no session policy allows the s3:GetObject action";

/// "Policy evaluation for requests within a single account".
#[test]
fn within_an_account() {
    let (yes, no) = (allow(GET), deny(GET));
    let other = allow(r#""Action":"s3:PutObject","Resource":"*""#);
    check(CASE, NO_IDENTITY);
    check(Case { identity: &[&yes], ..CASE }, "allowed");
    check(Case { identity: &[&other], ..CASE }, NO_IDENTITY);
    check(Case { identity: &[&yes, &no], ..CASE }, "with an explicit deny in an identity-based policy");
    check(Case { identity: &[&allow(r#""Action":"S3:getobject","Resource":"*""#)], ..CASE }, "allowed");
    check(Case { identity: &[&allow(r#""NotAction":"s3:Put*","Resource":"*""#)], ..CASE }, "allowed");
    check(Case { identity: &[&allow(r#""NotAction":"s3:Get*","Resource":"*""#)], ..CASE }, NO_IDENTITY);
    check(Case { identity: &[&allow(r#""Action":"*","NotResource":"arn:aws:s3:::b/*""#)], ..CASE }, NO_IDENTITY);
    check(Case { identity: &[&allow(r#""Action":"*","Resource":"arn:aws:s3:::B/*""#)], ..CASE }, NO_IDENTITY);
    check(Case { who: "root", ..CASE }, "allowed");
    check(Case { who: "anonymous", ..CASE }, NO_RESOURCE);

    let user = to(r#"{"AWS":"arn:aws:iam::111122223333:user/x"}"#);
    check(Case { resource: Some(&user), ..CASE }, "allowed");
    check(Case { who: "role", resource: Some(&user), ..CASE }, NO_IDENTITY);
    // The account's own id leaves it to the account's policies.
    let account = to(r#"{"AWS":"111122223333"}"#);
    check(Case { resource: Some(&account), ..CASE }, NO_IDENTITY);
    check(Case { resource: Some(&account), identity: &[&yes], ..CASE }, "allowed");
    let denied = deny(&format!(r#""Principal":{{"AWS":"111122223333"}},{GET}"#));
    check(
        Case { resource: Some(&denied), identity: &[&yes], ..CASE },
        "with an explicit deny in a resource-based policy",
    );
    check(Case { who: "root", resource: Some(&denied), ..CASE }, "with an explicit deny in a resource-based policy");
    for who in ["user", "role", "federated", "anonymous", "service"] {
        check(Case { who, resource: Some(&to(r#""*""#)), ..CASE }, "allowed");
    }
    let service = to(r#"{"Service":"cloudtrail.amazonaws.com"}"#);
    check(Case { who: "service", resource: Some(&service), ..CASE }, "allowed");
    check(Case { resource: Some(&service), ..CASE }, NO_IDENTITY);
}

/// "Permissions boundaries for IAM entities" and "Policies and permissions", on session policies.
#[test]
fn boundaries_and_sessions() {
    let (yes, no) = (allow(GET), deny(GET));
    let other = allow(r#""Action":"s3:PutObject","Resource":"*""#);
    let with = Case { identity: &[&yes], ..CASE };
    check(Case { boundary: Some(&yes), ..with }, "allowed");
    check(Case { boundary: Some(&other), ..with }, NO_BOUNDARY);
    check(Case { boundary: Some(&no), ..with }, "with an explicit deny in a permissions boundary");
    check(Case { boundary: Some(&yes), ..CASE }, NO_IDENTITY);
    check(Case { who: "role", session: Some(&other), ..with }, NO_SESSION);
    check(Case { who: "role", session: Some(&no), ..with }, "with an explicit deny in a session policy");
    check(Case { who: "role", session: Some(&yes), ..with }, "allowed");
    check(Case { who: "role", ..with }, "allowed");
    // What a bucket's policy gives a user is not limited by the boundary; what it gives a role is; a session is not.
    let user = to(r#"{"AWS":"arn:aws:iam::111122223333:user/x"}"#);
    check(Case { resource: Some(&user), boundary: Some(&other), ..CASE }, "allowed");
    let role = to(r#"{"AWS":"arn:aws:iam::111122223333:role/p/r"}"#);
    check(Case { who: "role", resource: Some(&role), ..CASE }, "allowed");
    check(Case { who: "role", resource: Some(&role), boundary: Some(&other), ..CASE }, NO_BOUNDARY);
    check(Case { who: "role", resource: Some(&role), session: Some(&other), ..CASE }, NO_SESSION);
    let session = to(r#"{"AWS":"arn:aws:sts::111122223333:assumed-role/r/s"}"#);
    check(
        Case { who: "role", resource: Some(&session), boundary: Some(&other), session: Some(&other), ..CASE },
        "allowed",
    );
    // A federated user has what both give.
    check(Case { who: "federated", ..with }, NO_SESSION);
    check(Case { who: "federated", session: Some(&yes), ..with }, "allowed");
    check(Case { who: "federated", session: Some(&yes), ..CASE }, NO_IDENTITY);
    let federated = to(r#"{"AWS":"arn:aws:sts::111122223333:federated-user/f"}"#);
    check(Case { who: "federated", resource: Some(&federated), ..CASE }, "allowed");
}

/// "Cross-account policy evaluation logic".
#[test]
fn across_accounts() {
    let (yes, no) = (allow(GET), deny(GET));
    let user = to(r#"{"AWS":"arn:aws:iam::111122223333:user/x"}"#);
    let account = to(r#"{"AWS":"arn:aws:iam::111122223333:root"}"#);
    let across = Case { account: OTHER, ..CASE };
    check(Case { identity: &[&yes], ..across }, NO_RESOURCE);
    check(Case { resource: Some(&user), ..across }, NO_IDENTITY);
    for resource in [&user, &account] {
        check(Case { identity: &[&yes], resource: Some(resource), ..across }, "allowed");
        check(
            Case { identity: &[&yes], boundary: Some(&no), resource: Some(resource), ..across },
            "with an explicit deny in a permissions boundary",
        );
    }
    check(Case { who: "root", ..across }, NO_RESOURCE);
    check(Case { who: "root", resource: Some(&account), ..across }, "allowed");
    check(Case { who: "anonymous", resource: Some(&to(r#""*""#)), ..across }, "allowed");
}

/// "Key policies in AWS KMS" and "Update a role trust policy": what must permit by itself.
#[test]
fn where_the_resource_must_permit() {
    let yes = allow(GET);
    let must = Case { rule: ResourceRule::ResourceMustPermit, ..CASE };
    check(Case { identity: &[&yes], ..must }, NO_RESOURCE);
    let account = to(r#"{"AWS":"111122223333"}"#);
    check(Case { resource: Some(&account), ..must }, NO_IDENTITY);
    check(Case { resource: Some(&account), identity: &[&yes], ..must }, "allowed");
    check(Case { resource: Some(&to(r#"{"AWS":"arn:aws:iam::111122223333:user/x"}"#)), ..must }, "allowed");
}

/// "AWS JSON policy elements: NotPrincipal".
#[test]
fn not_principal() {
    let yes = allow(GET);
    let but = |entries: &str| deny(&format!(r#""NotPrincipal":{{"AWS":[{entries}]}},{GET}"#));
    let with = Case { identity: &[&yes], ..CASE };
    let denied = "with an explicit deny in a resource-based policy";
    let (user, root) = (r#""arn:aws:iam::111122223333:user/x""#, r#""arn:aws:iam::111122223333:root""#);
    check(Case { resource: Some(&but(&format!("{user},{root}"))), ..with }, "allowed");
    check(Case { resource: Some(&but(user)), ..with }, denied);
    check(Case { resource: Some(&but(root)), ..with }, denied);
    check(Case { resource: Some(&but(&format!("{user},{root}"))), boundary: Some(&yes), ..with }, denied);
    check(Case { who: "role", resource: Some(&but(&format!("{user},{root}"))), ..with }, denied);
}

/// "IAM policy elements: Variables and tags": a home folder for each user.
#[test]
fn variables_in_resources() {
    for (resource, expected) in [
        ("arn:aws:s3:::${aws:username}/*", NO_IDENTITY),
        ("arn:aws:s3:::b/${aws:username, 'k'}", NO_IDENTITY),
        ("arn:aws:s3:::b/${aws:nothing, 'k'}", "allowed"),
        ("arn:aws:s3:::b/${aws:nothing}", NO_IDENTITY),
        ("arn:aws:s3:::b/${*}", NO_IDENTITY),
    ] {
        let statement = allow(&format!(r#""Action":"s3:*","Resource":"{resource}""#));
        check(Case { identity: &[&statement], ..CASE }, expected);
    }
}
