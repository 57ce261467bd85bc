//! Evaluation on a clock that the tests set: the tables of AWS's guide, what comes early and late, and the words.

use ashiato_meta::Millis;
use ashiato_meta::metric_points::Point;

use super::datapoint::datapoint;
use super::decide::{Decision, Standing, decide, span};
use super::evaluate::evaluate;
use super::numbers::double;
use super::reason;
use super::watched::Watched;
use crate::aws::generated::cloudwatch::{ComparisonOperator, PutMetricAlarmInput, StateValue, Statistic};

/// 2026-11-26T06:30:00Z.
const START: i64 = 1_795_674_600_000;
const MINUTE: i64 = 60_000;

/// An alarm on sums of one or more: so many datapoints of so many, periods in seconds.
fn alarm(to_alarm: i64, periods: i64, period: i64, missing: &str) -> PutMetricAlarmInput {
    PutMetricAlarmInput {
        alarm_name: "a".into(),
        namespace: Some("n".into()),
        metric_name: Some("m".into()),
        statistic: Some(Statistic::Sum),
        period: Some(period),
        evaluation_periods: Some(periods),
        datapoints_to_alarm: Some(to_alarm),
        threshold: Some(1.0),
        comparison_operator: Some(ComparisonOperator::GreaterThanOrEqualToThreshold),
        treat_missing_data: Some(missing.into()),
        ..PutMetricAlarmInput::default()
    }
}

fn watched(given: &PutMetricAlarmInput) -> Watched {
    Watched::of(given).expect("it is one")
}

fn value(begins: i64, value: f64) -> Point {
    Point {
        begins,
        unit: "None".into(),
        samples: 1.0,
        total: value,
        least: value,
        most: value,
        fallback: None,
        changed: Millis(begins),
    }
}

/// The last periods as AWS's tables write them: `0` is within the threshold, `X` beyond it, `-` missing; the newest last.
fn periods(text: &str, period_millis: i64) -> Vec<Point> {
    let periods: Vec<&str> = text.split(' ').collect();
    let from = START - period_millis * periods.len() as i64;
    let begins = (0..).map(|number| from + number * period_millis);
    let points = periods.iter().zip(begins).filter_map(|(what, begins)| match *what {
        "0" => Some(value(begins, 0.0)),
        "X" => Some(value(begins, 1.0)),
        _ => None,
    });
    points.collect()
}

/// The state after each way of treating what is missing: missing, ignore, breaching, notBreaching. `=`: it stays.
fn states(text: &str, to_alarm: i64, of: i64) -> String {
    let told = ["missing", "ignore", "breaching", "notBreaching"].map(|missing| {
        let watched = watched(&alarm(to_alarm, of, 300, missing));
        match evaluate(&watched, &periods(text, watched.period_millis), START).map(|verdict| verdict.state) {
            None => "=",
            Some(StateValue::Ok) => "OK",
            Some(StateValue::Alarm) => "ALARM",
            Some(StateValue::InsufficientData) => "INSUFFICIENT",
        }
    });
    told.join(" ")
}

/// "Configuring how CloudWatch alarms treat missing data": both tables and the examples after them, row by row.
#[test]
fn missing_data_are_treated_as_aws_says() {
    assert_eq!(states("0 - X - X", 3, 3), "OK OK OK OK");
    assert_eq!(states("0 - - - -", 3, 3), "OK OK OK OK");
    assert_eq!(states("- - - - -", 3, 3), "INSUFFICIENT = ALARM OK");
    assert_eq!(states("0 X X - X", 3, 3), "ALARM ALARM ALARM ALARM");
    assert_eq!(states("- - X - -", 3, 3), "ALARM = ALARM OK");

    assert_eq!(states("0 - X - X", 2, 3), "ALARM ALARM ALARM ALARM");
    assert_eq!(states("0 0 X 0 X", 2, 3), "ALARM ALARM ALARM ALARM");
    assert_eq!(states("0 - X - -", 2, 3), "OK OK ALARM OK");
    assert_eq!(states("- - - - 0", 2, 3), "OK OK ALARM OK");
    assert_eq!(states("- - - X -", 2, 3), "ALARM = ALARM OK");

    // "Avoiding premature transitions to alarm state".
    assert_eq!(states("- - - - X", 3, 3), "= = ALARM OK");
    assert_eq!(states("- - - X -", 3, 3), "= = ALARM OK");
    assert_eq!(states("- - - X 0", 3, 3), "OK OK OK OK");
}

#[test]
fn one_of_one_holds_while_its_datapoint_is_read() {
    assert_eq!(states("- - X", 1, 1), "ALARM ALARM ALARM ALARM");
    assert_eq!(states("X - -", 1, 1), "ALARM ALARM ALARM ALARM");
    assert_eq!(states("X - - -", 1, 1), "INSUFFICIENT = ALARM OK");
    assert_eq!(states("X 0", 1, 1), "OK OK OK OK");
    assert_eq!(states("0 X", 1, 1), "ALARM ALARM ALARM ALARM");
}

