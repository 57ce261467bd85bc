//! A machine's own credentials are read through a hole in what runs on it, and start machines in every region.

use super::{Actor, STEP, Script, Step, facts};
use crate::generate::chance::{BASE32, Chance};
use crate::generate::names::AGENTS;
use crate::generate::planted::Cast;
use crate::generate::world::{Account, Session};

/// `eks-node-group`, whose sessions are machines.
const MACHINES_RANK: usize = 0;
const ADDRESS: &str = "192.0.2.144";
const SIZE: &str = "p4d.24xlarge";

pub(super) fn script(account: &Account, regions: usize, chance: &mut Chance) -> Script {
    let role = &account.roles[MACHINES_RANK];
    let machine = &role.sessions[3];
    let session = Session { keys: vec![chance.word("ASIA", BASE32, 16)], ..machine.clone() };
    let facts = facts([
        ("access_key", &session.keys[0]),
        ("role", &role.name),
        ("machine", &session.name),
        ("address", ADDRESS),
        ("usual_address", &machine.addresses[0]),
        ("instance_type", SIZE),
        ("image", "ami-0c0ffee1234567890"),
    ]);
    let cast = Cast::Session(MACHINES_RANK, session);
    let actors = vec![Actor { cast, address: ADDRESS.to_string(), agent: AGENTS[0] }];
    let mut steps = vec![
        Step { source: "sts", name: "GetCallerIdentity", after: 0, ..STEP },
        Step { source: "iam", name: "ListRoles", after: 11, error: Some("AccessDenied"), ..STEP },
        Step { source: "ec2", name: "DescribeInstances", after: 8, ..STEP },
    ];
    steps.extend((0..regions).flat_map(mining));
    Script { actors, facts, steps }
}

/// What happens in each region: a way in for the pool, then machines until the limit is reached.
fn mining(region: usize) -> [Step; 3] {
    const RUN: Step = Step {
        source: "ec2",
        name: "RunInstances",
        after: 5,
        request: r#"{"instancesSet":{"items":[{"imageId":"%image%","minCount":1,"maxCount":8}]},"instanceType":"%instance_type%","userData":"HIDDEN_DUE_TO_SECURITY_REASONS","blockDeviceMapping":{},"monitoring":{"enabled":false},"disableApiTermination":true,"instanceMarketOptions":{"marketType":"spot"}}"#,
        ..STEP
    };
    [
        Step {
            source: "ec2",
            name: "AuthorizeSecurityGroupIngress",
            after: 44,
            region,
            request: r#"{"groupId":"sg-<network>","ipPermissions":{"items":[{"ipProtocol":"-1","groups":{},"ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}"#,
            ..STEP
        },
        Step { region, times: 3, ..RUN },
        Step { region, times: 2, error: Some("Client.InstanceLimitExceeded"), ..RUN },
    ]
}
