//! Why an alarm is in its state, in CloudWatch's words and as its JSON.

use serde_json::{Map, Value, json};

use super::datapoint::Datapoint;
use super::evaluate::Verdict;
use super::numbers::{counted, double, long, short};
use super::watched::{Comparison, Treatment, Watched};
use crate::aws::generated::cloudwatch::StateValue;

/// More datapoints than this are not listed: the model has bounds for both texts.
const LISTED_MAX: usize = 10;
const LISTED_MAX_IN_DATA: usize = 25;

/// The reason of an alarm that was made.
pub(crate) const INITIAL: &str = "Unchecked: Initial alarm creation";

/// `Threshold Crossed: 1 out of the last 1 datapoints [1.0 (26/11/26 06:30:00)] was greater than …`.
pub(super) fn sentence(watched: &Watched, verdict: &Verdict) -> String {
    if verdict.state == StateValue::InsufficientData {
        let unknown = watched.periods;
        return format!("Insufficient Data: {} {} unknown.", counted(unknown, "datapoint"), was(unknown));
    }
    let is_alarm = verdict.state == StateValue::Alarm;
    let real: Vec<(i64, Datapoint)> =
        verdict.periods.iter().filter_map(|(begins, found)| Some((*begins, (*found)?))).collect();
    let deciding: Vec<(i64, Datapoint)> =
        real.iter().filter(|(_, one)| watched.is_breaching(one) == is_alarm).copied().collect();
    let filled = filled(watched, verdict.filled);
    if deciding.is_empty() {
        let received = match real.len() {
            0 => "no datapoints were".to_string(),
            some => format!("{} {}", counted(some, "datapoint"), was(some)),
        };
        return format!("Threshold Crossed: {received} received for {}{filled}.", counted(watched.periods, "period"));
    }
    let listed: Vec<String> = deciding
        .iter()
        .take(LISTED_MAX)
        .map(|(begins, one)| format!("{} ({})", double(one.value(watched.statistic)), short(*begins)))
        .collect();
    let (count, not) = (deciding.len(), if is_alarm { "" } else { "not " });
    let subject = match watched.is_told_to_alarm {
        true => format!("{count} out of the last {} datapoints", watched.periods),
        false => counted(count, "datapoint"),
    };
    let crossed = format!(
        "Threshold Crossed: {subject} [{}] {} {not}{} the threshold ({}){filled}",
        listed.join(", "),
        was(count),
        words(watched.comparison),
        double(watched.threshold)
    );
    match (watched.is_told_to_alarm, is_alarm) {
        (false, _) => format!("{crossed}."),
        (true, true) => {
            format!("{crossed} (minimum {} for OK -> ALARM transition).", counted(watched.to_alarm, "datapoint"))
        }
        (true, false) => {
            let least = watched.periods - watched.to_alarm + 1;
            format!("{crossed} (minimum {} for ALARM -> OK transition).", counted(least, "datapoint"))
        }
    }
}

/// ` and 2 missing datapoints were treated as [Breaching]`.
fn filled(watched: &Watched, count: usize) -> String {
    let as_what = match watched.missing {
        Treatment::Breaching => "Breaching",
        _ => "NonBreaching",
    };
    match count {
        0 => String::new(),
        _ => format!(" and {} {} treated as [{as_what}]", counted(count, "missing datapoint"), was(count)),
    }
}

fn was(count: usize) -> &'static str {
    if count == 1 { "was" } else { "were" }
}

fn words(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::GreaterOrEqual => "greater than or equal to",
        Comparison::Greater => "greater than",
        Comparison::Less => "less than",
        Comparison::LessOrEqual => "less than or equal to",
    }
}

/// What StateReasonData holds.
pub(super) fn data(watched: &Watched, verdict: &Verdict, now: i64) -> String {
    let listed = &verdict.periods[..verdict.periods.len().min(LISTED_MAX_IN_DATA)];
    let real = listed.iter().filter_map(|(_, found)| found.map(|one| one.value(watched.statistic)));
    let mut recent: Vec<f64> = real.collect();
    // The oldest first, unlike what was evaluated.
    recent.reverse();
    let oldest = listed.iter().rev().find(|(_, found)| found.is_some());
    let mut data = Map::new();
    data.insert("version".into(), "1.0".into());
    data.insert("queryDate".into(), long(now).into());
    data.extend(oldest.map(|(begins, _)| ("startDate".to_string(), Value::from(long(*begins)))));
    data.extend(watched.unit.as_ref().map(|unit| ("unit".to_string(), Value::from(unit.as_str()))));
    data.insert("statistic".into(), json!(watched.statistic));
    data.insert("period".into(), (watched.period_millis / 1000).into());
    data.insert("recentDatapoints".into(), json!(recent));
    data.insert("threshold".into(), json!(watched.threshold));
    let evaluated = listed.iter().map(|(begins, found)| match found {
        Some(one) => json!({
            "timestamp": long(*begins),
            "sampleCount": one.samples,
            "value": one.value(watched.statistic),
        }),
        None => json!({ "timestamp": long(*begins) }),
    });
    data.insert("evaluatedDatapoints".into(), evaluated.collect());
    Value::Object(data).to_string()
}
