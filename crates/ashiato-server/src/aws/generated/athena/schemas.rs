//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Pattern, Shape, Structure, Text};

static PATTERN_2: Pattern = Pattern::new(
    r#"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*"#,
    r#"\A(?:[\x{0020}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}\t]*)\z"#,
);
static PATTERN_12: Pattern = Pattern::new(r#"[a-zA-Z0-9._-]{1,128}"#, r#"\A(?:[a-zA-Z0-9._-]{1,128})\z"#);
static PATTERN_11: Pattern =
    Pattern::new(r#"[a-zA-Z_][a-zA-Z0-9_@:]{1,256}"#, r#"\A(?:[a-zA-Z_][a-zA-Z0-9_@:]{1,256})\z"#);
static PATTERN_8: Pattern = Pattern::new(r#"\S+"#, r#"\A(?:[^ \t\n\x0B\f\r]+)\z"#);
static PATTERN_5: Pattern = Pattern::new(
    r#"^(arn:aws[a-z\-]*:kms:([a-z0-9\-]+):\d{12}:key/?[a-zA-Z_0-9+=,.@\-_/]+|arn:aws[a-z\-]*:kms:([a-z0-9\-]+):\d{12}:alias/?[a-zA-Z_0-9+=,.@\-_/]+|alias/[a-zA-Z0-9/_-]+|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})$"#,
    r#"\A(?:^(arn:aws[a-z\-]*:kms:([a-z0-9\-]+):[0-9]{12}:key/?[a-zA-Z_0-9+=,.@\-_/]+|arn:aws[a-z\-]*:kms:([a-z0-9\-]+):[0-9]{12}:alias/?[a-zA-Z_0-9+=,.@\-_/]+|alias/[a-zA-Z0-9/_-]+|[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12})$)\z"#,
);
static PATTERN_1: Pattern = Pattern::new(r#"^[0-9]+$"#, r#"\A(?:^[0-9]+$)\z"#);
static PATTERN_7: Pattern = Pattern::new(r#"^[^:*]*$"#, r#"\A(?:^[^:*]*$)\z"#);
static PATTERN_6: Pattern = Pattern::new(r#"^[a-zA-Z0-9._/-]+$"#, r#"\A(?:^[a-zA-Z0-9._/-]+$)\z"#);
static PATTERN_4: Pattern = Pattern::new(
    r#"^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}$"#,
    r#"\A(?:^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}$)\z"#,
);
static PATTERN_3: Pattern = Pattern::new(
    r#"^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso::\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16}$"#,
    r#"\A(?:^arn:(aws|aws-us-gov|aws-cn|aws-iso|aws-iso-b):sso::[0-9]{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16}$)\z"#,
);
static PATTERN_9: Pattern = Pattern::new(
    r#"^arn:aws[a-z\-]*:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$"#,
    r#"\A(?:^arn:aws[a-z\-]*:iam::[0-9]{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+$)\z"#,
);
static PATTERN_10: Pattern =
    Pattern::new(r#"^s3://[a-z0-9][a-z0-9\-]*[a-z0-9](/.*)?$"#, r#"\A(?:^s3://[a-z0-9][a-z0-9\-]*[a-z0-9](/.*)?$)\z"#);
pub static ACL_CONFIGURATION: Structure = Structure {
    name: "AclConfiguration",
    members: &[Member { name: "S3AclOption", shape: &S3_ACL_OPTION_SHAPE, is_required: true }],
};
static AGE_SHAPE: Shape = Shape::Integer { min: 0, max: 10080 };
static AMAZON_RESOURCE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1011, pattern: None, values: &[], is_sensitive: false });
pub static ATHENA_ERROR: Structure = Structure {
    name: "AthenaError",
    members: &[
        Member { name: "ErrorCategory", shape: &ERROR_CATEGORY_SHAPE, is_required: false },
        Member { name: "ErrorType", shape: &ERROR_TYPE_SHAPE, is_required: false },
        Member { name: "Retryable", shape: &BOOLEAN_SHAPE, is_required: false },
        Member { name: "ErrorMessage", shape: &STRING_SHAPE, is_required: false },
    ],
};
static AUTHENTICATION_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["DIRECTORY_IDENTITY"], is_sensitive: false });
static AWS_ACCOUNT_ID_SHAPE: Shape =
    Shape::Text(Text { min: 12, max: 12, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
pub static BATCH_GET_NAMED_QUERY_INPUT: Structure = Structure {
    name: "BatchGetNamedQueryInput",
    members: &[Member { name: "NamedQueryIds", shape: &NAMED_QUERY_ID_LIST_SHAPE, is_required: true }],
};
pub static BATCH_GET_NAMED_QUERY_OUTPUT: Structure = Structure {
    name: "BatchGetNamedQueryOutput",
    members: &[
        Member { name: "NamedQueries", shape: &NAMED_QUERY_LIST_SHAPE, is_required: false },
        Member { name: "UnprocessedNamedQueryIds", shape: &UNPROCESSED_NAMED_QUERY_ID_LIST_SHAPE, is_required: false },
    ],
};
pub static BATCH_GET_PREPARED_STATEMENT_INPUT: Structure = Structure {
    name: "BatchGetPreparedStatementInput",
    members: &[
        Member { name: "PreparedStatementNames", shape: &PREPARED_STATEMENT_NAME_LIST_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
    ],
};
pub static BATCH_GET_PREPARED_STATEMENT_OUTPUT: Structure = Structure {
    name: "BatchGetPreparedStatementOutput",
    members: &[
        Member { name: "PreparedStatements", shape: &PREPARED_STATEMENT_DETAILS_LIST_SHAPE, is_required: false },
        Member {
            name: "UnprocessedPreparedStatementNames",
            shape: &UNPROCESSED_PREPARED_STATEMENT_NAME_LIST_SHAPE,
            is_required: false,
        },
    ],
};
pub static BATCH_GET_QUERY_EXECUTION_INPUT: Structure = Structure {
    name: "BatchGetQueryExecutionInput",
    members: &[Member { name: "QueryExecutionIds", shape: &QUERY_EXECUTION_ID_LIST_SHAPE, is_required: true }],
};
pub static BATCH_GET_QUERY_EXECUTION_OUTPUT: Structure = Structure {
    name: "BatchGetQueryExecutionOutput",
    members: &[
        Member { name: "QueryExecutions", shape: &QUERY_EXECUTION_LIST_SHAPE, is_required: false },
        Member {
            name: "UnprocessedQueryExecutionIds",
            shape: &UNPROCESSED_QUERY_EXECUTION_ID_LIST_SHAPE,
            is_required: false,
        },
    ],
};
static BOOLEAN_SHAPE: Shape = Shape::Boolean;
static BOXED_BOOLEAN_SHAPE: Shape = Shape::Boolean;
static BYTES_SCANNED_CUTOFF_VALUE_SHAPE: Shape = Shape::Integer { min: 10000000, max: i64::MAX };
static CATALOG_NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
pub static CLASSIFICATION: Structure = Structure {
    name: "Classification",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "Properties", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
    ],
};
static CLASSIFICATION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&CLASSIFICATION), wire: "member", min: 0, max: u64::MAX });
pub static CLOUD_WATCH_LOGGING_CONFIGURATION: Structure = Structure {
    name: "CloudWatchLoggingConfiguration",
    members: &[
        Member { name: "Enabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: true },
        Member { name: "LogGroup", shape: &LOG_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "LogStreamNamePrefix", shape: &LOG_STREAM_NAME_PREFIX_SHAPE, is_required: false },
        Member { name: "LogTypes", shape: &LOG_TYPES_MAP_SHAPE, is_required: false },
    ],
};
pub static COLUMN: Structure = Structure {
    name: "Column",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Type", shape: &TYPE_STRING_SHAPE, is_required: false },
        Member { name: "Comment", shape: &COMMENT_STRING_SHAPE, is_required: false },
    ],
};
pub static COLUMN_INFO: Structure = Structure {
    name: "ColumnInfo",
    members: &[
        Member { name: "CatalogName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SchemaName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TableName", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Name", shape: &STRING_SHAPE, is_required: true },
        Member { name: "Label", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Type", shape: &STRING_SHAPE, is_required: true },
        Member { name: "Precision", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "Scale", shape: &INTEGER_SHAPE, is_required: false },
        Member { name: "Nullable", shape: &COLUMN_NULLABLE_SHAPE, is_required: false },
        Member { name: "CaseSensitive", shape: &BOOLEAN_SHAPE, is_required: false },
    ],
};
static COLUMN_INFO_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN_INFO), wire: "member", min: 0, max: u64::MAX });
static COLUMN_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&COLUMN), wire: "member", min: 0, max: u64::MAX });
static COLUMN_NULLABLE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["NOT_NULL", "NULLABLE", "UNKNOWN"],
    is_sensitive: false,
});
static COMMENT_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
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
static COORDINATOR_DPU_SIZE_SHAPE: Shape = Shape::Integer { min: 1, max: 1 };
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
pub static CREATE_NAMED_QUERY_INPUT: Structure = Structure {
    name: "CreateNamedQueryInput",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Database", shape: &DATABASE_STRING_SHAPE, is_required: true },
        Member { name: "QueryString", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "ClientRequestToken", shape: &IDEMPOTENCY_TOKEN_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static CREATE_NAMED_QUERY_OUTPUT: Structure = Structure {
    name: "CreateNamedQueryOutput",
    members: &[Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: false }],
};
pub static CREATE_PREPARED_STATEMENT_INPUT: Structure = Structure {
    name: "CreatePreparedStatementInput",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "QueryStatement", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
    ],
};
pub static CREATE_PREPARED_STATEMENT_OUTPUT: Structure =
    Structure { name: "CreatePreparedStatementOutput", members: &[] };
