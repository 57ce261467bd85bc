//! Operators and field access with Trino's meaning, decided when types are known.
