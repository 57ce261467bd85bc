//! Calls that nobody signed: of all operations only SNS's on a topic whose policy lets everybody, as AWS has it. Whoever may
//! do nothing is told that a signature is missing, or what the topic's policy does not let; neither is recorded.

use ashiato_policy::sts::Carried;
use axum::body::Body;
use axum::response::Response;
use http::request::Parts;
use serde_json::Value;
use std::sync::Arc;

use super::answer::{Asked, error_response, output_response};
use super::entry::Origin;
use super::limits::body_bytes_max;
use super::{body, refusal};
use crate::access;
use crate::aws::generated::SERVICES;
use crate::aws::protocol::query::Form;
use crate::aws::service::{Coverage, Operation, Protocol, Service, ServiceId};
use crate::aws::{DeclaredError, Error, Fault, validate};
use crate::context::{Client, Context};
use crate::recording::{Heard, Outcome, Who};
use crate::services;
use crate::signature::{Credential, Failure, Identity, Principal, Secret};
use crate::state::State;

/// A form that nobody signed.
pub(super) struct Unsigned<'a> {
    pub(super) state: &'a Arc<State>,
    pub(super) origin: Origin,
    pub(super) client: &'a Client,
    pub(super) parts: &'a Parts,
}

impl Unsigned<'_> {
    /// Answers it, in SNS's words where it is SNS's.
    pub(super) async fn answer(self, body: Body, asked: &mut Asked) -> Response {
        let result = self.output(body, asked).await;
        if let Some(heard) = &mut asked.heard {
            heard.note(|operation| operation.outcome = Some(Outcome::of(&result)));
        }
        match result {
            Ok((operation, output)) => output_response(&output, operation, asked),
            Err(error) => error_response(&error, asked),
        }
    }

    async fn output(&self, body: Body, asked: &mut Asked) -> Result<(&'static Operation, Value), Error> {
        let bytes = body::read(body, body_bytes_max(ServiceId::Sns), self.state.limits.body_timeout).await;
        let form = bytes.and_then(|bytes| Form::parse(&bytes));
        let Some((service, operation, form)) = form.ok().and_then(operation) else {
            let protocol = asked.protocol.unwrap_or(Protocol::RestJson);
            return Err(refusal::refusal(&Failure::Missing, protocol));
        };
        (asked.service, asked.protocol, asked.operation) = (Some(service), Some(service.protocol), operation.name);
        let input = input(&form, operation)?;
        let ctx = self.context(&input, asked.request_id.clone());
        access::authorize_anonymous(&ctx, service, operation.name, &input).await?;
        let room = self.state.recorder.admit().await;
        asked.admitted = Some(room.ok_or_else(|| refusal::throttled(service.protocol))?);
        let heard = asked.heard.insert(self.heard(service, &ctx));
        heard.note(|heard| {
            heard.name = operation.name.to_string();
            heard.operation = Some(operation);
            heard.input = Some(input.clone());
        });
        Ok((operation, services::call(service.id, operation.name, &ctx, input).await?))
    }

    fn context(&self, input: &Value, request_id: String) -> Context {
        let arn = ["TopicArn", "TargetArn"].iter().find_map(|member| input.get(*member)?.as_str());
        let region = arn.and_then(|arn| arn.split(':').nth(3)).unwrap_or_default();
        Context {
            state: Arc::clone(self.state),
            caller: nobody(),
            region: region.to_string(),
            request_id,
            source_ip: self.origin.address,
            user_agent: self.header("user-agent"),
            is_secure: self.origin.tls.is_some(),
            now: (self.state.clock)(),
            client: self.client.clone(),
        }
    }

    fn heard(&self, service: &'static Service, ctx: &Context) -> Heard {
        Heard {
            who: Who::Anonymous,
            region: ctx.region.clone(),
            source_ip: self.origin.address,
            tls: self.origin.tls,
            host: self.header("host"),
            user_agent: ctx.user_agent.clone(),
            call: Heard::operation(service),
        }
    }

    fn header(&self, name: &str) -> Option<String> {
        self.parts.headers.get(name)?.to_str().ok().map(str::to_string)
    }
}

/// The operation of SNS that a form names.
fn operation(form: Form) -> Option<(&'static Service, &'static Operation, Form)> {
    let service: &'static Service = SERVICES.iter().find(|service| service.id == ServiceId::Sns)?;
    let Protocol::Query { version, .. } = service.protocol else { return None };
    let operation = service.operation(form.get("Action")?).filter(|_| form.get("Version") == Some(version))?;
    (operation.coverage != Coverage::Refused).then_some((service, operation, form))
}

fn input(form: &Form, operation: &Operation) -> Result<Value, Error> {
    let Some(schema) = operation.input else { return Ok(Value::Object(serde_json::Map::new())) };
    let input = form.input(schema);
    match validate(&input, schema) {
        Ok(()) => Ok(input),
        Err(Fault::Type(why)) => Err(DeclaredError::shared("MalformedInput").because(why)),
        Err(Fault::Limits(why)) => Err(DeclaredError::shared("InvalidParameter").because(why)),
    }
}

/// Nobody's key: what it names has no policies.
fn nobody() -> Credential {
    Credential {
        access_key_id: String::new(),
        secret: Secret::new(""),
        session_token: None,
        expires: None,
        principal: Principal { account: String::new(), arn: "anonymous".to_string(), user_id: "anonymous".to_string() },
        identity: Identity::User(String::new()),
        session_policies: None,
        issued: None,
        carried: Carried::default(),
        is_from_console: false,
    }
}
