//! JSON values → CBOR, by their schema: what tells a time from a number and bytes from text.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use cbor4ii::core::enc::{self, Encode, Write};
use cbor4ii::core::utils::BufWriter;
use cbor4ii::core::{error::EncodeError, types};
use serde_json::Value;

use crate::aws::Error;
use crate::aws::schema::{Shape, Structure};

type Written = Result<(), EncodeError<<BufWriter as enc::Write>::Error>>;

/// Writes an output.
pub fn encode(value: &Value, schema: &Structure) -> Result<Vec<u8>, Error> {
    let mut out = BufWriter::new(Vec::new());
    structure(&mut out, value, schema).map_err(|why| Error::internal(format!("write CBOR: {why}")))?;
    Ok(out.into_inner())
}

/// Writes an error, under the name of its shape.
pub fn error(error: &Error, shape: &str) -> Vec<u8> {
    let mut out = BufWriter::new(Vec::new());
    let write = |out: &mut BufWriter| -> Written {
        let further = error.members.iter().filter_map(|(member, value)| Some((*member, value.as_str()?)));
        let members: Vec<(&str, &str)> = [("__type", shape), (error.declared.message_member, error.message.as_str())]
            .into_iter()
            .chain(further)
            .collect();
        types::Map(&members[..]).encode(out)
    };
    // Only memory that is not there keeps a map of texts from being written; an error without a body is one still.
    match write(&mut out) {
        Ok(()) => out.into_inner(),
        Err(_) => Vec::new(),
    }
}

fn structure(out: &mut BufWriter, value: &Value, schema: &Structure) -> Written {
    let given = schema.members.iter().filter_map(|member| {
        let value = value.get(member.name).filter(|value| !value.is_null())?;
        Some((member, value))
    });
    let given: Vec<_> = given.collect();
    types::Map::bounded(given.len(), out)?;
    for (member, value) in given {
        member.name.encode(out)?;
        shape(out, value, member.shape)?;
    }
    Ok(())
}

fn shape(out: &mut BufWriter, value: &Value, schema: &Shape) -> Written {
    match (schema, value) {
        (Shape::Structure(members), _) => structure(out, value, members),
        (Shape::List(list), Value::Array(items)) => {
            types::Array::bounded(items.len(), out)?;
            items.iter().try_for_each(|item| shape(out, item, list.member))
        }
        (Shape::Map(map), Value::Object(entries)) => {
            types::Map::bounded(entries.len(), out)?;
            entries.iter().try_for_each(|(key, value)| {
                key.as_str().encode(out)?;
                shape(out, value, map.value)
            })
        }
        (Shape::Timestamp, Value::Number(seconds)) => match seconds.as_i64() {
            Some(whole) => types::Tag(1, whole).encode(out),
            None => types::Tag(1, seconds.as_f64().unwrap_or_default()).encode(out),
        },
        (Shape::Number { .. }, Value::Number(number)) => number.as_f64().unwrap_or_default().encode(out),
        (Shape::Blob { .. }, Value::String(base64)) => {
            types::Bytes(&BASE64.decode(base64).unwrap_or_default()[..]).encode(out)
        }
        (_, Value::Number(number)) => number.as_i64().unwrap_or_default().encode(out),
        (_, Value::String(text)) => text.as_str().encode(out),
        (_, Value::Bool(is_so)) => is_so.encode(out),
        // No output has a value that its schema does not.
        _ => push_null(out),
    }
}

fn push_null(out: &mut BufWriter) -> Written {
    out.push(&[cbor4ii::core::marker::NULL]).map_err(EncodeError::Write)
}
