//! The query protocol on the way out: XML.

use chrono::{DateTime, SecondsFormat};
use serde_json::Value;
use std::fmt::Write;

use crate::aws::Error;
use crate::aws::schema::{Shape, Structure};

/// The content type of answers.
pub const CONTENT_TYPE: &str = "text/xml";

/// `<OpResponse><OpResult>…</OpResult><ResponseMetadata>…`. An operation without output has no result element.
pub fn answer(operation: &str, namespace: &str, output: Option<(&Value, &Structure)>, request_id: &str) -> String {
    let mut xml = format!("<{operation}Response xmlns=\"{namespace}\">");
    if let Some((value, schema)) = output {
        element(&mut xml, &format!("{operation}Result"), |xml| structure(xml, value, schema));
    }
    element(&mut xml, "ResponseMetadata", |xml| element(xml, "RequestId", |xml| text(xml, request_id)));
    let _ = write!(xml, "</{operation}Response>");
    xml
}

/// `<ErrorResponse><Error><Type/><Code/><Message/></Error><RequestId/></ErrorResponse>`.
pub fn error(error: &Error, namespace: &str, request_id: &str) -> String {
    let mut xml = format!("<ErrorResponse xmlns=\"{namespace}\">");
    element(&mut xml, "Error", |xml| {
        element(xml, "Type", |xml| text(xml, if error.declared.status < 500 { "Sender" } else { "Receiver" }));
        element(xml, "Code", |xml| text(xml, error.declared.code));
        element(xml, "Message", |xml| text(xml, &error.message));
    });
    element(&mut xml, "RequestId", |xml| text(xml, request_id));
    xml.push_str("</ErrorResponse>");
    xml
}

/// S3's own form: `<Error>` without a namespace.
pub fn s3_error(error: &Error, resource: &str, request_id: &str) -> String {
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    element(&mut xml, "Error", |xml| {
        element(xml, "Code", |xml| text(xml, error.declared.code));
        element(xml, "Message", |xml| text(xml, &error.message));
        for (member, value) in &error.members {
            element(xml, member, |xml| text(xml, value.as_str().unwrap_or_default()));
        }
        element(xml, "Resource", |xml| text(xml, resource));
        element(xml, "RequestId", |xml| text(xml, request_id));
    });
    xml
}

fn structure(xml: &mut String, value: &Value, schema: &Structure) {
    for member in schema.members {
        match value.get(member.name) {
            Some(value) if !value.is_null() => shape(xml, member.name, value, member.shape),
            _ => {}
        }
    }
}

fn shape(xml: &mut String, name: &str, value: &Value, schema: &Shape) {
    match (schema, value) {
        (Shape::Structure(members), _) => element(xml, name, |xml| structure(xml, value, members)),
        (Shape::List(list), Value::Array(items)) if list.wire.is_empty() => {
            items.iter().for_each(|item| shape(xml, name, item, list.member));
        }
        (Shape::List(list), Value::Array(items)) => element(xml, name, |xml| {
            items.iter().for_each(|item| shape(xml, list.wire, item, list.member));
        }),
        (Shape::Map(map), Value::Object(entries)) => element(xml, name, |xml| {
            for (key, value) in entries {
                element(xml, "entry", |xml| {
                    element(xml, map.key_wire, |xml| text(xml, key));
                    shape(xml, map.value_wire, value, map.value);
                });
            }
        }),
        (Shape::Timestamp, Value::Number(seconds)) => {
            let millis = (seconds.as_f64().unwrap_or_default() * 1000.0).round() as i64;
            let time = DateTime::from_timestamp_millis(millis).unwrap_or_default();
            let precision = if millis % 1000 == 0 { SecondsFormat::Secs } else { SecondsFormat::Millis };
            element(xml, name, |xml| text(xml, &time.to_rfc3339_opts(precision, true)));
        }
        (_, Value::String(given)) => element(xml, name, |xml| text(xml, given)),
        (_, other) => element(xml, name, |xml| text(xml, &other.to_string())),
    }
}

fn element(xml: &mut String, name: &str, content: impl FnOnce(&mut String)) {
    let _ = write!(xml, "<{name}>");
    content(xml);
    let _ = write!(xml, "</{name}>");
}

/// Text, escaped. What XML 1.0 cannot hold becomes U+FFFD.
fn text(xml: &mut String, given: &str) {
    for character in given.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\r' => xml.push_str("&#13;"),
            '\t' | '\n' => xml.push(character),
            control if control < ' ' || matches!(control, '\u{fffe}' | '\u{ffff}') => xml.push('\u{fffd}'),
            other => xml.push(other),
        }
    }
}
