# Every error that an operation on trails declares: provoked, or told why it cannot be. The list of what is declared is
# botocore's, so that none is forgotten.
import botocore.session

UNPROVOKED = {
    "CloudTrailAccessNotEnabledException": "there are no organisations",
    "NotOrganizationMasterAccountException": "there are no organisations",
    "OrganizationNotInAllFeaturesModeException": "there are no organisations",
    "InsufficientDependencyServiceAccessPermissionException": "there are no organisations",
    "NoManagementAccountSLRExistsException": "there are no organisations",
    "CloudTrailInvalidClientTokenIdException": "there are no topics of other accounts",
    "InsufficientEncryptionPolicyException": "the test of a trail under a key",
    "KmsException": "the test of a trail under a key",
    "KmsKeyDisabledException": "no longer in use by AWS",
    "TrailNotProvidedException": "no longer in use by AWS",
    "CloudWatchLogsDeliveryUnavailableException": "log groups are where trails are",
    "ConflictException": "changes of trails wait for each other",
    "ThrottlingException": "no rate is limited yet",
    "InactiveEventDataStoreException": "there are no event data stores",
    "EventDataStoreARNInvalidException": "an ARN of an event data store is one that is not found",
    "ChannelARNInvalidException": "an ARN of a channel is one that is not found",
}
# Of single operations.
FURTHER = {
    "UnsupportedOperationException": "only event data stores are unsupported",
    "OperationNotPermittedException": "only a trail that has no room in other regions is not permitted",
}
UNPROVOKED_OF = {
    ("UpdateTrail", "InvalidEventSelectorsException"): "it takes no selectors",
    ("GetInsightSelectors", "InvalidParameterCombinationException"): "provoked with TrailName and EventDataStore",
    ("PutInsightSelectors", "InsufficientS3BucketPolicyException"): "insights go where the trail's files go already",
    ("PutInsightSelectors", "S3BucketDoesNotExistException"): "insights go where the trail's files go already",
    ("LookupEvents", "InvalidNextTokenException"): "the test of event history, which is off here",
    ("LookupEvents", "InvalidMaxResultsException"): "the test of event history, which is off here",
    ("LookupEvents", "InvalidEventCategoryException"): "the test of event history, which is off here",
    ("DescribeTrails", "OperationNotPermittedException"): "nobody is kept from it but by policies",
}
trails.create_trail(Name="all", **LOGS)
in_region("us-east-1").create_trail(Name="away", **LOGS)
in_region("us-east-1").create_trail(Name="twin", **LOGS)
trails.create_trail(Name="twin", **LOGS)
client("iam").create_role(RoleName="writer", AssumeRolePolicyDocument=trust({"Service": "cloudtrail.amazonaws.com"}))
GROUP, ROLE = f"arn:aws:logs:{HOME}:{ACCOUNT}:log-group:trails:*", f"arn:aws:iam::{ACCOUNT}:role/writer"
AWAY, LAKE = arn_of("away", "us-east-1"), f"arn:aws:cloudtrail:{HOME}:{ACCOUNT}:"
BAD_NAME, BAD_ARN, NONE = "a..b", LAKE + "trail/a", arn_of("none")
TAGS = [{"Key": "a", "Value": "b"}]
MISSING, HOME_ONLY, NAME = "TrailNotFoundException", "InvalidHomeRegionException", "InvalidTrailNameException"
ARN, COMBINATION = "CloudTrailARNInvalidException", "InvalidParameterCombinationException"
CASES = []
for operation, more in [("CreateTrail", dict(Name="new", **LOGS)), ("UpdateTrail", dict(Name="all"))]:
    CASES += [(operation, expected, {**more, **arguments}) for expected, arguments in [
        ("S3BucketDoesNotExistException", dict(S3BucketName="none")),
        ("S3BucketDoesNotExistException", dict(S3BucketName="ashiato-managed-query-results")),
        ("InsufficientS3BucketPolicyException", dict(S3KeyPrefix="elsewhere")),
        ("InvalidS3BucketNameException", dict(S3BucketName="No_Bucket")),
        ("InvalidS3PrefixException", dict(S3KeyPrefix="p" * 201)),
        ("InvalidS3PrefixException", dict(S3KeyPrefix="a\n")),
        ("InvalidSnsTopicNameException", dict(SnsTopicName="t" * 257)),
        ("InvalidSnsTopicNameException", dict(SnsTopicName="no topic")),
        ("InvalidSnsTopicNameException", dict(SnsTopicName="arn:aws:sqs:eu-north-1:111122223333:t")),
        ("InsufficientSnsTopicPolicyException", dict(SnsTopicName="topic")),
        ("InsufficientSnsTopicPolicyException", dict(SnsTopicName=f"arn:aws:sns:{HOME}:{ACCOUNT}:topic")),
        ("InvalidKmsKeyIdException", dict(KmsKeyId="no key")),
        ("KmsKeyNotFoundException", dict(KmsKeyId="alias/trails")),
        (COMBINATION, dict(IsMultiRegionTrail=True, IncludeGlobalServiceEvents=False)),
        ("InvalidCloudWatchLogsRoleArnException", dict(CloudWatchLogsLogGroupArn=GROUP)),
        ("InvalidCloudWatchLogsLogGroupArnException", dict(CloudWatchLogsRoleArn=ROLE)),
        ("InvalidCloudWatchLogsLogGroupArnException", dict(CloudWatchLogsLogGroupArn=GROUP[:-2], CloudWatchLogsRoleArn=ROLE)),
        ("InvalidCloudWatchLogsRoleArnException", dict(CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn=ROLE + "s")),
        ("InvalidCloudWatchLogsRoleArnException", dict(CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn="writer")),
        ("InvalidCloudWatchLogsLogGroupArnException", dict(CloudWatchLogsLogGroupArn=GROUP, CloudWatchLogsRoleArn=ROLE)),
        ("OrganizationsNotInUseException", dict(IsOrganizationTrail=True)),
    ]]
