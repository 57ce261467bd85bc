"""Serves a folder as the bucket `trail` of an S3-compatible store, on a free port of this machine; and `many`, a bucket of
12,000 log files of one record: two regions, thirty days of October 2023, two hundred files a day.

Prints the server's URL once everything is in the bucket. Ends when its stdin does, and so with the test that started it.
"""
import pathlib
import sys

import boto3
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import ThreadedMotoServer

root = pathlib.Path(sys.argv[1])
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
url = f"http://{host}:{port}"
s3 = boto3.client(
    "s3", endpoint_url=url, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test"
)
s3.create_bucket(Bucket="trail")
for file in sorted(path for path in root.rglob("*") if path.is_file()):
    s3.put_object(Bucket="trail", Key=file.relative_to(root).as_posix(), Body=file.read_bytes())
s3.create_bucket(Bucket="many")
# Put where the server keeps them: by requests it would take a minute.
store = s3_backends[DEFAULT_ACCOUNT_ID]["aws"]
for region in ("eu-west-1", "us-east-1"):
    for day in range(1, 31):
        for number in range(200):
            time = f"{number // 10:02}:{number % 10 * 6:02}"
            record = f'{{"eventTime":"2023-10-{day:02}T{time}:00Z","awsRegion":"{region}"}}'
            folder = f"AWSLogs/111111111111/CloudTrail/{region}/2023/10/{day:02}"
            name = f"111111111111_CloudTrail_{region}_202310{day:02}T{time.replace(':', '')}Z_{number:016}.json"
            store.put_object("many", f"{folder}/{name}", f'{{"Records":[{record}]}}'.encode())
print(url, flush=True)
sys.stdin.read()
server.stop()
