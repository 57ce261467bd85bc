//! What a record must hold, as text, for a predicate to accept it.
//!
//! Everything here is a necessary condition: a predicate of which nothing is known asks for nothing.

use super::access::field_path;
use super::columns::Columns;
use arrow::datatypes::DataType;
use ashiato_event::decode::ValueSource;
use ashiato_event::needle::{Needle, Prefilter};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::Operator;
use datafusion::physical_expr::expressions::{
    BinaryExpr, CaseExpr, CastExpr, DynamicFilterPhysicalExpr, InListExpr, IsNotNullExpr, LikeExpr, Literal,
    TryCastExpr,
};
use datafusion::physical_expr::{PhysicalExpr, ScalarFunctionExpr};
use std::sync::Arc;

/// A condition: each clause has a needle that stands in the record.
type Clauses = Vec<Vec<Needle>>;

/// An IN list longer than this is not searched for.
const ALTERNATIVES_MAX: usize = 64;

/// Filters of which some are filled while a query runs: a join that holds few rows has the other side sought for them.
pub(crate) struct Late {
    filters: Vec<Arc<dyn PhysicalExpr>>,
    columns: Arc<Columns>,
}

impl Late {
    /// `None` where no filter is of this kind.
    pub(crate) fn of(filters: &[Arc<dyn PhysicalExpr>], columns: &Arc<Columns>) -> Option<Late> {
        let is_late = filters.iter().any(|filter| filter.downcast_ref::<DynamicFilterPhysicalExpr>().is_some());
        is_late.then(|| Late { filters: filters.to_vec(), columns: Arc::clone(columns) })
    }

    /// The needles of what is known now. A join asks for the first row when it knows all.
    pub(crate) fn prefilter(&self) -> Prefilter {
        prefilter(&self.filters, &self.columns)
    }
}

/// The needles of a conjunction of filters over the table's columns.
pub(crate) fn prefilter(filters: &[Arc<dyn PhysicalExpr>], columns: &Columns) -> Prefilter {
    let mut all_of: Clauses = Vec::new();
    for clause in filters.iter().flat_map(|filter| clauses(filter, columns)) {
        if !all_of.contains(&clause) {
            all_of.push(clause);
        }
    }
    Prefilter { all_of }
}

