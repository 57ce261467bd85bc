//! The parts of a signature that the client states: whose key, which scope, which headers.

use super::Failure;

/// The only algorithm that is accepted.
pub(super) const ALGORITHM: &str = "AWS4-HMAC-SHA256";

/// The credential scope: what a signing key is good for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scope {
    /// `20261126`.
    pub date: String,
    /// Any region is accepted: one server answers for all.
    pub region: String,
    /// The name that the service signs under, such as `athena`.
    pub service: String,
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}/{}/aws4_request", self.date, self.region, self.service)
    }
}

/// A signature as stated, from the header or from a presigned query. Nothing of it is proven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorization {
    /// The key that is said to have signed.
    pub access_key_id: String,
    /// What the key was derived for.
    pub scope: Scope,
    /// The names of the signed headers, lower-case, sorted as the client sent them.
    pub signed_headers: Vec<String>,
    /// Hexadecimal.
    pub signature: String,
}

impl Authorization {
    /// Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`.
    pub fn parse(header: &str) -> Result<Authorization, Failure> {
        let Some(rest) = header.strip_prefix(ALGORITHM) else {
            return Err(Failure::Incomplete(format!("Authorization header requires the algorithm '{ALGORITHM}'.")));
        };
        let mut credential = None;
        let mut signed_headers = None;
        let mut signature = None;
        for part in rest.split(',') {
            match part.trim().split_once('=') {
                Some(("Credential", value)) => credential = Some(value),
                Some(("SignedHeaders", value)) => signed_headers = Some(value),
                Some(("Signature", value)) => signature = Some(value),
                _ => return Err(Failure::Incomplete("Authorization header is malformed.".into())),
            }
        }
        let missing = |name| Failure::Incomplete(format!("Authorization header requires '{name}' parameter."));
        Authorization::from_parts(
            credential.ok_or_else(|| missing("Credential"))?,
            signed_headers.ok_or_else(|| missing("SignedHeaders"))?,
            signature.ok_or_else(|| missing("Signature"))?,
        )
    }

    /// From the three values, however they came.
    pub(super) fn from_parts(credential: &str, signed_headers: &str, signature: &str) -> Result<Self, Failure> {
        // An access key id never holds a slash; the scope's parts neither.
        let parts: Vec<&str> = credential.split('/').collect();
        let [access_key_id, date, region, service, "aws4_request"] = parts[..] else {
            return Err(Failure::Incomplete(
                "Credential should have the form key-id/date/region/service/aws4_request.".into(),
            ));
        };
        let is_a_date = date.len() == 8 && date.bytes().all(|b| b.is_ascii_digit());
        if access_key_id.is_empty() || !is_a_date || region.is_empty() || service.is_empty() {
            return Err(Failure::Incomplete("Credential has an empty or malformed part.".into()));
        }
        let signed_headers: Vec<String> = signed_headers.split(';').map(str::to_ascii_lowercase).collect();
        if !signed_headers.iter().any(|name| name == "host") {
            return Err(Failure::Incomplete("'Host' must be a signed header.".into()));
        }
        let scope = Scope { date: date.into(), region: region.into(), service: service.into() };
        Ok(Authorization {
            access_key_id: access_key_id.into(),
            scope,
            signed_headers,
            signature: signature.to_string(),
        })
    }
}
