//! Ashiato's code generator.
//!
//! `cargo xtask shapes --models DIR` writes `crates/ashiato-server/src/aws/generated` from the service models that
//! botocore ships (`DIR/<service>/<version>/service-2.json.gz`) and the lists in `crates/ashiato-server/operations`.

mod shapes;

use anyhow::{Result, bail};
use std::path::Path;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["shapes", "--models", models] => shapes::write(Path::new(models)),
        _ => bail!("usage: cargo xtask shapes --models DIR"),
    }
}
