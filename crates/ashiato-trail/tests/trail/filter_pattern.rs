//! AWS's own examples, and any text at all. Source: "Filter pattern syntax" in the user guide of CloudWatch Logs.

use proptest::prelude::*;

use ashiato_trail::filter_pattern::{FilterPattern, number_at};

#[track_caller]
fn check(pattern: &str, yes: &[&str], no: &[&str]) {
    let read = FilterPattern::parse(pattern).unwrap_or_else(|why| panic!("{pattern}: {why}"));
    yes.iter().for_each(|message| assert!(read.matches(message), "{pattern} on {message}"));
    no.iter().for_each(|message| assert!(!read.matches(message), "{pattern} on {message}"));
}

#[test]
fn terms() {
    let (bad, no_auth, forbidden) =
        ["[ERROR 400] BAD REQUEST", "[ERROR 401] UNAUTHORIZED REQUEST", "[ERROR 419] MISSING ARGUMENTS"].into();
    let (mixed, info) = ("[ERROR 420] INVALID ARGUMENTS", "[INFO] all is well");
    check("", &[bad, info, ""], &[]);
    check("  ", &[bad, info], &[]);
    check("ERROR", &[bad, no_auth, forbidden, mixed], &[info, "error", "ERRORS", "AN_ERROR"]);
    check("ERROR ARGUMENTS", &[forbidden, mixed], &[bad, info]);
    check("?ERROR ?well", &[bad, info], &["nothing"]);
    check("\"INTERNAL SERVER ERROR\"", &["[500] INTERNAL SERVER ERROR"], &["INTERNAL ERROR", bad]);
    check("ERROR -ARGUMENTS", &[bad, no_auth], &[forbidden, info]);
    check("-ERROR", &[info], &[bad]);
    check("ERROR -\"BAD REQUEST\"", &[no_auth], &[bad]);
    // Beside others, optional ones count for nothing.
    check("ERROR ?well", &[bad], &[info]);
    check("%AUTHORIZED%", &[no_auth, "[SUCCESS 200] AUTHORIZED REQUEST"], &[bad]);
    check("%4[0-9]{2}% REQUEST", &[bad, no_auth], &[forbidden]);
    check(r#""a \"quoted\" word""#, &[r#"with a "quoted" word"#], &["with a quoted word"]);
}

#[test]
fn json_of_the_guide() {
    let log = r#"{"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value", "another value"],
        "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}], "SomeObject": null, "ThisFlag": true,
        "bandwidth": 80.5, "latency": 1e-3, "a b": {"c.d": 1}, "errorCode": "400"}"#;
    let yes = [
        r#"{ $.eventType = "UpdateTrail" }"#,
        r#"{$.eventType="UpdateTrail"}"#,
        "{ $.eventType = UpdateTrail }",
        "{ $.eventType = Update* }",
        r#"{ $.eventType = "*Trail" }"#,
        "{ $.eventType = *date*ail }",
        "{ $.sourceIPAddress != 123.123.* }",
        "{ $.sourceIPAddress = 111.111.* }",
        r#"{ $.arrayKey[0] = "value" }"#,
        r#"{ $.arrayKey[*] = "another value" }"#,
        "{ $.objectList[1].id = 2 }",
        "{ $.objectList[*].id > 1 }",
        "{ $.SomeObject IS NULL }",
        "{ $.SomeOtherObject NOT EXISTS }",
        "{ $.ThisFlag IS TRUE }",
        "{ $.bandwidth > 75 }",
        "{ $.bandwidth >= 8.05e1 }",
        "{ $.bandwidth <= 80.5 && $.latency < 1 }",
        "{ $.latency = 0.001 }",
        "{ $.errorCode = 400 }",
        "{ $.eventType = %Trail$% }",
        "{ $.* = UpdateTrail }",
        r#"{ $.["a b"]['c.d'] = 1 }"#,
        "{ $.objectList NOT EXISTS || ($.ThisFlag IS TRUE && ($.bandwidth < 1 || $.bandwidth = 80.5)) }",
        // And binds more tightly than or.
        "{ $.ThisFlag IS TRUE || $.x = 1 && $.y = 2 }",
    ];
    yes.iter().for_each(|pattern| check(pattern, &[log], &["eventType UpdateTrail", "", "[1]", "{\"eventType\":"]));
    let no = [
        "{ $.eventType = Update }",
        "{ $.eventType != UpdateTrail }",
        "{ $.eventtype = UpdateTrail }",
        "{ $.missing != UpdateTrail }",
        "{ $.arrayKey[2] = value }",
        "{ $.arrayKey[1] = value }",
        "{ $.eventType[0] = U }",
        "{ $.SomeOtherObject IS NULL }",
        "{ $.SomeObject NOT EXISTS }",
        "{ $.ThisFlag IS FALSE }",
        "{ $.eventType > 1 }",
        "{ $.bandwidth < 80.5 }",
        "{ $.objectList = 1 }",
        "{ ($.ThisFlag IS TRUE || $.x = 1) && $.y = 2 }",
    ];
    no.iter().for_each(|pattern| check(pattern, &[], &[log]));
}

