//! The server's log, on stderr.

use super::settings::{LogFormat, LogLevel, Settings};
use tracing_subscriber::filter::{LevelFilter, Targets};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::prelude::*;

/// Starts the log. Once in a process.
pub(super) fn start(settings: &Settings) {
    let level = match settings.log_level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
        LogLevel::Trace => LevelFilter::TRACE,
    };
    // The protocol's library calls every refusal an error; each request has its own line already.
    // Delta's library tells at length of every look at a table.
    let of_delta = level.min(LevelFilter::WARN);
    let targets = Targets::new()
        .with_default(level)
        .with_target("s3s", LevelFilter::OFF)
        .with_target("buoyant_kernel", of_delta)
        .with_target("deltalake_core", of_delta);
    let lines = layer().with_writer(std::io::stderr).with_ansi(false);
    match settings.log_format {
        LogFormat::Text => tracing_subscriber::registry().with(lines.with_filter(targets)).init(),
        LogFormat::Json => {
            tracing_subscriber::registry().with(lines.json().flatten_event(true).with_filter(targets)).init();
        }
    }
}
