//! Which of a set of events each selector wants: the rules are those of the pages on logging management, data and
//! network activity events in CloudTrail's user guide.

use crate::selectors::{EventFacts, Purpose, ResourceFacts, Selectors};

const OBJECT: &str = "AWS::S3::Object";

/// The events, by name. Each selector of the tables says which of them it wants.
fn events() -> Vec<(&'static str, EventFacts<'static>)> {
    const BUCKET: ResourceFacts = ResourceFacts { resource_type: "AWS::S3::Bucket", arn: "arn:aws:s3:::photos" };
    const CAT: &[ResourceFacts] =
        &[ResourceFacts { resource_type: OBJECT, arn: "arn:aws:s3:::photos/cats/1.jpg" }, BUCKET];
    const DOG: &[ResourceFacts] = &[BUCKET, ResourceFacts { resource_type: OBJECT, arn: "arn:aws:s3:::photos/dog" }];
    const OTHER: &[ResourceFacts] = &[ResourceFacts { resource_type: OBJECT, arn: "arn:aws:s3:::photos2/cats/1" }];
    const LISTING: &[ResourceFacts] = &[ResourceFacts { resource_type: OBJECT, arn: "arn:aws:s3:::photos/" }];
    const HELLO: &[ResourceFacts] = &[ResourceFacts {
        resource_type: "AWS::Lambda::Function",
        arn: "arn:aws:lambda:us-east-1:111111111111:function:hello",
    }];
    const HELLO2: &[ResourceFacts] = &[ResourceFacts {
        resource_type: "AWS::Lambda::Function",
        arn: "arn:aws:lambda:us-east-1:111111111111:function:hello2",
    }];
    const TABLE: &[ResourceFacts] = &[ResourceFacts {
        resource_type: "AWS::DynamoDB::Table",
        arn: "arn:aws:dynamodb:us-east-1:111111111111:table/t",
    }];
    const TOPIC: &[ResourceFacts] =
        &[ResourceFacts { resource_type: "AWS::SNS::Topic", arn: "arn:aws:sns:us-east-1:111111111111:alerts" }];
    let call = EventFacts { event_type: "AwsApiCall", ..EventFacts::default() };
    let management = EventFacts { category: "Management", read_only: Some(false), ..call };
    let data = EventFacts { category: "Data", read_only: Some(false), source: "s3.amazonaws.com", ..call };
    let ana = Some("arn:aws:iam::111111111111:user/ana");
    let role = Some("arn:aws:sts::111111111111:assumed-role/deploy/run");
    vec![
        ("run", EventFacts { name: "RunInstances", source: "ec2.amazonaws.com", user_identity_arn: ana, ..management }),
        (
            "describe",
            EventFacts { name: "DescribeInstances", source: "ec2.amazonaws.com", read_only: Some(true), ..management },
        ),
        ("encrypt", EventFacts { name: "Encrypt", source: "kms.amazonaws.com", read_only: Some(true), ..management }),
        ("statement", EventFacts { name: "ExecuteStatement", source: "rdsdata.amazonaws.com", ..management }),
        // Some events of services do not say whether they read.
        (
            "rotate",
            EventFacts {
                name: "RotateKey",
                source: "kms.amazonaws.com",
                event_type: "AwsServiceEvent",
                read_only: None,
                ..management
            },
        ),
        ("put_cat", EventFacts { name: "PutObject", resources: CAT, user_identity_arn: role, ..data }),
        (
            "get_dog",
            EventFacts {
                name: "GetObject",
                resources: DOG,
                read_only: Some(true),
                session_credential_from_console: true,
                ..data
            },
        ),
        ("put_other", EventFacts { name: "PutObject", resources: OTHER, user_identity_arn: ana, ..data }),
        ("list", EventFacts { name: "ListObjects", resources: LISTING, read_only: Some(true), ..data }),
        ("invoke", EventFacts { name: "Invoke", source: "lambda.amazonaws.com", resources: HELLO, ..data }),
        ("invoke2", EventFacts { name: "Invoke", source: "lambda.amazonaws.com", resources: HELLO2, ..data }),
        ("put_item", EventFacts { name: "PutItem", source: "dynamodb.amazonaws.com", resources: TABLE, ..data }),
        ("publish", EventFacts { name: "Publish", source: "sns.amazonaws.com", resources: TOPIC, ..data }),
        // A data event that names no resource is of no type that a selector can name.
        ("put_log", EventFacts { name: "PutLogEvents", source: "logs.amazonaws.com", ..data }),
        (
            "denied",
            EventFacts {
                category: "NetworkActivity",
                name: "GetKey",
                source: "kms.amazonaws.com",
                error_code: Some("VpceAccessDenied"),
                vpc_endpoint_id: Some("vpce-1"),
                ..call
            },
        ),
        (
            "through",
            EventFacts {
                category: "NetworkActivity",
                name: "GetKey",
                source: "kms.amazonaws.com",
                vpc_endpoint_id: Some("vpce-2"),
                ..call
            },
        ),
        ("insight", EventFacts { category: "Insight", event_type: "AwsCloudTrailInsight", ..EventFacts::default() }),
    ]
}

