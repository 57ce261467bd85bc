//! How records are spread over accounts, regions, files and time.

use super::chance::Chance;
use super::spec::Spec;

/// The records of one account in one region.
pub(super) struct Flow {
    pub(super) account: usize,
    pub(super) region: usize,
    pub(super) records: u64,
}

/// A file to come.
pub(super) struct Delivery {
    /// Seconds since 1970.
    pub(super) time: i64,
    pub(super) records: u32,
    /// Seconds for which the whole file was held up.
    pub(super) held_up: i64,
}

/// Shares the events out: the first account and the first region have nearly all.
pub(super) fn flows(spec: &Spec) -> Vec<Flow> {
    let accounts = shares(spec.accounts, 0.93);
    let regions = shares(spec.regions, 0.92);
    let mut flows = Vec::new();
    let mut given = Rounding::new(spec.events);
    for (account, of_account) in accounts.iter().enumerate() {
        for (region, of_region) in regions.iter().enumerate() {
            flows.push(Flow { account, region, records: given.next(of_account * of_region) });
        }
    }
    flows
}

fn shares(count: usize, first: f64) -> Vec<f64> {
    if count == 1 {
        return vec![1.0];
    }
    (0..count).map(|at| if at == 0 { first } else { (1.0 - first) / (count - 1) as f64 }).collect()
}

/// The files of a flow, in the order of delivery.
pub(super) fn deliveries(flow: &Flow, spec: &Spec, chance: &mut Chance) -> Vec<Delivery> {
    if flow.records == 0 {
        return Vec::new();
    }
    let files = match spec.events_per_file {
        Some(records) => flow.records.div_ceil(u64::from(records)),
        None => natural_files(flow.records, spec.days),
    };
    let first = spec.first_second() + LATENESS_MAX;
    let step = (spec.end_second() - first) as f64 / files as f64;
    let times: Vec<i64> = (0..files).map(|at| first + ((at as f64 + chance.unit()) * step) as i64).collect();
    let weights: Vec<f64> = match spec.events_per_file {
        Some(_) => vec![1.0; times.len()],
        None => times.iter().map(|time| daily_rhythm(*time) * (SIZE_SPREAD * chance.bell()).exp()).collect(),
    };
    let total: f64 = weights.iter().sum();
    let mut given = Rounding::new(flow.records);
    let mut deliveries = Vec::with_capacity(times.len());
    for (time, weight) in times.into_iter().zip(weights) {
        let mut records = given.next(weight / total);
        while records > 0 {
            let of_this = records.min(u64::from(RECORDS_MAX));
            let records_of_this = u32::try_from(of_this).expect("no more than the limit, which is 32 bits");
            deliveries.push(Delivery { time, records: records_of_this, held_up: held_up(chance) });
            records -= of_this;
        }
    }
    deliveries
}

/// CloudTrail splits what a busy minute brings.
const RECORDS_MAX: u32 = 20_000;
const SIZE_SPREAD: f64 = 0.6;

/// How many files CloudTrail would deliver. Quiet accounts get about eight records in each, at the median; busy ones
/// more files and larger ones.
fn natural_files(records: u64, days: u32) -> u64 {
    const MEAN_WHEN_QUIET: f64 = 10.0;
    const QUIET_A_DAY: f64 = 300.0;
    const GROWTH: f64 = 0.8;
    let a_day = records as f64 / f64::from(days);
    let mean = MEAN_WHEN_QUIET * (a_day / QUIET_A_DAY).max(1.0).powf(GROWTH);
    ((records as f64 / mean).ceil() as u64).max(1)
}

/// More by day than by night, and less at the week's end.
fn daily_rhythm(time: i64) -> f64 {
    let day = time.div_euclid(86_400);
    let of_day = time.rem_euclid(86_400) as f64 / 86_400.0;
    // 1970-01-01 was a Thursday.
    let is_weekend = matches!(day.rem_euclid(7), 2 | 3);
    (1.0 + 0.6 * (of_day * std::f64::consts::TAU - 1.9).sin()) * if is_weekend { 0.6 } else { 1.0 }
}

/// Nothing is held up for two hours, the margin that queries allow for unless told otherwise.
fn held_up(chance: &mut Chance) -> i64 {
    if chance.happens(0.001) { chance.within(600, 6000) } else { 0 }
}

/// The longest that a record takes in a file that is not held up.
pub(super) const LATENESS_MAX: i64 = 840;

/// The times of a file's records, from its delivery back: at the median three minutes, in one of a hundred nine. They
/// rise but for neighbours that stand in each other's place, as in real files.
pub(super) fn event_times(records: usize, delivered: i64, held_up: i64, chance: &mut Chance) -> Vec<i64> {
    const MEDIAN: f64 = 180.0;
    const SPREAD: f64 = 0.472;
    const SHORTEST: i64 = 60;
    let mut lateness: Vec<i64> = (0..records)
        .map(|_| ((MEDIAN * (SPREAD * chance.bell()).exp()) as i64).clamp(SHORTEST, LATENESS_MAX))
        .collect();
    lateness.sort_unstable_by(|a, b| b.cmp(a));
    for at in 0..records {
        if chance.happens(0.3) {
            lateness.swap(at, (at + chance.below(6)).min(records - 1));
        }
    }
    lateness.into_iter().map(|seconds| delivered - held_up - seconds).collect()
}

/// Shares a whole number out by fractions so that the parts are whole and add up.
struct Rounding {
    whole: u64,
    fraction: f64,
    given: u64,
}

impl Rounding {
    fn new(whole: u64) -> Rounding {
        Rounding { whole, fraction: 0.0, given: 0 }
    }

    fn next(&mut self, fraction: f64) -> u64 {
        self.fraction += fraction;
        // The fractions add up to 1 but for an error in the last digits, which rounding takes away.
        let due = ((self.whole as f64 * self.fraction).round() as u64).min(self.whole);
        let part = due.saturating_sub(self.given);
        self.given += part;
        part
    }
}
