//! Positions in ROLLUP, CUBE and GROUPING SETS: `GROUP BY ROLLUP (1, 2)` means the first and the second column of the
//! select list, as `GROUP BY 1, 2` does. DataFusion takes them for constants. Trino allows columns alone there.

use crate::error::{Error, ErrorKind};
use sqlparser::ast::{Expr, GroupByExpr, Select, SelectItem, Value};

/// Rewrites the positions in a SELECT's grouping.
///
/// # Errors
/// `INVALID_COLUMN_REFERENCE` for a position that no column has.
pub(crate) fn rewrite(select: &mut Select) -> Result<(), Error> {
    let GroupByExpr::Expressions(groups, _) = &mut select.group_by else { return Ok(()) };
    for group in groups {
        let (Expr::Rollup(sets) | Expr::Cube(sets) | Expr::GroupingSets(sets)) = group else { continue };
        for expr in sets.iter_mut().flatten() {
            replace(expr, &select.projection)?;
        }
    }
    Ok(())
}

fn replace(expr: &mut Expr, columns: &[SelectItem]) -> Result<(), Error> {
    let Expr::Value(value) = &*expr else { return Ok(()) };
    let Value::Number(position, _) = &value.value else { return Ok(()) };
    let at = Some(value.span.start).filter(|start| start.line > 0).map(|start| (start.line, start.column));
    let index = position.parse::<usize>().ok().and_then(|position| position.checked_sub(1));
    let column = index.and_then(|index| {
        // Behind a `*` a position is known only once the columns are.
        let is_known = columns
            .iter()
            .take(index + 1)
            .all(|column| matches!(column, SelectItem::UnnamedExpr(_) | SelectItem::ExprWithAlias { .. }));
        columns.get(index).filter(|_| is_known)
    });
    match column {
        Some(SelectItem::UnnamedExpr(column) | SelectItem::ExprWithAlias { expr: column, .. }) => {
            *expr = column.clone();
            Ok(())
        }
        _ => {
            let message = format!("GROUP BY position {position} is not in select list");
            Err(Error { kind: ErrorKind::Invalid, code: "INVALID_COLUMN_REFERENCE", at, message })
        }
    }
}
