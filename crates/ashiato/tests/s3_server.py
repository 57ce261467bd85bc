"""Serves a folder as the bucket `trail` of an S3-compatible store, on a free port of this machine.

Prints the server's URL once everything is in the bucket. Ends when its stdin does, and so with the test that started it.
"""
import pathlib
import sys

import boto3
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
print(url, flush=True)
sys.stdin.read()
server.stop()
