//! AddPermission: a statement of that name in the topic's policy, for whole accounts.

use ashiato_meta::topics;
use ashiato_policy::arn::is_account_id;
use serde_json::{Value, json};

use super::failure::{invalid, of_state};
use super::{attributes, named, policy};
use crate::aws::Error;
use crate::aws::generated::sns::AddPermissionInput;
use crate::context::Context;

pub(super) async fn add_permission(ctx: &Context, input: AddPermissionInput) -> Result<(), Error> {
    if input.label.is_empty() {
        return Err(invalid("Label"));
    }
    if input.aws_account_id.is_empty() || !input.aws_account_id.iter().all(|id| is_account_id(id)) {
        return Err(invalid("AWSAccountId"));
    }
    if input.action_name.is_empty() {
        return Err(invalid("ActionName"));
    }
    input.action_name.iter().try_for_each(|name| policy::check_action(name))?;
    let mut tx = named::write(ctx).await?;
    let topic = named::topic(&mut tx, &input.topic_arn).await?;
    let mut kept = policy::read(&topic)?;
    let statements = policy::statements(&mut kept);
    if statements.iter().any(|statement| statement["Sid"] == input.label.as_str()) {
        return Err(invalid("Statement already exists"));
    }
    statements.push(json!({
        "Sid": input.label,
        "Effect": "Allow",
        "Principal": { "AWS": one_or_all(input.aws_account_id, |id| format!("arn:aws:iam::{id}:root")) },
        "Action": one_or_all(input.action_name, |name| format!("SNS:{name}")),
        "Resource": topic.arn,
    }));
    let text = kept.to_string();
    policy::check(&text)?;
    let mut told = attributes::read(&topic.attributes)?;
    told.insert("Policy".into(), text);
    topics::set_attributes(&mut tx, &topic.arn, &attributes::write(&told)).await.map_err(of_state)?;
    tx.commit().await.map_err(of_state)
}

/// As AWS writes it: one alone, and several as a list.
fn one_or_all(given: Vec<String>, written: fn(String) -> String) -> Value {
    let mut all: Vec<Value> = given.into_iter().map(|one| written(one).into()).collect();
    match all.len() {
        1 => all.remove(0),
        _ => Value::Array(all),
    }
}
