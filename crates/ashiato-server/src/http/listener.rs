//! Accepts connections until told to stop, then lets the requests under way finish.

use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_rustls::TlsAcceptor;

use super::entry::{Peer, router};
use crate::recording::TlsFacts;
use crate::state::State;

/// What a client may take to shake hands.
const HANDSHAKE_TIMEOUT: Duration = Duration::from_secs(10);
/// A pause where the system has no file descriptor to spare.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);
/// Requests at once on one HTTP/2 connection.
const STREAMS_MAX: u32 = 128;

/// Serves until `stop` is done, then until the requests under way are, or their time is over.
pub async fn serve(listener: TcpListener, tls: Option<TlsAcceptor>, state: Arc<State>, stop: impl Future<Output = ()>) {
    let connections = Arc::new(Semaphore::new(state.limits.connections_max));
    let under_way = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        // A permit first: a client beyond the limit waits in the system's queue and costs nothing here.
        let accepted = async {
            let permit = Arc::clone(&connections).acquire_owned().await;
            (permit, listener.accept().await)
        };
        let (permit, accepted) = tokio::select! {
            () = &mut stop => break,
            accepted = accepted => accepted,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(why) => {
                tracing::warn!(%why, "accept a connection");
                tokio::time::sleep(ACCEPT_PAUSE).await;
                continue;
            }
        };
        // Without it each answer of two packets waits 40 ms for the client's acknowledgement.
        if let Err(why) = stream.set_nodelay(true) {
            tracing::debug!(%why, "set TCP_NODELAY");
        }
        let (tls, state, watcher) = (tls.clone(), Arc::clone(&state), under_way.watcher());
        tokio::spawn(async move {
            let _permit = permit;
            match tls {
                None => converse(stream, Peer { address, tls: None }, state, watcher).await,
                Some(tls) => converse_over_tls(tls, stream, address, state, watcher).await,
            }
        });
    }
    drop(listener);
    state.stop_waiting();
    let stop_timeout = state.limits.stop_timeout;
    if tokio::time::timeout(stop_timeout, under_way.shutdown()).await.is_err() {
        tracing::warn!(
            seconds = stop_timeout.as_secs(),
            "requests were still under way when the time to stop was over"
        );
    }
}

type Watcher = hyper_util::server::graceful::Watcher;

async fn converse_over_tls(
    tls: TlsAcceptor,
    stream: TcpStream,
    address: SocketAddr,
    state: Arc<State>,
    watcher: Watcher,
) {
    match tokio::time::timeout(HANDSHAKE_TIMEOUT, tls.accept(stream)).await {
        Ok(Ok(stream)) => {
            let tls = Some(TlsFacts::of(stream.get_ref().1));
            converse(stream, Peer { address, tls }, state, watcher).await;
        }
        Ok(Err(why)) => tracing::debug!(%why, %address, "TLS handshake"),
        Err(_) => tracing::debug!(%address, "TLS handshake took too long"),
    }
}

/// Answers the requests of one connection.
async fn converse<S>(stream: S, peer: Peer, state: Arc<State>, watcher: Watcher)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = &state.limits;
    let mut builder = auto::Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.header_timeout)
        .max_buf_size(limits.header_bytes_max)
        .http2()
        .timer(TokioTimer::new())
        .max_header_list_size(u32::try_from(limits.header_bytes_max).unwrap_or(u32::MAX))
        .max_concurrent_streams(STREAMS_MAX)
        .keep_alive_interval(limits.header_timeout);
    let service = TowerToHyperService::new(router(Arc::clone(&state), peer));
    let connection = builder.serve_connection(TokioIo::new(stream), service);
    if let Err(why) = watcher.watch(connection.into_owned()).await {
        tracing::debug!(%why, address = %peer.address, "connection");
    }
}
