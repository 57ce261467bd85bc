//! What is kept with a query beside its text: the rest of the request, as the work group's settings left it.

use serde::{Deserialize, Serialize};

use super::results::Place;
use crate::aws::generated::athena::{
    ManagedQueryResultsConfiguration, QueryExecutionContext, ResultConfiguration, ResultReuseConfiguration,
};

/// The document of a query's submission.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Submission {
    /// `SELECT`, `CREATE_TABLE` …
    pub(crate) substatement_type: String,
    /// As it was sent.
    pub(crate) context: Option<QueryExecutionContext>,
    /// What the client asked for, by which the same token is told from another request.
    pub(crate) asked: Option<ResultConfiguration>,
    /// Where the result goes.
    pub(crate) place: Place,
    /// The folder of results, where it is the account's own.
    pub(crate) folder: Option<String>,
    /// How the result is kept there.
    pub(crate) result: Option<ResultConfiguration>,
    /// Set where the result is kept by the server.
    pub(crate) managed: Option<ManagedQueryResultsConfiguration>,
    /// As it was sent.
    pub(crate) reuse: Option<ResultReuseConfiguration>,
    /// The work group's limit.
    pub(crate) bytes_scanned_max: Option<u64>,
    /// The engine that the work group has chosen.
    pub(crate) engine_version: String,
}
