//! `ashiato serve` that is told to stop amid its work: requests under way are answered whole or not begun, queries are
//! finished or marked, and nothing is in part.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Child;

/// Starts a part of the script.
fn begun(data: &Path, server: &Server, part: &str, more: &[(&str, &str)]) -> Option<Child> {
    let text = format!("{}\n{part}()", include_str!("serve_stopped.py"));
    python(data, &format!("http://{}", server.address), &text, more)
}

/// Runs a part of the script to its end; what it prints.
fn script(data: &Path, server: &Server, part: &str, more: &[(&str, &str)]) -> Option<String> {
    begun(data, server, part, more).map(printed)
}

/// A request whose body has been sent to its middle; the server has begun to read it.
fn half_sent(server: &Server, head: &str, body: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(&server.address).expect("it listens");
    let head = head.trim_end().replace('\n', "\r\n");
    write!(stream, "{head}\r\nExpect: 100-continue\r\nContent-Length: {}\r\n\r\n", body.len()).expect("it reads");
    let expected = b"HTTP/1.1 100 Continue\r\n\r\n";
    let mut asked_on = [0; 25];
    stream.read_exact(&mut asked_on).expect("it answers");
    assert!(&asked_on == expected, "{}{}", String::from_utf8_lossy(&asked_on), rest_of(stream));
    stream.write_all(&body[..body.len() / 2]).expect("it reads");
    stream
}

fn rest_of(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    // One that the server cut off has no answer.
    drop(stream.read_to_string(&mut answer));
    answer
}

#[test]
fn requests_under_way_are_answered_whole_or_not_begun() {
    let (_folder, data) = data();
    let mut server = Server::start(&data, &["--limit-stop-seconds", "5"]);
    let object = vec![b'x'; 3_000_000];
    let sql = r#"{"QueryString": "SELECT 7 AS n", "ResultConfiguration": {"OutputLocation": "s3://results/"}}"#;
    let Some(heads) = script(&data, &server, "heads", &[("SQL", sql)]) else { return };
    let [put, put_never_sent, query]: [&str; 3] =
        heads.split("\n\n").collect::<Vec<_>>().try_into().expect("three requests");
    let mut put = half_sent(&server, put, &object);
    let never_sent = half_sent(&server, put_never_sent, &object);
    let mut query = half_sent(&server, query, sql.as_bytes());
    let mut idle = TcpStream::connect(&server.address).expect("it listens");
    write!(idle, "GET /health HTTP/1.1\r\nHost: x\r\n\r\n").expect("it reads");
    let mut health = [0; 15];
    idle.read_exact(&mut health).expect("it answers");
    assert_eq!(&health, b"HTTP/1.1 200 OK");

    server.tell_to_stop();
    put.write_all(&object[object.len() / 2..]).expect("it reads on");
    query.write_all(&sql.as_bytes()[sql.len() / 2..]).expect("it reads on");
    let answer = rest_of(put);
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains("etag: "), "{answer}");
    let answer = rest_of(query);
    let (head, body) = answer.split_once("\r\n\r\n").expect("an answer");
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{answer}");
    let id: serde_json::Value = serde_json::from_str(body).expect("the answer is whole");
    let id = id["QueryExecutionId"].as_str().expect("an id");
    assert!(rest_of(idle).ends_with("ready\n"), "an idle connection is closed");
    let (said, code) = server.ended();
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("requests were still under way when the time to stop was over"), "{said}");
    assert_eq!(rest_of(never_sent), "");

    let server = Server::start(&data, &[]);
    assert_eq!(script(&data, &server, "kept", &[("QUERY", id)]).as_deref(), Some("['put']\nSUCCEEDED\n"));
    assert_eq!(server.terminate().1, Some(0));
}

#[test]
fn who_waits_for_events_is_answered() {
    let (_folder, data) = data();
    let mut server = Server::start(&data, &["--limit-stop-seconds", "10"]);
    let lookup = r#"{"Ashiato": {"After": 0, "WaitSeconds": 20, "Condition": {"Equals": ["EventName", "Nothing"]}}}"#;
    let Some(head) = script(&data, &server, "lookup", &[("LOOKUP", lookup)]) else { return };
    let mut waiting = half_sent(&server, &head, lookup.as_bytes());
    waiting.write_all(&lookup.as_bytes()[lookup.len() / 2..]).expect("it reads on");
    server.tell_to_stop();
    let answer = rest_of(waiting);
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n") && answer.contains(r#""Events":[]"#), "{answer}");
    let (said, code) = server.ended();
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("requests were still under way"), "{said}");
}

#[test]
fn queries_under_way_are_finished_or_marked() {
    let (_folder, data) = data();
    let check = |more: &[&str], begin: &str, expected: &str| {
        let mut server = Server::start(&data, more);
        let Some(mut client) = begun(&data, &server, begin, &[]) else { return };
        let mut queries = String::new();
        BufReader::new(client.stdout.take().expect("stdout is piped")).read_line(&mut queries).expect("it prints");
        server.tell_to_stop();
        assert_ne!(queries, "", "{:?}", client.wait_with_output());
        let (said, code) = server.ended();
        assert_eq!(code, Some(0), "{said}");
        let server = Server::start(&data, more);
        // Nothing is left for the start after a crash to mark.
        assert!(!server.said.contains("cut off by the last stop"), "{}", server.said);
        let ended = script(&data, &server, "ended", &[("QUERIES", queries.trim())]);
        assert_eq!(ended.as_deref(), Some(expected), "{begin}");
        assert_eq!(server.terminate().1, Some(0));
    };
    let marked = "FAILED The server was stopped before the query had ended\n";
    check(&["--query-running", "1"], "begin_that_end", &format!("SUCCEEDED 500001\n{marked}"));
    check(&["--query-running", "2", "--limit-stop-seconds", "1"], "begin_endless", &marked.repeat(2));
}
