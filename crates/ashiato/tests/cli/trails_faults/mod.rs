//! `ashiato serve` while its disk is full, its object store fails, its clock jumps: nothing that it answered is lost or is
//! there twice, in the trail and in event history; AWS's command and ours prove the trail; and its status says what is.

mod full_disk;
mod faulty_store;
mod jumping_clock;
mod lost_journal;

use super::serve_hardship::python;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout};

/// Log files every second and digests every three, so that a test need not wait for an hour.
const SOON: &[&str] = &[
    "--trail-delivery-seconds",
    "1",
    "--trail-digest-seconds",
    "3",
    "--log-level",
    "error",
    "--limit-lookups-per-second",
    "100000",
];

/// `client.py` with the commands of one test.
struct Client {
    process: Child,
    tell: Option<ChildStdin>,
    said: BufReader<ChildStdout>,
}

impl Client {
    /// `None`, with a notice, where there is no boto3.
    fn start(data: &Path, endpoint: &str, commands: &str, more: &[(&str, &str)]) -> Option<Client> {
        let script = format!("{}\n\n{commands}", include_str!("client.py"));
        let of_all = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
        let mut process = python(data, endpoint, &script, &[&of_all[..], more].concat())?;
        let tell = process.stdin.take();
        let said = BufReader::new(process.stdout.take().expect("stdout is piped"));
        Some(Client { process, tell, said })
    }

    /// Has it do something; what it answers.
    #[track_caller]
    fn does(&mut self, command: &str) -> String {
        let told = self.tell.as_mut().expect("it is there").write_all(format!("{command}\n").as_bytes());
        let mut answer = String::new();
        let read = self.said.read_line(&mut answer);
        if told.is_err() || read.is_err() || answer.is_empty() {
            drop(self.tell.take());
            let mut why = String::new();
            let mut stderr = self.process.stderr.take().expect("stderr is piped");
            std::io::Read::read_to_string(&mut stderr, &mut why).expect("it can be read");
            panic!("{command}: {why}");
        }
        answer.trim().to_string()
    }

    /// It has nothing more to do.
    fn ends(mut self) {
        drop(self.tell.take());
        assert!(self.process.wait().expect("it ends").success());
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