pub static CREATE_WORK_GROUP_INPUT: Structure = Structure {
    name: "CreateWorkGroupInput",
    members: &[
        Member { name: "Name", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "Configuration", shape: &Shape::Structure(&WORK_GROUP_CONFIGURATION), is_required: false },
        Member { name: "Description", shape: &WORK_GROUP_DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
    ],
};
pub static CREATE_WORK_GROUP_OUTPUT: Structure = Structure { name: "CreateWorkGroupOutput", members: &[] };
pub static CUSTOMER_CONTENT_ENCRYPTION_CONFIGURATION: Structure = Structure {
    name: "CustomerContentEncryptionConfiguration",
    members: &[Member { name: "KmsKey", shape: &KMS_KEY_SHAPE, is_required: true }],
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
static DATABASE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: None, values: &[], is_sensitive: false });
static DATE_SHAPE: Shape = Shape::Timestamp;
pub static DATUM: Structure = Structure {
    name: "Datum",
    members: &[Member { name: "VarCharValue", shape: &DATUM_STRING_LOWER_SHAPE, is_required: false }],
};
static DEFAULT_EXECUTOR_DPU_SIZE_SHAPE: Shape = Shape::Integer { min: 1, max: 1 };
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
pub static DELETE_NAMED_QUERY_INPUT: Structure = Structure {
    name: "DeleteNamedQueryInput",
    members: &[Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: true }],
};
pub static DELETE_NAMED_QUERY_OUTPUT: Structure = Structure { name: "DeleteNamedQueryOutput", members: &[] };
pub static DELETE_PREPARED_STATEMENT_INPUT: Structure = Structure {
    name: "DeletePreparedStatementInput",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
    ],
};
pub static DELETE_PREPARED_STATEMENT_OUTPUT: Structure =
    Structure { name: "DeletePreparedStatementOutput", members: &[] };
