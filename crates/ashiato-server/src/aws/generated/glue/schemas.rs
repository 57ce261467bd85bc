//! The limits of this service's served operations.
