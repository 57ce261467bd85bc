//! Amazon Athena, but Spark, capacity reservations and system tables.

mod data_catalog;
mod encryption;
mod errors;
mod lists;
mod metadata;
mod named_query;
mod prepared_statement;
mod query_execution;
mod tagged;
mod work_group;
mod start_query_execution;
mod stop_query_execution;
mod get_query_execution;
mod batch_get_query_execution;
mod list_query_executions;
mod get_query_results;
mod get_query_runtime_statistics;
mod create_work_group;
mod get_work_group;
mod list_work_groups;
mod update_work_group;
mod delete_work_group;
mod create_named_query;
mod get_named_query;
mod batch_get_named_query;
mod list_named_queries;
mod update_named_query;
mod delete_named_query;
mod create_prepared_statement;
mod get_prepared_statement;
mod batch_get_prepared_statement;
mod list_prepared_statements;
mod update_prepared_statement;
mod delete_prepared_statement;
mod list_engine_versions;
mod tag_resource;
mod untag_resource;
mod list_tags_for_resource;
mod create_data_catalog;
mod delete_data_catalog;
mod get_data_catalog;
mod get_database;
mod get_table_metadata;
mod list_data_catalogs;
mod list_databases;
mod list_table_metadata;
mod update_data_catalog;

use serde_json::Value;

use super::{run, unknown};
use crate::aws::Error;
use crate::aws::generated::athena::Operation;
use crate::context::Context;

/// Runs an operation. An operation on the list of what is served without a handler here does not compile.
pub(super) async fn call(operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match Operation::named(operation).ok_or_else(|| unknown(operation))? {
        Operation::CreateDataCatalog => run(input, |input| create_data_catalog::create_data_catalog(ctx, input)).await,
        Operation::DeleteDataCatalog => run(input, |input| delete_data_catalog::delete_data_catalog(ctx, input)).await,
        Operation::GetDataCatalog => run(input, |input| get_data_catalog::get_data_catalog(ctx, input)).await,
        Operation::GetDatabase => run(input, |input| get_database::get_database(ctx, input)).await,
        Operation::GetTableMetadata => run(input, |input| get_table_metadata::get_table_metadata(ctx, input)).await,
        Operation::ListDataCatalogs => run(input, |input| list_data_catalogs::list_data_catalogs(ctx, input)).await,
        Operation::ListDatabases => run(input, |input| list_databases::list_databases(ctx, input)).await,
        Operation::ListTableMetadata => run(input, |input| list_table_metadata::list_table_metadata(ctx, input)).await,
        Operation::UpdateDataCatalog => run(input, |input| update_data_catalog::update_data_catalog(ctx, input)).await,
        Operation::BatchGetNamedQuery => {
            run(input, |input| batch_get_named_query::batch_get_named_query(ctx, input)).await
        }
        Operation::BatchGetPreparedStatement => {
            run(input, |input| batch_get_prepared_statement::batch_get_prepared_statement(ctx, input)).await
        }
        Operation::BatchGetQueryExecution => {
            run(input, |input| batch_get_query_execution::batch_get_query_execution(ctx, input)).await
        }
        Operation::CreateNamedQuery => run(input, |input| create_named_query::create_named_query(ctx, input)).await,
        Operation::CreatePreparedStatement => {
            run(input, |input| create_prepared_statement::create_prepared_statement(ctx, input)).await
        }
        Operation::CreateWorkGroup => run(input, |input| create_work_group::create_work_group(ctx, input)).await,
        Operation::DeleteNamedQuery => run(input, |input| delete_named_query::delete_named_query(ctx, input)).await,
        Operation::DeletePreparedStatement => {
            run(input, |input| delete_prepared_statement::delete_prepared_statement(ctx, input)).await
        }
        Operation::DeleteWorkGroup => run(input, |input| delete_work_group::delete_work_group(ctx, input)).await,
        Operation::GetNamedQuery => run(input, |input| get_named_query::get_named_query(ctx, input)).await,
        Operation::GetPreparedStatement => {
            run(input, |input| get_prepared_statement::get_prepared_statement(ctx, input)).await
        }
        Operation::GetQueryExecution => run(input, |input| get_query_execution::get_query_execution(ctx, input)).await,
        Operation::GetQueryResults => run(input, |input| get_query_results::get_query_results(ctx, input)).await,
        Operation::GetQueryRuntimeStatistics => {
            run(input, |input| get_query_runtime_statistics::get_query_runtime_statistics(ctx, input)).await
        }
        Operation::GetWorkGroup => run(input, |input| get_work_group::get_work_group(ctx, input)).await,
        Operation::ListEngineVersions => {
            run(input, |input| list_engine_versions::list_engine_versions(ctx, input)).await
        }
        Operation::ListNamedQueries => run(input, |input| list_named_queries::list_named_queries(ctx, input)).await,
        Operation::ListPreparedStatements => {
            run(input, |input| list_prepared_statements::list_prepared_statements(ctx, input)).await
        }
        Operation::ListQueryExecutions => {
            run(input, |input| list_query_executions::list_query_executions(ctx, input)).await
        }
        Operation::ListTagsForResource => {
            run(input, |input| list_tags_for_resource::list_tags_for_resource(ctx, input)).await
        }
        Operation::ListWorkGroups => run(input, |input| list_work_groups::list_work_groups(ctx, input)).await,
        Operation::StartQueryExecution => {
            run(input, |input| start_query_execution::start_query_execution(ctx, input)).await
        }
        Operation::StopQueryExecution => {
            run(input, |input| stop_query_execution::stop_query_execution(ctx, input)).await
        }
        Operation::TagResource => run(input, |input| tag_resource::tag_resource(ctx, input)).await,
        Operation::UntagResource => run(input, |input| untag_resource::untag_resource(ctx, input)).await,
        Operation::UpdateNamedQuery => run(input, |input| update_named_query::update_named_query(ctx, input)).await,
        Operation::UpdatePreparedStatement => {
            run(input, |input| update_prepared_statement::update_prepared_statement(ctx, input)).await
        }
        Operation::UpdateWorkGroup => run(input, |input| update_work_group::update_work_group(ctx, input)).await,
    }
}
