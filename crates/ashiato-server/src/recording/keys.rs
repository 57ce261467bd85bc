//! The keys that a call of KMS is about, as its record names them.

use ashiato_event::record::Resource;
use serde_json::Value;
use std::collections::BTreeSet;

/// Members that name a key in what is asked and what is answered.
const MEMBERS: &[&str] = &["KeyId", "SourceKeyId", "DestinationKeyId", "TargetKeyId"];

/// Keys, and the alias that is made, moved or taken away. An alias that stands for a key is not looked up: the answer
/// names the key, and of a call that failed it is not known. `owner` is the account whose they are; `None`: they are not
/// there.
pub(super) fn resources(
    (asked, answered): (Option<&Value>, Option<&Value>),
    (region, account): (&str, &str),
    owner: Option<&str>,
) -> Vec<Resource> {
    let place = format!("arn:aws:kms:{region}:{account}:");
    let given =
        |value: Option<&Value>, member: &str| value.and_then(|value| value[member].as_str()).map(str::to_string);
    let mut keys = BTreeSet::new();
    for member in MEMBERS {
        keys.extend([asked, answered].into_iter().filter_map(|value| given(value, member)));
    }
    keys.extend(answered.and_then(|answered| given(answered.get("KeyMetadata"), "Arn")));
    let keys: BTreeSet<String> = keys.into_iter().filter_map(|key| key_arn(key, &place)).collect();
    let alias = given(asked, "AliasName").map(|alias| format!("{place}{alias}"));
    let resource = |kind: &str, arn: String| Resource {
        account_id: owner.map(str::to_string),
        kind: kind.to_string(),
        arn: Some(arn),
        arn_prefix: None,
    };
    let keys = keys.into_iter().map(|arn| resource("AWS::KMS::Key", arn));
    keys.chain(alias.map(|arn| resource("AWS::KMS::Alias", arn))).collect()
}

/// `None`: it is no key's name, or that of an alias.
fn key_arn(named: String, place: &str) -> Option<String> {
    if named.starts_with("arn:") {
        return named.contains(":key/").then_some(named);
    }
    let is_id = named.len() == 36 && named.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    is_id.then(|| format!("{place}key/{named}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_key_is_named_once_by_its_arn() {
        let id = "12345678-1234-1234-1234-123456789012";
        let arn = format!("arn:aws:kms:eu-north-1:111122223333:key/{id}");
        let named = |asked: Value, answered: Value| -> Vec<String> {
            let place = ("eu-north-1", "111122223333");
            let found = resources((Some(&asked), Some(&answered)), place, Some(place.1));
            found.into_iter().filter_map(|resource| resource.arn).collect()
        };
        assert_eq!(named(json!({ "KeyId": id }), json!({ "KeyId": arn })), vec![arn.clone()]);
        assert_eq!(named(json!({ "KeyId": "alias/a" }), json!({ "KeyMetadata": { "Arn": arn } })), vec![arn.clone()]);
        let alias = "arn:aws:kms:eu-north-1:111122223333:alias/a".to_string();
        assert_eq!(named(json!({ "AliasName": "alias/a", "TargetKeyId": id }), Value::Null), [arn, alias]);
        assert!(named(json!({ "KeyId": "alias/a" }), Value::Null).is_empty());
        let missing = resources((Some(&json!({ "KeyId": id })), None), ("eu-north-1", "111122223333"), None);
        assert_eq!(missing.into_iter().map(|resource| resource.account_id).collect::<Vec<_>>(), [None::<String>]);
    }
}
