//! A call's arguments as typed columns, a literal being a column whose every row is the same.

use arrow::array::{
    Array, ArrayAccessor, ArrayRef, BinaryArray, BooleanArray, FixedSizeBinaryArray, Float64Array, Int64Array,
    LargeStringArray, ListBuilder, StringViewArray, StringViewBuilder,
};
use arrow::datatypes::DataType;
use datafusion::common::internal_datafusion_err;
use datafusion::error::Result;
use datafusion::logical_expr::ColumnarValue;
use std::any::type_name;
use std::ops::Range;
use std::sync::Arc;

/// The arguments of one call over one batch, already of the types that the overload asks for.
#[derive(Debug)]
pub(crate) struct Arguments {
    columns: Vec<Values>,
    rows: usize,
    return_type: DataType,
}

#[derive(Debug)]
struct Values {
    array: ArrayRef,
    constant: bool,
}

/// One argument: a value a row.
#[derive(Debug)]
pub(crate) struct Column<'a, A> {
    pub(crate) array: &'a A,
    /// The array has one row, which stands for all.
    pub(crate) constant: bool,
}

/// An argument that is VARCHAR or JSON.
#[derive(Debug)]
pub(crate) enum JsonText<'a> {
    Varchar(Column<'a, StringViewArray>),
    Json(Column<'a, LargeStringArray>),
}

impl Arguments {
    pub(crate) fn new(args: Vec<ColumnarValue>, rows: usize, return_type: DataType) -> Result<Arguments> {
        let column = |arg| match arg {
            ColumnarValue::Array(array) => Ok(Values { array, constant: false }),
            ColumnarValue::Scalar(value) => Ok(Values { array: value.to_array()?, constant: true }),
        };
        let columns = args.into_iter().map(column).collect::<Result<_>>()?;
        Ok(Arguments { columns, rows, return_type })
    }

    pub(crate) fn len(&self) -> usize {
        self.columns.len()
    }

    pub(crate) fn rows(&self) -> Range<usize> {
        0..self.rows
    }

    /// What the call is planned to give.
    pub(crate) fn return_type(&self) -> &DataType {
        &self.return_type
    }

    pub(crate) fn varchar(&self, at: usize) -> Result<Column<'_, StringViewArray>> {
        self.column(at)
    }

    pub(crate) fn varbinary(&self, at: usize) -> Result<Column<'_, BinaryArray>> {
        self.column(at)
    }

    pub(crate) fn bigint(&self, at: usize) -> Result<Column<'_, Int64Array>> {
        self.column(at)
    }

    pub(crate) fn double(&self, at: usize) -> Result<Column<'_, Float64Array>> {
        self.column(at)
    }

    pub(crate) fn boolean(&self, at: usize) -> Result<Column<'_, BooleanArray>> {
        self.column(at)
    }

    pub(crate) fn ip_address(&self, at: usize) -> Result<Column<'_, FixedSizeBinaryArray>> {
        self.column(at)
    }

    pub(crate) fn json_text(&self, at: usize) -> Result<JsonText<'_>> {
        match self.columns[at].array.data_type() {
            DataType::LargeUtf8 => Ok(JsonText::Json(self.column(at)?)),
            _ => Ok(JsonText::Varchar(self.column(at)?)),
        }
    }

    /// The argument as it came; its row `0` stands for all where the second value is true.
    pub(crate) fn any(&self, at: usize) -> (&ArrayRef, bool) {
        (&self.columns[at].array, self.columns[at].constant)
    }

    /// The argument with a value for each row.
    pub(crate) fn spread(&self, at: usize) -> Result<ArrayRef> {
        let Values { array, constant } = &self.columns[at];
        if !constant || self.rows == 1 {
            return Ok(Arc::clone(array));
        }
        let indices = Int64Array::from(vec![0; self.rows]);
        Ok(arrow::compute::take(array.as_ref(), &indices, None)?)
    }

    pub(crate) fn column<A: Array + 'static>(&self, at: usize) -> Result<Column<'_, A>> {
        let Values { array, constant } = &self.columns[at];
        let typed = array.as_any().downcast_ref::<A>();
        let typed = typed.ok_or_else(|| {
            internal_datafusion_err!("argument {at} is {}, not {}", array.data_type(), type_name::<A>())
        })?;
        Ok(Column { array: typed, constant: *constant })
    }

    /// A value, or NULL, for each row.
    pub(crate) fn each<A, T>(&self, value: impl FnMut(usize) -> Option<T>) -> Result<ArrayRef>
    where
        A: Array + FromIterator<Option<T>> + 'static,
    {
        Ok(Arc::new(self.rows().map(value).collect::<A>()))
    }

    /// A value, NULL or an error for each row; the first error ends it.
    pub(crate) fn try_each<A, T>(&self, value: impl FnMut(usize) -> Result<Option<T>>) -> Result<ArrayRef>
    where
        A: Array + FromIterator<Option<T>> + 'static,
    {
        Ok(Arc::new(self.rows().map(value).collect::<Result<A>>()?))
    }

    /// An array of texts for each row, or NULL where `fill` says `None`.
    pub(crate) fn each_list(
        &self,
        mut fill: impl FnMut(usize, &mut StringViewBuilder) -> Result<Option<()>>,
    ) -> Result<ArrayRef> {
        let mut lists = ListBuilder::new(StringViewBuilder::new());
        for row in self.rows() {
            let filled = fill(row, lists.values())?;
            lists.append(filled.is_some());
        }
        Ok(Arc::new(lists.finish()))
    }
}

impl<'a, A> Column<'a, A>
where
    &'a A: ArrayAccessor,
{
    /// The row's value; `None` for NULL.
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<<&'a A as ArrayAccessor>::Item> {
        let row = if self.constant { 0 } else { row };
        if self.array.is_null(row) { None } else { Some(self.array.value(row)) }
    }
}

impl<'a> JsonText<'a> {
    #[inline]
    pub(crate) fn get(&self, row: usize) -> Option<&'a str> {
        match self {
            JsonText::Varchar(column) => column.get(row),
            JsonText::Json(column) => column.get(row),
        }
    }
}
