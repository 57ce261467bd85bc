//! The types of this service's served operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::aws::Timestamp;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "Comment", default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
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
