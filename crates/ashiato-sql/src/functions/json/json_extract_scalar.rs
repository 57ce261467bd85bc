//! `json_extract_scalar(json, path)`: the text of the string, number or boolean at a path; NULL for anything else.
//!
//! The most used function over CloudTrail logs: text without escapes is not copied but shown by a view into the
//! buffer that the row's JSON lies in.

use super::path::{Path, PathReader};
use super::scalar::scalar_text;
use crate::functions::arguments::{Arguments, Column, JsonText};
use crate::functions::overload::{Kind, exactly, scalar, varchar};
use arrow::array::{Array, ArrayRef, ByteView, StringViewArray, StringViewBuilder};
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::borrow::Cow;
use std::sync::Arc;

/// A view holds texts up to this length itself.
const INLINE_BYTES_MAX: usize = 12;

pub(super) fn function() -> Arc<ScalarUDF> {
    scalar("json_extract_scalar", vec![exactly(&[Kind::JsonText, Kind::Varchar], varchar, extract)])
}

fn extract(args: &Arguments) -> Result<ArrayRef> {
    let (values, paths) = (args.json_text(0)?, args.varchar(1)?);
    let mut path = PathReader::default();
    match values {
        JsonText::Varchar(Column { array, constant: false }) if paths.constant => {
            let Some(wanted) = paths.get(0) else { return Ok(Arc::new(StringViewArray::new_null(array.len()))) };
            Ok(Arc::new(extract_views(array, path.read(wanted)?)?))
        }
        values => args.try_each::<StringViewArray, _>(|row| {
            let (Some(value), Some(wanted)) = (values.get(row), paths.get(row)) else { return Ok(None) };
            Ok(path.read(wanted)?.find(value).and_then(scalar_text))
        }),
    }
}

fn extract_views(values: &StringViewArray, path: &Path) -> Result<StringViewArray> {
    let mut found = StringViewBuilder::with_capacity(values.len());
    // Blocks are numbered from 0 in the order in which they are appended: as the input's buffers are.
    for buffer in values.data_buffers() {
        found.append_block(buffer.clone());
    }
    for (row, view) in values.views().iter().enumerate() {
        if values.is_null(row) {
            found.append_null();
            continue;
        }
        let json = values.value(row);
        match path.find(json).and_then(scalar_text) {
            None => found.append_null(),
            Some(Cow::Borrowed(text)) if text.len() > INLINE_BYTES_MAX => {
                let view = ByteView::from(*view);
                let inside = (text.as_ptr() as usize - json.as_ptr() as usize) as u32;
                found.try_append_view(view.buffer_index, view.offset + inside, text.len() as u32)?;
            }
            Some(text) => found.append_value(text),
        }
    }
    Ok(found.finish())
}
