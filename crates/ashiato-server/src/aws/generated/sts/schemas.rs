//! The limits of this service's served operations.

use crate::aws::schema::{Member, Pattern, Shape, Structure, Text};

static PATTERN_1: Pattern = Pattern::new(
    r#"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+"#,
    r#"\A(?:[\x{0009}\x{000A}\x{000D}\x{0020}-\x{007E}\x{0085}\x{00A0}-\x{D7FF}\x{E000}-\x{FFFD}\x{10000}-\x{10FFFF}]+)\z"#,
);
pub static GET_CALLER_IDENTITY_REQUEST: Structure = Structure { name: "GetCallerIdentityRequest", members: &[] };
pub static GET_CALLER_IDENTITY_RESPONSE: Structure = Structure {
    name: "GetCallerIdentityResponse",
    members: &[
        Member { name: "UserId", shape: &USER_ID_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Account", shape: &ACCOUNT_TYPE_LOWER_SHAPE, is_required: false },
        Member { name: "Arn", shape: &ARN_TYPE_LOWER_SHAPE, is_required: false },
    ],
};
static ACCOUNT_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ARN_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 20, max: 2048, pattern: Some(&PATTERN_1), values: &[], is_sensitive: false });
static USER_ID_TYPE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
