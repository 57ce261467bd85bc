//! What trails deliver and prove when things do not go well: buckets that take nothing, odd prefixes, stops and starts, a
//! clock that is set, a server that was down. Time is chosen: the server's clock stands still between two steps.

mod audited;
mod buckets;
mod chains;
mod clocks;
