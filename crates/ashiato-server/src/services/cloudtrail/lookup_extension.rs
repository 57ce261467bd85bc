//! What LookupEvents may be asked beyond AWS: the member `Ashiato` of its input.

use ashiato_engine::history::{Attribute, Condition};
use serde_json::Value;
use std::time::Duration;

use crate::aws::Error;
use crate::aws::generated::cloudtrail::errors::INVALID_LOOKUP_ATTRIBUTES_EXCEPTION;

/// How deep a condition may nest.
const DEPTH_MAX: usize = 32;

/// The longest that an answer is held back.
const WAIT_SECONDS_MAX: u64 = 20;

/// Whether an input asks for an answer that may be held back.
pub(super) fn may_wait(input: &Value) -> bool {
    input.get("Ashiato").and_then(|asked| asked.get("WaitSeconds")).is_some_and(|seconds| seconds.as_u64() != Some(0))
}

/// What is asked.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The member is there.
    pub(super) is_given: bool,
    /// Beside what AWS's members say.
    pub(super) condition: Option<Condition>,
    /// Not of the region alone that is asked.
    pub(super) all_regions: bool,
    /// Data events too.
    pub(super) all_categories: bool,
    /// What is older than 90 days too.
    pub(super) no_end: bool,
    /// The attribute whose values are to be counted.
    pub(super) counts_of: Option<Attribute>,
    /// Only what came into the journal after this number, in its order.
    pub(super) after: Option<u64>,
    /// With `after`: for how long the answer may be held back until there is something to tell.
    pub(super) wait: Option<Duration>,
}

impl Asked {
    pub(super) fn of(input: &Value) -> Result<Asked, Error> {
        let Some(asked) = input.get("Ashiato") else { return Ok(Asked::default()) };
        let flag = |name: &str| asked.get(name).and_then(Value::as_bool).unwrap_or(false);
        let after = match asked.get("After") {
            None | Some(Value::Null) => None,
            Some(number) => Some(number.as_u64().ok_or_else(|| invalid("After is the number that an answer told."))?),
        };
        let wait = match asked.get("WaitSeconds") {
            None | Some(Value::Null) => None,
            Some(_) if after.is_none() => return Err(invalid("WaitSeconds goes with After.")),
            Some(seconds) => {
                let seconds = seconds.as_u64().filter(|seconds| *seconds <= WAIT_SECONDS_MAX);
                let why = format!("WaitSeconds is a whole number up to {WAIT_SECONDS_MAX}.");
                // One that does not wait is like any other.
                Some(seconds.ok_or_else(|| invalid(why))?).filter(|seconds| *seconds > 0).map(Duration::from_secs)
            }
        };
        let counts_of = asked.get("CountsOf").and_then(Value::as_str).map(attribute).transpose()?;
        Ok(Asked {
            is_given: true,
            condition: asked.get("Condition").map(|given| condition(given, 0)).transpose()?,
            all_regions: flag("AllRegions"),
            all_categories: flag("AllCategories"),
            no_end: flag("NoEnd"),
            counts_of,
            after,
            wait,
        })
    }
}

fn invalid(why: impl Into<String>) -> Error {
    INVALID_LOOKUP_ATTRIBUTES_EXCEPTION.because(why)
}

fn attribute(name: &str) -> Result<Attribute, Error> {
    let known = Attribute::ALL.into_iter().find(|attribute| format!("{attribute:?}") == name);
    known.ok_or_else(|| invalid(format!("{name} is no attribute of events.")))
}

/// `{"Equals": ["EventName", "CreateUser"]}`, `Contains` likewise, `{"And": […]}`, `{"Or": […]}`, `{"Not": …}`.
fn condition(given: &Value, depth: usize) -> Result<Condition, Error> {
    if depth > DEPTH_MAX {
        return Err(invalid(format!("Conditions nest deeper than {DEPTH_MAX}.")));
    }
    let one = given.as_object().filter(|members| members.len() == 1).and_then(|members| members.iter().next());
    let Some((name, value)) = one else { return Err(invalid("A condition is an object with one member.")) };
    let pair = || match value.as_array().map(Vec::as_slice) {
        Some([Value::String(name), Value::String(value)]) => Ok((attribute(name)?, value.clone())),
        _ => Err(invalid(format!("{name} takes an attribute and a value."))),
    };
    let list = || match value.as_array() {
        Some(all) => all.iter().map(|given| condition(given, depth + 1)).collect::<Result<Vec<_>, _>>(),
        None => Err(invalid(format!("{name} takes a list of conditions."))),
    };
    match name.as_str() {
        "Equals" => pair().map(|(attribute, value)| Condition::Equals(attribute, value)),
        "Contains" => pair().map(|(attribute, value)| Condition::Contains(attribute, value)),
        "And" => list().map(Condition::And),
        "Or" => list().map(Condition::Or),
        "Not" => condition(value, depth + 1).map(|inner| Condition::Not(Box::new(inner))),
        _ => Err(invalid(format!("{name} is no condition: Equals, Contains, And, Or and Not are."))),
    }
}
