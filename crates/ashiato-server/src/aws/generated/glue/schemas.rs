//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_8: Pattern = Pattern::new(r#"[\p{L}\p{N}\p{P}]*"#, r#"\A(?:[\p{L}\p{N}\p{P}]*)\z"#);
static PATTERN_3: Pattern = Pattern::new(
    r#"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\r\n\t]*"#,
    r#"\A(?:[\x{0020}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}\r\n\t]*)\z"#,
);
static PATTERN_1: Pattern = Pattern::new(
    r#"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*"#,
    r#"\A(?:[\x{0020}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}\t]*)\z"#,
);
static PATTERN_7: Pattern = Pattern::new(
    r#"[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}"#,
    r#"\A(?:[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})\z"#,
);
static PATTERN_6: Pattern = Pattern::new(r#"[a-zA-Z0-9-_$#.]+"#, r#"\A(?:[a-zA-Z0-9-_$#.]+)\z"#);
static PATTERN_2: Pattern = Pattern::new(r#"^(?!(.*[.\/\\]|aws:)).*$"#, r#"\A(?:^(?!(.*[.\/\\]|aws:)).*$)\z"#);
static PATTERN_5: Pattern = Pattern::new(
    r#"^arn:aws(-(cn|us-gov|iso(-[bef])?))?:iam::[0-9]{12}:role/.+"#,
    r#"\A(?:^arn:aws(-(cn|us-gov|iso(-[bef])?))?:iam::[0-9]{12}:role/.+)\z"#,
);
static PATTERN_4: Pattern = Pattern::new(
    r#"arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*"#,
    r#"\A(?:arn:aws(-(cn|us-gov|iso(-[bef])?))?:glue:.*)\z"#,
);
static ADDITIONAL_CONTEXT_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &CONTEXT_KEY_SHAPE,
    value: &CONTEXT_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static ALLOW_FULL_TABLE_EXTERNAL_DATA_ACCESS_ENUM_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["True", "False"], is_sensitive: false });
static ARN_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: None, values: &[], is_sensitive: false });
static AUDIT_COLUMN_NAMES_LIST_SHAPE: Shape =
    Shape::List(List { member: &COLUMN_NAME_STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static AUDIT_CONTEXT: Structure = Structure {
    name: "AuditContext",
    members: &[
        Member { name: "AdditionalAuditContext", shape: &AUDIT_CONTEXT_STRING_SHAPE, is_required: false },
        Member { name: "RequestedColumns", shape: &AUDIT_COLUMN_NAMES_LIST_SHAPE, is_required: false },
        Member { name: "AllColumnsRequested", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
    ],
};
static AUDIT_CONTEXT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2048, pattern: None, values: &[], is_sensitive: false });
pub static BACKFILL_ERROR: Structure = Structure {
    name: "BackfillError",
    members: &[
        Member { name: "Code", shape: &BACKFILL_ERROR_CODE_SHAPE, is_required: false },
        Member { name: "Partitions", shape: &BACKFILL_ERRORED_PARTITIONS_LIST_SHAPE, is_required: false },
    ],
};
static BACKFILL_ERROR_CODE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "ENCRYPTED_PARTITION_ERROR",
        "INTERNAL_ERROR",
        "INVALID_PARTITION_TYPE_DATA_ERROR",
        "MISSING_PARTITION_VALUE_ERROR",
        "UNSUPPORTED_PARTITION_CHARACTER_ERROR",
    ],
    is_sensitive: false,
});
static BACKFILL_ERRORED_PARTITIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_VALUE_LIST), wire: "member", min: 0, max: u64::MAX });
static BACKFILL_ERRORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&BACKFILL_ERROR), wire: "member", min: 0, max: u64::MAX });
pub static BATCH_CREATE_PARTITION_REQUEST: Structure = Structure {
    name: "BatchCreatePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionInputList", shape: &PARTITION_INPUT_LIST_SHAPE, is_required: true },
    ],
};
pub static BATCH_CREATE_PARTITION_RESPONSE: Structure = Structure {
    name: "BatchCreatePartitionResponse",
    members: &[Member { name: "Errors", shape: &PARTITION_ERRORS_SHAPE, is_required: false }],
};
pub static BATCH_DELETE_PARTITION_REQUEST: Structure = Structure {
    name: "BatchDeletePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionsToDelete", shape: &BATCH_DELETE_PARTITION_VALUE_LIST_SHAPE, is_required: true },
    ],
};
pub static BATCH_DELETE_PARTITION_RESPONSE: Structure = Structure {
    name: "BatchDeletePartitionResponse",
    members: &[Member { name: "Errors", shape: &PARTITION_ERRORS_SHAPE, is_required: false }],
};
static BATCH_DELETE_PARTITION_VALUE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_VALUE_LIST), wire: "member", min: 0, max: 25 });
static BATCH_DELETE_TABLE_NAME_LIST_SHAPE: Shape =
    Shape::List(List { member: &NAME_STRING_SHAPE, wire: "member", min: 0, max: 100 });
pub static BATCH_DELETE_TABLE_REQUEST: Structure = Structure {
    name: "BatchDeleteTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TablesToDelete", shape: &BATCH_DELETE_TABLE_NAME_LIST_SHAPE, is_required: true },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
    ],
};
pub static BATCH_DELETE_TABLE_RESPONSE: Structure = Structure {
    name: "BatchDeleteTableResponse",
    members: &[Member { name: "Errors", shape: &TABLE_ERRORS_SHAPE, is_required: false }],
};
static BATCH_DELETE_TABLE_VERSION_LIST_SHAPE: Shape =
    Shape::List(List { member: &VERSION_STRING_SHAPE, wire: "member", min: 0, max: 100 });
