//! The master key: from the configuration, or from a file that the first start makes.

use ashiato_meta::{MasterKey, MasterKeys};
use std::path::Path;

use super::{Folders, StartError, private_file};
use crate::chance;

const FILE: &str = "master.key";

pub(super) fn open(folders: &Folders) -> Result<MasterKeys, StartError> {
    let key = match &folders.master_key {
        Some(digits) => parse(digits).ok_or_else(|| StartError::new("the master key is not 64 hexadecimal digits"))?,
        None => from_file(&folders.data.join(FILE))?,
    };
    Ok(MasterKeys::new(MasterKey::new(&key), Vec::new()))
}

fn from_file(path: &Path) -> Result<[u8; 32], StartError> {
    let shown = path.display();
    match std::fs::read_to_string(path) {
        Ok(text) => {
            check_mode(path)?;
            parse(text.trim()).ok_or_else(|| StartError::new(format!("{shown} does not hold 64 hexadecimal digits")))
        }
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => {
            let key = chance::bytes();
            let digits: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
            private_file::write(path, &format!("{digits}\n"))
                .map_err(|why| StartError::because(format!("write {shown}"), why))?;
            Ok(key)
        }
        Err(why) => Err(StartError::because(format!("read {shown}"), why)),
    }
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

fn parse(digits: &str) -> Option<[u8; 32]> {
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
}
