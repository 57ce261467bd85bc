//! `Condition`: an operator, a key, and the values that the key is compared with.
//!
//! Source: IAM User Guide, "Condition operators" and "Set operators for multivalued context keys".

mod operator;
mod address;
mod date;
mod variables;

pub use address::Range as AddressRange;
pub(crate) use variables::Resolved;
pub use variables::Template;

use crate::Error;
use crate::document::Version;
use operator::{Operator, Quantifier};

/// One operator on one key. All values are alternatives of each other, or for a negated operator none may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    operator: Operator,
    /// In lower case: keys have no case.
    key: String,
    values: Vec<Template>,
}

/// Gives the values of a key, asked for in lower case, or `None` where the request has no such key.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<Vec<String>>;

impl Condition {
    pub(crate) fn new(
        operator: &str,
        key: &str,
        values: Vec<String>,
        version: Version,
        place: &str,
    ) -> Result<Condition, Error> {
        let operator = Operator::parse(operator)
            .ok_or_else(|| Error::malformed(place, format!("Invalid Condition type : {operator}.")))?;
        if !key.contains(':') {
            let message = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
            return Err(Error::malformed(place, message));
        }
        if let Some(value) = values.iter().find(|value| !operator.takes(value)) {
            return Err(Error::malformed(place, format!("Invalid value for condition: {value}")));
        }
        let version = if operator.has_variables() { version } else { Version::V2008 };
        let values = values.iter().map(|value| Template::parse(value, version)).collect();
        Ok(Condition { operator, key: key.to_ascii_lowercase(), values })
    }

    /// The key that is compared, in lower case.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Whether the condition holds for a request.
    pub fn holds(&self, lookup: Lookup<'_>) -> bool {
        let given = lookup(&self.key).filter(|values| !values.is_empty());
        if self.operator.is_null() {
            let absent = given.is_none().to_string();
            return self.values.iter().any(|value| value.text().eq_ignore_ascii_case(&absent));
        }
        let Some(given) = given else {
            return match self.operator.quantifier {
                Quantifier::ForAll => true,
                Quantifier::ForAny => self.operator.if_exists,
                Quantifier::One => self.operator.if_exists || self.operator.negated,
            };
        };
        let wanted: Vec<Option<Resolved>> = self.values.iter().map(|value| value.resolve(lookup)).collect();
        // A variable that the request does not have equals nothing.
        let equals_one = |value: &String| wanted.iter().flatten().any(|wanted| self.operator.compare(value, wanted));
        let satisfies = |value: &String| equals_one(value) != self.operator.negated;
        match (self.operator.quantifier, self.operator.negated) {
            (Quantifier::ForAll, _) | (Quantifier::One, true) => given.iter().all(satisfies),
            (Quantifier::ForAny, _) | (Quantifier::One, false) => given.iter().any(satisfies),
        }
    }
}
