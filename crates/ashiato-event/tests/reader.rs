//! The reader, from stored bytes to Arrow columns.

mod reader {
    pub mod conversion;
    pub mod damaged;
    pub mod filters;
    pub mod formats;
    pub mod laws;
    pub mod real_logs;
    pub mod run;
}
