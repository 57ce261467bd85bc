//! Dots behind what is no plain column: `resources[1].arn`, `element_at(m, 'k').x`, `x.type` of a lambda's `x`.
//!
//! The planner takes such a chain of accesses with the field's name as a string, and finds out by the type of what
//! comes before whether that is a row's field, a map's key or a member of a JSON text.

use super::build::{string, take};
use sqlparser::ast::{AccessExpr, Expr};
use std::collections::BTreeSet;

/// Rewrites the dots of an access; `is_parameter` tells the parameters of the lambdas around.
pub(crate) fn rewrite(expr: &mut Expr, is_parameter: impl Fn(&str) -> bool) {
    match expr {
        Expr::CompoundIdentifier(names) if is_parameter(&names[0].value) => {
            let root = Expr::Nested(Box::new(Expr::Identifier(names[0].clone())));
            let fields = names[1..].iter().map(|name| AccessExpr::Dot(string(name.value.as_str())));
            *expr = Expr::CompoundFieldAccess { root: Box::new(root), access_chain: fields.collect() };
        }
        Expr::CompoundFieldAccess { root, access_chain } => {
            let is_name = match root.as_ref() {
                Expr::Identifier(name) => !is_parameter(&name.value),
                _ => false,
            };
            if matches!(root.as_ref(), Expr::Identifier(_)) && !is_name {
                let parameter = take(root);
                **root = Expr::Nested(Box::new(parameter));
            }
            // The dots right behind a name belong to the name: schema, table, column.
            let is_dot = |access: &&mut AccessExpr| matches!(access, AccessExpr::Dot(Expr::Identifier(_)));
            let mut of_name = is_name;
            for access in access_chain.iter_mut() {
                of_name = of_name && is_dot(&access);
                if of_name {
                    continue;
                }
                if let AccessExpr::Dot(Expr::Identifier(name)) = access {
                    *access = AccessExpr::Dot(string(name.value.as_str()));
                }
            }
        }
        _ => {}
    }
}

/// Rewrites `l.useridentity.type` where `l` is a relation of a SELECT around this one: the planner finds a column of
/// an outer query, but not the fields of one.
pub(crate) fn rewrite_outer(expr: &mut Expr, relations: &[BTreeSet<String>]) {
    let Expr::CompoundIdentifier(names) = &*expr else { return };
    let Some((innermost, outer)) = relations.split_last() else { return };
    let relation = &names[0].value;
    let is_outer = !innermost.contains(relation) && outer.iter().any(|around| around.contains(relation));
    if names.len() < 3 || !is_outer {
        return;
    }
    let column = Expr::Nested(Box::new(Expr::CompoundIdentifier(names[..2].to_vec())));
    let fields = names[2..].iter().map(|name| AccessExpr::Dot(string(name.value.as_str()))).collect();
    *expr = Expr::CompoundFieldAccess { root: Box::new(column), access_chain: fields };
}
