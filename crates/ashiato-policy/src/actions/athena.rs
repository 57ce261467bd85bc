//! Athena: an operation is on a work group, on a data catalog, or on neither.

use super::{Check, Place};

/// What a request to Athena names.
#[derive(Debug, Clone, Copy, Default)]
pub struct AthenaFacts<'a> {
    /// The work group, also of the query or statement that the request names by its id.
    pub work_group: &'a str,
    /// The data catalog.
    pub data_catalog: &'a str,
    /// The ARN that an operation on tags names.
    pub resource_arn: &'a str,
}

const OF_WORK_GROUPS: &[&str] = &[
    "BatchGetNamedQuery",
    "BatchGetPreparedStatement",
    "BatchGetQueryExecution",
    "CreateNamedQuery",
    "CreatePreparedStatement",
    "CreateWorkGroup",
    "DeleteNamedQuery",
    "DeletePreparedStatement",
    "DeleteWorkGroup",
    "GetNamedQuery",
    "GetPreparedStatement",
    "GetQueryExecution",
    "GetQueryResults",
    "GetQueryRuntimeStatistics",
    "GetWorkGroup",
    "ListNamedQueries",
    "ListPreparedStatements",
    "ListQueryExecutions",
    "StartQueryExecution",
    "StopQueryExecution",
    "UpdateNamedQuery",
    "UpdatePreparedStatement",
    "UpdateWorkGroup",
];

const OF_CATALOGS: &[&str] = &[
    "CreateDataCatalog",
    "DeleteDataCatalog",
    "GetDataCatalog",
    "GetDatabase",
    "GetTableMetadata",
    "ListDatabases",
    "ListTableMetadata",
    "UpdateDataCatalog",
];

/// What must be allowed for an operation of Athena.
pub fn athena(operation: &str, facts: &AthenaFacts<'_>, place: Place<'_>) -> Option<Check> {
    let Place { region, account } = place;
    let resource = match operation {
        "ListDataCatalogs" | "ListEngineVersions" | "ListWorkGroups" => "*".to_string(),
        "ListTagsForResource" | "TagResource" | "UntagResource" => facts.resource_arn.to_string(),
        _ if OF_WORK_GROUPS.contains(&operation) => {
            format!("arn:aws:athena:{region}:{account}:workgroup/{}", facts.work_group)
        }
        _ if OF_CATALOGS.contains(&operation) => {
            format!("arn:aws:athena:{region}:{account}:datacatalog/{}", facts.data_catalog)
        }
        _ => return None,
    };
    Some(Check::new(&format!("athena:{operation}"), resource))
}
