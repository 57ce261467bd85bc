//! `url_extract_protocol`, `_host`, `_port`, `_path`, `_query`, `_fragment`: a part of a URL, empty where it has none
//! (a port NULL); NULL where the text is no URL.

use super::uri::{self, Uri};
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, bigint, exactly, scalar, varchar};
use arrow::array::{ArrayRef, Int64Array, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn protocol() -> Arc<ScalarUDF> {
    let kernel = |args: &Arguments| extract(args, |uri| uri.protocol);
    scalar("url_extract_protocol", vec![exactly(&[Kind::Varchar], varchar, kernel)])
}

pub(super) fn host() -> Arc<ScalarUDF> {
    let kernel = |args: &Arguments| extract(args, |uri| uri.host);
    scalar("url_extract_host", vec![exactly(&[Kind::Varchar], varchar, kernel)])
}

pub(super) fn port() -> Arc<ScalarUDF> {
    scalar("url_extract_port", vec![exactly(&[Kind::Varchar], bigint, extract_port)])
}

pub(super) fn path() -> Arc<ScalarUDF> {
    let kernel = |args: &Arguments| extract(args, |uri| uri.path);
    scalar("url_extract_path", vec![exactly(&[Kind::Varchar], varchar, kernel)])
}

pub(super) fn query() -> Arc<ScalarUDF> {
    let kernel = |args: &Arguments| extract(args, |uri| uri.query);
    scalar("url_extract_query", vec![exactly(&[Kind::Varchar], varchar, kernel)])
}

pub(super) fn fragment() -> Arc<ScalarUDF> {
    let kernel = |args: &Arguments| extract(args, |uri| uri.fragment);
    scalar("url_extract_fragment", vec![exactly(&[Kind::Varchar], varchar, kernel)])
}

fn extract(args: &Arguments, part: for<'a> fn(&Uri<'a>) -> Option<&'a str>) -> Result<ArrayRef> {
    let urls = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| Some(part(&uri::parse(urls.get(row)?)?).unwrap_or_default()))
}

fn extract_port(args: &Arguments) -> Result<ArrayRef> {
    let urls = args.varchar(0)?;
    args.each::<Int64Array, _>(|row| uri::parse(urls.get(row)?)?.port)
}
