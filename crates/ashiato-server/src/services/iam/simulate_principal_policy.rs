//! SimulatePrincipalPolicy: what a user or role could do, by its policies as they are and further ones.

use ashiato_policy::document::{Document, PolicyKind};
use ashiato_policy::evaluate::{Decision, Named, Policies, Request, Source, decide};
use ashiato_policy::sts::Carried;

use super::failure::{invalid_input, no_such_entity, of_policy};
use super::owner;
use super::paging::{asked, cut};
use super::transaction::read;
use crate::access::Grants;
use crate::aws::Error;
use crate::aws::generated::iam::{
    EvaluationResult, PermissionsBoundaryDecisionDetail, PolicyEvaluationDecisionType, PolicySourceType,
    SimulatePolicyResponse, SimulatePrincipalPolicyRequest, Statement,
};
use crate::context::Context;
use crate::signature::{Credential, Identity, Principal, Secret};

pub(super) async fn simulate_principal_policy(
    ctx: &Context,
    input: SimulatePrincipalPolicyRequest,
) -> Result<SimulatePolicyResponse, Error> {
    let asked = asked(input.marker.as_deref(), input.max_items)?;
    let further = parsed(input.policy_input_list.as_deref(), PolicyKind::Identity)?;
    let boundaries = parsed(input.permissions_boundary_policy_input_list.as_deref(), PolicyKind::Identity)?;
    let resource_policies = parsed(input.resource_policy.as_ref().map(std::slice::from_ref), PolicyKind::Resource)?;
    let (grants, credential) = source(ctx, &input.policy_source_arn).await?;
    let principal = grants.principal(&credential);

    let mut identity: Vec<Named<'_>> = grants.policies.iter().map(|policy| policy.named()).collect();
    identity.extend(further.iter().map(|document| Named { name: "PolicyInputList", document }));
    let given_boundary = boundaries.first().map(|document| Named { name: "PermissionsBoundary", document });
    let policies = Policies {
        identity: &identity,
        boundary: given_boundary.or_else(|| grants.boundary.as_ref().map(|policy| policy.named())),
        resource: resource_policies.first().map(|document| Named { name: "ResourcePolicy", document }),
        ..Policies::default()
    };
    let entries = input.context_entries.unwrap_or_default();
    let keys = |key: &str| {
        let entry = entries
            .iter()
            .find(|entry| entry.context_key_name.as_ref().is_some_and(|name| name.to_ascii_lowercase() == key))?;
        entry.context_key_values.clone()
    };
    let everything = vec!["*".to_string()];
    let resources = input.resource_arns.filter(|arns| !arns.is_empty()).unwrap_or(everything);
    let mut results = Vec::new();
    for action in &input.action_names {
        for resource in &resources {
            let request = Request {
                principal: &principal,
                action,
                resource,
                resource_account: ctx.state.kept.account.as_str(),
                keys: &keys,
            };
            let decision = decide(&request, &policies);
            results.push((format!("{:06}", results.len() + 1), shown(action, resource, &decision, &policies)));
        }
    }
    let told = cut(results, &asked);
    Ok(SimulatePolicyResponse {
        evaluation_results: Some(told.rows),
        is_truncated: told.is_truncated,
        marker: told.marker,
    })
}

fn parsed(texts: Option<&[String]>, kind: PolicyKind) -> Result<Vec<Document>, Error> {
    let texts = texts.unwrap_or_default().iter();
    texts.map(|text| Document::parse(text, kind).map_err(|error| of_policy(&error))).collect()
}

/// What the user or role of an ARN has been given, and a key that would speak for it.
async fn source(ctx: &Context, arn: &str) -> Result<(Grants, Credential), Error> {
    let account = &ctx.state.kept.account;
    let prefix = format!("arn:aws:iam::{}:", account.as_str());
    let resource = arn.strip_prefix(&prefix).unwrap_or_default();
    let name = resource.rsplit('/').next().unwrap_or_default();
    let mut tx = read(ctx).await?;
    let (identity, user_id) = match resource.split('/').next() {
        Some("user") => {
            let id = owner::user(ctx, &mut tx, name).await?.id.0;
            (Identity::User(id.clone()), id)
        }
        Some("role") => {
            let id = owner::role(ctx, &mut tx, name).await?.id.0;
            (Identity::Role(id.clone()), id)
        }
        _ => {
            return Err(invalid_input(format!(
                "Invalid Entity Arn: {arn} does not clearly define entity type and name."
            )));
        }
    };
    let grants = Grants::read(&mut tx, account, &identity).await?;
    let grants = grants.filter(|grants| grants.arn == arn);
    let grants = grants.ok_or_else(|| no_such_entity(format!("The entity {arn} cannot be found.")))?;
    let principal = Principal { account: account.as_str().to_string(), arn: arn.to_string(), user_id };
    let credential = Credential {
        access_key_id: String::new(),
        secret: Secret::new(""),
        session_token: None,
        expires: None,
        principal,
        identity,
        session_policies: None,
        issued: None,
        carried: Carried::default(),
        is_from_console: false,
    };
    Ok((grants, credential))
}

fn shown(action: &str, resource: &str, decision: &Decision, policies: &Policies<'_>) -> EvaluationResult {
    let (eval_decision, decider) = match decision {
        Decision::Allowed(decider) => (PolicyEvaluationDecisionType::Allowed, decider.as_ref()),
        Decision::ExplicitDeny(decider) => (PolicyEvaluationDecisionType::ExplicitDeny, Some(decider)),
        Decision::ImplicitDeny(_) => (PolicyEvaluationDecisionType::ImplicitDeny, None),
    };
    let matched = decider.map(|decider| Statement {
        source_policy_id: Some(decider.policy.clone()),
        source_policy_type: Some(match decider.source {
            Source::Resource => PolicySourceType::Resource,
            _ => PolicySourceType::None,
        }),
        start_position: None,
        end_position: None,
    });
    let is_allowed_by_boundary = !matches!(decision, Decision::ImplicitDeny(Source::Boundary))
        && !matches!(decision, Decision::ExplicitDeny(decider) if decider.source == Source::Boundary);
    EvaluationResult {
        eval_action_name: action.to_string(),
        eval_resource_name: Some(resource.to_string()),
        eval_decision,
        matched_statements: Some(matched.into_iter().collect()),
        missing_context_values: Some(Vec::new()),
        permissions_boundary_decision_detail: policies.boundary.map(|_| PermissionsBoundaryDecisionDetail {
            allowed_by_permissions_boundary: Some(is_allowed_by_boundary),
        }),
        organizations_decision_detail: None,
        eval_decision_details: None,
        resource_specific_results: None,
    }
}
