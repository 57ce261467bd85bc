//! Selectors as JSON of the API, events, and what is wanted or refused.

mod wanted;
mod refused;
mod translation;
