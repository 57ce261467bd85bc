//! CloudWatch: alarms, under the prefix `cloudwatch`, which is not the name that requests are signed for. Of what is put and
//! asked of metrics there is no resource.

use ashiato_policy::actions::{Check, Place, same_name};
use ashiato_policy::arn::Arn;
use serde_json::Value;

use super::{text, texts};

pub(super) fn checks(operation: &str, input: &Value, place: Place<'_>) -> Option<Vec<Check>> {
    let alarm = |name: &str| Arn::new("cloudwatch", place.region, place.account, format!("alarm:{name}"));
    let on = |name: &str| vec![same_name("cloudwatch", operation, Some(&alarm(name)))];
    Some(match operation {
        "DeleteAlarms" | "EnableAlarmActions" | "DisableAlarmActions" => {
            let names = texts(input, "AlarmNames");
            names.into_iter().map(|name| same_name("cloudwatch", operation, Some(&alarm(name)))).collect()
        }
        "DescribeAlarms" => match texts(input, "AlarmNames") {
            // Of a list that names none, all of them.
            none if none.is_empty() => on("*"),
            names => names.into_iter().map(|name| same_name("cloudwatch", operation, Some(&alarm(name)))).collect(),
        },
        "DescribeAlarmHistory" => match text(input, "AlarmName") {
            "" => on("*"),
            name => on(name),
        },
        "SetAlarmState" => on(text(input, "AlarmName")),
        "PutMetricAlarm" => {
            let mut checks = on(text(input, "AlarmName"));
            let members = ["AlarmActions", "OKActions", "InsufficientDataActions"];
            let actions = members.iter().flat_map(|member| texts(input, member));
            let keys = actions.map(|action| ("cloudwatch:alarmactions".into(), action.to_string()));
            checks.iter_mut().for_each(|check| check.keys.extend(keys.clone()));
            checks
        }
        "TagResource" | "UntagResource" | "ListTagsForResource" => {
            // What is no ARN is refused by whoever may do it with all alarms, and denied to others.
            vec![same_name("cloudwatch", operation, Arn::parse(text(input, "ResourceARN")).ok().as_ref())]
        }
        "PutMetricData" => {
            let mut check = same_name("cloudwatch", operation, None);
            check.keys.push(("cloudwatch:namespace".into(), text(input, "Namespace").to_string()));
            vec![check]
        }
        _ => vec![same_name("cloudwatch", operation, None)],
    })
}
