//! STS, from its model.

pub mod errors;
pub mod schemas;
mod types;

use crate::aws::service::{Coverage, Operation as Described, Protocol, Service, ServiceId};

pub use types::*;

/// The operations that are served.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operation {
    AssumeRole,
    GetAccessKeyInfo,
    GetCallerIdentity,
    GetFederationToken,
    GetSessionToken,
}

impl Operation {
    /// The served operation of this name.
    pub fn named(name: &str) -> Option<Operation> {
        Some(match name {
            "AssumeRole" => Operation::AssumeRole,
            "GetAccessKeyInfo" => Operation::GetAccessKeyInfo,
            "GetCallerIdentity" => Operation::GetCallerIdentity,
            "GetFederationToken" => Operation::GetFederationToken,
            "GetSessionToken" => Operation::GetSessionToken,
            _ => return None,
        })
    }
}

/// The service.
pub static SERVICE: Service = Service {
    id: ServiceId::Sts,
    signing_name: "sts",
    protocol: Protocol::Query { namespace: "https://sts.amazonaws.com/doc/2011-06-15/", version: "2011-06-15" },
    also: &[],
    query_errors: &[],
    operations: &[
        Described {
            name: "AssumeRole",
            coverage: Coverage::Built,
            input: Some(&schemas::ASSUME_ROLE_REQUEST),
            output: Some(&schemas::ASSUME_ROLE_RESPONSE),
        },
        Described { name: "AssumeRoleWithSAML", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "AssumeRoleWithWebIdentity", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "AssumeRoot", coverage: Coverage::Refused, input: None, output: None },
        Described { name: "DecodeAuthorizationMessage", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetAccessKeyInfo",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_ACCESS_KEY_INFO_REQUEST),
            output: Some(&schemas::GET_ACCESS_KEY_INFO_RESPONSE),
        },
        Described {
            name: "GetCallerIdentity",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_CALLER_IDENTITY_REQUEST),
            output: Some(&schemas::GET_CALLER_IDENTITY_RESPONSE),
        },
        Described { name: "GetDelegatedAccessToken", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetFederationToken",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_FEDERATION_TOKEN_REQUEST),
            output: Some(&schemas::GET_FEDERATION_TOKEN_RESPONSE),
        },
        Described { name: "GetScopedCredentials", coverage: Coverage::Refused, input: None, output: None },
        Described {
            name: "GetSessionToken",
            coverage: Coverage::Built,
            input: Some(&schemas::GET_SESSION_TOKEN_REQUEST),
            output: Some(&schemas::GET_SESSION_TOKEN_RESPONSE),
        },
        Described { name: "GetWebIdentityToken", coverage: Coverage::Refused, input: None, output: None },
    ],
};
