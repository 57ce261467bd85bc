//! Calls that are forms of SQL: `IF`, `TRY`, `CURRENT_DATE` and its like, and names that are no calls at all.

use super::build::{call, case, function_name, plain_arguments, string, take};
use crate::cast::{CAST, TRY_CAST};
use crate::functions::lambda::REGEXP_REPLACE_BY;
use sqlparser::ast::{
    Expr, Function, FunctionArguments, Ident, LambdaFunction, LambdaSyntax, ObjectName, ObjectNamePart,
    OneOrManyWithParens, Value,
};

/// Rewrites a call.
pub(crate) fn rewrite(expr: &mut Expr) {
    let Expr::Function(function) = expr else { return };
    let Some(name) = function_name(function).map(str::to_string) else { return };
    if function.args == FunctionArguments::None {
        *expr = without_parentheses(&name, function);
        return;
    }
    let Some(mut arguments) = plain_arguments(function) else { return };
    match (name.as_str(), arguments.len()) {
        // Only the branch that is taken may be computed: a CASE, not a call.
        ("if", 2 | 3) => {
            let other = (arguments.len() == 3).then(|| arguments.remove(2));
            let result = arguments.remove(1);
            *expr = case(vec![(arguments.remove(0), result)], other);
        }
        // Trino prints the fields of a row without names as `field0`, `field1`.
        ("row", 1..) => {
            let named = arguments.into_iter().enumerate();
            let named = named.flat_map(|(at, value)| [string(format!("field{at}")), value]);
            *expr = call("named_struct", named.collect());
        }
        ("typeof", 1) => {
            if let Some(named) = type_of_bounded(&arguments[0], expr) {
                *expr = named;
            }
        }
        ("try", 1) => *expr = try_call(arguments.remove(0)),
        // DataFusion's planner keeps `map` for itself where it is not called with two arrays.
        ("map", 0) => function.name = ObjectName::from(Ident::new("$empty_map")),
        ("regexp_replace", 3) if matches!(arguments[2], Expr::Lambda(_)) => {
            function.name = ObjectName::from(Ident::new(REGEXP_REPLACE_BY));
        }
        // Other functions than those of one argument, which DataFusion optimises by their names.
        ("max", 2) => function.name = ObjectName::from(Ident::new("$max_n")),
        ("min", 2) => function.name = ObjectName::from(Ident::new("$min_n")),
        _ => {}
    }
}

/// `typeof` of a string literal, or of a cast to a type with a length, which the types of plans do not have.
fn type_of_bounded(of: &Expr, type_of: &Expr) -> Option<Expr> {
    let literal = |expr: &Expr| match expr {
        Expr::Value(value) => match &value.value {
            Value::SingleQuotedString(text) => Some(text.clone()),
            _ => None,
        },
        _ => None,
    };
    if let Some(text) = literal(of) {
        return Some(string(format!("varchar({})", text.chars().count())));
    }
    let Expr::Function(cast) = of else { return None };
    if ![CAST, TRY_CAST].contains(&function_name(cast)?) {
        return None;
    }
    let to = literal(plain_arguments(cast)?.get(1)?)?;
    let has_length = to.starts_with("varchar(") || to.starts_with("char(");
    // The call stays, so that what it is of is checked.
    has_length.then(|| call("replace", vec![type_of.clone(), string("varchar"), string(to)]))
}

/// `current_date` is a call; `user`, which `sqlparser` takes for a call too, is a column's name in CloudTrail.
fn without_parentheses(name: &str, function: &Function) -> Expr {
    let calls = ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];
    if calls.contains(&name) {
        return call(name, Vec::new());
    }
    match function.name.0.as_slice() {
        [ObjectNamePart::Identifier(ident)] => Expr::Identifier(ident.clone()),
        _ => Expr::Function(function.clone()),
    }
}

/// `TRY(e)` is the call of a function with the lambda `() -> e`, which it may evaluate row by row.
fn try_call(mut body: Expr) -> Expr {
    let lambda = LambdaFunction {
        params: OneOrManyWithParens::Many(Vec::new()),
        body: Box::new(take(&mut body)),
        syntax: LambdaSyntax::Arrow,
    };
    call("$try", vec![Expr::Lambda(lambda)])
}
