//! What an operation knows of the request beside its input.

use chrono::{DateTime, Utc};
use std::net::IpAddr;
use std::sync::Arc;
use tokio::sync::watch;

use crate::signature::Credential;
use crate::state::State;

/// Who calls, from where, when, and the server's state.
#[derive(Debug, Clone)]
pub struct Context {
    /// The server's state.
    pub state: Arc<State>,
    /// The key that signed, and whom it speaks for.
    pub caller: Credential,
    /// The region of the credential scope: the one that the client means.
    pub region: String,
    /// As the answer's headers carry it.
    pub request_id: String,
    /// The other end of the connection.
    pub source_ip: IpAddr,
    /// `User-Agent`, where it is text.
    pub user_agent: Option<String>,
    /// Whether the connection is TLS: `aws:SecureTransport`.
    pub is_secure: bool,
    /// When the request came.
    pub now: DateTime<Utc>,
    /// Who waits for the answer.
    pub(crate) client: Client,
}

/// The client at the other end of a request. What it asked for is done also where it goes away; only what would wait
/// for its sake need not.
#[derive(Debug, Clone)]
pub(crate) struct Client(watch::Receiver<()>);

impl Client {
    /// One that is there until what comes with it is dropped.
    pub(crate) fn connected() -> (Client, watch::Sender<()>) {
        let (connection, client) = watch::channel(());
        (Client(client), connection)
    }

    /// Done when it is gone.
    pub(crate) async fn gone(&self) {
        let mut connection = self.0.clone();
        // Nothing is ever sent.
        while connection.changed().await.is_ok() {}
    }
}
