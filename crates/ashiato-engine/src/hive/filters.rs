//! From a predicate to what it leaves of one partition column.
//!
//! Everything here is a necessary condition: a partition that the predicate accepts is in the domain. What is
//! not understood leaves the domain whole.

use super::domain::{Domain, Value};
use super::partition_column::{PartitionColumn, ValueKind};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::expr::InList;
use datafusion::logical_expr::{Between, BinaryExpr, Expr, Like, Operator};
use std::ops::Bound;

/// What the conjunction of `filters` leaves of a column.
pub fn domain_of(filters: &[Expr], column: &PartitionColumn) -> Domain {
    filters.iter().fold(Domain::all(), |domain, filter| domain.intersect(&of_expr(filter, column)))
}

fn of_expr(expr: &Expr, column: &PartitionColumn) -> Domain {
    match expr {
        Expr::Alias(alias) => of_expr(&alias.expr, column),
        Expr::Literal(ScalarValue::Boolean(Some(true)), _) => Domain::all(),
        Expr::Literal(ScalarValue::Boolean(_) | ScalarValue::Null, _) => Domain::none(),
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::And, right }) => {
            of_expr(left, column).intersect(&of_expr(right, column))
        }
        Expr::BinaryExpr(BinaryExpr { left, op: Operator::Or, right }) => {
            of_expr(left, column).union(&of_expr(right, column))
        }
        Expr::BinaryExpr(binary) => of_comparison(binary, column),
        Expr::InList(list) => of_list(list, column),
        Expr::Between(between) => of_between(between, column),
        Expr::Like(like) => of_like(like, column),
        _ => Domain::all(),
    }
}

fn of_comparison(BinaryExpr { left, op, right }: &BinaryExpr, column: &PartitionColumn) -> Domain {
    let (op, literal) = if is_column(left, column) {
        (*op, right)
    } else if is_column(right, column) {
        let Some(swapped) = op.swap() else { return Domain::all() };
        (swapped, left)
    } else {
        return Domain::all();
    };
    compare(op, literal, column)
}

/// `column <op> literal`. A comparison with NULL is never true.
fn compare(op: Operator, literal: &Expr, column: &PartitionColumn) -> Domain {
    let Some(scalar) = scalar(literal) else { return Domain::all() };
    let is_comparison =
        matches!(op, Operator::Eq | Operator::NotEq | Operator::Lt | Operator::LtEq | Operator::Gt | Operator::GtEq);
    if scalar.is_null() {
        return if is_comparison { Domain::none() } else { Domain::all() };
    }
    let Some(value) = value_of(&scalar, column.kind) else { return Domain::all() };
    match op {
        Operator::Eq | Operator::IsNotDistinctFrom => Domain::point(value),
        Operator::NotEq => Domain::except(value),
        Operator::Lt => Domain::between(Bound::Unbounded, Bound::Excluded(value)),
        Operator::LtEq => Domain::between(Bound::Unbounded, Bound::Included(value)),
        Operator::Gt => Domain::between(Bound::Excluded(value), Bound::Unbounded),
        Operator::GtEq => Domain::between(Bound::Included(value), Bound::Unbounded),
        _ => Domain::all(),
    }
}

fn of_list(InList { expr, list, negated }: &InList, column: &PartitionColumn) -> Domain {
    if !is_column(expr, column) {
        return Domain::all();
    }
    if *negated {
        return list.iter().fold(Domain::all(), |left, item| left.intersect(&compare(Operator::NotEq, item, column)));
    }
    list.iter().fold(Domain::none(), |found, item| found.union(&compare(Operator::Eq, item, column)))
}

fn of_between(Between { expr, negated, low, high }: &Between, column: &PartitionColumn) -> Domain {
    if !is_column(expr, column) {
        return Domain::all();
    }
    if *negated {
        return compare(Operator::Lt, low, column).union(&compare(Operator::Gt, high, column));
    }
    compare(Operator::GtEq, low, column).intersect(&compare(Operator::LtEq, high, column))
}

/// `LIKE 'prefix%'` is a range of texts; a pattern without wildcards is one text.
fn of_like(like: &Like, column: &PartitionColumn) -> Domain {
    let understood = is_column(&like.expr, column)
        && !like.negated
        && !like.case_insensitive
        && like.escape_char.is_none()
        && column.kind == ValueKind::Text;
    let pattern = scalar(&like.pattern).and_then(|scalar| value_of(&scalar, ValueKind::Text));
    let (true, Some(Value::Text(pattern))) = (understood, pattern) else { return Domain::all() };
    // A backslash escapes in DataFusion and stands for itself in Trino: whichever is right, the range is not known.
    if pattern.contains('\\') {
        return Domain::all();
    }
    let Some(wildcard) = pattern.find(['%', '_']) else { return Domain::point(Value::Text(pattern)) };
    let prefix = &pattern[..wildcard];
    let end = after_prefix(prefix).map_or(Bound::Unbounded, |end| Bound::Excluded(Value::Text(end)));
    Domain::between(Bound::Included(Value::Text(prefix.to_string())), end)
}

/// The least text above every text that begins with `prefix`; none where there is no such text.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut chars: Vec<char> = prefix.chars().collect();
    while let Some(last) = chars.pop() {
        // Between U+D7FF and U+E000 lie the surrogates, which no text holds.
        let next = if last == '\u{D7FF}' { Some('\u{E000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            return Some(chars.into_iter().chain([next]).collect());
        }
    }
    None
}

