//! CHAR(n) in comparisons: the spaces that fill it up do not count, on either side. What is known to be a CHAR is a
//! cast that says so; a column carries its text alone.

use datafusion::logical_expr::{Expr, ScalarUDF};
use std::sync::{Arc, LazyLock};

static TRIM_SPACES: LazyLock<Arc<ScalarUDF>> = LazyLock::new(crate::functions::text::trim_spaces);

pub(super) fn udf() -> Arc<ScalarUDF> {
    TRIM_SPACES.clone()
}

/// Both sides, without the spaces at their ends where one is a CHAR.
pub(super) fn comparable(left: Expr, right: Expr) -> (Expr, Expr) {
    if !is_char(&left) && !is_char(&right) {
        return (left, right);
    }
    let trimmed = |side| super::call(udf(), vec![side]);
    (trimmed(left), trimmed(right))
}

fn is_char(expr: &Expr) -> bool {
    match expr {
        Expr::Alias(alias) => is_char(&alias.expr),
        Expr::ScalarFunction(function) if [crate::cast::CAST, crate::cast::TRY_CAST].contains(&function.name()) => {
            let to = function.args.get(1).and_then(super::comparison::text_literal);
            to.is_some_and(|to| to.starts_with("char("))
        }
        _ => false,
    }
}
