"""Requests sent at a rate, or as fast as they are answered, over connections that are kept: what each took, by a clock that
starts when a request was due and not when a connection was free for it.

The requests are bytes that were made and signed before, so that the client takes little of the processors that the
server is to have.
"""
import asyncio
import collections
import time
from urllib.parse import urlsplit

CONNECTIONS = 64


def put_requests(server, bucket, count, body):
    """As many requests to put an object, each presigned under a key of its own."""
    client = server.client("s3")
    made = []
    for number in range(count):
        url = urlsplit(client.generate_presigned_url("put_object", {"Bucket": bucket, "Key": f"put-{number:06}"}))
        head = f"PUT {url.path}?{url.query} HTTP/1.1\r\nHost: {url.netloc}\r\nContent-Length: {len(body)}\r\n\r\n"
        made.append(head.encode() + body)
    return made


def send(server, requests, rate=None):
    """Sends them all; seconds of each, the time that passed, and how many were answered with what status."""
    return asyncio.run(_send(urlsplit(server.url), requests, rate))


async def _send(url, requests, rate):
    waiting = collections.deque(enumerate(requests))
    took, statuses = [], collections.Counter()
    # Connections are made before the clock starts.
    opened = await asyncio.gather(*(asyncio.open_connection(url.hostname, url.port) for _ in range(CONNECTIONS)))
    started = time.perf_counter()

    async def work(reader, writer):
        while waiting:
            number, request = waiting.popleft()
            due = time.perf_counter()
            if rate:
                due = started + number / rate
                await asyncio.sleep(max(0, due - time.perf_counter()))
            writer.write(request)
            statuses[await _status(reader)] += 1
            took.append(time.perf_counter() - due)
        writer.close()

    await asyncio.gather(*(work(*connection) for connection in opened))
    return took, time.perf_counter() - started, dict(statuses)


async def _status(reader):
    """Reads an answer to its end."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode()
    lines = head.split("\r\n")
    for line in lines:
        name, _, value = line.partition(":")
        if name.lower() == "content-length" and int(value):
            await reader.readexactly(int(value))
    return int(lines[0].split()[1])
