//! What `/metrics` tells of queries: those that ended, what they read, and those under way.

use ashiato_meta::query_executions::End;
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Registry;
use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, Mutex};

use super::queue::Group;
use super::runner::Inner;

/// Each region that a client names has a work group, and each work group is a series: of further ones one is kept.
const GROUPS_MAX: usize = 1000;
const OTHERS: &str = "(others)";

/// Counts of the queries that this server took.
#[derive(Debug, Default)]
pub(super) struct QueryMetrics {
    ended: Family<OfState, Counter>,
    bytes_scanned: Family<OfGroup, Counter>,
    told_apart: Mutex<HashSet<Group>>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfGroup {
    region: String,
    work_group: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfState {
    region: String,
    work_group: String,
    state: &'static str,
}

impl QueryMetrics {
    /// Counts a query that has ended.
    pub(super) fn count(&self, group: &Group, end: End, bytes_scanned: u64) {
        let state = match end {
            End::Succeeded => "SUCCEEDED",
            End::Failed => "FAILED",
            End::Cancelled => "CANCELLED",
        };
        let OfGroup { region, work_group } = self.labels(group);
        self.bytes_scanned
            .get_or_create(&OfGroup { region: region.clone(), work_group: work_group.clone() })
            .inc_by(bytes_scanned);
        self.ended.get_or_create(&OfState { region, work_group, state }).inc();
    }

    fn labels(&self, group: &Group) -> OfGroup {
        let mut told_apart = self.told_apart.lock().expect("no thread panics while it counts");
        if !told_apart.contains(group) {
            if told_apart.len() >= GROUPS_MAX {
                return OfGroup { region: OTHERS.to_string(), work_group: OTHERS.to_string() };
            }
            told_apart.insert(group.clone());
        }
        let (place, work_group) = group;
        // A place is an account and a region.
        let region = place.split_once('/').map_or(place.as_str(), |(_, region)| region);
        OfGroup { region: region.to_string(), work_group: work_group.clone() }
    }
}

/// Adds the counts to those that the server tells.
pub(super) fn register(inner: &Arc<Inner>, registry: &mut Registry) {
    let metrics = &inner.metrics;
    registry.register("queries", "Queries ended", Family::clone(&metrics.ended));
    registry.register("query_bytes_scanned", "Bytes read by queries that ended", Family::clone(&metrics.bytes_scanned));
    registry.register_collector(Box::new(UnderWay(Arc::clone(inner))));
}

/// What waits and what runs at the moment that somebody asks.
struct UnderWay(Arc<Inner>);

impl fmt::Debug for UnderWay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UnderWay").finish_non_exhaustive()
    }
}

impl Collector for UnderWay {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> Result<(), fmt::Error> {
        let gauge = |queries: usize| ConstGauge::new(i64::try_from(queries).unwrap_or(i64::MAX));
        let help = "Queries that wait and that run.";
        let mut family = encoder.encode_descriptor("queries_under_way", help, None, gauge(0).metric_type())?;
        let mut totals = std::collections::BTreeMap::new();
        for (group, waiting, running) in self.0.under_way() {
            let OfGroup { region, work_group } = self.0.metrics.labels(&group);
            for (state, queries) in [("QUEUED", waiting), ("RUNNING", running)] {
                *totals.entry((region.clone(), work_group.clone(), state)).or_insert(0) += queries;
            }
        }
        for ((region, work_group, state), queries) in totals {
            gauge(queries).encode(family.encode_family(&OfState { region, work_group, state })?)?;
        }
        Ok(())
    }
}
