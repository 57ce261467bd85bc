//! The journal on disk: one line a commit, appended and synced; rewritten when most of it is out of date.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::change::{Change, from_line, to_line};
use crate::error::{Error, Kind, Result};
use crate::index::Index;

/// Below this length a journal is never rewritten while it is in use.
const BYTES_BEFORE_REWRITE: u64 = 64 << 20;
const CHANGES_IN_REWRITTEN_LINE: usize = 64;

/// The journal, open for appending.
pub(crate) struct Journal {
    folder: PathBuf,
    file: File,
    bytes: u64,
    bytes_when_rewritten: u64,
}

/// Reads the journal in `folder` into an index; says how many bytes of an unfinished commit were cut off its end.
///
/// A damaged line with nothing after it is a commit that was never acknowledged. A damaged line before a sound one is
/// damage to what was acknowledged: the store must not open as if nothing had been there.
pub(crate) fn read(folder: &Path) -> Result<(Journal, Index, u64)> {
    let path = folder.join("journal");
    let shown = path.display().to_string();
    let failed = |error| Error::disk(format!("read {shown}"), error);
    let file = File::options().read(true).append(true).create(true).open(&path).map_err(failed)?;
    let mut index = Index::default();
    let mut reader = BufReader::with_capacity(1 << 20, &file);
    let (mut line, mut line_number) = (Vec::new(), 0u64);
    let (mut sound_bytes, mut all_bytes) = (0u64, 0u64);
    let mut damaged_line = None;
    loop {
        line.clear();
        let read = reader.read_until(b'\n', &mut line).map_err(failed)? as u64;
        if read == 0 {
            break;
        }
        all_bytes += read;
        line_number += 1;
        let changes = line.strip_suffix(b"\n").and_then(from_line);
        match (changes, &damaged_line) {
            (Some(_), Some((damaged, of))) => {
                return Err(Error::new(Kind::Corrupt, format!("{shown}: line {damaged} is damaged (it begins {of})")));
            }
            (Some(changes), None) => {
                changes.into_iter().for_each(|change| drop(index.apply(change)));
                sound_bytes = all_bytes;
            }
            (None, None) => damaged_line = Some((line_number, concerned(&line))),
            (None, Some(_)) => {}
        }
    }
    let cut_bytes = all_bytes - sound_bytes;
    if cut_bytes > 0 {
        file.set_len(sound_bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    }
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
    let journal =
        Journal { folder: folder.to_owned(), file, bytes: sound_bytes, bytes_when_rewritten: sound_bytes / 2 };
    Ok((journal, index, cut_bytes))
}

/// The start of a damaged line, which names the object that it is about unless the damage is there.
fn concerned(line: &[u8]) -> String {
    let start = &line[..line.len().min(300)];
    String::from_utf8_lossy(start).escape_debug().to_string()
}

impl Journal {
    /// Appends changes as one commit and makes them durable. After an error nothing of them remains, or, where even
    /// that cannot be made sure, the second value is true and the journal must not be used any more.
    pub(crate) fn append(&mut self, changes: &[&Change]) -> Result<(), (io::Error, bool)> {
        let line = to_line(changes).map_err(|error| (io::Error::from(error), false))?;
        if let Err(error) = self.file.write_all(&line) {
            let undone = self.file.set_len(self.bytes).and_then(|()| self.file.sync_all());
            return Err((error, undone.is_err()));
        }
        // After a failed sync the kernel may have dropped the pages: what is on disk is unknown until a restart.
        self.file.sync_data().map_err(|error| (error, true))?;
        self.bytes += line.len() as u64;
        Ok(())
    }

    /// Whether most of the journal is likely out of date.
    pub(crate) fn is_overgrown(&self) -> bool {
        self.bytes > BYTES_BEFORE_REWRITE.max(self.bytes_when_rewritten.saturating_mul(2))
    }

    /// Replaces the journal by the shortest one that makes `index`; a crash leaves the old or the new.
    pub(crate) fn rewrite(&mut self, index: &Index) -> io::Result<()> {
        let (path, draft_path) = (self.folder.join("journal"), self.folder.join("journal.new"));
        let mut writer = BufWriter::with_capacity(1 << 20, File::create(&draft_path)?);
        let mut bytes = 0;
        let mut changes = index.changes().peekable();
        while changes.peek().is_some() {
            let some: Vec<Change> = changes.by_ref().take(CHANGES_IN_REWRITTEN_LINE).collect();
            let line = to_line(&some.iter().collect::<Vec<_>>())?;
            writer.write_all(&line)?;
            bytes += line.len() as u64;
        }
        writer.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()?;
        let file = File::options().read(true).append(true).open(&draft_path)?;
        std::fs::rename(&draft_path, &path)?;
        File::open(&self.folder)?.sync_all()?;
        (self.file, self.bytes, self.bytes_when_rewritten) = (file, bytes, bytes);
        Ok(())
    }
}
