# Whoever may do something to one trail may not do it to another.
for name in ("mine", "other"):
    trails.create_trail(Name=name, **LOGS)
denied = lambda call, **arguments: fails("AccessDeniedException", call, **arguments)
his = lambda region=HOME: in_region(region, key=key["AccessKeyId"], secret=key["SecretAccessKey"])
given(statement("cloudtrail:*", arn_of("mine")))
mine = his()
for named in ("mine", arn_of("mine")):
    mine.get_trail(Name=named)
    mine.get_trail_status(Name=named)
    mine.start_logging(Name=named)
    mine.stop_logging(Name=named)
    mine.update_trail(Name=named, **LOGS)
    mine.put_event_selectors(TrailName=named, EventSelectors=[{}])
    mine.get_event_selectors(TrailName=named)
    mine.put_insight_selectors(TrailName=named, InsightSelectors=[])
mine.add_tags(ResourceId=arn_of("mine"), TagsList=[{"Key": "team", "Value": "ops"}])
mine.list_tags(ResourceIdList=[arn_of("mine")])
for named in ("other", arn_of("other")):
    for call in (mine.get_trail, mine.get_trail_status, mine.start_logging, mine.stop_logging, mine.update_trail, mine.delete_trail):
        denied(call, Name=named)
    denied(mine.put_event_selectors, TrailName=named, EventSelectors=[{}])
    denied(mine.get_event_selectors, TrailName=named)
    denied(mine.put_insight_selectors, TrailName=named, InsightSelectors=[])
    denied(mine.get_insight_selectors, TrailName=named)
denied(mine.create_trail, Name="new", **LOGS)
denied(mine.add_tags, ResourceId=arn_of("other"), TagsList=[{"Key": "a"}])
denied(mine.remove_tags, ResourceId=arn_of("other"), TagsList=[{"Key": "a"}])
denied(mine.list_tags, ResourceIdList=[arn_of("mine"), arn_of("other")])
denied(mine.describe_trails)
denied(mine.list_trails)
denied(mine.list_public_keys)
denied(his("us-east-1").get_trail, Name="mine")

given(statement(["cloudtrail:DescribeTrails", "cloudtrail:ListTrails", "cloudtrail:ListPublicKeys"]))
assert len(mine.describe_trails()["trailList"]) == len(mine.list_trails()["Trails"]) == 2
mine.list_public_keys()
denied(mine.get_trail, Name="mine")

# By the trail's tags, and by those that a request gives.
given(statement("cloudtrail:StopLogging", Condition={"StringEquals": {"aws:ResourceTag/team": "ops"}}),
      statement("cloudtrail:AddTags", Condition={"StringEquals": {"aws:RequestTag/team": "dev"}}))
mine.stop_logging(Name="mine")
denied(mine.stop_logging, Name="other")
mine.add_tags(ResourceId=arn_of("other"), TagsList=[{"Key": "team", "Value": "dev"}])
denied(mine.add_tags, ResourceId=arn_of("other"), TagsList=[{"Key": "team", "Value": "ops"}])
denied(mine.stop_logging, Name="other")

# The managed policies of CloudTrail.
given()
iam.attach_user_policy(UserName="bob", PolicyArn="arn:aws:iam::aws:policy/AWSCloudTrail_ReadOnlyAccess")
mine.get_trail_status(Name="mine")
mine.describe_trails()
denied(mine.stop_logging, Name="mine")

# The templates are for everybody who has signed, and for nobody else.
TEMPLATE = dict(Bucket="awscloudtrail-policy-eu-north-1", Key="policy/S3/AWSCloudTrail-S3BucketPolicy-2014-12-17.json")
iam.detach_user_policy(UserName="bob", PolicyArn="arn:aws:iam::aws:policy/AWSCloudTrail_ReadOnlyAccess")
bobs = bob("s3")
assert b"<BucketName>" in bobs.get_object(**TEMPLATE)["Body"].read()
assert bobs.head_object(**TEMPLATE)["ContentLength"] > 0
assert code(bobs.get_object, Bucket=TEMPLATE["Bucket"], Key="other") == (404, "NoSuchKey")
assert code(s3.put_object, **TEMPLATE, Body=b"x") == (403, "AccessDenied")
assert code(s3.create_bucket, Bucket=TEMPLATE["Bucket"], CreateBucketConfiguration={"LocationConstraint": HOME}) == (
    403, "AccessDenied")
try:
    urllib.request.urlopen(f"{ENDPOINT}/{TEMPLATE['Bucket']}/{TEMPLATE['Key']}")
    raise AssertionError("nobody signed that")
except urllib.error.HTTPError as error:
    assert error.code == 403, error
print("passed")
