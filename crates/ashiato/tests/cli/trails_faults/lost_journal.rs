//! A journal that is lost, older than the state or another's, and a name that another server has: the server says so instead
//! of going on, and there is a way on.

use super::{Client, SOON};
use crate::serve::{Server, data};
use crate::{postgres, run};
use std::path::Path;

/// Starts a server that does not start; what it says.
fn refused(data: &Path, more: &[&str]) -> String {
    let data = data.to_str().expect("a plain path");
    let refused = run(&[&["serve", "--data-dir", data, "--listen", "127.0.0.1:0"], more].concat());
    assert_eq!(refused.code, Some(1), "{}", refused.stderr);
    refused.stderr
}

#[test]
fn a_journal_that_is_lost_is_not_gone_on_with_in_silence() {
    let (folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let Some(mut client) = Client::start(&data, &endpoint, "commands()", &[]) else { return };
    client.does("prepare");
    client.does("begin");
    client.does("more 100");
    client.does("end");
    client.does("check");
    client.ends();
    assert_eq!(server.terminate().1, Some(0));

    let journal = data.join("journal");
    let kept = folder.path().join("kept");
    std::fs::rename(&journal, &kept).expect("it is there");
    let said = refused(&data, SOON);
    assert!(said.contains("the journal holds no record, and the next for"), "{said}");
    assert!(said.contains("--accept-lost-journal"), "{said}");
    // The right one brought back, all is well.
    std::fs::remove_dir_all(&journal).expect("an empty one was made");
    std::fs::rename(&kept, &journal).expect("it is there");
    let server = Server::start(&data, SOON);
    assert!(!server.said.contains("journal"), "{}", server.said);
    assert_eq!(server.terminate().1, Some(0));

    std::fs::remove_dir_all(&journal).expect("it is there");
    let server = Server::start(&data, &[SOON, &["--accept-lost-journal"]].concat());
    assert!(
        server.said.contains("the journal is lost") && server.said.contains("a new one goes on"),
        "{}",
        server.said
    );
    assert_eq!(server.terminate().1, Some(0));
    // Once is enough; and what is recorded from then on is in the trail and in the history.
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let start = "def do_start(): TRAIL.start_logging(Name='all')\ncommands()";
    let mut client = Client::start(&data, &endpoint, start, &[]).expect("there is boto3");
    client.does("start");
    client.does("begin");
    client.does("more 100");
    client.does("end");
    client.does("check");
    client.ends();
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn log_files_that_are_lost_on_their_way_are_named() {
    let (_folder, data) = data();
    let server = Server::start(&data, SOON);
    let endpoint = format!("http://{}", server.address);
    let deny = "def do_deny(): S3.delete_bucket_policy(Bucket='logs')\n\
                def do_stuck(): until('a stuck file', lambda: status().get('LatestDeliveryError'))\ncommands()";
    let Some(mut client) = Client::start(&data, &endpoint, deny, &[]) else { return };
    client.does("prepare");
    client.does("deny");
    client.does("begin");
    client.does("more 50");
    client.does("end");
    client.does("stuck");
    client.ends();
    assert_eq!(server.terminate().1, Some(0));
    for file in std::fs::read_dir(data.join("trails")).expect("the spool") {
        std::fs::remove_file(file.expect("a file").path()).expect("it is removed");
    }
    let said = refused(&data, SOON);
    assert!(said.contains("planned log files are not in the folder") && said.contains("AWSLogs/"), "{said}");
    let server = Server::start(&data, &[SOON, &["--accept-lost-journal"]].concat());
    assert!(server.said.contains("is lost: it was planned, and will not be delivered"), "{}", server.said);
    assert_eq!(server.terminate().1, Some(0));
    let server = Server::start(&data, SOON);
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn a_server_s_name_is_one_data_folder_s() {
    let Some(state) = postgres::database() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let master_key = "0f".repeat(32);
    let of = |data: &str| folder.path().join(data);
    let shared = |name: &'static str| -> Vec<String> {
        ["--state-url", &state, "--master-key", &master_key, "--server-name", name].map(str::to_string).to_vec()
    };
    let start = |data: &str, name| {
        let arguments = shared(name);
        Server::start(&of(data), &arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let first = start("first", "one");
    let arguments = shared("one");
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let said = refused(&of("second"), &arguments);
    assert!(said.contains("the server name one is that of another data folder than"), "{said}");
    // Under a name of its own it starts, and the first one as ever.
    let second = start("second", "two");
    for server in [first, second] {
        assert_eq!(server.terminate().1, Some(0));
    }
    assert_eq!(start("first", "one").terminate().1, Some(0));
}
