//! The limits of shapes, as tables that the server's validation reads.

use anyhow::Result;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::model::{Model, members, wire};
use super::names::constant;
use super::pattern::translate;

/// The schemas of all shapes that served operations reach, named for the shape.
pub(super) fn write(model: &Model, served: &BTreeSet<String>) -> Result<String> {
    let mut patterns: BTreeMap<&str, String> = BTreeMap::new();
    let mut body = String::new();
    for name in served {
        let shape = model.shape(name);
        if let Some(java) = shape["pattern"].as_str() {
            let next = format!("PATTERN_{}", patterns.len() + 1);
            patterns.entry(java).or_insert(next);
        }
        match shape["type"].as_str() {
            Some("structure") => structure(&mut body, model, name, shape),
            _ => {
                let _ = writeln!(
                    body,
                    "static {}: Shape = {};",
                    constant_of(name),
                    scalar_or_list(model, shape, &patterns)
                );
            }
        }
    }
    let mut text = String::from("//! The limits of this service's served operations.\n\n");
    let used: Vec<&str> = ["List", "Map", "Member", "Pattern", "Shape", "Structure", "Text"]
        .into_iter()
        .filter(|name| body.contains(&format!("{name} {{")) || (*name == "Shape" && body.contains("Shape::")))
        .collect();
    let mut used: Vec<&str> = used.into_iter().filter(|name| *name != "Pattern").collect();
    if !patterns.is_empty() {
        used.push("Pattern");
    }
    if !used.is_empty() {
        let _ = writeln!(text, "use crate::aws::schema::{{{}}};\n", used.join(", "));
    }
    for (java, name) in &patterns {
        let _ = writeln!(text, "static {name}: Pattern = Pattern::new(r#\"{java}\"#, r#\"{}\"#);", translate(java)?);
    }
    Ok(text + &body)
}

fn structure(body: &mut String, model: &Model, name: &str, shape: &Value) {
    let required = model.required(shape);
    let _ = writeln!(body, "pub static {}: Structure = Structure {{ name: \"{name}\", members: &[", constant(name));
    for (member_name, member) in members(shape) {
        let inner = member["shape"].as_str().unwrap_or_default();
        let is_required = required.contains(member_name.as_str());
        let reference = reference(model, inner);
        let wire = wire(member_name, member);
        let _ = writeln!(body, "Member {{ name: \"{wire}\", shape: {reference}, is_required: {is_required} }},");
    }
    body.push_str("] };\n");
}

/// Scalars and lists are named apart from structures, and `string` from `String`: a model may have both.
fn constant_of(name: &str) -> String {
    let is_lower = name.starts_with(|first: char| first.is_ascii_lowercase());
    format!("{}{}", constant(name), if is_lower { "_LOWER_SHAPE" } else { "_SHAPE" })
}

fn reference(model: &Model, name: &str) -> String {
    match model.shape(name)["type"].as_str() {
        Some("structure") => format!("&Shape::Structure(&{})", constant(name)),
        _ => format!("&{}", constant_of(name)),
    }
}

fn scalar_or_list(model: &Model, shape: &Value, patterns: &BTreeMap<&str, String>) -> String {
    let part = |part: &str| reference(model, shape[part]["shape"].as_str().unwrap_or_default());
    let part_wire = |part: &str, usual: &str| shape[part]["locationName"].as_str().unwrap_or(usual).to_string();
    let min = shape["min"].as_u64().unwrap_or(0);
    let max = shape["max"].as_u64().map_or("u64::MAX".to_string(), |max| max.to_string());
    match shape["type"].as_str().unwrap_or_default() {
        "integer" | "long" => {
            let is_long = shape["type"] == "long";
            let bound = |name: &str, long: &str, int: &str| {
                shape[name].as_i64().map_or(if is_long { long } else { int }.to_string(), |bound| bound.to_string())
            };
            let (min, max) = (bound("min", "i64::MIN", "-2147483648"), bound("max", "i64::MAX", "2147483647"));
            format!("Shape::Integer {{ min: {min}, max: {max} }}")
        }
        "double" | "float" => {
            let bound = |name: &str, none: &str| shape[name].as_f64().map_or(none.to_string(), |b| format!("{b:?}"));
            format!("Shape::Number {{ min: {}, max: {} }}", bound("min", "f64::MIN"), bound("max", "f64::MAX"))
        }
        "boolean" => "Shape::Boolean".into(),
        "timestamp" => "Shape::Timestamp".into(),
        "blob" => format!("Shape::Blob {{ min: {min}, max: {max} }}"),
        "list" => {
            let is_flat = shape["flattened"] == true;
            let wire = if is_flat { String::new() } else { part_wire("member", "member") };
            format!("Shape::List(List {{ member: {}, wire: \"{wire}\", min: {min}, max: {max} }})", part("member"))
        }
        "map" => format!(
            "Shape::Map(Map {{ key: {}, value: {}, key_wire: \"{}\", value_wire: \"{}\", min: {min}, max: {max} }})",
            part("key"),
            part("value"),
            part_wire("key", "key"),
            part_wire("value", "value"),
        ),
        _ => {
            let pattern = shape["pattern"].as_str().map_or("None".into(), |java| format!("Some(&{})", patterns[java]));
            let values: Vec<String> = shape["enum"]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(|v| format!("{v:?}"))
                .collect();
            let is_sensitive = shape["sensitive"] == true;
            format!(
                "Shape::Text(Text {{ min: {min}, max: {max}, pattern: {pattern}, values: &[{}], is_sensitive: {is_sensitive} }})",
                values.join(", ")
            )
        }
    }
}
