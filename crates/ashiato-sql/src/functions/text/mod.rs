//! Functions of VARCHAR. Positions and lengths count characters, from 1.

mod case;
mod codepoint;
mod concat;
mod concat_ws;
mod distance;
mod format;
mod length;
mod like_pattern;
mod luhn_check;
mod normalize;
mod pad;
mod planner;
mod replace;
mod reverse;
mod soundex;
mod split;
mod split_part;
mod split_to_map;
mod starts_with;
mod strpos;
mod substr;
mod translate;
mod trim;
mod utf8;

pub use planner::TextPlanner;
pub(crate) use trim::spaces as trim_spaces;

use datafusion::logical_expr::ScalarUDF;
use std::sync::Arc;

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    vec![
        case::lower(),
        case::upper(),
        codepoint::chr(),
        codepoint::codepoint(),
        concat::function(),
        concat_ws::function(),
        distance::hamming(),
        distance::levenshtein(),
        format::function(),
        length::function(),
        like_pattern::function(),
        luhn_check::function(),
        normalize::function(),
        pad::lpad(),
        pad::rpad(),
        replace::function(),
        reverse::function(),
        soundex::function(),
        split::function(),
        split_part::function(),
        split_to_map::function(),
        split_to_map::multimap(),
        starts_with::ends_with(),
        starts_with::starts_with(),
        strpos::function(),
        substr::function(),
        translate::function(),
        trim::ltrim(),
        trim::rtrim(),
        trim::trim(),
        utf8::from_utf8(),
        utf8::to_utf8(),
    ]
}
