//! Posts what is stored for endpoints, several at once, each again after longer and longer waits.

use ashiato_meta::topic_deliveries::{self, Delivery};
use ashiato_meta::{Millis, Result as MetaResult};
use futures::StreamExt;
use std::sync::Arc;
use std::time::Duration;

use super::message::Post;
use crate::state::State;

/// Posts under way at once.
const AT_ONCE: usize = 16;
/// Read from the state at once.
const ROWS: u32 = 200;
/// An endpoint that has not answered by then has not taken it.
const TIMEOUT: Duration = Duration::from_secs(15);
/// How long it is at most until what was postponed is looked for.
const LOOKS_EVERY: Duration = Duration::from_secs(1);
/// The waits grow from one second to twenty minutes; after so many tries, most of a day, a message is given up.
const TRIES_MAX: i64 = 60;
const WAIT_MILLIS_MAX: i64 = 20 * 60 * 1000;

impl State {
    /// Delivers what is published; never ends.
    pub async fn deliver_messages(self: Arc<State>) {
        let client = reqwest::Client::builder().timeout(TIMEOUT).redirect(reqwest::redirect::Policy::none()).build();
        let client = match client {
            Ok(client) => client,
            Err(error) => return tracing::error!(%error, "nothing is delivered to the endpoints of topics"),
        };
        loop {
            match self.deliver_due(&client).await {
                Ok(0) => drop(tokio::time::timeout(LOOKS_EVERY, self.topics.woken.notified()).await),
                Ok(_) => {}
                Err(error) => {
                    tracing::warn!(%error, "look for messages to deliver");
                    tokio::time::sleep(LOOKS_EVERY).await;
                }
            }
        }
    }

    /// Tries all that is due. Tells how many that were.
    async fn deliver_due(&self, client: &reqwest::Client) -> MetaResult<usize> {
        let mut tx = self.kept.meta.read().await?;
        let due = topic_deliveries::due(&mut tx, self.now(), ROWS).await?;
        drop(tx);
        let count = due.len();
        let tried = futures::stream::iter(due).map(|delivery| async move {
            let outcome = post(client, &delivery).await;
            self.note(&delivery, outcome).await
        });
        let mut tried = tried.buffer_unordered(AT_ONCE);
        while let Some(noted) = tried.next().await {
            noted?;
        }
        Ok(count)
    }

    /// What is known after a try: it is done, it is tried again, or it is given up.
    async fn note(&self, delivery: &Delivery, outcome: Result<(), String>) -> MetaResult<()> {
        let mut tx = self.kept.meta.write().await?;
        let tries = delivery.tries + 1;
        match outcome {
            Ok(()) => topic_deliveries::delete(&mut tx, &delivery.id).await?,
            Err(why) if tries >= TRIES_MAX => {
                tracing::error!(endpoint = delivery.endpoint, topic = delivery.topic, why, "a message is given up");
                topic_deliveries::delete(&mut tx, &delivery.id).await?;
            }
            Err(why) => {
                tracing::warn!(
                    endpoint = delivery.endpoint,
                    topic = delivery.topic,
                    tries,
                    why,
                    "a message is not taken"
                );
                let due = Millis(self.now().0 + wait_millis(tries));
                topic_deliveries::postpone(&mut tx, &delivery.id, tries, due).await?;
            }
        }
        tx.commit().await
    }
}

/// 1, 2, 4 … seconds, twenty minutes at most.
fn wait_millis(tries: i64) -> i64 {
    let doublings = u32::try_from(tries - 1).unwrap_or(0).min(20);
    (1000_i64 << doublings).min(WAIT_MILLIS_MAX)
}

async fn post(client: &reqwest::Client, delivery: &Delivery) -> Result<(), String> {
    let post: Post = serde_json::from_str(&delivery.post).map_err(|why| format!("it cannot be read: {why}"))?;
    let mut request = client.post(&delivery.endpoint).body(post.body);
    for (name, value) in post.headers {
        request = request.header(name, value);
    }
    let response = request.send().await.map_err(|why| why.to_string())?;
    let status = response.status();
    if status.is_success() { Ok(()) } else { Err(format!("it answered {status}")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        assert_eq!(
            [1, 2, 3, 11, 12, 60].map(wait_millis),
            [1000, 2000, 4000, 1_024_000, WAIT_MILLIS_MAX, WAIT_MILLIS_MAX]
        );
    }
}
