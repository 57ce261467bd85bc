//! What endpoints do without a key: confirm a subscription and end it by the URLs that they were told, and read the
//! certificate that messages are signed with.

use ashiato_meta::topic_subscriptions;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use subtle::ConstantTimeEq;

use super::Failure;
use super::signer::{PATH_PREFIX, signer};
use crate::aws::protocol::query::Form;
use crate::aws::protocol::xml;
use crate::state::State;

const NAMESPACE: &str = "http://sns.amazonaws.com/doc/2010-03-31/";

/// The answer, where it is such a request.
pub(crate) async fn answer(state: &Arc<State>, parts: &Parts, request_id: &str) -> Option<Response> {
    if parts.method != Method::GET || parts.headers.contains_key(header::AUTHORIZATION) {
        return None;
    }
    if parts.uri.path().starts_with(PATH_PREFIX) {
        return Some(certificate(state, parts.uri.path()).await);
    }
    let query = parts.uri.query().filter(|query| parts.uri.path() == "/" && !query.contains("X-Amz-Signature"))?;
    let form = Form::parse(query.as_bytes()).ok()?;
    let done = match form.get("Action")? {
        action @ "ConfirmSubscription" => (action, confirm(state, &form).await),
        action @ "Unsubscribe" => (action, unsubscribe(state, &form).await),
        _ => return None,
    };
    Some(match done {
        (action, Ok(true)) => {
            let text = xml::answer(action, NAMESPACE, None, request_id);
            (StatusCode::OK, [(header::CONTENT_TYPE, xml::CONTENT_TYPE)], text).into_response()
        }
        (_, Ok(false)) => (StatusCode::NOT_FOUND, "there is no such subscription\n").into_response(),
        (_, Err(error)) => {
            tracing::error!(request_id, %error, "a request of an endpoint");
            (StatusCode::INTERNAL_SERVER_ERROR, "it cannot be done now\n").into_response()
        }
    })
}

async fn certificate(state: &State, path: &str) -> Response {
    match signer(state).await {
        Ok(signer) if signer.path() == path => {
            ([(header::CONTENT_TYPE, "application/x-pem-file")], signer.certificate().to_string()).into_response()
        }
        Ok(_) => (StatusCode::NOT_FOUND, "there is no such certificate\n").into_response(),
        Err(error) => {
            tracing::error!(%error, "read the certificate of messages");
            (StatusCode::INTERNAL_SERVER_ERROR, "it cannot be read now\n").into_response()
        }
    }
}

async fn confirm(state: &State, form: &Form) -> Result<bool, Failure> {
    let (topic, token) = (form.get("TopicArn").unwrap_or_default(), form.get("Token").unwrap_or_default());
    let mut tx = state.kept.meta.write().await?;
    let found = topic_subscriptions::of_topic(&mut tx, topic).await?;
    let found = found.into_iter().find(|one| bool::from(one.token.as_bytes().ct_eq(token.as_bytes())));
    let Some(mut subscription) = found else { return Ok(false) };
    subscription.is_confirmed = 1;
    topic_subscriptions::update(&mut tx, &subscription).await?;
    tx.commit().await?;
    Ok(true)
}

/// Whoever knows a subscription's ARN may end it, as AWS has it where nothing else was asked when it was confirmed.
async fn unsubscribe(state: &State, form: &Form) -> Result<bool, Failure> {
    let arn = form.get("SubscriptionArn").unwrap_or_default();
    let mut tx = state.kept.meta.write().await?;
    match topic_subscriptions::get(&mut tx, arn).await {
        Ok(_) => {}
        Err(error) if error.kind == ashiato_meta::Kind::NotFound => return Ok(false),
        Err(error) => return Err(error.into()),
    }
    topic_subscriptions::delete(&mut tx, arn).await?;
    tx.commit().await?;
    Ok(true)
}
