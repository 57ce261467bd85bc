//! Damage as it is met with: what a reader must report and read around.

use serde::Serialize;

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Damage {
    /// The gzip stream ends two thirds of the way, as after a copy that was cut off.
    TruncatedGzip,
    /// One record in the middle is not JSON.
    BadRecord,
    /// One record in the middle holds bytes that are not UTF-8.
    BadUtf8,
    /// A proxy's error page was stored in place of the file.
    HtmlPage,
    /// There is nothing in it.
    EmptyFile,
}

impl Damage {
    /// Every kind, in the order in which they are planted.
    pub const ALL: [Damage; 5] =
        [Damage::TruncatedGzip, Damage::BadRecord, Damage::BadUtf8, Damage::HtmlPage, Damage::EmptyFile];

    /// How many of a file's records it costs; None where that depends on the bytes, as for a cut.
    pub fn records_lost(self, records: u64) -> Option<u64> {
        match self {
            Damage::TruncatedGzip => None,
            Damage::BadRecord | Damage::BadUtf8 => Some(1),
            Damage::HtmlPage | Damage::EmptyFile => Some(records),
        }
    }
}

/// Damages one record of the text, where that is the damage. Brackets and quotes stay in balance, so that it costs
/// this record alone.
pub(super) fn damage_text(damage: Damage, text: &mut [u8], starts: &[usize]) {
    let (member, bad): (&[u8], &[u8]) = match damage {
        Damage::BadRecord => (br#""readOnly":"#, br#""readOnly"="#),
        Damage::BadUtf8 => (br#""eventName":""#, b"\"eventName\":\"\xff"),
        _ => return,
    };
    let start = starts[starts.len() / 2];
    let found = text[start..].windows(member.len()).position(|window| window == member);
    let at = start + found.expect("every record has the member");
    text[at..at + bad.len()].copy_from_slice(bad);
}

/// Damages the bytes that are stored, where that is the damage.
pub(super) fn damage_stored(damage: Damage, stored: &mut Vec<u8>) {
    const PAGE: &[u8] = b"<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n";
    match damage {
        Damage::TruncatedGzip => stored.truncate(stored.len() * 2 / 3),
        Damage::HtmlPage => *stored = PAGE.to_vec(),
        Damage::EmptyFile => stored.clear(),
        Damage::BadRecord | Damage::BadUtf8 => {}
    }
}