#[test]
fn each_comparison_and_statistic_is_its_own() {
    let points = [value(START - 30_000, 4.0), value(START - 20_000, 1.0), value(START - 10_000, 1.0)];
    let check = |statistic: Statistic, operator: ComparisonOperator, threshold: f64, expected: StateValue| {
        let given = PutMetricAlarmInput {
            statistic: Some(statistic),
            comparison_operator: Some(operator),
            threshold: Some(threshold),
            ..alarm(1, 1, 60, "missing")
        };
        let verdict = evaluate(&watched(&given), &points, START).expect("there are data");
        assert_eq!(verdict.state, expected, "{statistic:?} {operator:?} {threshold}");
    };
    use ComparisonOperator::{
        GreaterThanOrEqualToThreshold as AtLeast, GreaterThanThreshold as Above, LessThanOrEqualToThreshold as AtMost,
        LessThanThreshold as Below,
    };
    for (statistic, value) in [
        (Statistic::SampleCount, 3.0),
        (Statistic::Average, 2.0),
        (Statistic::Sum, 6.0),
        (Statistic::Minimum, 1.0),
        (Statistic::Maximum, 4.0),
    ] {
        for (operator, below, at, above) in [
            (AtLeast, StateValue::Alarm, StateValue::Alarm, StateValue::Ok),
            (Above, StateValue::Alarm, StateValue::Ok, StateValue::Ok),
            (AtMost, StateValue::Ok, StateValue::Alarm, StateValue::Alarm),
            (Below, StateValue::Ok, StateValue::Ok, StateValue::Alarm),
        ] {
            check(statistic, operator, value - 0.5, below);
            check(statistic, operator, value, at);
            check(statistic, operator, value + 0.5, above);
        }
    }
}

#[test]
fn a_period_is_of_its_points_and_units() {
    let minute = |number: i64, unit: &str| Point { unit: unit.into(), ..value(START + number * MINUTE, 1.0) };
    let points = [minute(0, "Count"), minute(1, "Bytes"), minute(1, "Count"), minute(2, "Count")];
    let sum = |unit, from: i64, until: i64| {
        datapoint(&points, unit, (START + from * MINUTE, START + until * MINUTE)).map(|found| found.total)
    };
    assert_eq!(sum(None, 0, 3), Some(4.0));
    assert_eq!(sum(Some("Count"), 0, 2), Some(2.0));
    assert_eq!(sum(Some("Percent"), 0, 3), None);
    assert_eq!(sum(None, 3, 9), None);
    // Where nothing was counted the default value stands for the minute, once.
    let empty = Point { samples: 0.0, total: 0.0, fallback: Some(7.0), ..minute(3, "Count") };
    let full = Point { fallback: Some(7.0), ..minute(4, "Count") };
    let found = datapoint(&[empty, full], None, (START, START + 9 * MINUTE)).expect("there is");
    assert_eq!((found.samples, found.total, found.least, found.most), (2.0, 8.0, 1.0, 7.0));
}

fn standing(state: StateValue) -> Standing {
    Standing { state, transitioned: 0, looked: START }
}

fn state_of(decision: Decision) -> Option<StateValue> {
    decision.verdict.map(|verdict| verdict.state)
}

#[test]
fn a_period_that_is_not_over_raises_what_cannot_be_taken_back() {
    let given = alarm(1, 1, 300, "notBreaching");
    let now = START + 20_000;
    let event = [value(START, 1.0)];
    let decided = |given: &PutMetricAlarmInput, points: &[Point], state| {
        state_of(decide(&watched(given), points, standing(state), now))
    };
    assert_eq!(decided(&given, &event, StateValue::Ok), Some(StateValue::Alarm));
    assert_eq!(decided(&given, &event, StateValue::Alarm), None);
    // An average may still come down, a sum that may shrink too.
    let average = PutMetricAlarmInput { statistic: Some(Statistic::Average), ..given.clone() };
    assert_eq!(decided(&average, &event, StateValue::Ok), None);
    let shrinking = [value(START, 2.0), value(START, -1.0)];
    assert_eq!(decided(&given, &shrinking, StateValue::Ok), None);
    // What is below a threshold so far may come up; a least value only goes down.
    let below = PutMetricAlarmInput {
        comparison_operator: Some(ComparisonOperator::LessThanThreshold),
        threshold: Some(5.0),
        ..given.clone()
    };
    assert_eq!(decided(&below, &event, StateValue::Ok), None);
    let least = PutMetricAlarmInput { statistic: Some(Statistic::Minimum), ..below };
    assert_eq!(decided(&least, &event, StateValue::Ok), Some(StateValue::Alarm));
    // Several periods: those before it must breach too.
    let three = alarm(3, 3, 60, "notBreaching");
    assert_eq!(decided(&three, &event, StateValue::Ok), None);
    let all = [value(START - 2 * MINUTE, 1.0), value(START - MINUTE, 1.0), value(START, 1.0)];
    assert_eq!(decided(&three, &all, StateValue::Ok), Some(StateValue::Alarm));
}

