//! The bar on stderr while a query runs: files, bytes, rate, time left.
//!
//! Only on a terminal, and only once the query has run long enough for anyone to wonder.

use crate::engine::Progress;
use crate::exit::Failure;
use crate::interrupt::Interrupt;
use crate::units;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::future::Future;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::time::{Duration, Instant};

const QUIET_AT_FIRST: Duration = Duration::from_millis(300);
const TICK: Duration = Duration::from_millis(100);

/// Whether a meter is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Talk {
    /// Progress, warnings and coverage on stderr.
    Normal,
    /// Only errors.
    Quiet,
}

/// Shows progress while futures are waited for, and hears Ctrl-C.
pub(crate) struct Meter {
    is_shown: bool,
    started: Instant,
    counters: Option<Arc<Progress>>,
    told: Option<Box<dyn Fn() -> String + Send>>,
    bar: Option<ProgressBar>,
    interrupt: Interrupt,
}

impl Meter {
    /// A meter that has nothing to count yet. Needs a runtime.
    pub(crate) fn new(talk: Talk) -> Meter {
        let is_shown = talk == Talk::Normal && io::stderr().is_terminal();
        Meter {
            is_shown,
            started: Instant::now(),
            counters: None,
            told: None,
            bar: None,
            interrupt: Interrupt::listen(),
        }
    }

    /// Starts over for a statement whose counters these are.
    pub(crate) fn follow(&mut self, counters: Arc<Progress>) {
        self.clear();
        self.started = Instant::now();
        self.counters = Some(counters);
    }

    /// Shows what work that is no query tells of how far it is. Only a build without `validate-logs` has none.
    #[cfg_attr(not(feature = "validate-logs"), expect(dead_code))]
    pub(crate) fn follow_told(&mut self, told: impl Fn() -> String + Send + 'static) {
        self.told = Some(Box::new(told));
    }

    /// Waits for `future`, drawing the bar meanwhile. Ctrl-C ends the waiting with [`Failure::Interrupted`].
    pub(crate) async fn watch<F: Future>(&mut self, future: F) -> Result<F::Output, Failure> {
        let mut future = std::pin::pin!(future);
        let mut ticks = tokio::time::interval(TICK);
        loop {
            tokio::select! {
                biased;
                output = &mut future => return Ok(output),
                failure = self.interrupt.heard() => {
                    self.clear();
                    return Err(failure);
                }
                _ = ticks.tick() => self.tick(),
            }
        }
    }

    /// Takes the bar off the screen, so that something else can be written there.
    pub(crate) fn clear(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    /// Takes the bar off for good: the answer's rows now show that all is well.
    pub(crate) fn hide(&mut self) {
        self.clear();
        self.is_shown = false;
    }

    fn tick(&mut self) {
        if !self.is_shown || self.started.elapsed() < QUIET_AT_FIRST {
            return;
        }
        let bar = self.bar.get_or_insert_with(|| {
            let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
            // The rate counts from when the work began, not from when the bar appeared.
            bar.with_elapsed(QUIET_AT_FIRST)
        });
        if let Some(told) = &self.told {
            bar.set_style(waiting_style());
            bar.set_message(told());
            bar.tick();
            return;
        }
        let now = self.counters.as_ref().map(|counters| counters.now()).unwrap_or_default();
        if now.bytes_total == 0 {
            bar.set_style(waiting_style());
            bar.set_message("looking for logs");
            bar.tick();
            return;
        }
        bar.set_style(reading_style());
        bar.set_length(now.bytes_total);
        bar.set_position(now.bytes_done.min(now.bytes_total));
        bar.set_message(format!("{} of {}", units::count(now.files_done), units::counted(now.files_total, "file")));
    }
}

fn waiting_style() -> ProgressStyle {
    ProgressStyle::with_template("{spinner} {msg} ({elapsed})").expect("the template is well formed")
}

fn reading_style() -> ProgressStyle {
    ProgressStyle::with_template(
        "{bar:24} {percent:>3}%  {msg}, {decimal_bytes} of {decimal_total_bytes}, {decimal_bytes_per_sec}, {eta} left",
    )
    .expect("the template is well formed")
}
