//! The types of this service's served operations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::aws::{Blob, Timestamp};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum AllowFullTableExternalDataAccessEnum {
    True,
    False,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AuditContext {
    #[serde(rename = "AdditionalAuditContext", default, skip_serializing_if = "Option::is_none")]
    pub additional_audit_context: Option<String>,
    #[serde(rename = "RequestedColumns", default, skip_serializing_if = "Option::is_none")]
    pub requested_columns: Option<Vec<String>>,
    #[serde(rename = "AllColumnsRequested", default, skip_serializing_if = "Option::is_none")]
    pub all_columns_requested: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BackfillError {
    #[serde(rename = "Code", default, skip_serializing_if = "Option::is_none")]
    pub code: Option<BackfillErrorCode>,
    #[serde(rename = "Partitions", default, skip_serializing_if = "Option::is_none")]
    pub partitions: Option<Vec<PartitionValueList>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BackfillErrorCode {
    #[serde(rename = "ENCRYPTED_PARTITION_ERROR")]
    EncryptedPartitionError,
    #[serde(rename = "INTERNAL_ERROR")]
    InternalError,
    #[serde(rename = "INVALID_PARTITION_TYPE_DATA_ERROR")]
    InvalidPartitionTypeDataError,
    #[serde(rename = "MISSING_PARTITION_VALUE_ERROR")]
    MissingPartitionValueError,
    #[serde(rename = "UNSUPPORTED_PARTITION_CHARACTER_ERROR")]
    UnsupportedPartitionCharacterError,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchCreatePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionInputList")]
    pub partition_input_list: Vec<PartitionInput>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchCreatePartitionResponse {
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<PartitionError>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeletePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionsToDelete")]
    pub partitions_to_delete: Vec<PartitionValueList>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeletePartitionResponse {
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<PartitionError>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeleteTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TablesToDelete")]
    pub tables_to_delete: Vec<String>,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeleteTableResponse {
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<TableError>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeleteTableVersionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "VersionIds")]
    pub version_ids: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchDeleteTableVersionResponse {
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<TableVersionError>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetPartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionsToGet")]
    pub partitions_to_get: Vec<PartitionValueList>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
    #[serde(rename = "QuerySessionContext", default, skip_serializing_if = "Option::is_none")]
    pub query_session_context: Option<QuerySessionContext>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetPartitionResponse {
    #[serde(rename = "Partitions", default, skip_serializing_if = "Option::is_none")]
    pub partitions: Option<Vec<Partition>>,
    #[serde(rename = "UnprocessedKeys", default, skip_serializing_if = "Option::is_none")]
    pub unprocessed_keys: Option<Vec<PartitionValueList>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchUpdatePartitionFailureEntry {
    #[serde(rename = "PartitionValueList", default, skip_serializing_if = "Option::is_none")]
    pub partition_value_list: Option<Vec<String>>,
    #[serde(rename = "ErrorDetail", default, skip_serializing_if = "Option::is_none")]
    pub error_detail: Option<ErrorDetail>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchUpdatePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "Entries")]
    pub entries: Vec<BatchUpdatePartitionRequestEntry>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchUpdatePartitionRequestEntry {
    #[serde(rename = "PartitionValueList")]
    pub partition_value_list: Vec<String>,
    #[serde(rename = "PartitionInput")]
    pub partition_input: PartitionInput,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchUpdatePartitionResponse {
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<BatchUpdatePartitionFailureEntry>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BinaryColumnStatisticsData {
    #[serde(rename = "MaximumLength")]
    pub maximum_length: i64,
    #[serde(rename = "AverageLength")]
    pub average_length: f64,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct BooleanColumnStatisticsData {
    #[serde(rename = "NumberOfTrues")]
    pub number_of_trues: i64,
    #[serde(rename = "NumberOfFalses")]
    pub number_of_falses: i64,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalog {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "ResourceArn", default, skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "CreateTime", default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<Timestamp>,
    #[serde(rename = "UpdateTime", default, skip_serializing_if = "Option::is_none")]
    pub update_time: Option<Timestamp>,
    #[serde(rename = "TargetRedshiftCatalog", default, skip_serializing_if = "Option::is_none")]
    pub target_redshift_catalog: Option<TargetRedshiftCatalog>,
    #[serde(rename = "FederatedCatalog", default, skip_serializing_if = "Option::is_none")]
    pub federated_catalog: Option<FederatedCatalog>,
    #[serde(rename = "CatalogProperties", default, skip_serializing_if = "Option::is_none")]
    pub catalog_properties: Option<CatalogPropertiesOutput>,
    #[serde(rename = "CreateTableDefaultPermissions", default, skip_serializing_if = "Option::is_none")]
    pub create_table_default_permissions: Option<Vec<PrincipalPermissions>>,
    #[serde(rename = "CreateDatabaseDefaultPermissions", default, skip_serializing_if = "Option::is_none")]
    pub create_database_default_permissions: Option<Vec<PrincipalPermissions>>,
    #[serde(rename = "AllowFullTableExternalDataAccess", default, skip_serializing_if = "Option::is_none")]
    pub allow_full_table_external_data_access: Option<AllowFullTableExternalDataAccessEnum>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CatalogPropertiesOutput {
    #[serde(rename = "DataLakeAccessProperties", default, skip_serializing_if = "Option::is_none")]
    pub data_lake_access_properties: Option<DataLakeAccessPropertiesOutput>,
    #[serde(rename = "IcebergOptimizationProperties", default, skip_serializing_if = "Option::is_none")]
    pub iceberg_optimization_properties: Option<IcebergOptimizationPropertiesOutput>,
    #[serde(rename = "CustomProperties", default, skip_serializing_if = "Option::is_none")]
    pub custom_properties: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Column {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(rename = "Comment", default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ColumnError {
    #[serde(rename = "ColumnName", default, skip_serializing_if = "Option::is_none")]
    pub column_name: Option<String>,
    #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorDetail>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnStatistics {
    #[serde(rename = "ColumnName")]
    pub column_name: String,
    #[serde(rename = "ColumnType")]
    pub column_type: String,
    #[serde(rename = "AnalyzedTime")]
    pub analyzed_time: Timestamp,
    #[serde(rename = "StatisticsData")]
    pub statistics_data: ColumnStatisticsData,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ColumnStatisticsData {
    #[serde(rename = "Type")]
    pub r#type: ColumnStatisticsType,
    #[serde(rename = "BooleanColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub boolean_column_statistics_data: Option<BooleanColumnStatisticsData>,
    #[serde(rename = "DateColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub date_column_statistics_data: Option<DateColumnStatisticsData>,
    #[serde(rename = "DecimalColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub decimal_column_statistics_data: Option<DecimalColumnStatisticsData>,
    #[serde(rename = "DoubleColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub double_column_statistics_data: Option<DoubleColumnStatisticsData>,
    #[serde(rename = "LongColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub long_column_statistics_data: Option<LongColumnStatisticsData>,
    #[serde(rename = "StringColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub string_column_statistics_data: Option<StringColumnStatisticsData>,
    #[serde(rename = "BinaryColumnStatisticsData", default, skip_serializing_if = "Option::is_none")]
    pub binary_column_statistics_data: Option<BinaryColumnStatisticsData>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ColumnStatisticsType {
    #[serde(rename = "BOOLEAN")]
    Boolean,
    #[serde(rename = "DATE")]
    Date,
    #[serde(rename = "DECIMAL")]
    Decimal,
    #[serde(rename = "DOUBLE")]
    Double,
    #[serde(rename = "LONG")]
    Long,
    #[serde(rename = "STRING")]
    String,
    #[serde(rename = "BINARY")]
    Binary,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    #[serde(rename = "EQUALS")]
    Equals,
    #[serde(rename = "GREATER_THAN")]
    GreaterThan,
    #[serde(rename = "LESS_THAN")]
    LessThan,
    #[serde(rename = "GREATER_THAN_EQUALS")]
    GreaterThanEquals,
    #[serde(rename = "LESS_THAN_EQUALS")]
    LessThanEquals,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateDatabaseRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseInput")]
    pub database_input: DatabaseInput,
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateDatabaseResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateIcebergTableInput {
    #[serde(rename = "Location")]
    pub location: String,
    #[serde(rename = "Schema")]
    pub schema: IcebergSchema,
    #[serde(rename = "PartitionSpec", default, skip_serializing_if = "Option::is_none")]
    pub partition_spec: Option<IcebergPartitionSpec>,
    #[serde(rename = "WriteOrder", default, skip_serializing_if = "Option::is_none")]
    pub write_order: Option<IcebergSortOrder>,
    #[serde(rename = "Properties", default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreatePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionInput")]
    pub partition_input: PartitionInput,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreatePartitionResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "TableInput", default, skip_serializing_if = "Option::is_none")]
    pub table_input: Option<TableInput>,
    #[serde(rename = "PartitionIndexes", default, skip_serializing_if = "Option::is_none")]
    pub partition_indexes: Option<Vec<PartitionIndex>>,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(rename = "OpenTableFormatInput", default, skip_serializing_if = "Option::is_none")]
    pub open_table_format_input: Option<OpenTableFormatInput>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTableResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DataLakeAccessPropertiesOutput {
    #[serde(rename = "DataLakeAccess", default, skip_serializing_if = "Option::is_none")]
    pub data_lake_access: Option<bool>,
    #[serde(rename = "DataTransferRole", default, skip_serializing_if = "Option::is_none")]
    pub data_transfer_role: Option<String>,
    #[serde(rename = "KmsKey", default, skip_serializing_if = "Option::is_none")]
    pub kms_key: Option<String>,
    #[serde(rename = "ManagedWorkgroupName", default, skip_serializing_if = "Option::is_none")]
    pub managed_workgroup_name: Option<String>,
    #[serde(rename = "ManagedWorkgroupStatus", default, skip_serializing_if = "Option::is_none")]
    pub managed_workgroup_status: Option<String>,
    #[serde(rename = "RedshiftDatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub redshift_database_name: Option<String>,
    #[serde(rename = "StatusMessage", default, skip_serializing_if = "Option::is_none")]
    pub status_message: Option<String>,
    #[serde(rename = "CatalogType", default, skip_serializing_if = "Option::is_none")]
    pub catalog_type: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DataLakePrincipal {
    #[serde(rename = "DataLakePrincipalIdentifier", default, skip_serializing_if = "Option::is_none")]
    pub data_lake_principal_identifier: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Database {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "LocationUri", default, skip_serializing_if = "Option::is_none")]
    pub location_uri: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "CreateTime", default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<Timestamp>,
    #[serde(rename = "CreateTableDefaultPermissions", default, skip_serializing_if = "Option::is_none")]
    pub create_table_default_permissions: Option<Vec<PrincipalPermissions>>,
    #[serde(rename = "TargetDatabase", default, skip_serializing_if = "Option::is_none")]
    pub target_database: Option<DatabaseIdentifier>,
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "FederatedDatabase", default, skip_serializing_if = "Option::is_none")]
    pub federated_database: Option<FederatedDatabase>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DatabaseAttributes {
    #[serde(rename = "NAME")]
    Name,
    #[serde(rename = "TARGET_DATABASE")]
    TargetDatabase,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseIdentifier {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "Region", default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DatabaseInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "LocationUri", default, skip_serializing_if = "Option::is_none")]
    pub location_uri: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "CreateTableDefaultPermissions", default, skip_serializing_if = "Option::is_none")]
    pub create_table_default_permissions: Option<Vec<PrincipalPermissions>>,
    #[serde(rename = "TargetDatabase", default, skip_serializing_if = "Option::is_none")]
    pub target_database: Option<DatabaseIdentifier>,
    #[serde(rename = "FederatedDatabase", default, skip_serializing_if = "Option::is_none")]
    pub federated_database: Option<FederatedDatabase>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DateColumnStatisticsData {
    #[serde(rename = "MinimumValue", default, skip_serializing_if = "Option::is_none")]
    pub minimum_value: Option<Timestamp>,
    #[serde(rename = "MaximumValue", default, skip_serializing_if = "Option::is_none")]
    pub maximum_value: Option<Timestamp>,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
    #[serde(rename = "NumberOfDistinctValues")]
    pub number_of_distinct_values: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DecimalColumnStatisticsData {
    #[serde(rename = "MinimumValue", default, skip_serializing_if = "Option::is_none")]
    pub minimum_value: Option<DecimalNumber>,
    #[serde(rename = "MaximumValue", default, skip_serializing_if = "Option::is_none")]
    pub maximum_value: Option<DecimalNumber>,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
    #[serde(rename = "NumberOfDistinctValues")]
    pub number_of_distinct_values: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DecimalNumber {
    #[serde(rename = "UnscaledValue")]
    pub unscaled_value: Blob,
    #[serde(rename = "Scale")]
    pub scale: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDatabaseRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "Name")]
    pub name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteDatabaseResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeletePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionValues")]
    pub partition_values: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeletePartitionResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableVersionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "VersionId")]
    pub version_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableVersionResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DoubleColumnStatisticsData {
    #[serde(rename = "MinimumValue", default, skip_serializing_if = "Option::is_none")]
    pub minimum_value: Option<f64>,
    #[serde(rename = "MaximumValue", default, skip_serializing_if = "Option::is_none")]
    pub maximum_value: Option<f64>,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
    #[serde(rename = "NumberOfDistinctValues")]
    pub number_of_distinct_values: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ErrorDetail {
    #[serde(rename = "ErrorCode", default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    #[serde(rename = "ErrorMessage", default, skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FederatedCatalog {
    #[serde(rename = "Identifier", default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(rename = "ConnectionName", default, skip_serializing_if = "Option::is_none")]
    pub connection_name: Option<String>,
    #[serde(rename = "ConnectionType", default, skip_serializing_if = "Option::is_none")]
    pub connection_type: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FederatedDatabase {
    #[serde(rename = "Identifier", default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(rename = "ConnectionName", default, skip_serializing_if = "Option::is_none")]
    pub connection_name: Option<String>,
    #[serde(rename = "ConnectionType", default, skip_serializing_if = "Option::is_none")]
    pub connection_type: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct FederatedTable {
    #[serde(rename = "Identifier", default, skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    #[serde(rename = "DatabaseIdentifier", default, skip_serializing_if = "Option::is_none")]
    pub database_identifier: Option<String>,
    #[serde(rename = "ConnectionName", default, skip_serializing_if = "Option::is_none")]
    pub connection_name: Option<String>,
    #[serde(rename = "ConnectionType", default, skip_serializing_if = "Option::is_none")]
    pub connection_type: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FunctionType {
    #[serde(rename = "REGULAR_FUNCTION")]
    RegularFunction,
    #[serde(rename = "AGGREGATE_FUNCTION")]
    AggregateFunction,
    #[serde(rename = "STORED_PROCEDURE")]
    StoredProcedure,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCatalogRequest {
    #[serde(rename = "CatalogId")]
    pub catalog_id: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCatalogResponse {
    #[serde(rename = "Catalog", default, skip_serializing_if = "Option::is_none")]
    pub catalog: Option<Catalog>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCatalogsRequest {
    #[serde(rename = "ParentCatalogId", default, skip_serializing_if = "Option::is_none")]
    pub parent_catalog_id: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "Recursive", default, skip_serializing_if = "Option::is_none")]
    pub recursive: Option<bool>,
    #[serde(rename = "IncludeRoot", default, skip_serializing_if = "Option::is_none")]
    pub include_root: Option<bool>,
    #[serde(rename = "HasDatabases", default, skip_serializing_if = "Option::is_none")]
    pub has_databases: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCatalogsResponse {
    #[serde(rename = "CatalogList")]
    pub catalog_list: Vec<Catalog>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetColumnStatisticsForTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "ColumnNames")]
    pub column_names: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetColumnStatisticsForTableResponse {
    #[serde(rename = "ColumnStatisticsList", default, skip_serializing_if = "Option::is_none")]
    pub column_statistics_list: Option<Vec<ColumnStatistics>>,
    #[serde(rename = "Errors", default, skip_serializing_if = "Option::is_none")]
    pub errors: Option<Vec<ColumnError>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabaseRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "Name")]
    pub name: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabaseResponse {
    #[serde(rename = "Database", default, skip_serializing_if = "Option::is_none")]
    pub database: Option<Database>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabasesRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "ResourceShareType", default, skip_serializing_if = "Option::is_none")]
    pub resource_share_type: Option<ResourceShareType>,
    #[serde(rename = "AttributesToGet", default, skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<DatabaseAttributes>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetDatabasesResponse {
    #[serde(rename = "DatabaseList")]
    pub database_list: Vec<Database>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionIndexesRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionIndexesResponse {
    #[serde(rename = "PartitionIndexDescriptorList", default, skip_serializing_if = "Option::is_none")]
    pub partition_index_descriptor_list: Option<Vec<PartitionIndexDescriptor>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionValues")]
    pub partition_values: Vec<String>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionResponse {
    #[serde(rename = "Partition", default, skip_serializing_if = "Option::is_none")]
    pub partition: Option<Partition>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionsRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "Expression", default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Segment", default, skip_serializing_if = "Option::is_none")]
    pub segment: Option<Segment>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "ExcludeColumnSchema", default, skip_serializing_if = "Option::is_none")]
    pub exclude_column_schema: Option<bool>,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(rename = "QueryAsOfTime", default, skip_serializing_if = "Option::is_none")]
    pub query_as_of_time: Option<Timestamp>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetPartitionsResponse {
    #[serde(rename = "Partitions", default, skip_serializing_if = "Option::is_none")]
    pub partitions: Option<Vec<Partition>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(rename = "QueryAsOfTime", default, skip_serializing_if = "Option::is_none")]
    pub query_as_of_time: Option<Timestamp>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
    #[serde(rename = "IncludeStatusDetails", default, skip_serializing_if = "Option::is_none")]
    pub include_status_details: Option<bool>,
    #[serde(rename = "AttributesToGet", default, skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<TableAttributes>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableResponse {
    #[serde(rename = "Table", default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Box<Table>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableVersionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "VersionId", default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableVersionResponse {
    #[serde(rename = "TableVersion", default, skip_serializing_if = "Option::is_none")]
    pub table_version: Option<TableVersion>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableVersionsRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTableVersionsResponse {
    #[serde(rename = "TableVersions", default, skip_serializing_if = "Option::is_none")]
    pub table_versions: Option<Vec<TableVersion>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTablesRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Expression", default, skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(rename = "QueryAsOfTime", default, skip_serializing_if = "Option::is_none")]
    pub query_as_of_time: Option<Timestamp>,
    #[serde(rename = "AuditContext", default, skip_serializing_if = "Option::is_none")]
    pub audit_context: Option<AuditContext>,
    #[serde(rename = "ResourceShareType", default, skip_serializing_if = "Option::is_none")]
    pub resource_share_type: Option<TableResourceShareType>,
    #[serde(rename = "IncludeStatusDetails", default, skip_serializing_if = "Option::is_none")]
    pub include_status_details: Option<bool>,
    #[serde(rename = "AttributesToGet", default, skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<TableAttributes>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTablesResponse {
    #[serde(rename = "TableList", default, skip_serializing_if = "Option::is_none")]
    pub table_list: Option<Vec<Box<Table>>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTagsRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetTagsResponse {
    #[serde(rename = "Tags", default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetUserDefinedFunctionsRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "Pattern")]
    pub pattern: String,
    #[serde(rename = "FunctionType", default, skip_serializing_if = "Option::is_none")]
    pub function_type: Option<FunctionType>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GetUserDefinedFunctionsResponse {
    #[serde(rename = "UserDefinedFunctions", default, skip_serializing_if = "Option::is_none")]
    pub user_defined_functions: Option<Vec<UserDefinedFunction>>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum GovernanceMode {
    #[serde(rename = "IAM_ONLY")]
    IamOnly,
    #[serde(rename = "LAKE_FORMATION")]
    LakeFormation,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergDocument {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergEncryptedKey {
    #[serde(rename = "KeyId")]
    pub key_id: String,
    #[serde(rename = "EncryptedKeyMetadata")]
    pub encrypted_key_metadata: String,
    #[serde(rename = "EncryptedById", default, skip_serializing_if = "Option::is_none")]
    pub encrypted_by_id: Option<String>,
    #[serde(rename = "Properties", default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IcebergInput {
    #[serde(rename = "MetadataOperation")]
    pub metadata_operation: MetadataOperation,
    #[serde(rename = "Version", default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    #[serde(rename = "CreateIcebergTableInput", default, skip_serializing_if = "Option::is_none")]
    pub create_iceberg_table_input: Option<CreateIcebergTableInput>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum IcebergNullOrder {
    #[serde(rename = "nulls-first")]
    NullsFirst,
    #[serde(rename = "nulls-last")]
    NullsLast,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergOptimizationPropertiesOutput {
    #[serde(rename = "RoleArn", default, skip_serializing_if = "Option::is_none")]
    pub role_arn: Option<String>,
    #[serde(rename = "Compaction", default, skip_serializing_if = "Option::is_none")]
    pub compaction: Option<BTreeMap<String, String>>,
    #[serde(rename = "Retention", default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<BTreeMap<String, String>>,
    #[serde(rename = "OrphanFileDeletion", default, skip_serializing_if = "Option::is_none")]
    pub orphan_file_deletion: Option<BTreeMap<String, String>>,
    #[serde(rename = "LastUpdatedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_updated_time: Option<Timestamp>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergPartitionField {
    #[serde(rename = "SourceId")]
    pub source_id: i64,
    #[serde(rename = "Transform")]
    pub transform: String,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "FieldId", default, skip_serializing_if = "Option::is_none")]
    pub field_id: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergPartitionSpec {
    #[serde(rename = "Fields")]
    pub fields: Vec<IcebergPartitionField>,
    #[serde(rename = "SpecId", default, skip_serializing_if = "Option::is_none")]
    pub spec_id: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergSchema {
    #[serde(rename = "SchemaId", default, skip_serializing_if = "Option::is_none")]
    pub schema_id: Option<i64>,
    #[serde(rename = "IdentifierFieldIds", default, skip_serializing_if = "Option::is_none")]
    pub identifier_field_ids: Option<Vec<i64>>,
    #[serde(rename = "Type", default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<IcebergStructTypeEnum>,
    #[serde(rename = "Fields")]
    pub fields: Vec<IcebergStructField>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum IcebergSortDirection {
    #[serde(rename = "asc")]
    Asc,
    #[serde(rename = "desc")]
    Desc,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IcebergSortField {
    #[serde(rename = "SourceId")]
    pub source_id: i64,
    #[serde(rename = "Transform")]
    pub transform: String,
    #[serde(rename = "Direction")]
    pub direction: IcebergSortDirection,
    #[serde(rename = "NullOrder")]
    pub null_order: IcebergNullOrder,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergSortOrder {
    #[serde(rename = "OrderId")]
    pub order_id: i64,
    #[serde(rename = "Fields")]
    pub fields: Vec<IcebergSortField>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergStructField {
    #[serde(rename = "Id")]
    pub id: i64,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type")]
    pub r#type: IcebergDocument,
    #[serde(rename = "Required")]
    pub required: bool,
    #[serde(rename = "Doc", default, skip_serializing_if = "Option::is_none")]
    pub doc: Option<String>,
    #[serde(rename = "InitialDefault", default, skip_serializing_if = "Option::is_none")]
    pub initial_default: Option<IcebergDocument>,
    #[serde(rename = "WriteDefault", default, skip_serializing_if = "Option::is_none")]
    pub write_default: Option<IcebergDocument>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum IcebergStructTypeEnum {
    #[serde(rename = "struct")]
    Struct,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergTableMetadata {
    #[serde(rename = "FormatVersion", default, skip_serializing_if = "Option::is_none")]
    pub format_version: Option<String>,
    #[serde(rename = "TableUuid", default, skip_serializing_if = "Option::is_none")]
    pub table_uuid: Option<String>,
    #[serde(rename = "Location", default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(rename = "Properties", default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<BTreeMap<String, String>>,
    #[serde(rename = "Schemas", default, skip_serializing_if = "Option::is_none")]
    pub schemas: Option<Vec<IcebergSchema>>,
    #[serde(rename = "CurrentSchemaId", default, skip_serializing_if = "Option::is_none")]
    pub current_schema_id: Option<i64>,
    #[serde(rename = "LastColumnId", default, skip_serializing_if = "Option::is_none")]
    pub last_column_id: Option<i64>,
    #[serde(rename = "PartitionSpecs", default, skip_serializing_if = "Option::is_none")]
    pub partition_specs: Option<Vec<IcebergPartitionSpec>>,
    #[serde(rename = "DefaultSpecId", default, skip_serializing_if = "Option::is_none")]
    pub default_spec_id: Option<i64>,
    #[serde(rename = "LastPartitionId", default, skip_serializing_if = "Option::is_none")]
    pub last_partition_id: Option<i64>,
    #[serde(rename = "SortOrders", default, skip_serializing_if = "Option::is_none")]
    pub sort_orders: Option<Vec<IcebergSortOrder>>,
    #[serde(rename = "DefaultSortOrderId", default, skip_serializing_if = "Option::is_none")]
    pub default_sort_order_id: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct IcebergTableUpdate {
    #[serde(rename = "Schema")]
    pub schema: IcebergSchema,
    #[serde(rename = "PartitionSpec", default, skip_serializing_if = "Option::is_none")]
    pub partition_spec: Option<IcebergPartitionSpec>,
    #[serde(rename = "SortOrder", default, skip_serializing_if = "Option::is_none")]
    pub sort_order: Option<IcebergSortOrder>,
    #[serde(rename = "Location")]
    pub location: String,
    #[serde(rename = "Properties", default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<BTreeMap<String, String>>,
    #[serde(rename = "Action", default, skip_serializing_if = "Option::is_none")]
    pub action: Option<IcebergUpdateAction>,
    #[serde(rename = "EncryptionKey", default, skip_serializing_if = "Option::is_none")]
    pub encryption_key: Option<IcebergEncryptedKey>,
    #[serde(rename = "KeyId", default, skip_serializing_if = "Option::is_none")]
    pub key_id: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum IcebergUpdateAction {
    #[serde(rename = "add-schema")]
    AddSchema,
    #[serde(rename = "set-current-schema")]
    SetCurrentSchema,
    #[serde(rename = "add-spec")]
    AddSpec,
    #[serde(rename = "set-default-spec")]
    SetDefaultSpec,
    #[serde(rename = "add-sort-order")]
    AddSortOrder,
    #[serde(rename = "set-default-sort-order")]
    SetDefaultSortOrder,
    #[serde(rename = "set-location")]
    SetLocation,
    #[serde(rename = "set-properties")]
    SetProperties,
    #[serde(rename = "remove-properties")]
    RemoveProperties,
    #[serde(rename = "add-encryption-key")]
    AddEncryptionKey,
    #[serde(rename = "remove-encryption-key")]
    RemoveEncryptionKey,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct KeySchemaElement {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Type")]
    pub r#type: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LastRefreshType {
    #[serde(rename = "FULL")]
    Full,
    #[serde(rename = "INCREMENTAL")]
    Incremental,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LongColumnStatisticsData {
    #[serde(rename = "MinimumValue", default, skip_serializing_if = "Option::is_none")]
    pub minimum_value: Option<i64>,
    #[serde(rename = "MaximumValue", default, skip_serializing_if = "Option::is_none")]
    pub maximum_value: Option<i64>,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
    #[serde(rename = "NumberOfDistinctValues")]
    pub number_of_distinct_values: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MetadataOperation {
    #[serde(rename = "CREATE")]
    Create,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenTableFormatInput {
    #[serde(rename = "IcebergInput", default, skip_serializing_if = "Option::is_none")]
    pub iceberg_input: Option<IcebergInput>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Order {
    #[serde(rename = "Column")]
    pub column: String,
    #[serde(rename = "SortOrder")]
    pub sort_order: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Partition {
    #[serde(rename = "Values", default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "TableName", default, skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "CreationTime", default, skip_serializing_if = "Option::is_none")]
    pub creation_time: Option<Timestamp>,
    #[serde(rename = "LastAccessTime", default, skip_serializing_if = "Option::is_none")]
    pub last_access_time: Option<Timestamp>,
    #[serde(rename = "StorageDescriptor", default, skip_serializing_if = "Option::is_none")]
    pub storage_descriptor: Option<StorageDescriptor>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "LastAnalyzedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_analyzed_time: Option<Timestamp>,
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionError {
    #[serde(rename = "PartitionValues", default, skip_serializing_if = "Option::is_none")]
    pub partition_values: Option<Vec<String>>,
    #[serde(rename = "ErrorDetail", default, skip_serializing_if = "Option::is_none")]
    pub error_detail: Option<ErrorDetail>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionIndex {
    #[serde(rename = "Keys")]
    pub keys: Vec<String>,
    #[serde(rename = "IndexName")]
    pub index_name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PartitionIndexDescriptor {
    #[serde(rename = "IndexName")]
    pub index_name: String,
    #[serde(rename = "Keys")]
    pub keys: Vec<KeySchemaElement>,
    #[serde(rename = "IndexStatus")]
    pub index_status: PartitionIndexStatus,
    #[serde(rename = "BackfillErrors", default, skip_serializing_if = "Option::is_none")]
    pub backfill_errors: Option<Vec<BackfillError>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PartitionIndexStatus {
    #[serde(rename = "CREATING")]
    Creating,
    #[serde(rename = "ACTIVE")]
    Active,
    #[serde(rename = "DELETING")]
    Deleting,
    #[serde(rename = "FAILED")]
    Failed,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionInput {
    #[serde(rename = "Values", default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
    #[serde(rename = "LastAccessTime", default, skip_serializing_if = "Option::is_none")]
    pub last_access_time: Option<Timestamp>,
    #[serde(rename = "StorageDescriptor", default, skip_serializing_if = "Option::is_none")]
    pub storage_descriptor: Option<StorageDescriptor>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "LastAnalyzedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_analyzed_time: Option<Timestamp>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PartitionValueList {
    #[serde(rename = "Values")]
    pub values: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Permission {
    #[serde(rename = "ALL")]
    All,
    #[serde(rename = "SELECT")]
    Select,
    #[serde(rename = "ALTER")]
    Alter,
    #[serde(rename = "DROP")]
    Drop,
    #[serde(rename = "DELETE")]
    Delete,
    #[serde(rename = "INSERT")]
    Insert,
    #[serde(rename = "CREATE_DATABASE")]
    CreateDatabase,
    #[serde(rename = "CREATE_TABLE")]
    CreateTable,
    #[serde(rename = "DATA_LOCATION_ACCESS")]
    DataLocationAccess,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PrincipalPermissions {
    #[serde(rename = "Principal", default, skip_serializing_if = "Option::is_none")]
    pub principal: Option<DataLakePrincipal>,
    #[serde(rename = "Permissions", default, skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<Permission>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PrincipalType {
    #[serde(rename = "USER")]
    User,
    #[serde(rename = "ROLE")]
    Role,
    #[serde(rename = "GROUP")]
    Group,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PropertyPredicate {
    #[serde(rename = "Key", default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(rename = "Value", default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(rename = "Comparator", default, skip_serializing_if = "Option::is_none")]
    pub comparator: Option<Comparator>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct QuerySessionContext {
    #[serde(rename = "QueryId", default, skip_serializing_if = "Option::is_none")]
    pub query_id: Option<String>,
    #[serde(rename = "QueryStartTime", default, skip_serializing_if = "Option::is_none")]
    pub query_start_time: Option<Timestamp>,
    #[serde(rename = "ClusterId", default, skip_serializing_if = "Option::is_none")]
    pub cluster_id: Option<String>,
    #[serde(rename = "QueryAuthorizationId", default, skip_serializing_if = "Option::is_none")]
    pub query_authorization_id: Option<String>,
    #[serde(rename = "AdditionalContext", default, skip_serializing_if = "Option::is_none")]
    pub additional_context: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RLSProperties {
    #[serde(rename = "DefaultRLSPolicy", default, skip_serializing_if = "Option::is_none")]
    pub default_rls_policy: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ResourceAction {
    #[serde(rename = "UPDATE")]
    Update,
    #[serde(rename = "CREATE")]
    Create,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ResourceShareType {
    #[serde(rename = "FOREIGN")]
    Foreign,
    #[serde(rename = "ALL")]
    All,
    #[serde(rename = "FEDERATED")]
    Federated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ResourceState {
    #[serde(rename = "QUEUED")]
    Queued,
    #[serde(rename = "IN_PROGRESS")]
    InProgress,
    #[serde(rename = "SUCCESS")]
    Success,
    #[serde(rename = "STOPPED")]
    Stopped,
    #[serde(rename = "FAILED")]
    Failed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ResourceType {
    #[serde(rename = "JAR")]
    Jar,
    #[serde(rename = "FILE")]
    File,
    #[serde(rename = "ARCHIVE")]
    Archive,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ResourceUri {
    #[serde(rename = "ResourceType", default, skip_serializing_if = "Option::is_none")]
    pub resource_type: Option<ResourceType>,
    #[serde(rename = "Uri", default, skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    #[serde(rename = "LastModified", default, skip_serializing_if = "Option::is_none")]
    pub last_modified: Option<Timestamp>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaId {
    #[serde(rename = "SchemaArn", default, skip_serializing_if = "Option::is_none")]
    pub schema_arn: Option<String>,
    #[serde(rename = "SchemaName", default, skip_serializing_if = "Option::is_none")]
    pub schema_name: Option<String>,
    #[serde(rename = "RegistryName", default, skip_serializing_if = "Option::is_none")]
    pub registry_name: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SchemaReference {
    #[serde(rename = "SchemaId", default, skip_serializing_if = "Option::is_none")]
    pub schema_id: Option<SchemaId>,
    #[serde(rename = "SchemaVersionId", default, skip_serializing_if = "Option::is_none")]
    pub schema_version_id: Option<String>,
    #[serde(rename = "SchemaVersionNumber", default, skip_serializing_if = "Option::is_none")]
    pub schema_version_number: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchTablesRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Filters", default, skip_serializing_if = "Option::is_none")]
    pub filters: Option<Vec<PropertyPredicate>>,
    #[serde(rename = "SearchText", default, skip_serializing_if = "Option::is_none")]
    pub search_text: Option<String>,
    #[serde(rename = "SortCriteria", default, skip_serializing_if = "Option::is_none")]
    pub sort_criteria: Option<Vec<SortCriterion>>,
    #[serde(rename = "MaxResults", default, skip_serializing_if = "Option::is_none")]
    pub max_results: Option<i64>,
    #[serde(rename = "ResourceShareType", default, skip_serializing_if = "Option::is_none")]
    pub resource_share_type: Option<ResourceShareType>,
    #[serde(rename = "IncludeStatusDetails", default, skip_serializing_if = "Option::is_none")]
    pub include_status_details: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchTablesResponse {
    #[serde(rename = "NextToken", default, skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "TableList", default, skip_serializing_if = "Option::is_none")]
    pub table_list: Option<Vec<Box<Table>>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    #[serde(rename = "SegmentNumber")]
    pub segment_number: i64,
    #[serde(rename = "TotalSegments")]
    pub total_segments: i64,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SerDeInfo {
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "SerializationLibrary", default, skip_serializing_if = "Option::is_none")]
    pub serialization_library: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SkewedInfo {
    #[serde(rename = "SkewedColumnNames", default, skip_serializing_if = "Option::is_none")]
    pub skewed_column_names: Option<Vec<String>>,
    #[serde(rename = "SkewedColumnValues", default, skip_serializing_if = "Option::is_none")]
    pub skewed_column_values: Option<Vec<String>>,
    #[serde(rename = "SkewedColumnValueLocationMaps", default, skip_serializing_if = "Option::is_none")]
    pub skewed_column_value_location_maps: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sort {
    #[serde(rename = "ASC")]
    Asc,
    #[serde(rename = "DESC")]
    Desc,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SortCriterion {
    #[serde(rename = "FieldName", default, skip_serializing_if = "Option::is_none")]
    pub field_name: Option<String>,
    #[serde(rename = "Sort", default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<Sort>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StatusDetails {
    #[serde(rename = "RequestedChange", default, skip_serializing_if = "Option::is_none")]
    pub requested_change: Option<Box<Table>>,
    #[serde(rename = "ViewValidations", default, skip_serializing_if = "Option::is_none")]
    pub view_validations: Option<Vec<ViewValidation>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StorageDescriptor {
    #[serde(rename = "Columns", default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Column>>,
    #[serde(rename = "Location", default, skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    #[serde(rename = "AdditionalLocations", default, skip_serializing_if = "Option::is_none")]
    pub additional_locations: Option<Vec<String>>,
    #[serde(rename = "InputFormat", default, skip_serializing_if = "Option::is_none")]
    pub input_format: Option<String>,
    #[serde(rename = "OutputFormat", default, skip_serializing_if = "Option::is_none")]
    pub output_format: Option<String>,
    #[serde(rename = "Compressed", default, skip_serializing_if = "Option::is_none")]
    pub compressed: Option<bool>,
    #[serde(rename = "NumberOfBuckets", default, skip_serializing_if = "Option::is_none")]
    pub number_of_buckets: Option<i64>,
    #[serde(rename = "SerdeInfo", default, skip_serializing_if = "Option::is_none")]
    pub serde_info: Option<SerDeInfo>,
    #[serde(rename = "BucketColumns", default, skip_serializing_if = "Option::is_none")]
    pub bucket_columns: Option<Vec<String>>,
    #[serde(rename = "SortColumns", default, skip_serializing_if = "Option::is_none")]
    pub sort_columns: Option<Vec<Order>>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "SkewedInfo", default, skip_serializing_if = "Option::is_none")]
    pub skewed_info: Option<SkewedInfo>,
    #[serde(rename = "StoredAsSubDirectories", default, skip_serializing_if = "Option::is_none")]
    pub stored_as_sub_directories: Option<bool>,
    #[serde(rename = "SchemaReference", default, skip_serializing_if = "Option::is_none")]
    pub schema_reference: Option<SchemaReference>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct StringColumnStatisticsData {
    #[serde(rename = "MaximumLength")]
    pub maximum_length: i64,
    #[serde(rename = "AverageLength")]
    pub average_length: f64,
    #[serde(rename = "NumberOfNulls")]
    pub number_of_nulls: i64,
    #[serde(rename = "NumberOfDistinctValues")]
    pub number_of_distinct_values: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SubObjectSourceType {
    #[serde(rename = "HIVE_PARQUET")]
    HiveParquet,
    #[serde(rename = "HIVE_ORC")]
    HiveOrc,
    #[serde(rename = "HIVE_CSV")]
    HiveCsv,
    #[serde(rename = "HIVE_JSON")]
    HiveJson,
    #[serde(rename = "PLAIN_PARQUET")]
    PlainParquet,
    #[serde(rename = "ICEBERG")]
    Iceberg,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SubObjectStatistics {
    #[serde(rename = "SourceType", default, skip_serializing_if = "Option::is_none")]
    pub source_type: Option<SubObjectSourceType>,
    #[serde(rename = "GlueVersionId", default, skip_serializing_if = "Option::is_none")]
    pub glue_version_id: Option<String>,
    #[serde(rename = "PartitionCount", default, skip_serializing_if = "Option::is_none")]
    pub partition_count: Option<i64>,
    #[serde(rename = "FileCount", default, skip_serializing_if = "Option::is_none")]
    pub file_count: Option<i64>,
    #[serde(rename = "TotalFileBytes", default, skip_serializing_if = "Option::is_none")]
    pub total_file_bytes: Option<i64>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Owner", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(rename = "CreateTime", default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<Timestamp>,
    #[serde(rename = "UpdateTime", default, skip_serializing_if = "Option::is_none")]
    pub update_time: Option<Timestamp>,
    #[serde(rename = "LastAccessTime", default, skip_serializing_if = "Option::is_none")]
    pub last_access_time: Option<Timestamp>,
    #[serde(rename = "LastAnalyzedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_analyzed_time: Option<Timestamp>,
    #[serde(rename = "Retention", default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<i64>,
    #[serde(rename = "StorageDescriptor", default, skip_serializing_if = "Option::is_none")]
    pub storage_descriptor: Option<StorageDescriptor>,
    #[serde(rename = "PartitionKeys", default, skip_serializing_if = "Option::is_none")]
    pub partition_keys: Option<Vec<Column>>,
    #[serde(rename = "ViewOriginalText", default, skip_serializing_if = "Option::is_none")]
    pub view_original_text: Option<String>,
    #[serde(rename = "ViewExpandedText", default, skip_serializing_if = "Option::is_none")]
    pub view_expanded_text: Option<String>,
    #[serde(rename = "TableType", default, skip_serializing_if = "Option::is_none")]
    pub table_type: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "CreatedBy", default, skip_serializing_if = "Option::is_none")]
    pub created_by: Option<String>,
    #[serde(rename = "IsRegisteredWithLakeFormation", default, skip_serializing_if = "Option::is_none")]
    pub is_registered_with_lake_formation: Option<bool>,
    #[serde(rename = "TargetTable", default, skip_serializing_if = "Option::is_none")]
    pub target_table: Option<TableIdentifier>,
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "VersionId", default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "FederatedTable", default, skip_serializing_if = "Option::is_none")]
    pub federated_table: Option<FederatedTable>,
    #[serde(rename = "ViewDefinition", default, skip_serializing_if = "Option::is_none")]
    pub view_definition: Option<ViewDefinition>,
    #[serde(rename = "IsMultiDialectView", default, skip_serializing_if = "Option::is_none")]
    pub is_multi_dialect_view: Option<bool>,
    #[serde(rename = "IsMaterializedView", default, skip_serializing_if = "Option::is_none")]
    pub is_materialized_view: Option<bool>,
    #[serde(rename = "IcebergTableMetadata", default, skip_serializing_if = "Option::is_none")]
    pub iceberg_table_metadata: Option<IcebergTableMetadata>,
    #[serde(rename = "Status", default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Box<TableStatus>>,
    #[serde(rename = "RLSProperties", default, skip_serializing_if = "Option::is_none")]
    pub rls_properties: Option<RLSProperties>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableAttributes {
    #[serde(rename = "NAME")]
    Name,
    #[serde(rename = "TABLE_TYPE")]
    TableType,
    #[serde(rename = "DEFAULT")]
    Default,
    #[serde(rename = "LATEST_ICEBERG_METADATA")]
    LatestIcebergMetadata,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableError {
    #[serde(rename = "TableName", default, skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ErrorDetail", default, skip_serializing_if = "Option::is_none")]
    pub error_detail: Option<ErrorDetail>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableIdentifier {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Region", default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableInput {
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "Description", default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(rename = "Owner", default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(rename = "LastAccessTime", default, skip_serializing_if = "Option::is_none")]
    pub last_access_time: Option<Timestamp>,
    #[serde(rename = "LastAnalyzedTime", default, skip_serializing_if = "Option::is_none")]
    pub last_analyzed_time: Option<Timestamp>,
    #[serde(rename = "Retention", default, skip_serializing_if = "Option::is_none")]
    pub retention: Option<i64>,
    #[serde(rename = "StorageDescriptor", default, skip_serializing_if = "Option::is_none")]
    pub storage_descriptor: Option<StorageDescriptor>,
    #[serde(rename = "PartitionKeys", default, skip_serializing_if = "Option::is_none")]
    pub partition_keys: Option<Vec<Column>>,
    #[serde(rename = "ViewOriginalText", default, skip_serializing_if = "Option::is_none")]
    pub view_original_text: Option<String>,
    #[serde(rename = "ViewExpandedText", default, skip_serializing_if = "Option::is_none")]
    pub view_expanded_text: Option<String>,
    #[serde(rename = "TableType", default, skip_serializing_if = "Option::is_none")]
    pub table_type: Option<String>,
    #[serde(rename = "Parameters", default, skip_serializing_if = "Option::is_none")]
    pub parameters: Option<BTreeMap<String, String>>,
    #[serde(rename = "TargetTable", default, skip_serializing_if = "Option::is_none")]
    pub target_table: Option<TableIdentifier>,
    #[serde(rename = "FederatedTable", default, skip_serializing_if = "Option::is_none")]
    pub federated_table: Option<FederatedTable>,
    #[serde(rename = "ViewDefinition", default, skip_serializing_if = "Option::is_none")]
    pub view_definition: Option<ViewDefinitionInput>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableResourceShareType {
    #[serde(rename = "FEDERATED")]
    Federated,
    #[serde(rename = "ALL")]
    All,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableStatus {
    #[serde(rename = "RequestedBy", default, skip_serializing_if = "Option::is_none")]
    pub requested_by: Option<String>,
    #[serde(rename = "UpdatedBy", default, skip_serializing_if = "Option::is_none")]
    pub updated_by: Option<String>,
    #[serde(rename = "RequestTime", default, skip_serializing_if = "Option::is_none")]
    pub request_time: Option<Timestamp>,
    #[serde(rename = "UpdateTime", default, skip_serializing_if = "Option::is_none")]
    pub update_time: Option<Timestamp>,
    #[serde(rename = "Action", default, skip_serializing_if = "Option::is_none")]
    pub action: Option<ResourceAction>,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ResourceState>,
    #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorDetail>,
    #[serde(rename = "Details", default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<StatusDetails>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableVersion {
    #[serde(rename = "Table", default, skip_serializing_if = "Option::is_none")]
    pub table: Option<Box<Table>>,
    #[serde(rename = "VersionId", default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TableVersionError {
    #[serde(rename = "TableName", default, skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "VersionId", default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "ErrorDetail", default, skip_serializing_if = "Option::is_none")]
    pub error_detail: Option<ErrorDetail>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
    #[serde(rename = "TagsToAdd")]
    pub tags_to_add: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TagResourceResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TargetRedshiftCatalog {
    #[serde(rename = "CatalogArn")]
    pub catalog_arn: String,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceRequest {
    #[serde(rename = "ResourceArn")]
    pub resource_arn: String,
    #[serde(rename = "TagsToRemove")]
    pub tags_to_remove: Vec<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDatabaseRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "Name")]
    pub name: String,
    #[serde(rename = "DatabaseInput")]
    pub database_input: DatabaseInput,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateDatabaseResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateIcebergInput {
    #[serde(rename = "UpdateIcebergTableInput")]
    pub update_iceberg_table_input: UpdateIcebergTableInput,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateIcebergTableInput {
    #[serde(rename = "Updates")]
    pub updates: Vec<IcebergTableUpdate>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateOpenTableFormatInput {
    #[serde(rename = "UpdateIcebergInput", default, skip_serializing_if = "Option::is_none")]
    pub update_iceberg_input: Option<UpdateIcebergInput>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdatePartitionRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "TableName")]
    pub table_name: String,
    #[serde(rename = "PartitionValueList")]
    pub partition_value_list: Vec<String>,
    #[serde(rename = "PartitionInput")]
    pub partition_input: PartitionInput,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdatePartitionResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTableRequest {
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
    #[serde(rename = "DatabaseName")]
    pub database_name: String,
    #[serde(rename = "Name", default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "TableInput", default, skip_serializing_if = "Option::is_none")]
    pub table_input: Option<TableInput>,
    #[serde(rename = "SkipArchive", default, skip_serializing_if = "Option::is_none")]
    pub skip_archive: Option<bool>,
    #[serde(rename = "TransactionId", default, skip_serializing_if = "Option::is_none")]
    pub transaction_id: Option<String>,
    #[serde(rename = "VersionId", default, skip_serializing_if = "Option::is_none")]
    pub version_id: Option<String>,
    #[serde(rename = "ViewUpdateAction", default, skip_serializing_if = "Option::is_none")]
    pub view_update_action: Option<ViewUpdateAction>,
    #[serde(rename = "Force", default, skip_serializing_if = "Option::is_none")]
    pub force: Option<bool>,
    #[serde(rename = "UpdateOpenTableFormatInput", default, skip_serializing_if = "Option::is_none")]
    pub update_open_table_format_input: Option<UpdateOpenTableFormatInput>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTableResponse {}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct UserDefinedFunction {
    #[serde(rename = "FunctionName", default, skip_serializing_if = "Option::is_none")]
    pub function_name: Option<String>,
    #[serde(rename = "DatabaseName", default, skip_serializing_if = "Option::is_none")]
    pub database_name: Option<String>,
    #[serde(rename = "ClassName", default, skip_serializing_if = "Option::is_none")]
    pub class_name: Option<String>,
    #[serde(rename = "OwnerName", default, skip_serializing_if = "Option::is_none")]
    pub owner_name: Option<String>,
    #[serde(rename = "FunctionType", default, skip_serializing_if = "Option::is_none")]
    pub function_type: Option<FunctionType>,
    #[serde(rename = "OwnerType", default, skip_serializing_if = "Option::is_none")]
    pub owner_type: Option<PrincipalType>,
    #[serde(rename = "CreateTime", default, skip_serializing_if = "Option::is_none")]
    pub create_time: Option<Timestamp>,
    #[serde(rename = "ResourceUris", default, skip_serializing_if = "Option::is_none")]
    pub resource_uris: Option<Vec<ResourceUri>>,
    #[serde(rename = "ArtifactLocation", default, skip_serializing_if = "Option::is_none")]
    pub artifact_location: Option<String>,
    #[serde(rename = "GovernanceMode", default, skip_serializing_if = "Option::is_none")]
    pub governance_mode: Option<GovernanceMode>,
    #[serde(rename = "CatalogId", default, skip_serializing_if = "Option::is_none")]
    pub catalog_id: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewDefinition {
    #[serde(rename = "IsProtected", default, skip_serializing_if = "Option::is_none")]
    pub is_protected: Option<bool>,
    #[serde(rename = "IsManaged", default, skip_serializing_if = "Option::is_none")]
    pub is_managed: Option<bool>,
    #[serde(rename = "Definer", default, skip_serializing_if = "Option::is_none")]
    pub definer: Option<String>,
    #[serde(rename = "ViewVersionId", default, skip_serializing_if = "Option::is_none")]
    pub view_version_id: Option<i64>,
    #[serde(rename = "ViewVersionToken", default, skip_serializing_if = "Option::is_none")]
    pub view_version_token: Option<String>,
    #[serde(rename = "RefreshSeconds", default, skip_serializing_if = "Option::is_none")]
    pub refresh_seconds: Option<i64>,
    #[serde(rename = "LastRefreshType", default, skip_serializing_if = "Option::is_none")]
    pub last_refresh_type: Option<LastRefreshType>,
    #[serde(rename = "SubObjects", default, skip_serializing_if = "Option::is_none")]
    pub sub_objects: Option<Vec<String>>,
    #[serde(rename = "SubObjectVersionIds", default, skip_serializing_if = "Option::is_none")]
    pub sub_object_version_ids: Option<Vec<i64>>,
    #[serde(rename = "SubObjectsStatistics", default, skip_serializing_if = "Option::is_none")]
    pub sub_objects_statistics: Option<Vec<SubObjectStatistics>>,
    #[serde(rename = "Representations", default, skip_serializing_if = "Option::is_none")]
    pub representations: Option<Vec<ViewRepresentation>>,
    #[serde(rename = "SparkPipelineInfo", default, skip_serializing_if = "Option::is_none")]
    pub spark_pipeline_info: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewDefinitionInput {
    #[serde(rename = "IsProtected", default, skip_serializing_if = "Option::is_none")]
    pub is_protected: Option<bool>,
    #[serde(rename = "IsManaged", default, skip_serializing_if = "Option::is_none")]
    pub is_managed: Option<bool>,
    #[serde(rename = "Definer", default, skip_serializing_if = "Option::is_none")]
    pub definer: Option<String>,
    #[serde(rename = "Representations", default, skip_serializing_if = "Option::is_none")]
    pub representations: Option<Vec<ViewRepresentationInput>>,
    #[serde(rename = "ViewVersionId", default, skip_serializing_if = "Option::is_none")]
    pub view_version_id: Option<i64>,
    #[serde(rename = "ViewVersionToken", default, skip_serializing_if = "Option::is_none")]
    pub view_version_token: Option<String>,
    #[serde(rename = "RefreshSeconds", default, skip_serializing_if = "Option::is_none")]
    pub refresh_seconds: Option<i64>,
    #[serde(rename = "LastRefreshType", default, skip_serializing_if = "Option::is_none")]
    pub last_refresh_type: Option<LastRefreshType>,
    #[serde(rename = "SubObjects", default, skip_serializing_if = "Option::is_none")]
    pub sub_objects: Option<Vec<String>>,
    #[serde(rename = "SubObjectVersionIds", default, skip_serializing_if = "Option::is_none")]
    pub sub_object_version_ids: Option<Vec<i64>>,
    #[serde(rename = "SubObjectsStatistics", default, skip_serializing_if = "Option::is_none")]
    pub sub_objects_statistics: Option<Vec<SubObjectStatistics>>,
    #[serde(rename = "SparkPipelineInfo", default, skip_serializing_if = "Option::is_none")]
    pub spark_pipeline_info: Option<BTreeMap<String, String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ViewDialect {
    #[serde(rename = "REDSHIFT")]
    Redshift,
    #[serde(rename = "ATHENA")]
    Athena,
    #[serde(rename = "SPARK")]
    Spark,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewRepresentation {
    #[serde(rename = "Dialect", default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<ViewDialect>,
    #[serde(rename = "DialectVersion", default, skip_serializing_if = "Option::is_none")]
    pub dialect_version: Option<String>,
    #[serde(rename = "ViewOriginalText", default, skip_serializing_if = "Option::is_none")]
    pub view_original_text: Option<String>,
    #[serde(rename = "ViewExpandedText", default, skip_serializing_if = "Option::is_none")]
    pub view_expanded_text: Option<String>,
    #[serde(rename = "ValidationConnection", default, skip_serializing_if = "Option::is_none")]
    pub validation_connection: Option<String>,
    #[serde(rename = "IsStale", default, skip_serializing_if = "Option::is_none")]
    pub is_stale: Option<bool>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewRepresentationInput {
    #[serde(rename = "Dialect", default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<ViewDialect>,
    #[serde(rename = "DialectVersion", default, skip_serializing_if = "Option::is_none")]
    pub dialect_version: Option<String>,
    #[serde(rename = "ViewOriginalText", default, skip_serializing_if = "Option::is_none")]
    pub view_original_text: Option<String>,
    #[serde(rename = "ValidationConnection", default, skip_serializing_if = "Option::is_none")]
    pub validation_connection: Option<String>,
    #[serde(rename = "ViewExpandedText", default, skip_serializing_if = "Option::is_none")]
    pub view_expanded_text: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ViewUpdateAction {
    #[serde(rename = "ADD")]
    Add,
    #[serde(rename = "REPLACE")]
    Replace,
    #[serde(rename = "ADD_OR_REPLACE")]
    AddOrReplace,
    #[serde(rename = "DROP")]
    Drop,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ViewValidation {
    #[serde(rename = "Dialect", default, skip_serializing_if = "Option::is_none")]
    pub dialect: Option<ViewDialect>,
    #[serde(rename = "DialectVersion", default, skip_serializing_if = "Option::is_none")]
    pub dialect_version: Option<String>,
    #[serde(rename = "ViewValidationText", default, skip_serializing_if = "Option::is_none")]
    pub view_validation_text: Option<String>,
    #[serde(rename = "UpdateTime", default, skip_serializing_if = "Option::is_none")]
    pub update_time: Option<Timestamp>,
    #[serde(rename = "State", default, skip_serializing_if = "Option::is_none")]
    pub state: Option<ResourceState>,
    #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
    pub error: Option<ErrorDetail>,
}
