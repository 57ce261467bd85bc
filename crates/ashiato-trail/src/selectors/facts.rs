//! What selectors look at in an event. The caller takes it from the record, so that the record is read once for all.

/// The fields of an event that a selector may name; what the record lacks is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct EventFacts<'a> {
    /// `eventCategory`: Management, Data, NetworkActivity and others.
    pub category: &'a str,
    /// `eventName`.
    pub name: &'a str,
    /// `eventSource`.
    pub source: &'a str,
    /// `eventType`.
    pub event_type: &'a str,
    /// `readOnly`. An event that does not say so counts as one that writes: it is rather delivered than lost.
    pub read_only: Option<bool>,
    /// `resources`.
    pub resources: &'a [ResourceFacts<'a>],
    /// `sessionCredentialFromConsole`: the record has it only where it is true.
    pub session_credential_from_console: bool,
    /// `userIdentity.arn`.
    pub user_identity_arn: Option<&'a str>,
    /// `vpcEndpointId`.
    pub vpc_endpoint_id: Option<&'a str>,
    /// `errorCode`.
    pub error_code: Option<&'a str>,
}

/// One of an event's resources.
#[derive(Debug, Clone, Copy)]
pub struct ResourceFacts<'a> {
    /// `type`, such as `AWS::S3::Object`.
    pub resource_type: &'a str,
    /// `ARN`, or `ARNPrefix` where the call was about many, as a listing is.
    pub arn: &'a str,
}

impl EventFacts<'_> {
    pub(super) fn is_read_only(&self) -> bool {
        self.read_only == Some(true)
    }
}
