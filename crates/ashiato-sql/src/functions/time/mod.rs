//! Dates, times and intervals.

mod date;
mod date_add;
mod duration;
mod fields;
mod iso8601;
mod joda;
mod mysql;
mod now;
mod time_zone;
mod unixtime;

mod moments;
mod pattern;
pub(crate) mod reading;
mod unit;
pub(crate) mod zone;

use crate::functions::definition::Definition;
use datafusion::logical_expr::ScalarUDF;
use std::sync::{Arc, LazyLock};

static DEFINED: LazyLock<Vec<Arc<ScalarUDF>>> = LazyLock::new(|| {
    let mut definitions = vec![
        date::date(),
        date_add::date_add(),
        date_add::date_diff(),
        date_add::date_trunc(),
        duration::human_readable_seconds(),
        duration::parse_duration(),
        iso8601::from_iso8601_date(),
        iso8601::from_iso8601_timestamp(),
        iso8601::to_iso8601(),
        joda::format_datetime(),
        joda::parse_datetime(),
        mysql::date_format(),
        mysql::date_parse(),
        time_zone::at_timezone(),
        time_zone::current_timezone(),
        time_zone::with_timezone(),
        unixtime::from_unixtime(),
        unixtime::to_milliseconds(),
        unixtime::to_unixtime(),
    ];
    definitions.extend(fields::definitions());
    definitions.into_iter().map(Definition::into_udf).collect()
});

/// The scalar functions of this family.
pub fn scalars() -> Vec<Arc<ScalarUDF>> {
    [DEFINED.clone(), now::scalars()].concat()
}

/// The function that `EXTRACT(name FROM x)` calls; None for a field that Trino does not have.
pub(crate) fn extract_function(name: &str) -> Option<Arc<ScalarUDF>> {
    const FIELDS: [&str; 18] = [
        "year",
        "quarter",
        "month",
        "week",
        "day",
        "day_of_month",
        "day_of_week",
        "dow",
        "day_of_year",
        "doy",
        "year_of_week",
        "yow",
        "hour",
        "minute",
        "second",
        "timezone_hour",
        "timezone_minute",
        "millisecond",
    ];
    let has_name = |udf: &&Arc<ScalarUDF>| udf.name() == name || udf.aliases().iter().any(|alias| alias == name);
    FIELDS.contains(&name).then(|| DEFINED.iter().find(has_name).cloned()).flatten()
}
