//! The record of every call: made of what was heard of it and of how it ended, and durable before the answer is sent.
//!
//! The way of a record: [`heard`] is filled while a call is answered; [`event`] makes CloudTrail's record of it, with
//! [`identity`] for who called, [`parameters`] for what operations were asked and answered, and [`objects`] for S3;
//! [`recorder`] writes it into the journal. What services do without a request is told to the recorder by who does it, and
//! [`own`] makes the record; [`signing_in`] that of an attempt to sign in.
//!
//! A call whose sender is not proven makes no record, as with AWS: nobody's trail could hold it, and whoever can reach
//! the port could fill the journal. Requests without a signature that S3 lets in are recorded as anonymous.

mod event;
mod heard;
mod identity;
mod names;
mod objects;
mod keys;
mod resources;
mod topics;
mod parameters;
mod recorder;
mod regions;
mod suites;
mod sources;
mod own;
mod signing_in;
#[cfg(test)]
mod tests;
mod xml;

pub(crate) use event::Answered;
pub(crate) use heard::{Heard, Outcome, Who};
pub(crate) use objects::BodyNotes;
pub(crate) use own::{By, OwnCall, OwnEvent};
pub(crate) use recorder::Admitted;
pub(crate) use recorder::Unrecorded;
pub use recorder::{Recorder, RecordingSettings};
pub use regions::{NotARegion, RegionName, Regions};
pub(crate) use signing_in::{ChangedPassword, SigningFrom, SigningIn, SigningWho};
pub use sources::{NotAProxy, TrustedProxies};
pub(crate) use suites::TlsFacts;
