//! `StorageDescriptor` and its columns, as the client writes them and as the catalog keeps them.

use ashiato_engine::catalog::store::{Column, Others, SerDe, SortColumn, Storage};

use super::others::{keep, kept};
use crate::aws::generated::glue as wire;

const ADDITIONAL_LOCATIONS: &str = "AdditionalLocations";
const SKEWED_INFO: &str = "SkewedInfo";
const SCHEMA_REFERENCE: &str = "SchemaReference";

pub(super) fn stored(given: wire::StorageDescriptor) -> Storage {
    let serde = given.serde_info.unwrap_or_default();
    let sorted = given.sort_columns.unwrap_or_default().into_iter();
    let mut others = Others::new();
    keep(&mut others, ADDITIONAL_LOCATIONS, given.additional_locations);
    keep(&mut others, SKEWED_INFO, given.skewed_info);
    keep(&mut others, SCHEMA_REFERENCE, given.schema_reference);
    Storage {
        columns: stored_columns(given.columns),
        location: given.location,
        input_format: given.input_format,
        output_format: given.output_format,
        compressed: given.compressed.unwrap_or_default(),
        number_of_buckets: given.number_of_buckets.unwrap_or_default(),
        serde: SerDe {
            name: serde.name,
            class: serde.serialization_library,
            parameters: serde.parameters.unwrap_or_default(),
        },
        bucket_columns: given.bucket_columns.unwrap_or_default(),
        sort_columns: sorted
            .map(|order| SortColumn { column: order.column, ascending: order.sort_order == 1 })
            .collect(),
        parameters: given.parameters.unwrap_or_default(),
        stored_as_sub_directories: given.stored_as_sub_directories.unwrap_or_default(),
        others,
    }
}

pub(super) fn shown(storage: &Storage) -> wire::StorageDescriptor {
    let sorted = storage.sort_columns.iter();
    wire::StorageDescriptor {
        columns: Some(shown_columns(&storage.columns)),
        location: storage.location.clone(),
        additional_locations: kept(&storage.others, ADDITIONAL_LOCATIONS),
        input_format: storage.input_format.clone(),
        output_format: storage.output_format.clone(),
        compressed: Some(storage.compressed),
        number_of_buckets: Some(storage.number_of_buckets),
        serde_info: Some(wire::SerDeInfo {
            name: storage.serde.name.clone(),
            serialization_library: storage.serde.class.clone(),
            parameters: Some(storage.serde.parameters.clone()),
        }),
        bucket_columns: Some(storage.bucket_columns.clone()),
        sort_columns: Some(
            sorted
                .map(|sort| wire::Order { column: sort.column.clone(), sort_order: i64::from(sort.ascending) })
                .collect(),
        ),
        parameters: Some(storage.parameters.clone()),
        skewed_info: kept(&storage.others, SKEWED_INFO),
        stored_as_sub_directories: Some(storage.stored_as_sub_directories),
        schema_reference: kept(&storage.others, SCHEMA_REFERENCE),
    }
}

pub(super) fn stored_columns(given: Option<Vec<wire::Column>>) -> Vec<Column> {
    let columns = given.unwrap_or_default().into_iter();
    let stored = |column: wire::Column| Column {
        name: column.name,
        data_type: column.r#type.unwrap_or_default(),
        comment: column.comment,
        parameters: column.parameters.unwrap_or_default(),
    };
    columns.map(stored).collect()
}

pub(super) fn shown_columns(columns: &[Column]) -> Vec<wire::Column> {
    let shown = |column: &Column| wire::Column {
        name: column.name.clone(),
        r#type: Some(column.data_type.clone()),
        comment: column.comment.clone(),
        parameters: Some(column.parameters.clone()).filter(|parameters| !parameters.is_empty()),
    };
    columns.iter().map(shown).collect()
}