pub static BATCH_DELETE_TABLE_VERSION_REQUEST: Structure = Structure {
    name: "BatchDeleteTableVersionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "VersionIds", shape: &BATCH_DELETE_TABLE_VERSION_LIST_SHAPE, is_required: true },
    ],
};
pub static BATCH_DELETE_TABLE_VERSION_RESPONSE: Structure = Structure {
    name: "BatchDeleteTableVersionResponse",
    members: &[Member { name: "Errors", shape: &TABLE_VERSION_ERRORS_SHAPE, is_required: false }],
};
pub static BATCH_GET_PARTITION_REQUEST: Structure = Structure {
    name: "BatchGetPartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionsToGet", shape: &BATCH_GET_PARTITION_VALUE_LIST_SHAPE, is_required: true },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
        Member { name: "QuerySessionContext", shape: &Shape::Structure(&QUERY_SESSION_CONTEXT), is_required: false },
    ],
};
pub static BATCH_GET_PARTITION_RESPONSE: Structure = Structure {
    name: "BatchGetPartitionResponse",
    members: &[
        Member { name: "Partitions", shape: &PARTITION_LIST_SHAPE, is_required: false },
        Member { name: "UnprocessedKeys", shape: &BATCH_GET_PARTITION_VALUE_LIST_SHAPE, is_required: false },
    ],
};
static BATCH_GET_PARTITION_VALUE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_VALUE_LIST), wire: "member", min: 0, max: 1000 });
pub static BATCH_UPDATE_PARTITION_FAILURE_ENTRY: Structure = Structure {
    name: "BatchUpdatePartitionFailureEntry",
    members: &[
        Member { name: "PartitionValueList", shape: &BOUNDED_PARTITION_VALUE_LIST_SHAPE, is_required: false },
        Member { name: "ErrorDetail", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static BATCH_UPDATE_PARTITION_FAILURE_LIST_SHAPE: Shape = Shape::List(List {
    member: &Shape::Structure(&BATCH_UPDATE_PARTITION_FAILURE_ENTRY),
    wire: "member",
    min: 0,
    max: u64::MAX,
});
pub static BATCH_UPDATE_PARTITION_REQUEST: Structure = Structure {
    name: "BatchUpdatePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Entries", shape: &BATCH_UPDATE_PARTITION_REQUEST_ENTRY_LIST_SHAPE, is_required: true },
    ],
};
pub static BATCH_UPDATE_PARTITION_REQUEST_ENTRY: Structure = Structure {
    name: "BatchUpdatePartitionRequestEntry",
    members: &[
        Member { name: "PartitionValueList", shape: &BOUNDED_PARTITION_VALUE_LIST_SHAPE, is_required: true },
        Member { name: "PartitionInput", shape: &Shape::Structure(&PARTITION_INPUT), is_required: true },
    ],
};
static BATCH_UPDATE_PARTITION_REQUEST_ENTRY_LIST_SHAPE: Shape = Shape::List(List {
    member: &Shape::Structure(&BATCH_UPDATE_PARTITION_REQUEST_ENTRY),
    wire: "member",
    min: 1,
    max: 100,
});
pub static BATCH_UPDATE_PARTITION_RESPONSE: Structure = Structure {
    name: "BatchUpdatePartitionResponse",
    members: &[Member { name: "Errors", shape: &BATCH_UPDATE_PARTITION_FAILURE_LIST_SHAPE, is_required: false }],
};
pub static BINARY_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "BinaryColumnStatisticsData",
    members: &[
        Member { name: "MaximumLength", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "AverageLength", shape: &NON_NEGATIVE_DOUBLE_SHAPE, is_required: true },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
static BLOB_SHAPE: Shape = Shape::Blob { min: 0, max: u64::MAX };
static BOOLEAN_SHAPE: Shape = Shape::Boolean;
pub static BOOLEAN_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "BooleanColumnStatisticsData",
    members: &[
        Member { name: "NumberOfTrues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfFalses", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
static BOOLEAN_NULLABLE_SHAPE: Shape = Shape::Boolean;
static BOUNDED_PARTITION_VALUE_LIST_SHAPE: Shape =
    Shape::List(List { member: &VALUE_STRING_SHAPE, wire: "member", min: 0, max: 100 });
pub static CATALOG: Structure = Structure {
    name: "Catalog",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "ResourceArn", shape: &RESOURCE_ARN_STRING_SHAPE, is_required: false },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "CreateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "UpdateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member {
            name: "TargetRedshiftCatalog",
            shape: &Shape::Structure(&TARGET_REDSHIFT_CATALOG),
            is_required: false,
        },
        Member { name: "FederatedCatalog", shape: &Shape::Structure(&FEDERATED_CATALOG), is_required: false },
        Member { name: "CatalogProperties", shape: &Shape::Structure(&CATALOG_PROPERTIES_OUTPUT), is_required: false },
        Member { name: "CreateTableDefaultPermissions", shape: &PRINCIPAL_PERMISSIONS_LIST_SHAPE, is_required: false },
        Member {
            name: "CreateDatabaseDefaultPermissions",
            shape: &PRINCIPAL_PERMISSIONS_LIST_SHAPE,
            is_required: false,
        },
        Member {
            name: "AllowFullTableExternalDataAccess",
            shape: &ALLOW_FULL_TABLE_EXTERNAL_DATA_ACCESS_ENUM_SHAPE,
            is_required: false,
        },
    ],
};
static CATALOG_GETTER_PAGE_SIZE_SHAPE: Shape = Shape::Integer { min: 1, max: 100 };
static CATALOG_ID_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static CATALOG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&CATALOG), wire: "member", min: 0, max: u64::MAX });
static CATALOG_NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 64, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
pub static CATALOG_PROPERTIES_OUTPUT: Structure = Structure {
    name: "CatalogPropertiesOutput",
    members: &[
        Member {
            name: "DataLakeAccessProperties",
            shape: &Shape::Structure(&DATA_LAKE_ACCESS_PROPERTIES_OUTPUT),
            is_required: false,
        },
        Member {
            name: "IcebergOptimizationProperties",
            shape: &Shape::Structure(&ICEBERG_OPTIMIZATION_PROPERTIES_OUTPUT),
            is_required: false,
        },
        Member { name: "CustomProperties", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
pub static COLUMN: Structure = Structure {
    name: "Column",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &COLUMN_TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Comment", shape: &COMMENT_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
pub static COLUMN_ERROR: Structure = Structure {
    name: "ColumnError",
    members: &[
        Member { name: "ColumnName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Error", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static COLUMN_ERRORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN_ERROR), wire: "member", min: 0, max: u64::MAX });
static COLUMN_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN), wire: "member", min: 0, max: u64::MAX });
static COLUMN_NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static COLUMN_STATISTICS: Structure = Structure {
    name: "ColumnStatistics",
    members: &[
        Member { name: "ColumnName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "ColumnType", shape: &TYPE_STRING_SHAPE, is_required: true },
        Member { name: "AnalyzedTime", shape: &TIMESTAMP_SHAPE, is_required: true },
        Member { name: "StatisticsData", shape: &Shape::Structure(&COLUMN_STATISTICS_DATA), is_required: true },
    ],
};
pub static COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "ColumnStatisticsData",
    members: &[
        Member { name: "Type", shape: &COLUMN_STATISTICS_TYPE_SHAPE, is_required: true },
        Member {
            name: "BooleanColumnStatisticsData",
            shape: &Shape::Structure(&BOOLEAN_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "DateColumnStatisticsData",
            shape: &Shape::Structure(&DATE_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "DecimalColumnStatisticsData",
            shape: &Shape::Structure(&DECIMAL_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "DoubleColumnStatisticsData",
            shape: &Shape::Structure(&DOUBLE_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "LongColumnStatisticsData",
            shape: &Shape::Structure(&LONG_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "StringColumnStatisticsData",
            shape: &Shape::Structure(&STRING_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
        Member {
            name: "BinaryColumnStatisticsData",
            shape: &Shape::Structure(&BINARY_COLUMN_STATISTICS_DATA),
            is_required: false,
        },
    ],
};
static COLUMN_STATISTICS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN_STATISTICS), wire: "member", min: 0, max: u64::MAX });
static COLUMN_STATISTICS_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["BOOLEAN", "DATE", "DECIMAL", "DOUBLE", "LONG", "STRING", "BINARY"],
    is_sensitive: false,
});
static COLUMN_TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 131072, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static COLUMN_VALUE_STRING_LIST_SHAPE: Shape =
    Shape::List(List { member: &COLUMN_VALUES_STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static COLUMN_VALUES_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static COMMENT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static COMPARATOR_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["EQUALS", "GREATER_THAN", "LESS_THAN", "GREATER_THAN_EQUALS", "LESS_THAN_EQUALS"],
    is_sensitive: false,
});
static CONTEXT_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static CONTEXT_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static CREATE_DATABASE_REQUEST: Structure = Structure {
    name: "CreateDatabaseRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseInput", shape: &Shape::Structure(&DATABASE_INPUT), is_required: true },
        Member { name: "Tags", shape: &TAGS_MAP_SHAPE, is_required: false },
    ],
};
pub static CREATE_DATABASE_RESPONSE: Structure = Structure { name: "CreateDatabaseResponse", members: &[] };
pub static CREATE_ICEBERG_TABLE_INPUT: Structure = Structure {
    name: "CreateIcebergTableInput",
    members: &[
        Member { name: "Location", shape: &LOCATION_STRING_SHAPE, is_required: true },
        Member { name: "Schema", shape: &Shape::Structure(&ICEBERG_SCHEMA), is_required: true },
        Member { name: "PartitionSpec", shape: &Shape::Structure(&ICEBERG_PARTITION_SPEC), is_required: false },
        Member { name: "WriteOrder", shape: &Shape::Structure(&ICEBERG_SORT_ORDER), is_required: false },
        Member { name: "Properties", shape: &STRING_TO_STRING_MAP_SHAPE, is_required: false },
    ],
};
pub static CREATE_PARTITION_REQUEST: Structure = Structure {
    name: "CreatePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionInput", shape: &Shape::Structure(&PARTITION_INPUT), is_required: true },
    ],
};
pub static CREATE_PARTITION_RESPONSE: Structure = Structure { name: "CreatePartitionResponse", members: &[] };
pub static CREATE_TABLE_REQUEST: Structure = Structure {
    name: "CreateTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "TableInput", shape: &Shape::Structure(&TABLE_INPUT), is_required: false },
        Member { name: "PartitionIndexes", shape: &PARTITION_INDEX_LIST_SHAPE, is_required: false },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
        Member { name: "OpenTableFormatInput", shape: &Shape::Structure(&OPEN_TABLE_FORMAT_INPUT), is_required: false },
    ],
};
pub static CREATE_TABLE_RESPONSE: Structure = Structure { name: "CreateTableResponse", members: &[] };
pub static DATA_LAKE_ACCESS_PROPERTIES_OUTPUT: Structure = Structure {
    name: "DataLakeAccessPropertiesOutput",
    members: &[
        Member { name: "DataLakeAccess", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "DataTransferRole", shape: &IAM_ROLE_ARN_SHAPE, is_required: false },
        Member { name: "KmsKey", shape: &RESOURCE_ARN_STRING_SHAPE, is_required: false },
        Member { name: "ManagedWorkgroupName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ManagedWorkgroupStatus", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "RedshiftDatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "StatusMessage", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "CatalogType", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static DATA_LAKE_PRINCIPAL: Structure = Structure {
    name: "DataLakePrincipal",
    members: &[Member {
        name: "DataLakePrincipalIdentifier",
        shape: &DATA_LAKE_PRINCIPAL_STRING_SHAPE,
        is_required: false,
    }],
};
static DATA_LAKE_PRINCIPAL_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static DATABASE: Structure = Structure {
    name: "Database",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "LocationUri", shape: &URI_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "CreateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "CreateTableDefaultPermissions", shape: &PRINCIPAL_PERMISSIONS_LIST_SHAPE, is_required: false },
        Member { name: "TargetDatabase", shape: &Shape::Structure(&DATABASE_IDENTIFIER), is_required: false },
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "FederatedDatabase", shape: &Shape::Structure(&FEDERATED_DATABASE), is_required: false },
    ],
};
static DATABASE_ATTRIBUTES_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["NAME", "TARGET_DATABASE"],
    is_sensitive: false,
});
static DATABASE_ATTRIBUTES_LIST_SHAPE: Shape =
    Shape::List(List { member: &DATABASE_ATTRIBUTES_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static DATABASE_IDENTIFIER: Structure = Structure {
    name: "DatabaseIdentifier",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Region", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static DATABASE_INPUT: Structure = Structure {
    name: "DatabaseInput",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "LocationUri", shape: &URI_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "CreateTableDefaultPermissions", shape: &PRINCIPAL_PERMISSIONS_LIST_SHAPE, is_required: false },
        Member { name: "TargetDatabase", shape: &Shape::Structure(&DATABASE_IDENTIFIER), is_required: false },
        Member { name: "FederatedDatabase", shape: &Shape::Structure(&FEDERATED_DATABASE), is_required: false },
    ],
};
static DATABASE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATABASE), wire: "member", min: 0, max: u64::MAX });
pub static DATE_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "DateColumnStatisticsData",
    members: &[
        Member { name: "MinimumValue", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "MaximumValue", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfDistinctValues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
pub static DECIMAL_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "DecimalColumnStatisticsData",
    members: &[
        Member { name: "MinimumValue", shape: &Shape::Structure(&DECIMAL_NUMBER), is_required: false },
        Member { name: "MaximumValue", shape: &Shape::Structure(&DECIMAL_NUMBER), is_required: false },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfDistinctValues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
pub static DECIMAL_NUMBER: Structure = Structure {
    name: "DecimalNumber",
    members: &[
        Member { name: "UnscaledValue", shape: &BLOB_SHAPE, is_required: true },
        Member { name: "Scale", shape: &INTEGER_SHAPE, is_required: true },
    ],
};
pub static DELETE_DATABASE_REQUEST: Structure = Structure {
    name: "DeleteDatabaseRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
    ],
};
pub static DELETE_DATABASE_RESPONSE: Structure = Structure { name: "DeleteDatabaseResponse", members: &[] };
pub static DELETE_PARTITION_REQUEST: Structure = Structure {
    name: "DeletePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionValues", shape: &VALUE_STRING_LIST_SHAPE, is_required: true },
    ],
};
pub static DELETE_PARTITION_RESPONSE: Structure = Structure { name: "DeletePartitionResponse", members: &[] };
pub static DELETE_TABLE_REQUEST: Structure = Structure {
    name: "DeleteTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
    ],
};
pub static DELETE_TABLE_RESPONSE: Structure = Structure { name: "DeleteTableResponse", members: &[] };
pub static DELETE_TABLE_VERSION_REQUEST: Structure = Structure {
    name: "DeleteTableVersionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: true },
    ],
};
pub static DELETE_TABLE_VERSION_RESPONSE: Structure = Structure { name: "DeleteTableVersionResponse", members: &[] };
static DESCRIPTION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2048, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static DOUBLE_SHAPE: Shape = Shape::Number { min: f64::MIN, max: f64::MAX };
pub static DOUBLE_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "DoubleColumnStatisticsData",
    members: &[
        Member { name: "MinimumValue", shape: &DOUBLE_SHAPE, is_required: false },
        Member { name: "MaximumValue", shape: &DOUBLE_SHAPE, is_required: false },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfDistinctValues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
static ENCRYPTED_KEY_METADATA_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2056, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static ENCRYPTION_KEY_ID_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2056, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
pub static ERROR_DETAIL: Structure = Structure {
    name: "ErrorDetail",
    members: &[
        Member { name: "ErrorCode", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ErrorMessage", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
    ],
};
pub static FEDERATED_CATALOG: Structure = Structure {
    name: "FederatedCatalog",
    members: &[
        Member { name: "Identifier", shape: &FEDERATION_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "ConnectionName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ConnectionType", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static FEDERATED_DATABASE: Structure = Structure {
    name: "FederatedDatabase",
    members: &[
        Member { name: "Identifier", shape: &FEDERATION_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "ConnectionName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ConnectionType", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static FEDERATED_TABLE: Structure = Structure {
    name: "FederatedTable",
    members: &[
        Member { name: "Identifier", shape: &FEDERATION_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "DatabaseIdentifier", shape: &FEDERATION_IDENTIFIER_SHAPE, is_required: false },
        Member { name: "ConnectionName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ConnectionType", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
static FEDERATION_IDENTIFIER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static FILTER_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2048, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static FORMAT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 128, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static FUNCTION_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["REGULAR_FUNCTION", "AGGREGATE_FUNCTION", "STORED_PROCEDURE"],
    is_sensitive: false,
});
pub static GET_CATALOG_REQUEST: Structure = Structure {
    name: "GetCatalogRequest",
    members: &[Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: true }],
};
pub static GET_CATALOG_RESPONSE: Structure = Structure {
    name: "GetCatalogResponse",
    members: &[Member { name: "Catalog", shape: &Shape::Structure(&CATALOG), is_required: false }],
};
pub static GET_CATALOGS_REQUEST: Structure = Structure {
    name: "GetCatalogsRequest",
    members: &[
        Member { name: "ParentCatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "Recursive", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "IncludeRoot", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "HasDatabases", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static GET_CATALOGS_RESPONSE: Structure = Structure {
    name: "GetCatalogsResponse",
    members: &[
        Member { name: "CatalogList", shape: &CATALOG_LIST_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
static GET_COLUMN_NAMES_LIST_SHAPE: Shape =
    Shape::List(List { member: &NAME_STRING_SHAPE, wire: "member", min: 0, max: 100 });
pub static GET_COLUMN_STATISTICS_FOR_TABLE_REQUEST: Structure = Structure {
    name: "GetColumnStatisticsForTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "ColumnNames", shape: &GET_COLUMN_NAMES_LIST_SHAPE, is_required: true },
    ],
};
pub static GET_COLUMN_STATISTICS_FOR_TABLE_RESPONSE: Structure = Structure {
    name: "GetColumnStatisticsForTableResponse",
    members: &[
        Member { name: "ColumnStatisticsList", shape: &COLUMN_STATISTICS_LIST_SHAPE, is_required: false },
        Member { name: "Errors", shape: &COLUMN_ERRORS_SHAPE, is_required: false },
    ],
};
pub static GET_DATABASE_REQUEST: Structure = Structure {
    name: "GetDatabaseRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
    ],
};
pub static GET_DATABASE_RESPONSE: Structure = Structure {
    name: "GetDatabaseResponse",
    members: &[Member { name: "Database", shape: &Shape::Structure(&DATABASE), is_required: false }],
};
pub static GET_DATABASES_REQUEST: Structure = Structure {
    name: "GetDatabasesRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &CATALOG_GETTER_PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "ResourceShareType", shape: &RESOURCE_SHARE_TYPE_SHAPE, is_required: false },
        Member { name: "AttributesToGet", shape: &DATABASE_ATTRIBUTES_LIST_SHAPE, is_required: false },
    ],
};
pub static GET_DATABASES_RESPONSE: Structure = Structure {
    name: "GetDatabasesResponse",
    members: &[
        Member { name: "DatabaseList", shape: &DATABASE_LIST_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_PARTITION_INDEXES_REQUEST: Structure = Structure {
    name: "GetPartitionIndexesRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_PARTITION_INDEXES_RESPONSE: Structure = Structure {
    name: "GetPartitionIndexesResponse",
    members: &[
        Member {
            name: "PartitionIndexDescriptorList",
            shape: &PARTITION_INDEX_DESCRIPTOR_LIST_SHAPE,
            is_required: false,
        },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_PARTITION_REQUEST: Structure = Structure {
    name: "GetPartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionValues", shape: &VALUE_STRING_LIST_SHAPE, is_required: true },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
    ],
};
pub static GET_PARTITION_RESPONSE: Structure = Structure {
    name: "GetPartitionResponse",
    members: &[Member { name: "Partition", shape: &Shape::Structure(&PARTITION), is_required: false }],
};
pub static GET_PARTITIONS_REQUEST: Structure = Structure {
    name: "GetPartitionsRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Expression", shape: &PREDICATE_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "Segment", shape: &Shape::Structure(&SEGMENT), is_required: false },
        Member { name: "MaxResults", shape: &PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "ExcludeColumnSchema", shape: &BOOLEAN_NULLABLE_SHAPE, is_required: false },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
        Member { name: "QueryAsOfTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
    ],
};
pub static GET_PARTITIONS_RESPONSE: Structure = Structure {
    name: "GetPartitionsResponse",
    members: &[
        Member { name: "Partitions", shape: &PARTITION_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_TABLE_REQUEST: Structure = Structure {
    name: "GetTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
        Member { name: "QueryAsOfTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
        Member { name: "IncludeStatusDetails", shape: &BOOLEAN_NULLABLE_SHAPE, is_required: false },
        Member { name: "AttributesToGet", shape: &TABLE_ATTRIBUTES_LIST_SHAPE, is_required: false },
    ],
};
pub static GET_TABLE_RESPONSE: Structure = Structure {
    name: "GetTableResponse",
    members: &[Member { name: "Table", shape: &Shape::Structure(&TABLE), is_required: false }],
};
pub static GET_TABLE_VERSION_REQUEST: Structure = Structure {
    name: "GetTableVersionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
    ],
};
pub static GET_TABLE_VERSION_RESPONSE: Structure = Structure {
    name: "GetTableVersionResponse",
    members: &[Member { name: "TableVersion", shape: &Shape::Structure(&TABLE_VERSION), is_required: false }],
};
static GET_TABLE_VERSIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TABLE_VERSION), wire: "member", min: 0, max: u64::MAX });
pub static GET_TABLE_VERSIONS_REQUEST: Structure = Structure {
    name: "GetTableVersionsRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &CATALOG_GETTER_PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
    ],
};
pub static GET_TABLE_VERSIONS_RESPONSE: Structure = Structure {
    name: "GetTableVersionsResponse",
    members: &[
        Member { name: "TableVersions", shape: &GET_TABLE_VERSIONS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_TABLES_REQUEST: Structure = Structure {
    name: "GetTablesRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Expression", shape: &FILTER_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &CATALOG_GETTER_PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
        Member { name: "QueryAsOfTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "AuditContext", shape: &Shape::Structure(&AUDIT_CONTEXT), is_required: false },
        Member { name: "ResourceShareType", shape: &TABLE_RESOURCE_SHARE_TYPE_SHAPE, is_required: false },
        Member { name: "IncludeStatusDetails", shape: &BOOLEAN_NULLABLE_SHAPE, is_required: false },
        Member { name: "AttributesToGet", shape: &TABLE_ATTRIBUTES_LIST_SHAPE, is_required: false },
    ],
};
pub static GET_TABLES_RESPONSE: Structure = Structure {
    name: "GetTablesResponse",
    members: &[
        Member { name: "TableList", shape: &TABLE_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_TAGS_REQUEST: Structure = Structure {
    name: "GetTagsRequest",
    members: &[Member { name: "ResourceArn", shape: &GLUE_RESOURCE_ARN_SHAPE, is_required: true }],
};
pub static GET_TAGS_RESPONSE: Structure = Structure {
    name: "GetTagsResponse",
    members: &[Member { name: "Tags", shape: &TAGS_MAP_SHAPE, is_required: false }],
};
pub static GET_USER_DEFINED_FUNCTIONS_REQUEST: Structure = Structure {
    name: "GetUserDefinedFunctionsRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Pattern", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "FunctionType", shape: &FUNCTION_TYPE_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &CATALOG_GETTER_PAGE_SIZE_SHAPE, is_required: false },
    ],
};
pub static GET_USER_DEFINED_FUNCTIONS_RESPONSE: Structure = Structure {
    name: "GetUserDefinedFunctionsResponse",
    members: &[
        Member { name: "UserDefinedFunctions", shape: &USER_DEFINED_FUNCTION_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
static GLUE_RESOURCE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 10240, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static GOVERNANCE_MODE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["IAM_ONLY", "LAKE_FORMATION"],
    is_sensitive: false,
});
static HASH_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static IAM_ROLE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
pub static ICEBERG_DOCUMENT: Structure = Structure { name: "IcebergDocument", members: &[] };
pub static ICEBERG_ENCRYPTED_KEY: Structure = Structure {
    name: "IcebergEncryptedKey",
    members: &[
        Member { name: "KeyId", shape: &ENCRYPTION_KEY_ID_STRING_SHAPE, is_required: true },
        Member { name: "EncryptedKeyMetadata", shape: &ENCRYPTED_KEY_METADATA_STRING_SHAPE, is_required: true },
        Member { name: "EncryptedById", shape: &ENCRYPTION_KEY_ID_STRING_SHAPE, is_required: false },
        Member { name: "Properties", shape: &STRING_TO_STRING_MAP_SHAPE, is_required: false },
    ],
};
pub static ICEBERG_INPUT: Structure = Structure {
    name: "IcebergInput",
    members: &[
        Member { name: "MetadataOperation", shape: &METADATA_OPERATION_SHAPE, is_required: true },
        Member { name: "Version", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member {
            name: "CreateIcebergTableInput",
            shape: &Shape::Structure(&CREATE_ICEBERG_TABLE_INPUT),
            is_required: false,
        },
    ],
};
static ICEBERG_NULL_ORDER_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["nulls-first", "nulls-last"],
    is_sensitive: false,
});
pub static ICEBERG_OPTIMIZATION_PROPERTIES_OUTPUT: Structure = Structure {
    name: "IcebergOptimizationPropertiesOutput",
    members: &[
        Member { name: "RoleArn", shape: &IAM_ROLE_ARN_SHAPE, is_required: false },
        Member { name: "Compaction", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "Retention", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "OrphanFileDeletion", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "LastUpdatedTime", shape: &TIMESTAMP_SHAPE, is_required: false },
    ],
};
pub static ICEBERG_PARTITION_FIELD: Structure = Structure {
    name: "IcebergPartitionField",
    members: &[
        Member { name: "SourceId", shape: &INTEGER_SHAPE, is_required: true },
        Member { name: "Transform", shape: &ICEBERG_TRANSFORM_STRING_SHAPE, is_required: true },
        Member { name: "Name", shape: &COLUMN_NAME_STRING_SHAPE, is_required: true },
        Member { name: "FieldId", shape: &INTEGER_SHAPE, is_required: false },
    ],
};
pub static ICEBERG_PARTITION_SPEC: Structure = Structure {
    name: "IcebergPartitionSpec",
    members: &[
        Member { name: "Fields", shape: &ICEBERG_PARTITION_SPEC_FIELD_LIST_SHAPE, is_required: true },
        Member { name: "SpecId", shape: &INTEGER_SHAPE, is_required: false },
    ],
};
static ICEBERG_PARTITION_SPEC_FIELD_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_PARTITION_FIELD), wire: "member", min: 0, max: u64::MAX });
static ICEBERG_PARTITION_SPEC_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_PARTITION_SPEC), wire: "member", min: 0, max: u64::MAX });
pub static ICEBERG_SCHEMA: Structure = Structure {
    name: "IcebergSchema",
    members: &[
        Member { name: "SchemaId", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "IdentifierFieldIds", shape: &INTEGER_LIST_SHAPE, is_required: false },
        Member { name: "Type", shape: &ICEBERG_STRUCT_TYPE_ENUM_SHAPE, is_required: false },
        Member { name: "Fields", shape: &ICEBERG_STRUCT_FIELD_LIST_SHAPE, is_required: true },
    ],
};
static ICEBERG_SCHEMA_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_SCHEMA), wire: "member", min: 0, max: u64::MAX });
static ICEBERG_SORT_DIRECTION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["asc", "desc"], is_sensitive: false });
pub static ICEBERG_SORT_FIELD: Structure = Structure {
    name: "IcebergSortField",
    members: &[
        Member { name: "SourceId", shape: &INTEGER_SHAPE, is_required: true },
        Member { name: "Transform", shape: &ICEBERG_TRANSFORM_STRING_SHAPE, is_required: true },
        Member { name: "Direction", shape: &ICEBERG_SORT_DIRECTION_SHAPE, is_required: true },
        Member { name: "NullOrder", shape: &ICEBERG_NULL_ORDER_SHAPE, is_required: true },
    ],
};
pub static ICEBERG_SORT_ORDER: Structure = Structure {
    name: "IcebergSortOrder",
    members: &[
        Member { name: "OrderId", shape: &INTEGER_SHAPE, is_required: true },
        Member { name: "Fields", shape: &ICEBERG_SORT_ORDER_FIELD_LIST_SHAPE, is_required: true },
    ],
};
static ICEBERG_SORT_ORDER_FIELD_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_SORT_FIELD), wire: "member", min: 0, max: u64::MAX });
static ICEBERG_SORT_ORDER_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_SORT_ORDER), wire: "member", min: 0, max: u64::MAX });
pub static ICEBERG_STRUCT_FIELD: Structure = Structure {
    name: "IcebergStructField",
    members: &[
        Member { name: "Id", shape: &INTEGER_SHAPE, is_required: true },
        Member { name: "Name", shape: &COLUMN_NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &Shape::Structure(&ICEBERG_DOCUMENT), is_required: true },
        Member { name: "Required", shape: &BOOLEAN_SHAPE, is_required: true },
        Member { name: "Doc", shape: &COMMENT_STRING_SHAPE, is_required: false },
        Member { name: "InitialDefault", shape: &Shape::Structure(&ICEBERG_DOCUMENT), is_required: false },
        Member { name: "WriteDefault", shape: &Shape::Structure(&ICEBERG_DOCUMENT), is_required: false },
    ],
};
static ICEBERG_STRUCT_FIELD_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_STRUCT_FIELD), wire: "member", min: 0, max: u64::MAX });
static ICEBERG_STRUCT_TYPE_ENUM_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["struct"], is_sensitive: false });
pub static ICEBERG_TABLE_METADATA: Structure = Structure {
    name: "IcebergTableMetadata",
    members: &[
        Member { name: "FormatVersion", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "TableUuid", shape: &TABLE_ID_STRING_SHAPE, is_required: false },
        Member { name: "Location", shape: &LOCATION_STRING_SHAPE, is_required: false },
        Member { name: "Properties", shape: &STRING_TO_STRING_MAP_SHAPE, is_required: false },
        Member { name: "Schemas", shape: &ICEBERG_SCHEMA_LIST_SHAPE, is_required: false },
        Member { name: "CurrentSchemaId", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "LastColumnId", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "PartitionSpecs", shape: &ICEBERG_PARTITION_SPEC_LIST_SHAPE, is_required: false },
        Member { name: "DefaultSpecId", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "LastPartitionId", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "SortOrders", shape: &ICEBERG_SORT_ORDER_LIST_SHAPE, is_required: false },
        Member { name: "DefaultSortOrderId", shape: &INTEGER_SHAPE, is_required: false },
    ],
};
pub static ICEBERG_TABLE_UPDATE: Structure = Structure {
    name: "IcebergTableUpdate",
    members: &[
        Member { name: "Schema", shape: &Shape::Structure(&ICEBERG_SCHEMA), is_required: true },
        Member { name: "PartitionSpec", shape: &Shape::Structure(&ICEBERG_PARTITION_SPEC), is_required: false },
        Member { name: "SortOrder", shape: &Shape::Structure(&ICEBERG_SORT_ORDER), is_required: false },
        Member { name: "Location", shape: &LOCATION_STRING_SHAPE, is_required: true },
        Member { name: "Properties", shape: &STRING_TO_STRING_MAP_SHAPE, is_required: false },
        Member { name: "Action", shape: &ICEBERG_UPDATE_ACTION_SHAPE, is_required: false },
        Member { name: "EncryptionKey", shape: &Shape::Structure(&ICEBERG_ENCRYPTED_KEY), is_required: false },
        Member { name: "KeyId", shape: &ENCRYPTION_KEY_ID_STRING_SHAPE, is_required: false },
    ],
};
static ICEBERG_TABLE_UPDATE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ICEBERG_TABLE_UPDATE), wire: "member", min: 0, max: u64::MAX });
static ICEBERG_TRANSFORM_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ICEBERG_UPDATE_ACTION_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "add-schema",
        "set-current-schema",
        "add-spec",
        "set-default-spec",
        "add-sort-order",
        "set-default-sort-order",
        "set-location",
        "set-properties",
        "remove-properties",
        "add-encryption-key",
        "remove-encryption-key",
    ],
    is_sensitive: false,
});
static INTEGER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static INTEGER_FLAG_SHAPE: Shape = Shape::Integer { min: 0, max: 1 };
static INTEGER_LIST_SHAPE: Shape = Shape::List(List { member: &INTEGER_SHAPE, wire: "member", min: 0, max: u64::MAX });
static KEY_LIST_SHAPE: Shape = Shape::List(List { member: &NAME_STRING_SHAPE, wire: "member", min: 1, max: u64::MAX });
pub static KEY_SCHEMA_ELEMENT: Structure = Structure {
    name: "KeySchemaElement",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &COLUMN_TYPE_STRING_SHAPE, is_required: true },
    ],
};
static KEY_SCHEMA_ELEMENT_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&KEY_SCHEMA_ELEMENT), wire: "member", min: 1, max: u64::MAX });
static KEY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static LAST_REFRESH_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["FULL", "INCREMENTAL"], is_sensitive: false });
static LOCATION_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &COLUMN_VALUES_STRING_SHAPE,
    value: &COLUMN_VALUES_STRING_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static LOCATION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2056, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
