//! EC2, Auto Scaling, load balancers and Lambda.

use crate::generate::operation::{Failure, Operation, READ, WRITE, denied_exception, failure, throttled};

const fn unauthorized(share: f64) -> Failure {
    const MESSAGE: &str = "You are not authorized to perform this operation. User: <actor> is not authorized to perform: ec2:<action> because no identity-based policy allows the ec2:<action> action";
    failure(share, "Client.UnauthorizedOperation", MESSAGE)
}

const fn limited(share: f64) -> Failure {
    failure(share, "Client.RequestLimitExceeded", "Request limit exceeded.")
}

const EC2: Operation = Operation { source: "ec2", failures: &[unauthorized(0.05), limited(0.012)], ..READ };
const EC2_WRITE: Operation = Operation { is_read: false, ..EC2 };
const LAMBDA: Operation = Operation {
    source: "lambda",
    api_version: "2015-03-31",
    failures: &[denied_exception(0.02), throttled(0.01)],
    ..READ
};

pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "DescribeInstances",
        weight: 5.0,
        request: r#"{"instancesSet":{"items":[{"instanceId":"i-<machine>"}]},"filterSet":{"items":[{"name":"instance-state-name","valueSet":{"items":[{"value":"running"}]}}]}}"#,
        ..EC2
    },
    Operation {
        name: "DescribeVolumes",
        weight: 1.5,
        request: r#"{"maxResults":500,"volumeSet":{},"filterSet":{"items":[{"name":"attachment.instance-id","valueSet":{"items":[{"value":"i-<machine>"}]}}]}}"#,
        ..EC2
    },
    Operation {
        name: "DescribeSecurityGroups",
        weight: 2.0,
        request: r#"{"securityGroupSet":{},"securityGroupIdSet":{"items":[{"groupId":"sg-<network>"}]},"filterSet":{}}"#,
        ..EC2
    },
    Operation {
        name: "DescribeNetworkInterfaces",
        weight: 2.5,
        request: r#"{"networkInterfaceIdSet":{},"filterSet":{"items":[{"name":"private-ip-address","valueSet":{"items":[{"value":"10.0.<below:256>.<below:256>"}]}},{"name":"vpc-id","valueSet":{"items":[{"value":"vpc-<network>"}]}}]}}"#,
        ..EC2
    },
    Operation {
        name: "DescribeTags",
        weight: 1.0,
        request: r#"{"maxResults":1000,"filterSet":{"items":[{"name":"resource-id","valueSet":{"items":[{"value":"i-<machine>"}]}},{"name":"key","valueSet":{"items":[{"value":"kubernetes.io/cluster/<application>"}]}}]}}"#,
        ..EC2
    },
    Operation {
        name: "DescribeSnapshots",
        weight: 0.6,
        request: r#"{"maxResults":1000,"snapshotSet":{},"ownersSet":{"items":[{"owner":"self"}]},"sharedUsersSet":{},"filterSet":{}}"#,
        ..EC2
    },
    Operation {
        name: "RunInstances",
        weight: 0.06,
        request: r#"{"instancesSet":{"items":[{"imageId":"ami-<network>","minCount":1,"maxCount":1}]},"instanceType":"<one:m7g.large|c6i.2xlarge|r6g.xlarge>","blockDeviceMapping":{"items":[{"deviceName":"/dev/xvda","ebs":{"volumeSize":100,"deleteOnTermination":true,"volumeType":"gp3","encrypted":true}}]},"monitoring":{"enabled":false},"disableApiTermination":false,"clientToken":"<uuid>","networkInterfaceSet":{"items":[{"deviceIndex":0,"subnetId":"subnet-<network>","groupSet":{"items":[{"groupId":"sg-<network>"}]}}]},"iamInstanceProfile":{"name":"<application>"},"tagSpecificationSet":{"items":[{"resourceType":"instance","tags":[{"key":"Name","value":"<application>"},{"key":"owner","value":"<user>"}]}]},"metadataOptions":{"httpTokens":"required","httpPutResponseHopLimit":2}}"#,
        response: r#"{"requestId":"<uuid>","reservationId":"r-<network>","ownerId":"<account>","groupSet":{},"instancesSet":{"items":[{"instanceId":"i-<machine>","imageId":"ami-<network>","instanceState":{"code":0,"name":"pending"},"privateDnsName":"ip-10-0-12-34.ec2.internal","amiLaunchIndex":0,"productCodes":{},"instanceType":"m7g.large","launchTime":1704067200000,"placement":{"availabilityZone":"<region>a","tenancy":"default"},"monitoring":{"state":"disabled"},"subnetId":"subnet-<network>","vpcId":"vpc-<network>","privateIpAddress":"10.0.12.34","stateReason":{"code":"pending","message":"pending"},"architecture":"arm64","rootDeviceType":"ebs","rootDeviceName":"/dev/xvda","blockDeviceMapping":{},"virtualizationType":"hvm","hypervisor":"xen","tagSet":{"items":[{"key":"Name","value":"<application>"}]},"groupSet":{"items":[{"groupId":"sg-<network>","groupName":"<application>"}]},"networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-<network>","subnetId":"subnet-<network>","vpcId":"vpc-<network>","ownerId":"<account>","status":"in-use","privateIpAddressesSet":{"item":[{"privateIpAddress":"10.0.12.34","primary":true}]}}]}}]}}"#,
        failures: &[
            unauthorized(0.08),
            failure(
                0.05,
                "Client.InstanceLimitExceeded",
                "You have requested more vCPU capacity than your current vCPU limit of 32 allows for the instance bucket that the specified instance type belongs to.",
            ),
        ],
        ..EC2_WRITE
    },
    Operation {
        name: "TerminateInstances",
        weight: 0.05,
        request: r#"{"instancesSet":{"items":[{"instanceId":"i-<machine>"}]}}"#,
        response: r#"{"requestId":"<uuid>","instancesSet":{"items":[{"instanceId":"i-<machine>","currentState":{"code":32,"name":"shutting-down"},"previousState":{"code":16,"name":"running"}}]}}"#,
        failures: &[
            unauthorized(0.06),
            failure(0.04, "Client.InvalidInstanceID.NotFound", "The instance ID 'i-<machine>' does not exist"),
        ],
        ..EC2_WRITE
    },
    Operation {
        name: "CreateTags",
        weight: 0.3,
        request: r#"{"resourcesSet":{"items":[{"resourceId":"i-<machine>"}]},"tagSet":{"items":[{"key":"Name","value":"<application>"},{"key":"cost-center","value":"cc-<below:90>"}]}}"#,
        response: r#"{"requestId":"<uuid>","_return":true}"#,
        ..EC2_WRITE
    },
    Operation {
        name: "AuthorizeSecurityGroupIngress",
        weight: 0.04,
        request: r#"{"groupId":"sg-<network>","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":443,"toPort":443,"groups":{},"ipRanges":{"items":[{"cidrIp":"10.<below:256>.0.0/16","description":"from <application>"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}"#,
        response: r#"{"requestId":"<uuid>","_return":true,"securityGroupRuleSet":{"items":[{"groupOwnerId":"<account>","groupId":"sg-<network>","securityGroupRuleId":"sgr-0<hex:16>","isEgress":false,"ipProtocol":"tcp","fromPort":443,"toPort":443,"cidrIpv4":"10.0.0.0/16"}]}}"#,
        failures: &[
            unauthorized(0.06),
            failure(0.06, "Client.InvalidPermission.Duplicate", "the specified rule already exists"),
        ],
        ..EC2_WRITE
    },
    Operation {
        name: "CreateNetworkInterface",
        weight: 0.3,
        request: r#"{"subnetId":"subnet-<network>","description":"AWS Lambda VPC ENI-<function>","groupSet":{"items":[{"groupId":"sg-<network>"}]},"privateIpAddressesSet":{},"ipv6AddressCount":0,"clientToken":"<uuid>"}"#,
        response: r#"{"requestId":"<uuid>","networkInterface":{"networkInterfaceId":"eni-0<hex:16>","subnetId":"subnet-<network>","vpcId":"vpc-<network>","availabilityZone":"<region>b","description":"AWS Lambda VPC ENI-<function>","ownerId":"<account>","requesterManaged":false,"status":"pending","macAddress":"0a:f2:00:5d:20:0b","privateIpAddress":"10.0.<below:256>.<below:256>","sourceDestCheck":true,"interfaceType":"lambda","groupSet":{"items":[{"groupId":"sg-<network>","groupName":"default"}]},"ipv6AddressesSet":{},"tagSet":{}}}"#,
        ..EC2_WRITE
    },
    Operation {
        name: "ModifySnapshotAttribute",
        weight: 0.01,
        request: r#"{"snapshotId":"snap-<network>","createVolumePermission":{"add":{"items":[{"userId":"<role_account>"}]}},"attributeType":"CREATE_VOLUME_PERMISSION"}"#,
        response: r#"{"requestId":"<uuid>","_return":true}"#,
        ..EC2_WRITE
    },
    Operation {
        source: "autoscaling",
        name: "DescribeAutoScalingGroups",
        weight: 1.0,
        request: r#"{"autoScalingGroupNames":["eks-<application>-2024041012"],"maxRecords":100}"#,
        failures: &[denied_exception(0.01), throttled(0.015)],
        ..READ
    },
    Operation {
        source: "elasticloadbalancing",
        name: "DescribeTargetHealth",
        weight: 1.5,
        api_version: "2015-12-01",
        request: r#"{"targetGroupArn":"arn:aws:elasticloadbalancing:<region>:<account>:targetgroup/k8s-prod-<application>/<network>"}"#,
        failures: &[throttled(0.02)],
        ..READ
    },
    Operation {
        name: "Invoke",
        weight: 4.0,
        is_read: false,
        is_data: true,
        version: "1.10",
        request: r#"{"functionName":"arn:aws:lambda:<region>:<account>:function:<function>","invocationType":"<one:Event|RequestResponse>","sourceArn":"arn:aws:events:<region>:<account>:rule/<function>-schedule"}"#,
        additional: r#"{"customerEniId":"","functionVersion":"arn:aws:lambda:<region>:<account>:function:<function>:$LATEST"}"#,
        resources: r#"[{"accountId":"<account>","type":"AWS::Lambda::Function","ARN":"arn:aws:lambda:<region>:<account>:function:<function>"}]"#,
        ..LAMBDA
    },
    Operation { name: "ListFunctions20150331", weight: 0.5, request: r#"{"maxItems":50}"#, ..LAMBDA },
    Operation {
        name: "GetFunction20150331v2",
        weight: 0.5,
        request: r#"{"functionName":"<function>"}"#,
        failures: &[failure(
            0.03,
            "ResourceNotFoundException",
            "Function not found: arn:aws:lambda:<region>:<account>:function:<function>",
        )],
        ..LAMBDA
    },
    Operation {
        name: "UpdateFunctionCode20150331v2",
        weight: 0.05,
        is_read: false,
        request: r#"{"functionName":"<function>","s3Bucket":"<bucket>","s3Key":"builds/<hex:12>.zip","publish":false,"dryRun":false}"#,
        response: r#"{"functionName":"<function>","functionArn":"arn:aws:lambda:<region>:<account>:function:<function>","runtime":"python3.12","role":"arn:aws:iam::<account>:role/<application>","handler":"app.handler","codeSize":<below:900000>,"description":"","timeout":30,"memorySize":512,"codeSha256":"<base64:43>\u003d","version":"$LATEST","environment":{},"tracingConfig":{"mode":"PassThrough"},"revisionId":"<uuid>","state":"Active","lastUpdateStatus":"InProgress","packageType":"Zip","architectures":["arm64"],"ephemeralStorage":{"size":512},"snapStart":{"applyOn":"None","optimizationStatus":"Off"}}"#,
        ..LAMBDA
    },
    Operation {
        source: "ssm",
        name: "UpdateInstanceInformation",
        weight: 3.0,
        is_read: false,
        request: r#"{"instanceId":"i-<machine>","agentVersion":"3.3.131.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","iPAddress":"10.0.<below:256>.<below:256>","computerName":"ip-10-0-0-1.ec2.internal","agentName":"amazon-ssm-agent","availabilityZone":"<region>a","availabilityZoneId":"use1-az4","sSMConnectionChannel":"ssmmessages"}"#,
        failures: &[throttled(0.01)],
        ..WRITE
    },
    Operation {
        source: "ssm",
        name: "SendCommand",
        weight: 0.03,
        request: r#"{"documentName":"AWS-RunShellScript","instanceIds":["i-<machine>"],"interactive":false,"parameters":"HIDDEN_DUE_TO_SECURITY_REASONS"}"#,
        response: r#"{"command":{"commandId":"<uuid>","documentName":"AWS-RunShellScript","documentVersion":"$DEFAULT","comment":"","expiresAfter":"<expiry_american>","parameters":"HIDDEN_DUE_TO_SECURITY_REASONS","instanceIds":["i-<machine>"],"targets":[],"requestedDateTime":"<time_american>","status":"Pending","statusDetails":"Pending","outputS3BucketName":"","outputS3KeyPrefix":"","maxConcurrency":"50","maxErrors":"0","targetCount":1,"completedCount":0,"errorCount":0,"notificationConfig":{"notificationArn":"","notificationEvents":[],"notificationType":""},"timeoutSeconds":3600}}"#,
        failures: &[denied_exception(0.05)],
        ..WRITE
    },
];
