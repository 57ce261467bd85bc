"""The largest object that one call may put, 5 GiB, put and got: how long, and what the server holds meanwhile."""
import time

from engines import Failed

SIZE = 5 << 30
QUICK_SIZE = 64 << 20
CHUNK = 1 << 20


def measure(server, bucket, quick):
    size = QUICK_SIZE if quick else SIZE
    client = server.client("s3")
    # A file of nothing takes no room of the disk, and is read as zeros.
    file = server.folder.with_name("largest")
    with file.open("wb") as sparse:
        sparse.truncate(size)
    with file.open("rb") as body:
        put = seconds(lambda: client.put_object(Bucket=bucket, Key="largest", Body=body))
    file.unlink()
    got = seconds(lambda: read(client, bucket, size))
    client.delete_object(Bucket=bucket, Key="largest")
    return {"size": size, "put": put, "get": got, "peak": server.peak_mb()}


def seconds(work):
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def read(client, bucket, size):
    body, zeros, place = client.get_object(Bucket=bucket, Key="largest")["Body"], bytes(CHUNK), 0
    while piece := body.read(CHUNK):
        if piece != zeros[: len(piece)]:
            raise Failed(f"other bytes than were written, after {place:,}")
        place += len(piece)
    if place != size:
        raise Failed(f"{place:,} bytes were read of {size:,}")
