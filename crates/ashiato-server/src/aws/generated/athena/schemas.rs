//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_1: Pattern = Pattern::new(
    r#"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*"#,
    r#"\A(?:[\x{0020}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}\t]*)\z"#,
);
static PATTERN_2: Pattern = Pattern::new(r#"[a-zA-Z0-9._-]{1,128}"#, r#"\A(?:[a-zA-Z0-9._-]{1,128})\z"#);
static BOOLEAN_SHAPE: Shape = Shape::Boolean;
static CATALOG_NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static COLUMN: Structure = Structure {
    name: "Column",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Comment", shape: &COMMENT_STRING_SHAPE, is_required: false },
    ],
};
static COLUMN_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN), wire: "member", min: 0, max: u64::MAX });
static COMMENT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static CONNECTION_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "DYNAMODB",
        "MYSQL",
        "POSTGRESQL",
        "REDSHIFT",
        "ORACLE",
        "SYNAPSE",
        "SQLSERVER",
        "DB2",
        "OPENSEARCH",
        "BIGQUERY",
        "GOOGLECLOUDSTORAGE",
        "HBASE",
        "DOCUMENTDB",
        "CMDB",
        "TPCDS",
        "TIMESTREAM",
        "SAPHANA",
        "SNOWFLAKE",
        "DATALAKEGEN2",
        "DB2AS400",
    ],
    is_sensitive: false,
});
pub static CREATE_DATA_CATALOG_INPUT: Structure = Structure {
    name: "CreateDataCatalogInput",
    members: &[
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &DATA_CATALOG_TYPE_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
    ],
};
pub static CREATE_DATA_CATALOG_OUTPUT: Structure = Structure {
    name: "CreateDataCatalogOutput",
    members: &[Member { name: "DataCatalog", shape: &Shape::Structure(&DATA_CATALOG), is_required: false }],
};
pub static DATA_CATALOG: Structure = Structure {
    name: "DataCatalog",
    members: &[
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Type", shape: &DATA_CATALOG_TYPE_SHAPE, is_required: true },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "Status", shape: &DATA_CATALOG_STATUS_SHAPE, is_required: false },
        Member { name: "ConnectionType", shape: &CONNECTION_TYPE_SHAPE, is_required: false },
        Member { name: "Error", shape: &ERROR_MESSAGE_SHAPE, is_required: false },
    ],
};
static DATA_CATALOG_STATUS_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &[
        "CREATE_IN_PROGRESS",
        "CREATE_COMPLETE",
        "CREATE_FAILED",
        "CREATE_FAILED_CLEANUP_IN_PROGRESS",
        "CREATE_FAILED_CLEANUP_COMPLETE",
        "CREATE_FAILED_CLEANUP_FAILED",
        "DELETE_IN_PROGRESS",
        "DELETE_COMPLETE",
        "DELETE_FAILED",
    ],
    is_sensitive: false,
});
pub static DATA_CATALOG_SUMMARY: Structure = Structure {
    name: "DataCatalogSummary",
    members: &[
        Member { name: "CatalogName", shape: &CATALOG_NAME_STRING_SHAPE, is_required: false },
        Member { name: "Type", shape: &DATA_CATALOG_TYPE_SHAPE, is_required: false },
        Member { name: "Status", shape: &DATA_CATALOG_STATUS_SHAPE, is_required: false },
        Member { name: "ConnectionType", shape: &CONNECTION_TYPE_SHAPE, is_required: false },
        Member { name: "Error", shape: &ERROR_MESSAGE_SHAPE, is_required: false },
    ],
};
static DATA_CATALOG_SUMMARY_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATA_CATALOG_SUMMARY), wire: "member", min: 0, max: u64::MAX });
static DATA_CATALOG_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["LAMBDA", "GLUE", "HIVE", "FEDERATED"],
    is_sensitive: false,
});
pub static DATABASE: Structure = Structure {
    name: "Database",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
static DATABASE_ATTRIBUTES_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["NAME"], is_sensitive: false });
static DATABASE_ATTRIBUTES_LIST_SHAPE: Shape =
    Shape::List(List { member: &DATABASE_ATTRIBUTES_SHAPE, wire: "member", min: 0, max: 1 });