fn check(selectors: &Selectors, said: &str, expected: &str) {
    let events = events();
    let wanted: Vec<&str> = events.iter().filter(|(_, event)| selectors.wants(event)).map(|(name, _)| *name).collect();
    assert_eq!(wanted.join(" "), expected, "{said}");
}

#[test]
fn basic_selectors() {
    let cases = [
        (r#"{}"#, "run describe encrypt statement rotate"),
        (r#"{"ReadWriteType":"ReadOnly"}"#, "describe encrypt"),
        (r#"{"ReadWriteType":"WriteOnly"}"#, "run statement rotate"),
        (r#"{"ExcludeManagementEventSources":[]}"#, "run describe encrypt statement rotate"),
        (r#"{"ExcludeManagementEventSources":["kms.amazonaws.com"]}"#, "run describe statement"),
        (r#"{"ExcludeManagementEventSources":["rdsdata.amazonaws.com"]}"#, "run describe encrypt rotate"),
        (r#"{"ExcludeManagementEventSources":["kms.amazonaws.com","rdsdata.amazonaws.com"]}"#, "run describe"),
        (r#"{"ReadWriteType":"ReadOnly","ExcludeManagementEventSources":["kms.amazonaws.com"]}"#, "describe"),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}"#,
            "put_cat get_dog put_other list",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::"]}]}"#,
            "put_cat get_dog put_other list",
        ),
        (
            r#"{"IncludeManagementEvents":false,"ReadWriteType":"ReadOnly","DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}"#,
            "get_dog list",
        ),
        (
            r#"{"IncludeManagementEvents":false,"ReadWriteType":"WriteOnly","DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]}]}"#,
            "put_cat put_other",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/"]}]}"#,
            "put_cat get_dog list",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/cats"]}]}"#,
            "put_cat",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/c"]}]}"#,
            "put_cat",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/birds"]}]}"#,
            "",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/d","arn:aws:s3:::photos2/"]}]}"#,
            "get_dog put_other",
        ),
        (r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":[]}]}"#, ""),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::Lambda::Function","Values":["arn:aws:lambda"]}]}"#,
            "invoke invoke2",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::Lambda::Function","Values":["arn:aws:lambda:us-east-1:111111111111:function:hello"]}]}"#,
            "invoke",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::DynamoDB::Table","Values":["arn:aws:dynamodb"]}]}"#,
            "put_item",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::DynamoDB::Table","Values":["arn:aws:dynamodb:us-east-1:111111111111:table/t"]}]}"#,
            "put_item",
        ),
        (
            r#"{"IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::DynamoDB::Table","Values":["arn:aws:dynamodb:us-east-1:111111111111:table/ta"]}]}"#,
            "",
        ),
        (
            r#"{"ReadWriteType":"WriteOnly","DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3"]},{"Type":"AWS::Lambda::Function","Values":["arn:aws:lambda"]}]}"#,
            "run statement rotate put_cat put_other invoke invoke2",
        ),
        // Any selector suffices.
        (
            r#"{"ReadWriteType":"ReadOnly"},{"ReadWriteType":"WriteOnly","IncludeManagementEvents":false,"DataResources":[{"Type":"AWS::S3::Object","Values":["arn:aws:s3:::photos/"]}]}"#,
            "describe encrypt put_cat",
        ),
    ];
    for (said, expected) in cases {
        let basic = serde_json::from_str(&format!("[{said}]")).expect("is JSON of the API");
        let selectors = Selectors::of_request(Some(basic), None, Purpose::Trail).expect(said);
        check(&selectors, said, expected);
    }
    check(&Selectors::default(), "none given", "run describe encrypt statement rotate");
}

#[test]
fn advanced_selectors() {
    const MANAGEMENT: &str = r#"{"Field":"eventCategory","Equals":["Management"]}"#;
    const S3: &str =
        r#"{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::S3::Object"]}"#;
    const TOPICS: &str =
        r#"{"Field":"eventCategory","Equals":["Data"]},{"Field":"resources.type","Equals":["AWS::SNS::Topic"]}"#;
    const NETWORK: &str = r#"{"Field":"eventCategory","Equals":["NetworkActivity"]},{"Field":"eventSource","Equals":["kms.amazonaws.com"]}"#;
    let trail = [
        (MANAGEMENT, r#""#, "run describe encrypt statement rotate"),
        (MANAGEMENT, r#"{"Field":"readOnly","Equals":["true"]}"#, "describe encrypt"),
        (MANAGEMENT, r#"{"Field":"readOnly","Equals":["false"]}"#, "run statement rotate"),
        (MANAGEMENT, r#"{"Field":"eventSource","NotEquals":["kms.amazonaws.com"]}"#, "run describe statement"),
        (
            MANAGEMENT,
            r#"{"Field":"eventSource","NotEquals":["kms.amazonaws.com","rdsdata.amazonaws.com"]}"#,
            "run describe",
        ),
        (S3, r#""#, "put_cat get_dog put_other list"),
        (S3, r#"{"Field":"readOnly","Equals":["false"]}"#, "put_cat put_other"),
        (S3, r#"{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::photos/"]}"#, "put_cat get_dog list"),
        (S3, r#"{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::photos"]}"#, "put_cat get_dog put_other list"),
        (S3, r#"{"Field":"resources.ARN","Equals":["arn:aws:s3:::photos/dog"]}"#, "get_dog"),
        // The bucket is a resource of the event too, but of another type.
        (S3, r#"{"Field":"resources.ARN","Equals":["arn:aws:s3:::photos"]}"#, ""),
        (S3, r#"{"Field":"resources.ARN","NotEquals":["arn:aws:s3:::photos"]}"#, "put_cat get_dog put_other list"),
        (S3, r#"{"Field":"resources.ARN","EndsWith":["dog",".jpg"]}"#, "put_cat get_dog"),
        (S3, r#"{"Field":"resources.ARN","NotStartsWith":["arn:aws:s3:::photos/"]}"#, "put_other"),
        (
            S3,
            r#"{"Field":"resources.ARN","NotStartsWith":["arn:aws:s3:::photos/c","arn:aws:s3:::photos2/"]}"#,
            "get_dog list",
        ),
        (S3, r#"{"Field":"resources.ARN","NotEndsWith":["dog"]}"#, "put_cat put_other list"),
        // Operators that select are joined by OR, those that deselect take away from it.
        (
            S3,
            r#"{"Field":"resources.ARN","Equals":["arn:aws:s3:::photos/dog"],"EndsWith":["/1"]}"#,
            "get_dog put_other",
        ),
        (
            S3,
            r#"{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::photos/"],"NotEndsWith":["dog"]}"#,
            "put_cat list",
        ),
        (
            S3,
            r#"{"Field":"resources.ARN","StartsWith":["arn:aws:s3:::photos/"]},{"Field":"resources.ARN","EndsWith":["dog"]}"#,
            "get_dog",
        ),
        (S3, r#"{"Field":"eventName","Equals":["PutObject","GetObject"]}"#, "put_cat get_dog put_other"),
        (S3, r#"{"Field":"eventName","StartsWith":["Put"]}"#, "put_cat put_other"),
        (S3, r#"{"Field":"eventName","NotEquals":["PutObject"]}"#, "get_dog list"),
        (S3, r#"{"Field":"eventName","NotStartsWith":["Put","Get"]}"#, "list"),
        (S3, r#"{"Field":"eventName","EndsWith":["Objects"]}"#, "list"),
        (S3, r#"{"Field":"eventName","Equals":["putobject"]}"#, ""),
        (S3, r#"{"Field":"eventName","Equals":["Put*"]}"#, ""),
        (S3, r#"{"Field":"eventSource","EndsWith":[".amazonaws.com"]}"#, "put_cat get_dog put_other list"),
        (S3, r#"{"Field":"eventType","NotEquals":["AwsApiCall"]}"#, ""),
        (S3, r#"{"Field":"sessionCredentialFromConsole","Equals":["true"]}"#, "get_dog"),
        (S3, r#"{"Field":"sessionCredentialFromConsole","NotEquals":["true"]}"#, "put_cat put_other list"),
        (S3, r#"{"Field":"userIdentity.arn","EndsWith":["/ana"]}"#, "put_other"),
        // A field that is not there is never deselected.
        (
            S3,
            r#"{"Field":"userIdentity.arn","NotStartsWith":["arn:aws:sts::111111111111:assumed-role/deploy"]}"#,
            "get_dog put_other list",
        ),
        (S3, r#"{"Field":"eventName","Equals":["PutObject"]},{"Field":"readOnly","Equals":["true"]}"#, ""),
        (TOPICS, r#""#, "publish"),
        (TOPICS, r#"{"Field":"resources.ARN","EndsWith":[":alerts"]}"#, "publish"),
        (TOPICS, r#"{"Field":"resources.ARN","NotEndsWith":[":alerts"]}"#, ""),
        (TOPICS, r#"{"Field":"eventName","NotEquals":["Publish"]}"#, ""),
        (NETWORK, r#""#, "denied through"),
        (NETWORK, r#"{"Field":"errorCode","Equals":["VpceAccessDenied"]}"#, "denied"),
        (NETWORK, r#"{"Field":"vpcEndpointId","Equals":["vpce-2"]}"#, "through"),
        (NETWORK, r#"{"Field":"vpcEndpointId","NotEquals":["vpce-2"]}"#, "denied"),
        (NETWORK, r#"{"Field":"eventName","StartsWith":["Put"]}"#, ""),
    ];
    let store = [
        (MANAGEMENT, r#"{"Field":"eventName","Equals":["RunInstances"]}"#, "run"),
        (MANAGEMENT, r#"{"Field":"eventSource","StartsWith":["ec2."]}"#, "run describe"),
        (MANAGEMENT, r#"{"Field":"eventType","NotEquals":["AwsServiceEvent"]}"#, "run describe encrypt statement"),
        (MANAGEMENT, r#"{"Field":"userIdentity.arn","StartsWith":["arn:aws:iam::111111111111:user/"]}"#, "run"),
        (r#"{"Field":"eventCategory","Equals":["Insight"]}"#, r#""#, "insight"),
        (r#"{"Field":"eventCategory","Equals":["ActivityAuditLog"]}"#, r#""#, ""),
    ];
    let of = |purpose, cases: &[(&str, &str, &str)]| {
        for (base, more, expected) in cases {
            let comma = if more.is_empty() { "" } else { "," };
            let said = format!(r#"[{{"Name":"n","FieldSelectors":[{base}{comma}{more}]}}]"#);
            let advanced = serde_json::from_str(&said).expect("is JSON of the API");
            let selectors = Selectors::of_request(None, Some(advanced), purpose).expect(&said);
            check(&selectors, &said, expected);
        }
    };
    of(Purpose::Trail, &trail);
    of(Purpose::EventDataStore, &store);
}
