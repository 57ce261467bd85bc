//! What is refused, and with what message.

use serde_json::{Value, json};

use crate::selectors::{Purpose, Selectors};

fn basic(selectors: Value) -> Result<Selectors, String> {
    let selectors = serde_json::from_value(selectors).expect("is JSON of the API");
    Selectors::of_request(Some(selectors), None, Purpose::Trail).map_err(|error| error.to_string())
}

fn advanced(purpose: Purpose, selectors: Value) -> Result<Selectors, String> {
    let selectors = serde_json::from_value(selectors).expect("is JSON of the API");
    Selectors::of_request(None, Some(selectors), purpose).map_err(|error| error.to_string())
}

fn objects(values: &[String]) -> Value {
    json!({"DataResources": [{"Type": "AWS::S3::Object", "Values": values}]})
}

#[test]
fn basic_selectors() {
    let of_type =
        |resource_type: &str, value: &str| json!([{"DataResources": [{"Type": resource_type, "Values": [value]}]}]);
    let s3 = |value: &str| {
        (of_type("AWS::S3::Object", value), format!("Value {value} for DataResources.Values is invalid."))
    };
    let lambda = |value: &str| {
        (of_type("AWS::Lambda::Function", value), format!("Value {value} for DataResources.Values is invalid."))
    };
    let table = |value: &str| {
        (of_type("AWS::DynamoDB::Table", value), format!("Value {value} for DataResources.Values is invalid."))
    };
    let said = |selectors: Value, message: &str| (selectors, message.to_string());
    let cases = [
        said(json!([]), "Specify a valid number of selectors (1 to 5) for your trail."),
        said(json!([{}, {}, {}, {}, {}, {}]), "Specify a valid number of selectors (1 to 5) for your trail."),
        said(json!([{"ReadWriteType": "read-only"}]), "Value read-only for ReadWriteType is invalid."),
        said(
            json!([{"ExcludeManagementEventSources": ["s3.amazonaws.com"]}]),
            "Value s3.amazonaws.com for ExcludeManagementEventSources is invalid.",
        ),
        said(of_type("AWS::S3::Bucket", "arn:aws:s3"), "Value AWS::S3::Bucket for DataResources.Type is invalid."),
        s3("arn:aws:s3:::*"),
        s3("arn:aws:s3:::*/*"),
        s3("arn:aws:s3:::*/"),
        s3("arn:aws:s3:::photos"),
        s3("arn:aws:lambda"),
        s3("photos/"),
        s3(""),
        lambda("arn:aws:lambda:*"),
        lambda("arn:aws:lambda:us-east-1:111111111111:function:*"),
        lambda("arn:aws:lambda:us-east-1:1111:function:hello"),
        lambda("arn:aws:s3"),
        table("arn:aws:dynamodb:us-east-1:111111111111:table/"),
    ];
    for (selectors, message) in cases {
        assert_eq!(basic(selectors.clone()).expect_err("is refused"), message, "{selectors}");
    }
    let error = Selectors::of_request(None, None, Purpose::Trail).expect_err("is refused");
    assert_eq!(error.to_string(), "Specify EventSelectors or AdvancedEventSelectors.");
    assert!(Selectors::of_request(Some(vec![]), Some(vec![]), Purpose::Trail).is_err());
}

#[test]
fn no_more_than_250_data_resources_in_all() {
    let values = |count: usize| -> Vec<String> { (0..count).map(|n| format!("arn:aws:s3:::bucket-{n}/")).collect() };
    assert!(basic(json!([objects(&values(250))])).is_ok());
    assert!(basic(json!([objects(&values(125)), objects(&values(125))])).is_ok());
    let message = "Specify a valid number of DataResources.Values (0 to 250) for all your selectors.";
    assert_eq!(basic(json!([objects(&values(251))])).expect_err("is refused"), message);
    assert_eq!(basic(json!([objects(&values(126)), objects(&values(125))])).expect_err("is refused"), message);
    // The limit is not for who wants all.
    let all = [values(251), vec!["arn:aws:s3".to_string()]].concat();
    assert!(basic(json!([objects(&all)])).is_ok());
}

