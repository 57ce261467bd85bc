//! How often a query reads something, once each name of `WITH` is replaced by its query, as the planner does it: thirty
//! that read the one before twice are a billion.

use crate::error::{Error, ErrorKind};
use sqlparser::ast::{self, ObjectName, Visit, Visitor};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// Names in FROM clauses. More than a statement's length lets anybody write by hand.
const READS_MAX: usize = 2_000;

/// Refuses a query that reads too often.
///
/// # Errors
/// `QUERY_HAS_TOO_MANY_STAGES`, as Trino has it, where the name stands that is one too many.
pub(super) fn check(query: &ast::Query) -> Result<(), Error> {
    let mut reads = Reads { open: Vec::new() };
    match query.visit(&mut reads) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(at) => Err(Error {
            kind: ErrorKind::Invalid,
            code: "QUERY_HAS_TOO_MANY_STAGES",
            at: Some(at),
            message: format!("The query reads tables and names of WITH more than {READS_MAX} times"),
        }),
    }
}

struct Reads {
    /// The queries around the place, from the outermost.
    open: Vec<Open>,
}

#[derive(Default)]
struct Open {
    /// The names of its `WITH` whose queries are still to come, the next at the end.
    awaited: Vec<String>,
    /// Those that have come, and how often each reads.
    common: HashMap<String, usize>,
    reads: usize,
}

impl Visitor for Reads {
    type Break = (u64, u64);

    fn pre_visit_query(&mut self, query: &ast::Query) -> ControlFlow<(u64, u64)> {
        // A query's WITH is visited before its body, name by name.
        let common = query.with.iter().flat_map(|with| with.cte_tables.iter().rev());
        let awaited = common.map(|table| table.alias.name.value.clone()).collect();
        self.open.push(Open { awaited, ..Open::default() });
        ControlFlow::Continue(())
    }

    fn post_visit_query(&mut self, _: &ast::Query) -> ControlFlow<(u64, u64)> {
        let Some(ended) = self.open.pop() else { return ControlFlow::Continue(()) };
        let Some(around) = self.open.last_mut() else { return ControlFlow::Continue(()) };
        match around.awaited.pop() {
            Some(name) => {
                around.common.insert(name, ended.reads);
            }
            None => around.reads += ended.reads,
        }
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<(u64, u64)> {
        let name = relation.0.last().and_then(|part| part.as_ident());
        let Some((name, open)) = name.zip(self.open.len().checked_sub(1)) else { return ControlFlow::Continue(()) };
        let is_bare = relation.0.len() == 1;
        let common = self.open.iter().rev().find_map(|open| open.common.get(&name.value)).filter(|_| is_bare);
        let reads = self.open[open].reads + 1 + common.copied().unwrap_or(0);
        self.open[open].reads = reads;
        if reads > READS_MAX {
            let start = name.span.start;
            return ControlFlow::Break((start.line, start.column));
        }
        ControlFlow::Continue(())
    }
}
