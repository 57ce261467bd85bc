# Requests of nobody who is proven, whose bodies do not come: more than the journal has room for.
import socket
HOST, PORT = ENDPOINT.split("//")[1].split(":")
FORGED = (f"AWS4-HMAC-SHA256 Credential=AKIDALICE/20261127/eu-north-1/athena/aws4_request, SignedHeaders=host;x-amz-date, "
          f"Signature={'0' * 64}")
HEADS = [
    f"POST / HTTP/1.1\r\nAuthorization: {FORGED}\r\nX-Amz-Date: 20261127T000000Z\r\nX-Amz-Target: AmazonAthena.ListWorkGroups\r\n"
    "Content-Type: application/x-amz-json-1.1",
    "POST / HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded",
    "POST /signin HTTP/1.1\r\nContent-Type: application/json",
]
waiting = []
for head in HEADS:
    for _ in range(10):
        connection = socket.create_connection((HOST, int(PORT)))
        connection.sendall(f"{head}\r\nHost: {HOST}:{PORT}\r\nContent-Length: 100\r\n\r\n{{".encode())
        waiting.append(connection)
for _ in range(20):
    client("athena").list_work_groups()
    client("s3").list_buckets()
# They are still waited for.
for connection in waiting:
    connection.setblocking(False)
    try:
        raise AssertionError(connection.recv(1000))
    except BlockingIOError:
        pass
print("passed")
