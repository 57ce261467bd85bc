//! The journal under ordinary use, under failure, and against a model.

mod crash;
