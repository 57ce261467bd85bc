//! The configuration file: TOML whose keys are the flags' names, with the first word as a table where the file's
//! author likes: `log-level = "warn"`, or `level = "warn"` in `[log]`.

use super::settings::ServeArguments;
use crate::command_line::CommandLine;
use crate::exit::Failure;
use anyhow::Context;
use clap::{CommandFactory, FromArgMatches};
use std::ffi::OsString;
use std::path::Path;
use toml::{Table, Value};

/// The command line's settings, with those of `path` where neither the command line nor the environment says another.
///
/// # Errors
/// Where the file cannot be read, is not TOML, or says what no setting is.
pub(super) fn merged(path: &Path) -> anyhow::Result<ServeArguments> {
    let text = std::fs::read_to_string(path).with_context(|| format!("read the settings in {}", path.display()))?;
    let wrong = |why: String| anyhow::Error::from(Failure::Usage(format!("{}: {why}", path.display())));
    let table = text.parse::<Table>().map_err(|why| wrong(why.to_string()))?;
    let mut settings = Vec::new();
    flatten("", &table, &mut settings).map_err(wrong)?;
    apply(settings, std::env::args_os()).map_err(wrong)
}

/// Parses `arguments` once more, with the file's values as defaults.
fn apply(
    settings: Vec<(String, String)>,
    arguments: impl IntoIterator<Item = OsString>,
) -> Result<ServeArguments, String> {
    let mut command = CommandLine::command();
    let serve = command.find_subcommand_mut("serve").expect("the command is one of them");
    let mut configured = serve.clone();
    for (key, value) in settings {
        let is_setting = |arg: &&clap::Arg| arg.get_long() == Some(&key) && arg.get_env().is_some() && key != "config";
        let id = configured.get_arguments().find(is_setting).map(|arg| arg.get_id().clone());
        let id = id.ok_or_else(|| format!("{key} is no setting: `ashiato serve --help` lists them"))?;
        check(serve, &key, &value)?;
        configured = configured.mut_arg(id, |arg| arg.default_value(value));
    }
    *serve = configured;
    // What the command line itself may have wrong was said when it was parsed the first time.
    let matches = command.try_get_matches_from(arguments).map_err(|why| why.to_string())?;
    let (_, matches) = matches.subcommand().ok_or("no command")?;
    ServeArguments::from_arg_matches(matches).map_err(|why| why.to_string())
}

/// Whether the value is one of the setting, said with the file's name for it.
fn check(serve: &clap::Command, key: &str, value: &str) -> Result<(), String> {
    let alone = serve.clone().mut_args(|arg| arg.requires_all(Vec::<clap::Id>::new()).env(None));
    match alone.try_get_matches_from(["serve".to_string(), format!("--{key}={value}")]) {
        Ok(_) => Ok(()),
        Err(why) if why.kind() == clap::error::ErrorKind::MissingRequiredArgument => Ok(()),
        Err(why) => {
            let text = why.to_string();
            let first = text.lines().next().unwrap_or_default();
            Err(format!("{key}: {}", first.trim_start_matches("error: ")))
        }
    }
}

fn flatten(prefix: &str, table: &Table, settings: &mut Vec<(String, String)>) -> Result<(), String> {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        let text = match value {
            Value::Table(inner) => {
                flatten(&format!("{key}-"), inner, settings)?;
                continue;
            }
            Value::String(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            other => return Err(format!("{key}: a {} is no value of a setting", other.type_str())),
        };
        settings.push((key, text));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &str, arguments: &[&str]) -> Result<ServeArguments, String> {
        let table = file.parse::<Table>().map_err(|why| why.to_string())?;
        let mut settings = Vec::new();
        flatten("", &table, &mut settings)?;
        apply(settings, ["ashiato", "serve"].iter().chain(arguments).map(OsString::from))
    }

    #[test]
    fn the_command_line_wins_over_the_file() {
        let file = "data-dir = 'kept'\nlisten = '127.0.0.1:1'\n[log]\nlevel = 'warn'\n[limit]\nconnections = 7\n[quota]\ntables-in-database = 9";
        let read = read(file, &["--listen", "127.0.0.1:2"]).expect("the settings are right");
        assert_eq!(read.settings.data_dir, Path::new("kept"));
        assert_eq!(read.settings.listen.port(), 2);
        assert_eq!(read.settings.log_level, super::super::settings::LogLevel::Warn);
        assert_eq!(read.settings.limit_connections, 7);
        assert_eq!(read.settings.quota_tables_in_database, 9);
    }

    #[test]
    fn what_is_wrong_in_the_file_is_named() {
        for (file, told) in [
            ("lisen = 'x'", "lisen is no setting"),
            ("config = 'x'", "config is no setting"),
            ("demo = 'x'", "demo is no setting"),
            ("[log]\nlevel = 'loud'", "log-level: invalid value 'loud'"),
            ("listen = 'nowhere'", "listen: invalid value 'nowhere'"),
            ("[limit]\nconnections = 0", "limit-connections: invalid value '0'"),
            ("[quota]\ndatabases = 0", "quota-databases: invalid value '0'"),
            ("account = [1]", "account: a array is no value"),
            ("account = ", "TOML parse error"),
        ] {
            let error = read(file, &[]).expect_err(file);
            assert!(error.contains(told), "{file}: {error}");
        }
    }

    #[test]
    fn a_certificate_needs_its_key() {
        assert!(read("[tls]\ncert = 'a.pem'\nkey = 'a.key'", &[]).is_ok());
    }
}
