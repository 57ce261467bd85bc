//! `now()` and its sisters: the time at which the query started, the same in every row.

use crate::failure::failure;
use crate::types::{TIMESTAMP, timestamp_with_zone};
use arrow::datatypes::{DataType, TimeUnit};
use chrono::{DateTime, NaiveDate, Timelike, Utc};
use datafusion::common::{Result, ScalarValue};
use datafusion::logical_expr::simplify::{ExprSimplifyResult, SimplifyContext};
use datafusion::logical_expr::{
    ColumnarValue, Expr, ScalarFunctionArgs, ScalarUDF, ScalarUDFImpl, Signature, TypeSignature, Volatility,
};
use std::sync::Arc;

pub(super) fn scalars() -> Vec<Arc<ScalarUDF>> {
    let functions = [
        ("now", &["current_timestamp"][..], Kind::Zoned),
        ("localtimestamp", &[], Kind::Local),
        ("current_date", &["today"], Kind::Date),
        ("current_time", &["localtime"], Kind::Time),
    ];
    functions
        .map(|(name, aliases, kind)| {
            let aliases = aliases.iter().map(|alias| alias.to_string()).collect();
            // Trino's precision argument, as in current_timestamp(3), changes nothing here.
            let forms = vec![TypeSignature::Nullary, TypeSignature::Exact(vec![DataType::Int64])];
            let signature = Signature::one_of(forms, Volatility::Stable);
            Arc::new(ScalarUDF::new_from_impl(Now { name, aliases, kind, signature }))
        })
        .to_vec()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Zoned,
    Local,
    Date,
    Time,
}

#[derive(Debug, PartialEq, Eq, Hash)]
struct Now {
    name: &'static str,
    aliases: Vec<String>,
    kind: Kind,
    signature: Signature,
}

impl Kind {
    fn value(self, at: DateTime<Utc>) -> ScalarValue {
        let days = at.date_naive().signed_duration_since(NaiveDate::default()).num_days() as i32;
        let millis_of_day = i64::from(at.num_seconds_from_midnight()) * 1_000 + i64::from(at.timestamp_subsec_millis());
        match self {
            Kind::Zoned => ScalarValue::TimestampMillisecond(Some(at.timestamp_millis()), Some("UTC".into())),
            Kind::Local => ScalarValue::TimestampMillisecond(Some(at.timestamp_millis()), None),
            Kind::Date => ScalarValue::Date32(Some(days)),
            Kind::Time => ScalarValue::Time64Microsecond(Some(millis_of_day * 1_000)),
        }
    }
}

impl ScalarUDFImpl for Now {
    fn name(&self) -> &str {
        self.name
    }

    fn aliases(&self) -> &[String] {
        &self.aliases
    }

    fn signature(&self) -> &Signature {
        &self.signature
    }

    fn return_type(&self, _: &[DataType]) -> Result<DataType> {
        Ok(match self.kind {
            Kind::Zoned => timestamp_with_zone("UTC"),
            Kind::Local => TIMESTAMP,
            Kind::Date => DataType::Date32,
            Kind::Time => DataType::Time64(TimeUnit::Microsecond),
        })
    }

    fn simplify(&self, args: Vec<Expr>, info: &SimplifyContext) -> Result<ExprSimplifyResult> {
        Ok(match info.query_execution_start_time() {
            Some(at) => ExprSimplifyResult::Simplified(Expr::Literal(self.kind.value(at), None)),
            None => ExprSimplifyResult::Original(args),
        })
    }

    fn invoke_with_args(&self, _: ScalarFunctionArgs) -> Result<ColumnarValue> {
        Err(failure("GENERIC_INTERNAL_ERROR", format!("{} is known only once the query has started", self.name)))
    }
}
