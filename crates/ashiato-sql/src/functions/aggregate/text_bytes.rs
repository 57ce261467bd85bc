//! The bytes of texts, which DataFusion leaves out where it counts what rows take: of a column of views it counts the views.

use arrow::array::{Array, AsArray};
use arrow::datatypes::DataType;

/// What the texts in the rows of an array take.
pub(super) fn text_bytes(array: &dyn Array) -> usize {
    match array.data_type() {
        DataType::Utf8View => array.as_string_view().total_buffer_bytes_used(),
        DataType::BinaryView => array.as_binary_view().total_buffer_bytes_used(),
        DataType::List(_) => {
            let lists = array.as_list::<i32>();
            of_part(lists.values().as_ref(), lists.value_offsets())
        }
        DataType::Map(_, _) => {
            let maps = array.as_map();
            of_part(maps.entries(), maps.value_offsets())
        }
        DataType::Struct(_) => array.as_struct().columns().iter().map(|column| text_bytes(column.as_ref())).sum(),
        _ => 0,
    }
}

fn of_part(values: &dyn Array, offsets: &[i32]) -> usize {
    let (Some(first), Some(last)) = (offsets.first(), offsets.last()) else { return 0 };
    text_bytes(values.slice(*first as usize, (last - first) as usize).as_ref())
}

#[cfg(test)]
mod tests {
    use super::text_bytes;
    use arrow::array::{Array, ArrayRef, Int64Array, ListArray, StringViewArray, StructArray};
    use arrow::buffer::OffsetBuffer;
    use arrow::datatypes::{DataType, Field};
    use std::sync::Arc;

    #[test]
    fn texts_are_counted_wherever_they_are() {
        // What is not longer than twelve bytes is in its view.
        let texts: ArrayRef = Arc::new(StringViewArray::from(vec![&*"x".repeat(100), "short", &*"y".repeat(50)]));
        assert_eq!(text_bytes(&texts), 150);
        assert_eq!(text_bytes(texts.slice(1, 2).as_ref()), 50);
        let field = Arc::new(Field::new_list_field(DataType::Utf8View, true));
        let lists = ListArray::new(field, OffsetBuffer::from_lengths([1, 2]), Arc::clone(&texts), None);
        assert_eq!(text_bytes(&lists), 150);
        assert_eq!(text_bytes(&lists.slice(1, 1)), 50);
        let named = |name: &str, array: ArrayRef| (Arc::new(Field::new(name, array.data_type().clone(), true)), array);
        let rows = StructArray::from(vec![named("a", texts), named("n", Arc::new(Int64Array::from(vec![1, 2, 3])))]);
        assert_eq!(text_bytes(&rows), 150);
    }
}
