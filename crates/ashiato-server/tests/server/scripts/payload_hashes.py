# A body that is not the one whose hash was signed is refused as AWS refuses it, whatever it is the body of, and nothing
# of it is done. AWS's answer is shown in aws-sdk-js-v3's issue 6893 and s3cmd's issue 812.
import base64, hashlib
import xml.etree.ElementTree as ET
from botocore.auth import S3SigV4Auth

s3 = client("s3")
s3.create_bucket(Bucket="logs")
s3.delete_public_access_block(Bucket="logs")
s3.put_object(Bucket="logs", Key="kept", Body=b"kept")
upload = s3.create_multipart_upload(Bucket="logs", Key="parts")["UploadId"]
part = s3.upload_part(Bucket="logs", Key="parts", UploadId=upload, PartNumber=1, Body=b"part")
SIGNED = hashlib.sha256(b"what was signed").hexdigest()


class Stated(S3SigV4Auth):
    def payload(self, request):
        return SIGNED

    def _modify_request_before_signing(self, request):
        SigV4Auth._modify_request_before_signing(self, request)


def sent(method, path, body, stated=SIGNED):
    """The status of a request whose signature holds and whose body hashes to another value, and its error."""
    md5 = base64.b64encode(hashlib.md5(body).digest()).decode()
    request = AWSRequest(method, ENDPOINT + path, headers={"x-amz-content-sha256": stated, "Content-MD5": md5})
    Stated(Credentials("AKIDALICE", "secret"), "s3", "eu-north-1").add_auth(request)
    headers = dict(request.headers) | {"Content-Length": str(len(body))}
    plain = urllib.request.Request(ENDPOINT + path, data=body, headers=headers, method=method)
    try:
        with urllib.request.urlopen(plain) as answer:
            return answer.status, None
    except urllib.error.HTTPError as error:
        return error.code, ET.fromstring(error.read())


TAGS = b"<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"
POLICY = statement("s3:GetObject", "arn:aws:s3:::logs/*", Principal="*").encode()
CASES = [
    ("POST", "/logs?delete", b"<Delete><Object><Key>kept</Key></Object></Delete>"),
    ("PUT", "/logs?policy", POLICY),
    ("PUT", "/logs?tagging", TAGS),
    ("PUT", "/logs/kept?tagging", TAGS),
    ("PUT", "/logs?versioning", b"<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"),
    ("PUT", "/logs?notification", b"<NotificationConfiguration></NotificationConfiguration>"),
    ("PUT", "/made", b"<CreateBucketConfiguration><LocationConstraint>eu-north-1</LocationConstraint></CreateBucketConfiguration>"),
    ("POST", f"/logs/parts?uploadId={upload}",
     f"<CompleteMultipartUpload><Part><ETag>{part['ETag']}</ETag><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>".encode()),
    ("PUT", "/logs/kept", b"another"),
    ("PUT", "/logs/kept", b""),
    ("PUT", f"/logs/parts?partNumber=1&uploadId={upload}", b"another"),
    # Longer than any document: told by the store, without the hashes.
    ("PUT", "/logs/kept", b"x" * (9 << 20)),
]
for method, path, body in CASES:
    status, error = sent(method, path, body)
    told = None if error is None else error.findtext("Code")
    assert (status, told) == (400, "XAmzContentSHA256Mismatch"), (method, path, status, told)
    assert error.findtext("Message") == "The provided 'x-amz-content-sha256' header does not match what was computed."
    if len(body) <= 8 << 20:
        hashes = error.findtext("ClientComputedContentSHA256"), error.findtext("S3ComputedContentSHA256")
        assert hashes == (SIGNED, hashlib.sha256(body).hexdigest()), (path, hashes)
# Who may not do it is told that, and not what is wrong with the body.
iam = client("iam")
iam.create_user(UserName="bob")
key = iam.create_access_key(UserName="bob")["AccessKey"]
bob = client("s3", key["AccessKeyId"], key["SecretAccessKey"])
assert code(bob.put_bucket_policy, Bucket="logs", Policy=POLICY.decode()) == (403, "AccessDenied")
# Nothing was done.
assert s3.get_object(Bucket="logs", Key="kept")["Body"].read() == b"kept"
assert code(s3.get_bucket_policy, Bucket="logs") == (404, "NoSuchBucketPolicy")
assert code(s3.get_bucket_tagging, Bucket="logs") == (404, "NoSuchTagSet")
assert [bucket["Name"] for bucket in s3.list_buckets()["Buckets"]] == ["logs"]
assert s3.list_multipart_uploads(Bucket="logs")["Uploads"][0]["UploadId"] == upload
parts = {"Parts": [{"ETag": part["ETag"], "PartNumber": 1}]}
s3.complete_multipart_upload(Bucket="logs", Key="parts", UploadId=upload, MultipartUpload=parts)
assert s3.get_object(Bucket="logs", Key="parts")["Body"].read() == b"part"
