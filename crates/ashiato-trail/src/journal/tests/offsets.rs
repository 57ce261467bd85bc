//! The files of consumers' offsets.

use crate::journal::{Kind, Offsets};

#[test]
fn offsets_are_kept_and_damage_is_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut offsets = Offsets::open(folder.path()).expect("opens");
    assert_eq!((offsets.get("history"), offsets.lowest()), (0, None));
    offsets.set("history", 7).expect("is set");
    offsets.set("trail-1", 5).expect("is set");
    offsets.set("history", 8).expect("is set");
    assert_eq!(offsets.set("../x", 1).expect_err("is no name").kind, Kind::Invalid);
    // A draft that a crash left behind is not an offset.
    std::fs::write(folder.path().join("history.draft"), "9 ").expect("is written");
    let mut offsets = Offsets::open(folder.path()).expect("opens");
    assert_eq!((offsets.get("history"), offsets.get("trail-1"), offsets.lowest()), (8, 5, Some(5)));
    offsets.remove("trail-1").expect("is removed");
    assert_eq!(Offsets::open(folder.path()).expect("opens").lowest(), Some(8));
    let file = folder.path().join("history.offset");
    let text = std::fs::read_to_string(&file).expect("is read");
    for changed in [text.replace('8', "9"), text[..text.len() - 1].to_string(), String::new(), format!("{text} ")] {
        std::fs::write(&file, &changed).expect("is written");
        assert_eq!(Offsets::open(folder.path()).expect_err("is damaged").kind, Kind::Corrupt, "{changed:?}");
    }
}
