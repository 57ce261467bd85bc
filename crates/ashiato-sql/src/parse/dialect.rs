//! What Trino's SQL allows, as switches and hooks of `sqlparser`.

use sqlparser::ast::{
    ArrayElemTypeDef, CastKind, DataType, Expr, Ident, LambdaFunction, LambdaSyntax, ObjectName, OneOrManyWithParens,
    StructBracketKind, StructField, TypedString,
};
use sqlparser::dialect::{Dialect, GenericDialect};
use sqlparser::keywords::Keyword;
use sqlparser::parser::{Parser, ParserError};
use sqlparser::tokenizer::Token;
use std::any::TypeId;

/// Trino's SELECT grammar. Passes for `GenericDialect` where the parser asks for a dialect by type.
#[derive(Debug, Default)]
pub struct TrinoDialect;

impl Dialect for TrinoDialect {
    fn dialect(&self) -> TypeId {
        TypeId::of::<GenericDialect>()
    }
    fn is_delimited_identifier_start(&self, ch: char) -> bool {
        ch == '"' || ch == '`'
    }
    fn is_identifier_start(&self, ch: char) -> bool {
        ch.is_alphabetic() || ch == '_' || ch == '$'
    }
    fn is_identifier_part(&self, ch: char) -> bool {
        ch.is_alphanumeric() || ch == '_' || ch == '$' || ch == '@'
    }
    fn identifier_quote_style(&self, _identifier: &str) -> Option<char> {
        Some('"')
    }
    fn supports_unicode_string_literal(&self) -> bool {
        true
    }
    fn supports_filter_during_aggregation(&self) -> bool {
        true
    }
    fn supports_group_by_expr(&self) -> bool {
        true
    }
    fn supports_match_recognize(&self) -> bool {
        true
    }
    fn supports_lambda_functions(&self) -> bool {
        true
    }
    fn supports_boolean_literals(&self) -> bool {
        true
    }
    fn supports_window_clause_named_window_reference(&self) -> bool {
        true
    }
    fn supports_window_function_null_treatment_arg(&self) -> bool {
        true
    }
    fn supports_array_typedef_with_brackets(&self) -> bool {
        true
    }
    fn supports_values_as_table_factor(&self) -> bool {
        true
    }
    fn supports_explain_with_utility_options(&self) -> bool {
        true
    }
    fn parse_prefix(&self, parser: &mut Parser) -> Option<Result<Expr, ParserError>> {
        if let Some(parsed) = parse_ip_literal(parser).or_else(|| parse_lambda_without_parameters(parser)) {
            return Some(parsed);
        }
        let kind = match &parser.peek_token_ref().token {
            Token::Word(word) if word.keyword == Keyword::CAST => CastKind::Cast,
            Token::Word(word) if word.keyword == Keyword::TRY_CAST => CastKind::TryCast,
            _ => return None,
        };
        (parser.peek_nth_token(1).token == Token::LParen).then(|| parse_cast(parser, kind))
    }
}

/// `IPADDRESS '10.0.0.1'`, a literal of a type that the parser does not know.
fn parse_ip_literal(parser: &mut Parser) -> Option<Result<Expr, ParserError>> {
    let is_type = matches!(&parser.peek_token_ref().token, Token::Word(word)
        if word.quote_style.is_none() && word.value.eq_ignore_ascii_case("ipaddress"));
    if !is_type || !matches!(parser.peek_nth_token(1).token, Token::SingleQuotedString(_)) {
        return None;
    }
    let data_type = DataType::Custom(ObjectName::from(vec![Ident::new("ipaddress")]), Vec::new());
    parser.next_token();
    Some(parser.parse_value().map(|value| Expr::TypedString(TypedString { data_type, value, uses_odbc_syntax: false })))
}

/// `() -> body`.
fn parse_lambda_without_parameters(parser: &mut Parser) -> Option<Result<Expr, ParserError>> {
    let opens = [Token::LParen, Token::RParen, Token::Arrow];
    if !opens.iter().enumerate().all(|(ahead, token)| parser.peek_nth_token(ahead).token == *token) {
        return None;
    }
    for _ in opens {
        parser.next_token();
    }
    Some(parser.parse_expr().map(|body| {
        Expr::Lambda(LambdaFunction {
            params: OneOrManyWithParens::Many(Vec::new()),
            body: Box::new(body),
            syntax: LambdaSyntax::Arrow,
        })
    }))
}

fn parse_cast(parser: &mut Parser, kind: CastKind) -> Result<Expr, ParserError> {
    parser.next_token();
    parser.expect_token(&Token::LParen)?;
    let expr = Box::new(parser.parse_expr()?);
    parser.expect_keyword_is(Keyword::AS)?;
    let data_type = parse_type(parser)?;
    parser.expect_token(&Token::RParen)?;
    Ok(Expr::Cast { kind, expr, data_type, array: false, format: None })
}

/// `ARRAY(T)`, `MAP(K, V)`, `MAP<K, V>`, `ROW(a T, U)`; all else is the parser's own.
fn parse_type(parser: &mut Parser) -> Result<DataType, ParserError> {
    let constructor = match &parser.peek_token_ref().token {
        Token::Word(word) if word.quote_style.is_none() => word.value.to_uppercase(),
        _ => String::new(),
    };
    if constructor == "MAP" && parser.peek_nth_token(1).token == Token::Lt {
        return parse_angle_map(parser);
    }
    let is_constructor = ["ARRAY", "MAP", "ROW"].contains(&constructor.as_str());
    if !is_constructor || parser.peek_nth_token(1).token != Token::LParen {
        return parser.parse_data_type();
    }
    parser.next_token();
    parser.expect_token(&Token::LParen)?;
    let data_type = match constructor.as_str() {
        "ARRAY" => DataType::Array(ArrayElemTypeDef::AngleBracket(Box::new(parse_type(parser)?))),
        "MAP" => {
            let key = parse_type(parser)?;
            parser.expect_token(&Token::Comma)?;
            DataType::Map(Box::new(key), Box::new(parse_type(parser)?))
        }
        _ => DataType::Struct(parser.parse_comma_separated(parse_row_field)?, StructBracketKind::Parentheses),
    };
    parser.expect_token(&Token::RParen)?;
    Ok(data_type)
}

fn parse_angle_map(parser: &mut Parser) -> Result<DataType, ParserError> {
    parser.next_token();
    parser.expect_token(&Token::Lt)?;
    let key = parse_type(parser)?;
    parser.expect_token(&Token::Comma)?;
    let value = parse_type(parser)?;
    parser.expect_token(&Token::Gt)?;
    Ok(DataType::Map(Box::new(key), Box::new(value)))
}

fn parse_row_field(parser: &mut Parser) -> Result<StructField, ParserError> {
    let named = !matches!(parser.peek_nth_token(1).token, Token::Comma | Token::RParen | Token::LParen | Token::Lt);
    let field_name = if named { Some(parser.parse_identifier()?) } else { None };
    Ok(StructField { field_name, field_type: parse_type(parser)?, options: None })
}
