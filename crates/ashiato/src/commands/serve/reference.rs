//! `docs/configuration.md`, made from the settings themselves; a test holds it current.
#![cfg(test)]

use super::settings::ServeArguments;
use clap::{Arg, Args, Command};
use std::fmt::Write;
use std::path::Path;

const HEAD: &str = "\
# Configuration of `ashiato serve`

Made from the settings themselves. Each setting is a flag, an environment variable and a key of the TOML file that
`--config FILE` (or `ASHIATO_CONFIG`) names. A flag wins over the environment, and that over the file. In the file the
first word of a name may be a table: `log-level = \"warn\"` is `level = \"warn\"` in `[log]`. A key that is no setting is
an error.

| flag, key in the file | environment | default | what it is |
|---|---|---|---|
";

fn page() -> String {
    let command = ServeArguments::augment_args(Command::new("serve"));
    let mut page = HEAD.to_string();
    for arg in command.get_arguments().filter(|arg| arg.get_env().is_some() && arg.get_id() != "config") {
        writeln!(page, "{}", row(arg)).expect("text takes text");
    }
    page
}

fn row(arg: &Arg) -> String {
    let long = arg.get_long().expect("every setting has a flag");
    let env = arg.get_env().expect("every setting has a variable").to_string_lossy();
    assert_eq!(env, format!("ASHIATO_{}", long.to_uppercase().replace('-', "_")), "one name in three spellings");
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let (help, said) = match help.split_once(" [default: ") {
        Some((help, said)) => (help.to_string(), said.trim_end_matches(']').to_string()),
        None => (help.clone(), String::new()),
    };
    let default = arg.get_default_values().first().map(|value| format!("`{}`", value.to_string_lossy()));
    let values: Vec<String> = arg.get_possible_values().iter().map(|value| format!("`{}`", value.get_name())).collect();
    let values = if values.is_empty() { String::new() } else { format!(": {}", values.join(", ")) };
    format!("| `{long}` | `{env}` | {} | {help}{values} |", default.unwrap_or(said))
}

#[test]
fn the_page_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
    if std::env::var_os("ASHIATO_BLESS").is_some() {
        std::fs::write(&path, page()).expect("the page can be written");
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there,
        page(),
        "docs/configuration.md is not current: ASHIATO_BLESS=1 cargo test configuration writes it"
    );
}
