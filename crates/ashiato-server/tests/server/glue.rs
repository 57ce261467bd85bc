//! Glue's operations by boto3.

use crate::running::Running;

#[test]
fn the_catalog_is_what_clients_make_it() {
    let server = Running::start();
    if let Some(printed) = server.python(include_str!("scripts/glue.py")) {
        assert_eq!(printed, "passed");
    }
}
