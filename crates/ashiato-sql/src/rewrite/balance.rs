//! Long chains of AND, of OR and of UNION as balanced trees: `a OR b OR c OR d` as `(a OR b) OR (c OR d)`. The parser
//! makes a tree as deep as the chain is long, and those behind it walk it by recursion.

use super::build::take;
use sqlparser::ast::{BinaryOperator, Expr, SetExpr, SetOperator, SetQuantifier, Values};

/// Chains up to this length stay as they are.
const SHORT: usize = 16;

/// Balances the chain that this expression is the end of.
pub(crate) fn rewrite(expr: &mut Expr) {
    let Expr::BinaryOp { op, .. } = &*expr else { return };
    let op = op.clone();
    if !matches!(op, BinaryOperator::And | BinaryOperator::Or) || length(expr, &op) <= SHORT {
        return;
    }
    let mut terms = Vec::new();
    let mut rest = take(expr);
    rest = loop {
        match rest {
            Expr::BinaryOp { left, op: here, right } if here == op => {
                terms.push(*right);
                rest = *left;
            }
            first => break first,
        }
    };
    terms.push(rest);
    terms.reverse();
    *expr = balanced(terms, &op);
}

fn length(mut expr: &Expr, op: &BinaryOperator) -> usize {
    let mut length = 1;
    while let Expr::BinaryOp { left, op: here, .. } = expr
        && here == op
    {
        length += 1;
        expr = left;
    }
    length
}

/// The recursion here is as deep as the tree that it makes.
fn balanced(mut terms: Vec<Expr>, op: &BinaryOperator) -> Expr {
    match terms.len() {
        0 | 1 => terms.pop().unwrap_or_else(|| Expr::value(sqlparser::ast::Value::Null)),
        count => {
            let right = terms.split_off(count / 2);
            Expr::BinaryOp {
                left: Box::new(Expr::Nested(Box::new(balanced(terms, op)))),
                op: op.clone(),
                right: Box::new(Expr::Nested(Box::new(balanced(right, op)))),
            }
        }
    }
}

/// Balances the chain of UNIONs that this is the end of. The first SELECT stays the first: it gives the names.
pub(crate) fn rewrite_unions(body: &mut SetExpr) {
    let SetExpr::SetOperation { op: SetOperator::Union, set_quantifier, .. } = &*body else { return };
    let quantifier = *set_quantifier;
    let nothing = SetExpr::Values(Values { explicit_row: false, value_keyword: false, rows: Vec::new() });
    let mut rest = std::mem::replace(body, nothing);
    let mut branches = Vec::new();
    rest = loop {
        match rest {
            SetExpr::SetOperation { op: SetOperator::Union, set_quantifier, left, right }
                if set_quantifier == quantifier =>
            {
                branches.push(*right);
                rest = *left;
            }
            first => break first,
        }
    };
    branches.push(rest);
    branches.reverse();
    *body = balanced_union(branches, quantifier);
}

fn balanced_union(mut branches: Vec<SetExpr>, set_quantifier: SetQuantifier) -> SetExpr {
    let right = branches.split_off(branches.len().div_ceil(2));
    if right.is_empty() {
        return branches.remove(0);
    }
    SetExpr::SetOperation {
        op: SetOperator::Union,
        set_quantifier,
        left: Box::new(balanced_union(branches, set_quantifier)),
        right: Box::new(balanced_union(right, set_quantifier)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sqlparser::parser::Parser;

    #[test]
    fn a_long_chain_keeps_its_terms_in_order() {
        let chain: Vec<String> = (0..100).map(|number| format!("a{number}")).collect();
        let parser = Parser::new(&crate::parse::TrinoDialect).try_with_sql(&chain.join(" OR "));
        let mut expr = parser.and_then(|mut parser| parser.parse_expr()).expect("a chain");
        rewrite(&mut expr);
        assert!(length(&expr, &BinaryOperator::Or) <= SHORT);
        assert_eq!(expr.to_string().replace(['(', ')'], ""), chain.join(" OR "));
    }
}
