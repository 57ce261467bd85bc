import base64, http.server, queue, tempfile, threading
# An endpoint of a topic: it confirms what it is asked, and keeps what it is told, its signature proved by OpenSSL.
got = queue.Queue()


class Endpoint(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["content-length"])))
        if message["Type"] == "SubscriptionConfirmation":
            urllib.request.urlopen(message["SubscribeURL"]).read()
        got.put(message)
        self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
threading.Thread(target=server.serve_forever, daemon=True).start()


def subscribed(name):
    """The ARN of a topic that the endpoint is told of."""
    sns = client("sns")
    topic = sns.create_topic(Name=name)["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=f"http://127.0.0.1:{server.server_port}/{name}")
    assert got.get(timeout=30)["Type"] == "SubscriptionConfirmation"
    return topic


def said(seconds=60):
    """Subject and message of what the endpoint is told next."""
    message = got.get(timeout=seconds)
    certificate = urllib.request.urlopen(message["SigningCertURL"]).read()
    signed = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
    text = "".join(f"{name}\n{message[name]}\n" for name in signed)
    with tempfile.TemporaryDirectory() as folder:
        write = lambda name, content: open(f"{folder}/{name}", "wb").write(content)
        write("cert", certificate), write("text", text.encode()), write("sig", base64.b64decode(message["Signature"]))
        key = subprocess.run(["openssl", "x509", "-in", f"{folder}/cert", "-pubkey", "-noout"], check=True, capture_output=True)
        write("key", key.stdout)
        subprocess.run(["openssl", "dgst", "-sha256", "-verify", f"{folder}/key", "-signature", f"{folder}/sig",
                        f"{folder}/text"], check=True, capture_output=True)
    return message["Subject"], json.loads(message["Message"])
