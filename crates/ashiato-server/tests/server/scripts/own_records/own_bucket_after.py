# The file is in another one, and that in none.
given = files("logs")
puts = [record for _, found in given for record in found if by_cloudtrail(record) and record["eventName"] == "PutObject"]
others = [(name, found) for name, found in given if not all(map(by_cloudtrail, found))]
only_own = [name for name, found in given if all(map(by_cloudtrail, found))]
assert len(only_own) <= len(others), (only_own, others)
assert {record["requestParameters"]["key"] for record in puts} == {name for name, _ in others}, puts
for record in puts:
    name = record["requestParameters"]["key"]
    size = s3.head_object(Bucket="logs", Key=name)["ContentLength"]
    by_service(record, eventSource="s3.amazonaws.com", awsRegion=HOME, readOnly=False, managementEvent=False, eventCategory="Data", responseElements=None,
               requestParameters={"bucketName": "logs", "Host": ENDPOINT.split("//")[1], "x-amz-acl": "bucket-owner-full-control", "key": name},
               additionalEventData={"bytesTransferredIn": size, "bytesTransferredOut": 0},
               resources=[{"type": "AWS::S3::Object", "ARN": f"arn:aws:s3:::logs/{name}"},
                          {"accountId": ACCOUNT, "type": "AWS::S3::Bucket", "ARN": "arn:aws:s3:::logs"}])
print("passed")
