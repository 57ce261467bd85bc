//! `ashiato serve`: one port that AWS's own clients talk to.

mod demo;
mod file;
mod logs;
mod objects;
mod reference;
mod settings;

pub(crate) use settings::ServeArguments;

use crate::exit::Exit;
use crate::{talk, units};
use anyhow::Context;
use ashiato_server::athena::QuerySettings;
use ashiato_server::history::EventHistory;
use ashiato_server::http::{Limits, serve, tls_acceptor};
use ashiato_server::quotas::Quotas;
use ashiato_server::recording::{Recorder, RecordingSettings, Regions};
use ashiato_server::signin::GuessLimits;
use ashiato_server::start::{self, Folders, Loss};
use ashiato_server::state::State;
use ashiato_server::trails::{TrailSettings, Trails};
use chrono::Utc;
use settings::{Settings, Switch};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;

pub(crate) fn run(arguments: &ServeArguments) -> anyhow::Result<Exit> {
    let merged = arguments.config.as_deref().map(file::merged).transpose()?;
    let arguments = merged.as_ref().unwrap_or(arguments);
    logs::start(&arguments.settings);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("start the threads")?;
    runtime.block_on(run_server(arguments))
}

async fn run_server(arguments: &ServeArguments) -> anyhow::Result<Exit> {
    let settings = &arguments.settings;
    // Heard from the very start: a stop during the start is a stop.
    let stop = stop_signal()?;
    let tls = match (&settings.tls_cert, &settings.tls_key) {
        (Some(certificate), Some(key)) => Some(tls_acceptor(certificate, key)?),
        _ => None,
    };
    let (kept, first) = start::open(&folders(arguments)?).await?;
    let listener = TcpListener::bind(settings.listen).await;
    let listener = listener.with_context(|| format!("listen on {}", settings.listen))?;
    let address = listener.local_addr().context("learn the port")?;
    if tls.is_none() && !address.ip().is_loopback() {
        talk::warning("without TLS everybody on the way can read what is sent; --tls-cert and --tls-key turn it on");
    }
    if let Some(first) = first {
        let (account, file) = (kept.account.as_str(), first.credentials.display());
        talk::line(&format!("made the account {account}; its administrator's access key is in {file}"));
    }
    let loss = if arguments.accept_lost_journal { Loss::Accepted } else { Loss::Refused };
    start::claim_name(&kept, &settings.data_dir, &settings.server_name, loss).await?;
    let account = kept.account.as_str().to_string();
    let credentials = kept.credentials();
    let queries = QuerySettings { spill_folder: Some(spill_folder(&settings.data_dir)?), ..queries(settings) };
    let mut state = State::new(kept, credentials, limits(settings), queries);
    let recorder = recorder(settings, 1)?;
    if recorder.journal().is_some() {
        state.trails = Some(trails(settings)?);
        state.history = Some(history(settings).await?);
    }
    state.record_with(recorder);
    check_journal(settings, &mut state, loss).await?;
    let state = Arc::new(state);
    let interrupted = state.athena.begin(Utc::now()).await.context("look for queries that a crash cut off")?;
    if interrupted > 0 {
        talk::line(&format!("{} cut off by the last stop failed", units::counted(interrupted, "query")));
    }
    let upkeep = tokio::spawn({
        let state = Arc::clone(&state);
        async move {
            let (logs, topics) = (Arc::clone(&state).keep_up_logs(), Arc::clone(&state).deliver_messages());
            let (alarms, metrics) = (Arc::clone(&state).watch_alarms(), Arc::clone(&state).keep_up_metrics());
            tokio::join!(state.keep_up(Utc::now), logs, topics, alarms, metrics);
        }
    });
    let delivery = delivery(&state).await?;
    let following = tokio::spawn({
        let state = Arc::clone(&state);
        async move {
            if let Some(history) = &state.history {
                history.keep_up(&state, state.clock).await;
            }
        }
    });
    let scheme = if tls.is_some() { "https" } else { "http" };
    let public_url = settings.public_url.clone().unwrap_or_else(|| format!("{scheme}://{address}"));
    state.topics.set_public_url(public_url.trim_end_matches('/').to_string());
    // While the demo's bucket is filled its health says so; a stop comes when that is done, for half a demo is none.
    let serving = tokio::spawn(serve(listener, tls, Arc::clone(&state), stop));
    if arguments.demo {
        demo::fill(&state, Utc::now()).await?;
    }
    if !serving.is_finished() {
        state.set_ready(true);
        talk::line(&format!("serving the account {account} at {scheme}://{address}"));
        if arguments.demo {
            demo::say(address, scheme, &settings.data_dir.join("credentials"));
        }
    }
    serving.await.context("serve")?;
    // The state is closed when nobody is at work with it any more.
    for task in [Some(upkeep), delivery, Some(following)].into_iter().flatten() {
        task.abort();
        // It never ends by itself: this is where it was cut off.
        let _ = task.await;
    }
    state.close().await;
    talk::line("stopped");
    Ok(Exit::Answered)
}

fn folders(arguments: &ServeArguments) -> anyhow::Result<Folders> {
    let settings = &arguments.settings;
    Ok(Folders {
        data: settings.data_dir.clone(),
        state_url: settings.state_url.clone(),
        account: settings.account.clone(),
        objects: objects::external(arguments)?,
        master_key: settings.master_key.clone(),
    })
}

