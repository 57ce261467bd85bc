//! Where answers go: stdout, or a file that appears under its name only when it is whole.

use super::Medium;
use crate::printable::TerminalGuard;
use crate::unfinished;
use anyhow::Context;
use std::fs::{self, File};
use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::path::{Path, PathBuf};

/// An open destination.
pub(crate) enum Destination {
    Terminal(BufWriter<TerminalGuard<Stdout>>),
    Pipe(BufWriter<Stdout>),
    File(OutputFile),
}

impl Destination {
    /// Opens `path`, or stdout where there is none.
    pub(crate) fn open(path: Option<&Path>) -> anyhow::Result<Destination> {
        match path {
            Some(path) => Ok(Destination::File(OutputFile::create(path)?)),
            None if io::stdout().is_terminal() => {
                Ok(Destination::Terminal(BufWriter::new(TerminalGuard::new(io::stdout()))))
            }
            None => Ok(Destination::Pipe(BufWriter::with_capacity(64 * 1024, io::stdout()))),
        }
    }

    pub(crate) fn medium(&self) -> Medium {
        match self {
            Destination::Terminal(_) => Medium::Screen(screen_columns()),
            Destination::Pipe(_) => Medium::Pipe,
            Destination::File(_) => Medium::File,
        }
    }

    pub(crate) fn sink(&mut self) -> &mut (dyn Write + Send) {
        match self {
            Destination::Terminal(terminal) => terminal,
            Destination::Pipe(pipe) => pipe,
            Destination::File(file) => &mut file.writer,
        }
    }

    /// Writes out what is held back; a file takes its name.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        self.sink().flush().context("write the answer")?;
        match self {
            Destination::File(file) => file.finish(),
            Destination::Terminal(_) | Destination::Pipe(_) => Ok(()),
        }
    }
}

/// A file written beside its place and renamed into it, so that a run cut short leaves nothing that looks whole.
pub(crate) struct OutputFile {
    writer: BufWriter<File>,
    path: PathBuf,
    /// `None` where the path is a device or a pipe, which is written in place.
    partial: Option<PathBuf>,
}

impl OutputFile {
    fn create(path: &Path) -> anyhow::Result<OutputFile> {
        let metadata = fs::metadata(path);
        anyhow::ensure!(
            !metadata.as_ref().is_ok_and(fs::Metadata::is_dir),
            "{} is a folder, not a file",
            path.display()
        );
        let is_device = metadata.is_ok_and(|metadata| !metadata.is_file());
        let partial = (!is_device).then(|| {
            let mut name = path.as_os_str().to_owned();
            name.push(".partial");
            PathBuf::from(name)
        });
        partial.as_deref().inspect(|partial| unfinished::begin(partial));
        let file = File::create(partial.as_deref().unwrap_or(path))
            .with_context(|| format!("create the output file {}", path.display()))?;
        Ok(OutputFile { writer: BufWriter::with_capacity(64 * 1024, file), path: path.to_owned(), partial })
    }

    fn finish(mut self) -> anyhow::Result<()> {
        if let Some(partial) = &self.partial {
            fs::rename(partial, &self.path)
                .with_context(|| format!("rename {} to {}", partial.display(), self.path.display()))?;
            unfinished::end(partial);
            self.partial = None;
        }
        Ok(())
    }
}

impl Drop for OutputFile {
    fn drop(&mut self) {
        if let Some(partial) = &self.partial {
            // The run failed and has said why; a leftover that cannot be removed adds nothing to that.
            let _ = fs::remove_file(partial);
            unfinished::end(partial);
        }
    }
}

fn screen_columns() -> usize {
    const ASSUMED: usize = 80;
    terminal_size::terminal_size_of(io::stdout()).map_or(ASSUMED, |(width, _)| usize::from(width.0).max(20))
}
