//! From text to statements: a script is cut up, each statement told apart by its leading words, and parsed with the
//! grammar that is its own. SELECT is `sqlparser`'s with Trino's dialect; all else is in [`crate::ddl`].

mod bare_ids;
mod dialect;
mod integers;
mod leading;
mod limits;
pub mod near;
pub(crate) mod operators;
pub(crate) mod query;
mod shorthands;
mod source;
mod syntax_error;
pub(crate) mod tokens;
mod with_reads;

pub use dialect::TrinoDialect;

use crate::ddl::{Cursor, alter_table, create_as, create_table, databases, explain, prepared, show};
use crate::deep_stack::with_deep_stack;
use crate::error::Error;
use crate::statement::{Parsed, Statement};
use leading::Leading;
use sqlparser::tokenizer::Token;
use tokens::Tokens;

/// Parses a script: statements with semicolons between.
///
/// # Errors
/// `SYNTAX_ERROR` or `NOT_SUPPORTED` with the line and column in the script.
pub fn parse_script(sql: &str) -> Result<Vec<Parsed>, Error> {
    source::split(sql)?.iter().map(parse_source).collect()
}

/// Parses one statement; a semicolon may follow it.
///
/// # Errors
/// As [`parse_script`], and `SYNTAX_ERROR` where there is no statement, or more than one.
pub fn parse_one(sql: &str) -> Result<Parsed, Error> {
    let sources = source::split(sql)?;
    match sources.as_slice() {
        [] => Err(Error::syntax((1, 1), "the statement is empty")),
        [one] => parse_source(one),
        [_, second, ..] => Err(Error::syntax((second.line, second.column), "only one statement is allowed here")),
    }
}

/// Parses one query to the tree that is planned, for those who plan it themselves.
///
/// # Errors
/// As [`parse_one`], and `NOT_SUPPORTED` for a statement that is no query.
pub fn parse_trino(sql: &str) -> Result<sqlparser::ast::Statement, Error> {
    match parse_one(sql)?.statement {
        Statement::Query(query) => Ok(query.to_sql_statement()),
        _ => Err(Error::unsupported(None, "a statement that is no query")),
    }
}

fn parse_source(source: &source::Source) -> Result<Parsed, Error> {
    let mut cursor = Cursor::new(Tokens::read(source)?);
    let statement = with_deep_stack(|| statement(&mut cursor))?;
    cursor.end()?;
    Ok(Parsed { statement, text: source.written.clone(), line: source.line, warnings: source.warnings.clone() })
}

/// Parses the statement that reaches from here to the end.
pub(crate) fn statement(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    let words: Vec<String> = cursor.tokens.list[cursor.next..].iter().take(4).map(leading_word).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match leading::tell(&words) {
        Leading::Query => Ok(Statement::Query(cursor.query()?)),
        Leading::Explain => explain::explain(cursor),
        Leading::CreateTable => create(cursor),
        Leading::CreateView => create_as::create_view(cursor),
        Leading::CreateDatabase => databases::create_database(cursor),
        Leading::AlterDatabase => databases::alter_database(cursor),
        Leading::Drop => databases::drop(cursor),
        Leading::AlterTable => alter_table::alter_table(cursor),
        Leading::Msck => show::msck(cursor),
        Leading::Show => show::show(cursor),
        Leading::Describe => show::describe(cursor),
        Leading::Insert => create_as::insert(cursor),
        Leading::Unload => create_as::unload(cursor),
        Leading::Prepare => prepared::prepare(cursor),
        Leading::Execute => prepared::execute(cursor),
        Leading::Deallocate => prepared::deallocate(cursor),
        Leading::Unsupported(name) => Err(Error::unsupported(Some(cursor.at()), name)),
        // The word that is wrong comes after these.
        Leading::Unknown if cursor.take_words(&["CREATE", "EXTERNAL"]) => Err(cursor.unexpected(&["'TABLE'"])),
        Leading::Unknown if cursor.take_words(&["CREATE"]) => {
            Err(cursor.unexpected(&["'DATABASE'", "'EXTERNAL'", "'OR'", "'SCHEMA'", "'TABLE'", "'VIEW'"]))
        }
        Leading::Unknown => Err(cursor.unexpected(&[
            "'ALTER'",
            "'CREATE'",
            "'DEALLOCATE'",
            "'DESCRIBE'",
            "'DROP'",
            "'EXECUTE'",
            "'EXPLAIN'",
            "'INSERT'",
            "'MSCK'",
            "'PREPARE'",
            "'SELECT'",
            "'SHOW'",
            "'UNLOAD'",
            "'VALUES'",
            "'WITH'",
        ])),
    }
}

fn leading_word(token: &sqlparser::tokenizer::TokenWithSpan) -> String {
    match &token.token {
        Token::Word(word) if word.quote_style.is_none() => word.value.to_uppercase(),
        Token::LParen => "(".to_string(),
        _ => String::new(),
    }
}

/// `CREATE [EXTERNAL] TABLE`: with a list of columns Hive's, else Trino's `AS`.
fn create(cursor: &mut Cursor<'_>) -> Result<Statement, Error> {
    cursor.expect_words(&["CREATE"])?;
    let external = cursor.take_words(&["EXTERNAL"]);
    cursor.expect_words(&["TABLE"])?;
    let if_not_exists = cursor.take_words(&["IF", "NOT", "EXISTS"]);
    let name_starts = cursor.next;
    cursor.table_name()?;
    let has_columns = *cursor.token() == Token::LParen;
    let is_like = cursor.is(&["LIKE"]);
    if is_like {
        return Err(Error::unsupported(Some(cursor.at()), "CREATE TABLE … LIKE"));
    }
    let has_as = cursor.is(&["AS"]) || cursor.is(&["WITH"]);
    if !has_columns && !has_as {
        return Err(cursor.unexpected(&["'('", "'AS'", "'WITH'"]));
    }
    cursor.next = name_starts;
    if has_columns || external {
        let table = create_table::create_table(cursor, external, if_not_exists)?;
        return Ok(Statement::CreateTable(Box::new(table)));
    }
    create_as::create_table_as(cursor, if_not_exists)
}
