//! The errors that this service's served operations declare.
