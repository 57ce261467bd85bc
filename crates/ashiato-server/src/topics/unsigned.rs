//! What endpoints do without a key: confirm a subscription and end it by the URLs that they were told, and read the
//! certificate that messages are signed with.
//!
//! Confirming and ending are calls of nobody, recorded as such. Whoever makes up a token or an ARN gets no further than
//! to a transaction that reads: no room is set aside for what they do, and nobody who writes waits for them.

use ashiato_meta::topic_subscriptions::{self, Subscription};
use ashiato_meta::{Kind, Tx, topics};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::signer::{PATH_PREFIX, signer};
use super::subscription::{MayEnd, confirm, ends_signed, of_state, of_token};
use crate::aws::generated::sns::SERVICE;
use crate::aws::generated::sns::errors::{
    AUTHORIZATION_ERROR_EXCEPTION, INVALID_PARAMETER_EXCEPTION, NOT_FOUND_EXCEPTION,
};
use crate::aws::protocol::query::Form;
use crate::aws::service::{Operation, Service};
use crate::aws::{DeclaredError, Error};
use crate::http::Origin;
use crate::recording::{Admitted, Heard, Outcome, Who};
use crate::state::State;

const CONFIRM: &str = "ConfirmSubscription";
const UNSUBSCRIBE: &str = "Unsubscribe";

/// The certificate, where a request asks for it.
pub(crate) async fn certificate(state: &State, parts: &Parts) -> Option<Response> {
    let path = parts.uri.path();
    if !has_no_key(parts) || !path.starts_with(PATH_PREFIX) {
        return None;
    }
    Some(match signer(state).await {
        Ok(signer) if signer.path() == path => {
            ([(header::CONTENT_TYPE, "application/x-pem-file")], signer.certificate().to_string()).into_response()
        }
        Ok(_) => (StatusCode::NOT_FOUND, "there is no such certificate\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "read the certificate of messages");
            (StatusCode::INTERNAL_SERVER_ERROR, "it cannot be read now\n").into_response()
        }
    })
}

/// A call by a URL that an endpoint was told.
#[derive(Debug)]
pub(crate) struct CallByUrl {
    pub(crate) service: &'static Service,
    pub(crate) operation: &'static Operation,
    input: Value,
}

/// The call that a request is, where it is one.
pub(crate) fn called_by_url(parts: &Parts) -> Option<CallByUrl> {
    if !has_no_key(parts) || parts.uri.path() != "/" {
        return None;
    }
    let query = parts.uri.query().filter(|query| !query.contains("X-Amz-Signature"))?;
    let form = Form::parse(query.as_bytes()).ok()?;
    let name = form.get("Action").filter(|name| matches!(*name, CONFIRM | UNSUBSCRIBE))?;
    let operation = SERVICE.operation(name)?;
    Some(CallByUrl { service: &SERVICE, operation, input: form.input(operation.input?) })
}

fn has_no_key(parts: &Parts) -> bool {
    parts.method == Method::GET && !parts.headers.contains_key(header::AUTHORIZATION)
}

impl CallByUrl {
    /// Does what is asked. `heard` is what its record is made of, also where it is refused; room for that is set aside in
    /// `admitted` once it is known that something will be done.
    pub(crate) async fn answer(
        &self,
        state: &State,
        (origin, parts): (Origin, &Parts),
        (heard, admitted): (&mut Option<Heard>, &mut Option<Admitted>),
    ) -> Result<(&'static Operation, Value), Error> {
        let heard = heard.insert(self.heard(origin, parts));
        let result = self.done(state, admitted).await.map(|output| (self.operation, output));
        heard.note(|heard| heard.outcome = Some(Outcome::of(&result)));
        result
    }

    async fn done(&self, state: &State, admitted: &mut Option<Admitted>) -> Result<Value, Error> {
        let mut tx = state.kept.meta.read().await.map_err(of_state)?;
        self.subscription(&mut tx).await?;
        drop(tx);
        let room = state.recorder.admit().await;
        *admitted = Some(room.ok_or_else(|| DeclaredError::shared("Throttling").because("Rate exceeded"))?);
        let mut tx = state.kept.meta.write().await.map_err(of_state)?;
        // It may have changed since.
        let subscription = self.subscription(&mut tx).await?;
        let output = match self.operation.name {
            CONFIRM => {
                let output = json!({ "SubscriptionArn": subscription.arn });
                confirm(&mut tx, subscription, MayEnd::Anybody).await?;
                output
            }
            _ => {
                topic_subscriptions::delete(&mut tx, &subscription.arn).await.map_err(of_state)?;
                Value::Null
            }
        };
        tx.commit().await.map_err(of_state)?;
        Ok(output)
    }

    /// The subscription that is meant, where what is asked may be done to it without a signature.
    async fn subscription(&self, tx: &mut Tx) -> Result<Subscription, Error> {
        match self.operation.name {
            CONFIRM => self.subscription_to_confirm(tx).await,
            _ => self.subscription_to_end(tx).await,
        }
    }

    async fn subscription_to_confirm(&self, tx: &mut Tx) -> Result<Subscription, Error> {
        let topic = topics::get(tx, self.text("TopicArn")).await.map_err(or("Topic does not exist"))?;
        let found = of_token(tx, &topic.arn, self.text("Token")).await.map_err(of_state)?;
        let found = found.ok_or_else(|| INVALID_PARAMETER_EXCEPTION.because("Invalid parameter: Token"))?;
        // Source: the API reference of ConfirmSubscription.
        match self.text("AuthenticateOnUnsubscribe").eq_ignore_ascii_case("true") {
            true => Err(AUTHORIZATION_ERROR_EXCEPTION.because("AuthenticateOnUnsubscribe needs a signed request")),
            false => Ok(found),
        }
    }

    async fn subscription_to_end(&self, tx: &mut Tx) -> Result<Subscription, Error> {
        let missing = or("Subscription does not exist");
        let found = topic_subscriptions::get(tx, self.text("SubscriptionArn")).await.map_err(missing)?;
        match ends_signed(&found)? {
            true => Err(AUTHORIZATION_ERROR_EXCEPTION.because("The subscription is ended by a signed request alone")),
            false => Ok(found),
        }
    }

    fn heard(&self, origin: Origin, parts: &Parts) -> Heard {
        let header = |name: &str| Some(parts.headers.get(name)?.to_str().ok()?.to_string());
        let arn = match self.operation.name {
            CONFIRM => self.text("TopicArn"),
            _ => self.text("SubscriptionArn"),
        };
        let mut heard = Heard {
            who: Who::Anonymous,
            region: arn.split(':').nth(3).unwrap_or_default().to_string(),
            source_ip: origin.address,
            tls: origin.tls,
            host: header("host"),
            user_agent: header("user-agent"),
            call: Heard::operation(self.service),
        };
        heard.note(|heard| {
            heard.name = self.operation.name.to_string();
            heard.operation = Some(self.operation);
            heard.input = Some(self.input.clone());
        });
        heard
    }

    /// A member of the input; empty where it is not given.
    fn text(&self, member: &str) -> &str {
        self.input[member].as_str().unwrap_or_default()
    }
}

/// What is missing said by this sentence, every other error of the state as the service's own fault.
fn or(missing: &'static str) -> impl FnOnce(ashiato_meta::Error) -> Error {
    move |error| match error.kind {
        Kind::NotFound => NOT_FOUND_EXCEPTION.because(missing),
        _ => of_state(error),
    }
}