CASES += [("CreateTrail", NAME, dict(Name=name, **LOGS)) for name in (
    "ab", "a" * 129, "-abc", "abc-", "a b c", "my-_namespace", "my--namespace", "192.168.5.4", arn_of("new"))]
CASES += [
    ("CreateTrail", "TrailAlreadyExistsException", dict(Name="all", **LOGS)),
    ("CreateTrail", "TagsLimitExceededException", dict(Name="new", **LOGS, TagsList=[{"Key": str(n)} for n in range(51)])),
    ("CreateTrail", "InvalidTagParameterException", dict(Name="new", **LOGS, TagsList=TAGS * 2)),
    ("CreateTrail", "InvalidTagParameterException", dict(Name="new", **LOGS, TagsList=[{"Key": "aws:a"}])),
    ("CreateTrail", "InvalidTagParameterException", dict(Name="new", **LOGS, TagsList=[{"Key": "k" * 129}])),
    ("UpdateTrail", "OperationNotPermittedException", dict(Name="twin", IsMultiRegionTrail=True)),
    ("DescribeTrails", NAME, dict(trailNameList=[BAD_NAME])), ("DescribeTrails", ARN, dict(trailNameList=[BAD_ARN])),
    ("PutEventSelectors", "InvalidEventSelectorsException", dict(TrailName="all", EventSelectors=[])),
    ("GetInsightSelectors", "InsightNotEnabledException", dict(TrailName="all")),
    ("PutInsightSelectors", "InvalidInsightSelectorsException", dict(TrailName="all", InsightSelectors=[{}])),
    ("ListPublicKeys", "InvalidTimeRangeException", dict(StartTime=2, EndTime=1)),
    ("ListPublicKeys", "InvalidTokenException", dict(NextToken="x")),
    ("ListTags", "InvalidTokenException", dict(ResourceIdList=[arn_of("all")], NextToken="x")),
    ("ListTags", "ValidationException", dict(ResourceIdList=[arn_of("all")] * 21)),
    ("ListTrails", "InvalidTokenException", dict(NextToken="x")),
    ("LookupEvents", "InvalidLookupAttributesException", dict(LookupAttributes=[{"AttributeKey": "EventName", "AttributeValue": "a"}] * 2)),
    ("LookupEvents", "InvalidTimeRangeException", dict(StartTime=2, EndTime=1)),
]
for operation, member, more in [
    ("GetTrail", "Name", {}), ("GetTrailStatus", "Name", {}), ("StartLogging", "Name", {}), ("StopLogging", "Name", {}),
    ("UpdateTrail", "Name", {}), ("DeleteTrail", "Name", {}), ("GetEventSelectors", "TrailName", {}),
    ("PutEventSelectors", "TrailName", dict(EventSelectors=[{}])), ("GetInsightSelectors", "TrailName", {}),
    ("PutInsightSelectors", "TrailName", dict(InsightSelectors=[])),
]:
    named = [(MISSING, "none"), (MISSING, NONE), (NAME, BAD_NAME), (ARN, BAD_ARN), (ARN, "arn:aws:s3:::logs")]
    if not operation.startswith("Get"):
        named.append((HOME_ONLY, AWAY))
    CASES += [(operation, expected, {member: name, **more}) for expected, name in named]
