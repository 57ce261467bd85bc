"""The real server in a process of its own: started on a free port over an empty folder, stopped, measured from outside."""
import configparser
import os
import pathlib
import re
import signal
import subprocess
import time
import urllib.request

import boto3
from botocore.config import Config

from engines import Failed

START_SECONDS = 30
STOP_SECONDS = 60
TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    """`ashiato serve`, until the end of a `with`."""

    def __init__(self, binary, folder, threads, *settings):
        self.folder = pathlib.Path(folder)
        self.log = self.folder.with_name(self.folder.name + ".log")
        command = [binary, "serve", "--data-dir", self.folder, "--listen", "127.0.0.1:0", "--query-threads", threads, *settings]
        with self.log.open("wb") as log:
            self.process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log)

    def __enter__(self):
        try:
            self.url = self.ready()
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
        keys = configparser.ConfigParser()
        keys.read(self.folder / "credentials")
        self.keys = keys["default"]
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def ready(self):
        """The address that the server tells, once its health is well."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            told = re.search(r"^serving .* at (http://\S+)", self.log.read_text(), re.MULTILINE)
            if told:
                with urllib.request.urlopen(told[1] + "/health") as answer:
                    if answer.status == 200:
                        return told[1]
            time.sleep(0.02)
        raise Failed(f"ashiato serve is not ready:\n{self.log.read_text()[-2000:]}")

    def client(self, service, connections=10):
        """A client as boto3 makes it, but for retries: what the server refuses is to be seen."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name="us-east-1",
            aws_access_key_id=self.keys["aws_access_key_id"],
            aws_secret_access_key=self.keys["aws_secret_access_key"],
            config=Config(
                retries={"total_max_attempts": 1},
                max_pool_connections=connections,
                # Without a version boto3 presigns by one that S3 takes of old buckets only.
                signature_version="s3v4" if service == "s3" else None,
            ),
        )

    def processor_seconds(self):
        """User and system time of the process since its start, in the kernel's ticks."""
        stat = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text()
        after_name = stat.rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / TICKS

    def peak_mb(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE)[1]) / 1024
