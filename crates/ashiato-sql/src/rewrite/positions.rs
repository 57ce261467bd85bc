//! `$positions(a, b, …)`: the numbers 1, 2, … up to the length of the longest list, for WITH ORDINALITY.

use arrow::array::{Array, ArrayRef, Int64Builder, ListArray, ListBuilder};
use arrow::datatypes::{DataType, Field};
use datafusion::common::cast::{as_fixed_size_list_array, as_large_list_array, as_list_array};
use datafusion::common::{Result, exec_err};
use datafusion::logical_expr::{ColumnarValue, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, Volatility};
use std::sync::{Arc, LazyLock};

/// The function.
pub fn positions() -> Arc<ScalarUDF> {
    static FUNCTION: LazyLock<Arc<ScalarUDF>> = LazyLock::new(|| Arc::new(ScalarUDF::from(Positions::default())));
    Arc::clone(&FUNCTION)
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Positions {
    signature: Signature,
}

impl Default for Positions {
    fn default() -> Positions {
        Positions { signature: Signature::variadic_any(Volatility::Immutable) }
    }
}

impl ScalarUDFImpl for Positions {
    fn name(&self) -> &str {
        "$positions"
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _arguments: &[DataType]) -> Result<DataType> {
        Ok(DataType::List(Arc::new(Field::new_list_field(DataType::Int64, true))))
    }

    fn invoke_with_args(&self, args: ScalarFunctionArgs) -> Result<ColumnarValue> {
        let lists = ColumnarValue::values_to_arrays(&args.args)?;
        let rows = lists.first().map_or(args.number_rows, |list| list.len());
        let mut longest = vec![0_usize; rows];
        for list in &lists {
            for (row, length) in longest.iter_mut().enumerate() {
                *length = (*length).max(length_at(list, row)?);
            }
        }
        Ok(ColumnarValue::Array(Arc::new(counted(&longest))))
    }
}

fn length_at(list: &ArrayRef, row: usize) -> Result<usize> {
    if list.is_null(row) {
        return Ok(0);
    }
    Ok(match list.data_type() {
        DataType::List(_) => as_list_array(list)?.value_length(row) as usize,
        DataType::LargeList(_) => as_large_list_array(list)?.value_length(row) as usize,
        DataType::FixedSizeList(..) => as_fixed_size_list_array(list)?.value_length() as usize,
        DataType::Null => 0,
        other => return exec_err!("$positions takes lists, not {other}"),
    })
}

fn counted(lengths: &[usize]) -> ListArray {
    let mut builder = ListBuilder::new(Int64Builder::new());
    for length in lengths {
        for position in 1..=*length {
            builder.values().append_value(position as i64);
        }
        builder.append(true);
    }
    builder.finish()
}
