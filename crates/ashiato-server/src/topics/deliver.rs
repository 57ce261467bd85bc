//! Posts what is stored for endpoints, each message again after longer and longer waits. To one endpoint one message
//! goes after the other, to different ones beside each other: an endpoint that takes nothing, or takes its time, holds
//! up itself alone.

use ashiato_meta::topic_deliveries::{self, Delivery};
use ashiato_meta::{Millis, Result as MetaResult, Tx};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{Id, JoinError, JoinSet};

use super::endpoint::shown;
use super::message::Post;
use super::waits::wait_millis;
use crate::state::State;

/// So many endpoints are posted to beside each other.
const ENDPOINTS_MAX: usize = 64;
/// Read at once for an endpoint. No more: whose subscription ends meanwhile is told these still.
const ROWS: u32 = 20;
/// An endpoint that has not answered by then has not taken it.
const TIMEOUT: Duration = Duration::from_secs(15);
/// How long it is at most until what was postponed is looked for.
const LOOKS_EVERY: Duration = Duration::from_secs(1);
/// The waits grow from one second to twenty minutes; after so many tries, most of a day, a message is given up.
const TRIES_MAX: i64 = 60;

impl State {
    /// Delivers what is published; never ends.
    pub async fn deliver_messages(self: Arc<State>) {
        let client = reqwest::Client::builder().timeout(TIMEOUT).redirect(reqwest::redirect::Policy::none()).build();
        let client = match client {
            Ok(client) => client,
            Err(error) => return tracing::error!(%error, "nothing is delivered to the endpoints of topics"),
        };
        let mut lanes = Lanes::default();
        loop {
            if let Err(error) = lanes.begin(&self, &client).await {
                tracing::warn!(%error, "look for messages to deliver");
                tokio::time::sleep(LOOKS_EVERY).await;
                continue;
            }
            tokio::select! {
                () = self.topics.woken.notified() => {}
                () = tokio::time::sleep(LOOKS_EVERY) => {}
                Some(ended) = lanes.tasks.join_next_with_id() => lanes.end(&self, ended),
            }
            while let Some(ended) = lanes.tasks.try_join_next_with_id() {
                lanes.end(&self, ended);
            }
        }
    }
}

/// The endpoints that are posted to, each by a task of its own: it goes on whatever is waited for beside it, and ends
/// with whoever delivers.
#[derive(Default)]
struct Lanes {
    tasks: JoinSet<MetaResult<()>>,
    endpoints: HashMap<Id, String>,
}

impl Lanes {
    /// Begins with the endpoints that something is due for, as far as there is room: those that are posted to already and
    /// those that wait apart.
    async fn begin(&mut self, state: &Arc<State>, client: &reqwest::Client) -> MetaResult<()> {
        let room = ENDPOINTS_MAX.saturating_sub(self.tasks.len());
        if room == 0 {
            return Ok(());
        }
        let (now, waits) = (state.now(), &state.topics.waits);
        // Even where all that are left aside come first, there are enough to fill the room.
        let limit = u32::try_from(ENDPOINTS_MAX + waits.count(now)).unwrap_or(u32::MAX);
        let mut tx = state.kept.meta.read().await?;
        let due = topic_deliveries::endpoints_due(&mut tx, now, limit).await?;
        drop(tx);
        let is_free = |endpoint: &String| {
            !waits.is_waiting(endpoint, now) && !self.endpoints.values().any(|other| other == endpoint)
        };
        let free: Vec<String> = due.into_iter().filter(is_free).take(room).collect();
        for endpoint in free {
            let (state, client, to) = (Arc::clone(state), client.clone(), endpoint.clone());
            let task = self.tasks.spawn(async move { post_due(&state, &client, &to).await });
            self.endpoints.insert(task.id(), endpoint);
        }
        Ok(())
    }

    /// Notes that a task has ended. An endpoint whose task failed waits as if it were away: it is not known what of its
    /// posts is noted.
    fn end(&mut self, state: &State, ended: Result<(Id, MetaResult<()>), JoinError>) {
        let (id, failure) = match ended {
            Ok((id, Ok(()))) => (id, None),
            Ok((id, Err(error))) => (id, Some(error.to_string())),
            Err(panicked) => (panicked.id(), Some(panicked.to_string())),
        };
        if let (Some(endpoint), Some(why)) = (self.endpoints.remove(&id), failure) {
            tracing::error!(endpoint = %shown(&endpoint), why, "deliver to an endpoint");
            state.topics.waits.failed(&endpoint, state.now());
        }
    }
}

