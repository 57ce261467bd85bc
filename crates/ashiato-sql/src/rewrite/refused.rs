//! What `sqlparser` reads and neither dialect has, or what is not built: refused by name rather than ignored.

use crate::error::Error;
use sqlparser::ast::{Distinct, Query, Select, TableFactor};

/// Refuses clauses of other dialects around a SELECT.
pub(crate) fn check_query(query: &Query) -> Result<(), Error> {
    let refused = [
        (!query.locks.is_empty(), "FOR UPDATE"),
        (query.for_clause.is_some(), "FOR XML, FOR JSON or FOR BROWSE"),
        (query.settings.is_some(), "SETTINGS"),
        (query.format_clause.is_some(), "FORMAT"),
        (!query.pipe_operators.is_empty(), "the pipe operator |>"),
    ];
    refuse(&refused)
}

/// Refuses clauses of other dialects in a SELECT.
pub(crate) fn check_select(select: &Select) -> Result<(), Error> {
    let refused = [
        (matches!(select.distinct, Some(Distinct::On(_))), "DISTINCT ON"),
        (select.top.is_some(), "TOP"),
        (select.into.is_some(), "SELECT INTO"),
        (!select.lateral_views.is_empty(), "LATERAL VIEW (use CROSS JOIN UNNEST)"),
        (select.prewhere.is_some(), "PREWHERE"),
        (!select.connect_by.is_empty(), "CONNECT BY"),
        (!select.cluster_by.is_empty(), "CLUSTER BY"),
        (!select.distribute_by.is_empty(), "DISTRIBUTE BY"),
        (!select.sort_by.is_empty(), "SORT BY"),
        (select.qualify.is_some(), "QUALIFY"),
        (select.value_table_mode.is_some(), "SELECT AS STRUCT"),
    ];
    refuse(&refused)
}

/// Refuses what stands in FROM and is not built.
pub(crate) fn check_table_factor(factor: &TableFactor) -> Result<(), Error> {
    let what = match factor {
        TableFactor::Table { with_hints, .. } if !with_hints.is_empty() => "a table hint",
        TableFactor::TableFunction { .. } | TableFactor::Function { .. } => "a table function, TABLE(…)",
        TableFactor::MatchRecognize { .. } => "MATCH_RECOGNIZE",
        TableFactor::Pivot { .. } => "PIVOT",
        TableFactor::JsonTable { .. } => "JSON_TABLE",
        TableFactor::OpenJsonTable { .. } => "OPENJSON",
        TableFactor::XmlTable { .. } => "XMLTABLE",
        TableFactor::SemanticView { .. } => "SEMANTIC_VIEW",
        _ => return Ok(()),
    };
    Err(Error::unsupported(None, what))
}

fn refuse(refused: &[(bool, &str)]) -> Result<(), Error> {
    match refused.iter().find(|(is_used, _)| *is_used) {
        Some((_, what)) => Err(Error::unsupported(None, what)),
        None => Ok(()),
    }
}