static DATABASE_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATABASE), wire: "member", min: 0, max: u64::MAX });
pub static DELETE_DATA_CATALOG_INPUT: Structure = Structure {
    name: "DeleteDataCatalogInput",
    members: &[
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "DeleteCatalogOnly", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static DELETE_DATA_CATALOG_OUTPUT: Structure = Structure {
    name: "DeleteDataCatalogOutput",
    members: &[Member { name: "DataCatalog", shape: &Shape::Structure(&DATA_CATALOG), is_required: false }],
};
static DESCRIPTION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static ERROR_MESSAGE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static EXPRESSION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static GET_DATA_CATALOG_INPUT: Structure = Structure {
    name: "GetDataCatalogInput",
    members: &[
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static GET_DATA_CATALOG_OUTPUT: Structure = Structure {
    name: "GetDataCatalogOutput",
    members: &[Member { name: "DataCatalog", shape: &Shape::Structure(&DATA_CATALOG), is_required: false }],
};
pub static GET_DATABASE_INPUT: Structure = Structure {
    name: "GetDatabaseInput",
    members: &[
        Member { name: "CatalogName", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static GET_DATABASE_OUTPUT: Structure = Structure {
    name: "GetDatabaseOutput",
    members: &[Member { name: "Database", shape: &Shape::Structure(&DATABASE), is_required: false }],
};
pub static GET_TABLE_METADATA_INPUT: Structure = Structure {
    name: "GetTableMetadataInput",
    members: &[
        Member { name: "CatalogName", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "TableName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static GET_TABLE_METADATA_OUTPUT: Structure = Structure {
    name: "GetTableMetadataOutput",
    members: &[Member { name: "TableMetadata", shape: &Shape::Structure(&TABLE_METADATA), is_required: false }],
};
static KEY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static LIST_DATA_CATALOGS_INPUT: Structure = Structure {
    name: "ListDataCatalogsInput",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_DATA_CATALOGS_COUNT_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static LIST_DATA_CATALOGS_OUTPUT: Structure = Structure {
    name: "ListDataCatalogsOutput",
    members: &[
        Member { name: "DataCatalogsSummary", shape: &DATA_CATALOG_SUMMARY_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_DATABASES_INPUT: Structure = Structure {
    name: "ListDatabasesInput",
    members: &[
        Member { name: "CatalogName", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_DATABASES_COUNT_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "AttributesToGet", shape: &DATABASE_ATTRIBUTES_LIST_SHAPE, is_required: false },
    ],
};
pub static LIST_DATABASES_OUTPUT: Structure = Structure {
    name: "ListDatabasesOutput",
    members: &[
        Member { name: "DatabaseList", shape: &DATABASE_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_TABLE_METADATA_INPUT: Structure = Structure {
    name: "ListTableMetadataInput",
    members: &[
        Member { name: "CatalogName", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "DatabaseName", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Expression", shape: &EXPRESSION_STRING_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_TABLE_METADATA_COUNT_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "AttributesToGet", shape: &TABLE_ATTRIBUTES_LIST_SHAPE, is_required: false },
    ],
};
pub static LIST_TABLE_METADATA_OUTPUT: Structure = Structure {
    name: "ListTableMetadataOutput",
    members: &[
        Member { name: "TableMetadataList", shape: &TABLE_METADATA_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
static MAX_DATA_CATALOGS_COUNT_SHAPE: Shape = Shape::Integer { min: 2, max: 50 };
static MAX_DATABASES_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static MAX_TABLE_METADATA_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static PARAMETERS_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &KEY_STRING_SHAPE,
    value: &PARAMETERS_MAP_VALUE_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static PARAMETERS_MAP_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 51200, pattern: None, values: &[], is_sensitive: false });
static TABLE_ATTRIBUTES_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["NAME", "TABLE_TYPE"], is_sensitive: false });
static TABLE_ATTRIBUTES_LIST_SHAPE: Shape =
    Shape::List(List { member: &TABLE_ATTRIBUTES_SHAPE, wire: "member", min: 1, max: 2 });
pub static TABLE_METADATA: Structure = Structure {
    name: "TableMetadata",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "CreateTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "LastAccessTime", shape: &TIMESTAMP_SHAPE, is_required: false },
        Member { name: "TableType", shape: &TABLE_TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Columns", shape: &COLUMN_LIST_SHAPE, is_required: false },
        Member { name: "PartitionKeys", shape: &COLUMN_LIST_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
static TABLE_METADATA_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TABLE_METADATA), wire: "member", min: 0, max: u64::MAX });
static TABLE_TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: None, values: &[], is_sensitive: false });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_SHAPE, is_required: false },
        Member { name: "Value", shape: &TAG_VALUE_SHAPE, is_required: false },
    ],
};
static TAG_KEY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: u64::MAX });
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
static TIMESTAMP_SHAPE: Shape = Shape::Timestamp;
static TOKEN_SHAPE: Shape = Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 4096, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static UPDATE_DATA_CATALOG_INPUT: Structure = Structure {
    name: "UpdateDataCatalogInput",
    members: &[
        Member { name: "Name", shape: &CATALOG_NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &DATA_CATALOG_TYPE_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Parameters", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
pub static UPDATE_DATA_CATALOG_OUTPUT: Structure = Structure { name: "UpdateDataCatalogOutput", members: &[] };
static WORK_GROUP_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
