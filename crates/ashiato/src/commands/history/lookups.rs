//! The lookups of one command. It knows which they were: each is an event itself, and who follows is not to be shown
//! what following makes.

use crate::commands::aws_client::{CLOUDTRAIL, JsonClient};
use serde_json::Value;
use std::time::Duration;

const OPERATION: &str = "LookupEvents";
/// How long is waited where the server answers no more for now; it answers two a second.
const THROTTLED_FOR: Duration = Duration::from_millis(500);

/// A client and what it called.
pub(super) struct Lookups {
    client: JsonClient,
    /// The ids of its calls whose events may still come.
    own: Vec<String>,
}

impl Lookups {
    pub(super) fn connect() -> anyhow::Result<Lookups> {
        Ok(Lookups { client: JsonClient::connect("history", CLOUDTRAIL)?, own: Vec::new() })
    }

    /// One answer; where the server answers so many a second and no more, a little later.
    pub(super) async fn look(&mut self, input: &Value) -> anyhow::Result<Value> {
        loop {
            let answer = self.client.answer(OPERATION, input).await?;
            self.own.extend(answer.request_id);
            match answer.document {
                Err(why) if why.to_string().contains("ThrottlingException") => {
                    tokio::time::sleep(THROTTLED_FOR).await;
                }
                answered => return answered,
            }
        }
    }

    /// Whether an event is one of these calls.
    pub(super) fn made(&self, event: &Value) -> bool {
        if event["EventName"] != OPERATION {
            return false;
        }
        let record = event["CloudTrailEvent"].as_str().unwrap_or_default();
        let record: Value = serde_json::from_str(record).unwrap_or_default();
        record["requestID"].as_str().is_some_and(|id| self.own.iter().any(|own| own == id))
    }

    /// All that was recorded before the last call was seen: the events of those before it have passed.
    pub(super) fn saw_all_before_the_last(&mut self) {
        let last = self.own.pop();
        self.own.clear();
        self.own.extend(last);
    }
}
