//! Where the SQL comes from: the argument, a file, or stdin.

use super::arguments::QueryArguments;
use crate::exit::Failure;
use anyhow::Context;
use std::io::{self, IsTerminal, Read};
use std::{fs, path::Path};

/// More than this is no script that a person wrote: most likely a log file given by mistake.
const BYTES_MAX: u64 = 64 * 1024 * 1024;

/// Reads the script.
pub(crate) fn read(arguments: &QueryArguments) -> anyhow::Result<String> {
    let script = match (&arguments.sql, &arguments.file) {
        (Some(sql), _) if sql != "-" => sql.clone(),
        (None, Some(file)) => from_file(file)?,
        (None, None) if io::stdin().is_terminal() => {
            let message = "no SQL: give it as an argument, with --file, or on stdin";
            return Err(Failure::Usage(message.to_string()).into());
        }
        _ => text(io::stdin().lock()).context("read the SQL from stdin")?,
    };
    if script.trim().is_empty() {
        return Err(Failure::Usage("the SQL is empty".to_string()).into());
    }
    Ok(script)
}

fn from_file(file: &Path) -> anyhow::Result<String> {
    let opened = fs::File::open(file)
        .map_err(|error| Failure::Usage(format!("cannot open the SQL file {}: {error}", file.display())))?;
    text(opened).with_context(|| format!("read the SQL file {}", file.display()))
}

fn text(reader: impl Read) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    reader.take(BYTES_MAX + 1).read_to_end(&mut bytes)?;
    anyhow::ensure!(bytes.len() as u64 <= BYTES_MAX, "it is longer than {BYTES_MAX} bytes");
    let text = String::from_utf8(bytes).context("it is not UTF-8 text")?;
    // Windows editors begin files with a byte order mark, which is no SQL.
    Ok(text.strip_prefix('\u{feff}').map(str::to_string).unwrap_or(text))
}
