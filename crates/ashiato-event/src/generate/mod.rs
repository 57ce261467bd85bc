//! Made-up CloudTrail logs: a company's accounts over some days, in the files and folders CloudTrail would deliver.
//!
//! They serve the demo, the tests and the benchmarks, so they are made to be like real ones where it matters to a
//! reader: the mix of events and identities, the shapes of requests and responses, the sizes of files, how late they
//! come and how well they compress. Everything follows from the [`Spec`] alone: each file has a random stream of its
//! own, so the same files come out whatever the order and the number of threads.
//!
//! [`plan`] decides which files there are; a [`Maker`] makes them, one a thread. Nothing here touches a disk.

mod caller;
mod chance;
mod clock;
mod damage;
mod delivery;
mod incident;
mod maker;
mod manifest;
mod names;
mod needle;
mod operation;
mod operations;
mod plan;
mod planted;
mod record;
mod scene;
mod spec;
mod template;
mod world;

#[cfg(test)]
mod tests;

pub use damage::Damage;
pub use incident::{Incident, IncidentEvent, IncidentFacts};
pub use maker::{GeneratedFile, Maker};
pub use manifest::{DamagedFile, Manifest};
pub use plan::{FileTask, Plan, plan};
pub use spec::{Spec, SpecError};

/// Makes every file of a spec, one after the other.
///
/// # Errors
/// Where the spec asks for what cannot be: see [`plan`].
pub fn files(spec: &Spec) -> Result<impl Iterator<Item = GeneratedFile>, SpecError> {
    let plan = plan(spec)?;
    let mut at = 0;
    Ok(std::iter::from_fn(move || {
        let file = plan.maker().make(plan.files().get(at)?);
        at += 1;
        Some(file)
    }))
}