fn clauses(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> Clauses {
    if let Some(binary) = expr.downcast_ref::<BinaryExpr>() {
        return of_binary(binary, columns);
    }
    if let Some(like) = expr.downcast_ref::<LikeExpr>() {
        let plain = !like.negated() && !like.case_insensitive();
        return match text_of(like.pattern()) {
            Some(pattern) if plain && is_text_of_record(like.expr(), columns) => of_pattern(pattern),
            _ => Vec::new(),
        };
    }
    if let Some(list) = expr.downcast_ref::<InListExpr>() {
        let texts: Option<Vec<&str>> = list.list().iter().map(text_of).collect();
        return match texts {
            Some(texts)
                if !list.negated() && texts.len() <= ALTERNATIVES_MAX && is_text_of_record(list.expr(), columns) =>
            {
                one_of(texts)
            }
            _ => Vec::new(),
        };
    }
    if let Some(late) = expr.downcast_ref::<DynamicFilterPhysicalExpr>() {
        // Whatever it says later, it keeps no row that it does not keep now.
        return late.current().map_or_else(|_| Vec::new(), |current| clauses(&current, columns));
    }
    if let Some(case) = expr.downcast_ref::<CaseExpr>() {
        return of_case(case, columns);
    }
    if let Some(is_not_null) = expr.downcast_ref::<IsNotNullExpr>() {
        return member_of(is_not_null.arg(), columns).map_or_else(Vec::new, |key| vec![vec![Needle::Key(key)]]);
    }
    if let Some(function) = expr.downcast_ref::<ScalarFunctionExpr>() {
        return of_predicate_function(function, columns);
    }
    Vec::new()
}

fn of_binary(binary: &BinaryExpr, columns: &Columns) -> Clauses {
    match binary.op() {
        Operator::And => [clauses(binary.left(), columns), clauses(binary.right(), columns)].concat(),
        Operator::Or => either(clauses(binary.left(), columns), clauses(binary.right(), columns)),
        Operator::Eq => {
            let (value, text) = match (text_of(binary.left()), text_of(binary.right())) {
                (None, Some(text)) => (binary.left(), text),
                (Some(text), None) => (binary.right(), text),
                _ => return Vec::new(),
            };
            if is_text_of_record(value, columns) { one_of(vec![text]) } else { Vec::new() }
        }
        Operator::LikeMatch => match text_of(binary.right()) {
            Some(pattern) if is_text_of_record(binary.left(), columns) => of_pattern(pattern),
            _ => Vec::new(),
        },
        _ => Vec::new(),
    }
}

/// One of the results must hold: so does a join that is shared out say what rows it has, each part for itself.
fn of_case(case: &CaseExpr, columns: &Columns) -> Clauses {
    let results = case.when_then_expr().iter().map(|(_, then)| then).chain(case.else_expr());
    let mut possible = results.filter(|result| !is_never(result)).map(|result| clauses(result, columns));
    possible.next().map_or_else(Vec::new, |first| possible.fold(first, either))
}

fn is_never(expr: &Arc<dyn PhysicalExpr>) -> bool {
    expr.downcast_ref::<Literal>().is_some_and(|literal| match literal.value() {
        ScalarValue::Boolean(value) => !value.unwrap_or(false),
        value => value.is_null(),
    })
}

/// `starts_with(x, 'a')`: the functions that accept only texts which hold their second argument.
fn of_predicate_function(function: &ScalarFunctionExpr, columns: &Columns) -> Clauses {
    let [value, part] = function.args() else { return Vec::new() };
    match (function.fun().name(), text_of(part)) {
        ("starts_with" | "ends_with", Some(part)) if is_text_of_record(value, columns) => one_of(vec![part]),
        _ => Vec::new(),
    }
}

fn one_of(texts: Vec<&str>) -> Clauses {
    // The empty text stands everywhere.
    if texts.iter().any(|text| text.is_empty()) {
        return Vec::new();
    }
    vec![texts.into_iter().map(|text| Needle::Value(text.to_string())).collect()]
}

/// Each run between the wildcards of a LIKE pattern.
fn of_pattern(pattern: &str) -> Clauses {
    // An escape makes a wildcard literal: such patterns are rare, and asking for nothing is always right.
    if pattern.contains('\\') {
        return Vec::new();
    }
    let runs = pattern.split(['%', '_']).filter(|run| !run.is_empty());
    runs.map(|run| vec![Needle::Value(run.to_string())]).collect()
}

/// Where either side may hold: the needles of one clause of each, together.
fn either(left: Clauses, right: Clauses) -> Clauses {
    let rarest = |clauses: Clauses| clauses.into_iter().max_by_key(|clause| clause.iter().map(length).min());
    match (rarest(left), rarest(right)) {
        (Some(left), Some(right)) if left.len() + right.len() <= ALTERNATIVES_MAX => vec![[left, right].concat()],
        _ => Vec::new(),
    }
}

fn length(needle: &Needle) -> usize {
    match needle {
        Needle::Value(text) | Needle::Key(text) => text.len(),
    }
}

/// Whether every text that an expression gives stands in the record's own text, but for JSON's escapes.
fn is_text_of_record(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> bool {
    if let Some(cast) = expr.downcast_ref::<CastExpr>() {
        return is_text(cast.cast_type()) && is_text_of_record(cast.expr(), columns);
    }
    if let Some(cast) = expr.downcast_ref::<TryCastExpr>() {
        return is_text(cast.cast_type()) && is_text_of_record(cast.expr(), columns);
    }
    if let Some(function) = expr.downcast_ref::<ScalarFunctionExpr>() {
        match (function.fun().name(), function.args()) {
            ("json_extract_scalar", [json, _]) => return is_text_of_record(json, columns),
            ("element_at", [map, _]) => return is_map_of_record(map, columns),
            _ => {}
        }
    }
    request_of(expr, columns).is_some_and(|(source, data_type)| {
        matches!(source, ValueSource::Member(_) | ValueSource::RecordText) && is_text(&data_type)
    })
}

fn is_map_of_record(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> bool {
    request_of(expr, columns).is_some_and(|(_, data_type)| match data_type {
        DataType::Map(entries, _) => match entries.data_type() {
            DataType::Struct(fields) => fields.iter().all(|field| is_text(field.data_type())),
            _ => false,
        },
        _ => false,
    })
}

/// The last name of the member of the record that an expression reads.
fn member_of(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> Option<String> {
    match request_of(expr, columns)? {
        (ValueSource::Member(path), _) => path.last().cloned(),
        _ => None,
    }
}

fn request_of(expr: &Arc<dyn PhysicalExpr>, columns: &Columns) -> Option<(ValueSource, DataType)> {
    let (column, path) = field_path(expr)?;
    let request = columns.request_field(column, &path).or_else(|| path.is_empty().then(|| columns.request(column)))?;
    Some((request.source, request.field.data_type().clone()))
}

fn text_of(expr: &Arc<dyn PhysicalExpr>) -> Option<&str> {
    expr.downcast_ref::<Literal>()?.value().try_as_str().flatten()
}

fn is_text(data_type: &DataType) -> bool {
    matches!(data_type, DataType::Utf8 | DataType::Utf8View | DataType::LargeUtf8)
}
