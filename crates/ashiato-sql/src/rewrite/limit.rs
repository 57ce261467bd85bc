//! `FETCH FIRST n ROWS ONLY` is LIMIT, and `LIMIT ALL` none.

use super::build::number;
use crate::error::Error;
use sqlparser::ast::{LimitClause, Query};

/// Rewrites a query's limit.
pub(crate) fn rewrite(query: &mut Query) -> Result<(), Error> {
    let Some(fetch) = query.fetch.take() else { return Ok(()) };
    if fetch.with_ties {
        return Err(Error::unsupported(None, "FETCH FIRST … WITH TIES"));
    }
    if fetch.percent {
        return Err(Error::unsupported(None, "FETCH FIRST … PERCENT"));
    }
    let rows = fetch.quantity.unwrap_or_else(|| number("1"));
    match &mut query.limit_clause {
        Some(LimitClause::LimitOffset { limit: limit @ None, .. }) => *limit = Some(rows),
        Some(_) => return Err(Error::unsupported(None, "LIMIT together with FETCH FIRST")),
        none @ None => {
            *none = Some(LimitClause::LimitOffset { limit: Some(rows), offset: None, limit_by: Vec::new() });
        }
    }
    Ok(())
}
