//! A disk without space: a small file system of the test's own, in a namespace of mounts.

use super::{Client, SOON};
use crate::serve::Server;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A file system in memory that only processes started by [`SmallDisk::enter`] see in its place; gone with the test.
struct SmallDisk {
    holder: Child,
    place: PathBuf,
}

impl SmallDisk {
    /// `None`, with a notice, where no namespaces may be made.
    fn mount(place: &Path, mebibytes: u32) -> Option<SmallDisk> {
        std::fs::create_dir_all(place).expect("a folder");
        let shown = place.to_str().expect("a plain path");
        let script = format!("mount -t tmpfs -o size={mebibytes}m tmpfs '{shown}' && echo mounted && cat");
        let held = Command::new("unshare")
            .args(["--user", "--map-root-user", "--mount", "sh", "-c", &script])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let Ok(mut holder) = held else {
            eprintln!("skipped: no unshare to make a small disk with");
            return None;
        };
        let mut said = String::new();
        let mut stdout = std::io::BufReader::new(holder.stdout.take().expect("stdout is piped"));
        std::io::BufRead::read_line(&mut stdout, &mut said).expect("it can be read");
        if said != "mounted\n" {
            drop(holder.wait());
            eprintln!("skipped: no namespace may be made to mount a small disk in");
            return None;
        }
        Some(SmallDisk { holder, place: place.to_owned() })
    }

    /// A command that sees it.
    fn enter(&self, program: &str) -> Command {
        let mut command = Command::new("nsenter");
        let holder = self.holder.id().to_string();
        command.args(["--target", &holder, "--user", "--mount", "--preserve-credentials", "--", program]);
        command
    }

    /// Where the test itself sees a file of it.
    fn seen(&self, file: &str) -> PathBuf {
        let place = self.place.strip_prefix("/").expect("an absolute path");
        Path::new("/proc").join(self.holder.id().to_string()).join("root").join(place).join(file)
    }

    /// Writes until nothing more fits, to the last byte.
    fn fill(&self) {
        let mut filler = File::create(self.seen("filler")).expect("it is made");
        for size in [1 << 20, 1 << 12, 1] {
            while filler.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn free(&self) {
        std::fs::remove_file(self.seen("filler")).expect("it is there");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(self.holder.stdin.take());
        let _ = self.holder.wait();
    }
}

/// What `/metrics` says of whether calls are refused.
fn refuses_calls(server: &Server) -> String {
    let metrics = server.get("/metrics");
    let value = metrics.lines().find_map(|line| line.strip_prefix("ashiato_recording_refuses_calls "));
    value.expect("it is told").to_string()
}

#[test]
fn a_full_disk_refuses_calls_and_loses_none_that_was_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let Some(disk) = SmallDisk::mount(&folder.path().join("disk"), 96) else { return };
    let data = disk.place.join("data");
    let start = || {
        let mut command = disk.enter(env!("CARGO_BIN_EXE_ashiato"));
        let listen = ["serve", "--data-dir", data.to_str().expect("a plain path"), "--listen", "127.0.0.1:0"];
        command.args(listen).args(SOON).args(["--recording-waiting-mb", "32"]);
        Server::launch(command)
    };
    let server = start();
    let credentials = folder.path().join("seen");
    std::fs::create_dir(&credentials).expect("a folder");
    std::fs::copy(disk.seen("data/credentials"), credentials.join("credentials")).expect("the first start wrote it");
    let endpoint = format!("http://{}", server.address);
    let commands = include_str!("full_disk.py");
    let Some(mut client) = Client::start(&credentials, &endpoint, commands, &[]) else { return };
    client.does("prepare");
    client.does("begin");
    client.does("more 300");
    for _ in 0..3 {
        disk.fill();
        client.does("refused");
        assert!(server.get("/health").contains("ready"), "it is alive");
        assert_eq!(refuses_calls(&server), "1");
        disk.free();
        client.does("more 300");
        assert_eq!(refuses_calls(&server), "0");
    }
    client.does("end");
    client.does("clean");
    client.does("check");
    client.ends();
    let (log, code) = server.terminate();
    assert_eq!(code, Some(0), "{log}");
    assert!(!log.contains("panic"), "{log}");

    // Full when it stops and when it starts: it says so, and with space it goes on.
    let server = start();
    disk.fill();
    let (log, _) = server.terminate();
    assert!(!log.contains("panic"), "{log}");
    disk.free();
    assert_eq!(start().terminate().1, Some(0));
}
