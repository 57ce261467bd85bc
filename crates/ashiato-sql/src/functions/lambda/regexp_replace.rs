//! `regexp_replace(text, pattern, groups -> replacement)`: every match replaced by what the lambda makes of its groups,
//! which are numbered from 1, the whole match not among them. A replacement that is NULL makes the text NULL.

use super::definition::{Call, Definition, Parameters, Slot, higher_order, unchanged};
use crate::functions::array::element_types::array_of;
use crate::functions::array::lists::Picked;
use crate::functions::regexp::PatternReader;
use crate::types::VARCHAR;
use arrow::array::{Array, ArrayRef, AsArray, StringViewArray, StringViewBuilder, UInt32Array};
use arrow::compute::{cast, take_arrays};
use arrow::datatypes::DataType;
use datafusion::error::Result;
use datafusion::logical_expr::HigherOrderUDF;
use std::sync::Arc;

/// The name that the call is planned under: `regexp_replace` itself takes no lambda.
pub(crate) const REGEXP_REPLACE_BY: &str = "$regexp_replace";

pub(super) fn function() -> Arc<HigherOrderUDF> {
    higher_order(Definition {
        name: REGEXP_REPLACE_BY,
        shapes: &[&[Slot::Value, Slot::Value, Slot::Lambda]],
        convert: |types| types.iter().all(is_text).then(|| vec![VARCHAR, VARCHAR]),
        parameters: |_, _| Parameters::Known(vec![vec![array_of(VARCHAR)]]),
        returns: |_, results| is_text(&results[0]).then_some(VARCHAR),
        convert_for_results: unchanged,
        kernel,
    })
}

fn is_text(of: &DataType) -> bool {
    matches!(of, DataType::Utf8 | DataType::Utf8View | DataType::Null)
}

/// Where a match stands in its row's text.
struct Match {
    row: usize,
    start: usize,
    end: usize,
}

fn kernel(call: &Call) -> Result<ArrayRef> {
    let (texts, patterns) = (cast(&call.spread(0)?, &VARCHAR)?, cast(&call.spread(1)?, &VARCHAR)?);
    let (texts, patterns) = (texts.as_string_view(), patterns.as_string_view());
    let (matches, groups) = matches(texts, patterns)?;
    let replacements = match matches.is_empty() {
        true => Arc::new(StringViewArray::new_null(0)) as ArrayRef,
        false => {
            let rows: UInt32Array = matches.iter().map(|found| found.row as u32).collect::<Vec<_>>().into();
            call.evaluate(0, &[groups], &VARCHAR, |captured| Ok(take_arrays(captured, &rows, None)?))?
        }
    };
    let replacements = replacements.as_string_view();
    let mut builder = StringViewBuilder::with_capacity(texts.len());
    let mut next = 0;
    for row in 0..texts.len() {
        let first = next;
        while next < matches.len() && matches[next].row == row {
            next += 1;
        }
        let is_null = texts.is_null(row) || patterns.is_null(row) || (first..next).any(|at| replacements.is_null(at));
        if is_null {
            builder.append_null();
            continue;
        }
        let text = texts.value(row);
        let mut out = String::with_capacity(text.len());
        let mut kept = 0;
        for at in first..next {
            out.push_str(&text[kept..matches[at].start]);
            out.push_str(replacements.value(at));
            kept = matches[at].end;
        }
        out.push_str(&text[kept..]);
        builder.append_value(&out);
    }
    Ok(Arc::new(builder.finish()))
}

/// The matches of all rows, in order, and the groups of each.
fn matches(texts: &StringViewArray, patterns: &StringViewArray) -> Result<(Vec<Match>, ArrayRef)> {
    let mut reader = PatternReader::default();
    let mut found = Vec::new();
    let mut groups = StringViewBuilder::new();
    let mut counts = Vec::new();
    for row in 0..texts.len() {
        if texts.is_null(row) || patterns.is_null(row) {
            continue;
        }
        let text = texts.value(row);
        reader.read(patterns.value(row))?.for_each_groups(text, |(start, end), spans| {
            found.push(Match { row, start, end });
            for span in &spans[1..] {
                groups.append_option(span.map(|(start, end)| &text[start..end]));
            }
            counts.push(spans.len() - 1);
        })?;
    }
    let mut picked = Picked::new(counts.len());
    let mut position = 0;
    for count in counts {
        picked.extend(position..position + count);
        picked.close()?;
        position += count;
    }
    let groups: ArrayRef = Arc::new(groups.finish());
    Ok((found, picked.finish(&groups, &array_of(VARCHAR))?))
}
