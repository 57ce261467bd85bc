//! Keys as paths of `object_store`, unchanged.

use object_store::path::{Path, PathPart};

/// The path that stands for exactly this key; `None` where there is none: a key that begins or ends with a slash, has a
/// segment `.` or `..`, or a control character. Two slashes in a row, which [`Path::parse`] refuses, are kept.
pub fn exact_path(key: &str) -> Option<Path> {
    let mut path = Path::ROOT;
    for part in key.split('/') {
        path = path.join(PathPart::parse(part).ok()?);
    }
    (path.as_ref() == key && !key.is_empty() && !key.ends_with('/')).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::exact_path;

    #[test]
    fn a_path_is_the_key_or_none() {
        for key in ["a", "logs//AWSLogs/x.gz", "a///b", "ä ö/%2F/+&?#", "a/b~c", "a/...", "名/x"] {
            assert_eq!(exact_path(key).map(|path| path.to_string()).as_deref(), Some(key));
        }
        for key in ["", "/", "/a", "//a", "a/", "a//", "a/../b", "./a", "a\nb"] {
            assert_eq!(exact_path(key), None, "{key:?}");
        }
    }
}
