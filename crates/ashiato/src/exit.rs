//! How a run ends: the exit codes, and the failures that choose them.

use crate::talk;
use std::fmt;
use std::io;
use std::process::ExitCode;

/// The exit codes, as `ashiato --help` and the README list them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Everything was answered from everything that was asked for.
    Answered,
    /// The query is wrong, or the command failed.
    Failed,
    /// The command line is wrong.
    Usage,
    /// Answered, but some input could not be read.
    AnsweredWithGaps,
    /// Stopped by Ctrl-C: 128 and the signal's number, as shells have it.
    Interrupted,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(match exit {
            Exit::Answered => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::AnsweredWithGaps => 3,
            Exit::Interrupted => 130,
        })
    }
}

/// Failures that have an exit code of their own; every other error is [`Exit::Failed`].
#[derive(Debug)]
pub(crate) enum Failure {
    /// The command line is well formed but cannot be meant: the sentence says why.
    Usage(String),
    /// Ctrl-C.
    Interrupted,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Usage(message) => f.write_str(message),
            Failure::Interrupted => f.write_str("interrupted"),
        }
    }
}

impl std::error::Error for Failure {}

/// Says on stderr what failed, and picks the exit code.
pub(crate) fn explain(error: &anyhow::Error) -> Exit {
    if is_broken_pipe(error) {
        // The reader (`head`, a pager) has seen enough. That is no failure of ours.
        return Exit::Answered;
    }
    match error.downcast_ref::<Failure>() {
        Some(Failure::Interrupted) => Exit::Interrupted,
        Some(Failure::Usage(message)) => {
            talk::error(message);
            talk::line("For more information, try '--help'.");
            Exit::Usage
        }
        None => {
            explain_failure(error);
            Exit::Failed
        }
    }
}

/// The sentence, and those causes that add something to it: many libraries' errors repeat what they wrap.
fn explain_failure(error: &anyhow::Error) {
    let mut said = error.to_string();
    talk::error(&said);
    for cause in error.chain().skip(1) {
        let cause = cause.to_string();
        if !said.contains(&cause) && !cause.contains(&said) {
            talk::line(&format!("  because: {cause}"));
            said = cause;
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .filter_map(|cause| cause.downcast_ref::<io::Error>())
        .any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::Context;

    #[test]
    fn a_closed_pipe_is_told_from_other_failures() {
        let closed = anyhow::Error::from(io::Error::from(io::ErrorKind::BrokenPipe)).context("write the answer");
        assert_eq!(explain(&closed), Exit::Answered);
        let full = anyhow::Error::from(io::Error::from(io::ErrorKind::StorageFull)).context("write the answer");
        assert_eq!(explain(&full), Exit::Failed);
    }

    #[test]
    fn failures_choose_their_exit_code() {
        assert_eq!(explain(&Failure::Usage("no".to_string()).into()), Exit::Usage);
        assert_eq!(explain(&Failure::Interrupted.into()), Exit::Interrupted);
        let wrapped: anyhow::Result<()> = Err(Failure::Interrupted).context("run the query");
        assert_eq!(explain(&wrapped.expect_err("built as an error")), Exit::Interrupted);
    }
}
