//! Events cut into batches that are within the bounds of PutLogEvents.

/// The texts, and so much for each event. Source: the API reference of PutLogEvents, as all of these.
pub(crate) const BATCH_BYTES_MAX: usize = 1_048_576;
pub(crate) const EVENT_BYTES_MORE: usize = 26;
pub(crate) const SPAN_MILLIS_MAX: i64 = 24 * 3_600_000;
const BATCH_EVENTS_MAX: usize = 10_000;

/// An event of a writer that counts what it writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbered {
    /// Its place in an order of the writer's own.
    pub(crate) number: u64,
    /// When it happened, in milliseconds since 1970.
    pub(crate) time: i64,
    pub(crate) message: String,
    /// It is of what writing itself makes happen.
    pub(crate) is_own: bool,
}

/// Events of one stream, in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Batch {
    pub(crate) stream: String,
    pub(crate) events: Vec<Numbered>,
}

/// Cuts events, which are in the order of their numbers.
pub(crate) fn batches(stream: &str, events: Vec<Numbered>) -> Vec<Batch> {
    let mut made: Vec<Batch> = Vec::new();
    let mut open = Bounds::default();
    for event in events {
        let with = open.with(&event);
        match made.last_mut().filter(|_| with.is_kept()) {
            Some(batch) => {
                open = with;
                batch.events.push(event);
            }
            None => {
                open = Bounds::default().with(&event);
                made.push(Batch { stream: stream.to_string(), events: vec![event] });
            }
        }
    }
    made
}

/// How much a batch holds.
#[derive(Debug, Clone, Copy, Default)]
struct Bounds {
    events: usize,
    bytes: usize,
    times: Option<(i64, i64)>,
}

impl Bounds {
    fn with(self, event: &Numbered) -> Bounds {
        let (first, last) = self.times.unwrap_or((event.time, event.time));
        Bounds {
            events: self.events + 1,
            bytes: self.bytes + event.message.len() + EVENT_BYTES_MORE,
            times: Some((first.min(event.time), last.max(event.time))),
        }
    }

    fn is_kept(self) -> bool {
        let span = self.times.map_or(0, |(first, last)| last.saturating_sub(first));
        self.events <= BATCH_EVENTS_MAX && self.bytes <= BATCH_BYTES_MAX && span <= SPAN_MILLIS_MAX
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many events each batch has.
    fn cut(events: impl IntoIterator<Item = (i64, usize)>) -> Vec<usize> {
        let numbered = (1..).zip(events).map(|(number, (time, bytes))| Numbered {
            number,
            time,
            message: "x".repeat(bytes),
            is_own: false,
        });
        let given: Vec<Numbered> = numbered.collect();
        let made = batches("s", given.clone());
        let together: Vec<Numbered> = made.iter().flat_map(|batch| batch.events.clone()).collect();
        assert!(together == given, "nothing is lost, and the order is kept");
        made.iter().map(|batch| batch.events.len()).collect()
    }

    #[test]
    fn batches_are_within_the_bounds_and_as_few_as_that_allows() {
        let quarter = BATCH_BYTES_MAX / 4 - EVENT_BYTES_MORE;
        assert_eq!(cut([]), [0; 0]);
        assert_eq!(cut([(0, quarter); 4]), [4]);
        assert_eq!(cut([(0, quarter + 1), (0, quarter), (0, quarter), (0, quarter), (0, quarter)]), [3, 2]);
        assert_eq!(cut([(0, 0); BATCH_EVENTS_MAX]), [BATCH_EVENTS_MAX]);
        assert_eq!(cut([(0, 0); BATCH_EVENTS_MAX + 1]), [BATCH_EVENTS_MAX, 1]);
        assert_eq!(cut([(0, 1), (SPAN_MILLIS_MAX, 1), (SPAN_MILLIS_MAX + 1, 1), (5, 1)]), [2, 2]);
        assert_eq!(cut([(9, 1), (9 - SPAN_MILLIS_MAX - 1, 1)]), [1, 1]);
    }
}
