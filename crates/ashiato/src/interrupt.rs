//! Ctrl-C: heard once, kept until somebody asks. SIGTERM ends the process at once.

use crate::exit::Failure;
use crate::unfinished;
use std::future::Future;
use std::time::Duration;
use tokio::sync::watch;

/// How long a command has to stop after Ctrl-C.
const GRACE: Duration = Duration::from_secs(2);

/// Where a running command hears that it should stop.
pub(crate) struct Interrupt(watch::Receiver<bool>);

impl Interrupt {
    /// Starts to listen, on a thread of its own: those of the command may all be deep in a computation.
    pub(crate) fn listen() -> Interrupt {
        let (sender, receiver) = watch::channel(false);
        // Where there can be no such thread, or signals cannot be heard, the system's own way of ending a process is
        // left in place.
        let listener = std::thread::Builder::new().name("signals".to_string());
        let _ = listener.spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            if let Ok(runtime) = runtime {
                runtime.block_on(heed(&sender));
            }
        });
        Interrupt(receiver)
    }

    /// Waits until Ctrl-C has been pressed, now or before.
    pub(crate) async fn heard(&mut self) -> Failure {
        match self.0.wait_for(|is_pressed| *is_pressed).await {
            Ok(_) => Failure::Interrupted,
            Err(_) => std::future::pending().await,
        }
    }
}

async fn heed(sender: &watch::Sender<bool>) {
    let Ok(terminated) = termination() else { return };
    let stopped = async {
        if tokio::signal::ctrl_c().await.is_err() {
            return std::future::pending().await;
        }
        // The command may be gone already; then there is nobody to tell.
        let _ = sender.send(true);
        // It may also be stuck in a computation, or in a write that nobody reads: then a moment later, or at once when
        // asked again, the process ends without its leave.
        let _ = tokio::time::timeout(GRACE, tokio::signal::ctrl_c()).await;
    };
    let code = tokio::select! {
        () = stopped => 130,
        () = terminated => 143,
    };
    unfinished::remove_all();
    std::process::exit(code);
}

/// SIGTERM, where there is such a thing.
#[cfg(unix)]
fn termination() -> std::io::Result<impl Future<Output = ()>> {
    let mut signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        if signal.recv().await.is_none() {
            std::future::pending().await
        }
    })
}

#[cfg(not(unix))]
fn termination() -> std::io::Result<impl Future<Output = ()>> {
    Ok(std::future::pending())
}
