//! CBOR → JSON values, with bounds of its own: whoever signs may send any bytes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use cbor4ii::core::dec::{Decode, Read, if_major, is_break};
use cbor4ii::core::utils::SliceReader;
use cbor4ii::core::{major, marker, types};
use half::f16;
use serde_json::{Map, Number, Value};
use std::convert::Infallible;

use crate::aws::Error;

/// Deeper than any model.
const DEPTH_MAX: usize = 32;
/// More items than any input has: a thousand data of metrics with 150 values and counts each are 300,000. An item takes a
/// byte in a body and may take a hundred in memory.
const ITEMS_MAX: usize = 500_000;
/// Moments are tagged so; no other tag is read.
const EPOCH_TAG: u64 = 1;

const ENDS_WITHIN: &str = "The CBOR ends within an item.";

type Wrong = cbor4ii::core::error::DecodeError<Infallible>;

/// Reads a body: times become numbers of seconds, bytes base64, as JSON carries them. NaN and the infinities become text,
/// which no number is.
pub fn decode(body: &[u8]) -> Result<Value, Error> {
    if body.is_empty() {
        return Ok(Value::Object(Map::new()));
    }
    let mut items = Items { reader: SliceReader::new(body), left: ITEMS_MAX };
    let value = items.value(0)?;
    if !items.is_at_end()? {
        return Err(Error::malformed("The body goes on after its CBOR item."));
    }
    match value {
        Value::Object(_) => Ok(value),
        _ => Err(Error::malformed("The body must be a CBOR map.")),
    }
}

struct Items<'b> {
    reader: SliceReader<'b>,
    /// How many more may come.
    left: usize,
}

impl Items<'_> {
    fn value(&mut self, depth: usize) -> Result<Value, Error> {
        if depth > DEPTH_MAX {
            return Err(Error::malformed(format!("The CBOR is nested more than {DEPTH_MAX} deep.")));
        }
        let Some(left) = self.left.checked_sub(1) else {
            return Err(Error::malformed(format!("The CBOR has more than {ITEMS_MAX} items.")));
        };
        self.left = left;
        let first = self.peek()?;
        match if_major(first) {
            major::UNSIGNED | major::NEGATIVE => i64::decode(&mut self.reader).map(Value::from).map_err(wrong),
            major::BYTES => {
                let types::Bytes(bytes) = types::Bytes::<Vec<u8>>::decode(&mut self.reader).map_err(wrong)?;
                Ok(Value::String(BASE64.encode(bytes)))
            }
            major::STRING => String::decode(&mut self.reader).map(Value::String).map_err(wrong),
            major::ARRAY => self.array(depth),
            major::MAP => self.map(depth),
            major::TAG => self.tagged(depth),
            _ => self.simple(first),
        }
    }

    fn array(&mut self, depth: usize) -> Result<Value, Error> {
        // The length that is said is no reason to make room for so much.
        let mut more = More(types::Array::len(&mut self.reader).map_err(wrong)?);
        let mut items = Vec::new();
        while more.is_there(&mut self.reader)? {
            items.push(self.value(depth + 1)?);
        }
        Ok(Value::Array(items))
    }

    fn map(&mut self, depth: usize) -> Result<Value, Error> {
        let mut more = More(types::Map::len(&mut self.reader).map_err(wrong)?);
        let mut members = Map::new();
        while more.is_there(&mut self.reader)? {
            if if_major(self.peek()?) != major::STRING {
                return Err(Error::malformed("A key of a CBOR map is not text."));
            }
            let key = String::decode(&mut self.reader).map_err(wrong)?;
            members.insert(key, self.value(depth + 1)?);
        }
        Ok(Value::Object(members))
    }

    fn tagged(&mut self, depth: usize) -> Result<Value, Error> {
        match types::Tag::tag(&mut self.reader).map_err(wrong)? {
            EPOCH_TAG => match self.value(depth + 1)? {
                moment @ Value::Number(_) => Ok(moment),
                _ => Err(Error::malformed("A CBOR time is not a number of seconds.")),
            },
            other => Err(Error::malformed(format!("The CBOR tag {other} is not read."))),
        }
    }

    fn simple(&mut self, first: u8) -> Result<Value, Error> {
        let number = match first {
            marker::FALSE | marker::TRUE => return bool::decode(&mut self.reader).map(Value::Bool).map_err(wrong),
            marker::NULL | marker::UNDEFINED => {
                self.reader.advance(1);
                return Ok(Value::Null);
            }
            marker::F16 => {
                let types::F16(bits) = types::F16::decode(&mut self.reader).map_err(wrong)?;
                f16::from_bits(bits).to_f64()
            }
            marker::F32 => f32::decode(&mut self.reader).map_err(wrong)?.into(),
            marker::F64 => f64::decode(&mut self.reader).map_err(wrong)?,
            _ => return Err(Error::malformed(format!("The CBOR item {first:#04x} is not read."))),
        };
        Ok(match number {
            _ if number.is_nan() => Value::from("NaN"),
            f64::INFINITY => Value::from("Infinity"),
            f64::NEG_INFINITY => Value::from("-Infinity"),
            _ => Number::from_f64(number).map_or(Value::Null, Value::Number),
        })
    }

    fn peek(&mut self) -> Result<u8, Error> {
        let Ok(ahead) = self.reader.fill(1);
        ahead.as_ref().first().copied().ok_or_else(|| Error::malformed(ENDS_WITHIN))
    }

    fn is_at_end(&mut self) -> Result<bool, Error> {
        let Ok(ahead) = self.reader.fill(1);
        Ok(ahead.as_ref().is_empty())
    }
}

/// What is left of an array or a map: so many, or until a break.
struct More(Option<usize>);

impl More {
    fn is_there(&mut self, reader: &mut SliceReader<'_>) -> Result<bool, Error> {
        match &mut self.0 {
            None => is_break(reader).map(|is_over| !is_over).map_err(wrong),
            Some(0) => Ok(false),
            Some(left) => {
                *left -= 1;
                Ok(true)
            }
        }
    }
}

fn wrong(why: Wrong) -> Error {
    Error::malformed(match why {
        Wrong::Eof { .. } => ENDS_WITHIN,
        Wrong::RequireUtf8 { .. } => "A text of the CBOR is not UTF-8.",
        Wrong::CastOverflow { .. } | Wrong::ArithmeticOverflow { .. } => "A number of the CBOR is beyond 64 bits.",
        _ => "The body is not valid CBOR.",
    })
}
