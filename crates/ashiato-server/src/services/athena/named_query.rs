//! A named query as requests name it and as answers show it.

use ashiato_meta::named_queries::NamedQuery as Kept;

use super::errors::invalid;
use crate::aws::Error;
use crate::aws::generated::athena::NamedQuery;

pub(super) fn missing(id: &str) -> Error {
    invalid(missing_words(id))
}

pub(super) fn missing_words(id: &str) -> String {
    format!("Named query {id} does not exist")
}

pub(super) fn shown(kept: Kept) -> NamedQuery {
    NamedQuery {
        name: kept.name,
        description: kept.description,
        database: kept.database_name,
        query_string: kept.statement,
        named_query_id: Some(kept.id.0),
        work_group: Some(kept.work_group),
    }
}
