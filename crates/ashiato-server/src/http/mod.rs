//! One port for every service: connections, limits, whose a request is, and how its answer is written.

mod listener;
mod tls;
mod limits;
mod entry;
mod routing;
mod api;
mod anonymous;
mod body;
mod refusal;
mod answer;
mod metrics;

pub(crate) use body::read as read_body;
pub(crate) use entry::Origin;
pub use limits::Limits;
pub use listener::serve;
pub use metrics::Metrics;
pub(crate) use refusal::refusal;
pub use refusal::s3_refusal;
pub use tls::{TlsError, tls_acceptor};
