"""Objects of 64 MB put and got, against a file of the same bytes in the same folder, turn by turn.

Writing: both end on the disk; the file is written and fsynced, the server acknowledges a put no earlier than that.
Reading: from the disk. What the kernel has cached of either file is dropped before, and both are read once more from
the cache, which is no rate of the disk's but tells what the server adds.
"""
import os
import statistics
import time

from engines import Failed

SIZE = 64 * 1000 * 1000
CHUNK = 1 << 20


def measure(server, bucket, rounds):
    """Medians of the seconds, and the server's processor seconds, of each way to write and to read."""
    client = server.client("s3")
    body = os.urandom(SIZE)
    file = server.folder.with_name("same-bytes")
    runs = []
    for round_number in range(rounds):
        key = f"large-{round_number}"
        run = {"write": seconds(lambda: written(file, body))}
        before = server.processor_seconds()
        run["put"] = seconds(lambda: client.put_object(Bucket=bucket, Key=key, Body=body))
        run["put_cpu"] = server.processor_seconds() - before
        forget(file)
        run["read"] = seconds(lambda: read(file, body))
        run["read_cached"] = seconds(lambda: read(file, body))
        for path in large_files(server.folder):
            forget(path)
        before = server.processor_seconds()
        run["get"] = seconds(lambda: got(client, bucket, key, body))
        run["get_cpu"] = server.processor_seconds() - before
        run["get_cached"] = seconds(lambda: got(client, bucket, key, body))
        client.delete_object(Bucket=bucket, Key=key)
        runs.append(run)
    file.unlink()
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def seconds(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def written(file, body):
    with file.open("wb", buffering=0) as out:
        for start in range(0, len(body), CHUNK):
            out.write(memoryview(body)[start : start + CHUNK])
        os.fsync(out.fileno())


def read(file, body):
    with file.open("rb", buffering=0) as pieces:
        compare(pieces, body)


def got(client, bucket, key, body):
    compare(client.get_object(Bucket=bucket, Key=key)["Body"], body)


def compare(pieces, body):
    """Reads to the end, piece by piece; what was read must be what was written."""
    place = 0
    while piece := pieces.read(CHUNK):
        if memoryview(body)[place : place + len(piece)] != piece:
            raise Failed(f"other bytes than were written, after {place:,}")
        place += len(piece)
    if place != len(body):
        raise Failed(f"{place:,} bytes were read of {len(body):,}")


def large_files(folder):
    """Where the server keeps objects of that size, whatever it names them."""
    return [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size >= SIZE]


def forget(path):
    """Drops a file, which has been synced, from the kernel's cache."""
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
