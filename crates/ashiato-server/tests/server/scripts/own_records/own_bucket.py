# A trail of the objects of its own bucket.
bucket("logs")
trails.create_trail(Name="mirror", S3BucketName="logs", IsMultiRegionTrail=True)
trails.put_event_selectors(TrailName="mirror", EventSelectors=[{"ReadWriteType": "All", "IncludeManagementEvents": True, "DataResources": [
    {"Type": "AWS::S3::Object", "Values": ["arn:aws:s3:::logs/"]}]}])
trails.start_logging(Name="mirror")
s3.put_object(Bucket="logs", Key="note", Body=b"note")
print("passed")
