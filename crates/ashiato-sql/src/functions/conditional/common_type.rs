//! The type that values of several types have in common.

use arrow::datatypes::DataType;
use datafusion::logical_expr::type_coercion::binary::type_union_resolution;

/// `None` where there is none. Text and numbers have none: Trino converts neither to the other.
pub(crate) fn common_type(types: &[DataType]) -> Option<DataType> {
    let is_text = |of: &&DataType| matches!(of, DataType::Utf8 | DataType::Utf8View | DataType::Dictionary(..));
    let known = types.iter().filter(|of| !of.is_null()).collect::<Vec<_>>();
    let texts = known.iter().filter(|of| is_text(of)).count();
    match texts {
        _ if known.is_empty() => types.first().cloned(),
        0 if known.iter().all(|of| of.is_numeric()) => {
            known.iter().skip(1).try_fold(known[0].clone(), |common, of| crate::types::common_number(&common, of))
        }
        0 => type_union_resolution(types),
        _ => (texts == known.len()).then_some(DataType::Utf8View),
    }
}
