//! A topic's policy, as it is given and changed.

use ashiato_policy::document::{Document, PolicyKind, Selection};
use serde_json::Value;

use super::failure::{invalid, of_message};
use crate::aws::Error;
use crate::topics::{ACTIONS, policy_of};

/// Source: "Amazon Simple Notification Service endpoints and quotas".
const BYTES_MAX: usize = 30 * 1024;
/// Beside what the server decides, what AWS's own policies name.
const RECEIVE: &str = "Receive";

/// Refuses what is no policy of a topic.
pub(super) fn check(text: &str) -> Result<(), Error> {
    if text.len() > BYTES_MAX {
        return Err(invalid(format!("Policy Reason: a policy has at most {BYTES_MAX} bytes")));
    }
    let document = Document::parse(text, PolicyKind::Resource);
    let document = document.map_err(|why| invalid(format!("Policy Error: {why}")))?;
    let actions = document.statements.iter().flat_map(|statement| match &statement.actions {
        Selection::Of(actions) | Selection::AllBut(actions) => actions,
    });
    for action in actions {
        let (service, name) = action.split_once(':').unwrap_or_default();
        check_action(Some(name).filter(|_| service.eq_ignore_ascii_case("sns")).unwrap_or_default())?;
    }
    Ok(())
}

/// Refuses what is no action on a topic. Wildcards are none either.
pub(super) fn check_action(name: &str) -> Result<(), Error> {
    let is_known = |known: &&str| known.eq_ignore_ascii_case(name);
    match ACTIONS.iter().chain([&RECEIVE]).any(is_known) {
        true => Ok(()),
        false => Err(invalid("Policy statement action out of service scope!")),
    }
}

/// A topic's policy, to be changed.
pub(super) fn read(topic: &ashiato_meta::topics::Topic) -> Result<Value, Error> {
    let text = policy_of(topic).map_err(of_message)?;
    serde_json::from_str(&text).map_err(|why| Error::internal(format!("the policy of topic {}: {why}", topic.arn)))
}

/// Its statements, as a list.
pub(super) fn statements(policy: &mut Value) -> &mut Vec<Value> {
    let given = policy["Statement"].take();
    policy["Statement"] = match given {
        Value::Array(_) => given,
        Value::Null => Value::Array(Vec::new()),
        one => Value::Array(vec![one]),
    };
    policy["Statement"].as_array_mut().expect("it is a list now")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policies() {
        let policy = |action: &str| {
            let topic = "arn:aws:sns:eu-north-1:111122223333:t";
            format!(r#"{{"Statement":{{"Effect":"Allow","Principal":"*","Action":{action},"Resource":"{topic}"}}}}"#)
        };
        for good in [r#""SNS:Publish""#, r#"["sns:Subscribe","SNS:receive"]"#] {
            assert!(check(&policy(good)).is_ok(), "{good}");
        }
        for bad in [r#""SNS:*""#, r#""*""#, r#""SNS:CreateTopic""#, r#""SQS:Publish""#] {
            let refused = check(&policy(bad)).expect_err(bad);
            assert_eq!(refused.message, "Invalid parameter: Policy statement action out of service scope!", "{bad}");
        }
        assert!(check(&policy(r#""Publish""#)).is_err(), "an action without its service");
        let padded = |bytes: usize| {
            let bare = policy(r#""SNS:Publish""#);
            format!("{bare}{}", " ".repeat(bytes - bare.len()))
        };
        assert!(check(&padded(BYTES_MAX)).is_ok() && check(&padded(BYTES_MAX + 1)).is_err());
        for no_policy in ["", "{}", "[]", "{", r#"{"Statement":[]}"#] {
            assert!(check(no_policy).is_err(), "{no_policy}");
        }
    }

    #[test]
    fn statements_become_a_list() {
        for (given, count) in [("{}", 0), (r#"{"Statement":{"Sid":"a"}}"#, 1), (r#"{"Statement":[{},{}]}"#, 2)] {
            let mut policy = serde_json::from_str(given).expect("it is JSON");
            assert_eq!(statements(&mut policy).len(), count, "{given}");
        }
    }
}
