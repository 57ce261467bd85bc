//! CloudWatch, its logs, and queues.

use crate::generate::operation::{Operation, READ, WRITE, denied, denied_exception, failure, throttled};

const LOGS: Operation = Operation { source: "logs", api_version: "20140328", ..READ };
const MONITORING: Operation = Operation { source: "monitoring", failures: &[denied(0.02), throttled(0.01)], ..READ };

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "CreateLogStream",
        weight: 3.0,
        is_read: false,
        request: r#"{"logGroupName":"/aws/lambda/<function>","logStreamName":"<day_path>/[$LATEST]<hex:32>"}"#,
        failures: &[failure(0.05, "ResourceAlreadyExistsException", "The specified log stream already exists")],
        ..LOGS
    },
    Operation {
        name: "DescribeLogGroups",
        weight: 1.5,
        request: r#"{"logGroupNamePrefix":"/aws/lambda/<function>","limit":50}"#,
        failures: &[throttled(0.02)],
        ..LOGS
    },
    Operation {
        name: "StartQuery",
        weight: 0.1,
        is_read: false,
        request: r#"{"logGroupName":"/aws/lambda/<function>","startTime":1704067200,"endTime":1704070800,"queryString":"fields @timestamp, @message | filter @message like /ERROR/ | sort @timestamp desc | limit 20"}"#,
        response: r#"{"queryId":"<uuid>"}"#,
        failures: &[failure(0.03, "MalformedQueryException", "unexpected symbol found | at line 1 and position 34")],
        ..LOGS
    },
    Operation {
        name: "DescribeAlarms",
        weight: 1.5,
        request: r#"{"alarmNames":["<application>-HighCPU"],"maxRecords":100}"#,
        ..MONITORING
    },
    Operation {
        name: "ListMetrics",
        weight: 1.0,
        request: r#"{"namespace":"AWS/ECS","recentlyActive":"PT3H","includeLinkedAccounts":false}"#,
        ..MONITORING
    },
    Operation {
        name: "PutMetricAlarm",
        weight: 0.02,
        is_read: false,
        request: r#"{"alarmName":"<application>-HighCPU","alarmActions":["arn:aws:sns:<region>:<account>:alerts"],"metricName":"CPUUtilization","namespace":"AWS/ECS","statistic":"Average","dimensions":[{"name":"ServiceName","value":"<application>"}],"period":60,"evaluationPeriods":5,"threshold":80.0,"comparisonOperator":"GreaterThanThreshold"}"#,
        ..MONITORING
    },
    Operation {
        source: "sqs",
        name: "CreateQueue",
        weight: 0.02,
        request: r#"{"queueName":"<application>-jobs","attribute":{"VisibilityTimeout":"30","SqsManagedSseEnabled":"true"}}"#,
        response: r#"{"queueUrl":"https://sqs.<region>.amazonaws.com/<account>/<application>-jobs"}"#,
        resources: r#"[{"accountId":"<account>","type":"AWS::SQS::Queue","ARN":"arn:aws:sqs:<region>:<account>:<application>-jobs"}]"#,
        ..WRITE
    },
    Operation {
        source: "sns",
        name: "Subscribe",
        weight: 0.01,
        request: r#"{"topicArn":"arn:aws:sns:<region>:<account>:alerts","protocol":"email","endpoint":"HIDDEN_DUE_TO_SECURITY_REASONS","returnSubscriptionArn":false}"#,
        response: r#"{"subscriptionArn":"pending confirmation"}"#,
        failures: &[denied_exception(0.03)],
        ..WRITE
    },
];
