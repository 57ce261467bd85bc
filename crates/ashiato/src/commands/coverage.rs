//! `ashiato coverage`: what of AWS's interfaces is built, from the tables that the server answers by.

use crate::exit::Exit;
use anyhow::Context;
use ashiato_server::aws::generated::SERVICES;
use ashiato_server::aws::service::Coverage;
use ashiato_server::services::s3;
use clap::Args;
use std::io::Write;

const EXAMPLES: &str = "\
Examples:
  ashiato coverage
  ashiato coverage athena glue | grep -v refused";

/// Print every operation of each service as built, stored or refused
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct CoverageArguments {
    /// Only these services, by the names that requests are signed for
    #[arg(value_name = "SERVICE", value_parser = services())]
    services: Vec<String>,
}

fn services() -> clap::builder::PossibleValuesParser {
    clap::builder::PossibleValuesParser::new(
        SERVICES.iter().map(|service| service.signing_name).chain([S3]).collect::<Vec<_>>(),
    )
}

const S3: &str = "s3";

pub(crate) fn run(arguments: &CoverageArguments) -> anyhow::Result<Exit> {
    let is_wanted =
        |name: &str| arguments.services.is_empty() || arguments.services.iter().any(|wanted| wanted == name);
    let mut lines = String::new();
    for service in SERVICES.iter().filter(|service| is_wanted(service.signing_name)) {
        for operation in service.operations {
            let word = match operation.coverage {
                Coverage::Built => "built",
                Coverage::Stored => "stored",
                Coverage::Refused => "refused",
            };
            lines.push_str(&format!("{}\t{}\t{word}\n", service.signing_name, operation.name));
        }
    }
    if is_wanted(S3) {
        for operation in s3::OPERATIONS.iter() {
            let word = match operation.coverage {
                s3::Coverage::Built => "built",
                s3::Coverage::Stored => "stored",
                s3::Coverage::Refused => "refused",
            };
            lines.push_str(&format!("{S3}\t{}\t{word}\n", operation.name));
        }
    }
    std::io::stdout().write_all(lines.as_bytes()).context("write the list")?;
    Ok(Exit::Answered)
}
