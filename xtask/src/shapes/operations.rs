//! The table of a service's operations, the enumeration of the served ones, and the errors they declare.

use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;

use super::model::{Model, members};
use super::names::{constant, snake};

/// The service's module.
pub(super) fn write(model: &Model, id: &str) -> String {
    let metadata = &model.json["metadata"];
    let text_of = |name: &str| metadata[name].as_str().unwrap_or_default();
    let served: Vec<&String> = model.served().map(|(name, _)| name).collect();
    let mut text =
        format!("//! {}, from its model.\n\npub mod errors;\npub mod schemas;\nmod types;\n\n", text_of("serviceId"));
    text.push_str("use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};\n\n");
    if !served.is_empty() {
        text.push_str("pub use types::*;\n\n");
        operations_enum(&mut text, &served);
    }
    let (first, others) = protocols(metadata);
    let protocol = protocol(metadata, first);
    let also: Vec<String> = others.iter().map(|name| self::protocol(metadata, name)).collect();
    let (also, query_errors) = (also.join(", "), query_errors(model));
    let signing_name = model.signing_name();
    let _ = writeln!(
        text,
        "/// The service.\npub static SERVICE: Service = Service {{ id: ServiceId::{id}, signing_name: {signing_name:?}, \
         protocol: {protocol}, also: &[{also}], query_errors: &[{query_errors}], operations: &["
    );
    for (name, word) in &model.coverage {
        let operation = &model.json["operations"][name];
        let schema = |end: &str| match operation[end]["shape"].as_str() {
            Some(shape) if word != "refused" => format!("Some(&schemas::{})", constant(shape)),
            _ => "None".to_string(),
        };
        let coverage = match word.as_str() {
            "built" => "Built",
            "stored" => "Stored",
            _ => "Refused",
        };
        let (input, output) = (schema("input"), schema("output"));
        let _ = writeln!(
            text,
            "Described {{ name: {name:?}, coverage: Coverage::{coverage}, input: {input}, output: {output} }},"
        );
    }
    text.push_str("] };\n");
    text
}

/// The protocol whose codes the errors have, and all others.
fn protocols(metadata: &Value) -> (&str, Vec<&str>) {
    let first = metadata["protocol"].as_str().unwrap_or_default();
    if !metadata["awsQueryCompatible"].is_object() {
        return (first, Vec::new());
    }
    let all = metadata["protocols"].as_array().into_iter().flatten().filter_map(Value::as_str);
    ("query", all.filter(|name| *name != "query").collect())
}

fn protocol(metadata: &Value, name: &str) -> String {
    let text_of = |name: &str| metadata[name].as_str().unwrap_or_default();
    let target = text_of("targetPrefix");
    let target = target.rsplit('.').next().unwrap_or(target);
    match name {
        "query" => format!(
            "Protocol::Query {{ namespace: {:?}, version: {:?} }}",
            text_of("xmlNamespace"),
            text_of("apiVersion")
        ),
        "rest-json" => "Protocol::RestJson".to_string(),
        "smithy-rpc-v2-cbor" => format!("Protocol::Cbor {{ service: {target:?} }}"),
        _ => format!("Protocol::Json {{ target: {target:?}, version: {:?} }}", text_of("jsonVersion")),
    }
}

/// Of a service whose errors keep the codes of the query protocol: each code that is not the name of its shape, and that
/// name.
fn query_errors(model: &Model) -> String {
    if !model.json["metadata"]["awsQueryCompatible"].is_object() {
        return String::new();
    }
    let declared = model.served().flat_map(|(_, operation)| operation["errors"].as_array().into_iter().flatten());
    let mut names: BTreeSet<&str> = declared.filter_map(|error| error["shape"].as_str()).collect();
    let shapes = model.json["shapes"].as_object().into_iter().flatten();
    names.extend(shapes.filter(|(_, shape)| shape["synthetic"] == true).map(|(name, _)| name.as_str()));
    let renamed = names.into_iter().filter_map(|name| {
        let code = model.shape(name)["error"]["code"].as_str()?;
        (code != name).then(|| format!("({code:?}, {name:?})"))
    });
    renamed.collect::<Vec<_>>().join(", ")
}

fn operations_enum(text: &mut String, served: &[&String]) {
    text.push_str(
        "/// The operations that are served.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]\npub enum Operation {\n",
    );
    served.iter().for_each(|name| {
        let _ = writeln!(text, "{name},");
    });
    text.push_str("}\n\nimpl Operation {\n/// The served operation of this name.\n");
    text.push_str("pub fn named(name: &str) -> Option<Operation> {\nSome(match name {\n");
    served.iter().for_each(|name| {
        let _ = writeln!(text, "{name:?} => Operation::{name},");
    });
    text.push_str("_ => return None,\n})\n}\n}\n\n");
}

/// The errors that served operations declare, one constant each.
pub(super) fn errors(model: &Model) -> String {
    let declared = model.served().flat_map(|(_, operation)| operation["errors"].as_array().into_iter().flatten());
    let names: BTreeSet<&str> = declared.filter_map(|error| error["shape"].as_str()).collect();
    let mut text = String::from("//! The errors that this service's served operations declare.\n\n");
    if !names.is_empty() {
        text.push_str("use crate::aws::DeclaredError;\n\n");
    }
    for name in names {
        let shape = model.shape(name);
        let code = shape["error"]["code"].as_str().unwrap_or(name);
        let usual = if shape["fault"] == true { 500 } else { 400 };
        let status = shape["error"]["httpStatusCode"].as_u64().unwrap_or(usual);
        let message =
            members(shape).map(|(member, _)| member.as_str()).find(|member| member.eq_ignore_ascii_case("message"));
        let message = message.unwrap_or("message");
        let _ = writeln!(
            text,
            "pub const {}: DeclaredError = DeclaredError {{ code: {code:?}, status: {status}, message_member: {message:?} }};",
            constant(&snake(name))
        );
    }
    text
}
