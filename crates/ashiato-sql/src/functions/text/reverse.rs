//! `reverse(x)`: a text's characters, a varbinary's bytes or an array's elements, last first.

use crate::functions::arguments::Arguments;
use crate::functions::overload::{Kind, Overload, Parameters, exactly, scalar, varbinary, varchar};
use arrow::array::{Array, ArrayRef, BinaryArray, ListArray, StringViewArray, UInt64Array};
use arrow::buffer::OffsetBuffer;
use arrow::compute::take;
use arrow::datatypes::DataType;
use datafusion::common::internal_err;
use datafusion::error::Result;
use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

pub(super) fn function() -> Arc<ScalarUDF> {
    let overloads = vec![
        exactly(&[Kind::Varchar], varchar, text),
        exactly(&[Kind::Varbinary], varbinary, bytes),
        Overload { parameters: Parameters::Decided(one_array), returns: |types| types[0].clone(), kernel: array },
    ];
    scalar("reverse", overloads)
}

fn one_array(types: &[DataType]) -> Option<Vec<DataType>> {
    match types {
        [DataType::List(_)] => Some(types.to_vec()),
        _ => None,
    }
}

fn text(args: &Arguments) -> Result<ArrayRef> {
    let texts = args.varchar(0)?;
    args.each::<StringViewArray, _>(|row| texts.get(row).map(|text| text.chars().rev().collect::<String>()))
}

fn bytes(args: &Arguments) -> Result<ArrayRef> {
    let values = args.varbinary(0)?;
    args.each::<BinaryArray, _>(|row| values.get(row).map(|bytes| bytes.iter().rev().copied().collect::<Vec<u8>>()))
}

fn array(args: &Arguments) -> Result<ArrayRef> {
    let lists = args.spread(0)?;
    let lists = lists.as_any().downcast_ref::<ListArray>().expect("the overload takes lists only");
    let DataType::List(field) = args.return_type() else { return internal_err!("not a list: {}", args.return_type()) };
    let spans = lists.value_offsets().windows(2);
    let indices = spans.flat_map(|span| (span[0]..span[1]).rev()).map(|index| index as u64);
    let values = take(lists.values().as_ref(), &UInt64Array::from_iter_values(indices), None)?;
    let offsets = OffsetBuffer::from_lengths((0..lists.len()).map(|row| lists.value_length(row) as usize));
    Ok(Arc::new(ListArray::try_new(Arc::clone(field), offsets, values, lists.nulls().cloned())?))
}
