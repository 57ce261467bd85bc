//! Control characters in the documents of answers. XML 1.0 has most of them in no form, and an object's key may hold
//! any. S3 writes them as references to characters all the same (`&#x1;`), which a lenient reader takes; who needs XML
//! 1.0 asks for lists with `encoding-type=url`.
//!
//! Source: Amazon S3 User Guide, "Naming Amazon S3 objects", "XML related object key constraints". What S3 answers to
//! keys with such characters is in boto/botocore#3496.

use http::Response;
use http::header::CONTENT_TYPE;
use s3s::Body;

/// The same answer, the control characters of a document as references. What is no document, such as an object whatever
/// its type, passes as it is.
pub(crate) fn referenced(answer: Response<Body>) -> Response<Body> {
    let is_xml = answer.headers().get(CONTENT_TYPE).is_some_and(|told| told == "application/xml");
    // Documents are there as a whole; objects are streamed.
    match answer.body().bytes().filter(|_| is_xml).and_then(|text| with_references(&text)) {
        Some(text) => answer.map(|_| Body::from(text)),
        None => answer,
    }
}

/// `None`: there is nothing to write otherwise.
fn with_references(text: &[u8]) -> Option<Vec<u8>> {
    if !text.iter().copied().any(is_referenced) {
        return None;
    }
    let mut written = Vec::with_capacity(text.len() + 64);
    for byte in text.iter().copied() {
        match is_referenced(byte) {
            true => written.extend_from_slice(format!("&#x{byte:x};").as_bytes()),
            false => written.push(byte),
        }
    }
    Some(written)
}

/// A carriage return is among them: readers take one that is written as it is for a newline.
fn is_referenced(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n')
}

/// Whether a text can stand in a document of XML 1.0.
pub(crate) fn is_in_xml(text: &str) -> bool {
    text.chars().all(|one| match one {
        '\t' | '\n' | '\r' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        _ => one >= ' ',
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_written_as_references() {
        let written = |text: &str| with_references(text.as_bytes()).map(|text| String::from_utf8(text).expect("UTF-8"));
        assert_eq!(written("<Key>a\tb\nä\u{7f}&lt;</Key>"), None);
        assert_eq!(written("<Key>\u{1}a\rä\u{1f}</Key>").as_deref(), Some("<Key>&#x1;a&#xd;ä&#x1f;</Key>"));
    }

    #[test]
    fn objects_pass_as_they_are() {
        let answer = |content_type: &str, body: Body| {
            let answer = Response::builder().header(CONTENT_TYPE, content_type).body(body).expect("an answer");
            referenced(answer).body().bytes()
        };
        let whole = || Body::from("\u{1}".to_string());
        assert_eq!(answer("application/xml", whole()).as_deref(), Some(b"&#x1;".as_slice()));
        assert_eq!(answer("application/json", whole()).as_deref(), Some(b"\x01".as_slice()));
        let streamed = Body::http_body(http_body_util::Full::new(bytes::Bytes::from_static(b"\x01")));
        assert_eq!(answer("application/xml", streamed), None);
    }

    #[test]
    fn what_xml_has_no_form_for() {
        for (text, expected) in
            [("a\t\r\n\u{7f}ä", true), ("", true), ("a\u{0}", false), ("\u{b}", false), ("\u{fffe}", false)]
        {
            assert_eq!(is_in_xml(text), expected, "{text:?}");
        }
    }
}
