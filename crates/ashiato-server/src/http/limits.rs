//! What clients may cost.

use std::time::Duration;

use crate::aws::service::ServiceId;
use crate::quotas::Quotas;
use crate::signin::GuessLimits;

/// Bounds of connections, of requests and of what is kept.
#[derive(Debug, Clone)]
pub struct Limits {
    /// Connections at once; further ones wait unaccepted.
    pub connections_max: usize,
    /// All headers of a request together, in bytes; more is answered 431.
    pub header_bytes_max: usize,
    /// How long a client may take for its headers, also while a kept connection is idle.
    pub header_timeout: Duration,
    /// How long a client may take for a body that is read whole.
    pub body_timeout: Duration,
    /// How long requests under way may take once the server is told to stop.
    pub stop_timeout: Duration,
    /// How many of each thing may be kept.
    pub quotas: Quotas,
    /// How often passwords may be guessed.
    pub guesses: GuessLimits,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections_max: 1024,
            header_bytes_max: 64 * 1024,
            header_timeout: Duration::from_secs(60),
            body_timeout: Duration::from_secs(60),
            stop_timeout: Duration::from_secs(30),
            quotas: Quotas::default(),
            guesses: GuessLimits::default(),
        }
    }
}

/// The longest body of a service whose bodies are read whole.
pub(super) fn body_bytes_max(service: ServiceId) -> usize {
    match service {
        // The largest inputs: a query of 262,144 characters, a policy of 131,072.
        ServiceId::Athena | ServiceId::CloudTrail | ServiceId::Iam | ServiceId::Sts | ServiceId::Kms => 2 << 20,
        // Partitions come in batches of 100 with all their columns; log events in batches of 1 MB, escaped.
        ServiceId::Glue | ServiceId::Logs | ServiceId::CloudTrailData => 8 << 20,
        // AWS takes 1 MB of metrics' data; compressed it may hold more.
        ServiceId::CloudWatch => 4 << 20,
        // A message of 256 KB, percent-encoded.
        ServiceId::Sns => 1 << 20,
    }
}
