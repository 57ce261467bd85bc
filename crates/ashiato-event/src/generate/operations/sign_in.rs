//! The console's sign-in and IAM Identity Center.

use crate::generate::operation::{Callers, Kind, Operation, READ, failure};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        source: "signin",
        name: "ConsoleLogin",
        weight: 0.08,
        callers: Callers::SigningIn,
        kind: Kind::ConsoleSignIn,
        is_read: false,
        is_global: true,
        version: "1.08",
        response: r#"{"ConsoleLogin":"Success"}"#,
        failed_response: r#"{"ConsoleLogin":"Failure"}"#,
        additional: r#"{"LoginTo":"https://console.aws.amazon.com/console/home?hashArgs\u003d%23\u0026isauthcode\u003dtrue\u0026state\u003dhashArgsFromTB_<region>_<hex:16>","MobileVersion":"No","MFAUsed":"<one:Yes|Yes|No>"}"#,
        failures: &[failure(0.1, "", "Failed authentication")],
        ..READ
    },
    Operation {
        source: "signin",
        name: "CheckMfa",
        weight: 0.04,
        callers: Callers::SigningIn,
        kind: Kind::ConsoleSignIn,
        is_read: false,
        is_global: true,
        response: r#"{"CheckMfa":"Success"}"#,
        additional: r#"{"MfaType":"<one:Virtual MFA|U2F MFA>"}"#,
        ..READ
    },
    Operation {
        source: "sso",
        name: "ListAccountRoles",
        weight: 0.15,
        callers: Callers::IdentityCenter,
        version: "1.11",
        request: r#"{"accountId":"<account>","maxResults":100}"#,
        ..READ
    },
    Operation {
        source: "sso",
        name: "GetRoleCredentials",
        weight: 0.15,
        callers: Callers::IdentityCenter,
        version: "1.11",
        request: r#"{"roleName":"<role>","accountId":"<account>"}"#,
        service_details: r#"{"role_name":"<role>","account_id":"<account>"}"#,
        failures: &[failure(0.04, "ForbiddenException", "No access")],
        ..READ
    },
];
