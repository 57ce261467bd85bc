//! A program's key leaks. Somebody tries what it can do, becomes the deployer, makes an administrator, reads a bucket
//! as that user, and stops the trail.

use super::{Actor, STEP, Script, Step, facts};
use crate::generate::chance::{BASE32, Chance};
use crate::generate::names::AGENTS;
use crate::generate::planted::Cast;
use crate::generate::world::{Account, Session, User};

/// Users whose number is a multiple of three are programs.
const VICTIM_RANK: usize = 6;
/// `ci-deployer`.
const DEPLOYER_RANK: usize = 6;

const ADDRESS: &str = "203.0.113.66";
const NEW_USER: &str = "backup-operator";
const KALI: &str =
    "aws-cli/2.15.22 Python/3.11.8 Linux/6.6.9-amd64 exe/x86_64.kali.2024 prompt/off command/sts.get-caller-identity";

const THE_PROGRAM: usize = 0;
const THE_DEPLOYER: usize = 1;
const THE_NEW_USER: usize = 2;

pub(super) fn script(account: &Account, chance: &mut Chance) -> Script {
    let victim = account.users[VICTIM_RANK].clone();
    let deployer = &account.roles[DEPLOYER_RANK];
    let session_key = chance.word("ASIA", BASE32, 16);
    let session = Session {
        name: "maintenance".to_string(),
        keys: vec![session_key.clone()],
        addresses: vec![ADDRESS.to_string()],
        agent: AGENTS[2],
    };
    let new_user = User {
        name: NEW_USER.to_string(),
        id: chance.word("AIDA", BASE32, 17),
        key: chance.word("AKIA", BASE32, 16),
        addresses: vec![ADDRESS.to_string()],
        agent: AGENTS[2],
    };
    let facts = facts([
        ("access_key", &victim.key),
        ("user", &victim.name),
        ("address", ADDRESS),
        ("usual_address", &victim.addresses[0]),
        ("role", &deployer.name),
        ("role_id", &deployer.id),
        ("role_session", &session.name),
        ("session_key", &session_key),
        ("new_user", NEW_USER),
        ("new_user_id", &new_user.id),
        ("new_key", &new_user.key),
        ("bucket", &account.buckets[5]),
        ("trail", "organization"),
    ]);
    let actor = |cast| Actor { cast, address: ADDRESS.to_string(), agent: KALI };
    let actors =
        vec![actor(Cast::User(victim)), actor(Cast::Session(DEPLOYER_RANK, session)), actor(Cast::User(new_user))];
    let mut steps = Vec::new();
    steps.extend(looking_around());
    steps.extend(becoming_administrator());
    steps.extend(taking_and_hiding());
    Script { actors, facts, steps }
}

fn looking_around() -> [Step; 10] {
    const SELF: Step = Step { actor: THE_PROGRAM, ..STEP };
    const DENIED: Step = Step { error: Some("AccessDenied"), ..SELF };
    [
        Step { source: "sts", name: "GetCallerIdentity", after: 0, ..SELF },
        Step { source: "s3", name: "ListBuckets", after: 41, ..DENIED },
        Step { source: "iam", name: "ListUsers", after: 12, ..DENIED },
        Step { source: "iam", name: "ListAccessKeys", request: r#"{"userName":"%user%"}"#, ..DENIED },
        Step { source: "iam", name: "ListAttachedUserPolicies", request: r#"{"userName":"%user%"}"#, ..DENIED },
        Step { source: "ec2", name: "DescribeInstances", error: Some("Client.UnauthorizedOperation"), ..SELF },
        Step { source: "secretsmanager", name: "ListSecrets", error: Some("AccessDeniedException"), ..SELF },
        Step { source: "lambda", name: "ListFunctions20150331", error: Some("AccessDeniedException"), ..SELF },
        Step { source: "cloudtrail", name: "DescribeTrails", after: 33, ..SELF },
        Step { source: "iam", name: "ListRoles", after: 18, ..SELF },
    ]
}

fn becoming_administrator() -> [Step; 5] {
    const DEPLOYER: Step = Step { actor: THE_DEPLOYER, ..STEP };
    [
        Step {
            source: "sts",
            name: "AssumeRole",
            actor: THE_PROGRAM,
            after: 420,
            request: r#"{"roleArn":"arn:aws:iam::<account>:role/%role%","roleSessionName":"%role_session%"}"#,
            response: r#"{"credentials":{"accessKeyId":"%session_key%","sessionToken":"IQoJb3JpZ2luX2VjE<base64:120>\u003d","expiration":"<expiry_american>"},"assumedRoleUser":{"assumedRoleId":"%role_id%:%role_session%","arn":"arn:aws:sts::<account>:assumed-role/%role%/%role_session%"}}"#,
            ..STEP
        },
        Step { source: "sts", name: "GetCallerIdentity", after: 15, ..DEPLOYER },
        Step {
            source: "iam",
            name: "CreateUser",
            after: 95,
            request: r#"{"userName":"%new_user%"}"#,
            response: r#"{"user":{"path":"/","userName":"%new_user%","userId":"%new_user_id%","arn":"arn:aws:iam::<account>:user/%new_user%","createDate":"<time_american>"}}"#,
            ..DEPLOYER
        },
        Step {
            source: "iam",
            name: "CreateAccessKey",
            after: 22,
            request: r#"{"userName":"%new_user%"}"#,
            response: r#"{"accessKey":{"accessKeyId":"%new_key%","status":"Active","userName":"%new_user%","createDate":"<time_american>"}}"#,
            ..DEPLOYER
        },
        Step {
            source: "iam",
            name: "AttachUserPolicy",
            after: 19,
            request: r#"{"userName":"%new_user%","policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}"#,
            ..DEPLOYER
        },
    ]
}

fn taking_and_hiding() -> [Step; 7] {
    const NEW: Step = Step { actor: THE_NEW_USER, ..STEP };
    [
        Step { source: "sts", name: "GetCallerIdentity", after: 64, ..NEW },
        Step { source: "s3", name: "ListBuckets", after: 9, ..NEW },
        Step { source: "cloudtrail", name: "GetTrailStatus", after: 21, ..NEW },
        Step {
            source: "s3",
            name: "ListObjects",
            after: 30,
            request: r#"{"list-type":"2","bucketName":"%bucket%","encoding-type":"url","prefix":"exports/customers/","Host":"%bucket%.s3.<region>.amazonaws.com"}"#,
            ..NEW
        },
        Step {
            source: "s3",
            name: "GetObject",
            after: 4,
            times: 25,
            request: r#"{"bucketName":"%bucket%","Host":"%bucket%.s3.<region>.amazonaws.com","key":"exports/customers/2023-<below:12>/part-<hex:6>.parquet"}"#,
            ..NEW
        },
        Step {
            source: "cloudtrail",
            name: "StopLogging",
            after: 48,
            request: r#"{"name":"arn:aws:cloudtrail:<region>:<account>:trail/%trail%"}"#,
            ..NEW
        },
        Step { source: "cloudtrail", name: "DescribeTrails", after: 5, ..NEW },
    ]
}
