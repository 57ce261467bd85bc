//! `url_extract_parameter(url, name)`: the value of the first query parameter of that name, as it stands; empty for
//! one without a value, NULL where there is none.

use super::uri;
use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{ArrayRef, StringViewArray};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("url_extract_parameter", vec![exactly(&[Kind::Varchar, Kind::Varchar], varchar, extract)])
}

fn extract(args: &Arguments) -> Result<ArrayRef> {
    let (urls, names) = (args.varchar(0)?, args.varchar(1)?);
    args.each::<StringViewArray, _>(|row| {
        let (url, wanted) = (urls.get(row)?, names.get(row)?);
        let parameters = uri::parse(url)?.query?.split('&');
        let mut parameters = parameters.map(|parameter| parameter.split_once('=').unwrap_or((parameter, "")));
        parameters.find(|(name, _)| *name == wanted).map(|(_, value)| value)
    })
}
