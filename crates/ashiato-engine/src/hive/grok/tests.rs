use super::*;

fn values(format: &str, custom: &str, columns: &[&str], line: &str) -> Vec<Option<String>> {
    let text = GrokText { format: format.to_string(), custom_patterns: custom.to_string() };
    let columns: Vec<String> = columns.iter().map(|column| column.to_string()).collect();
    Grok::new(&text, &columns).expect(format).values(line).expect(line)
}

fn some(values: &[&str]) -> Vec<Option<String>> {
    values.iter().map(|value| Some(value.to_string())).collect()
}

/// Athena's user guide, "Grok SerDe", example 1.
#[test]
fn a_mail_log() {
    let line = "Feb  9 07:15:00 m4eastmail postfix/smtpd[19305]: B88C4120838: connect from unknown[192.168.55.4]";
    let found = values(
        "%{SYSLOGBASE} %{POSTFIX_QUEUEID:queue_id}: %{GREEDYDATA:syslog_message}",
        "POSTFIX_QUEUEID [0-9A-F]{7,12}",
        &["syslogbase", "queue_id", "syslog_message"],
        line,
    );
    let base = "Feb  9 07:15:00 m4eastmail postfix/smtpd[19305]:";
    assert_eq!(found, some(&[base, "B88C4120838", "connect from unknown[192.168.55.4]"]));
}

/// Athena's user guide, "Grok SerDe", example 3: two custom patterns, a line's end between them.
#[test]
fn an_access_log_of_s3() {
    let found = values(
        r#"%{NOTSPACE:owner} %{NOTSPACE:bucket} \[%{INSIDE_BRACKETS:time}\] %{NOTSPACE:ip} "?%{INSIDE_QS:uri}"? %{INT:status}"#,
        "INSIDE_QS ([^\"]*)\nINSIDE_BRACKETS ([^\\]]*)",
        &["owner", "bucket", "time", "ip", "uri", "status"],
        r#"79a5 mybucket [06/Feb/2019:00:00:38 +0000] 192.0.2.3 "GET /x HTTP/1.1" 200"#,
    );
    assert_eq!(found, some(&["79a5", "mybucket", "06/Feb/2019:00:00:38 +0000", "192.0.2.3", "GET /x HTTP/1.1", "200"]));
}

#[test]
fn a_log_of_apache() {
    let line =
        r#"203.0.113.7 - frank [10/Oct/2000:13:55:36 -0700] "GET /a.gif HTTP/1.0" 200 2326 "http://x/y" "Mozilla""#;
    let columns = ["clientip", "auth", "timestamp", "verb", "request", "httpversion", "response", "bytes", "agent"];
    let expected =
        ["203.0.113.7", "frank", "10/Oct/2000:13:55:36 -0700", "GET", "/a.gif", "1.0", "200", "2326", "\"Mozilla\""];
    assert_eq!(values("%{COMBINEDAPACHELOG}", "", &columns, line), some(&expected));
}

#[test]
fn every_pattern_is_an_expression_and_finds_its_like() {
    for (name, _) in patterns::PATTERNS {
        values(&format!("%{{{name}:c}}"), "", &["c"], "");
    }
    let cases = [
        ("IP", "2001:db8::1"),
        ("IP", "::ffff:192.0.2.1"),
        ("IPV4", "10.0.0.255"),
        ("TIMESTAMP_ISO8601", "2017-09-12 12:10:34,972"),
        ("TIMESTAMP_ISO8601", "2023-01-05T07:08:09.5Z"),
        ("LOGLEVEL", "WARN"),
        ("UUID", "24ee0015-90f8-4a9b-9293-ac6cd3d774eb"),
        ("URI", "https://user@example.com:8080/a/b?c=d"),
        ("NUMBER", "-1.50"),
        ("QS", r#""a \" b""#),
        ("HTTPDATE", "06/Feb/2019:00:00:38 +0000"),
        ("MAC", "0a:1b:2c:3d:4e:5f"),
        ("HOSTPORT", "example.com:443"),
        ("WINPATH", r"C:\Windows\x.dll"),
        ("DATESTAMP_RFC2822", "Thu, 21 Dec 2000 16:01:07 +0200"),
    ];
    for (name, text) in cases {
        assert_eq!(values(&format!("^%{{{name}:c}}$"), "", &["c"], text), some(&[text]), "{name}");
    }
}

#[test]
fn other_lines_give_nothing() {
    assert_eq!(values("^%{INT:n}$", "", &["n"], "many"), Vec::new());
    assert_eq!(values("(?<n>[a-z]+)|%{INT:m}", "", &["n", "m"], "12"), [None, Some("12".to_string())]);
}

#[test]
fn what_makes_no_expression_is_refused() {
    let cases = [
        ("%{NOPE:a}", "", "the pattern 'NOPE' does not exist"),
        ("%{A}", "A %{B}\nB %{A}", "deeper than 32 within one another"),
        ("%{INT:a", "", "'%{' without '}'"),
        ("(%{INT:a}", "", "makes no expression"),
        ("%{INT}", "LONELY", "the custom pattern 'LONELY' has a name and no expression"),
        (
            "%{A}",
            "A %{B}%{B}%{B}%{B}\nB %{C}%{C}%{C}%{C}\nC %{D}%{D}%{D}%{D}\nD %{E}%{E}%{E}%{E}\nE %{F}%{F}%{F}%{F}\nF %{G}%{G}%{G}%{G}\nG %{IPV6}%{IPV6}%{IPV6}%{IPV6}",
            "grows beyond",
        ),
    ];
    for (format, custom, expected) in cases {
        let text = GrokText { format: format.to_string(), custom_patterns: custom.to_string() };
        let error = Grok::new(&text, &["a".to_string()]).expect_err(format).to_string();
        assert!(error.starts_with("INVALID_TABLE_PROPERTY: GrokSerDe: ") && error.contains(expected), "{error}");
    }
}