pub static DELETE_WORK_GROUP_INPUT: Structure = Structure {
    name: "DeleteWorkGroupInput",
    members: &[
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "RecursiveDeleteOption", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static DELETE_WORK_GROUP_OUTPUT: Structure = Structure { name: "DeleteWorkGroupOutput", members: &[] };
static DESCRIPTION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static DPU_COUNT_SHAPE: Shape = Shape::Number { min: f64::MIN, max: f64::MAX };
pub static ENCRYPTION_CONFIGURATION: Structure = Structure {
    name: "EncryptionConfiguration",
    members: &[
        Member { name: "EncryptionOption", shape: &ENCRYPTION_OPTION_SHAPE, is_required: true },
        Member { name: "KmsKey", shape: &STRING_SHAPE, is_required: false },
    ],
};
static ENCRYPTION_OPTION_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["SSE_S3", "SSE_KMS", "CSE_KMS"],
    is_sensitive: false,
});
pub static ENGINE_CONFIGURATION: Structure = Structure {
    name: "EngineConfiguration",
    members: &[
        Member { name: "CoordinatorDpuSize", shape: &COORDINATOR_DPU_SIZE_SHAPE, is_required: false },
        Member { name: "MaxConcurrentDpus", shape: &MAX_CONCURRENT_DPUS_SHAPE, is_required: false },
        Member { name: "DefaultExecutorDpuSize", shape: &DEFAULT_EXECUTOR_DPU_SIZE_SHAPE, is_required: false },
        Member { name: "AdditionalConfigs", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "SparkProperties", shape: &PARAMETERS_MAP_SHAPE, is_required: false },
        Member { name: "Classifications", shape: &CLASSIFICATION_LIST_SHAPE, is_required: false },
    ],
};
pub static ENGINE_VERSION: Structure = Structure {
    name: "EngineVersion",
    members: &[
        Member { name: "SelectedEngineVersion", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "EffectiveEngineVersion", shape: &NAME_STRING_SHAPE, is_required: false },
    ],
};
static ENGINE_VERSIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ENGINE_VERSION), wire: "member", min: 0, max: 10 });
static ERROR_CATEGORY_SHAPE: Shape = Shape::Integer { min: 1, max: 3 };
static ERROR_CODE_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: None, values: &[], is_sensitive: false });
static ERROR_MESSAGE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ERROR_TYPE_SHAPE: Shape = Shape::Integer { min: 0, max: 9999 };
static EXECUTION_PARAMETER_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static EXECUTION_PARAMETERS_SHAPE: Shape =
    Shape::List(List { member: &EXECUTION_PARAMETER_SHAPE, wire: "member", min: 1, max: u64::MAX });
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
pub static GET_NAMED_QUERY_INPUT: Structure = Structure {
    name: "GetNamedQueryInput",
    members: &[Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: true }],
};
pub static GET_NAMED_QUERY_OUTPUT: Structure = Structure {
    name: "GetNamedQueryOutput",
    members: &[Member { name: "NamedQuery", shape: &Shape::Structure(&NAMED_QUERY), is_required: false }],
};
pub static GET_PREPARED_STATEMENT_INPUT: Structure = Structure {
    name: "GetPreparedStatementInput",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
    ],
};
pub static GET_PREPARED_STATEMENT_OUTPUT: Structure = Structure {
    name: "GetPreparedStatementOutput",
    members: &[Member { name: "PreparedStatement", shape: &Shape::Structure(&PREPARED_STATEMENT), is_required: false }],
};
pub static GET_QUERY_EXECUTION_INPUT: Structure = Structure {
    name: "GetQueryExecutionInput",
    members: &[Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: true }],
};
pub static GET_QUERY_EXECUTION_OUTPUT: Structure = Structure {
    name: "GetQueryExecutionOutput",
    members: &[Member { name: "QueryExecution", shape: &Shape::Structure(&QUERY_EXECUTION), is_required: false }],
};
pub static GET_QUERY_RESULTS_INPUT: Structure = Structure {
    name: "GetQueryResultsInput",
    members: &[
        Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_QUERY_RESULTS_SHAPE, is_required: false },
        Member { name: "QueryResultType", shape: &QUERY_RESULT_TYPE_SHAPE, is_required: false },
    ],
};
pub static GET_QUERY_RESULTS_OUTPUT: Structure = Structure {
    name: "GetQueryResultsOutput",
    members: &[
        Member { name: "UpdateCount", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ResultSet", shape: &Shape::Structure(&RESULT_SET), is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static GET_QUERY_RUNTIME_STATISTICS_INPUT: Structure = Structure {
    name: "GetQueryRuntimeStatisticsInput",
    members: &[Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: true }],
};
pub static GET_QUERY_RUNTIME_STATISTICS_OUTPUT: Structure = Structure {
    name: "GetQueryRuntimeStatisticsOutput",
    members: &[Member {
        name: "QueryRuntimeStatistics",
        shape: &Shape::Structure(&QUERY_RUNTIME_STATISTICS),
        is_required: false,
    }],
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
pub static GET_WORK_GROUP_INPUT: Structure = Structure {
    name: "GetWorkGroupInput",
    members: &[Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true }],
};
pub static GET_WORK_GROUP_OUTPUT: Structure = Structure {
    name: "GetWorkGroupOutput",
    members: &[Member { name: "WorkGroup", shape: &Shape::Structure(&WORK_GROUP), is_required: false }],
};
static IDEMPOTENCY_TOKEN_SHAPE: Shape =
    Shape::Text(Text { min: 32, max: 128, pattern: None, values: &[], is_sensitive: false });
static IDENTITY_CENTER_APPLICATION_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_3), values: &[], is_sensitive: false });
pub static IDENTITY_CENTER_CONFIGURATION: Structure = Structure {
    name: "IdentityCenterConfiguration",
    members: &[
        Member { name: "EnableIdentityCenter", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "IdentityCenterInstanceArn", shape: &IDENTITY_CENTER_INSTANCE_ARN_SHAPE, is_required: false },
    ],
};
static IDENTITY_CENTER_INSTANCE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 255, pattern: Some(&PATTERN_4), values: &[], is_sensitive: false });
static INTEGER_SHAPE: Shape = Shape::Integer { min: -2147483648, max: 2147483647 };
static KEY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 255, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
static KMS_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 2048, pattern: Some(&PATTERN_5), values: &[], is_sensitive: false });
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
pub static LIST_ENGINE_VERSIONS_INPUT: Structure = Structure {
    name: "ListEngineVersionsInput",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_ENGINE_VERSIONS_COUNT_SHAPE, is_required: false },
    ],
};
pub static LIST_ENGINE_VERSIONS_OUTPUT: Structure = Structure {
    name: "ListEngineVersionsOutput",
    members: &[
        Member { name: "EngineVersions", shape: &ENGINE_VERSIONS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_NAMED_QUERIES_INPUT: Structure = Structure {
    name: "ListNamedQueriesInput",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_NAMED_QUERIES_COUNT_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static LIST_NAMED_QUERIES_OUTPUT: Structure = Structure {
    name: "ListNamedQueriesOutput",
    members: &[
        Member { name: "NamedQueryIds", shape: &NAMED_QUERY_ID_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_PREPARED_STATEMENTS_INPUT: Structure = Structure {
    name: "ListPreparedStatementsInput",
    members: &[
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_PREPARED_STATEMENTS_COUNT_SHAPE, is_required: false },
    ],
};
pub static LIST_PREPARED_STATEMENTS_OUTPUT: Structure = Structure {
    name: "ListPreparedStatementsOutput",
    members: &[
        Member { name: "PreparedStatements", shape: &PREPARED_STATEMENTS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_QUERY_EXECUTIONS_INPUT: Structure = Structure {
    name: "ListQueryExecutionsInput",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_QUERY_EXECUTIONS_COUNT_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
pub static LIST_QUERY_EXECUTIONS_OUTPUT: Structure = Structure {
    name: "ListQueryExecutionsOutput",
    members: &[
        Member { name: "QueryExecutionIds", shape: &QUERY_EXECUTION_ID_LIST_SHAPE, is_required: false },
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
pub static LIST_TAGS_FOR_RESOURCE_INPUT: Structure = Structure {
    name: "ListTagsForResourceInput",
    members: &[
        Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_TAGS_COUNT_SHAPE, is_required: false },
    ],
};
pub static LIST_TAGS_FOR_RESOURCE_OUTPUT: Structure = Structure {
    name: "ListTagsForResourceOutput",
    members: &[
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
pub static LIST_WORK_GROUPS_INPUT: Structure = Structure {
    name: "ListWorkGroupsInput",
    members: &[
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
        Member { name: "MaxResults", shape: &MAX_WORK_GROUPS_COUNT_SHAPE, is_required: false },
    ],
};
pub static LIST_WORK_GROUPS_OUTPUT: Structure = Structure {
    name: "ListWorkGroupsOutput",
    members: &[
        Member { name: "WorkGroups", shape: &WORK_GROUPS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &TOKEN_SHAPE, is_required: false },
    ],
};
static LOG_GROUP_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_6), values: &[], is_sensitive: false });
static LOG_STREAM_NAME_PREFIX_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 512, pattern: Some(&PATTERN_7), values: &[], is_sensitive: false });
static LOG_TYPE_KEY_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static LOG_TYPE_VALUE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static LOG_TYPE_VALUES_LIST_SHAPE: Shape =
    Shape::List(List { member: &LOG_TYPE_VALUE_SHAPE, wire: "member", min: 0, max: u64::MAX });
static LOG_TYPES_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &LOG_TYPE_KEY_SHAPE,
    value: &LOG_TYPE_VALUES_LIST_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static LONG_SHAPE: Shape = Shape::Integer { min: i64::MIN, max: i64::MAX };
pub static MANAGED_LOGGING_CONFIGURATION: Structure = Structure {
    name: "ManagedLoggingConfiguration",
    members: &[
        Member { name: "Enabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: true },
        Member { name: "KmsKey", shape: &KMS_KEY_SHAPE, is_required: false },
    ],
};
pub static MANAGED_QUERY_RESULTS_CONFIGURATION: Structure = Structure {
    name: "ManagedQueryResultsConfiguration",
    members: &[
        Member { name: "Enabled", shape: &BOOLEAN_SHAPE, is_required: true },
        Member {
            name: "EncryptionConfiguration",
            shape: &Shape::Structure(&MANAGED_QUERY_RESULTS_ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
    ],
};
pub static MANAGED_QUERY_RESULTS_CONFIGURATION_UPDATES: Structure = Structure {
    name: "ManagedQueryResultsConfigurationUpdates",
    members: &[
        Member { name: "Enabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "EncryptionConfiguration",
            shape: &Shape::Structure(&MANAGED_QUERY_RESULTS_ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "RemoveEncryptionConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
    ],
};
pub static MANAGED_QUERY_RESULTS_ENCRYPTION_CONFIGURATION: Structure = Structure {
    name: "ManagedQueryResultsEncryptionConfiguration",
    members: &[Member { name: "KmsKey", shape: &KMS_KEY_SHAPE, is_required: true }],
};
static MAX_CONCURRENT_DPUS_SHAPE: Shape = Shape::Integer { min: 2, max: 5000 };
static MAX_DATA_CATALOGS_COUNT_SHAPE: Shape = Shape::Integer { min: 2, max: 50 };
static MAX_DATABASES_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static MAX_ENGINE_VERSIONS_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 10 };
static MAX_NAMED_QUERIES_COUNT_SHAPE: Shape = Shape::Integer { min: 0, max: 50 };
static MAX_PREPARED_STATEMENTS_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static MAX_QUERY_EXECUTIONS_COUNT_SHAPE: Shape = Shape::Integer { min: 0, max: 50 };
static MAX_QUERY_RESULTS_SHAPE: Shape = Shape::Integer { min: 1, max: 1000 };
static MAX_TABLE_METADATA_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
static MAX_TAGS_COUNT_SHAPE: Shape = Shape::Integer { min: 75, max: 2147483647 };
static MAX_WORK_GROUPS_COUNT_SHAPE: Shape = Shape::Integer { min: 1, max: 50 };
pub static MONITORING_CONFIGURATION: Structure = Structure {
    name: "MonitoringConfiguration",
    members: &[
        Member {
            name: "CloudWatchLoggingConfiguration",
            shape: &Shape::Structure(&CLOUD_WATCH_LOGGING_CONFIGURATION),
            is_required: false,
        },
        Member {
            name: "ManagedLoggingConfiguration",
            shape: &Shape::Structure(&MANAGED_LOGGING_CONFIGURATION),
            is_required: false,
        },
        Member {
            name: "S3LoggingConfiguration",
            shape: &Shape::Structure(&S3_LOGGING_CONFIGURATION),
            is_required: false,
        },
    ],
};
static NAME_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
pub static NAMED_QUERY: Structure = Structure {
    name: "NamedQuery",
    members: &[
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "Database", shape: &DATABASE_STRING_SHAPE, is_required: true },
        Member { name: "QueryString", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
    ],
};
static NAMED_QUERY_DESCRIPTION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: None, values: &[], is_sensitive: false });
static NAMED_QUERY_ID_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static NAMED_QUERY_ID_LIST_SHAPE: Shape =
    Shape::List(List { member: &NAMED_QUERY_ID_SHAPE, wire: "member", min: 1, max: 50 });
static NAMED_QUERY_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&NAMED_QUERY), wire: "member", min: 0, max: u64::MAX });
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
pub static PREPARED_STATEMENT: Structure = Structure {
    name: "PreparedStatement",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: false },
        Member { name: "QueryStatement", shape: &QUERY_STRING_SHAPE, is_required: false },
        Member { name: "WorkGroupName", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "LastModifiedTime", shape: &DATE_SHAPE, is_required: false },
    ],
};
static PREPARED_STATEMENT_DETAILS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PREPARED_STATEMENT), wire: "member", min: 0, max: u64::MAX });
static PREPARED_STATEMENT_NAME_LIST_SHAPE: Shape =
    Shape::List(List { member: &STATEMENT_NAME_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static PREPARED_STATEMENT_SUMMARY: Structure = Structure {
    name: "PreparedStatementSummary",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: false },
        Member { name: "LastModifiedTime", shape: &DATE_SHAPE, is_required: false },
    ],
};
static PREPARED_STATEMENTS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&PREPARED_STATEMENT_SUMMARY), wire: "member", min: 0, max: 50 });
pub static QUERY_EXECUTION: Structure = Structure {
    name: "QueryExecution",
    members: &[
        Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: false },
        Member { name: "Query", shape: &QUERY_STRING_SHAPE, is_required: false },
        Member { name: "StatementType", shape: &STATEMENT_TYPE_SHAPE, is_required: false },
        Member {
            name: "ManagedQueryResultsConfiguration",
            shape: &Shape::Structure(&MANAGED_QUERY_RESULTS_CONFIGURATION),
            is_required: false,
        },
        Member { name: "ResultConfiguration", shape: &Shape::Structure(&RESULT_CONFIGURATION), is_required: false },
        Member {
            name: "ResultReuseConfiguration",
            shape: &Shape::Structure(&RESULT_REUSE_CONFIGURATION),
            is_required: false,
        },
        Member {
            name: "QueryExecutionContext",
            shape: &Shape::Structure(&QUERY_EXECUTION_CONTEXT),
            is_required: false,
        },
        Member { name: "Status", shape: &Shape::Structure(&QUERY_EXECUTION_STATUS), is_required: false },
        Member { name: "Statistics", shape: &Shape::Structure(&QUERY_EXECUTION_STATISTICS), is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "EngineVersion", shape: &Shape::Structure(&ENGINE_VERSION), is_required: false },
        Member { name: "ExecutionParameters", shape: &EXECUTION_PARAMETERS_SHAPE, is_required: false },
        Member { name: "SubstatementType", shape: &STRING_SHAPE, is_required: false },
        Member {
            name: "QueryResultsS3AccessGrantsConfiguration",
            shape: &Shape::Structure(&QUERY_RESULTS_S3_ACCESS_GRANTS_CONFIGURATION),
            is_required: false,
        },
    ],
};
pub static QUERY_EXECUTION_CONTEXT: Structure = Structure {
    name: "QueryExecutionContext",
    members: &[
        Member { name: "Database", shape: &DATABASE_STRING_SHAPE, is_required: false },
        Member { name: "Catalog", shape: &CATALOG_NAME_STRING_SHAPE, is_required: false },
    ],
};
static QUERY_EXECUTION_ID_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 128, pattern: Some(&PATTERN_8), values: &[], is_sensitive: false });
static QUERY_EXECUTION_ID_LIST_SHAPE: Shape =
    Shape::List(List { member: &QUERY_EXECUTION_ID_SHAPE, wire: "member", min: 1, max: 50 });
