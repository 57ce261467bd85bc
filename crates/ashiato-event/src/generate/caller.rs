//! Who calls: every type of identity that CloudTrail tells apart, and how it is written.

use super::chance::Chance;
use super::clock;
use super::names::{AGENTS, BROWSER, SERVICES};
use super::operation::Callers;
use super::world::{Account, Role, SESSION_KEYS, Session, Trust, User};

#[derive(Clone, Copy)]
pub(super) enum Caller<'w> {
    User(&'w User),
    /// A user signing in, before there is a key.
    SigningIn(&'w User),
    Session(&'w Role, &'w Session),
    Root,
    RootSigningIn,
    Service(&'static str),
    /// A service that tells of something it did by itself.
    ServiceEvent(&'static str),
    /// A pod that proves who it is to take on a role.
    WebIdentity(&'w Role),
    Saml(&'w User),
    IdentityCenter(&'w User),
    /// A role of another account that touches what is ours.
    OtherAccount(&'w Account, &'w Role),
    Anonymous,
}

const ROOT_SHARE: f64 = 0.0005;
const USER_SHARE: f64 = 0.17;

impl<'w> Caller<'w> {
    /// Somebody who might make such a call.
    pub(super) fn draw(callers: Callers, account: &'w Account, other: &'w Account, chance: &mut Chance) -> Caller<'w> {
        let user = |chance: &mut Chance| &account.users[account.user_ranks.draw(chance)];
        match callers {
            Callers::Services(share) if chance.happens(share) => Caller::Service(chance.favour::<&str>(SERVICES)),
            Callers::Public(share) if chance.happens(share) => match chance.happens(0.5) {
                true => Caller::Anonymous,
                false => Caller::OtherAccount(other, &other.roles[other.role_ranks.draw(chance)]),
            },
            Callers::SigningIn if chance.happens(0.05) => Caller::RootSigningIn,
            Callers::SigningIn => Caller::SigningIn(user(chance)),
            Callers::WebIdentity => Caller::WebIdentity(&account.roles[account.role_ranks.draw(chance)]),
            Callers::Saml => Caller::Saml(user(chance)),
            Callers::IdentityCenter => Caller::IdentityCenter(user(chance)),
            Callers::Itself(service) => Caller::ServiceEvent(service),
            Callers::Anyone | Callers::Services(_) | Callers::Public(_) => {
                if chance.happens(ROOT_SHARE) {
                    Caller::Root
                } else if chance.happens(USER_SHARE) {
                    Caller::User(user(chance))
                } else {
                    let role = &account.roles[account.role_ranks.draw(chance)];
                    Caller::Session(role, &role.sessions[role.session_ranks.draw(chance)])
                }
            }
        }
    }

    /// Where they call from, and with what program.
    pub(super) fn address_and_agent(self, account: &'w Account, chance: &mut Chance) -> (&'w str, &'w str) {
        match self {
            Caller::User(user) => (chance.pick(&user.addresses).as_str(), user.agent),
            Caller::SigningIn(user) | Caller::Saml(user) | Caller::IdentityCenter(user) => {
                (chance.pick(&user.addresses).as_str(), BROWSER)
            }
            Caller::Session(_, session) => (chance.pick(&session.addresses).as_str(), session.agent),
            Caller::Root | Caller::RootSigningIn => (&account.root_address, BROWSER),
            Caller::Service(service) | Caller::ServiceEvent(service) => (service, service),
            Caller::WebIdentity(role) | Caller::OtherAccount(_, role) => {
                (chance.pick(&role.sessions[0].addresses).as_str(), AGENTS[1])
            }
            Caller::Anonymous => ("198.51.100.77", BROWSER),
        }
    }

    /// Whether the call came over TLS from outside, so that the record tells of the connection.
    pub(super) fn connects(self) -> bool {
        !matches!(self, Caller::Service(_) | Caller::ServiceEvent(_))
    }

    /// Whether the call is made from a console session.
    pub(super) fn is_in_console(self, agent: &str) -> bool {
        agent == BROWSER && matches!(self, Caller::User(_) | Caller::Session(..) | Caller::Root)
    }

    /// Writes the caller's ARN; nothing where it has none.
    pub(super) fn arn(self, out: &mut Vec<u8>, account: &Account) {
        let parts: [&str; 5] = match self {
            Caller::User(user) | Caller::SigningIn(user) => ["arn:aws:iam::", &account.id, ":user/", &user.name, ""],
            Caller::Root | Caller::RootSigningIn => ["arn:aws:iam::", &account.id, ":root", "", ""],
            Caller::Session(role, session) => {
                append(out, &["arn:aws:sts::", &account.id, ":assumed-role/"]);
                [&role.name, "/", &session.name, "", ""]
            }
            _ => return,
        };
        append(out, &parts);
    }

    /// Writes the members of `userIdentity`, without the braces. `actor` is the ARN.
    pub(super) fn identity(self, out: &mut Vec<u8>, account: &Account, actor: &str, time: i64) {
        let id = account.id.as_str();
        match self {
            Caller::User(user) => {
                principal(out, "IAMUser", &user.id, actor, id);
                append(out, &[r#","accessKeyId":""#, &user.key, r#"","userName":""#, &user.name, "\""]);
                if user.uses_console() {
                    append(out, &[r#","sessionContext":{"#]);
                    attributes(out, console_sign_in(time), true);
                    out.push(b'}');
                }
            }
            Caller::SigningIn(user) => {
                principal(out, "IAMUser", &user.id, actor, id);
                append(out, &[r#","userName":""#, &user.name, "\""]);
            }
            Caller::Session(role, session) => assumed_role(out, role, session, account, actor, time),
            Caller::Root => {
                principal(out, "Root", id, actor, id);
                append(out, &[r#","accessKeyId":"","sessionContext":{"#]);
                attributes(out, console_sign_in(time), true);
                out.push(b'}');
            }
            Caller::RootSigningIn => {
                principal(out, "Root", id, actor, id);
                append(out, &[r#","accessKeyId":"""#]);
            }
            Caller::Service(service) => append(out, &[r#""type":"AWSService","invokedBy":""#, service, "\""]),
            Caller::ServiceEvent(service) => {
                append(out, &[r#""accountId":""#, id, r#"","invokedBy":""#, service, "\""])
            }
            Caller::WebIdentity(role) => {
                append(out, &[r#""type":"WebIdentityUser","principalId":"arn:aws:iam::"#, id, ISSUER]);
                append(out, &[":sts.amazonaws.com:system:serviceaccount:prod:", &role.name]);
                append(out, &[r#"","userName":"system:serviceaccount:prod:"#, &role.name]);
                append(out, &[r#"","identityProvider":"arn:aws:iam::"#, id, ISSUER, "\""]);
            }
            Caller::Saml(user) => {
                append(out, &[r#""type":"SAMLUser","principalId":"kHo3Lk0T5S8x1cWz2J7Qm9aVbYI=:"#, &user.name]);
                append(out, &[r#"@example.com","userName":""#, &user.name]);
                append(out, &[r#"@example.com","identityProvider":"kHo3Lk0T5S8x1cWz2J7Qm9aVbYI=""#]);
            }
            Caller::IdentityCenter(user) => {
                append(out, &[r#""type":"IdentityCenterUser","accountId":""#, id, r#"","onBehalfOf":{"userId":"d-"#]);
                append(out, &[&user.id, r#"","identityStoreArn":"arn:aws:identitystore::"#, id]);
                append(out, &[r#":identitystore/d-9067f1e2a3"},"credentialId":""#, &user.key, "\""]);
            }
            Caller::OtherAccount(other, role) => {
                append(out, &[r#""type":"AWSAccount","principalId":""#, &role.id, ":", &role.sessions[0].name]);
                append(out, &[r#"","accountId":""#, &other.id, "\""]);
            }
            Caller::Anonymous => {
                append(out, &[r#""type":"AWSAccount","principalId":"","accountId":"ANONYMOUS_PRINCIPAL""#])
            }
        }
    }
}

/// The identity provider of the company's clusters, after its account.
const ISSUER: &str = ":oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/4F0A9C1B7D2E4A6F8B3C5D7E9F1A2B3C";

fn assumed_role(out: &mut Vec<u8>, role: &Role, session: &Session, account: &Account, actor: &str, time: i64) {
    let id = account.id.as_str();
    append(out, &[r#""type":"AssumedRole","principalId":""#, &role.id, ":", &session.name, r#"","arn":""#, actor]);
    let hour = (time / 3600).rem_euclid(SESSION_KEYS as i64) as usize;
    let key = &session.keys[hour % session.keys.len()];
    append(out, &[r#"","accountId":""#, id, r#"","accessKeyId":""#, key, r#"","sessionContext":{"sessionIssuer":{"#]);
    append(out, &[r#""type":"Role","principalId":""#, &role.id, r#"","arn":"arn:aws:iam::"#, id, ":role/", &role.name]);
    append(out, &[r#"","accountId":""#, id, r#"","userName":""#, &role.name, r#""},"webIdFederationData":{"#]);
    if role.trust == Trust::Cluster {
        append(out, &[r#""federatedProvider":"arn:aws:iam::"#, id, ISSUER, r#"","attributes":{}"#]);
    }
    append(out, &["},"]);
    let is_person = session.agent == BROWSER;
    attributes(out, time / 3600 * 3600 - 60 * (session.name.len() as i64), is_person);
    if role.trust == Trust::Machine {
        append(out, &[r#","ec2RoleDelivery":"2.0""#]);
    }
    out.push(b'}');
}

fn principal(out: &mut Vec<u8>, kind: &str, id: &str, arn: &str, account: &str) {
    append(out, &[r#""type":""#, kind, r#"","principalId":""#, id, r#"","arn":""#, arn]);
    append(out, &[r#"","accountId":""#, account, "\""]);
}

fn attributes(out: &mut Vec<u8>, created: i64, has_second_factor: bool) {
    append(out, &[r#""attributes":{"creationDate":""#]);
    clock::iso(out, created);
    append(out, &[r#"","mfaAuthenticated":""#, if has_second_factor { "true" } else { "false" }, r#""}"#]);
}

/// Console sessions begin with the working day's eight hours.
fn console_sign_in(time: i64) -> i64 {
    time / 28_800 * 28_800 + 371
}

/// Appends texts one after the other.
pub(super) fn append(out: &mut Vec<u8>, texts: &[&str]) {
    texts.iter().for_each(|text| out.extend_from_slice(text.as_bytes()));
}
