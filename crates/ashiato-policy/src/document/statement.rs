//! One statement, and what each kind of policy must and must not say in it.

use std::collections::HashSet;

use super::json::Node;
use super::{Effect, PolicyKind, Principals, Selection, Statement, Version, principal};
use crate::Error;
use crate::arn::Arn;
use crate::condition;

/// Reads all statements of a policy.
pub(super) fn read_all(nodes: Vec<Node>, kind: PolicyKind, version: Version) -> Result<Vec<Statement>, Error> {
    let mut sids = HashSet::new();
    let mut statements = Vec::with_capacity(nodes.len());
    for (index, node) in nodes.into_iter().enumerate() {
        let place = format!("Statement[{index}]");
        let statement = read(node, kind, version, &place)?;
        if let Some(sid) = &statement.sid
            && !sid.is_empty()
            && !sids.insert(sid.clone())
        {
            let message = "Statement IDs (SID) in a single policy must be unique.";
            return Err(Error::malformed(format!("{place}.Sid"), message));
        }
        statements.push(statement);
    }
    Ok(statements)
}

fn read(node: Node, kind: PolicyKind, version: Version, place: &str) -> Result<Statement, Error> {
    let Node::Object(entries) = node else {
        return Err(Error::malformed(place, "Syntax errors in policy."));
    };
    let (mut sid, mut effect, mut principals, mut actions, mut resources) = (None, None, None, None, None);
    let mut conditions = Vec::new();
    for (key, value) in entries {
        let place = format!("{place}.{key}");
        match key.as_str() {
            "Sid" => sid = Some(read_sid(value, kind, &place)?),
            "Effect" => effect = Some(read_effect(value, &place)?),
            "Principal" => set(&mut principals, Principals::Of(principal::read(value, &place)?), &place)?,
            "NotPrincipal" => set(&mut principals, Principals::AllBut(principal::read(value, &place)?), &place)?,
            "Action" => set(&mut actions, Selection::Of(read_actions(value, &place)?), &place)?,
            "NotAction" => set(&mut actions, Selection::AllBut(read_actions(value, &place)?), &place)?,
            "Resource" => set(&mut resources, Selection::Of(read_resources(value, &place)?), &place)?,
            "NotResource" => set(&mut resources, Selection::AllBut(read_resources(value, &place)?), &place)?,
            "Condition" => conditions = read_conditions(value, version, &place)?,
            _ => return Err(Error::malformed(place, "Syntax errors in policy.")),
        }
    }
    match kind {
        PolicyKind::Identity if principals.is_some() => {
            return Err(Error::malformed(place, "Policy document should not specify a principal."));
        }
        PolicyKind::Resource | PolicyKind::Trust if principals.is_none() => {
            return Err(Error::malformed(place, "Missing required field Principal"));
        }
        PolicyKind::Trust if resources.is_some() => {
            return Err(Error::malformed(place, "Has prohibited field Resource"));
        }
        PolicyKind::Identity | PolicyKind::Resource if resources.is_none() => {
            return Err(Error::malformed(place, "Policy statement must contain resources."));
        }
        _ => {}
    }
    Ok(Statement {
        sid,
        effect: effect.ok_or_else(|| Error::malformed(place, "Missing required field Effect"))?,
        principals,
        actions: actions.ok_or_else(|| Error::malformed(place, "Policy statement must contain actions."))?,
        resources,
        conditions,
    })
}

/// Keeps a value that a statement may give once: in the form with `Not` or in the one without.
fn set<T>(slot: &mut Option<T>, value: T, place: &str) -> Result<(), Error> {
    match slot.replace(value) {
        None => Ok(()),
        Some(_) => Err(Error::malformed(place, "Syntax errors in policy.")),
    }
}

/// In identity policies a Sid is letters and digits; the services that have resource policies are not so strict.
fn read_sid(node: Node, kind: PolicyKind, place: &str) -> Result<String, Error> {
    let sid = read_text(node, place)?;
    if kind == PolicyKind::Identity && !sid.chars().all(|c| c.is_ascii_alphanumeric()) {
        return Err(Error::malformed(
            place,
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*",
        ));
    }
    Ok(sid)
}

fn read_effect(node: Node, place: &str) -> Result<Effect, Error> {
    match read_text(node, place)?.as_str() {
        "Allow" => Ok(Effect::Allow),
        "Deny" => Ok(Effect::Deny),
        other => Err(Error::malformed(place, format!("Invalid effect: {other}"))),
    }
}

fn read_actions(node: Node, place: &str) -> Result<Vec<String>, Error> {
    let actions = read_texts(node, place)?;
    if actions.is_empty() {
        return Err(Error::malformed(place, "Policy statement must contain actions."));
    }
    for action in &actions {
        if action == "*" {
            continue;
        }
        let Some((vendor, name)) = action.split_once(':') else {
            let message = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
            return Err(Error::malformed(place, message));
        };
        if vendor.is_empty() || !vendor.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-') {
            return Err(Error::malformed(place, format!("Vendor {vendor} is not valid")));
        }
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"*?-_.".contains(&byte)) {
            return Err(Error::malformed(place, format!("Invalid Action: {action}")));
        }
    }
    Ok(actions)
}

fn read_resources(node: Node, place: &str) -> Result<Vec<String>, Error> {
    let resources = read_texts(node, place)?;
    if resources.is_empty() {
        return Err(Error::malformed(place, "Policy statement must contain resources."));
    }
    for resource in &resources {
        if resource != "*" && Arn::parse(resource).is_err() {
            return Err(Error::malformed(place, format!("Resource {resource} must be in ARN format or \"*\".")));
        }
    }
    Ok(resources)
}

fn read_conditions(node: Node, version: Version, place: &str) -> Result<Vec<condition::Condition>, Error> {
    let Node::Object(operators) = node else {
        return Err(Error::malformed(place, "Syntax errors in policy."));
    };
    let mut conditions = Vec::new();
    for (operator, keys) in operators {
        let place = format!("{place}.{operator}");
        let Node::Object(keys) = keys else {
            return Err(Error::malformed(place, "Syntax errors in policy."));
        };
        for (key, values) in keys {
            let place = format!("{place}.{key}");
            let values = read_texts(values, &place)?;
            conditions.push(condition::Condition::new(&operator, &key, values, version, &place)?);
        }
    }
    Ok(conditions)
}

fn read_text(node: Node, place: &str) -> Result<String, Error> {
    match node {
        Node::Text(text) => Ok(text),
        _ => Err(Error::malformed(place, "Syntax errors in policy.")),
    }
}

/// A text or a list of them. A number or boolean counts as its text, as in `"Bool": {"aws:SecureTransport": true}`.
pub(super) fn read_texts(node: Node, place: &str) -> Result<Vec<String>, Error> {
    let members = match node {
        Node::List(members) => members,
        one => vec![one],
    };
    let texts = members.into_iter().map(|member| match member {
        Node::Text(text) | Node::Scalar(text) => Ok(text),
        _ => Err(Error::malformed(place, "Syntax errors in policy.")),
    });
    texts.collect()
}
