//! `to_base64`, `from_base64` and their forms for URLs, `to_base64url`, `from_base64url`. Padding is written, and
//! may be missing when read.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, exactly, invalid_argument, scalar, varbinary, varchar};
use arrow::array::{ArrayRef, BinaryArray, StringViewArray};
use base64::alphabet::{Alphabet, STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn functions() -> Vec<Arc<ScalarUDF>> {
    vec![
        scalar("to_base64", vec![exactly(&[Kind::Varbinary], varchar, |args| encode(args, &STANDARD))]),
        scalar("from_base64", decoders(|args| decode_text(args, &STANDARD), |args| decode_bytes(args, &STANDARD))),
        scalar("to_base64url", vec![exactly(&[Kind::Varbinary], varchar, |args| encode(args, &URL_SAFE))]),
        scalar("from_base64url", decoders(|args| decode_text(args, &URL_SAFE), |args| decode_bytes(args, &URL_SAFE))),
    ]
}

fn decoders(text: fn(&Arguments) -> Result<ArrayRef>, bytes: fn(&Arguments) -> Result<ArrayRef>) -> Vec<Overload> {
    vec![exactly(&[Kind::Varchar], varbinary, text), exactly(&[Kind::Varbinary], varbinary, bytes)]
}

fn engine(alphabet: &Alphabet) -> GeneralPurpose {
    let config = GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(alphabet, config)
}

fn encode(args: &Arguments, alphabet: &Alphabet) -> Result<ArrayRef> {
    let (values, engine) = (args.varbinary(0)?, engine(alphabet));
    args.each::<StringViewArray, _>(|row| values.get(row).map(|bytes| engine.encode(bytes)))
}

fn decode_text(args: &Arguments, alphabet: &Alphabet) -> Result<ArrayRef> {
    let (texts, engine) = (args.varchar(0)?, engine(alphabet));
    args.try_each::<BinaryArray, _>(|row| texts.get(row).map(|text| decoded(&engine, text.as_bytes())).transpose())
}

fn decode_bytes(args: &Arguments, alphabet: &Alphabet) -> Result<ArrayRef> {
    let (values, engine) = (args.varbinary(0)?, engine(alphabet));
    args.try_each::<BinaryArray, _>(|row| values.get(row).map(|bytes| decoded(&engine, bytes)).transpose())
}

fn decoded(engine: &GeneralPurpose, text: &[u8]) -> Result<Vec<u8>> {
    engine.decode(text).map_err(|error| invalid_argument(format!("Invalid base64 text: {error}")))
}