#[test]
fn what_comes_late_raises_the_alarm_once() {
    let given = alarm(1, 1, 60, "notBreaching");
    let watched = watched(&given);
    let now = START + 20_000;
    let late = |begins: i64, changed: i64| Point { changed: Millis(changed), ..value(begins, 1.0) };
    // Of eight minutes ago, beside minutes of which it is known that nothing was in them.
    let mut points = vec![late(START - 8 * MINUTE, START + 5_000)];
    points.extend((1..8).rev().map(|back| value(START - back * MINUTE, 0.0)));
    let first = decide(&watched, &points, standing(StateValue::Ok), now);
    assert_eq!(first.looked, Some(START + 5_000));
    let verdict = first.verdict.expect("it is raised");
    assert_eq!(verdict.state, StateValue::Alarm);
    assert_eq!(verdict.periods.iter().map(|(begins, _)| *begins).collect::<Vec<_>>(), [START - 8 * MINUTE]);
    // It has been looked at: the next minute takes the alarm back, this one does not.
    let raised = Standing { state: StateValue::Alarm, transitioned: now, looked: START + 5_000 };
    assert_eq!(decide(&watched, &points, raised, now + 5_000), Decision { verdict: None, looked: None });
    assert_eq!(state_of(decide(&watched, &points, raised, START + MINUTE)), Some(StateValue::Ok));
    // What is older than an hour raises nothing.
    let old = [late(START - 62 * MINUTE, START + 5_000)];
    assert_eq!(decide(&watched, &old, standing(StateValue::Ok), now), Decision { verdict: None, looked: None });
}

#[test]
fn no_state_is_taken_back_within_its_minute() {
    let watched = watched(&alarm(1, 1, 60, "notBreaching"));
    let set = |transitioned| Standing { state: StateValue::InsufficientData, transitioned, looked: START };
    let decided = |transitioned, now| state_of(decide(&watched, &[], set(transitioned), now));
    assert_eq!(decided(START + 1, START + 59_999), None);
    assert_eq!(decided(START + 1, START + MINUTE), Some(StateValue::Ok));
    let event = [value(START, 1.0)];
    assert_eq!(state_of(decide(&watched, &event, set(START + 1), START + 2)), Some(StateValue::Alarm));
}

#[test]
fn periods_end_by_their_length() {
    let step = |period, periods| watched(&alarm(1, periods, period, "missing")).step_millis();
    assert_eq!([step(10, 1), step(60, 1), step(86_400, 1)], [10_000, 60_000, 60_000]);
    // Over more than a day each hour.
    assert_eq!(step(86_400, 2), 3_600_000);
    let watched = watched(&alarm(1, 1, 60, "missing"));
    let (from, until) = span(&watched, START + 20_000);
    assert!(from <= START - 63 * MINUTE && until == START + MINUTE, "{from} {until}");
}

fn sentence(given: &PutMetricAlarmInput, text: &str) -> String {
    let watched = watched(given);
    let verdict = evaluate(&watched, &periods(text, watched.period_millis), START).expect("a state");
    reason::sentence(&watched, &verdict)
}