for operation in ("PutInsightSelectors", "GetInsightSelectors"):
    more = dict(InsightSelectors=[]) if operation.startswith("Put") else {}
    CASES += [
        (operation, COMBINATION, dict(TrailName="all", EventDataStore="abc", **more)),
        (operation, "InvalidParameterException", more),
        (operation, "UnsupportedOperationException", dict(EventDataStore="abc", **more))]
for operation in ("AddTags", "RemoveTags", "ListTags"):
    of = lambda resource: dict(ResourceIdList=[resource]) if operation == "ListTags" else dict(ResourceId=resource, TagsList=TAGS)
    CASES += [
        (operation, "ResourceNotFoundException", of(NONE)), (operation, "ResourceNotFoundException", of(AWAY)),
        (operation, "ResourceNotFoundException", of(LAKE + "dashboard/d")), (operation, ARN, of("all")),
        (operation, ARN, of(BAD_ARN)), (operation, "EventDataStoreNotFoundException", of(LAKE + "eventdatastore/e")),
        (operation, "ChannelNotFoundException", of(LAKE + "channel/c")),
        (operation, "ResourceTypeNotSupportedException", of("arn:aws:s3:::logs"))]
    if operation != "ListTags":
        CASES.append((operation, "InvalidTagParameterException", dict(ResourceId=arn_of("all"), TagsList=TAGS * 2)))
        CASES.append((operation, "InvalidTagParameterException", dict(ResourceId=arn_of("all"), TagsList=[{"Key": "AWS:a"}])))
UNPROVOKED_OF |= {(operation, NAME): "an ARN is an invalid ARN before its name is an invalid name" for operation in (
    "AddTags", "RemoveTags", "ListTags")}
CASES.append(("AddTags", "TagsLimitExceededException", dict(
    ResourceId=arn_of("all"), TagsList=[{"Key": str(n)} for n in range(51)])))
# Provoked by the test of regions, which fills one.
UNPROVOKED_OF |= {("CreateTrail", "MaximumNumberOfTrailsExceededException"): "the test of regions",
                  ("CreateTrail", "InvalidParameterException"): "what is not valid has an error of its own",
                  ("UpdateTrail", "InvalidParameterException"): "what is not valid has an error of its own"}

wrong, seen = [], set()
for operation, expected, arguments in CASES:
    seen.add((operation, expected))
    try:
        getattr(trails, botocore.xform_name(operation))(**arguments)
        wrong.append((operation, expected, arguments, "was not refused"))
    except ClientError as error:
        answer = error.response["Error"]
        if answer["Code"] != expected or not answer["Message"]:
            wrong.append((operation, expected, arguments, answer))
model = botocore.session.get_session().get_service_model("cloudtrail")
for operation, word in (line.split() for line in SERVED.splitlines()):
    for shape in model.operation_model(operation).error_shapes if word != "refused" else ():
        is_known = shape.name in UNPROVOKED or shape.name in FURTHER or (operation, shape.name) in UNPROVOKED_OF
        if not is_known and (operation, shape.name) not in seen:
            wrong.append((operation, shape.name, "is neither provoked nor told why not"))
assert not wrong, "\n".join(map(str, wrong))
assert sorted(trail["Name"] for trail in trails.list_trails()["Trails"]) == ["all", "away", "twin", "twin"]
print("passed")
