//! Log files that were delivered late: a bucket that took nothing for hours has files that digests behind the time asked about
//! name. Those are read only where a file would otherwise be said to be in no digest.

use super::digests;
use super::finding::{Finding, Kind};
use super::inventory::Line;
use super::logs::{is_of_line, key_of};
use super::tree::Tree;
use super::{Options, Progress};
use crate::time::Time;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// So many digests are read before it is seen whether a file is still not named.
const AT_ONCE: usize = 64;

/// The findings, those of files that are in no digest changed where a later digest names the file.
pub(super) async fn told<T: Tree>(
    tree: &Arc<T>,
    later: BTreeMap<Line, Vec<(Time, String)>>,
    mut findings: Vec<Finding>,
    options: &Options,
    progress: &Progress,
) -> Vec<Finding> {
    for (line, keys) in later {
        for keys in keys.chunks(AT_ONCE) {
            let is_open = |finding: &Finding| {
                finding.kind == Kind::LogFileNotCovered
                    && finding.key.as_ref().is_some_and(|key| is_of_line(key, &line))
            };
            if !findings.iter().any(is_open) {
                break;
            }
            progress.files_total.fetch_add(keys.len() as u64, Ordering::Relaxed);
            // What is wrong with these digests themselves is for whoever asks about their time.
            let (found, _) = digests::read(tree, &line, keys.to_vec(), options, progress).await;
            let named: BTreeMap<String, &str> = found
                .iter()
                .flat_map(|digest| digest.loaded.iter().map(move |loaded| (digest, loaded)))
                .flat_map(|(digest, loaded)| loaded.digest.log_files.iter().map(move |file| (digest, file)))
                .map(|(digest, file)| (key_of(&line, file, options), digest.key.as_str()))
                .collect();
            for finding in &mut findings {
                let Some(key) = finding.key.as_ref().filter(|_| finding.kind == Kind::LogFileNotCovered) else {
                    continue;
                };
                if let Some(digest) = named.get(key) {
                    let sentence =
                        format!("is in {digest}, a digest of later time than was asked about: not proved here");
                    *finding = Finding::new(Kind::LogFileUnproved, key, sentence);
                }
            }
        }
    }
    findings
}
