//! Athena by AWS's command line, from an empty server to answers.

use super::serve::{Server, data};
use super::serve_hardship::{printed, python};

#[test]
fn the_walk_of_the_seeds_through_athena_by_the_command_line() {
    let (_folder, data) = data();
    let server = Server::start(&data, &["--log-level", "warn"]);
    let endpoint = format!("http://{}", server.address);
    let more = [("ASHIATO", env!("CARGO_BIN_EXE_ashiato")), ("AWS_REGION", "eu-north-1")];
    let Some(python) = python(&data, &endpoint, include_str!("athena_walk.py"), &more) else { return };
    assert_eq!(printed(python), "walked\n");
    assert_eq!(server.terminate().1, Some(0));
}