/// An empty folder for what queries spill. The data folder is this server's alone, so what lies there is of one that was
/// killed.
fn spill_folder(data: &Path) -> anyhow::Result<PathBuf> {
    let folder = data.join("spill");
    match std::fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => std::fs::create_dir(&folder),
    }
    .with_context(|| format!("make the folder {}", folder.display()))?;
    Ok(folder)
}

/// Holds the journal and the spool against what the state knows of them.
async fn check_journal(settings: &Settings, state: &mut State, loss: Loss) -> anyhow::Result<()> {
    if let Some(unmet) = start::unmet(state, &settings.server_name).await? {
        anyhow::ensure!(loss == Loss::Accepted, unmet.message);
        talk::warning(&unmet.message);
        let journal = settings.data_dir.join("journal");
        let open = |first| recorder(settings, first);
        if let Some(aside) = state.go_on_without(&unmet, (&settings.server_name, &journal), open).await? {
            talk::line(&format!("the journal of before is in {}; a new one goes on after it", aside.display()));
        }
    }
    for key in state.check_spool(loss).await? {
        talk::warning(&format!("{key} is lost: it was planned, and will not be delivered"));
    }
    Ok(())
}

/// Opens the journal of calls, where they are recorded. One that is made begins with the number `first`.
fn recorder(settings: &Settings, first: u64) -> anyhow::Result<Recorder> {
    let recording = RecordingSettings {
        trusted_proxies: settings.trusted_proxies.clone(),
        vpc_endpoint_id: settings.recording_vpc_endpoint_id.clone(),
        refused_strangers_per_second: settings.limit_refused_strangers_per_second,
        regions: Regions { home: settings.recording_home_region.clone(), more: settings.recording_regions.clone() },
    };
    if settings.recording == Switch::Off {
        return Ok(Recorder::off(recording));
    }
    let waiting_bytes_max = u64::from(settings.recording_waiting_mb) << 20;
    let folder = settings.data_dir.join("journal");
    let (recorder, recovered) =
        Recorder::open(&folder, waiting_bytes_max, first, recording).context("open the journal")?;
    if recovered.cut_bytes > 0 {
        talk::line(&format!("cut {} of an unfinished record off the journal", units::bytes(recovered.cut_bytes)));
    }
    Ok(recorder)
}

/// What makes log files of what is recorded.
fn trails(settings: &Settings) -> anyhow::Result<Trails> {
    let folder = settings.data_dir.join("trails");
    let trails = TrailSettings {
        server: settings.server_name.clone(),
        delivery_every: Duration::from_secs(settings.trail_delivery_seconds.into()),
        digest_every: Duration::from_secs(settings.trail_digest_seconds.into()),
    };
    Trails::open(&folder, trails).with_context(|| format!("open the folder {}", folder.display()))
}

/// Opens event history.
async fn history(settings: &Settings) -> anyhow::Result<EventHistory> {
    let folder = settings.data_dir.join("history");
    let history = EventHistory::open(&folder, settings.limit_lookups_per_second).await;
    history.with_context(|| format!("open the event history in {}", folder.display()))
}

/// Delivers from now on.
async fn delivery(state: &Arc<State>) -> anyhow::Result<Option<tokio::task::JoinHandle<()>>> {
    let Some(trails) = &state.trails else { return Ok(None) };
    trails.begin(state).await.context("look for log files that are yet to be delivered")?;
    let state = Arc::clone(state);
    Ok(Some(tokio::spawn(async move {
        if let Some(trails) = &state.trails {
            tokio::join!(trails.keep_up(&state), trails.keep_telling(&state));
        }
    })))
}

fn limits(settings: &Settings) -> Limits {
    Limits {
        connections_max: settings.limit_connections as usize,
        stop_timeout: Duration::from_secs(settings.limit_stop_seconds.into()),
        quotas: quotas(settings),
        guesses: GuessLimits {
            of_user: settings.limit_signin_failures_of_user,
            of_address: settings.limit_signin_failures_of_address,
        },
        ..Limits::default()
    }
}

fn quotas(settings: &Settings) -> Quotas {
    Quotas {
        databases: settings.quota_databases,
        tables_in_database: settings.quota_tables_in_database,
        versions_of_table: settings.quota_versions_of_table,
        partitions_in_table: settings.quota_partitions_in_table,
        work_groups: settings.quota_work_groups,
        named_queries: settings.quota_named_queries,
        prepared_in_work_group: settings.quota_prepared_in_work_group,
        alarms: settings.quota_alarms,
        metrics: settings.quota_metrics,
        ..Quotas::default()
    }
}

fn queries(settings: &Settings) -> QuerySettings {
    let usual = settings.query_threads.map_or_else(QuerySettings::default, |threads| QuerySettings::of(threads.into()));
    let running_max = settings.query_running.map_or(usual.running_max, usize::from);
    QuerySettings {
        server: settings.server_name.clone(),
        lease: Duration::from_secs(settings.server_lease_seconds.into()),
        running_max,
        running_in_work_group_max: settings.query_running_in_work_group.map_or(running_max, usize::from),
        queued_in_work_group_max: settings.query_queued_in_work_group as usize,
        memory_bytes_per_query: (settings.query_memory_mb as usize) << 20,
        ..usual
    }
}

/// Done when the process is told to stop: by Ctrl-C, or as service managers do it.
fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("listen for SIGTERM")?;
    let mut interrupt = signal(SignalKind::interrupt()).context("listen for Ctrl-C")?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        talk::line("stopping; what is under way is finished first");
    })
}