/// Whether the expression is the column, or the column under a cast that keeps its order.
fn is_column(expr: &Expr, column: &PartitionColumn) -> bool {
    match expr {
        Expr::Column(named) => named.name.eq_ignore_ascii_case(&column.name),
        Expr::Cast(cast) => is_column(&cast.expr, column) && column.kind.is_kept_by(cast.field.data_type()),
        Expr::TryCast(cast) => is_column(&cast.expr, column) && column.kind.is_kept_by(cast.field.data_type()),
        _ => false,
    }
}

/// A literal, or a cast of one that was not folded.
fn scalar(expr: &Expr) -> Option<ScalarValue> {
    match expr {
        Expr::Literal(scalar, _) => Some(scalar.clone()),
        Expr::Alias(alias) => scalar(&alias.expr),
        Expr::Cast(cast) => scalar(&cast.expr)?.cast_to(cast.field.data_type()).ok(),
        _ => None,
    }
}

fn value_of(scalar: &ScalarValue, kind: ValueKind) -> Option<Value> {
    match (kind, scalar) {
        (_, ScalarValue::Dictionary(_, inner)) => value_of(inner, kind),
        (ValueKind::Text, scalar) => scalar.try_as_str().flatten().map(|text| Value::Text(text.to_string())),
        (ValueKind::Date, ScalarValue::Date32(Some(days))) => Some(Value::Date(*days)),
        (ValueKind::Integer, scalar) => integer(scalar).map(Value::Integer),
        _ => None,
    }
}

fn integer(scalar: &ScalarValue) -> Option<i64> {
    match scalar {
        ScalarValue::Int8(Some(number)) => Some(i64::from(*number)),
        ScalarValue::Int16(Some(number)) => Some(i64::from(*number)),
        ScalarValue::Int32(Some(number)) => Some(i64::from(*number)),
        ScalarValue::Int64(Some(number)) => Some(*number),
        ScalarValue::UInt8(Some(number)) => Some(i64::from(*number)),
        ScalarValue::UInt16(Some(number)) => Some(i64::from(*number)),
        ScalarValue::UInt32(Some(number)) => Some(i64::from(*number)),
        ScalarValue::UInt64(Some(number)) => i64::try_from(*number).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use datafusion::logical_expr::{col, lit};
    use datafusion::prelude::SessionContext;

    fn text_column() -> PartitionColumn {
        PartitionColumn { name: "day".to_string(), kind: ValueKind::Text }
    }

    fn parse(predicate: &str) -> Expr {
        use arrow::datatypes::{DataType, Field, Schema};
        let fields = vec![Field::new("day", DataType::Utf8View, true), Field::new("n", DataType::Int64, true)];
        let schema = datafusion::common::DFSchema::try_from(Schema::new(fields)).expect("a schema");
        SessionContext::new().parse_sql_expr(predicate, &schema).expect("a predicate")
    }

    #[test]
    fn predicates_leave_what_they_can_accept() {
        let days = ["2023/01/01", "2023/01/02", "2023/02/01", "2024/01/01"];
        let cases: &[(&str, &[usize])] = &[
            ("day = '2023/01/02'", &[1]),
            ("'2023/01/02' = day", &[1]),
            ("day >= '2023/01/02'", &[1, 2, 3]),
            ("'2023/01/02' > day", &[0]),
            ("day <> '2023/01/02'", &[0, 2, 3]),
            ("day in ('2023/01/01', '2024/01/01')", &[0, 3]),
            ("day not in ('2023/01/01', '2024/01/01')", &[1, 2]),
            ("day between '2023/01/02' and '2023/12/31'", &[1, 2]),
            ("day not between '2023/01/02' and '2023/12/31'", &[0, 3]),
            ("day like '2023/01%'", &[0, 1]),
            ("day like '2023/0_/01'", &[0, 1, 2]),
            ("day like '2024/01/01'", &[3]),
            ("day like '%01'", &[0, 1, 2, 3]),
            ("day not like '2023%'", &[0, 1, 2, 3]),
            ("day = '2023/01/01' or day > '2023/12'", &[0, 3]),
            ("day = '2023/01/01' or n = 1", &[0, 1, 2, 3]),
            ("day > '2023/01/01' and n = 1", &[1, 2, 3]),
            ("day = null", &[]),
            ("false", &[]),
            ("n = 5", &[0, 1, 2, 3]),
            ("substr(day, 1, 4) = '2023'", &[0, 1, 2, 3]),
        ];
        for (predicate, expected) in cases {
            let domain = domain_of(&[parse(predicate)], &text_column());
            let kept = |index: &usize| domain.contains(&Value::Text(days[*index].to_string()));
            let found: Vec<usize> = (0..days.len()).filter(kept).collect();
            assert_eq!(found, *expected, "{predicate}");
        }
    }

    #[test]
    fn integers_compare_as_numbers() {
        let column = PartitionColumn { name: "n".to_string(), kind: ValueKind::Integer };
        let domain = domain_of(&[col("n").gt(lit(9i64)), col("n").lt_eq(lit(10i32))], &column);
        assert!(domain.contains(&Value::Integer(10)));
        assert!(!domain.contains(&Value::Integer(9)));
        assert!(!domain.contains(&Value::Integer(11)));
    }

    #[test]
    fn the_text_after_a_prefix_is_above_all_that_begin_with_it() {
        assert_eq!(after_prefix("ab").as_deref(), Some("ac"));
        assert_eq!(after_prefix("a\u{10FFFF}").as_deref(), Some("b"));
        assert_eq!(after_prefix("\u{10FFFF}"), None);
        assert_eq!(after_prefix(""), None);
    }
}
