//! What `/metrics` tells Prometheus.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::Registry;
use std::time::Duration;

use crate::athena::Athena;

/// The counts of the requests so far.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<Request, Counter>,
    seconds: Family<Timed, Histogram>,
    spool_bytes: Gauge,
    refuses_calls: Gauge,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Request {
    service: &'static str,
    operation: &'static str,
    status: u16,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Timed {
    service: &'static str,
}

impl Metrics {
    /// Counts of nothing yet, with those of the queries.
    pub fn new(athena: &Athena) -> Metrics {
        let requests = Family::default();
        // From half a millisecond to half a minute.
        let seconds =
            Family::new_with_constructor((|| Histogram::new(exponential_buckets(0.0005, 2.0, 17))) as fn() -> _);
        let mut registry = Registry::with_prefix("ashiato");
        registry.register("requests", "Requests answered", Family::clone(&requests));
        registry.register("request_seconds", "From a request's headers to its answer's", Family::clone(&seconds));
        let spool_bytes: Gauge = Gauge::default();
        let of_spool = "Bytes of log files that wait for their buckets, and of records that no log file could take";
        registry.register("trail_spool_bytes", of_spool, Gauge::clone(&spool_bytes));
        let refuses_calls: Gauge = Gauge::default();
        let of_refusing =
            "1 while no call is answered because its record could not be kept: the disk or the journal is full";
        registry.register("recording_refuses_calls", of_refusing, Gauge::clone(&refuses_calls));
        athena.register_metrics(&mut registry);
        Metrics { registry, requests, seconds, spool_bytes, refuses_calls }
    }

    /// Counts an answer. Labels come from fixed lists, never from a client's text.
    pub(super) fn count(&self, service: &'static str, operation: &'static str, status: u16, elapsed: Duration) {
        self.requests.get_or_create(&Request { service, operation, status }).inc();
        self.seconds.get_or_create(&Timed { service }).observe(elapsed.as_secs_f64());
    }

    /// All counts, in OpenMetrics text; `spooled_bytes` wait in the spool of trails now, and calls are refused for want of
    /// room for their records where `refuses_calls`.
    pub(super) fn answer(&self, spooled_bytes: u64, refuses_calls: bool) -> Response {
        self.refuses_calls.set(refuses_calls.into());
        self.spool_bytes.set(i64::try_from(spooled_bytes).unwrap_or(i64::MAX));
        let mut text = String::new();
        match encode(&mut text, &self.registry) {
            Ok(()) => {
                let content_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";
                ([(header::CONTENT_TYPE, content_type)], text).into_response()
            }
            Err(why) => {
                tracing::error!(%why, "write metrics");
                axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}
