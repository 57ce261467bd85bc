//! `EXTRACT(YEAR FROM t)` is `year(t)`: the functions give Trino's numbers and types.

use super::build::{call, take};
use crate::error::{Error, ErrorKind};
use sqlparser::ast::{DateTimeField, Expr};

/// Rewrites EXTRACT.
pub(crate) fn rewrite(expr: &mut Expr) -> Result<(), Error> {
    let Expr::Extract { field, expr: from, .. } = expr else { return Ok(()) };
    let function = match field {
        DateTimeField::Year | DateTimeField::Years => "year",
        DateTimeField::Quarter => "quarter",
        DateTimeField::Month | DateTimeField::Months => "month",
        DateTimeField::Week(_) | DateTimeField::Weeks => "week",
        DateTimeField::Day | DateTimeField::Days => "day",
        DateTimeField::DayOfWeek | DateTimeField::Dow => "day_of_week",
        DateTimeField::DayOfYear | DateTimeField::Doy => "day_of_year",
        DateTimeField::Hour | DateTimeField::Hours => "hour",
        DateTimeField::Minute | DateTimeField::Minutes => "minute",
        DateTimeField::Second | DateTimeField::Seconds => "second",
        DateTimeField::TimezoneHour => "timezone_hour",
        DateTimeField::TimezoneMinute => "timezone_minute",
        other => match other.to_string().to_lowercase().as_str() {
            "day_of_month" => "day",
            "day_of_week" => "day_of_week",
            "day_of_year" => "day_of_year",
            "year_of_week" | "yow" => "year_of_week",
            name => {
                return Err(Error {
                    kind: ErrorKind::Invalid,
                    code: "SYNTAX_ERROR",
                    at: None,
                    message: format!("Invalid EXTRACT field: {}", name.to_uppercase()),
                });
            }
        },
    };
    *expr = call(function, vec![take(from)]);
    Ok(())
}
