//! Two servers on one PostgreSQL and one store of objects, each a process of its own.

use super::object_store::Store;
use super::postgres;
use super::serve::Server;

#[test]
fn what_a_dead_server_ran_is_failed_by_another() {
    let Some(state) = postgres::database() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let store_data = folder.path().join("store");
    let store_server = Server::start(&store_data, &[]);
    let store = Store::of(&store_server, &store_data);
    if store.script_with("fill", None, None).is_none() {
        return;
    }
    let settings = store.settings(folder.path());
    let master_key = "0f".repeat(32);
    let start_in = |data: &str, name: &str, seconds: &str| {
        let shared = ["--config", settings.to_str().expect("a plain path"), "--state-url", &state];
        let own = ["--master-key", &master_key, "--server-name", name, "--query-running", "1"];
        let lease = ["--server-lease-seconds", seconds];
        Server::start(&folder.path().join(data), &[&shared[..], &own, &lease].concat())
    };
    let first = start_in("first", "first", "2");
    let second = start_in("second", "second", "2");
    let data = folder.path().join("first");
    let ids = store.script_with("begin", Some((&first, &data)), None).expect("there is boto3");
    first.kill();
    // The key that the first server wrote is good at the second.
    let ids: Vec<&str> = ids.trim().split(' ').collect();
    store.script_with(&format!("fail_elsewhere {}", ids.join(" ")), Some((&second, &data)), None);
    let (rest, code) = second.terminate();
    assert_eq!(code, Some(0), "{rest}");
    assert!(rest.contains("lease has run out"), "{rest}");
    assert!(!start_in("second", "second", "600").said.contains("heard of just now"), "it stopped in good order");
}

#[test]
fn a_query_is_stopped_from_whichever_server() {
    let Some(state) = postgres::database() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let store_data = folder.path().join("store");
    let store_server = Server::start(&store_data, &[]);
    let store = Store::of(&store_server, &store_data);
    if store.script_with("fill", None, None).is_none() {
        return;
    }
    let settings = store.settings(folder.path());
    let master_key = "0f".repeat(32);
    let start = |name: &str| {
        let shared = ["--config", settings.to_str().expect("a plain path"), "--state-url", &state];
        // One query at a time: a further one runs when the work of the one before has ended, not only its state.
        let own = ["--master-key", &master_key, "--server-name", name, "--query-threads", "1", "--query-running", "1"];
        Server::start(&folder.path().join(name), &[&shared[..], &own].concat())
    };
    let first = start("first");
    let second = start("second");
    assert!(!second.said.contains("made the account"), "{}", second.said);
    store.script_with("stop_elsewhere", Some((&first, &folder.path().join("first"))), Some(&second));
    let metrics = first.get("/metrics");
    for (state, count) in [("CANCELLED", 2), ("SUCCEEDED", 2)] {
        let line =
            format!("ashiato_queries_total{{region=\"us-east-1\",work_group=\"primary\",state=\"{state}\"}} {count}\n");
        assert!(metrics.contains(&line), "{metrics}");
    }
    for server in [first, second] {
        let (rest, code) = server.terminate();
        assert_eq!(code, Some(0), "{rest}");
    }
}

#[test]
fn two_servers_hold_quotas_and_names_together() {
    let Some(state) = postgres::database() else { return };
    let folder = tempfile::tempdir().expect("a folder");
    let master_key = "0f".repeat(32);
    let start = |name: &str| {
        let own = ["--state-url", &state, "--master-key", &master_key, "--server-name", name];
        Server::start(&folder.path().join(name), &[&own[..], &["--quota-databases", "40"]].concat())
    };
    let (first, second) = (start("first"), start("second"));
    let store = Store::of(&first, &folder.path().join("first"));
    store.script_with("fill_up", Some((&first, &folder.path().join("first"))), Some(&second));
    for server in [first, second] {
        let (rest, code) = server.terminate();
        assert_eq!(code, Some(0), "{rest}");
    }
}