#[test]
fn advanced_selectors() {
    use Purpose::{EventDataStore, Trail};
    let of = |fields: Value| json!([{"FieldSelectors": fields}]);
    let management = |field: Value| of(json!([{"Field": "eventCategory", "Equals": ["Management"]}, field]));
    let data = |field: Value| {
        of(json!([
            {"Field": "eventCategory", "Equals": ["Data"]},
            {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
            field
        ]))
    };
    let cases = [
        (Trail, json!([]), "Specify at least one advanced event selector."),
        (Trail, of(json!([])), "Field eventCategory is required."),
        (
            Trail,
            of(json!([{"Field": "eventCategory", "NotEquals": ["Data"]}])),
            "Field eventCategory supports only the operator Equals.",
        ),
        (
            Trail,
            of(json!([{"Field": "eventCategory", "Equals": ["Data", "Management"]}])),
            "Field eventCategory must have exactly one value.",
        ),
        (
            Trail,
            of(json!([{"Field": "eventCategory", "Equals": ["data"]}])),
            "Value data for field eventCategory is invalid.",
        ),
        (
            Trail,
            of(json!([{"Field": "eventCategory", "Equals": ["Insight"]}])),
            "Value Insight for field eventCategory is invalid.",
        ),
        (Trail, of(json!([{"Field": "eventCategory", "Equals": ["Data"]}])), "Field resources.type is required."),
        (
            Trail,
            of(json!([{"Field": "eventCategory", "Equals": ["NetworkActivity"]}])),
            "Field eventSource is required.",
        ),
        (
            Trail,
            management(json!({"Field": "eventName", "Equals": ["RunInstances"]})),
            "Field eventName is not valid for event category Management.",
        ),
        (
            Trail,
            management(json!({"Field": "resources.ARN", "Equals": ["a"]})),
            "Field resources.ARN is not valid for event category Management.",
        ),
        (
            Trail,
            management(json!({"Field": "eventSource", "Equals": ["kms.amazonaws.com"]})),
            "Operator Equals is not supported for field eventSource.",
        ),
        (
            Trail,
            management(json!({"Field": "eventSource", "NotEquals": ["s3.amazonaws.com"]})),
            "Value s3.amazonaws.com for field eventSource is invalid.",
        ),
        (
            Trail,
            management(json!({"Field": "readOnly", "NotEquals": ["true"]})),
            "Operator NotEquals is not supported for field readOnly.",
        ),
        (
            Trail,
            management(json!({"Field": "readOnly", "Equals": ["yes"]})),
            "Value yes for field readOnly is invalid.",
        ),
        (
            Trail,
            management(json!({"Field": "readOnly", "Equals": ["true", "false"]})),
            "Field readOnly must have exactly one value.",
        ),
        (Trail, management(json!({"Field": "readOnly"})), "Specify at least one operator for field readOnly."),
        (
            Trail,
            data(json!({"Field": "resources.type", "Equals": ["AWS::S3::Object"]})),
            "Field resources.type may be given once in a selector.",
        ),
        (
            Trail,
            data(json!({"Field": "nonsense", "Equals": ["a"]})),
            "Field nonsense is not valid for event category Data.",
        ),
        (
            Trail,
            data(json!({"Field": "eventName", "Equals": []})),
            "Specify at least one value for operator Equals of field eventName.",
        ),
        (Trail, data(json!({"Field": "eventName", "Equals": [""]})), "Value  for field eventName is invalid."),
        (
            Trail,
            data(json!({"Field": "sessionCredentialFromConsole", "StartsWith": ["t"]})),
            "Operator StartsWith is not supported for field sessionCredentialFromConsole.",
        ),
        (
            Trail,
            data(json!({"Field": "errorCode", "Equals": ["VpceAccessDenied"]})),
            "Field errorCode is not valid for event category Data.",
        ),
        (
            EventDataStore,
            of(json!([{"Field": "eventCategory", "Equals": ["Insight"]}, {"Field": "eventName", "Equals": ["a"]}])),
            "Field eventName is not valid for event category Insight.",
        ),
        (
            EventDataStore,
            of(json!([{"Field": "eventCategory", "Equals": ["Data"]}, {"Field": "resources.type", "Equals": ["S3"]}])),
            "Value S3 for field resources.type is invalid.",
        ),
    ];
    for (purpose, selectors, message) in cases {
        assert_eq!(advanced(purpose, selectors.clone()).expect_err("is refused"), message, "{selectors}");
    }
}

#[test]
fn no_more_than_500_values_in_all_and_no_long_names() {
    let selector = |name: String, values: usize| {
        let names: Vec<String> = (0..values).map(|n| format!("Name{n}")).collect();
        json!({"Name": name, "FieldSelectors": [
            {"Field": "eventCategory", "Equals": ["Data"]},
            {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
            {"Field": "eventName", "Equals": names},
        ]})
    };
    let named = |name: &str| name.to_string();
    assert!(advanced(Purpose::Trail, json!([selector(named(""), 248), selector(named("b"), 248)])).is_ok());
    assert_eq!(
        advanced(Purpose::Trail, json!([selector(named("a"), 248), selector(named("b"), 249)]))
            .expect_err("is refused"),
        "Specify up to 500 values for all conditions in all advanced event selectors."
    );
    assert!(advanced(Purpose::Trail, json!([selector("é".repeat(1000), 1)])).is_ok());
    assert!(advanced(Purpose::Trail, json!([selector("é".repeat(1001), 1)])).is_err());
    let long = |characters: usize| {
        json!([{"FieldSelectors": [
            {"Field": "eventCategory", "Equals": ["Data"]},
            {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
            {"Field": "resources.ARN", "StartsWith": ["x".repeat(characters)]},
        ]}])
    };
    assert!(advanced(Purpose::Trail, long(2048)).is_ok());
    assert!(advanced(Purpose::Trail, long(2049)).is_err());
}

#[test]
fn they_are_written_as_they_were_read() {
    let said = json!([{"Name": "n", "FieldSelectors": [
        {"Field": "eventCategory", "Equals": ["Management"]},
        {"Field": "eventSource", "NotEquals": ["kms.amazonaws.com"]},
    ]}]);
    let read = advanced(Purpose::Trail, said.clone()).expect("is valid");
    assert_eq!(serde_json::to_value(&read).expect("is written"), json!({"AdvancedEventSelectors": said}));
    // GetEventSelectors gives every member of a basic selector.
    let read = serde_json::to_value(Selectors::default()).expect("is written");
    let all = json!({"ReadWriteType": "All", "IncludeManagementEvents": true, "DataResources": [], "ExcludeManagementEventSources": []});
    assert_eq!(read, json!({"EventSelectors": [all]}));
}
