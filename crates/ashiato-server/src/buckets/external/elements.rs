//! What is wanted of the XML that a store answers with: the elements of one name, each as the texts of what is in it.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::collections::BTreeMap;

/// The deepest document that is read.
const DEPTH_MAX: usize = 32;

/// An element: the texts of those right within it, by name.
pub(super) type Element = BTreeMap<String, String>;

/// The elements of a name. `None`: the document is none, or too deep.
pub(super) fn elements(document: &[u8], name: &str) -> Option<Vec<Element>> {
    let mut reader = Reader::from_reader(document);
    let (mut found, mut open): (Vec<Element>, Vec<String>) = (Vec::new(), Vec::new());
    let mut text = String::new();
    // How deep the element that is read is.
    let mut within: Option<usize> = None;
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if open.len() < DEPTH_MAX => {
                let started = String::from_utf8_lossy(start.local_name().as_ref()).into_owned();
                open.push(started);
                text.clear();
                if within.is_none() && open.last().is_some_and(|last| last == name) {
                    found.push(Element::new());
                    within = Some(open.len());
                }
            }
            Event::Start(_) => return None,
            Event::Empty(start) => {
                if within == Some(open.len())
                    && let Some(element) = found.last_mut()
                {
                    element.insert(String::from_utf8_lossy(start.local_name().as_ref()).into_owned(), String::new());
                }
            }
            Event::Text(piece) => text.push_str(&piece.decode().ok()?),
            Event::CData(piece) => text.push_str(&piece.decode().ok()?),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                Some(letter) => text.push(letter),
                None => text.push_str(resolve_predefined_entity(&reference.decode().ok()?)?),
            },
            Event::End(_) => {
                let (ended, said) = (open.pop()?, std::mem::take(&mut text));
                if within == Some(open.len())
                    && let Some(element) = found.last_mut()
                {
                    element.insert(ended, said);
                } else if within == Some(open.len() + 1) {
                    within = None;
                }
            }
            Event::Eof if open.is_empty() => return Some(found),
            Event::Eof => return None,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_texts_of_elements_are_read() {
        let check = |document: &str, expected: Option<&str>| {
            let found = elements(document.as_bytes(), "Tag").map(|found| format!("{found:?}"));
            assert_eq!(found.as_deref(), expected, "{document}");
        };
        check(
            "<?xml version=\"1.0\"?>\n<Tagging xmlns=\"x\"><TagSet>\n <Tag><Key>a&amp;&#98;</Key><Value>007</Value></Tag>\
             <Tag> <Key>c</Key> <Value/> </Tag><Tag><Value><Deep><Key>no</Key></Deep></Value></Tag></TagSet></Tagging>",
            Some(r#"[{"Key": "a&b", "Value": "007"}, {"Key": "c", "Value": ""}, {"Value": ""}]"#),
        );
        check("<Tagging><TagSet/></Tagging>", Some("[]"));
        for damaged in ["<Tagging><Tag>", "<Tagging></Tag>", "<a>&none;</a>"] {
            check(damaged, None);
        }
        check(&"<a>".repeat(100), None);
    }
}
