//! How events are printed.

use super::Format;
use crate::printable::push_escaped;
use anyhow::Context;
use chrono::DateTime;
use serde_json::Value;
use std::io::{Stdout, Write};

/// Prints events as they come.
pub(super) struct Printer {
    format: Format,
    out: Stdout,
    printed: usize,
}

/// The columns of the console's file.
const CSV_HEADER: &str = "Event name,Event time,User name,Event source,Resource type,Resource name,Error code,AWS region,Source IP address,\
     Access key,Event ID,Request ID,Read-only";

impl Printer {
    pub(super) fn begin(format: Format) -> anyhow::Result<Printer> {
        let mut printer = Printer { format, out: std::io::stdout(), printed: 0 };
        let head = match format {
            Format::Table => String::new(),
            Format::Csv => format!("{CSV_HEADER}\n"),
            Format::Json => "{\"Records\":[".to_string(),
        };
        printer.write(&head)?;
        Ok(printer)
    }

    pub(super) fn events(&mut self, events: &[Value]) -> anyhow::Result<()> {
        for event in events {
            let line = match self.format {
                Format::Table => line(event),
                Format::Csv => csv(event),
                Format::Json => {
                    let before = if self.printed == 0 { "" } else { "," };
                    format!("{before}{}", event["CloudTrailEvent"].as_str().unwrap_or("null"))
                }
            };
            self.write(&line)?;
            self.printed += 1;
        }
        Ok(())
    }

    pub(super) fn end(&mut self) -> anyhow::Result<()> {
        if self.format == Format::Json {
            self.write("]}\n")?;
        }
        self.flush()
    }

    pub(super) fn flush(&mut self) -> anyhow::Result<()> {
        self.out.flush().context("print")
    }

    fn write(&mut self, text: &str) -> anyhow::Result<()> {
        self.out.write_all(text.as_bytes()).context("print")
    }
}

/// Values and how often each occurs.
pub(super) fn counts(attribute: &str, counts: &Value) -> anyhow::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "count,{attribute}").context("print")?;
    for count in counts.as_array().into_iter().flatten() {
        let value = count["Value"].as_str().unwrap_or_default();
        writeln!(out, "{},{}", count["Count"], quoted(value)).context("print")?;
    }
    Ok(())
}

fn time(event: &Value) -> String {
    let seconds = event["EventTime"].as_f64().unwrap_or_default();
    let time = DateTime::from_timestamp(seconds as i64, 0);
    time.map(|time| time.format("%Y-%m-%dT%H:%M:%SZ").to_string()).unwrap_or_default()
}

fn text<'a>(event: &'a Value, member: &str) -> &'a str {
    event[member].as_str().unwrap_or_default()
}

fn line(event: &Value) -> String {
    let record: Value = serde_json::from_str(text(event, "CloudTrailEvent")).unwrap_or_default();
    let resources = event["Resources"].as_array().into_iter().flatten();
    let names: Vec<&str> = resources.map(|resource| text(resource, "ResourceName")).collect();
    let columns = [
        format!("{:20}", time(event)),
        format!("{:28}", text(event, "EventName")),
        format!("{:20}", text(event, "Username")),
        format!("{:26}", text(event, "EventSource")),
        format!("{:20}", text(&record, "errorCode")),
        names.join(" "),
    ];
    let mut line = String::new();
    push_escaped(columns.join(" ").trim_end(), &mut line);
    line.push('\n');
    line
}

fn csv(event: &Value) -> String {
    let record: Value = serde_json::from_str(text(event, "CloudTrailEvent")).unwrap_or_default();
    let of = |member: &str| {
        let resources = event["Resources"].as_array().into_iter().flatten();
        resources.map(|resource| text(resource, member)).collect::<Vec<_>>().join(",")
    };
    let cells = [
        text(event, "EventName").to_string(),
        time(event),
        text(event, "Username").to_string(),
        text(event, "EventSource").to_string(),
        of("ResourceType"),
        of("ResourceName"),
        text(&record, "errorCode").to_string(),
        text(&record, "awsRegion").to_string(),
        text(&record, "sourceIPAddress").to_string(),
        text(event, "AccessKeyId").to_string(),
        text(event, "EventId").to_string(),
        text(&record, "requestID").to_string(),
        text(event, "ReadOnly").to_string(),
    ];
    let cells: Vec<String> = cells.iter().map(|cell| quoted(cell)).collect();
    format!("{}\n", cells.join(","))
}

/// Quoted where it must be.
fn quoted(value: &str) -> String {
    match value.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", value.replace('"', "\"\"")),
        false => value.to_string(),
    }
}
