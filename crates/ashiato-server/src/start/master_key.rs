//! The master keys: from the configuration, or from a file that the first start makes. The first of several seals; the
//! others unseal what they sealed before it.

use ashiato_meta::{MasterKey, MasterKeys};
use std::path::{Path, PathBuf};

use super::{Folders, StartError, private_file};
use crate::chance;

const FILE: &str = "master.key";

/// 32 bytes.
pub(super) type Key = [u8; 32];

pub(super) fn open(folders: &Folders) -> Result<MasterKeys, StartError> {
    let keys = match &folders.master_key {
        Some(text) => given(text)?,
        None => from_file(&file(&folders.data))?,
    };
    Ok(master_keys(&keys))
}

/// Keys that are given, with commas between them.
pub(super) fn given(text: &str) -> Result<Vec<Key>, StartError> {
    let keys: Option<Vec<Key>> = text.split(',').map(|digits| parse(digits.trim())).collect();
    keys.ok_or_else(|| StartError::new("the master key is not 64 hexadecimal digits"))
}

/// The first seals, all unseal.
pub(super) fn master_keys(keys: &[Key]) -> MasterKeys {
    let mut keys = keys.iter().map(MasterKey::new);
    let current = keys.next().expect("there is a key: of no text, of no file is none made");
    MasterKeys::new(current, keys.collect())
}

/// The file of keys that nobody gives.
pub(super) fn file(data: &Path) -> PathBuf {
    data.join(FILE)
}

fn from_file(path: &Path) -> Result<Vec<Key>, StartError> {
    match read(path)? {
        Some(keys) => Ok(keys),
        None => {
            let key = chance::bytes();
            write(path, &[key])?;
            Ok(vec![key])
        }
    }
}

/// The keys in a file, a line each. `None`: there is no such file.
pub(super) fn read(path: &Path) -> Result<Option<Vec<Key>>, StartError> {
    let shown = path.display();
    match std::fs::read_to_string(path) {
        Ok(text) => {
            check_mode(path)?;
            let keys: Option<Vec<Key>> = text.split_whitespace().map(parse).collect();
            let keys = keys.filter(|keys| !keys.is_empty());
            let wrong = || StartError::new(format!("{shown} does not hold 64 hexadecimal digits"));
            keys.ok_or_else(wrong).map(Some)
        }
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(StartError::because(format!("read {shown}"), why)),
    }
}

/// Writes keys into a file, whole or not at all.
pub(super) fn write(path: &Path, keys: &[Key]) -> Result<(), StartError> {
    let digits = |key: &Key| key.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let text: String = keys.iter().map(|key| format!("{}\n", digits(key))).collect();
    private_file::write(path, &text).map_err(|why| StartError::because(format!("write {}", path.display()), why))
}

/// A key that others may read protects nothing.
#[cfg(unix)]
fn check_mode(path: &Path) -> Result<(), StartError> {
    use std::os::unix::fs::PermissionsExt;
    let shown = path.display();
    let metadata = path.metadata().map_err(|why| StartError::because(format!("look at {shown}"), why))?;
    match metadata.permissions().mode() & 0o077 {
        0 => Ok(()),
        _ => Err(StartError::new(format!("{shown} may be read by others: chmod 600 it"))),
    }
}

#[cfg(not(unix))]
fn check_mode(_path: &Path) -> Result<(), StartError> {
    Ok(())
}

fn parse(digits: &str) -> Option<Key> {
    if digits.len() != 64 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let mut key = [0; 32];
    for (byte, digits) in key.iter_mut().zip(digits.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    }
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits() {
        assert_eq!(parse(&"0f".repeat(32)), Some([15; 32]));
        for wrong in ["", "0f", &"0g".repeat(32), &"0f".repeat(33), &"é".repeat(32)] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn several_keys_are_read_in_their_order() {
        let (one, two) = ("0f".repeat(32), "a0".repeat(32));
        assert_eq!(given(&format!("{one}, {two}")).expect("two keys"), [[15; 32], [160; 32]]);
        for wrong in ["", ",", &format!("{one},"), &format!("{one},{two}0")] {
            assert!(given(wrong).is_err(), "{wrong}");
        }
        let folder = tempfile::tempdir().expect("a folder");
        let path = file(folder.path());
        assert!(read(&path).expect("it is not there").is_none());
        write(&path, &[[1; 32], [2; 32]]).expect("it is written");
        assert_eq!(read(&path).expect("it is read"), Some(vec![[1; 32], [2; 32]]));
        std::fs::write(&path, "").expect("it is emptied");
        assert!(read(&path).is_err());
    }
}