static LOCATION_STRING_LIST_SHAPE: Shape =
    Shape::List(List { member: &LOCATION_STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static LONG_SHAPE: Shape = Shape::Integer { min: i64::MIN, max: i64::MAX };
pub static LONG_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "LongColumnStatisticsData",
    members: &[
        Member { name: "MinimumValue", shape: &LONG_SHAPE, is_required: false },
        Member { name: "MaximumValue", shape: &LONG_SHAPE, is_required: false },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfDistinctValues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
static METADATA_OPERATION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["CREATE"], is_sensitive: false });
static NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static NAME_STRING_LIST_SHAPE: Shape =
    Shape::List(List { member: &NAME_STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static NON_NEGATIVE_DOUBLE_SHAPE: Shape = Shape::Number { min: 0.0, max: f64::MAX };
static NON_NEGATIVE_INTEGER_SHAPE: Shape = Shape::Integer { min: 0, max: 2147483647 };
static NON_NEGATIVE_LONG_SHAPE: Shape = Shape::Integer { min: 0, max: i64::MAX };
static NULLABLE_BOOLEAN_SHAPE: Shape = Shape::Boolean;
static NULLABLE_LONG_SHAPE: Shape = Shape::Integer { min: i64::MIN, max: i64::MAX };
static NULLABLE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static OPEN_TABLE_FORMAT_INPUT: Structure = Structure {
    name: "OpenTableFormatInput",
    members: &[Member { name: "IcebergInput", shape: &Shape::Structure(&ICEBERG_INPUT), is_required: false }],
};
pub static ORDER: Structure = Structure {
    name: "Order",
    members: &[
        Member { name: "Column", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "SortOrder", shape: &INTEGER_FLAG_SHAPE, is_required: true },
    ],
};
static ORDER_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ORDER), wire: "member", min: 0, max: u64::MAX });
static PAGE_SIZE_SHAPE: Shape = Shape::Integer { min: 1, max: 1000 };
static PARAMETERS_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &KEY_STRING_SHAPE,
    value: &PARAMETERS_MAP_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static PARAMETERS_MAP_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 512000, pattern: None, values: &[], is_sensitive: false });
