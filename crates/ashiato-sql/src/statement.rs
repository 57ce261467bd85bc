//! A statement, told apart and parsed.