#[test]
fn the_alarms_of_the_cloudtrail_guide() {
    let failed =
        r#"{"eventName":"ConsoleLogin","errorMessage":"Failed authentication","userIdentity":{"type":"IAMUser"}}"#;
    let root = r#"{"eventName":"ConsoleLogin","eventType":"AwsConsoleSignIn","userIdentity":{"type":"Root"}}"#;
    let denied = r#"{"eventName":"RunInstances","errorCode":"Client.UnauthorizedOperation","errorMessage":"no"}"#;
    check(
        r#"{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }"#,
        &[failed],
        &[root, denied],
    );
    check(
        r#"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#,
        &[denied],
        &[failed, root],
    );
    let of_root = r#"{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }"#;
    check(of_root, &[root], &[failed, denied]);
}

#[test]
fn fields_between_blanks() {
    let found = r#"127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 404 1534"#;
    let fine = r#"127.0.0.1 Prod frank [10/Oct/2000:13:25:15 -0700] "GET /index.html HTTP/1.0" 200 12"#;
    check("[ip, server, username, timestamp, request, status_code, bytes > 1000]", &[found], &[fine, "a b c"]);
    check("[ip, server, username, timestamp, request, status_code = 4*, bytes]", &[found], &[fine]);
    check("[ip, server, username, timestamp, request =*.html*, status_code = 4*, bytes]", &[found], &[fine]);
    check("[..., status_code = 404, bytes]", &[found], &[fine, "404"]);
    check("[ip, ..., bytes]", &[found, fine, "a b"], &["a"]);
    check("[ip = %127\\.0\\.0\\.[1-9]%, ...]", &[found], &["128.0.0.1 b"]);
    check("[w1=ERROR || w1=%WARN%, ...]", &["ERROR x", "a-WARN-b x"], &["INFO x"]);
    check("[w1!=ERROR && w1!=WARN, w2]", &["INFO x"], &["ERROR x", "INFO"]);
    check("[a, ..., z = 2]", &["1 2", "1 x 2"], &["1 2 3"]);
    check("[...]", &["", "a"], &[]);
    let pattern = FilterPattern::parse("[ip, ..., status_code, bytes]").expect("a pattern");
    let told: Vec<(String, String)> = pattern.extract(found).into_iter().collect();
    let told: Vec<(&str, &str)> = told.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    assert_eq!(told, [("$bytes", "1534"), ("$ip", "127.0.0.1"), ("$status_code", "404")]);
}

