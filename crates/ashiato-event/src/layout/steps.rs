//! From one record to the next.

use super::Format;
use crate::scan::{Fault, key_at, key_equals, skip_space, value_at};
use crate::simd::Isa;

/// Where in the wrapping the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Before, between or after top-level values.
    Top,
    /// In an array of records, which is a member of an object or stands alone.
    Array { in_object: bool },
    /// After the array of records, in the object around it.
    RestOfObject,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// A record begins here.
    Record(usize),
    /// What begins here cannot be told without the text that follows.
    More(usize),
    /// There are no more records.
    End,
    /// Something stands here that is no record.
    Odd(Fault),
}

/// The wrapping of one file, as far as it was read.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    place: Place,
    pub(crate) format: Format,
    /// The file is one object that is neither a record nor holds any.
    pub(crate) is_foreign: bool,
    /// The records stand in an array named `Events`, as LookupEvents gives them.
    pub(crate) in_events: bool,
}

/// What is wrong where the wrapping is not closed.
pub(crate) const UNCLOSED: &str = "the text ends before the array of records does";

const BYTE_ORDER_MARK: [u8; 3] = [0xef, 0xbb, 0xbf];

/// The members that only records have, so that an object with one of them is a record.
const RECORD_KEYS: &[&str] = &[
    "eventversion",
    "eventid",
    "eventtime",
    "eventname",
    "eventsource",
    "useridentity",
    "eventtype",
    "cloudtrailevent",
];

/// The members that only digest files have.
const DIGEST_KEYS: &[&str] = &["digeststarttime", "digestendtime", "digests3bucket", "digests3object"];

/// What an object at the top is.
enum Object {
    /// It holds records, the array of them beginning just before this position; and whether its name is `Events`.
    Wrapping(usize, bool),
    Record,
    Digest,
    /// An object of which nothing tells.
    Other,
}

impl Layout {
    pub(crate) fn new() -> Layout {
        Layout { place: Place::Top, format: Format::Unknown, is_foreign: false, in_events: false }
    }

    /// Whether the text could end here.
    pub(crate) fn is_complete(&self) -> bool {
        self.place == Place::Top
    }

    /// Whether records stand next to each other without anything around them.
    pub(crate) fn is_lines(&self) -> bool {
        self.place == Place::Top
    }

    /// What comes next at `at`, `last` telling whether `text` is all there is.
    #[inline]
    pub(crate) fn step(&mut self, isa: Isa, text: &[u8], at: usize, last: bool) -> Step {
        // The way from one record to the next in an array, which is nearly every step.
        if let Place::Array { .. } = self.place
            && text.get(at) == Some(&b',')
            && text.get(at + 1) == Some(&b'{')
        {
            return Step::Record(at + 1);
        }
        match self.slow_step(isa, text, at, last) {
            Ok(step) => step,
            Err((from, fault)) if fault.cut && !last => {
                let _ = fault;
                Step::More(from)
            }
            Err((_, fault)) => Step::Odd(fault),
        }
    }