static QUERY_EXECUTION_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&QUERY_EXECUTION), wire: "member", min: 0, max: u64::MAX });
static QUERY_EXECUTION_STATE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"],
    is_sensitive: false,
});
pub static QUERY_EXECUTION_STATISTICS: Structure = Structure {
    name: "QueryExecutionStatistics",
    members: &[
        Member { name: "EngineExecutionTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "DataScannedInBytes", shape: &LONG_SHAPE, is_required: false },
        Member { name: "DataManifestLocation", shape: &STRING_SHAPE, is_required: false },
        Member { name: "TotalExecutionTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "QueryQueueTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ServicePreProcessingTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "QueryPlanningTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ServiceProcessingTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member {
            name: "ResultReuseInformation",
            shape: &Shape::Structure(&RESULT_REUSE_INFORMATION),
            is_required: false,
        },
        Member { name: "DpuCount", shape: &DPU_COUNT_SHAPE, is_required: false },
    ],
};
pub static QUERY_EXECUTION_STATUS: Structure = Structure {
    name: "QueryExecutionStatus",
    members: &[
        Member { name: "State", shape: &QUERY_EXECUTION_STATE_SHAPE, is_required: false },
        Member { name: "StateChangeReason", shape: &STRING_SHAPE, is_required: false },
        Member { name: "SubmissionDateTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "CompletionDateTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "AthenaError", shape: &Shape::Structure(&ATHENA_ERROR), is_required: false },
    ],
};
static QUERY_RESULT_TYPE_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["DATA_MANIFEST", "DATA_ROWS"],
    is_sensitive: false,
});
pub static QUERY_RESULTS_S3_ACCESS_GRANTS_CONFIGURATION: Structure = Structure {
    name: "QueryResultsS3AccessGrantsConfiguration",
    members: &[
        Member { name: "EnableS3AccessGrants", shape: &BOXED_BOOLEAN_SHAPE, is_required: true },
        Member { name: "CreateUserLevelPrefix", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "AuthenticationType", shape: &AUTHENTICATION_TYPE_SHAPE, is_required: true },
    ],
};
pub static QUERY_RUNTIME_STATISTICS: Structure = Structure {
    name: "QueryRuntimeStatistics",
    members: &[
        Member { name: "Timeline", shape: &Shape::Structure(&QUERY_RUNTIME_STATISTICS_TIMELINE), is_required: false },
        Member { name: "Rows", shape: &Shape::Structure(&QUERY_RUNTIME_STATISTICS_ROWS), is_required: false },
        Member { name: "OutputStage", shape: &Shape::Structure(&QUERY_STAGE), is_required: false },
    ],
};
pub static QUERY_RUNTIME_STATISTICS_ROWS: Structure = Structure {
    name: "QueryRuntimeStatisticsRows",
    members: &[
        Member { name: "InputRows", shape: &LONG_SHAPE, is_required: false },
        Member { name: "InputBytes", shape: &LONG_SHAPE, is_required: false },
        Member { name: "OutputBytes", shape: &LONG_SHAPE, is_required: false },
        Member { name: "OutputRows", shape: &LONG_SHAPE, is_required: false },
    ],
};
pub static QUERY_RUNTIME_STATISTICS_TIMELINE: Structure = Structure {
    name: "QueryRuntimeStatisticsTimeline",
    members: &[
        Member { name: "QueryQueueTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ServicePreProcessingTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "QueryPlanningTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "EngineExecutionTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ServiceProcessingTimeInMillis", shape: &LONG_SHAPE, is_required: false },
        Member { name: "TotalExecutionTimeInMillis", shape: &LONG_SHAPE, is_required: false },
    ],
};
pub static QUERY_STAGE: Structure = Structure {
    name: "QueryStage",
    members: &[
        Member { name: "StageId", shape: &LONG_SHAPE, is_required: false },
        Member { name: "State", shape: &STRING_SHAPE, is_required: false },
        Member { name: "OutputBytes", shape: &LONG_SHAPE, is_required: false },
        Member { name: "OutputRows", shape: &LONG_SHAPE, is_required: false },
        Member { name: "InputBytes", shape: &LONG_SHAPE, is_required: false },
        Member { name: "InputRows", shape: &LONG_SHAPE, is_required: false },
        Member { name: "ExecutionTime", shape: &LONG_SHAPE, is_required: false },
        Member { name: "QueryStagePlan", shape: &Shape::Structure(&QUERY_STAGE_PLAN_NODE), is_required: false },
        Member { name: "SubStages", shape: &QUERY_STAGES_SHAPE, is_required: false },
    ],
};
pub static QUERY_STAGE_PLAN_NODE: Structure = Structure {
    name: "QueryStagePlanNode",
    members: &[
        Member { name: "Name", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Identifier", shape: &STRING_SHAPE, is_required: false },
        Member { name: "Children", shape: &QUERY_STAGE_PLAN_NODES_SHAPE, is_required: false },
        Member { name: "RemoteSources", shape: &STRING_LIST_SHAPE, is_required: false },
    ],
};
static QUERY_STAGE_PLAN_NODES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&QUERY_STAGE_PLAN_NODE), wire: "member", min: 0, max: u64::MAX });
static QUERY_STAGES_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&QUERY_STAGE), wire: "member", min: 0, max: u64::MAX });
static QUERY_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 262144, pattern: None, values: &[], is_sensitive: false });
pub static RESULT_CONFIGURATION: Structure = Structure {
    name: "ResultConfiguration",
    members: &[
        Member { name: "OutputLocation", shape: &RESULT_OUTPUT_LOCATION_SHAPE, is_required: false },
        Member {
            name: "EncryptionConfiguration",
            shape: &Shape::Structure(&ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "ExpectedBucketOwner", shape: &AWS_ACCOUNT_ID_SHAPE, is_required: false },
        Member { name: "AclConfiguration", shape: &Shape::Structure(&ACL_CONFIGURATION), is_required: false },
    ],
};
pub static RESULT_CONFIGURATION_UPDATES: Structure = Structure {
    name: "ResultConfigurationUpdates",
    members: &[
        Member { name: "OutputLocation", shape: &RESULT_OUTPUT_LOCATION_SHAPE, is_required: false },
        Member { name: "RemoveOutputLocation", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "EncryptionConfiguration",
            shape: &Shape::Structure(&ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "RemoveEncryptionConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "ExpectedBucketOwner", shape: &AWS_ACCOUNT_ID_SHAPE, is_required: false },
        Member { name: "RemoveExpectedBucketOwner", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "AclConfiguration", shape: &Shape::Structure(&ACL_CONFIGURATION), is_required: false },
        Member { name: "RemoveAclConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
    ],
};
static RESULT_OUTPUT_LOCATION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static RESULT_REUSE_BY_AGE_CONFIGURATION: Structure = Structure {
    name: "ResultReuseByAgeConfiguration",
    members: &[
        Member { name: "Enabled", shape: &BOOLEAN_SHAPE, is_required: true },
        Member { name: "MaxAgeInMinutes", shape: &AGE_SHAPE, is_required: false },
    ],
};
pub static RESULT_REUSE_CONFIGURATION: Structure = Structure {
    name: "ResultReuseConfiguration",
    members: &[Member {
        name: "ResultReuseByAgeConfiguration",
        shape: &Shape::Structure(&RESULT_REUSE_BY_AGE_CONFIGURATION),
        is_required: false,
    }],
};
pub static RESULT_REUSE_INFORMATION: Structure = Structure {
    name: "ResultReuseInformation",
    members: &[Member { name: "ReusedPreviousResult", shape: &BOOLEAN_SHAPE, is_required: true }],
};
pub static RESULT_SET: Structure = Structure {
    name: "ResultSet",
    members: &[
        Member { name: "Rows", shape: &ROW_LIST_SHAPE, is_required: false },
        Member { name: "ResultSetMetadata", shape: &Shape::Structure(&RESULT_SET_METADATA), is_required: false },
    ],
};
pub static RESULT_SET_METADATA: Structure = Structure {
    name: "ResultSetMetadata",
    members: &[Member { name: "ColumnInfo", shape: &COLUMN_INFO_LIST_SHAPE, is_required: false }],
};
static ROLE_ARN_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: Some(&PATTERN_9), values: &[], is_sensitive: false });
pub static ROW: Structure =
    Structure { name: "Row", members: &[Member { name: "Data", shape: &DATUM_LIST_LOWER_SHAPE, is_required: false }] };
static ROW_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&ROW), wire: "member", min: 0, max: u64::MAX });
static S3_ACL_OPTION_SHAPE: Shape = Shape::Text(Text {
    min: 0,
    max: u64::MAX,
    pattern: None,
    values: &["BUCKET_OWNER_FULL_CONTROL"],
    is_sensitive: false,
});
pub static S3_LOGGING_CONFIGURATION: Structure = Structure {
    name: "S3LoggingConfiguration",
    members: &[
        Member { name: "Enabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: true },
        Member { name: "KmsKey", shape: &KMS_KEY_SHAPE, is_required: false },
        Member { name: "LogLocation", shape: &S3_OUTPUT_LOCATION_SHAPE, is_required: false },
    ],
};
static S3_OUTPUT_LOCATION_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: Some(&PATTERN_10), values: &[], is_sensitive: false });
pub static START_QUERY_EXECUTION_INPUT: Structure = Structure {
    name: "StartQueryExecutionInput",
    members: &[
        Member { name: "QueryString", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "ClientRequestToken", shape: &IDEMPOTENCY_TOKEN_SHAPE, is_required: false },
        Member {
            name: "QueryExecutionContext",
            shape: &Shape::Structure(&QUERY_EXECUTION_CONTEXT),
            is_required: false,
        },
        Member { name: "ResultConfiguration", shape: &Shape::Structure(&RESULT_CONFIGURATION), is_required: false },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "ExecutionParameters", shape: &EXECUTION_PARAMETERS_SHAPE, is_required: false },
        Member {
            name: "ResultReuseConfiguration",
            shape: &Shape::Structure(&RESULT_REUSE_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EngineConfiguration", shape: &Shape::Structure(&ENGINE_CONFIGURATION), is_required: false },
    ],
};
pub static START_QUERY_EXECUTION_OUTPUT: Structure = Structure {
    name: "StartQueryExecutionOutput",
    members: &[Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: false }],
};
static STATEMENT_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 256, pattern: Some(&PATTERN_11), values: &[], is_sensitive: false });
static STATEMENT_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["DDL", "DML", "UTILITY"], is_sensitive: false });
pub static STOP_QUERY_EXECUTION_INPUT: Structure = Structure {
    name: "StopQueryExecutionInput",
    members: &[Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: true }],
};
pub static STOP_QUERY_EXECUTION_OUTPUT: Structure = Structure { name: "StopQueryExecutionOutput", members: &[] };
static STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static STRING_LIST_SHAPE: Shape = Shape::List(List { member: &STRING_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static SYSTEM_TABLE_STATUS: Structure = Structure {
    name: "SystemTableStatus",
    members: &[
        Member { name: "TableName", shape: &SYSTEM_TABLE_TYPE_SHAPE, is_required: true },
        Member { name: "Enabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: true },
    ],
};
static SYSTEM_TABLE_STATUS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&SYSTEM_TABLE_STATUS), wire: "member", min: 0, max: 50 });
static SYSTEM_TABLE_TYPE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["QUERY_EXECUTIONS"], is_sensitive: false });
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
static TAG_KEY_LIST_SHAPE: Shape = Shape::List(List { member: &TAG_KEY_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: u64::MAX });
pub static TAG_RESOURCE_INPUT: Structure = Structure {
    name: "TagResourceInput",
    members: &[
        Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: true },
    ],
};
pub static TAG_RESOURCE_OUTPUT: Structure = Structure { name: "TagResourceOutput", members: &[] };
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
static TIMESTAMP_SHAPE: Shape = Shape::Timestamp;
static TOKEN_SHAPE: Shape = Shape::Text(Text { min: 1, max: 1024, pattern: None, values: &[], is_sensitive: false });
static TYPE_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 4096, pattern: Some(&PATTERN_2), values: &[], is_sensitive: false });
pub static UNPROCESSED_NAMED_QUERY_ID: Structure = Structure {
    name: "UnprocessedNamedQueryId",
    members: &[
        Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: false },
        Member { name: "ErrorCode", shape: &ERROR_CODE_SHAPE, is_required: false },
        Member { name: "ErrorMessage", shape: &ERROR_MESSAGE_SHAPE, is_required: false },
    ],
};
static UNPROCESSED_NAMED_QUERY_ID_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&UNPROCESSED_NAMED_QUERY_ID), wire: "member", min: 0, max: u64::MAX });
pub static UNPROCESSED_PREPARED_STATEMENT_NAME: Structure = Structure {
    name: "UnprocessedPreparedStatementName",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: false },
        Member { name: "ErrorCode", shape: &ERROR_CODE_SHAPE, is_required: false },
        Member { name: "ErrorMessage", shape: &ERROR_MESSAGE_SHAPE, is_required: false },
    ],
};
static UNPROCESSED_PREPARED_STATEMENT_NAME_LIST_SHAPE: Shape = Shape::List(List {
    member: &Shape::Structure(&UNPROCESSED_PREPARED_STATEMENT_NAME),
    wire: "member",
    min: 0,
    max: u64::MAX,
});
pub static UNPROCESSED_QUERY_EXECUTION_ID: Structure = Structure {
    name: "UnprocessedQueryExecutionId",
    members: &[
        Member { name: "QueryExecutionId", shape: &QUERY_EXECUTION_ID_SHAPE, is_required: false },
        Member { name: "ErrorCode", shape: &ERROR_CODE_SHAPE, is_required: false },
        Member { name: "ErrorMessage", shape: &ERROR_MESSAGE_SHAPE, is_required: false },
    ],
};
static UNPROCESSED_QUERY_EXECUTION_ID_LIST_SHAPE: Shape = Shape::List(List {
    member: &Shape::Structure(&UNPROCESSED_QUERY_EXECUTION_ID),
    wire: "member",
    min: 0,
    max: u64::MAX,
});
pub static UNTAG_RESOURCE_INPUT: Structure = Structure {
    name: "UntagResourceInput",
    members: &[
        Member { name: "ResourceARN", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_SHAPE, is_required: true },
    ],
};
pub static UNTAG_RESOURCE_OUTPUT: Structure = Structure { name: "UntagResourceOutput", members: &[] };
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
pub static UPDATE_NAMED_QUERY_INPUT: Structure = Structure {
    name: "UpdateNamedQueryInput",
    members: &[
        Member { name: "NamedQueryId", shape: &NAMED_QUERY_ID_SHAPE, is_required: true },
        Member { name: "Name", shape: &NAME_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &NAMED_QUERY_DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "QueryString", shape: &QUERY_STRING_SHAPE, is_required: true },
    ],
};
pub static UPDATE_NAMED_QUERY_OUTPUT: Structure = Structure { name: "UpdateNamedQueryOutput", members: &[] };
pub static UPDATE_PREPARED_STATEMENT_INPUT: Structure = Structure {
    name: "UpdatePreparedStatementInput",
    members: &[
        Member { name: "StatementName", shape: &STATEMENT_NAME_SHAPE, is_required: true },
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "QueryStatement", shape: &QUERY_STRING_SHAPE, is_required: true },
        Member { name: "Description", shape: &DESCRIPTION_STRING_SHAPE, is_required: false },
    ],
};
pub static UPDATE_PREPARED_STATEMENT_OUTPUT: Structure =
    Structure { name: "UpdatePreparedStatementOutput", members: &[] };
