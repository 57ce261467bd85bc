//! Ctrl-C: heard once, kept until somebody asks.

use crate::exit::Failure;
use std::time::Duration;
use tokio::sync::watch;

/// Where a running command hears that it should stop.
pub(crate) struct Interrupt(watch::Receiver<bool>);

impl Interrupt {
    /// Starts to listen. Needs a runtime.
    pub(crate) fn listen() -> Interrupt {
        let (sender, receiver) = watch::channel(false);
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_err() {
                // Where signals cannot be heard, the system's own way of ending a process is left in place.
                return;
            }
            // The command may be gone already; then there is nobody to tell.
            let _ = sender.send(true);
            // It may also be stuck in a write that nobody reads: then a moment later, or at once when asked
            // again, the process ends without its leave.
            let _ = tokio::time::timeout(Duration::from_secs(2), tokio::signal::ctrl_c()).await;
            std::process::exit(130);
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
