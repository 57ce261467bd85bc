//! The types of this service's served operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::aws::Timestamp;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AclConfiguration {
    #[serde(rename = "S3AclOption")]
    pub s3_acl_option: S3AclOption,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AthenaError {
    #[serde(rename = "ErrorCategory", default, skip_serializing_if = "Option::is_none")]
    pub error_category: Option<i64>,
    #[serde(rename = "ErrorType", default, skip_serializing_if = "Option::is_none")]
    pub error_type: Option<i64>,
    #[serde(rename = "Retryable", default, skip_serializing_if = "Option::is_none")]
    pub retryable: Option<bool>,
    #[serde(rename = "ErrorMessage", default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AuthenticationType {
    #[serde(rename = "DIRECTORY_IDENTITY")]
    DirectoryIdentity,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetNamedQueryInput {
    #[serde(rename = "NamedQueryIds")]
    pub named_query_ids: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetNamedQueryOutput {
    #[serde(rename = "NamedQueries", default, skip_serializing_if = "Option::is_none")]
    pub named_queries: Option<Vec<NamedQuery>>,
    #[serde(rename = "UnprocessedNamedQueryIds", default, skip_serializing_if = "Option::is_none")]
    pub unprocessed_named_query_ids: Option<Vec<UnprocessedNamedQueryId>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetPreparedStatementInput {
    #[serde(rename = "PreparedStatementNames")]
    pub prepared_statement_names: Vec<String>,
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetPreparedStatementOutput {
    #[serde(rename = "PreparedStatements", default, skip_serializing_if = "Option::is_none")]
    pub prepared_statements: Option<Vec<PreparedStatement>>,
    #[serde(rename = "UnprocessedPreparedStatementNames", default, skip_serializing_if = "Option::is_none")]
    pub unprocessed_prepared_statement_names: Option<Vec<UnprocessedPreparedStatementName>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetQueryExecutionInput {
    #[serde(rename = "QueryExecutionIds")]
    pub query_execution_ids: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetQueryExecutionOutput {
    #[serde(rename = "QueryExecutions", default, skip_serializing_if = "Option::is_none")]
    pub query_executions: Option<Vec<QueryExecution>>,
    #[serde(rename = "UnprocessedQueryExecutionIds", default, skip_serializing_if = "Option::is_none")]
    pub unprocessed_query_execution_ids: Option<Vec<UnprocessedQueryExecutionId>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Classification {
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Properties", default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CloudWatchLoggingConfiguration {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "LogGroup", default, skip_serializing_if = "Option::is_none")]
    pub log_group: Option<String>,
    #[serde(rename = "LogStreamNamePrefix", default, skip_serializing_if = "Option::is_none")]
    pub log_stream_name_prefix: Option<String>,
    #[serde(rename = "LogTypes", default, skip_serializing_if = "Option::is_none")]
    pub log_types: Option<BTreeMap<String, Vec<String>>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "Comment", default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ColumnInfo {
    #[serde(rename = "CatalogName", default, skip_serializing_if = "Option::is_none")]
    pub catalog_name: Option<String>,
    #[serde(rename = "SchemaName", default, skip_serializing_if = "Option::is_none")]
    pub schema_name: Option<String>,
    #[serde(rename = "TableName", default, skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Label", default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Type")]
    pub r#type: String,
    #[serde(rename = "Precision", default, skip_serializing_if = "Option::is_none")]
    pub precision: Option<i64>,
    #[serde(rename = "Scale", default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<i64>,
    #[serde(rename = "Nullable", default, skip_serializing_if = "Option::is_none")]
    pub nullable: Option<ColumnNullable>,
    #[serde(rename = "CaseSensitive", default, skip_serializing_if = "Option::is_none")]
    pub case_sensitive: Option<bool>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ColumnNullable {
    #[serde(rename = "NOT_NULL")]
    NotNull,
    #[serde(rename = "NULLABLE")]
    Nullable,
    #[serde(rename = "UNKNOWN")]
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ConnectionType {
    #[serde(rename = "DYNAMODB")]
    Dynamodb,
    #[serde(rename = "MYSQL")]
    Mysql,
    #[serde(rename = "POSTGRESQL")]
    Postgresql,
    #[serde(rename = "REDSHIFT")]
    Redshift,
    #[serde(rename = "ORACLE")]
    Oracle,
    #[serde(rename = "SYNAPSE")]
    Synapse,
    #[serde(rename = "SQLSERVER")]
    Sqlserver,
    #[serde(rename = "DB2")]
    Db2,
    #[serde(rename = "OPENSEARCH")]
    Opensearch,
    #[serde(rename = "BIGQUERY")]
    Bigquery,
    #[serde(rename = "GOOGLECLOUDSTORAGE")]
    Googlecloudstorage,
    #[serde(rename = "HBASE")]
    Hbase,
    #[serde(rename = "DOCUMENTDB")]
    Documentdb,
    #[serde(rename = "CMDB")]
    Cmdb,
    #[serde(rename = "TPCDS")]
    Tpcds,
    #[serde(rename = "TIMESTREAM")]
    Timestream,
    #[serde(rename = "SAPHANA")]
    Saphana,
    #[serde(rename = "SNOWFLAKE")]
    Snowflake,
    #[serde(rename = "DATALAKEGEN2")]
    Datalakegen2,
    #[serde(rename = "DB2AS400")]
    Db2as400,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CreateDataCatalogInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type")]
    pub r#type: DataCatalogType,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateDataCatalogOutput {
    #[serde(rename = "DataCatalog", default, skip_serializing_if = "Option::is_none")]
    pub data_catalog: Option<DataCatalog>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateNamedQueryInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Database")]
    pub database: String,
    #[serde(rename = "QueryString")]
    pub query_string: String,
    #[serde(rename = "ClientRequestToken", default, skip_serializing_if = "Option::is_none")]
    pub client_request_token: Option<String>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateNamedQueryOutput {
    #[serde(rename = "NamedQueryId", default, skip_serializing_if = "Option::is_none")]
    pub named_query_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreatePreparedStatementInput {
    #[serde(rename = "StatementName")]
    pub statement_name: String,
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
    #[serde(rename = "QueryStatement")]
    pub query_statement: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreatePreparedStatementOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateWorkGroupInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Configuration", default, skip_serializing_if = "Option::is_none")]
    pub configuration: Option<WorkGroupConfiguration>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateWorkGroupOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CustomerContentEncryptionConfiguration {
    #[serde(rename = "KmsKey")]
    pub kms_key: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataCatalog {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Type")]
    pub r#type: DataCatalogType,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "Status", default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DataCatalogStatus>,
    #[serde(rename = "ConnectionType", default, skip_serializing_if = "Option::is_none")]
    pub connection_type: Option<ConnectionType>,
    #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DataCatalogStatus {
    #[serde(rename = "CREATE_IN_PROGRESS")]
    CreateInProgress,
    #[serde(rename = "CREATE_COMPLETE")]
    CreateComplete,
    #[serde(rename = "CREATE_FAILED")]
    CreateFailed,
    #[serde(rename = "CREATE_FAILED_CLEANUP_IN_PROGRESS")]
    CreateFailedCleanupInProgress,
    #[serde(rename = "CREATE_FAILED_CLEANUP_COMPLETE")]
    CreateFailedCleanupComplete,
    #[serde(rename = "CREATE_FAILED_CLEANUP_FAILED")]
    CreateFailedCleanupFailed,
    #[serde(rename = "DELETE_IN_PROGRESS")]
    DeleteInProgress,
    #[serde(rename = "DELETE_COMPLETE")]
    DeleteComplete,
    #[serde(rename = "DELETE_FAILED")]
    DeleteFailed,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DataCatalogSummary {
    #[serde(rename = "CatalogName", default, skip_serializing_if = "Option::is_none")]
    pub catalog_name: Option<String>,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<DataCatalogType>,
    #[serde(rename = "Status", default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DataCatalogStatus>,
    #[serde(rename = "ConnectionType", default, skip_serializing_if = "Option::is_none")]
    pub connection_type: Option<ConnectionType>,
    #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DataCatalogType {
    #[serde(rename = "LAMBDA")]
    Lambda,
    #[serde(rename = "GLUE")]
    Glue,
    #[serde(rename = "HIVE")]
    Hive,
    #[serde(rename = "FEDERATED")]
    Federated,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Database {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DatabaseAttributes {
    #[serde(rename = "NAME")]
    Name,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    #[serde(rename = "VarCharValue", default, skip_serializing_if = "Option::is_none")]
    pub var_char_value: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDataCatalogInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "DeleteCatalogOnly", default, skip_serializing_if = "Option::is_none")]
    pub delete_catalog_only: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDataCatalogOutput {
    #[serde(rename = "DataCatalog", default, skip_serializing_if = "Option::is_none")]
    pub data_catalog: Option<DataCatalog>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteNamedQueryInput {
    #[serde(rename = "NamedQueryId")]
    pub named_query_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteNamedQueryOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeletePreparedStatementInput {
    #[serde(rename = "StatementName")]
    pub statement_name: String,
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeletePreparedStatementOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteWorkGroupInput {
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
    #[serde(rename = "RecursiveDeleteOption", default, skip_serializing_if = "Option::is_none")]
    pub recursive_delete_option: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteWorkGroupOutput {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EncryptionConfiguration {
    #[serde(rename = "EncryptionOption")]
    pub encryption_option: EncryptionOption,
    #[serde(rename = "KmsKey", default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EncryptionOption {
    #[serde(rename = "SSE_S3")]
    SseS3,
    #[serde(rename = "SSE_KMS")]
    SseKms,
    #[serde(rename = "CSE_KMS")]
    CseKms,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EngineConfiguration {
    #[serde(rename = "CoordinatorDpuSize", default, skip_serializing_if = "Option::is_none")]
    pub coordinator_dpu_size: Option<i64>,
    #[serde(rename = "MaxConcurrentDpus", default, skip_serializing_if = "Option::is_none")]
    pub max_concurrent_dpus: Option<i64>,
    #[serde(rename = "DefaultExecutorDpuSize", default, skip_serializing_if = "Option::is_none")]
    pub default_executor_dpu_size: Option<i64>,
    #[serde(rename = "AdditionalConfigs", default, skip_serializing_if = "Option::is_none")]
    pub additional_configs: Option<BTreeMap<String, String>>,
    #[serde(rename = "SparkProperties", default, skip_serializing_if = "Option::is_none")]
    pub spark_properties: Option<BTreeMap<String, String>>,
    #[serde(rename = "Classifications", default, skip_serializing_if = "Option::is_none")]
    pub classifications: Option<Vec<Classification>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct EngineVersion {
    #[serde(rename = "SelectedEngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub selected_engine_version: Option<String>,
    #[serde(rename = "EffectiveEngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub effective_engine_version: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDataCatalogInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDataCatalogOutput {
    #[serde(rename = "DataCatalog", default, skip_serializing_if = "Option::is_none")]
    pub data_catalog: Option<DataCatalog>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabaseInput {
    #[serde(rename = "CatalogName")]
    pub catalog_name: String,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabaseOutput {
    #[serde(rename = "Database", default, skip_serializing_if = "Option::is_none")]
    pub database: Option<Database>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetNamedQueryInput {
    #[serde(rename = "NamedQueryId")]
    pub named_query_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetNamedQueryOutput {
    #[serde(rename = "NamedQuery", default, skip_serializing_if = "Option::is_none")]
    pub named_query: Option<NamedQuery>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPreparedStatementInput {
    #[serde(rename = "StatementName")]
    pub statement_name: String,
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPreparedStatementOutput {
    #[serde(rename = "PreparedStatement", default, skip_serializing_if = "Option::is_none")]
    pub prepared_statement: Option<PreparedStatement>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryExecutionInput {
    #[serde(rename = "QueryExecutionId")]
    pub query_execution_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryExecutionOutput {
    #[serde(rename = "QueryExecution", default, skip_serializing_if = "Option::is_none")]
    pub query_execution: Option<QueryExecution>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryResultsInput {
    #[serde(rename = "QueryExecutionId")]
    pub query_execution_id: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "QueryResultType", default, skip_serializing_if = "Option::is_none")]
    pub query_result_type: Option<QueryResultType>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryResultsOutput {
    #[serde(rename = "UpdateCount", default, skip_serializing_if = "Option::is_none")]
    pub update_count: Option<i64>,
    #[serde(rename = "ResultSet", default, skip_serializing_if = "Option::is_none")]
    pub result_set: Option<ResultSet>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryRuntimeStatisticsInput {
    #[serde(rename = "QueryExecutionId")]
    pub query_execution_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetQueryRuntimeStatisticsOutput {
    #[serde(rename = "QueryRuntimeStatistics", default, skip_serializing_if = "Option::is_none")]
    pub query_runtime_statistics: Option<QueryRuntimeStatistics>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableMetadataInput {
    #[serde(rename = "CatalogName")]
    pub catalog_name: String,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableMetadataOutput {
    #[serde(rename = "TableMetadata", default, skip_serializing_if = "Option::is_none")]
    pub table_metadata: Option<TableMetadata>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetWorkGroupInput {
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetWorkGroupOutput {
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<WorkGroup>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IdentityCenterConfiguration {
    #[serde(rename = "EnableIdentityCenter", default, skip_serializing_if = "Option::is_none")]
    pub enable_identity_center: Option<bool>,
    #[serde(rename = "IdentityCenterInstanceArn", default, skip_serializing_if = "Option::is_none")]
    pub identity_center_instance_arn: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDataCatalogsInput {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDataCatalogsOutput {
    #[serde(rename = "DataCatalogsSummary", default, skip_serializing_if = "Option::is_none")]
    pub data_catalogs_summary: Option<Vec<DataCatalogSummary>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDatabasesInput {
    #[serde(rename = "CatalogName")]
    pub catalog_name: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
    #[serde(rename = "AttributesToGet", default, skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<DatabaseAttributes>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListDatabasesOutput {
    #[serde(rename = "DatabaseList", default, skip_serializing_if = "Option::is_none")]
    pub database_list: Option<Vec<Database>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListEngineVersionsInput {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListEngineVersionsOutput {
    #[serde(rename = "EngineVersions", default, skip_serializing_if = "Option::is_none")]
    pub engine_versions: Option<Vec<EngineVersion>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListNamedQueriesInput {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListNamedQueriesOutput {
    #[serde(rename = "NamedQueryIds", default, skip_serializing_if = "Option::is_none")]
    pub named_query_ids: Option<Vec<String>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListPreparedStatementsInput {
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListPreparedStatementsOutput {
    #[serde(rename = "PreparedStatements", default, skip_serializing_if = "Option::is_none")]
    pub prepared_statements: Option<Vec<PreparedStatementSummary>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListQueryExecutionsInput {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListQueryExecutionsOutput {
    #[serde(rename = "QueryExecutionIds", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_ids: Option<Vec<String>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTableMetadataInput {
    #[serde(rename = "CatalogName")]
    pub catalog_name: String,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Expression", default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
    #[serde(rename = "AttributesToGet", default, skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<TableAttributes>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTableMetadataOutput {
    #[serde(rename = "TableMetadataList", default, skip_serializing_if = "Option::is_none")]
    pub table_metadata_list: Option<Vec<TableMetadata>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsForResourceOutput {
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListWorkGroupsInput {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ListWorkGroupsOutput {
    #[serde(rename = "WorkGroups", default, skip_serializing_if = "Option::is_none")]
    pub work_groups: Option<Vec<WorkGroupSummary>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ManagedLoggingConfiguration {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "KmsKey", default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ManagedQueryResultsConfiguration {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "EncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<ManagedQueryResultsEncryptionConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ManagedQueryResultsConfigurationUpdates {
    #[serde(rename = "Enabled", default, skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "EncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<ManagedQueryResultsEncryptionConfiguration>,
    #[serde(rename = "RemoveEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub remove_encryption_configuration: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ManagedQueryResultsEncryptionConfiguration {
    #[serde(rename = "KmsKey")]
    pub kms_key: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct MonitoringConfiguration {
    #[serde(rename = "CloudWatchLoggingConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub cloud_watch_logging_configuration: Option<CloudWatchLoggingConfiguration>,
    #[serde(rename = "ManagedLoggingConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub managed_logging_configuration: Option<ManagedLoggingConfiguration>,
    #[serde(rename = "S3LoggingConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub s3_logging_configuration: Option<S3LoggingConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct NamedQuery {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Database")]
    pub database: String,
    #[serde(rename = "QueryString")]
    pub query_string: String,
    #[serde(rename = "NamedQueryId", default, skip_serializing_if = "Option::is_none")]
    pub named_query_id: Option<String>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PreparedStatement {
    #[serde(rename = "StatementName", default, skip_serializing_if = "Option::is_none")]
    pub statement_name: Option<String>,
    #[serde(rename = "QueryStatement", default, skip_serializing_if = "Option::is_none")]
    pub query_statement: Option<String>,
    #[serde(rename = "WorkGroupName", default, skip_serializing_if = "Option::is_none")]
    pub work_group_name: Option<String>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "LastModifiedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_modified_time: Option<Timestamp>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PreparedStatementSummary {
    #[serde(rename = "StatementName", default, skip_serializing_if = "Option::is_none")]
    pub statement_name: Option<String>,
    #[serde(rename = "LastModifiedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_modified_time: Option<Timestamp>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryExecution {
    #[serde(rename = "QueryExecutionId", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_id: Option<String>,
    #[serde(rename = "Query", default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    #[serde(rename = "StatementType", default, skip_serializing_if = "Option::is_none")]
    pub statement_type: Option<StatementType>,
    #[serde(rename = "ManagedQueryResultsConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub managed_query_results_configuration: Option<ManagedQueryResultsConfiguration>,
    #[serde(rename = "ResultConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_configuration: Option<ResultConfiguration>,
    #[serde(rename = "ResultReuseConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_reuse_configuration: Option<ResultReuseConfiguration>,
    #[serde(rename = "QueryExecutionContext", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_context: Option<QueryExecutionContext>,
    #[serde(rename = "Status", default, skip_serializing_if = "Option::is_none")]
    pub status: Option<QueryExecutionStatus>,
    #[serde(rename = "Statistics", default, skip_serializing_if = "Option::is_none")]
    pub statistics: Option<QueryExecutionStatistics>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
    #[serde(rename = "EngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub engine_version: Option<EngineVersion>,
    #[serde(rename = "ExecutionParameters", default, skip_serializing_if = "Option::is_none")]
    pub execution_parameters: Option<Vec<String>>,
    #[serde(rename = "SubstatementType", default, skip_serializing_if = "Option::is_none")]
    pub substatement_type: Option<String>,
    #[serde(rename = "QueryResultsS3AccessGrantsConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub query_results_s3_access_grants_configuration: Option<QueryResultsS3AccessGrantsConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryExecutionContext {
    #[serde(rename = "Database", default, skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    #[serde(rename = "Catalog", default, skip_serializing_if = "Option::is_none")]
    pub catalog: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QueryExecutionState {
    #[serde(rename = "QUEUED")]
    Queued,
    #[serde(rename = "RUNNING")]
    Running,
    #[serde(rename = "SUCCEEDED")]
    Succeeded,
    #[serde(rename = "FAILED")]
    Failed,
    #[serde(rename = "CANCELLED")]
    Cancelled,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryExecutionStatistics {
    #[serde(rename = "EngineExecutionTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub engine_execution_time_in_millis: Option<i64>,
    #[serde(rename = "DataScannedInBytes", default, skip_serializing_if = "Option::is_none")]
    pub data_scanned_in_bytes: Option<i64>,
    #[serde(rename = "DataManifestLocation", default, skip_serializing_if = "Option::is_none")]
    pub data_manifest_location: Option<String>,
    #[serde(rename = "TotalExecutionTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub total_execution_time_in_millis: Option<i64>,
    #[serde(rename = "QueryQueueTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub query_queue_time_in_millis: Option<i64>,
    #[serde(rename = "ServicePreProcessingTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub service_pre_processing_time_in_millis: Option<i64>,
    #[serde(rename = "QueryPlanningTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub query_planning_time_in_millis: Option<i64>,
    #[serde(rename = "ServiceProcessingTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub service_processing_time_in_millis: Option<i64>,
    #[serde(rename = "ResultReuseInformation", default, skip_serializing_if = "Option::is_none")]
    pub result_reuse_information: Option<ResultReuseInformation>,
    #[serde(rename = "DpuCount", default, skip_serializing_if = "Option::is_none")]
    pub dpu_count: Option<f64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryExecutionStatus {
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<QueryExecutionState>,
    #[serde(rename = "StateChangeReason", default, skip_serializing_if = "Option::is_none")]
    pub state_change_reason: Option<String>,
    #[serde(rename = "SubmissionDateTime", default, skip_serializing_if = "Option::is_none")]
    pub submission_date_time: Option<Timestamp>,
    #[serde(rename = "CompletionDateTime", default, skip_serializing_if = "Option::is_none")]
    pub completion_date_time: Option<Timestamp>,
    #[serde(rename = "AthenaError", default, skip_serializing_if = "Option::is_none")]
    pub athena_error: Option<AthenaError>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QueryResultType {
    #[serde(rename = "DATA_MANIFEST")]
    DataManifest,
    #[serde(rename = "DATA_ROWS")]
    DataRows,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueryResultsS3AccessGrantsConfiguration {
    #[serde(rename = "EnableS3AccessGrants")]
    pub enable_s3_access_grants: bool,
    #[serde(rename = "CreateUserLevelPrefix", default, skip_serializing_if = "Option::is_none")]
    pub create_user_level_prefix: Option<bool>,
    #[serde(rename = "AuthenticationType")]
    pub authentication_type: AuthenticationType,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryRuntimeStatistics {
    #[serde(rename = "Timeline", default, skip_serializing_if = "Option::is_none")]
    pub timeline: Option<QueryRuntimeStatisticsTimeline>,
    #[serde(rename = "Rows", default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<QueryRuntimeStatisticsRows>,
    #[serde(rename = "OutputStage", default, skip_serializing_if = "Option::is_none")]
    pub output_stage: Option<QueryStage>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryRuntimeStatisticsRows {
    #[serde(rename = "InputRows", default, skip_serializing_if = "Option::is_none")]
    pub input_rows: Option<i64>,
    #[serde(rename = "InputBytes", default, skip_serializing_if = "Option::is_none")]
    pub input_bytes: Option<i64>,
    #[serde(rename = "OutputBytes", default, skip_serializing_if = "Option::is_none")]
    pub output_bytes: Option<i64>,
    #[serde(rename = "OutputRows", default, skip_serializing_if = "Option::is_none")]
    pub output_rows: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryRuntimeStatisticsTimeline {
    #[serde(rename = "QueryQueueTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub query_queue_time_in_millis: Option<i64>,
    #[serde(rename = "ServicePreProcessingTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub service_pre_processing_time_in_millis: Option<i64>,
    #[serde(rename = "QueryPlanningTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub query_planning_time_in_millis: Option<i64>,
    #[serde(rename = "EngineExecutionTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub engine_execution_time_in_millis: Option<i64>,
    #[serde(rename = "ServiceProcessingTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub service_processing_time_in_millis: Option<i64>,
    #[serde(rename = "TotalExecutionTimeInMillis", default, skip_serializing_if = "Option::is_none")]
    pub total_execution_time_in_millis: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryStage {
    #[serde(rename = "StageId", default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<i64>,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    #[serde(rename = "OutputBytes", default, skip_serializing_if = "Option::is_none")]
    pub output_bytes: Option<i64>,
    #[serde(rename = "OutputRows", default, skip_serializing_if = "Option::is_none")]
    pub output_rows: Option<i64>,
    #[serde(rename = "InputBytes", default, skip_serializing_if = "Option::is_none")]
    pub input_bytes: Option<i64>,
    #[serde(rename = "InputRows", default, skip_serializing_if = "Option::is_none")]
    pub input_rows: Option<i64>,
    #[serde(rename = "ExecutionTime", default, skip_serializing_if = "Option::is_none")]
    pub execution_time: Option<i64>,
    #[serde(rename = "QueryStagePlan", default, skip_serializing_if = "Option::is_none")]
    pub query_stage_plan: Option<QueryStagePlanNode>,
    #[serde(rename = "SubStages", default, skip_serializing_if = "Option::is_none")]
    pub sub_stages: Option<Vec<QueryStage>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryStagePlanNode {
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Identifier", default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(rename = "Children", default, skip_serializing_if = "Option::is_none")]
    pub children: Option<Vec<QueryStagePlanNode>>,
    #[serde(rename = "RemoteSources", default, skip_serializing_if = "Option::is_none")]
    pub remote_sources: Option<Vec<String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultConfiguration {
    #[serde(rename = "OutputLocation", default, skip_serializing_if = "Option::is_none")]
    pub output_location: Option<String>,
    #[serde(rename = "EncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "ExpectedBucketOwner", default, skip_serializing_if = "Option::is_none")]
    pub expected_bucket_owner: Option<String>,
    #[serde(rename = "AclConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub acl_configuration: Option<AclConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultConfigurationUpdates {
    #[serde(rename = "OutputLocation", default, skip_serializing_if = "Option::is_none")]
    pub output_location: Option<String>,
    #[serde(rename = "RemoveOutputLocation", default, skip_serializing_if = "Option::is_none")]
    pub remove_output_location: Option<bool>,
    #[serde(rename = "EncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub encryption_configuration: Option<EncryptionConfiguration>,
    #[serde(rename = "RemoveEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub remove_encryption_configuration: Option<bool>,
    #[serde(rename = "ExpectedBucketOwner", default, skip_serializing_if = "Option::is_none")]
    pub expected_bucket_owner: Option<String>,
    #[serde(rename = "RemoveExpectedBucketOwner", default, skip_serializing_if = "Option::is_none")]
    pub remove_expected_bucket_owner: Option<bool>,
    #[serde(rename = "AclConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub acl_configuration: Option<AclConfiguration>,
    #[serde(rename = "RemoveAclConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub remove_acl_configuration: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultReuseByAgeConfiguration {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "MaxAgeInMinutes", default, skip_serializing_if = "Option::is_none")]
    pub max_age_in_minutes: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultReuseConfiguration {
    #[serde(rename = "ResultReuseByAgeConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_reuse_by_age_configuration: Option<ResultReuseByAgeConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultReuseInformation {
    #[serde(rename = "ReusedPreviousResult")]
    pub reused_previous_result: bool,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultSet {
    #[serde(rename = "Rows", default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<Vec<Row>>,
    #[serde(rename = "ResultSetMetadata", default, skip_serializing_if = "Option::is_none")]
    pub result_set_metadata: Option<ResultSetMetadata>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResultSetMetadata {
    #[serde(rename = "ColumnInfo", default, skip_serializing_if = "Option::is_none")]
    pub column_info: Option<Vec<ColumnInfo>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    #[serde(rename = "Data", default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Vec<Datum>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum S3AclOption {
    #[serde(rename = "BUCKET_OWNER_FULL_CONTROL")]
    BucketOwnerFullControl,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct S3LoggingConfiguration {
    #[serde(rename = "Enabled")]
    pub enabled: bool,
    #[serde(rename = "KmsKey", default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    #[serde(rename = "LogLocation", default, skip_serializing_if = "Option::is_none")]
    pub log_location: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StartQueryExecutionInput {
    #[serde(rename = "QueryString")]
    pub query_string: String,
    #[serde(rename = "ClientRequestToken", default, skip_serializing_if = "Option::is_none")]
    pub client_request_token: Option<String>,
    #[serde(rename = "QueryExecutionContext", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_context: Option<QueryExecutionContext>,
    #[serde(rename = "ResultConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_configuration: Option<ResultConfiguration>,
    #[serde(rename = "WorkGroup", default, skip_serializing_if = "Option::is_none")]
    pub work_group: Option<String>,
    #[serde(rename = "ExecutionParameters", default, skip_serializing_if = "Option::is_none")]
    pub execution_parameters: Option<Vec<String>>,
    #[serde(rename = "ResultReuseConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_reuse_configuration: Option<ResultReuseConfiguration>,
    #[serde(rename = "EngineConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub engine_configuration: Option<EngineConfiguration>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StartQueryExecutionOutput {
    #[serde(rename = "QueryExecutionId", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_id: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StatementType {
    #[serde(rename = "DDL")]
    Ddl,
    #[serde(rename = "DML")]
    Dml,
    #[serde(rename = "UTILITY")]
    Utility,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StopQueryExecutionInput {
    #[serde(rename = "QueryExecutionId")]
    pub query_execution_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StopQueryExecutionOutput {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SystemTableStatus {
    #[serde(rename = "TableName")]
    pub table_name: SystemTableType,
    #[serde(rename = "Enabled")]
    pub enabled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SystemTableType {
    #[serde(rename = "QUERY_EXECUTIONS")]
    QueryExecutions,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableAttributes {
    #[serde(rename = "NAME")]
    Name,
    #[serde(rename = "TABLE_TYPE")]
    TableType,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableMetadata {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "CreateTime", default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<Timestamp>,
    #[serde(rename = "LastAccessTime", default, skip_serializing_if = "Option::is_none")]
    pub last_access_time: Option<Timestamp>,
    #[serde(rename = "TableType", default, skip_serializing_if = "Option::is_none")]
    pub table_type: Option<String>,
    #[serde(rename = "Columns", default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Column>>,
    #[serde(rename = "PartitionKeys", default, skip_serializing_if = "Option::is_none")]
    pub partition_keys: Option<Vec<Column>>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    #[serde(rename = "Key", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "Tags")]
    pub tags: Vec<Tag>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UnprocessedNamedQueryId {
    #[serde(rename = "NamedQueryId", default, skip_serializing_if = "Option::is_none")]
    pub named_query_id: Option<String>,
    #[serde(rename = "ErrorCode", default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UnprocessedPreparedStatementName {
    #[serde(rename = "StatementName", default, skip_serializing_if = "Option::is_none")]
    pub statement_name: Option<String>,
    #[serde(rename = "ErrorCode", default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UnprocessedQueryExecutionId {
    #[serde(rename = "QueryExecutionId", default, skip_serializing_if = "Option::is_none")]
    pub query_execution_id: Option<String>,
    #[serde(rename = "ErrorCode", default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceInput {
    #[serde(rename = "ResourceARN")]
    pub resource_arn: String,
    #[serde(rename = "TagKeys")]
    pub tag_keys: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceOutput {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UpdateDataCatalogInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type")]
    pub r#type: DataCatalogType,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDataCatalogOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateNamedQueryInput {
    #[serde(rename = "NamedQueryId")]
    pub named_query_id: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "QueryString")]
    pub query_string: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateNamedQueryOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdatePreparedStatementInput {
    #[serde(rename = "StatementName")]
    pub statement_name: String,
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
    #[serde(rename = "QueryStatement")]
    pub query_statement: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdatePreparedStatementOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateWorkGroupInput {
    #[serde(rename = "WorkGroup")]
    pub work_group: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "ConfigurationUpdates", default, skip_serializing_if = "Option::is_none")]
    pub configuration_updates: Option<WorkGroupConfigurationUpdates>,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WorkGroupState>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateWorkGroupOutput {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkGroup {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WorkGroupState>,
    #[serde(rename = "Configuration", default, skip_serializing_if = "Option::is_none")]
    pub configuration: Option<WorkGroupConfiguration>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<Timestamp>,
    #[serde(rename = "IdentityCenterApplicationArn", default, skip_serializing_if = "Option::is_none")]
    pub identity_center_application_arn: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkGroupConfiguration {
    #[serde(rename = "ResultConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub result_configuration: Option<ResultConfiguration>,
    #[serde(rename = "ManagedQueryResultsConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub managed_query_results_configuration: Option<ManagedQueryResultsConfiguration>,
    #[serde(rename = "EnforceWorkGroupConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub enforce_work_group_configuration: Option<bool>,
    #[serde(rename = "PublishCloudWatchMetricsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub publish_cloud_watch_metrics_enabled: Option<bool>,
    #[serde(rename = "BytesScannedCutoffPerQuery", default, skip_serializing_if = "Option::is_none")]
    pub bytes_scanned_cutoff_per_query: Option<i64>,
    #[serde(rename = "RequesterPaysEnabled", default, skip_serializing_if = "Option::is_none")]
    pub requester_pays_enabled: Option<bool>,
    #[serde(rename = "EngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub engine_version: Option<EngineVersion>,
    #[serde(rename = "AdditionalConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub additional_configuration: Option<String>,
    #[serde(rename = "ExecutionRole", default, skip_serializing_if = "Option::is_none")]
    pub execution_role: Option<String>,
    #[serde(rename = "MonitoringConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration: Option<MonitoringConfiguration>,
    #[serde(rename = "EngineConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub engine_configuration: Option<EngineConfiguration>,
    #[serde(rename = "CustomerContentEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub customer_content_encryption_configuration: Option<CustomerContentEncryptionConfiguration>,
    #[serde(rename = "EnableMinimumEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub enable_minimum_encryption_configuration: Option<bool>,
    #[serde(rename = "IdentityCenterConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub identity_center_configuration: Option<IdentityCenterConfiguration>,
    #[serde(rename = "QueryResultsS3AccessGrantsConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub query_results_s3_access_grants_configuration: Option<QueryResultsS3AccessGrantsConfiguration>,
    #[serde(rename = "SystemTableStatuses", default, skip_serializing_if = "Option::is_none")]
    pub system_table_statuses: Option<Vec<SystemTableStatus>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkGroupConfigurationUpdates {
    #[serde(rename = "EnforceWorkGroupConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub enforce_work_group_configuration: Option<bool>,
    #[serde(rename = "ResultConfigurationUpdates", default, skip_serializing_if = "Option::is_none")]
    pub result_configuration_updates: Option<ResultConfigurationUpdates>,
    #[serde(rename = "ManagedQueryResultsConfigurationUpdates", default, skip_serializing_if = "Option::is_none")]
    pub managed_query_results_configuration_updates: Option<ManagedQueryResultsConfigurationUpdates>,
    #[serde(rename = "PublishCloudWatchMetricsEnabled", default, skip_serializing_if = "Option::is_none")]
    pub publish_cloud_watch_metrics_enabled: Option<bool>,
    #[serde(rename = "BytesScannedCutoffPerQuery", default, skip_serializing_if = "Option::is_none")]
    pub bytes_scanned_cutoff_per_query: Option<i64>,
    #[serde(rename = "RemoveBytesScannedCutoffPerQuery", default, skip_serializing_if = "Option::is_none")]
    pub remove_bytes_scanned_cutoff_per_query: Option<bool>,
    #[serde(rename = "RequesterPaysEnabled", default, skip_serializing_if = "Option::is_none")]
    pub requester_pays_enabled: Option<bool>,
    #[serde(rename = "EngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub engine_version: Option<EngineVersion>,
    #[serde(rename = "RemoveCustomerContentEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub remove_customer_content_encryption_configuration: Option<bool>,
    #[serde(rename = "AdditionalConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub additional_configuration: Option<String>,
    #[serde(rename = "ExecutionRole", default, skip_serializing_if = "Option::is_none")]
    pub execution_role: Option<String>,
    #[serde(rename = "CustomerContentEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub customer_content_encryption_configuration: Option<CustomerContentEncryptionConfiguration>,
    #[serde(rename = "EnableMinimumEncryptionConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub enable_minimum_encryption_configuration: Option<bool>,
    #[serde(rename = "QueryResultsS3AccessGrantsConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub query_results_s3_access_grants_configuration: Option<QueryResultsS3AccessGrantsConfiguration>,
    #[serde(rename = "MonitoringConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub monitoring_configuration: Option<MonitoringConfiguration>,
    #[serde(rename = "EngineConfiguration", default, skip_serializing_if = "Option::is_none")]
    pub engine_configuration: Option<EngineConfiguration>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WorkGroupState {
    #[serde(rename = "ENABLED")]
    Enabled,
    #[serde(rename = "DISABLED")]
    Disabled,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct WorkGroupSummary {
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<WorkGroupState>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "CreationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<Timestamp>,
    #[serde(rename = "EngineVersion", default, skip_serializing_if = "Option::is_none")]
    pub engine_version: Option<EngineVersion>,
    #[serde(rename = "IdentityCenterApplicationArn", default, skip_serializing_if = "Option::is_none")]
    pub identity_center_application_arn: Option<String>,
}
