//! `Principal` and `NotPrincipal`: whom a statement is about.

use super::json::Node;
use super::statement::read_texts;
use crate::Error;
use crate::arn::{Arn, is_account_id};

/// Whom a statement is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Principals {
    /// `Principal`: one of these.
    Of(Vec<PrincipalEntry>),
    /// `NotPrincipal`: everyone but these.
    AllBut(Vec<PrincipalEntry>),
}

/// One entry of a principal element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrincipalEntry {
    /// `*`: everyone, also those who did not sign.
    Everyone,
    /// An account, by its id or the ARN of its root: it may pass the right on to its users.
    Account(String),
    /// A user, role, role session or federated user, by its ARN.
    Arn(String),
    /// The unique id of a user or role: what AWS leaves in place of the ARN of one that was deleted.
    UniqueId(String),
    /// A service, `cloudtrail.amazonaws.com`.
    Service(String),
    /// A web identity or SAML provider. Nobody here signs in through one, so that it matches nobody.
    Federated(String),
    /// The id of an account in the form that S3's access lists use. Matches nobody here.
    CanonicalUser(String),
}

/// Reads the value of `Principal` or `NotPrincipal`.
pub(super) fn read(node: Node, place: &str) -> Result<Vec<PrincipalEntry>, Error> {
    let kinds = match node {
        Node::Text(text) if text == "*" => return Ok(vec![PrincipalEntry::Everyone]),
        Node::Object(kinds) if !kinds.is_empty() => kinds,
        _ => return Err(Error::malformed(place, "Invalid principal in policy")),
    };
    let mut entries = Vec::new();
    for (kind, values) in kinds {
        let place = format!("{place}.{kind}");
        let values = read_texts(values, &place)?;
        if values.is_empty() {
            return Err(Error::malformed(place, "Invalid principal in policy"));
        }
        for value in values {
            entries.push(match kind.as_str() {
                "AWS" => read_aws(value, &place)?,
                "Service" if is_service(&value) => PrincipalEntry::Service(value),
                "Federated" => PrincipalEntry::Federated(value),
                "CanonicalUser" => PrincipalEntry::CanonicalUser(value),
                _ => return Err(invalid(&place, &kind, &value)),
            });
        }
    }
    Ok(entries)
}

fn read_aws(value: String, place: &str) -> Result<PrincipalEntry, Error> {
    if value == "*" {
        return Ok(PrincipalEntry::Everyone);
    }
    if is_account_id(&value) {
        return Ok(PrincipalEntry::Account(value));
    }
    let is_unique_id =
        value.len() >= 16 && value.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if is_unique_id && (value.starts_with("AIDA") || value.starts_with("AROA")) {
        return Ok(PrincipalEntry::UniqueId(value));
    }
    let Ok(arn) = Arn::parse(&value) else { return Err(invalid(place, "AWS", &value)) };
    let kind = arn.resource.split('/').next().unwrap_or_default();
    let names_one = matches!(
        (arn.service.as_str(), kind),
        ("iam", "root" | "user" | "role") | ("sts", "assumed-role" | "federated-user")
    );
    // Part of a name may not be wild: an ARN stands for one principal.
    if !names_one || !is_account_id(&arn.account) || value.contains(['*', '?']) {
        return Err(invalid(place, "AWS", &value));
    }
    match arn.service == "iam" && arn.resource == "root" {
        true => Ok(PrincipalEntry::Account(arn.account)),
        false => Ok(PrincipalEntry::Arn(value)),
    }
}

fn is_service(value: &str) -> bool {
    !value.contains(['*', '?']) && (value.ends_with(".amazonaws.com") || value.ends_with(".amazonaws.com.cn"))
}

fn invalid(place: &str, kind: &str, value: &str) -> Error {
    Error::malformed(place, format!("Invalid principal in policy: \"{kind}\":\"{value}\""))
}