pub static PARTITION: Structure = Structure {
    name: "Partition",
    members: &[
        Member { name: "Values", shape: &VALUE_STRING_LIST_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "CreationTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "LastAccessTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "StorageDescriptor", shape: &Shape::Structure(&STORAGE_DESCRIPTOR), is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "LastAnalyzedTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
    ],
};
pub static PARTITION_ERROR: Structure = Structure {
    name: "PartitionError",
    members: &[
        Member { name: "PartitionValues", shape: &VALUE_STRING_LIST_SHAPE, is_required: false },
        Member { name: "ErrorDetail", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static PARTITION_ERRORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_ERROR), wire: "member", min: 0, max: u64::MAX });
pub static PARTITION_INDEX: Structure = Structure {
    name: "PartitionIndex",
    members: &[
        Member { name: "Keys", shape: &KEY_LIST_SHAPE, is_required: true },
        Member { name: "IndexName", shape: &NAME_STRING_SHAPE, is_required: true },
    ],
};
pub static PARTITION_INDEX_DESCRIPTOR: Structure = Structure {
    name: "PartitionIndexDescriptor",
    members: &[
        Member { name: "IndexName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Keys", shape: &KEY_SCHEMA_ELEMENT_LIST_SHAPE, is_required: true },
        Member { name: "IndexStatus", shape: &PARTITION_INDEX_STATUS_SHAPE, is_required: true },
        Member { name: "BackfillErrors", shape: &BACKFILL_ERRORS_SHAPE, is_required: false },
    ],
};
static PARTITION_INDEX_DESCRIPTOR_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_INDEX_DESCRIPTOR), wire: "member", min: 0, max: u64::MAX });
static PARTITION_INDEX_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_INDEX), wire: "member", min: 0, max: u64::MAX });
static PARTITION_INDEX_STATUS_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["CREATING", "ACTIVE", "DELETING", "FAILED"],
    is_sensitive: false,
});
pub static PARTITION_INPUT: Structure = Structure {
    name: "PartitionInput",
    members: &[
        Member { name: "Values", shape: &VALUE_STRING_LIST_SHAPE, is_required: false },
        Member { name: "LastAccessTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "StorageDescriptor", shape: &Shape::Structure(&STORAGE_DESCRIPTOR), is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "LastAnalyzedTime", shape: &TIMESTAMP_SHAPE, is_required: false },
    ],
};
static PARTITION_INPUT_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION_INPUT), wire: "member", min: 0, max: 100 });
static PARTITION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PARTITION), wire: "member", min: 0, max: u64::MAX });
pub static PARTITION_VALUE_LIST: Structure = Structure {
    name: "PartitionValueList",
    members: &[Member { name: "Values", shape: &VALUE_STRING_LIST_SHAPE, is_required: true }],
};
static PERMISSION_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "ALL",
        "SELECT",
        "ALTER",
        "DROP",
        "DELETE",
        "INSERT",
        "CREATE_DATABASE",
        "CREATE_TABLE",
        "DATA_LOCATION_ACCESS",
    ],
    is_sensitive: false,
});
static PERMISSION_LIST_SHAPE: Shape =
    Shape::List(List { member: &PERMISSION_SHAPE, wire: "member", min: 0, max: u64::MAX });