#[test]
fn values_are_extracted() {
    let pattern = FilterPattern::parse("{ $.eventType = * && $.size > 1 && $.none NOT EXISTS }").expect("a pattern");
    let told = pattern.extract(r#"{"eventType":"x","size":2.5}"#);
    assert_eq!(
        told.into_iter().collect::<Vec<_>>(),
        [("$.eventType".into(), "x".into()), ("$.size".into(), "2.5".into())]
    );
    assert_eq!(number_at("$.size", r#"{"size":2.5}"#), Ok(Some(2.5)));
    assert_eq!(number_at("$.size", r#"{"size":"2.5"}"#), Ok(None));
    assert!(number_at("size", "{}").is_err());
}

#[test]
fn what_is_no_pattern_is_told() {
    for pattern in [
        "{",
        "{}",
        "{ $ = 1 }",
        "{ $.a }",
        "{ $.a = }",
        "{ $.a = 1",
        "{ $.a = 1 } x",
        "{ $.a IS }",
        "{ $.a IS NOT NULL }",
        "{ $.a EXISTS }",
        "{ $.a > x }",
        "{ ($.a = 1 }",
        "{ $.a[ = 1 }",
        "{ $.a[x] = 1 }",
        "{ $.a = 1 && }",
        "{ a = 1 }",
        "{ $.a = %(x)% }",
        "{ $.a = %[% }",
        "{ $.a = %x% || $.a = %y% || $.a = %z% }",
        "{ $.a = \"x }",
        "[",
        "[]",
        "[a",
        "[a,]",
        "[..., ...]",
        "[a = ]",
        "[a=1 || b=2]",
        "a.b",
        "\"open",
        "%open",
        "%a!%",
        "-",
        "?",
        "%%",
    ] {
        let wrong = FilterPattern::parse(pattern).expect_err(pattern);
        assert!(wrong.message.starts_with("Invalid filter pattern"), "{pattern}: {wrong}");
        assert!(wrong.at <= pattern.len());
    }
    let deep = format!("{{ {}$.a = 1{} }}", "(".repeat(100_000), ")".repeat(100_000));
    assert!(FilterPattern::parse(&deep).is_err());
}

/// The log event of the page on JSON.
const EVENT: &str = r#"{"eventType": "UpdateTrail", "sourceIPAddress": "111.111.111.111", "arrayKey": ["value",
    "another value"], "objectList": [{"name": "a", "id": 1}, {"name": "b", "id": 2}], "SomeObject": null,
    "cluster.name": "c", "latency": 1.5e1, "count": 404, "ThisFlag": true, "OtherFlag": false, "big": 12345678901234567890}"#;

#[test]
fn conditions_on_json() {
    let cases = [
        (r#"{ $.eventType = "UpdateTrail" }"#, true),
        (r#"{ $.eventType = UpdateTrail }"#, true),
        (r#"{$.eventType="UpdateTrail"}"#, true),
        (r#"{ $.eventType = "updatetrail" }"#, false),
        (r#"{ $.eventType = "Update*" }"#, true),
        (r#"{ $.eventType = "*Trail" }"#, true),
        (r#"{ $.eventType = "U*te*l" }"#, true),
        (r#"{ $.eventType = "*" }"#, true),
        (r#"{ $.eventType = "*Trail*x" }"#, false),
        (r#"{ $.eventType = "Trail" }"#, false),
        (r#"{ $.eventType != "CreateTrail" }"#, true),
        (r#"{ $.eventType != "Update*" }"#, false),
        (r#"{ $.sourceIPAddress != 123.123.* }"#, true),
        (r#"{ $.sourceIPAddress = 111.111.* }"#, true),
        (r#"{ $.missing = "*" }"#, false),
        (r#"{ $.missing != "x" }"#, false),
        (r#"{ $.arrayKey[0] = "value" }"#, true),
        (r#"{ $.arrayKey[1] = "value" }"#, false),
        (r#"{ $.arrayKey[2] NOT EXISTS }"#, true),
        (r#"{ $.arrayKey[*] = "another value" }"#, true),
        (r#"{ $.objectList[1].id = 2 }"#, true),
        (r#"{ $.objectList[0].id = 2 }"#, false),
        (r#"{ $.objectList[*].id > 1 }"#, true),
        (r#"{ $.objectList[*].id > 2 }"#, false),
        (r#"{ $.['cluster.name'] = "c" }"#, true),
        (r#"{ $["cluster.name"] = "c" }"#, true),
        (r#"{ $.cluster.name = "c" }"#, false),
        (r#"{ $.SomeObject IS NULL }"#, true),
        (r#"{ $.eventType IS NULL }"#, false),
        (r#"{ $.missing IS NULL }"#, false),
        (r#"{ $.SomeOtherObject NOT EXISTS }"#, true),
        (r#"{ $.SomeObject NOT EXISTS }"#, false),
        (r#"{ $.ThisFlag IS TRUE }"#, true),
        (r#"{ $.OtherFlag IS TRUE }"#, false),
        (r#"{ $.OtherFlag IS FALSE }"#, true),
        (r#"{ $.latency = 15 }"#, true),
        (r#"{ $.latency = 1.5e1 }"#, true),
        (r#"{ $.latency >= 15 }"#, true),
        (r#"{ $.latency > 15 }"#, false),
        (r#"{ $.latency < 15.5 }"#, true),
        (r#"{ $.latency <= -1 }"#, false),
        (r#"{ $.count = 4* }"#, true),
        (r#"{ $.count = "*" }"#, true),
        (r#"{ $.count != 404 }"#, false),
        (r#"{ $.big > 1e19 }"#, true),
        (r#"{ $.eventType > 1 }"#, false),
        (r#"{ $.eventType = %Trail$% }"#, true),
        (r#"{ $.eventType = %^Trail% }"#, false),
        (r#"{ $.sourceIPAddress != %123\.% }"#, true),
        (r#"{ $.eventType = "UpdateTrail" && $.count = 404 }"#, true),
        (r#"{ $.eventType = "UpdateTrail" && $.count = 405 }"#, false),
        (r#"{ $.eventType = "x" || $.count = 404 }"#, true),
        // && binds closer than ||.
        (r#"{ $.count = 404 || $.count = 1 && $.count = 2 }"#, true),
        (r#"{ ($.count = 404 || $.count = 1) && $.count = 2 }"#, false),
        (r#"{ (($.count = 404)) && (($.eventType = "UpdateTrail") || ($.missing = 1)) }"#, true),
    ];
    for (pattern, expected) in cases {
        match expected {
            true => check(pattern, &[EVENT], &["not JSON"]),
            false => check(pattern, &[], &[EVENT, "not JSON"]),
        }
    }
}

proptest! {
    /// No text is a panic, and a pattern that is read answers for every message.
    #[test]
    fn any_text_is_read_or_refused(pattern in "\\PC{0,60}", message in "\\PC{0,60}") {
        if let Ok(read) = FilterPattern::parse(&pattern) {
            read.matches(&message);
            read.extract(&message);
        }
    }

    #[test]
    fn so_is_text_that_looks_like_a_pattern(
        pattern in r#"[\[{] ?([$.a\[\]0*"'%=!<>&|(),\\ é-]|IS |NOT |EXISTS|NULL|\.\.\.){0,25} ?[}\]]?"#,
        message in r#"[{\["a: 1,}\] é]{0,30}"#,
    ) {
        if let Ok(read) = FilterPattern::parse(&pattern) {
            read.matches(&message);
            read.extract(&message);
        }
    }

    /// A quoted value finds exactly the text that it quotes, wildcards aside.
    #[test]
    fn a_quoted_value_finds_itself(text in "[^*\"\\\\\\p{C}]{1,20}", other in "[^*\"\\\\\\p{C}]{1,20}") {
        let read = FilterPattern::parse(&format!("{{ $.a = \"{text}\" }}")).expect("a pattern");
        let message = |text: &str| serde_json::json!({ "a": text }).to_string();
        prop_assert!(read.matches(&message(&text)));
        prop_assert_eq!(read.matches(&message(&other)), text == other);
    }

    /// Wildcards find what a regular expression of the same meaning finds.
    #[test]
    fn wildcards_are_any_text(pattern in "[ab*]{1,8}", text in "[ab]{0,8}") {
        let read = FilterPattern::parse(&format!("{{ $.a = \"{pattern}\" }}")).expect("a pattern");
        let regex = regex::Regex::new(&format!("^{}$", pattern.replace('*', ".*"))).expect("an expression");
        prop_assert_eq!(read.matches(&serde_json::json!({ "a": text }).to_string()), regex.is_match(&text));
    }
}
