//! The Glue Data Catalog: databases, tables, their versions and partitions. Not Glue's jobs, crawlers and the rest.
//!
//! It is the catalog that Athena's statements see: both work on the rows of [`crate::catalog`].

mod fault;
mod names;
mod pages;
mod told;
mod others;
mod storage;
mod database;
mod table;
mod versions;
mod partition;
mod partition_update;
mod search;
mod root_catalog;
mod tagged;
mod create_database;
mod get_database;
mod get_databases;
mod update_database;
mod delete_database;
mod create_table;
mod get_table;
mod get_tables;
mod update_table;
mod delete_table;
mod batch_delete_table;
mod get_table_version;
mod get_table_versions;
mod delete_table_version;
mod batch_delete_table_version;
mod create_partition;
mod batch_create_partition;
mod get_partition;
mod batch_get_partition;
mod update_partition;
mod batch_update_partition;
mod delete_partition;
mod batch_delete_partition;
mod get_partitions;
mod get_partition_indexes;
mod get_user_defined_functions;
mod get_column_statistics_for_table;
mod get_catalog;
mod get_catalogs;
mod get_tags;
mod tag_resource;
mod untag_resource;
mod search_tables;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::glue::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::BatchCreatePartition => {
            run(input, |input| batch_create_partition::batch_create_partition(ctx, input)).await
        }
        Operation::BatchDeletePartition => {
            run(input, |input| batch_delete_partition::batch_delete_partition(ctx, input)).await
        }
        Operation::BatchDeleteTable => run(input, |input| batch_delete_table::batch_delete_table(ctx, input)).await,
        Operation::BatchDeleteTableVersion => {
            run(input, |input| batch_delete_table_version::batch_delete_table_version(ctx, input)).await
        }
        Operation::BatchGetPartition => run(input, |input| batch_get_partition::batch_get_partition(ctx, input)).await,
        Operation::BatchUpdatePartition => {
            run(input, |input| batch_update_partition::batch_update_partition(ctx, input)).await
        }
        Operation::CreateDatabase => run(input, |input| create_database::create_database(ctx, input)).await,
        Operation::CreatePartition => run(input, |input| create_partition::create_partition(ctx, input)).await,
        Operation::CreateTable => run(input, |input| create_table::create_table(ctx, input)).await,
        Operation::DeleteDatabase => run(input, |input| delete_database::delete_database(ctx, input)).await,
        Operation::DeletePartition => run(input, |input| delete_partition::delete_partition(ctx, input)).await,
        Operation::DeleteTable => run(input, |input| delete_table::delete_table(ctx, input)).await,
        Operation::DeleteTableVersion => {
            run(input, |input| delete_table_version::delete_table_version(ctx, input)).await
        }
        Operation::GetCatalog => run(input, |input| get_catalog::get_catalog(ctx, input)).await,
        Operation::GetCatalogs => run(input, |input| get_catalogs::get_catalogs(ctx, input)).await,
        Operation::GetColumnStatisticsForTable => {
            run(input, |input| get_column_statistics_for_table::get_column_statistics_for_table(ctx, input)).await
        }
        Operation::GetDatabase => run(input, |input| get_database::get_database(ctx, input)).await,
        Operation::GetDatabases => run(input, |input| get_databases::get_databases(ctx, input)).await,
        Operation::GetPartition => run(input, |input| get_partition::get_partition(ctx, input)).await,
        Operation::GetPartitionIndexes => {
            run(input, |input| get_partition_indexes::get_partition_indexes(ctx, input)).await
        }
        Operation::GetPartitions => run(input, |input| get_partitions::get_partitions(ctx, input)).await,
        Operation::GetTable => run(input, |input| get_table::get_table(ctx, input)).await,
        Operation::GetTableVersion => run(input, |input| get_table_version::get_table_version(ctx, input)).await,
        Operation::GetTableVersions => run(input, |input| get_table_versions::get_table_versions(ctx, input)).await,
        Operation::GetTables => run(input, |input| get_tables::get_tables(ctx, input)).await,
        Operation::GetTags => run(input, |input| get_tags::get_tags(ctx, input)).await,
        Operation::GetUserDefinedFunctions => {
            run(input, |input| get_user_defined_functions::get_user_defined_functions(ctx, input)).await
        }
        Operation::SearchTables => run(input, |input| search_tables::search_tables(ctx, input)).await,
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::UpdateDatabase => run(input, |input| update_database::update_database(ctx, input)).await,
        Operation::UpdatePartition => run(input, |input| update_partition::update_partition(ctx, input)).await,
        Operation::UpdateTable => run(input, |input| update_table::update_table(ctx, input)).await,
    }
}
