//! The examples of CloudWatch Logs' pages on filter patterns, the alarms that CIS has one set on trails, and what is
//! refused.

use proptest::prelude::*;

use super::FilterPattern;

fn check(pattern: &str, message: &str, expected: bool) {
    let parsed = FilterPattern::parse(pattern).expect(pattern);
    assert_eq!(parsed.matches(message), expected, "{pattern} on {message}");
}

#[test]
fn terms() {
    let cases = [
        ("", "[ERROR 400] BAD REQUEST", true),
        ("ERROR", "[ERROR 400] BAD REQUEST", true),
        ("ERROR", "[ERROR 419] MISSING ARGUMENTS", true),
        ("ERROR", "[SUCCESS 200] OK", false),
        ("ERROR", "[Error 400] bad request", false),
        ("ERROR", "ERRORS", false),
        ("ERROR ARGUMENTS", "[ERROR 419] MISSING ARGUMENTS", true),
        ("ERROR ARGUMENTS", "[ERROR 400] BAD REQUEST", false),
        ("?ERROR ?ARGUMENTS", "[ERROR 400] BAD REQUEST", true),
        ("?ERROR ?ARGUMENTS", "[419] ARGUMENTS", true),
        ("?ERROR ?ARGUMENTS", "[200] OK", false),
        (r#""INTERNAL SERVER ERROR""#, "[ERROR 500] INTERNAL SERVER ERROR", true),
        (r#""INTERNAL SERVER ERROR""#, "[ERROR 500] INTERNAL ERROR", false),
        ("ERROR -ARGUMENTS", "[ERROR 400] BAD REQUEST", true),
        ("ERROR -ARGUMENTS", "[ERROR 419] MISSING ARGUMENTS", false),
        (r#"-"BAD REQUEST""#, "[ERROR 400] BAD REQUEST", false),
        ("-ERROR", "[SUCCESS 200] OK", true),
        ("%AUTHORIZED%", "[ERROR 401] UNAUTHORIZED REQUEST", true),
        ("%AUTHORIZED%", "[SUCCESS 200] AUTHORIZED REQUEST", true),
        ("%AUTHORIZED%", "[ERROR 500] INTERNAL", false),
        (r"%colou?r%", "the colour", true),
        (r"%10\.10\.0\.1%", "from 10.10.0.1", true),
        (r"%10\.10\.0\.1%", "from 10910.0.1", false),
        (r"%^[hc]at%", "cat and hat", true),
        (r"%^[hc]at%", "a cat", false),
    ];
    for (pattern, message, expected) in cases {
        check(pattern, message, expected);
    }
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
        check(pattern, EVENT, expected);
        check(pattern, "not JSON", false);
    }
}

#[test]
fn alarms_on_trails() {
    let failed = r#"{"eventName": "ConsoleLogin", "errorMessage": "Failed authentication", "userIdentity": {"type": "IAMUser"}}"#;
    let denied = r#"{"errorCode": "AccessDenied", "userIdentity": {"type": "Root"}, "eventType": "AwsApiCall"}"#;
    let cases = [
        (r#"{ $.eventName = "ConsoleLogin" && $.errorMessage = "Failed authentication" }"#, true, false),
        (r#"{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }"#, true, false),
        (r#"{($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")}"#, false, true),
        (
            r#"{$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"}"#,
            false,
            true,
        ),
    ];
    for (pattern, on_failed, on_denied) in cases {
        check(pattern, failed, on_failed);
        check(pattern, denied, on_denied);
    }
}

#[test]
fn refused() {
    let cases = [
        ("{ $.a = }", r#"a value is expected at """#),
        ("{ $.a }", r#"a comparison is expected at """#),
        ("{ a = 1 }", r#"a selector, $.name is expected at "a = 1 ""#),
        ("{ $.a = 1", "a brace is not closed"),
        ("{ ($.a = 1 }", r#"a closing parenthesis is expected at """#),
        ("{ $.a = 1 } x }", r#""} x " is not expected"#),
        ("{ $.a = \"x }", r#"a closing quote is expected at "\"x ""#),
        ("{ $.a[x] = 1 }", r#"an index is expected at "x] = 1 ""#),
        ("{ $.a > x }", "only numbers are less or greater"),
        ("{ $.a IS MISSING }", r#"NULL, TRUE or FALSE is expected at "MISSING ""#),
        ("{ $.a = %x!% }", "'!' is not supported in a regular expression"),
        ("{ $.a = %(x)% }", "'(' is not supported in a regular expression"),
        ("{ $.a = %x% || $.a = %y% || $.a = %z% }", "it has more than 2 regular expressions"),
        ("%something!%", "'!' is not supported in a regular expression"),
        ("\"open", "a quote is not closed"),
        ("a -", "a sign stands before no term"),
        ("[ip, user]", "patterns over columns, [a, b], are not supported"),
    ];
    for (pattern, reason) in cases {
        let error = FilterPattern::parse(pattern).expect_err(pattern);
        assert_eq!(error.to_string(), format!("Invalid filter pattern: {reason}"), "{pattern}");
    }
    assert!(FilterPattern::parse("{ $.a = %a{900}{900}{900}% }").is_err());
    assert!(FilterPattern::parse(&"é".repeat(1024)).is_ok());
    assert!(FilterPattern::parse(&"é".repeat(1025)).is_err());
    let nested = |depth: usize| format!("{{{}$.a = 1{}}}", "(".repeat(depth), ")".repeat(depth));
    assert!(FilterPattern::parse(&nested(50)).is_ok());
    assert!(FilterPattern::parse(&nested(51)).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(pattern in "[{]?( ?([$.(){}=<>!&|%\"'*?-]|\\[|\\]|IS|NOT|NULL|EXISTS|é|a|1)){0,30}[}]?", message in ".{0,60}") {
        if let Ok(pattern) = FilterPattern::parse(&pattern) {
            pattern.matches(&message);
            pattern.matches(EVENT);
        }
    }

    #[test]
    fn a_value_is_found_by_what_it_begins_and_ends_with(text in "[a-zé ]{0,12}", cut in 0..13usize) {
        let cut = text.char_indices().map(|(at, _)| at).nth(cut).unwrap_or(text.len());
        let message = serde_json::json!({"a": text}).to_string();
        for value in [text.clone(), format!("{}*", &text[..cut]), format!("*{}", &text[cut..]), format!("{}*{}", &text[..cut], &text[cut..])] {
            check(&format!("{{ $.a = \"{value}\" }}"), &message, true);
        }
        check(&format!("{{ $.a = \"{text}x\" }}"), &message, false);
    }
}
