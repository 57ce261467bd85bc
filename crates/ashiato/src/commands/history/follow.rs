//! `--follow`: events as they come. They are asked for by their place in the server's journal, not by their time: one
//! that was recorded late is not passed over because a later second was shown already. The server holds its answer back
//! until there is something to tell.

use super::PAGE_MAX;
use super::lookups::Lookups;
use super::print::Printer;
use crate::exit::Exit;
use crate::{talk, units};
use anyhow::{Context, bail};
use serde_json::Value;
use std::time::Duration;

/// How long the server may hold an answer back: as long as it does for anybody.
const WAIT_SECONDS: u64 = 20;
/// How long is waited behind an answer, so that a server where much happens is asked once a second, not for each event.
const BETWEEN_LOOKS: Duration = Duration::from_secs(1);

/// Prints what comes after the first answer, until it is stopped.
pub(super) async fn follow(
    mut lookups: Lookups,
    mut input: Value,
    first: &Value,
    mut printer: Printer,
) -> anyhow::Result<Exit> {
    let server = first["Server"].clone();
    let mut reached = through(first)?;
    input["MaxResults"] = PAGE_MAX.into();
    input["Ashiato"]["WaitSeconds"] = WAIT_SECONDS.into();
    let mut was_unsearched = 0;
    printer.flush()?;
    loop {
        input["Ashiato"]["After"] = reached.into();
        let mut answer = lookups.look(&input).await?;
        let told = &answer["Ashiato"];
        if told["Server"] != server {
            // Each has a journal of its own, and numbers of its own in it.
            bail!("the server {} answers and not {server}: follow one of them at its own address", told["Server"]);
        }
        reached = through(told)?;
        let unsearched = told["Missing"]["Unsearched"].as_u64().unwrap_or(0);
        let mut events = answer["Events"].as_array_mut().map(std::mem::take).unwrap_or_default();
        let is_all = events.len() < PAGE_MAX;
        events.retain(|event| !lookups.made(event));
        printer.events(&events)?;
        printer.flush()?;
        if unsearched > 0 && was_unsearched == 0 {
            let records = units::counted(unsearched, "record");
            talk::warning(&format!("the server's event history cannot take {records}: they are shown when it can"));
        }
        was_unsearched = unsearched;
        if is_all {
            if unsearched == 0 {
                lookups.saw_all_before_the_last();
            }
            tokio::time::sleep(BETWEEN_LOOKS).await;
        }
    }
}

/// The number to go on from.
fn through(told: &Value) -> anyhow::Result<u64> {
    told["Through"].as_u64().context("the server does not tell how far it searched: it cannot be followed")
}
