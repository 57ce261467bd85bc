"""A store of S3's interface (moto's), and a way to it on which one call in five fails: it is refused, or done and its answer
lost, or cut off. Prints the URLs of both; ends when its stdin does."""
import http.client, http.server, random, sys, threading
from urllib.parse import urlsplit
import boto3
from moto.server import ThreadedMotoServer

server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
store = "http://%s:%s" % server.get_host_and_port()
s3 = boto3.client("s3", endpoint_url=store, region_name="us-east-1", aws_access_key_id="test", aws_secret_access_key="test")
for bucket in ("logs", "own"):
    s3.create_bucket(Bucket=bucket)
# By chance: calls come in rounds, and every fifth could be the same call in each.
chance, lock = random.Random(5), threading.Lock()


class Way(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_): pass

    def pass_on(self):
        sent = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with lock:
            fails, way = chance.random() < 0.2, chance.randrange(3)
        if fails and way == 0:
            return self.answer(503, {}, b"<Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>")
        if fails and way == 1:
            self.close_connection = True
            return self.connection.shutdown(2)
        connection = http.client.HTTPConnection(urlsplit(store).netloc, timeout=30)
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            connection.putheader(name, value)
        connection.endheaders(sent)
        answer = connection.getresponse()
        body = answer.read()
        if fails:
            return self.answer(500, {}, b"<Error><Code>InternalError</Code><Message>We encountered an internal error.</Message></Error>")
        headers = {name: value for name, value in answer.getheaders() if name.lower() not in ("content-length", "transfer-encoding", "connection", "date", "server")}
        self.answer(answer.status, headers, body)

    def answer(self, status, headers, body):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = pass_on


way = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Way)
threading.Thread(target=way.serve_forever, daemon=True).start()
print(store, "http://127.0.0.1:%d" % way.server_address[1], flush=True)
sys.stdin.read()
