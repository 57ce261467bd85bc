# Event selectors and insight selectors, as they are put and shown.
trails.create_trail(Name="all", **LOGS)
OF = dict(TrailName="all")
default = [{"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [], "ExcludeManagementEventSources": []}]
assert told(trails.get_event_selectors(**OF)) == {"TrailARN": arn_of("all"), "EventSelectors": default}
objects = {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::logs/", "arn:aws:s3"]}
basic = [{"ReadWriteType": "WriteOnly", "DataResources": [objects]},
         {"IncludeManagementEvents": False, "DataResources": [objects]},
         {"ReadWriteType": "ReadOnly", "ExcludeManagementEventSources": ["kms.amazonaws.com", "rdsdata.amazonaws.com"]}]
put = told(trails.put_event_selectors(EventSelectors=basic, **OF))
assert put["EventSelectors"] == [{**default[0], **given} for given in basic], put
assert told(trails.get_event_selectors(TrailName=arn_of("all"))) == put
assert trails.get_trail(Name="all")["Trail"]["HasCustomEventSelectors"] is True

advanced = [{"Name": "objects", "FieldSelectors": [
    {"Field": "eventCategory", "Equals": ["Data"]}, {"Field": "resources.type", "Equals": ["AWS::S3::Object"]},
    {"Field": "resources.ARN", "StartsWith": ["arn:aws:s3:::logs/"], "NotEndsWith": [".tmp"]}]}]
put = told(trails.put_event_selectors(AdvancedEventSelectors=advanced, **OF))
assert put == {"TrailARN": arn_of("all"), "AdvancedEventSelectors": advanced}, put
assert told(trails.get_event_selectors(**OF)) == put, "the basic ones are overwritten"

category = {"Field": "eventCategory", "Equals": ["Management"]}
data = advanced[0]["FieldSelectors"][:2]
names = [f"e{number}" for number in range(500)]
arns = lambda count: [f"arn:aws:s3:::logs/{number}" for number in range(count)]
resources = lambda *counts: [
    {"DataResources": [{"Type": "AWS::S3::Object", "Values": arns(count)}]} for count in counts]
for wrong in [
    dict(), dict(EventSelectors=default, AdvancedEventSelectors=advanced), dict(EventSelectors=[]),
    dict(EventSelectors=default * 6), dict(AdvancedEventSelectors=[]), dict(EventSelectors=resources(200, 51)),
    dict(EventSelectors=[{"ReadWriteType": "read-only"}]),
    dict(EventSelectors=[{"DataResources": [{"Type": "AWS::SQS::Queue", "Values": ["arn:aws:sqs"]}]}]),
    dict(EventSelectors=[{"IncludeManagementEvents": False}]),
    dict(EventSelectors=[{"IncludeManagementEvents": False, "DataResources": [objects],
                          "ExcludeManagementEventSources": ["kms.amazonaws.com"]}]),
    dict(EventSelectors=[{"DataResources": [{"Type": "AWS::S3::Object", "Values": ["logs"]}]}]),
    dict(EventSelectors=[{"DataResources": [{"Type": "AWS::S3::Object", "Values": ["arn:aws:s3x"]}]}]),
    dict(EventSelectors=[{"ExcludeManagementEventSources": ["s3.amazonaws.com"]}]),
    dict(AdvancedEventSelectors=[{"FieldSelectors": [*data, {"Field": "eventName", "Equals": names}]}]),
    dict(AdvancedEventSelectors=[{"FieldSelectors": [category, {"Field": "eventName", "Equals": ["a"]}]}]),
    dict(AdvancedEventSelectors=[{"FieldSelectors": [{"Field": "eventName", "Equals": ["a"]}]}]),
    dict(AdvancedEventSelectors=[{"FieldSelectors": [category, {"Field": "eventName"}]}]),
    dict(AdvancedEventSelectors=[{"FieldSelectors": []}]),
]:
    fails("InvalidEventSelectorsException", trails.put_event_selectors, **OF, **wrong)
assert told(trails.get_event_selectors(**OF)) == put, "what is refused changes nothing"
trails.put_event_selectors(EventSelectors=resources(200, 50), **OF)
trails.put_event_selectors(EventSelectors=default * 5, **OF)
trails.put_event_selectors(
    AdvancedEventSelectors=[{"FieldSelectors": [*data, {"Field": "eventName", "Equals": names[:498]}]}], **OF)
trails.put_event_selectors(EventSelectors=default, **OF)

# Insights, into what the trail logs.
fails("InsightNotEnabledException", trails.get_insight_selectors, "Trail name: all does not have Insights enabled. Edit "
      "the trail settings to enable Insights, and then try the operation again.", **OF)
rate, error = {"InsightType": "ApiCallRateInsight"}, {"InsightType": "ApiErrorRateInsight"}
filled = [{**rate, "EventCategories": ["Management"]}, {**error, "EventCategories": ["Data", "Management"]}]
put = told(trails.put_insight_selectors(InsightSelectors=[rate, filled[1]], **OF))
assert put == {"TrailARN": arn_of("all"), "InsightSelectors": filled}, put
assert told(trails.get_insight_selectors(TrailName=arn_of("all"))) == put
assert trails.get_trail(Name="all")["Trail"]["HasInsightSelectors"] is True
for wrong in ([rate, rate], [{"InsightType": "Other"}], [{"EventCategories": ["Data"]}], [{**rate, "EventCategories": ["x"]}]):
    fails("InvalidInsightSelectorsException", trails.put_insight_selectors, InsightSelectors=wrong, **OF)
trails.put_event_selectors(EventSelectors=[{"ReadWriteType": "ReadOnly"}], **OF)
fails("InvalidInsightSelectorsException", trails.put_insight_selectors, InsightSelectors=[rate], **OF)
trails.put_insight_selectors(InsightSelectors=[error], **OF)
reads = {"Field": "readOnly", "Equals": ["true"]}
trails.put_event_selectors(AdvancedEventSelectors=[{"FieldSelectors": [category, reads]}], **OF)
fails("InvalidInsightSelectorsException", trails.put_insight_selectors, InsightSelectors=[rate], **OF)
trails.put_event_selectors(EventSelectors=[{"IncludeManagementEvents": False, "DataResources": [objects]}], **OF)
fails("InvalidInsightSelectorsException", trails.put_insight_selectors, InsightSelectors=[error], **OF)
assert trails.put_insight_selectors(InsightSelectors=[], **OF)["InsightSelectors"] == []
fails("InsightNotEnabledException", trails.get_insight_selectors, **OF)
print("passed")
