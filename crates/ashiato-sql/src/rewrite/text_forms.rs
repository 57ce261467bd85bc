//! The standard's forms for text, as calls: `POSITION(a IN b)`, `SUBSTRING(a FROM 2)`, `TRIM(LEADING 'x' FROM a)`,
//! `NORMALIZE(a, NFC)`; and `U&'\\00e9'` as the text that it means.

use super::build::{call, function_name, plain_arguments, string, take};
use sqlparser::ast::{Expr, TrimWhereField, Value};

/// Rewrites a form of text.
pub(crate) fn rewrite(expr: &mut Expr) {
    let taken = match expr {
        Expr::Position { .. } | Expr::Substring { .. } | Expr::Trim { .. } => take(expr),
        Expr::Function(function) if function_name(function) == Some("normalize") => {
            if let Some([text, Expr::Identifier(form)]) = plain_arguments(function).as_deref() {
                *expr = call("normalize", vec![text.clone(), string(form.value.to_uppercase())]);
            }
            return;
        }
        Expr::Value(literal) => {
            if let Value::UnicodeStringLiteral(text) = &literal.value {
                literal.value = Value::SingleQuotedString(text.clone());
            }
            return;
        }
        _ => return,
    };
    *expr = match taken {
        Expr::Position { expr: part, r#in: text } => call("strpos", vec![*text, *part]),
        Expr::Substring { expr: text, substring_from, substring_for, .. } => {
            // `FOR` alone counts from the first character; with neither, the call is refused for its arguments.
            let first = || substring_for.is_some().then(|| super::build::number("1"));
            let from = substring_from.map(|from| *from).or_else(first);
            let arguments = [Some(*text), from, substring_for.map(|length| *length)];
            call("substr", arguments.into_iter().flatten().collect())
        }
        Expr::Trim { trim_where, trim_what, expr: text, trim_characters } => {
            let name = match trim_where {
                Some(TrimWhereField::Leading) => "ltrim",
                Some(TrimWhereField::Trailing) => "rtrim",
                Some(TrimWhereField::Both) | None => "trim",
            };
            let characters = trim_what.map(|what| *what).into_iter().chain(trim_characters.into_iter().flatten());
            call(name, std::iter::once(*text).chain(characters).collect())
        }
        other => other,
    };
}