pub static UPDATE_WORK_GROUP_INPUT: Structure = Structure {
    name: "UpdateWorkGroupInput",
    members: &[
        Member { name: "WorkGroup", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "Description", shape: &WORK_GROUP_DESCRIPTION_STRING_SHAPE, is_required: false },
        Member {
            name: "ConfigurationUpdates",
            shape: &Shape::Structure(&WORK_GROUP_CONFIGURATION_UPDATES),
            is_required: false,
        },
        Member { name: "State", shape: &WORK_GROUP_STATE_SHAPE, is_required: false },
    ],
};
pub static UPDATE_WORK_GROUP_OUTPUT: Structure = Structure { name: "UpdateWorkGroupOutput", members: &[] };
pub static WORK_GROUP: Structure = Structure {
    name: "WorkGroup",
    members: &[
        Member { name: "Name", shape: &WORK_GROUP_NAME_SHAPE, is_required: true },
        Member { name: "State", shape: &WORK_GROUP_STATE_SHAPE, is_required: false },
        Member { name: "Configuration", shape: &Shape::Structure(&WORK_GROUP_CONFIGURATION), is_required: false },
        Member { name: "Description", shape: &WORK_GROUP_DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "CreationTime", shape: &DATE_SHAPE, is_required: false },
        Member {
            name: "IdentityCenterApplicationArn",
            shape: &IDENTITY_CENTER_APPLICATION_ARN_SHAPE,
            is_required: false,
        },
    ],
};
pub static WORK_GROUP_CONFIGURATION: Structure = Structure {
    name: "WorkGroupConfiguration",
    members: &[
        Member { name: "ResultConfiguration", shape: &Shape::Structure(&RESULT_CONFIGURATION), is_required: false },
        Member {
            name: "ManagedQueryResultsConfiguration",
            shape: &Shape::Structure(&MANAGED_QUERY_RESULTS_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EnforceWorkGroupConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "PublishCloudWatchMetricsEnabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "BytesScannedCutoffPerQuery", shape: &BYTES_SCANNED_CUTOFF_VALUE_SHAPE, is_required: false },
        Member { name: "RequesterPaysEnabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "EngineVersion", shape: &Shape::Structure(&ENGINE_VERSION), is_required: false },
        Member { name: "AdditionalConfiguration", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ExecutionRole", shape: &ROLE_ARN_SHAPE, is_required: false },
        Member {
            name: "MonitoringConfiguration",
            shape: &Shape::Structure(&MONITORING_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EngineConfiguration", shape: &Shape::Structure(&ENGINE_CONFIGURATION), is_required: false },
        Member {
            name: "CustomerContentEncryptionConfiguration",
            shape: &Shape::Structure(&CUSTOMER_CONTENT_ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EnableMinimumEncryptionConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "IdentityCenterConfiguration",
            shape: &Shape::Structure(&IDENTITY_CENTER_CONFIGURATION),
            is_required: false,
        },
        Member {
            name: "QueryResultsS3AccessGrantsConfiguration",
            shape: &Shape::Structure(&QUERY_RESULTS_S3_ACCESS_GRANTS_CONFIGURATION),
            is_required: false,
        },
        Member { name: "SystemTableStatuses", shape: &SYSTEM_TABLE_STATUS_LIST_SHAPE, is_required: false },
    ],
};
pub static WORK_GROUP_CONFIGURATION_UPDATES: Structure = Structure {
    name: "WorkGroupConfigurationUpdates",
    members: &[
        Member { name: "EnforceWorkGroupConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "ResultConfigurationUpdates",
            shape: &Shape::Structure(&RESULT_CONFIGURATION_UPDATES),
            is_required: false,
        },
        Member {
            name: "ManagedQueryResultsConfigurationUpdates",
            shape: &Shape::Structure(&MANAGED_QUERY_RESULTS_CONFIGURATION_UPDATES),
            is_required: false,
        },
        Member { name: "PublishCloudWatchMetricsEnabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "BytesScannedCutoffPerQuery", shape: &BYTES_SCANNED_CUTOFF_VALUE_SHAPE, is_required: false },
        Member { name: "RemoveBytesScannedCutoffPerQuery", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "RequesterPaysEnabled", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member { name: "EngineVersion", shape: &Shape::Structure(&ENGINE_VERSION), is_required: false },
        Member {
            name: "RemoveCustomerContentEncryptionConfiguration",
            shape: &BOXED_BOOLEAN_SHAPE,
            is_required: false,
        },
        Member { name: "AdditionalConfiguration", shape: &NAME_STRING_SHAPE, is_required: false },
        Member { name: "ExecutionRole", shape: &ROLE_ARN_SHAPE, is_required: false },
        Member {
            name: "CustomerContentEncryptionConfiguration",
            shape: &Shape::Structure(&CUSTOMER_CONTENT_ENCRYPTION_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EnableMinimumEncryptionConfiguration", shape: &BOXED_BOOLEAN_SHAPE, is_required: false },
        Member {
            name: "QueryResultsS3AccessGrantsConfiguration",
            shape: &Shape::Structure(&QUERY_RESULTS_S3_ACCESS_GRANTS_CONFIGURATION),
            is_required: false,
        },
        Member {
            name: "MonitoringConfiguration",
            shape: &Shape::Structure(&MONITORING_CONFIGURATION),
            is_required: false,
        },
        Member { name: "EngineConfiguration", shape: &Shape::Structure(&ENGINE_CONFIGURATION), is_required: false },
    ],
};
static WORK_GROUP_DESCRIPTION_STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: 1024, pattern: None, values: &[], is_sensitive: false });
static WORK_GROUP_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: Some(&PATTERN_12), values: &[], is_sensitive: false });
static WORK_GROUP_STATE_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &["ENABLED", "DISABLED"], is_sensitive: false });
pub static WORK_GROUP_SUMMARY: Structure = Structure {
    name: "WorkGroupSummary",
    members: &[
        Member { name: "Name", shape: &WORK_GROUP_NAME_SHAPE, is_required: false },
        Member { name: "State", shape: &WORK_GROUP_STATE_SHAPE, is_required: false },
        Member { name: "Description", shape: &WORK_GROUP_DESCRIPTION_STRING_SHAPE, is_required: false },
        Member { name: "CreationTime", shape: &DATE_SHAPE, is_required: false },
        Member { name: "EngineVersion", shape: &Shape::Structure(&ENGINE_VERSION), is_required: false },
        Member {
            name: "IdentityCenterApplicationArn",
            shape: &IDENTITY_CENTER_APPLICATION_ARN_SHAPE,
            is_required: false,
        },
    ],
};
static WORK_GROUPS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&WORK_GROUP_SUMMARY), wire: "member", min: 0, max: 50 });
static DATUM_LIST_LOWER_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&DATUM), wire: "member", min: 0, max: u64::MAX });
static DATUM_STRING_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
