//! `EXPLAIN` (Athena's user guide, "Use EXPLAIN and EXPLAIN ANALYZE in Athena").

use super::Cursor;
use super::create_as::starts_query;
use crate::error::Error;
use crate::parse::statement;
use crate::statement::{Explain, ExplainFormat, ExplainOf, Statement};
use sqlparser::tokenizer::Token;

/// Parses from `EXPLAIN` on.
pub(crate) fn explain(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["EXPLAIN"])?;
    let at = cursor.at();
    let analyze = cursor.take_words(&["ANALYZE"]);
    let verbose = cursor.take_words(&["VERBOSE"]);
    let mut of = match (analyze, verbose) {
        (true, true) => ExplainOf::AnalyzeVerbose,
        (true, false) => ExplainOf::Analyze,
        (false, _) => ExplainOf::Distributed,
    };
    let mut format = None;
    let is_option_list = *cursor.token() == Token::LParen && !starts_query(cursor, cursor.next + 1);
    if is_option_list {
        cursor.list(|cursor| {
            if !analyze && cursor.take_words(&["TYPE"]) {
                of = explain_of(cursor)?;
                return Ok(());
            }
            if cursor.take_words(&["FORMAT"]) {
                format = Some(explain_format(cursor)?);
                return Ok(());
            }
            Err(cursor.unexpected(if analyze { &["'FORMAT'"] } else { &["'FORMAT'", "'TYPE'"] }))
        })?;
    }
    let format = format.unwrap_or(if of == ExplainOf::Io { ExplainFormat::Json } else { ExplainFormat::Text });
    // Refused before they are read: each may hold another.
    if cursor.is(&["EXPLAIN"]) || cursor.is(&["PREPARE"]) {
        return Err(without_query(at));
    }
    let (query, writes) = match statement(cursor)? {
        Statement::Query(query) => (query, false),
        Statement::CreateTableAs(create) => (create.query, true),
        Statement::Insert(insert) => (insert.query, true),
        Statement::Unload(unload) => (unload.query, true),
        _ => return Err(without_query(at)),
    };
    if analyze && writes {
        return Err(Error::unsupported(Some(at), "EXPLAIN ANALYZE of a statement that writes"));
    }
    let has_format = match of {
        ExplainOf::Io => format == ExplainFormat::Json,
        ExplainOf::Validate | ExplainOf::Analyze | ExplainOf::AnalyzeVerbose => format == ExplainFormat::Text,
        ExplainOf::Logical | ExplainOf::Distributed => true,
    };
    if !has_format {
        return Err(Error::unsupported(Some(at), "EXPLAIN of this TYPE in this FORMAT"));
    }
    Ok(Statement::Explain(Explain { of, format, query }))
}

fn without_query(at: (u64, u64)) -> Error {
    Error::unsupported(Some(at), "EXPLAIN of a statement without a query")
}

fn explain_of(cursor: &mut Cursor<'_>) -> Result<ExplainOf, Error> {
    let known = [
        ("LOGICAL", ExplainOf::Logical),
        ("DISTRIBUTED", ExplainOf::Distributed),
        ("VALIDATE", ExplainOf::Validate),
        ("IO", ExplainOf::Io),
    ];
    match known.into_iter().find(|(word, _)| cursor.take_words(&[word])) {
        Some((_, of)) => Ok(of),
        None => Err(cursor.unexpected(&["'DISTRIBUTED'", "'IO'", "'LOGICAL'", "'VALIDATE'"])),
    }
}

fn explain_format(cursor: &mut Cursor<'_>) -> Result<ExplainFormat, Error> {
    let known = [("TEXT", ExplainFormat::Text), ("JSON", ExplainFormat::Json), ("GRAPHVIZ", ExplainFormat::Graphviz)];
    match known.into_iter().find(|(word, _)| cursor.take_words(&[word])) {
        Some((_, format)) => Ok(format),
        None => Err(cursor.unexpected(&["'GRAPHVIZ'", "'JSON'", "'TEXT'"])),
    }
}
