//! `--follow`: events as they come. They are asked for by their place in the server's journal, not by their time: one that
//! was recorded late is not passed over because a later second was shown already.

use super::print::Printer;
use super::{BETWEEN_LOOKS, PAGE_MAX, lookup};
use crate::commands::aws_client::JsonClient;
use crate::exit::Exit;
use anyhow::{Context, bail};
use serde_json::Value;

/// Prints what comes after the first answer, until it is stopped.
pub(super) async fn follow(
    client: &JsonClient,
    mut input: Value,
    first: &Value,
    mut printer: Printer,
) -> anyhow::Result<Exit> {
    let server = first["Server"].clone();
    let mut reached = through(first)?;
    input["MaxResults"] = PAGE_MAX.into();
    printer.flush()?;
    loop {
        input["Ashiato"]["After"] = reached.into();
        let mut answer = lookup(client, &input).await?;
        let told = &answer["Ashiato"];
        if told["Server"] != server {
            // Each has a journal of its own, and numbers of its own in it.
            bail!("the server {} answers and not {server}: follow one of them at its own address", told["Server"]);
        }
        reached = through(told)?;
        let events = answer["Events"].as_array_mut().map(std::mem::take).unwrap_or_default();
        printer.events(&events)?;
        printer.flush()?;
        if events.len() < PAGE_MAX {
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// The number to go on from.
fn through(told: &Value) -> anyhow::Result<u64> {
    told["Through"].as_u64().context("the server does not tell how far it searched: it cannot be followed")
}
