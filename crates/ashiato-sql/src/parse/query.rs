//! A query from its tokens: parsed by `sqlparser`, then rewritten.

use super::tokens::Tokens;
use super::{TrinoDialect, operators, syntax_error, with_reads};
use crate::error::Error;
use crate::rewrite;
use crate::statement::{Argument, Query, TableName};
use sqlparser::ast::{self, Expr, Ident, ObjectName, Visit, Visitor};
use sqlparser::parser::Parser;
use sqlparser::tokenizer::{Span, Token, TokenWithSpan};
use std::collections::{BTreeMap, HashSet};
use std::ops::ControlFlow;

/// How deep expressions may nest in one another. One parenthesis costs more than one step of it.
const RECURSION_MAX: usize = 400;

/// Parses the tokens from one up to another as a query.
pub(crate) fn parse(tokens: &Tokens<'_>, from: usize, to: usize) -> Result<Query, Error> {
    check_time_travel(tokens, from, to)?;
    check_double_colon(tokens, from, to)?;
    let mut parser = parser(tokens, from, to);
    let parsed = parser.parse_query().map_err(|error| syntax_error::translate(tokens, error))?;
    expect_end(tokens, &parser)?;
    with_reads::check(&parsed)?;
    let mut tree = parsed;
    let tables = tables(&tree);
    let mut typed_names = BTreeMap::new();
    rewrite::output_names::name_outputs(&mut tree, tokens, &mut typed_names);
    rewrite::rewrite(&mut tree)?;
    let operators = operators::places(tokens, from, to);
    Ok(Query { tree, parameters: tokens.parameters, tables, typed_names, operators })
}

/// `FOR TIMESTAMP AS OF` and `FOR VERSION AS OF` read an earlier state of an Iceberg table.
fn check_time_travel(tokens: &Tokens<'_>, from: usize, to: usize) -> Result<(), Error> {
    for index in from..to {
        let is =
            |ahead: usize, text: &str| index + ahead < to && tokens.written(index + ahead).eq_ignore_ascii_case(text);
        if is(0, "FOR") && (is(1, "TIMESTAMP") || is(1, "VERSION")) && is(2, "AS") && is(3, "OF") {
            let start = tokens.list[index].span.start;
            let what = "reading an earlier version of a table (FOR … AS OF)";
            return Err(Error::unsupported(Some((start.line, start.column)), what));
        }
    }
    Ok(())
}

/// `x::varchar` is a cast in other dialects; Trino has no such token.
fn check_double_colon(tokens: &Tokens<'_>, from: usize, to: usize) -> Result<(), Error> {
    let found = tokens.list[from..to].iter().find(|token| token.token == Token::DoubleColon);
    match found.map(|token| token.span.start) {
        Some(start) => {
            let message = "mismatched input ':'. Expecting: <expression> (a cast is CAST(x AS type))";
            Err(Error::syntax((start.line, start.column), message))
        }
        None => Ok(()),
    }
}

/// Parses the tokens from one up to another as expressions with commas between.
pub(crate) fn arguments(tokens: &Tokens<'_>, from: usize, to: usize) -> Result<Vec<Argument>, Error> {
    let mut parser = parser(tokens, from, to);
    let parsed = parser.parse_comma_separated(Parser::parse_expr);
    let parsed = parsed.map_err(|error| syntax_error::translate(tokens, error))?;
    expect_end(tokens, &parser)?;
    parsed.into_iter().map(|expr| Ok(Argument(rewrite::rewrite_expr(expr)?))).collect()
}

impl Argument {
    /// Parses an execution parameter, as the API gives it: the text of an expression such as `'2023-01-01'` or `5`.
    /// Text that is no expression is taken for a string.
    ///
    /// # Errors
    /// An expression that names a column, or that is not built.
    pub fn parse(text: &str) -> Result<Argument, Error> {
        let as_string = || Argument(Expr::value(ast::Value::SingleQuotedString(text.to_string())));
        let Ok(sources) = super::source::split(text) else { return Ok(as_string()) };
        let [source] = sources.as_slice() else { return Ok(as_string()) };
        let Ok(tokens) = Tokens::read(source) else { return Ok(as_string()) };
        match arguments(&tokens, 0, tokens.list.len() - 1) {
            Ok(mut arguments) if arguments.len() == 1 => {
                let is_name = matches!(arguments[0].0, Expr::Identifier(_) | Expr::CompoundIdentifier(_));
                Ok(if is_name { as_string() } else { arguments.remove(0) })
            }
            _ => Ok(as_string()),
        }
    }
}

fn parser(tokens: &Tokens<'_>, from: usize, to: usize) -> Parser<'static> {
    let mut list = tokens.list[from..to].to_vec();
    let end = tokens.list[to].span.start;
    list.push(TokenWithSpan::new(Token::EOF, Span::new(end, end)));
    Parser::new(&TrinoDialect).with_recursion_limit(RECURSION_MAX).with_tokens_with_locations(list)
}

fn expect_end(tokens: &Tokens<'_>, parser: &Parser<'_>) -> Result<(), Error> {
    let next = parser.peek_token_ref();
    if next.token == Token::EOF {
        return Ok(());
    }
    Err(syntax_error::left_over(tokens, (next.span.start.line, next.span.start.column)))
}

/// The tables that FROM clauses name; the names that WITH gives are not among them.
fn tables(query: &ast::Query) -> Vec<TableName> {
    let mut names = TableNames { found: Vec::new(), common: HashSet::new() };
    let _ = query.visit(&mut names);
    let mut tables: Vec<TableName> = Vec::new();
    for table in names.found {
        let is_common = table.database.is_none() && names.common.contains(&table.table);
        let same = |known: &TableName| {
            (&known.catalog, &known.database, &known.table) == (&table.catalog, &table.database, &table.table)
        };
        if !is_common && !tables.iter().any(same) {
            tables.push(table);
        }
    }
    tables
}

struct TableNames {
    found: Vec<TableName>,
    common: HashSet<String>,
}

impl Visitor for TableNames {
    type Break = ();

    fn pre_visit_query(&mut self, query: &ast::Query) -> ControlFlow<()> {
        let common = query.with.iter().flat_map(|with| &with.cte_tables);
        self.common.extend(common.map(|table| table.alias.name.value.clone()));
        ControlFlow::Continue(())
    }

    fn pre_visit_relation(&mut self, relation: &ObjectName) -> ControlFlow<()> {
        let parts: Vec<&Ident> = relation.0.iter().filter_map(|part| part.as_ident()).collect();
        let Some((table, before)) = parts.split_last() else { return ControlFlow::Continue(()) };
        let start = parts[0].span.start;
        self.found.push(TableName {
            catalog: before.len().checked_sub(2).map(|index| before[index].value.clone()),
            database: before.last().map(|name| name.value.clone()),
            table: table.value.clone(),
            at: Some((start.line, start.column)),
        });
        ControlFlow::Continue(())
    }
}
