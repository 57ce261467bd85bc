//! `normalize(text[, form])`: Unicode's normal forms NFC (unless told), NFD, NFKC, NFKD.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, invalid_argument, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads =
        vec![exactly(&[Kind::Varchar], varchar, composed), exactly(&[Kind::Varchar, Kind::Varchar], varchar, in_form)];
    scalar("normalize", overloads)
}

fn composed(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| Some(texts.get(row)?.nfc().collect::<String>()))
}

fn in_form(args: &Arguments) -> Result<ArrayRef> {
    let (texts, forms) = (args.varchar(0)?, args.varchar(1)?);
    args.try_each::<StringViewArray, _>(|row| {
        let (Some(text), Some(form)) = (texts.get(row), forms.get(row)) else { return Ok(None) };
        let normal: String = match form.to_ascii_uppercase().as_str() {
            "NFC" => text.nfc().collect(),
            "NFD" => text.nfd().collect(),
            "NFKC" => text.nfkc().collect(),
            "NFKD" => text.nfkd().collect(),
            _ => return Err(invalid_argument("Normalization form must be one of [NFD, NFC, NFKD, NFKC]")),
        };
        Ok(Some(normal))
    })
}
