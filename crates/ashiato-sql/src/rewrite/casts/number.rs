//! Numbers as they are written: with an exponent a DOUBLE, with a point a DECIMAL, otherwise a BIGINT. A minus before
//! one belongs to it; before anything else it is an operation that can overflow.

use super::{CAST, call, cast_call, decimal_type, double, text_literal};
use crate::error::{Error, ErrorKind};
use crate::types::Type;
use sqlparser::ast::{Expr, UnaryOperator, Value, ValueWithSpan};

/// The one whole number that is a BIGINT only with the minus before it.
const BEYOND_BIGINT: &str = "9223372036854775808";

/// A number without a sign.
pub(super) fn literal(value: ValueWithSpan) -> Result<Expr, Error> {
    let Value::Number(text, _) = &value.value else { return Ok(Expr::Value(value)) };
    let at = Some(value.span.start).filter(|start| start.line > 0).map(|start| (start.line, start.column));
    if text.contains(['e', 'E']) {
        return Ok(double(text.to_string()));
    }
    let plain = text.replace('_', "");
    if plain.contains('.') {
        if decimal_type(&plain).is_none() {
            let digits = plain.trim_start_matches('0').bytes().filter(u8::is_ascii_digit).count();
            let message = format!("DECIMAL precision must be in range [1, 38]: {digits}");
            return Err(Error { kind: ErrorKind::Invalid, code: "INVALID_LITERAL", at, message });
        }
    } else if plain.bytes().all(|byte| byte.is_ascii_digit()) && plain.parse::<i64>().is_err() {
        let message = format!("Invalid numeric literal: {text}");
        return Err(Error { kind: ErrorKind::Invalid, code: "SYNTAX_ERROR", at, message });
    }
    Ok(Expr::Value(value))
}

/// The negative of an expression that is rewritten already.
pub(super) fn negative(of: Expr) -> Expr {
    match &of {
        Expr::Value(value) if matches!(value.value, Value::Number(..)) => {
            Expr::UnaryOp { op: UnaryOperator::Minus, expr: Box::new(of) }
        }
        _ => call(crate::planner::NEGATE, vec![of]),
    }
}

/// Makes `-9223372036854775808` a literal, before its digits alone are looked at.
pub(crate) fn smallest_bigint(expr: &mut Expr) {
    let Expr::UnaryOp { op: UnaryOperator::Minus, expr: of } = &*expr else { return };
    let is_smallest = matches!(of.as_ref(), Expr::Value(value)
        if matches!(&value.value, Value::Number(text, _) if text == BEYOND_BIGINT));
    if is_smallest {
        *expr = cast_call(CAST, text_literal(format!("-{BEYOND_BIGINT}")), &Type::Bigint, None);
    }
}
