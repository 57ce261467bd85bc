//! Writes many generated files at once, by threads that each take the next one.

use crate::progress::Talk;
use anyhow::Context;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::Relaxed};
use std::time::Duration;

/// A file of the tree: its key below the folder, and its bytes.
pub(crate) struct TreeFile {
    pub(crate) key: String,
    pub(crate) bytes: Vec<u8>,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) files: u64,
    pub(crate) bytes: u64,
}

/// Makes and writes files 0 to `files`, `threads` at a time, each thread with a maker of its own. The first failure
/// stops all.
pub(crate) fn write<M: FnMut(usize) -> TreeFile>(
    dir: &Path,
    files: usize,
    threads: usize,
    talk: Talk,
    maker: impl Fn() -> M + Sync,
) -> anyhow::Result<Written> {
    let bar = progress_bar(files as u64, talk);
    let next = AtomicUsize::new(0);
    let bytes = AtomicU64::new(0);
    let has_failed = AtomicBool::new(false);
    let work = || -> anyhow::Result<()> {
        let mut make = maker();
        while !has_failed.load(Relaxed) {
            let number = next.fetch_add(1, Relaxed);
            if number >= files {
                break;
            }
            let length = write_file(dir, &make(number)).inspect_err(|_| has_failed.store(true, Relaxed))?;
            bytes.fetch_add(length, Relaxed);
            bar.inc(1);
        }
        Ok(())
    };
    let outcome: anyhow::Result<()> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| worker.join().expect("a worker that panics ends the command"))
    });
    bar.finish_and_clear();
    outcome.map(|()| Written { files: files as u64, bytes: bytes.into_inner() })
}

fn write_file(dir: &Path, file: &TreeFile) -> anyhow::Result<u64> {
    let path = below(dir, &file.key)?;
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("create the folder {}", folder.display()))?;
    }
    fs::write(&path, &file.bytes).with_context(|| format!("write {}", path.display()))?;
    Ok(file.bytes.len() as u64)
}

/// The key's place in the folder. A key that would lead out of it is refused.
fn below(dir: &Path, key: &str) -> anyhow::Result<PathBuf> {
    let key = Path::new(key);
    let stays_below = key.components().all(|component| matches!(component, Component::Normal(_)));
    anyhow::ensure!(stays_below, "the key {} leads out of the folder", key.display());
    Ok(dir.join(key))
}

fn progress_bar(files: u64, talk: Talk) -> ProgressBar {
    if talk == Talk::Quiet || !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(files), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{bar:24} {percent:>3}%  {human_pos} of {human_len} files, {eta} left");
    bar.set_style(style.expect("the template is well formed"));
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_written_once() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        let make = |number: usize| TreeFile {
            key: format!("AWSLogs/{}/{number}.json", number % 3),
            bytes: vec![b'x'; number],
        };
        let written = write(dir.path(), 20, 4, Talk::Quiet, || make).expect("the folder takes the files");
        assert_eq!(written, Written { files: 20, bytes: 190 });
        for number in 0..20 {
            let path = dir.path().join(format!("AWSLogs/{}/{number}.json", number % 3));
            assert_eq!(fs::read(path).expect("the file is there").len(), number);
        }
    }

    #[test]
    fn a_failure_is_told() {
        let dir = tempfile::tempdir().expect("a temporary folder");
        for key in ["../out", "/out", "a/../../out"] {
            let make = |_: usize| TreeFile { key: key.to_string(), bytes: Vec::new() };
            let error = write(dir.path(), 3, 2, Talk::Quiet, || make).expect_err(key);
            assert!(error.to_string().contains(key), "{error}");
        }
    }
}
