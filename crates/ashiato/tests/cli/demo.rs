//! What `make demo` shows, on fewer logs.

use std::path::Path;
use std::process::Command;

#[test]
fn the_demo_answers_its_three_questions() {
    let folder = tempfile::tempdir().expect("a folder");
    let logs = folder.path().join("logs");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scripts/demo");
    let demo = Command::new(script).arg(env!("CARGO_BIN_EXE_ashiato")).arg(&logs).arg("20000").output();
    let demo = demo.expect("bash is there");
    assert!(demo.status.success(), "{}", String::from_utf8_lossy(&demo.stderr));
    let told = String::from_utf8_lossy(&demo.stdout);
    for expected in ["user/backup-operator", "StopLogging ", "GetObject ", "policy/AdministratorAccess"] {
        assert!(told.contains(expected), "no {expected}: {told}");
    }
}
