//! The types of this service's served operations.
