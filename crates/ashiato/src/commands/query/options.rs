//! From arguments to a session's options: what can be refused before any work is refused here.

use super::arguments::QueryArguments;
use crate::engine::SessionOptions;
use crate::exit::Failure;
use crate::moment;
use crate::output::{Destination, Format, Medium};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

/// The session that the arguments ask for.
pub(crate) fn session(arguments: &QueryArguments) -> Result<SessionOptions, Failure> {
    let clock = clock();
    let now = arguments.now.map_or(clock, |moment| moment.at(clock));
    let from = arguments.from.map(|moment| moment.at(now));
    let to = arguments.to.map(|moment| moment.at(now));
    if let (Some(from), Some(to)) = (from, to)
        && from >= to
    {
        let range = format!("{} to {}", moment::format(from), moment::format(to));
        return Err(Failure::Usage(format!("no time is from {range}: --to names the first moment left out")));
    }
    for logs in arguments.logs.iter().filter(|logs| !logs.contains("://")) {
        must_exist("--logs", Path::new(logs))?;
    }
    for (_, dir) in &arguments.buckets {
        must_exist("--bucket", dir)?;
    }
    Ok(SessionOptions {
        logs: arguments.logs.clone(),
        buckets: arguments.buckets.clone(),
        from,
        to,
        late: arguments.late,
        dedupe: arguments.dedupe,
        strict: arguments.strict,
        threads: arguments.threads.map(usize::from),
        memory_bytes: arguments.memory.and_then(|mb| usize::try_from(mb).ok()?.checked_mul(1 << 20)),
        now,
        ..SessionOptions::default()
    })
}

/// The format that the arguments ask for, given where the answer goes.
pub(crate) fn format(arguments: &QueryArguments, destination: &Destination) -> Result<Format, Failure> {
    let by_name = || arguments.out.as_deref().and_then(Format::of_file);
    let format = arguments.output.or_else(by_name).unwrap_or(Format::Table);
    if format.is_binary() && matches!(destination.medium(), Medium::Screen(_)) {
        let message = "this format is not for a terminal: name a file with --out, or pipe it on";
        return Err(Failure::Usage(message.to_string()));
    }
    Ok(format)
}

fn must_exist(option: &str, path: &Path) -> Result<(), Failure> {
    match path.metadata() {
        Ok(_) => Ok(()),
        Err(error) => Err(Failure::Usage(format!("{option} {}: {error}", path.display()))),
    }
}

fn clock() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}