/// Posts what is due for an endpoint, one after the other, until the endpoint is away.
async fn post_due(state: &State, client: &reqwest::Client, endpoint: &str) -> MetaResult<()> {
    let mut tx = state.kept.meta.read().await?;
    let due = topic_deliveries::due_for(&mut tx, endpoint, state.now(), ROWS).await?;
    drop(tx);
    for delivery in due {
        match post(client, &delivery).await {
            Ok(()) => taken(state, &delivery).await?,
            Err(Untaken::Refused(why)) => refused(state, &delivery, &why).await?,
            Err(Untaken::Away(why)) => return away(state, &delivery, &why).await,
        }
    }
    Ok(())
}

async fn taken(state: &State, delivery: &Delivery) -> MetaResult<()> {
    state.topics.waits.answered(&delivery.endpoint);
    let mut tx = state.kept.meta.write().await?;
    topic_deliveries::delete(&mut tx, &delivery.id).await?;
    tx.commit().await
}

/// It alone waits: what else there is for its endpoint may be taken.
async fn refused(state: &State, delivery: &Delivery, why: &str) -> MetaResult<()> {
    state.topics.waits.answered(&delivery.endpoint);
    let now = state.now();
    let mut tx = state.kept.meta.write().await?;
    again(&mut tx, delivery, (now, now), why).await?;
    tx.commit().await
}

/// It waits with all that is due for its endpoint, each of which counts as tried: a message is given up after as many
/// tries, however many others wait with it.
async fn away(state: &State, delivery: &Delivery, why: &str) -> MetaResult<()> {
    let now = state.now();
    let until = state.topics.waits.failed(&delivery.endpoint, now);
    let mut tx = state.kept.meta.write().await?;
    let given_up = topic_deliveries::give_up_others(&mut tx, delivery, until, TRIES_MAX).await?;
    let others = topic_deliveries::postpone_others(&mut tx, delivery, until).await?;
    // Behind the others: a message that alone keeps its endpoint from answering is not tried first again and again.
    let behind = until.0.saturating_add(1).saturating_add_unsigned(others);
    again(&mut tx, delivery, (now, Millis(behind)), why).await?;
    tx.commit().await?;
    if given_up > 0 {
        tracing::error!(endpoint = %shown(&delivery.endpoint), given_up, why, "messages are given up");
    }
    Ok(())
}

/// Has a message that was not taken tried again after its own wait, and not before `earliest`; or it is given up.
async fn again(tx: &mut Tx, delivery: &Delivery, (now, earliest): (Millis, Millis), why: &str) -> MetaResult<()> {
    let tries = delivery.tries + 1;
    if tries >= TRIES_MAX {
        tracing::error!(endpoint = %shown(&delivery.endpoint), topic = delivery.topic, why, "a message is given up");
        return topic_deliveries::delete(tx, &delivery.id).await;
    }
    tracing::warn!(endpoint = %shown(&delivery.endpoint), topic = delivery.topic, tries, why, "a message is not taken");
    let due = Millis(now.0 + wait_millis(tries)).max(earliest);
    topic_deliveries::postpone(tx, &delivery.id, tries, due).await
}

/// Why a message was not taken.
enum Untaken {
    /// The endpoint does not take this one; of others nothing is known.
    Refused(String),
    /// The endpoint takes none now.
    Away(String),
}

async fn post(client: &reqwest::Client, delivery: &Delivery) -> Result<(), Untaken> {
    let post: Post =
        serde_json::from_str(&delivery.post).map_err(|why| Untaken::Refused(format!("it cannot be read: {why}")))?;
    let mut request = client.post(&delivery.endpoint).body(post.body);
    for (name, value) in post.headers {
        request = request.header(name, value);
    }
    // Without the URL, which may hold a password.
    let response = request.send().await.map_err(|why| match why.is_builder() {
        true => Untaken::Refused(why.without_url().to_string()),
        false => Untaken::Away(why.without_url().to_string()),
    })?;
    let status = response.status();
    match status.as_u16() {
        _ if status.is_success() => Ok(()),
        // Too Many Requests, and what is answered for an endpoint that is not there: Bad Gateway, Service Unavailable,
        // Gateway Timeout.
        429 | 502..=504 => Err(Untaken::Away(format!("it answered {status}"))),
        _ => Err(Untaken::Refused(format!("it answered {status}"))),
    }
}
