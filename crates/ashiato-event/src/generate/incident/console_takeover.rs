//! A password is guessed. The second factor goes, another user gets a password, and a database leaves the company.

use super::{Actor, STEP, Script, Step, facts};
use crate::generate::chance::{BASE32, Chance};
use crate::generate::names::BROWSER;
use crate::generate::planted::Cast;
use crate::generate::world::{Account, User};

const VICTIM_RANK: usize = 4;
const ADDRESS: &str = "198.51.100.23";
const STRANGER: &str = "999900001111";

const AT_THE_DOOR: usize = 0;
const INSIDE: usize = 1;

pub(super) fn script(account: &Account, chance: &mut Chance) -> Script {
    let victim = User { agent: BROWSER, ..account.users[VICTIM_RANK].clone() };
    // The console works with temporary keys.
    let inside = User { key: chance.word("ASIA", BASE32, 16), ..victim.clone() };
    let second = &account.users[8].name;
    let facts = facts([
        ("user", &victim.name),
        ("address", ADDRESS),
        ("usual_address", &victim.addresses[0]),
        ("console_key", &inside.key),
        ("second_user", second),
        ("stranger_account", STRANGER),
        ("snapshot", "orders-db-final"),
    ]);
    let actor = |cast| Actor { cast, address: ADDRESS.to_string(), agent: BROWSER };
    let actors = vec![actor(Cast::SigningIn(victim)), actor(Cast::User(inside))];
    Script { actors, facts, steps: steps() }
}

fn steps() -> Vec<Step> {
    const LOGIN: Step = Step {
        actor: AT_THE_DOOR,
        source: "signin",
        name: "ConsoleLogin",
        additional: r#"{"LoginTo":"https://console.aws.amazon.com/console/home?state\u003dhashArgs%23\u0026isauthcode\u003dtrue","MobileVersion":"No","MFAUsed":"No"}"#,
        ..STEP
    };
    const INSIDER: Step = Step { actor: INSIDE, ..STEP };
    vec![
        Step { after: 6, times: 14, error: Some(""), ..LOGIN },
        Step { after: 9, ..LOGIN },
        Step { source: "iam", name: "ListUsers", after: 40, ..INSIDER },
        Step {
            source: "iam",
            name: "DeactivateMFADevice",
            after: 25,
            request: r#"{"userName":"%user%","serialNumber":"arn:aws:iam::<account>:mfa/%user%"}"#,
            ..INSIDER
        },
        Step {
            source: "iam",
            name: "UpdateLoginProfile",
            after: 31,
            request: r#"{"userName":"%user%","passwordResetRequired":false}"#,
            ..INSIDER
        },
        Step {
            source: "iam",
            name: "CreateLoginProfile",
            after: 70,
            request: r#"{"userName":"%second_user%","passwordResetRequired":false}"#,
            response: r#"{"loginProfile":{"userName":"%second_user%","createDate":"<time_american>","passwordResetRequired":false}}"#,
            ..INSIDER
        },
        Step { source: "secretsmanager", name: "GetSecretValue", after: 12, times: 5, ..INSIDER },
        Step {
            source: "rds",
            name: "ModifyDBSnapshotAttribute",
            after: 180,
            request: r#"{"dBSnapshotIdentifier":"%snapshot%","attributeName":"restore","valuesToAdd":["%stranger_account%"]}"#,
            response: r#"{"dBSnapshotIdentifier":"%snapshot%","dBSnapshotAttributes":[{"attributeName":"restore","attributeValues":["%stranger_account%"]}]}"#,
            ..INSIDER
        },
    ]
}
