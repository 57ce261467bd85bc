//! Structures and enumerations as Rust types.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Model, members, wire};
use super::names::{snake, type_name};

/// The types of all shapes that served operations reach.
pub(super) fn write(model: &Model, served: &BTreeSet<String>) -> String {
    let mut body = String::new();
    for name in served {
        let shape = model.shape(name);
        match shape["type"].as_str() {
            Some("structure") => structure(&mut body, model, name, shape),
            Some("string") if shape["enum"].is_array() => enumeration(&mut body, name, shape),
            _ => {}
        }
    }
    let mut text = String::from("//! The types of this service's served operations.\n\n");
    if body.contains("BTreeMap<") {
        text.push_str("use std::collections::BTreeMap;\n\n");
    }
    if body.contains("serde::") {
        let special: Vec<&str> =
            ["Blob", "Timestamp"].into_iter().filter(|name| body.contains(&format!("crate::aws::{name}"))).collect();
        text.push_str("use serde::{Deserialize, Serialize};\n\n");
        if !special.is_empty() {
            let _ = writeln!(text, "use crate::aws::{{{}}};\n", special.join(", "));
        }
    }
    text + &body.replace("serde::", "").replace("crate::aws::", "")
}

fn structure(body: &mut String, model: &Model, name: &str, shape: &Value) {
    let required = model.required(shape);
    let default = if can_default(model, name, &mut BTreeSet::new()) { "Default, " } else { "" };
    let has_secret = members(shape).any(|(name, member)| is_secret(model, name, member));
    let debug = if has_secret { "" } else { "Debug, " };
    let _ = writeln!(body, "#[derive({debug}Clone, {default}PartialEq, serde::Serialize, serde::Deserialize)]");
    let _ = writeln!(body, "pub struct {} {{", type_name(name));
    for (member_name, member) in members(shape) {
        let field = snake(member_name);
        let wire = wire(member_name, member);
        let rust = rust_type(model, member["shape"].as_str().unwrap_or_default());
        let is_required = required.contains(member_name.as_str());
        let mut attributes = Vec::new();
        if field.trim_start_matches("r#") != wire {
            attributes.push(format!("rename = \"{wire}\""));
        }
        if !is_required {
            attributes.push("default, skip_serializing_if = \"Option::is_none\"".into());
        }
        if !attributes.is_empty() {
            let _ = writeln!(body, "#[serde({})]", attributes.join(", "));
        }
        let rust = if is_required { rust } else { format!("Option<{rust}>") };
        let _ = writeln!(body, "pub {field}: {rust},");
    }
    body.push_str("}\n\n");
    if has_secret {
        redacted_debug(body, model, name, shape);
    }
}

/// Whether no log may show a member. Models mark most; a session's token they do not.
fn is_secret(model: &Model, name: &str, member: &Value) -> bool {
    let inner = model.shape(member["shape"].as_str().unwrap_or_default());
    let is_named_so = ["SecretAccessKey", "SessionToken", "WebIdentityToken", "SAMLAssertion"].contains(&name)
        || (name.ends_with("Password") && inner["type"] == "string");
    inner["sensitive"] == true || is_named_so
}

/// `Debug` as derived, except that a secret is never shown, nor whether it is there.
fn redacted_debug(body: &mut String, model: &Model, name: &str, shape: &Value) {
    let rust = type_name(name);
    let _ = writeln!(body, "impl std::fmt::Debug for {rust} {{");
    body.push_str("fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {\n");
    let _ = write!(body, "f.debug_struct({rust:?})");
    for (member_name, member) in members(shape) {
        let field = snake(member_name);
        let shown = match is_secret(model, member_name, member) {
            true => "&\"***\"".to_string(),
            false => format!("&self.{field}"),
        };
        let _ = write!(body, ".field({:?}, {shown})", field.trim_start_matches("r#"));
    }
    body.push_str(".finish()\n}\n}\n\n");
}

fn enumeration(body: &mut String, name: &str, shape: &Value) {
    body.push_str("#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]\n");
    let _ = writeln!(body, "pub enum {} {{", type_name(name));
    let mut taken = BTreeSet::new();
    for value in shape["enum"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        let mut variant = variant(value);
        while !taken.insert(variant.clone()) {
            variant.push('X');
        }
        if variant != value {
            let _ = writeln!(body, "#[serde(rename = \"{value}\")]");
        }
        let _ = writeln!(body, "{variant},");
    }
    body.push_str("}\n\n");
}

/// `QUEUED` → `Queued`, `aws:kms` → `AwsKms`, `CreateTable` as it is, `2019` → `V2019`.
fn variant(value: &str) -> String {
    let mut variant = String::new();
    for word in value.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_capitals = !word.bytes().any(|b| b.is_ascii_lowercase());
        let (first, rest) = word.split_at(1);
        variant.push_str(&first.to_ascii_uppercase());
        variant.push_str(&if is_capitals { rest.to_ascii_lowercase() } else { rest.to_string() });
    }
    match variant.as_str() {
        "" => "Empty".into(),
        "Self" => "SelfValue".into(),
        _ if variant.starts_with(|c: char| c.is_ascii_digit()) => format!("V{variant}"),
        _ => variant,
    }
}

fn rust_type(model: &Model, name: &str) -> String {
    let shape = model.shape(name);
    let part = |part: &str| rust_type(model, shape[part]["shape"].as_str().unwrap_or_default());
    match shape["type"].as_str().unwrap_or_default() {
        "string" if shape["enum"].is_array() => type_name(name),
        "integer" | "long" => "i64".into(),
        "double" | "float" => "f64".into(),
        "boolean" => "bool".into(),
        "timestamp" => "crate::aws::Timestamp".into(),
        "blob" => "crate::aws::Blob".into(),
        "list" => format!("Vec<{}>", part("member")),
        "map" => format!("BTreeMap<{}, {}>", "String", part("value")),
        "structure" if model.is_recursive(name) => format!("Box<{}>", type_name(name)),
        "structure" => type_name(name),
        _ => "String".into(),
    }
}

/// An enumeration has no default, so nor has a structure that must hold one.
fn can_default(model: &Model, name: &str, seen: &mut BTreeSet<String>) -> bool {
    if !seen.insert(name.to_string()) {
        return true;
    }
    let shape = model.shape(name);
    let required = model.required(shape);
    members(shape).filter(|(member, _)| required.contains(member.as_str())).all(|(_, member)| {
        let inner_name = member["shape"].as_str().unwrap_or_default();
        let inner = model.shape(inner_name);
        !inner["enum"].is_array() && (inner["type"] != "structure" || can_default(model, inner_name, seen))
    })
}
