//! The journal under ordinary use, under failure, in killed processes, and against a model.

mod model;
mod failure;
mod room;
mod failing_disk;
mod crash;
mod kill;
mod offsets;
