//! The record of every call: made of what was heard of it and of how it ended, and durable before the answer is sent.
//!
//! The way of a record: [`heard`] is filled while a call is answered; [`event`] makes CloudTrail's record of it, with
//! [`identity`] for who called, [`names`] for what, [`parameters`] for what operations were asked and answered,
//! [`resources`] for what they were about, [`objects`] for S3, and [`regions`] for where it is recorded; [`recorder`]
//! writes it into the journal. What services do without a request is told to the recorder by who does it, and [`own`]
//! makes the record; [`signing_in`] makes that of an attempt to sign in.
//!
//! A call whose signature does not hold makes no record, as with AWS: nobody's trail could hold it, and whoever can
//! reach the port could fill the journal. Of calls that nobody signed these are recorded, as anonymous: requests of S3,
//! those on topics whose policy lets everybody, and subscriptions that are confirmed or ended by URL. Those of them
//! that are refused are recorded so many a second, and throttled beyond that.
//!
//! [What is not recorded, and why](../../../../docs/decisions/recording.md).

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
