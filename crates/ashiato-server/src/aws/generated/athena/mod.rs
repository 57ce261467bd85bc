//! Athena, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

pub use types::*;

/// The operations that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    CreateDataCatalog,
    DeleteDataCatalog,
    GetDataCatalog,
    GetDatabase,
    GetTableMetadata,
    ListDataCatalogs,
    ListDatabases,
    ListTableMetadata,
    UpdateDataCatalog,
}

impl Operation {
    /// The served operation of this name.
    pub fn named(name: &str) -> Option<Operation> {
        Some(match name {
            "CreateDataCatalog" => Operation::CreateDataCatalog,
            "DeleteDataCatalog" => Operation::DeleteDataCatalog,
            "GetDataCatalog" => Operation::GetDataCatalog,
            "GetDatabase" => Operation::GetDatabase,
            "GetTableMetadata" => Operation::GetTableMetadata,
            "ListDataCatalogs" => Operation::ListDataCatalogs,
            "ListDatabases" => Operation::ListDatabases,
            "ListTableMetadata" => Operation::ListTableMetadata,
            "UpdateDataCatalog" => Operation::UpdateDataCatalog,
            _ => return None,
        })
    }
}

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::Athena,
    signing_name: "athena",
    protocol: Protocol::Json { target: "AmazonAthena" },
    operations: &[
        Described { name: "BatchGetNamedQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "BatchGetPreparedStatement", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "BatchGetQueryExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CancelCapacityReservation", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateCapacityReservation", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "CreateDataCatalog",
            coverage: Coverage::Built,
            input: Some(&schemas::CREATE_DATA_CATALOG_INPUT),
            output: Some(&schemas::CREATE_DATA_CATALOG_OUTPUT),
        },
        Described { name: "CreateNamedQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateNotebook", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreatePreparedStatement", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreatePresignedNotebookUrl", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateSystemTableConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "CreateWorkGroup", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteCapacityReservation", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "DeleteDataCatalog",
            coverage: Coverage::Built,
            input: Some(&schemas::DELETE_DATA_CATALOG_INPUT),
            output: Some(&schemas::DELETE_DATA_CATALOG_OUTPUT),
        },
        Described { name: "DeleteNamedQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteNotebook", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeletePreparedStatement", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteSystemTableConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DeleteWorkGroup", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ExportNotebook", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetCalculationExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetCalculationExecutionCode", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetCalculationExecutionStatus", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetCapacityAssignmentConfiguration",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "GetCapacityReservation", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetDataCatalog",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_DATA_CATALOG_INPUT),
            output: Some(&schemas::GET_DATA_CATALOG_OUTPUT),
        },
        Described {
            name: "GetDatabase",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_DATABASE_INPUT),
            output: Some(&schemas::GET_DATABASE_OUTPUT),
        },
        Described { name: "GetNamedQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetNotebookMetadata", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetPreparedStatement", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetQueryExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetQueryResults", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetQueryRuntimeStatistics", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetResourceDashboard", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSession", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSessionEndpoint", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSessionStatus", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "GetSystemTableConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetTableMetadata",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_TABLE_METADATA_INPUT),
            output: Some(&schemas::GET_TABLE_METADATA_OUTPUT),
        },
        Described { name: "GetWorkGroup", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ImportNotebook", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListApplicationDPUSizes", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListCalculationExecutions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListCapacityReservations", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListDataCatalogs",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_DATA_CATALOGS_INPUT),
            output: Some(&schemas::LIST_DATA_CATALOGS_OUTPUT),
        },
        Described {
            name: "ListDatabases",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_DATABASES_INPUT),
            output: Some(&schemas::LIST_DATABASES_OUTPUT),
        },
        Described { name: "ListEngineVersions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListExecutors", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListNamedQueries", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListNotebookMetadata", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListNotebookSessions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListPreparedStatements", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListQueryExecutions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListSessions", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListSystemTableStatuses", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "ListTableMetadata",
            coverage: Coverage::Built,
            input: Some(&schemas::LIST_TABLE_METADATA_INPUT),
            output: Some(&schemas::LIST_TABLE_METADATA_OUTPUT),
        },
        Described { name: "ListTagsForResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "ListWorkGroups", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "PutCapacityAssignmentConfiguration",
            coverage: Coverage::Refused,
            input: None,
            output: None,
        },
        Described { name: "StartCalculationExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartQueryExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StartSession", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopCalculationExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "StopQueryExecution", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "TagResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "TerminateSession", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UntagResource", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateCapacityReservation", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "UpdateDataCatalog",
            coverage: Coverage::Built,
            input: Some(&schemas::UPDATE_DATA_CATALOG_INPUT),
            output: Some(&schemas::UPDATE_DATA_CATALOG_OUTPUT),
        },
        Described { name: "UpdateNamedQuery", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateNotebook", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateNotebookMetadata", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdatePreparedStatement", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateSystemTableConfiguration", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "UpdateWorkGroup", coverage: Coverage::Refused, input: None, output: None },
    ],
};
