//! Laws that hold for every policy and every pattern.

use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Decision, Named, Policies, Principal, Request, decide};
use ashiato_policy::wildcard::Pattern;
use proptest::prelude::*;

fn statement() -> impl Strategy<Value = String> {
    let action = prop::sample::select(vec!["*", "s3:*", "s3:GetObject", "s3:Put*", "athena:?tart*"]);
    let resource = prop::sample::select(vec!["*", "arn:aws:s3:::b/*", "arn:aws:s3:::?", "arn:aws:s3:::b/k"]);
    let condition = prop::sample::select(vec!["", r#","Condition":{"Bool":{"aws:securetransport":"true"}}"#]);
    (any::<bool>(), any::<bool>(), action, any::<bool>(), resource, condition).prop_map(
        |(allows, not_action, action, not_resource, resource, condition)| {
            let effect = if allows { "Allow" } else { "Deny" };
            let not = |is: bool| if is { "Not" } else { "" };
            format!(
                r#"{{"Effect":"{effect}","{}Action":"{action}","{}Resource":"{resource}"{condition}}}"#,
                not(not_action),
                not(not_resource)
            )
        },
    )
}

fn decided(statements: &[String]) -> Decision {
    let text = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","));
    let document = Document::parse(&text, PolicyKind::Identity).expect("a policy");
    let identity = [Named { name: "p", document: &document }];
    let principal = Principal::User {
        account: "111122223333".into(),
        arn: "arn:aws:iam::111122223333:user/x".into(),
        name: "x".into(),
        id: "AIDAQAAAAAAAGMKEM7X5A".into(),
    };
    let request = Request {
        principal: &principal,
        action: "s3:GetObject",
        resource: "arn:aws:s3:::b/k",
        resource_account: "111122223333",
        keys: &|key| (key == "aws:securetransport").then(|| vec!["true".to_string()]),
    };
    decide(&request, &Policies { identity: &identity, ..Policies::default() })
}

/// The textbook definition, which takes exponential time.
fn oracle(pattern: &[char], text: &[char]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        (['*', pattern @ ..], _) => (0..=text.len()).any(|skipped| oracle(pattern, &text[skipped..])),
        (['?', pattern @ ..], [_, text @ ..]) => oracle(pattern, text),
        ([first, pattern @ ..], [c, text @ ..]) => first == c && oracle(pattern, text),
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_deny_always_wins(mut statements in prop::collection::vec(statement(), 0..6), at in any::<prop::sample::Index>()) {
        let place = at.index(statements.len() + 1);
        statements.insert(place, r#"{"Effect":"Deny","Action":"s3:Get*","Resource":"*"}"#.to_string());
        prop_assert!(matches!(decided(&statements), Decision::ExplicitDeny(_)));
    }

    #[test]
    fn another_allow_never_denies(mut statements in prop::collection::vec(statement(), 1..6), allow in statement()) {
        let before = decided(&statements);
        statements.push(allow.replace("\"Deny\"", "\"Allow\""));
        prop_assert!(!before.is_allowed() || decided(&statements).is_allowed());
    }

    #[test]
    fn wildcards_match_as_defined(pattern in "[ab*?]{0,8}", text in "[ab]{0,8}") {
        let chars = |text: &str| text.chars().collect::<Vec<char>>();
        prop_assert_eq!(Pattern::new(&pattern).matches(&text), oracle(&chars(&pattern), &chars(&text)));
    }

    /// The body of the fuzz target `parse`.
    #[test]
    fn no_text_panics(statements in prop::collection::vec(statement(), 1..3), at in any::<prop::sample::Index>(), edit in ".{0,3}") {
        let text = format!(r#"{{"Version":"2012-10-17","Statement":[{}]}}"#, statements.join(","));
        let place = at.index(text.len());
        let edited = format!("{}{edit}{}", &text[..place], &text[(place + edit.len()).min(text.len())..]);
        for kind in [PolicyKind::Identity, PolicyKind::Resource, PolicyKind::Trust] {
            if let Ok(document) = Document::parse(&edited, kind) {
                prop_assert_eq!(&document.text, &edited);
            }
        }
    }
}

#[test]
fn many_stars_cost_little() {
    let pattern = Pattern::new(&"a*".repeat(1000));
    assert!(!pattern.matches(&"a".repeat(999)));
    assert!(pattern.matches(&"a".repeat(2000)));
}
