//! The operations: `services/<service>/<operation>.rs` holds one, and nothing else does. S3's are `ashiato-s3`'s;
//! [`s3`] leads there.

mod iam;
pub mod s3;
mod athena;
mod cloudtrail;
mod cloudwatch;
mod glue;
mod logs;
mod sns;
mod kms;
mod sts;

pub(crate) use cloudtrail::{may_look, may_put};
pub(crate) use iam::password;
pub(crate) use sts::{Session, session_claims, session_key};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::future::Future;

use crate::aws::Error;
use crate::aws::service::ServiceId;
use crate::context::Context;

/// Runs an operation that the service's list does not refuse, on an input that was held against its schema.
pub(crate) async fn call(service: ServiceId, operation: &str, ctx: &Context, input: Value) -> Result<Value, Error> {
    match service {
        ServiceId::Athena => athena::call(operation, ctx, input).await,
        ServiceId::CloudTrail => cloudtrail::call(operation, ctx, input).await,
        ServiceId::CloudWatch => cloudwatch::call(operation, ctx, input).await,
        ServiceId::Glue => glue::call(operation, ctx, input).await,
        ServiceId::Logs => logs::call(operation, ctx, input).await,
        ServiceId::Sns => sns::call(operation, ctx, input).await,
        ServiceId::Iam => iam::call(operation, ctx, input).await,
        ServiceId::Kms => kms::call(operation, ctx, input).await,
        ServiceId::Sts => sts::call(operation, ctx, input).await,
        // Every operation of these is on its list as refused; a test holds the lists to this table.
        ServiceId::CloudTrailData => Err(unknown(operation)),
    }
}

/// Whether an operation may wait for something to happen before it answers. Such a one changes nothing.
pub(crate) fn may_wait(service: ServiceId, operation: &str, input: &Value) -> bool {
    service == ServiceId::CloudTrail && cloudtrail::may_wait(operation, input)
}

/// From the value to the handler's input, and from its output to the value.
async fn run<I, O, F>(input: Value, handler: impl FnOnce(I) -> F) -> Result<Value, Error>
where
    I: DeserializeOwned,
    O: Serialize,
    F: Future<Output = Result<O, Error>>,
{
    let input = serde_json::from_value(input).map_err(|why| Error::malformed(why.to_string()))?;
    let output = handler(input).await?;
    serde_json::to_value(output).map_err(|why| Error::internal(format!("write an answer: {why}")))
}

fn unknown(operation: &str) -> Error {
    Error::internal(format!("{operation} is on the list of what is served and has no handler"))
}
