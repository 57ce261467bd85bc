# Home regions, shadows, and the room that a region has.
away = in_region("us-east-1")
trails.create_trail(Name="all", **LOGS, IsMultiRegionTrail=True)
away.create_trail(Name="local", **LOGS)
names = lambda client, **arguments: [trail["Name"] for trail in client.describe_trails(**arguments)["trailList"]]
assert names(trails) == ["all"]
assert names(away) == ["all", "local"]
assert names(away, includeShadowTrails=False) == ["local"]
assert names(away, trailNameList=["all"]) == [], "names are those of trails at home"
assert names(away, trailNameList=[arn_of("all")]) == ["all"]
assert names(away, trailNameList=[arn_of("all")], includeShadowTrails=False) == []
assert names(trails, trailNameList=[arn_of("local", "us-east-1")]) == ["local"]
assert away.describe_trails(trailNameList=[arn_of("all")])["trailList"][0]["HomeRegion"] == HOME
assert [trail["Name"] for trail in away.list_trails()["Trails"]] == ["all", "local"]

# Read by its ARN from anywhere, changed at home.
assert away.get_trail(Name=arn_of("all"))["Trail"]["HomeRegion"] == HOME
assert away.get_trail_status(Name=arn_of("all"))["IsLogging"] is False
fails("TrailNotFoundException", away.get_trail_status, Name="all")
for named in ("all", arn_of("all")):
    for call in (away.update_trail, away.delete_trail, away.start_logging, away.stop_logging):
        fails("InvalidHomeRegionException", call, Name=named)
    fails("InvalidHomeRegionException", away.put_event_selectors, TrailName=named, EventSelectors=[{}])
    fails("InvalidHomeRegionException", away.put_insight_selectors, TrailName=named, InsightSelectors=[])
fails("InvalidHomeRegionException", trails.delete_trail, Name=arn_of("local", "us-east-1"))
fails("TrailNotFoundException", trails.delete_trail, Name="local")
fails("ResourceNotFoundException", away.add_tags, ResourceId=arn_of("all"), TagsList=[{"Key": "a"}])

# A name is taken wherever a trail of all regions reaches.
fails("TrailAlreadyExistsException", away.create_trail, f"Trail all already exists for customer: {ACCOUNT}",
      Name="all", **LOGS)
fails("TrailAlreadyExistsException", trails.create_trail, Name="local", IsMultiRegionTrail=True, **LOGS)
trails.create_trail(Name="local", **LOGS)
fails("OperationNotPermittedException", trails.update_trail, Name="local", IsMultiRegionTrail=True)
fails("InvalidParameterCombinationException", trails.update_trail, Name="all", IncludeGlobalServiceEvents=False)

# Five a region; one of all regions counts in each.
for number in range(3):
    trails.create_trail(Name=f"one{number}", **LOGS)
fails("MaximumNumberOfTrailsExceededException", trails.create_trail,
      f"User: {ACCOUNT} already has 5 trails in {HOME}.", Name="sixth", **LOGS)
fails("MaximumNumberOfTrailsExceededException", away.create_trail, Name="sixth", IsMultiRegionTrail=True, **LOGS)
away.create_trail(Name="sixth", **LOGS)
fails("OperationNotPermittedException", away.update_trail, Name="sixth", IsMultiRegionTrail=True)
trails.update_trail(Name="all", IsMultiRegionTrail=False)
assert names(away) == ["local", "sixth"]
fails("TrailNotFoundException", away.start_logging, Name="all")
trails.delete_trail(Name="one0")
away.update_trail(Name="sixth", IsMultiRegionTrail=True)
assert "sixth" in names(trails)
print("passed")
