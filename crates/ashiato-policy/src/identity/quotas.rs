//! How many, and how long: the quotas that a new account has. Source: IAM User Guide, "IAM and AWS STS quotas".

/// Users of an account.
pub const USERS_MAX: usize = 5000;
/// Roles of an account.
pub const ROLES_MAX: usize = 1000;
/// Groups of an account.
pub const GROUPS_MAX: usize = 300;
/// Managed policies that an account makes itself.
pub const POLICIES_MAX: usize = 1500;
/// Groups that one user is in.
pub const GROUPS_OF_USER_MAX: usize = 10;
/// Access keys of one user.
pub const ACCESS_KEYS_OF_USER_MAX: usize = 2;
/// Managed policies attached to one user, group or role.
pub const ATTACHED_POLICIES_MAX: usize = 10;
/// Versions of one managed policy.
pub const POLICY_VERSIONS_MAX: usize = 5;
/// Tags of one user, role or policy.
pub const TAGS_MAX: usize = 50;
/// Characters of a managed policy, white space not counted.
pub const MANAGED_POLICY_CHARS_MAX: usize = 6144;
/// Characters of all inline policies of a user together, white space not counted.
pub const USER_INLINE_CHARS_MAX: usize = 2048;
/// Characters of all inline policies of a role together, white space not counted.
pub const ROLE_INLINE_CHARS_MAX: usize = 10_240;
/// Characters of all inline policies of a group together, white space not counted.
pub const GROUP_INLINE_CHARS_MAX: usize = 5120;
/// Characters of a trust policy.
pub const TRUST_POLICY_CHARS_MAX: usize = 2048;
/// Characters of the policy of a session.
pub const SESSION_POLICY_CHARS_MAX: usize = 2048;
/// Bytes of a bucket's policy. Source: S3 User Guide, "Bucket policies".
pub const BUCKET_POLICY_BYTES_MAX: usize = 20_480;