    /// Steps until something is found. An error comes with the position to go on from when there is more text.
    fn slow_step(&mut self, isa: Isa, text: &[u8], mut at: usize, last: bool) -> Result<Step, (usize, Fault)> {
        loop {
            let from = at;
            let fail = |fault| (from, fault);
            match self.place {
                Place::Top => {
                    at = skip_between(text, at);
                    match text.get(at) {
                        None => return Ok(Step::End),
                        Some(b'[') => {
                            self.saw(Format::Array);
                            self.place = Place::Array { in_object: false };
                            at += 1;
                        }
                        Some(b'{') => match classify(isa, text, at).map_err(fail)? {
                            Object::Wrapping(first, in_events) => {
                                self.saw(Format::Records);
                                self.in_events = in_events;
                                self.place = Place::Array { in_object: true };
                                at = first;
                            }
                            Object::Record => {
                                self.saw(Format::Lines);
                                return Ok(Step::Record(at));
                            }
                            Object::Digest => {
                                self.saw(Format::Digest);
                                at = value_at(isa, text, at).map_err(fail)?.1;
                            }
                            Object::Other => match self.after_lone_object(isa, text, at, last).map_err(fail)? {
                                Some(end) => at = end,
                                None => {
                                    self.saw(Format::Lines);
                                    return Ok(Step::Record(at));
                                }
                            },
                        },
                        Some(b'<') => return Err(fail(Fault::new(at, "an HTML or XML page, not JSON"))),
                        Some(_) if BYTE_ORDER_MARK.starts_with(&text[at..]) => return Err(fail(Fault::cut(text))),
                        Some(_) => return Err(fail(Fault::new(at, "no JSON object or array"))),
                    }
                }
                Place::Array { in_object } => {
                    at = skip_space(text, at);
                    if text.get(at) == Some(&b',') {
                        at = skip_space(text, at + 1);
                    }
                    match text.get(at) {
                        None => return Err((at, Fault::ended(text, UNCLOSED))),
                        Some(b'{') => return Ok(Step::Record(at)),
                        Some(b']') => {
                            self.place = if in_object { Place::RestOfObject } else { Place::Top };
                            at += 1;
                        }
                        Some(_) => return Err(fail(Fault::new(at, "no record stands where one must"))),
                    }
                }
                Place::RestOfObject => {
                    at = skip_space(text, at);
                    match text.get(at) {
                        None => return Err(fail(Fault::ended(text, UNCLOSED))),
                        Some(b'}') => {
                            self.place = Place::Top;
                            at += 1;
                        }
                        Some(b',') => {
                            let (key, value) = key_at(text, skip_space(text, at + 1)).map_err(fail)?;
                            // The name again, with more records: JSON leaves open what that means, and none is lost.
                            if key_equals(&text[key], "records") && text.get(value) == Some(&b'[') {
                                self.place = Place::Array { in_object: true };
                                at = value + 1;
                                continue;
                            }
                            at = value_at(isa, text, value).map_err(fail)?.1;
                        }
                        Some(_) => return Err(fail(Fault::new(at, "no comma or brace follows the records"))),
                    }
                }
            }
        }
    }

    /// The end of an object of which nothing tells, where it is all that the file holds: a manifest, a configuration.
    /// Among other lines such an object is a record of other data.
    fn after_lone_object(&mut self, isa: Isa, text: &[u8], object: usize, last: bool) -> Result<Option<usize>, Fault> {
        if self.format != Format::Unknown {
            return Ok(None);
        }
        let end = match value_at(isa, text, object) {
            Err(fault) if !fault.cut => return Ok(None),
            other => other?.1,
        };
        let rest = skip_between(text, end);
        if rest < text.len() {
            return Ok(None);
        }
        if !last {
            return Err(Fault::cut(text));
        }
        self.is_foreign = true;
        Ok(Some(rest))
    }

    /// The first wrapping names the format.
    fn saw(&mut self, format: Format) {
        if self.format == Format::Unknown {
            self.format = format;
        }
    }
}

/// Over what may stand between top-level values: white space, commas, a byte order mark.
fn skip_between(text: &[u8], mut at: usize) -> usize {
    loop {
        at = skip_space(text, at);
        let rest = text.get(at..).unwrap_or_default();
        if rest.starts_with(b",") {
            at += 1;
        } else if rest.starts_with(&BYTE_ORDER_MARK) {
            at += 3;
        } else {
            return at;
        }
    }
}

/// Reads the members of an object at the top until one tells what it is. What cannot be read is taken for a record,
/// so that it is refused as one.
fn classify(isa: Isa, text: &[u8], object: usize) -> Result<Object, Fault> {
    let mut at = skip_space(text, object + 1);
    if text.get(at) == Some(&b'}') {
        return Ok(Object::Other);
    }
    loop {
        let (key, value) = match key_at(text, at) {
            Err(fault) if !fault.cut => return Ok(Object::Record),
            other => other?,
        };
        let is_one_of = |names: &[&str]| names.iter().any(|name| key_equals(&text[key.clone()], name));
        let in_events = is_one_of(&["events"]);
        if (in_events || is_one_of(&["records"])) && text.get(value) == Some(&b'[') {
            return Ok(Object::Wrapping(value + 1, in_events));
        }
        // A number of that name is a count of records in a manifest.
        if is_one_of(&["records"]) && matches!(text.get(value), Some(b'{' | b'n')) {
            return Err(Fault::new(value, "Records is no array"));
        }
        if is_one_of(RECORD_KEYS) {
            return Ok(Object::Record);
        }
        if is_one_of(DIGEST_KEYS) {
            return Ok(Object::Digest);
        }
        let end = match value_at(isa, text, value) {
            Err(fault) if !fault.cut => return Ok(Object::Record),
            other => other?.1,
        };
        let comma = skip_space(text, end);
        match text.get(comma) {
            None => return Err(Fault::cut(text)),
            Some(b',') => at = skip_space(text, comma + 1),
            Some(b'}') => return Ok(Object::Other),
            Some(_) => return Ok(Object::Record),
        }
    }
}
