//! Footers of data files, kept between lookups: a file never changes, so what was read of it once stays true.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use parquet::arrow::arrow_reader::{ArrowReaderMetadata, ArrowReaderOptions};
use parquet::errors::{ParquetError, Result};
use parquet::file::metadata::{PageIndexPolicy, ParquetMetaDataReader};

use super::super::columns::FILE_SCHEMA;
use super::super::data_file::is_ordered;
use super::bounded_file::BoundedFile;

/// What all footers may take. With the index of its pages one takes some 100 KB.
const BYTES_MAX: usize = 64 << 20;

/// The footers that were read, by the path of the file.
#[derive(Default)]
pub(in super::super) struct Footers(Mutex<Kept>);

#[derive(Default)]
struct Kept {
    footers: HashMap<String, ArrowReaderMetadata>,
    bytes: usize,
}

impl Footers {
    /// The footer of a file, without the index of its pages unless that was read before.
    pub(super) fn get(&self, path: &str, file: &BoundedFile) -> Result<ArrowReaderMetadata> {
        if let Some(footer) = self.kept(path) {
            return Ok(footer);
        }
        let footer = ArrowReaderMetadata::load(file, ArrowReaderOptions::new())?;
        if footer.schema().fields() != FILE_SCHEMA.fields()
            || !is_ordered(footer.metadata().file_metadata().key_value_metadata())
        {
            return Err(ParquetError::General(
                "its rows are not as event history writes them: somebody rewrote it".to_owned(),
            ));
        }
        self.keep(path, &footer);
        Ok(footer)
    }

    /// The footer of a file with the index of its pages.
    pub(super) fn with_pages(
        &self,
        path: &str,
        file: &BoundedFile,
        footer: ArrowReaderMetadata,
    ) -> Result<ArrowReaderMetadata> {
        if footer.metadata().offset_index().is_some() {
            return Ok(footer);
        }
        let metadata = Arc::unwrap_or_clone(Arc::clone(footer.metadata()));
        let mut reader =
            ParquetMetaDataReader::new_with_metadata(metadata).with_page_index_policy(PageIndexPolicy::Required);
        reader.read_page_indexes(file)?;
        let footer = ArrowReaderMetadata::try_new(Arc::new(reader.finish()?), ArrowReaderOptions::new())?;
        self.keep(path, &footer);
        Ok(footer)
    }

    fn kept(&self, path: &str) -> Option<ArrowReaderMetadata> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).footers.get(path).cloned()
    }

    fn keep(&self, path: &str, footer: &ArrowReaderMetadata) {
        let bytes = footer.metadata().memory_size();
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.bytes + bytes > BYTES_MAX {
            // Which of them is wanted next is not known, and all of them are read again in milliseconds.
            *kept = Kept::default();
        }
        kept.bytes += bytes;
        if let Some(before) = kept.footers.insert(path.to_owned(), footer.clone()) {
            kept.bytes = kept.bytes.saturating_sub(before.metadata().memory_size());
        }
    }
}