#[test]
fn reasons_have_the_words_of_aws() {
    let check = |given: PutMetricAlarmInput, text: &str, expected: &str| assert_eq!(sentence(&given, text), expected);
    check(
        alarm(1, 1, 60, "missing"),
        "X",
        "Threshold Crossed: 1 out of the last 1 datapoints [1.0 (26/11/26 06:29:00)] was greater than or equal to the \
         threshold (1.0) (minimum 1 datapoint for OK -> ALARM transition).",
    );
    check(
        alarm(2, 3, 300, "notBreaching"),
        "0 X 0",
        "Threshold Crossed: 2 out of the last 3 datapoints [0.0 (26/11/26 06:25:00), 0.0 (26/11/26 06:15:00)] were not \
         greater than or equal to the threshold (1.0) (minimum 2 datapoints for ALARM -> OK transition).",
    );
    check(
        alarm(1, 3, 300, "notBreaching"),
        "- - X",
        "Threshold Crossed: 1 out of the last 3 datapoints [1.0 (26/11/26 06:25:00)] was greater than or equal to the \
         threshold (1.0) and 2 missing datapoints were treated as [NonBreaching] (minimum 1 datapoint for OK -> ALARM \
         transition).",
    );
    let untold = |given| PutMetricAlarmInput { datapoints_to_alarm: None, ..given };
    check(
        untold(alarm(1, 1, 60, "missing")),
        "X",
        "Threshold Crossed: 1 datapoint [1.0 (26/11/26 06:29:00)] was greater than or equal to the threshold (1.0).",
    );
    check(
        untold(alarm(3, 3, 60, "breaching")),
        "- 0 -",
        "Threshold Crossed: 1 datapoint [0.0 (26/11/26 06:28:00)] was not greater than or equal to the threshold (1.0) \
         and 2 missing datapoints were treated as [Breaching].",
    );
    check(
        alarm(2, 3, 60, "breaching"),
        "- 0 -",
        "Threshold Crossed: 1 datapoint was received for 3 periods and 2 missing datapoints were treated as [Breaching].",
    );
    check(
        alarm(1, 1, 60, "notBreaching"),
        "-",
        "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as \
         [NonBreaching].",
    );
    check(alarm(3, 3, 60, "missing"), "-", "Insufficient Data: 3 datapoints were unknown.");
    check(alarm(1, 1, 60, "missing"), "-", "Insufficient Data: 1 datapoint was unknown.");
}

#[test]
fn the_data_of_reasons_are_those_of_aws() {
    let watched = watched(&alarm(2, 3, 60, "notBreaching"));
    let verdict = evaluate(&watched, &periods("X X", MINUTE), START).expect("a state");
    assert_eq!(
        reason::data(&watched, &verdict, START + 1),
        r#"{"version":"1.0","queryDate":"2026-11-26T06:30:00.001+0000","startDate":"2026-11-26T06:28:00.000+0000","statistic":"Sum","period":60,"recentDatapoints":[1.0,1.0],"threshold":1.0,"evaluatedDatapoints":[{"timestamp":"2026-11-26T06:29:00.000+0000","sampleCount":1.0,"value":1.0},{"timestamp":"2026-11-26T06:28:00.000+0000","sampleCount":1.0,"value":1.0}]}"#
    );
    // Both texts have bounds in the model.
    let many = alarm(1, 1440, 60, "missing");
    let points: Vec<Point> = (0..1440).map(|back| value(START - (1440 - back) * MINUTE, 1e-300)).collect();
    let given = PutMetricAlarmInput { threshold: Some(1e-301), ..many };
    let watched = Watched::of(&given).expect("it is one");
    let verdict = evaluate(&watched, &points, START).expect("a state");
    assert!(reason::sentence(&watched, &verdict).len() <= 1023);
    assert!(reason::data(&watched, &verdict, START).len() <= 4000);
}

#[test]
fn numbers_are_printed_as_java_does() {
    let check = |number: f64, expected: &str| assert_eq!(double(number), expected);
    check(0.0, "0.0");
    check(1.0, "1.0");
    check(-2.5, "-2.5");
    check(0.6832886416666666, "0.6832886416666666");
    check(9_999_999.0, "9999999.0");
    check(10_000_000.0, "1.0E7");
    check(12_345_678.9, "1.23456789E7");
    check(0.001, "0.001");
    check(0.00025, "2.5E-4");
}

#[test]
fn what_cannot_be_watched_is_named() {
    let check = |given: PutMetricAlarmInput, expected: &str| {
        let why = Watched::of(&given).expect_err("it is refused");
        assert!(why.contains(expected), "{why}");
    };
    let one = || alarm(1, 1, 60, "missing");
    check(alarm(2, 1, 60, "missing"), "DatapointsToAlarm");
    check(alarm(1, 1, 45, "missing"), "10, 20, 30 or a multiple of 60");
    check(alarm(1, 1, 5, "missing"), "10, 20, 30 or a multiple of 60");
    check(alarm(1, 1441, 60, "missing"), "more than a day");
    check(alarm(1, 169, 3600, "missing"), "more than a week");
    check(alarm(1, 1, 60, "never"), "TreatMissingData");
    check(PutMetricAlarmInput { threshold: None, ..one() }, "Threshold");
    check(PutMetricAlarmInput { evaluation_periods: None, ..one() }, "EvaluationPeriods");
    check(PutMetricAlarmInput { statistic: None, ..one() }, "Statistic");
    check(PutMetricAlarmInput { period: None, ..one() }, "Period");
    check(PutMetricAlarmInput { namespace: None, ..one() }, "Namespace");
    check(PutMetricAlarmInput { metric_name: None, ..one() }, "MetricName");
    check(PutMetricAlarmInput { comparison_operator: None, ..one() }, "ComparisonOperator");
    let band = Some(ComparisonOperator::GreaterThanUpperThreshold);
    check(PutMetricAlarmInput { comparison_operator: band, ..one() }, "anomaly detection");
}