static PREDICATE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2048, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
pub static PRINCIPAL_PERMISSIONS: Structure = Structure {
    name: "PrincipalPermissions",
    members: &[
        Member { name: "Principal", shape: &Shape::Structure(&DATA_LAKE_PRINCIPAL), is_required: false },
        Member { name: "Permissions", shape: &PERMISSION_LIST_SHAPE, is_required: false },
    ],
};
static PRINCIPAL_PERMISSIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PRINCIPAL_PERMISSIONS), wire: "member", min: 0, max: u64::MAX });
static PRINCIPAL_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["USER", "ROLE", "GROUP"], is_sensitive: false });
pub static PROPERTY_PREDICATE: Structure = Structure {
    name: "PropertyPredicate",
    members: &[
        Member { name: "Key", shape: &VALUE_STRING_SHAPE, is_required: false },
        Member { name: "Value", shape: &VALUE_STRING_SHAPE, is_required: false },
        Member { name: "Comparator", shape: &COMPARATOR_SHAPE, is_required: false },
    ],
};
pub static QUERY_SESSION_CONTEXT: Structure = Structure {
    name: "QuerySessionContext",
    members: &[
        Member { name: "QueryId", shape: &HASH_STRING_SHAPE, is_required: false },
        Member { name: "QueryStartTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "ClusterId", shape: &NULLABLE_STRING_SHAPE, is_required: false },
        Member { name: "QueryAuthorizationId", shape: &HASH_STRING_SHAPE, is_required: false },
        Member { name: "AdditionalContext", shape: &ADDITIONAL_CONTEXT_MAP_SHAPE, is_required: false },
    ],
};
pub static RLS_PROPERTIES: Structure = Structure {
    name: "RLSProperties",
    members: &[Member { name: "DefaultRLSPolicy", shape: &NAME_STRING_SHAPE, is_required: false }],
};
static REFRESH_SECONDS_SHAPE: Shape = Shape::Integer { min: i64::MIN, max: i64::MAX };
static RESOURCE_ACTION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["UPDATE", "CREATE"], is_sensitive: false });
static RESOURCE_ARN_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static RESOURCE_SHARE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["FOREIGN", "ALL", "FEDERATED"],
    is_sensitive: false,
});
static RESOURCE_STATE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["QUEUED", "IN_PROGRESS", "SUCCESS", "STOPPED", "FAILED"],
    is_sensitive: false,
});
static RESOURCE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["JAR", "FILE", "ARCHIVE"],
    is_sensitive: false,
});
pub static RESOURCE_URI: Structure = Structure {
    name: "ResourceUri",
    members: &[
        Member { name: "ResourceType", shape: &RESOURCE_TYPE_SHAPE, is_required: false },
        Member { name: "Uri", shape: &URI_SHAPE, is_required: false },
        Member { name: "LastModified", shape: &TIMESTAMP_SHAPE, is_required: false },
    ],
};
static RESOURCE_URI_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&RESOURCE_URI), wire: "member", min: 0, max: 1000 });
pub static SCHEMA_ID: Structure = Structure {
    name: "SchemaId",
    members: &[
        Member { name: "SchemaArn", shape: &GLUE_RESOURCE_ARN_SHAPE, is_required: false },
        Member { name: "SchemaName", shape: &SCHEMA_REGISTRY_NAME_STRING_SHAPE, is_required: false },
        Member { name: "RegistryName", shape: &SCHEMA_REGISTRY_NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static SCHEMA_REFERENCE: Structure = Structure {
    name: "SchemaReference",
    members: &[
        Member { name: "SchemaId", shape: &Shape::Structure(&SCHEMA_ID), is_required: false },
        Member { name: "SchemaVersionId", shape: &SCHEMA_VERSION_ID_STRING_SHAPE, is_required: false },
        Member { name: "SchemaVersionNumber", shape: &VERSION_LONG_NUMBER_SHAPE, is_required: false },
    ],
};
static SCHEMA_REGISTRY_NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static SCHEMA_VERSION_ID_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 36, max: 36, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static SEARCH_PROPERTY_PREDICATES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PROPERTY_PREDICATE), wire: "member", min: 0, max: u64::MAX });
pub static SEARCH_TABLES_REQUEST: Structure = Structure {
    name: "SearchTablesRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "Filters", shape: &SEARCH_PROPERTY_PREDICATES_SHAPE, is_required: false },
        Member { name: "SearchText", shape: &VALUE_STRING_SHAPE, is_required: false },
        Member { name: "SortCriteria", shape: &SORT_CRITERIA_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &PAGE_SIZE_SHAPE, is_required: false },
        Member { name: "ResourceShareType", shape: &RESOURCE_SHARE_TYPE_SHAPE, is_required: false },
        Member { name: "IncludeStatusDetails", shape: &BOOLEAN_NULLABLE_SHAPE, is_required: false },
    ],
};
pub static SEARCH_TABLES_RESPONSE: Structure = Structure {
    name: "SearchTablesResponse",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "TableList", shape: &TABLE_LIST_SHAPE, is_required: false },
    ],
};
pub static SEGMENT: Structure = Structure {
    name: "Segment",
    members: &[
        Member { name: "SegmentNumber", shape: &NON_NEGATIVE_INTEGER_SHAPE, is_required: true },
        Member { name: "TotalSegments", shape: &TOTAL_SEGMENTS_INTEGER_SHAPE, is_required: true },
    ],
};
pub static SER_DE_INFO: Structure = Structure {
    name: "SerDeInfo",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "SerializationLibrary", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
pub static SKEWED_INFO: Structure = Structure {
    name: "SkewedInfo",
    members: &[
        Member { name: "SkewedColumnNames", shape: &NAME_STRING_LIST_SHAPE, is_required: false },
        Member { name: "SkewedColumnValues", shape: &COLUMN_VALUE_STRING_LIST_SHAPE, is_required: false },
        Member { name: "SkewedColumnValueLocationMaps", shape: &LOCATION_MAP_SHAPE, is_required: false },
    ],
};
static SORT_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["ASC", "DESC"], is_sensitive: false });
static SORT_CRITERIA_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&SORT_CRITERION), wire: "member", min: 0, max: 1 });
pub static SORT_CRITERION: Structure = Structure {
    name: "SortCriterion",
    members: &[
        Member { name: "FieldName", shape: &VALUE_STRING_SHAPE, is_required: false },
        Member { name: "Sort", shape: &SORT_SHAPE, is_required: false },
    ],
};
static SPARK_PIPELINE_INFO_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static SPARK_PIPELINE_INFO_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &SPARK_PIPELINE_INFO_KEY_SHAPE,
    value: &SPARK_PIPELINE_INFO_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: 50,
});
static SPARK_PIPELINE_INFO_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 2048, pattern: None, values: &[], is_sensitive: false });
pub static STATUS_DETAILS: Structure = Structure {
    name: "StatusDetails",
    members: &[
        Member { name: "RequestedChange", shape: &Shape::Structure(&TABLE), is_required: false },
        Member { name: "ViewValidations", shape: &VIEW_VALIDATION_LIST_SHAPE, is_required: false },
    ],
};
pub static STORAGE_DESCRIPTOR: Structure = Structure {
    name: "StorageDescriptor",
    members: &[
        Member { name: "Columns", shape: &COLUMN_LIST_SHAPE, is_required: false },
        Member { name: "Location", shape: &LOCATION_STRING_SHAPE, is_required: false },
        Member { name: "AdditionalLocations", shape: &LOCATION_STRING_LIST_SHAPE, is_required: false },
        Member { name: "InputFormat", shape: &FORMAT_STRING_SHAPE, is_required: false },
        Member { name: "OutputFormat", shape: &FORMAT_STRING_SHAPE, is_required: false },
        Member { name: "Compressed", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "NumberOfBuckets", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "SerdeInfo", shape: &Shape::Structure(&SER_DE_INFO), is_required: false },
        Member { name: "BucketColumns", shape: &NAME_STRING_LIST_SHAPE, is_required: false },
        Member { name: "SortColumns", shape: &ORDER_LIST_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "SkewedInfo", shape: &Shape::Structure(&SKEWED_INFO), is_required: false },
        Member { name: "StoredAsSubDirectories", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "SchemaReference", shape: &Shape::Structure(&SCHEMA_REFERENCE), is_required: false },
    ],
};
pub static STRING_COLUMN_STATISTICS_DATA: Structure = Structure {
    name: "StringColumnStatisticsData",
    members: &[
        Member { name: "MaximumLength", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "AverageLength", shape: &NON_NEGATIVE_DOUBLE_SHAPE, is_required: true },
        Member { name: "NumberOfNulls", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
        Member { name: "NumberOfDistinctValues", shape: &NON_NEGATIVE_LONG_SHAPE, is_required: true },
    ],
};
static STRING_TO_STRING_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &NULLABLE_STRING_SHAPE,
    value: &NULLABLE_STRING_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static SUB_OBJECT_SOURCE_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["HIVE_PARQUET", "HIVE_ORC", "HIVE_CSV", "HIVE_JSON", "PLAIN_PARQUET", "ICEBERG"],
    is_sensitive: false,
});
pub static SUB_OBJECT_STATISTICS: Structure = Structure {
    name: "SubObjectStatistics",
    members: &[
        Member { name: "SourceType", shape: &SUB_OBJECT_SOURCE_TYPE_SHAPE, is_required: false },
        Member { name: "GlueVersionId", shape: &NULLABLE_STRING_SHAPE, is_required: false },
        Member { name: "PartitionCount", shape: &NULLABLE_LONG_SHAPE, is_required: false },
        Member { name: "FileCount", shape: &NULLABLE_LONG_SHAPE, is_required: false },
        Member { name: "TotalFileBytes", shape: &NULLABLE_LONG_SHAPE, is_required: false },
    ],
};
static SUB_OBJECTS_STATISTICS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&SUB_OBJECT_STATISTICS), wire: "member", min: 0, max: 250 });
pub static TABLE: Structure = Structure {
    name: "Table",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Owner", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "CreateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "UpdateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "LastAccessTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "LastAnalyzedTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "Retention", shape: &NON_NEGATIVE_INTEGER_SHAPE, is_required: false },
        Member { name: "StorageDescriptor", shape: &Shape::Structure(&STORAGE_DESCRIPTOR), is_required: false },
        Member { name: "PartitionKeys", shape: &COLUMN_LIST_SHAPE, is_required: false },
        Member { name: "ViewOriginalText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "ViewExpandedText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "TableType", shape: &TABLE_TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "CreatedBy", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "IsRegisteredWithLakeFormation", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "TargetTable", shape: &Shape::Structure(&TABLE_IDENTIFIER), is_required: false },
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "FederatedTable", shape: &Shape::Structure(&FEDERATED_TABLE), is_required: false },
        Member { name: "ViewDefinition", shape: &Shape::Structure(&VIEW_DEFINITION), is_required: false },
        Member { name: "IsMultiDialectView", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsMaterializedView", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "IcebergTableMetadata", shape: &Shape::Structure(&ICEBERG_TABLE_METADATA), is_required: false },
        Member { name: "Status", shape: &Shape::Structure(&TABLE_STATUS), is_required: false },
        Member { name: "RLSProperties", shape: &Shape::Structure(&RLS_PROPERTIES), is_required: false },
    ],
};
static TABLE_ATTRIBUTES_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["NAME", "TABLE_TYPE", "DEFAULT", "LATEST_ICEBERG_METADATA"],
    is_sensitive: false,
});
static TABLE_ATTRIBUTES_LIST_SHAPE: Shape =
    Shape::List(List { member: &TABLE_ATTRIBUTES_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static TABLE_ERROR: Structure = Structure {
    name: "TableError",
    members: &[
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ErrorDetail", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static TABLE_ERRORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TABLE_ERROR), wire: "member", min: 0, max: u64::MAX });
static TABLE_ID_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 100, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static TABLE_IDENTIFIER: Structure = Structure {
    name: "TableIdentifier",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Region", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
pub static TABLE_INPUT: Structure = Structure {
    name: "TableInput",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Owner", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "LastAccessTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "LastAnalyzedTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "Retention", shape: &NON_NEGATIVE_INTEGER_SHAPE, is_required: false },
        Member { name: "StorageDescriptor", shape: &Shape::Structure(&STORAGE_DESCRIPTOR), is_required: false },
        Member { name: "PartitionKeys", shape: &COLUMN_LIST_SHAPE, is_required: false },
        Member { name: "ViewOriginalText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "ViewExpandedText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "TableType", shape: &TABLE_TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "TargetTable", shape: &Shape::Structure(&TABLE_IDENTIFIER), is_required: false },
        Member { name: "FederatedTable", shape: &Shape::Structure(&FEDERATED_TABLE), is_required: false },
        Member { name: "ViewDefinition", shape: &Shape::Structure(&VIEW_DEFINITION_INPUT), is_required: false },
    ],
};
static TABLE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TABLE), wire: "member", min: 0, max: u64::MAX });
static TABLE_RESOURCE_SHARE_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["FEDERATED", "ALL"], is_sensitive: false });
pub static TABLE_STATUS: Structure = Structure {
    name: "TableStatus",
    members: &[
        Member { name: "RequestedBy", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "UpdatedBy", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "RequestTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "UpdateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "Action", shape: &RESOURCE_ACTION_SHAPE, is_required: false },
        Member { name: "State", shape: &RESOURCE_STATE_SHAPE, is_required: false },
        Member { name: "Error", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
        Member { name: "Details", shape: &Shape::Structure(&STATUS_DETAILS), is_required: false },
    ],
};
static TABLE_TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static TABLE_VERSION: Structure = Structure {
    name: "TableVersion",
    members: &[
        Member { name: "Table", shape: &Shape::Structure(&TABLE), is_required: false },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: false },
    ],
};
pub static TABLE_VERSION_ERROR: Structure = Structure {
    name: "TableVersionError",
    members: &[
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "ErrorDetail", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static TABLE_VERSION_ERRORS_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TABLE_VERSION_ERROR), wire: "member", min: 0, max: u64::MAX });
static TABLE_VERSION_ID_SHAPE: Shape = Shape::Integer { min: -1, max: i64::MAX };
static TAG_KEY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_KEYS_LIST_SHAPE: Shape = Shape::List(List { member: &TAG_KEY_SHAPE, wire: "member", min: 0, max: 50 });
pub static TAG_RESOURCE_REQUEST: Structure = Structure {
    name: "TagResourceRequest",
    members: &[
        Member { name: "ResourceArn", shape: &GLUE_RESOURCE_ARN_SHAPE, is_required: true },
        Member { name: "TagsToAdd", shape: &TAGS_MAP_SHAPE, is_required: true },
    ],
};
pub static TAG_RESOURCE_RESPONSE: Structure = Structure { name: "TagResourceResponse", members: &[] };
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
static TAGS_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &TAG_KEY_SHAPE,
    value: &TAG_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: 50,
});
pub static TARGET_REDSHIFT_CATALOG: Structure = Structure {
    name: "TargetRedshiftCatalog",
    members: &[Member { name: "CatalogArn", shape: &RESOURCE_ARN_STRING_SHAPE, is_required: true }],
};
static TIMESTAMP_SHAPE: Shape = Shape::Timestamp;
static TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static TOTAL_SEGMENTS_INTEGER_SHAPE: Shape = Shape::Integer { min: 1, max: 10 };
static TRANSACTION_ID_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 20000, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static URI_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
pub static UNTAG_RESOURCE_REQUEST: Structure = Structure {
    name: "UntagResourceRequest",
    members: &[
        Member { name: "ResourceArn", shape: &GLUE_RESOURCE_ARN_SHAPE, is_required: true },
        Member { name: "TagsToRemove", shape: &TAG_KEYS_LIST_SHAPE, is_required: true },
    ],
};
pub static UNTAG_RESOURCE_RESPONSE: Structure = Structure { name: "UntagResourceResponse", members: &[] };
pub static UPDATE_DATABASE_REQUEST: Structure = Structure {
    name: "UpdateDatabaseRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "DatabaseInput", shape: &Shape::Structure(&DATABASE_INPUT), is_required: true },
    ],
};
pub static UPDATE_DATABASE_RESPONSE: Structure = Structure { name: "UpdateDatabaseResponse", members: &[] };
pub static UPDATE_ICEBERG_INPUT: Structure = Structure {
    name: "UpdateIcebergInput",
    members: &[Member {
        name: "UpdateIcebergTableInput",
        shape: &Shape::Structure(&UPDATE_ICEBERG_TABLE_INPUT),
        is_required: true,
    }],
};
pub static UPDATE_ICEBERG_TABLE_INPUT: Structure = Structure {
    name: "UpdateIcebergTableInput",
    members: &[Member { name: "Updates", shape: &ICEBERG_TABLE_UPDATE_LIST_SHAPE, is_required: true }],
};
pub static UPDATE_OPEN_TABLE_FORMAT_INPUT: Structure = Structure {
    name: "UpdateOpenTableFormatInput",
    members: &[Member {
        name: "UpdateIcebergInput",
        shape: &Shape::Structure(&UPDATE_ICEBERG_INPUT),
        is_required: false,
    }],
};
pub static UPDATE_PARTITION_REQUEST: Structure = Structure {
    name: "UpdatePartitionRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "PartitionValueList", shape: &BOUNDED_PARTITION_VALUE_LIST_SHAPE, is_required: true },
        Member { name: "PartitionInput", shape: &Shape::Structure(&PARTITION_INPUT), is_required: true },
    ],
};
pub static UPDATE_PARTITION_RESPONSE: Structure = Structure { name: "UpdatePartitionResponse", members: &[] };
pub static UPDATE_TABLE_REQUEST: Structure = Structure {
    name: "UpdateTableRequest",
    members: &[
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "TableInput", shape: &Shape::Structure(&TABLE_INPUT), is_required: false },
        Member { name: "SkipArchive", shape: &BOOLEAN_NULLABLE_SHAPE, is_required: false },
        Member { name: "TransactionId", shape: &TRANSACTION_ID_STRING_SHAPE, is_required: false },
        Member { name: "VersionId", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "ViewUpdateAction", shape: &VIEW_UPDATE_ACTION_SHAPE, is_required: false },
        Member { name: "Force", shape: &BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "UpdateOpenTableFormatInput",
            shape: &Shape::Structure(&UPDATE_OPEN_TABLE_FORMAT_INPUT),
            is_required: false,
        },
    ],
};
pub static UPDATE_TABLE_RESPONSE: Structure = Structure { name: "UpdateTableResponse", members: &[] };
pub static USER_DEFINED_FUNCTION: Structure = Structure {
    name: "UserDefinedFunction",
    members: &[
        Member { name: "FunctionName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ClassName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "OwnerName", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "FunctionType", shape: &FUNCTION_TYPE_SHAPE, is_required: false },
        Member { name: "OwnerType", shape: &PRINCIPAL_TYPE_SHAPE, is_required: false },
        Member { name: "CreateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "ResourceUris", shape: &RESOURCE_URI_LIST_SHAPE, is_required: false },
        Member { name: "ArtifactLocation", shape: &URI_SHAPE, is_required: false },
        Member { name: "GovernanceMode", shape: &GOVERNANCE_MODE_SHAPE, is_required: false },
        Member { name: "CatalogId", shape: &CATALOG_ID_STRING_SHAPE, is_required: false },
    ],
};
static USER_DEFINED_FUNCTION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&USER_DEFINED_FUNCTION), wire: "member", min: 0, max: u64::MAX });
static VALUE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static VALUE_STRING_LIST_SHAPE: Shape =
    Shape::List(List { member: &VALUE_STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
static VERSION_LONG_NUMBER_SHAPE: Shape = Shape::Integer { min: 1, max: 100000 };
static VERSION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static VIEW_DEFINITION: Structure = Structure {
    name: "ViewDefinition",
    members: &[
        Member { name: "IsProtected", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsManaged", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "Definer", shape: &ARN_STRING_SHAPE, is_required: false },
        Member { name: "ViewVersionId", shape: &TABLE_VERSION_ID_SHAPE, is_required: false },
        Member { name: "ViewVersionToken", shape: &HASH_STRING_SHAPE, is_required: false },
        Member { name: "RefreshSeconds", shape: &REFRESH_SECONDS_SHAPE, is_required: false },
        Member { name: "LastRefreshType", shape: &LAST_REFRESH_TYPE_SHAPE, is_required: false },
        Member { name: "SubObjects", shape: &VIEW_SUB_OBJECTS_LIST_SHAPE, is_required: false },
        Member { name: "SubObjectVersionIds", shape: &VIEW_SUB_OBJECT_VERSION_IDS_LIST_SHAPE, is_required: false },
        Member { name: "SubObjectsStatistics", shape: &SUB_OBJECTS_STATISTICS_LIST_SHAPE, is_required: false },
        Member { name: "Representations", shape: &VIEW_REPRESENTATION_LIST_SHAPE, is_required: false },
        Member { name: "SparkPipelineInfo", shape: &SPARK_PIPELINE_INFO_MAP_SHAPE, is_required: false },
    ],
};
pub static VIEW_DEFINITION_INPUT: Structure = Structure {
    name: "ViewDefinitionInput",
    members: &[
        Member { name: "IsProtected", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "IsManaged", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
        Member { name: "Definer", shape: &ARN_STRING_SHAPE, is_required: false },
        Member { name: "Representations", shape: &VIEW_REPRESENTATION_INPUT_LIST_SHAPE, is_required: false },
        Member { name: "ViewVersionId", shape: &TABLE_VERSION_ID_SHAPE, is_required: false },
        Member { name: "ViewVersionToken", shape: &VERSION_STRING_SHAPE, is_required: false },
        Member { name: "RefreshSeconds", shape: &REFRESH_SECONDS_SHAPE, is_required: false },
        Member { name: "LastRefreshType", shape: &LAST_REFRESH_TYPE_SHAPE, is_required: false },
        Member { name: "SubObjects", shape: &VIEW_SUB_OBJECTS_LIST_SHAPE, is_required: false },
        Member { name: "SubObjectVersionIds", shape: &VIEW_SUB_OBJECT_VERSION_IDS_LIST_SHAPE, is_required: false },
        Member { name: "SubObjectsStatistics", shape: &SUB_OBJECTS_STATISTICS_LIST_SHAPE, is_required: false },
        Member { name: "SparkPipelineInfo", shape: &SPARK_PIPELINE_INFO_MAP_SHAPE, is_required: false },
    ],
};
static VIEW_DIALECT_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["REDSHIFT", "ATHENA", "SPARK"],
    is_sensitive: false,
});
static VIEW_DIALECT_VERSION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static VIEW_REPRESENTATION: Structure = Structure {
    name: "ViewRepresentation",
    members: &[
        Member { name: "Dialect", shape: &VIEW_DIALECT_SHAPE, is_required: false },
        Member { name: "DialectVersion", shape: &VIEW_DIALECT_VERSION_STRING_SHAPE, is_required: false },
        Member { name: "ViewOriginalText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "ViewExpandedText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "ValidationConnection", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "IsStale", shape: &NULLABLE_BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static VIEW_REPRESENTATION_INPUT: Structure = Structure {
    name: "ViewRepresentationInput",
    members: &[
        Member { name: "Dialect", shape: &VIEW_DIALECT_SHAPE, is_required: false },
        Member { name: "DialectVersion", shape: &VIEW_DIALECT_VERSION_STRING_SHAPE, is_required: false },
        Member { name: "ViewOriginalText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "ValidationConnection", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ViewExpandedText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
    ],
};
static VIEW_REPRESENTATION_INPUT_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&VIEW_REPRESENTATION_INPUT), wire: "member", min: 1, max: 10 });
static VIEW_REPRESENTATION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&VIEW_REPRESENTATION), wire: "member", min: 1, max: 1000 });
static VIEW_SUB_OBJECT_VERSION_IDS_LIST_SHAPE: Shape =
    Shape::List(List { member: &TABLE_VERSION_ID_SHAPE, wire: "member", min: 0, max: 250 });
static VIEW_SUB_OBJECTS_LIST_SHAPE: Shape =
    Shape::List(List { member: &ARN_STRING_SHAPE, wire: "member", min: 0, max: 10 });
static VIEW_TEXT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 409600, pattern: None, values: &[], is_sensitive: false });
static VIEW_UPDATE_ACTION_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["ADD", "REPLACE", "ADD_OR_REPLACE", "DROP"],
    is_sensitive: false,
});
pub static VIEW_VALIDATION: Structure = Structure {
    name: "ViewValidation",
    members: &[
        Member { name: "Dialect", shape: &VIEW_DIALECT_SHAPE, is_required: false },
        Member { name: "DialectVersion", shape: &VIEW_DIALECT_VERSION_STRING_SHAPE, is_required: false },
        Member { name: "ViewValidationText", shape: &VIEW_TEXT_STRING_SHAPE, is_required: false },
        Member { name: "UpdateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "State", shape: &RESOURCE_STATE_SHAPE, is_required: false },
        Member { name: "Error", shape: &Shape::Structure(&ERROR_DETAIL), is_required: false },
    ],
};
static VIEW_VALIDATION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&VIEW_VALIDATION), wire: "member", min: 0, max: u64::MAX });
