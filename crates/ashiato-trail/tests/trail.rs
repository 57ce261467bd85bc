//! The crate's own tests.

#[path = "trail/filter_pattern.rs"]
mod filter_pattern;
#[path = "trail/readers.rs"]
mod readers;
#[path = "trail/log_events.rs"]
mod log_events;
#[path = "trail/log_events_killed.rs"]
mod log_events_killed;
