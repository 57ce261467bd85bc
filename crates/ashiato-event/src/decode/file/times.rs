//! The range of event times.

use super::FileState;
use crate::column::iso_millis;
use crate::scan::{Kind, Span};

/// The first and the last of the times seen. Times in CloudTrail's own form sort as text, so that only two are read.
#[derive(Default)]
pub(super) struct EventTimes<'t>(Option<(&'t str, &'t str)>);

impl<'t> EventTimes<'t> {
    /// Sees the time of one record.
    #[inline(always)]
    pub(super) fn see(&mut self, file: &mut FileState, text: &'t str, span: Span) {
        if span.kind != Kind::Text {
            return;
        }
        let time = span.of(text);
        if time.len() != "2023-01-22T16:53:53Z".len() || !time.ends_with('Z') {
            iso_millis(time).into_iter().for_each(|millis| file.report.saw_event_time(millis));
            return;
        }
        self.0 = Some(self.0.map_or((time, time), |(first, last)| (first.min(time), last.max(time))));
    }

    /// Widens the file's range.
    pub(super) fn tell(self, file: &mut FileState) {
        let Some((first, last)) = self.0 else { return };
        for time in [first, last] {
            iso_millis(time).into_iter().for_each(|millis| file.report.saw_event_time(millis));
        }
    }
}
