//! The reader, from stored bytes to Arrow columns.

mod reader {
    mod conversion;
    mod damaged;
    mod filters;
    mod formats;
    mod laws;
    mod real_logs;
    mod run;
}
