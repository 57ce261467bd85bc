//! The command line as a whole. Each command's own arguments stand with the command.

#[cfg(feature = "serve")]
use crate::commands::athena::AthenaArguments;
use crate::commands::completions::CompletionsArguments;
#[cfg(feature = "serve")]
use crate::commands::coverage::CoverageArguments;
use crate::commands::generate::GenerateArguments;
#[cfg(feature = "serve")]
use crate::commands::history::HistoryArguments;
use crate::commands::man::ManArguments;
use crate::commands::query::QueryArguments;
#[cfg(feature = "serve")]
use crate::commands::rotate_master_key::RotateMasterKeyArguments;
#[cfg(feature = "serve")]
use crate::commands::serve::ServeArguments;
#[cfg(feature = "serve")]
use crate::commands::trail::TrailArguments;
#[cfg(feature = "validate-logs")]
use crate::commands::validate_logs::ValidateLogsArguments;
use clap::{Parser, Subcommand};

const AFTER_HELP: &str = "\
Exit codes:
  0    answered; validate-logs: all is proved
  1    the query is wrong, or the command failed; validate-logs: something
       is invalid
  2    the command line is wrong
  3    answered, but some input could not be read; validate-logs: nothing
       is invalid, but not everything is proved
  130  stopped by Ctrl-C
  143  stopped by SIGTERM

Examples:
  ashiato query --logs ./logs \\
    'SELECT eventname, count(*) FROM cloudtrail_logs GROUP BY 1'
  ashiato query --help
  ashiato validate-logs ./copy-of-my-trail --public-key keys.json
  ashiato generate --events 100000 --incident leaked-key ./demo-logs
  ashiato serve --demo
  ashiato history --follow 'ReadOnly=false'";

/// The command line. Its help begins with the description of the package.
#[derive(Debug, Parser)]
#[command(name = "ashiato", version, about, after_long_help = AFTER_HELP, after_help = AFTER_HELP)]
#[command(disable_help_subcommand = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Query(Box<QueryArguments>),
    #[cfg(feature = "validate-logs")]
    ValidateLogs(ValidateLogsArguments),
    Generate(GenerateArguments),
    #[cfg(feature = "serve")]
    Serve(Box<ServeArguments>),
    #[cfg(feature = "serve")]
    Athena(AthenaArguments),
    #[cfg(feature = "serve")]
    Trail(TrailArguments),
    #[cfg(feature = "serve")]
    History(HistoryArguments),
    #[cfg(feature = "serve")]
    Coverage(CoverageArguments),
    #[cfg(feature = "serve")]
    RotateMasterKey(RotateMasterKeyArguments),
    Completions(CompletionsArguments),
    Man(ManArguments),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        CommandLine::command().debug_assert();
    }
}
