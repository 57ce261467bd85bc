# SNS's operations, and an endpoint that is told what is published: it checks each signature by the certificate.
import base64, hashlib, http.server, json, queue, re, subprocess, tempfile, threading
sns = client("sns")
ARN = "arn:aws:sns:eu-north-1:111122223333:"

# Topics.
topic = sns.create_topic(Name="trail", Attributes={"DisplayName": "Trail"}, Tags=[{"Key": "a", "Value": "1"}])["TopicArn"]
assert topic == ARN + "trail" == sns.create_topic(Name="trail")["TopicArn"], topic
sns.create_topic(Name="other")
assert [one["TopicArn"] for one in sns.list_topics()["Topics"]] == [ARN + "other", topic]
told = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
assert told["DisplayName"] == "Trail" and told["Owner"] == "111122223333" and told["TopicArn"] == topic, told
assert json.loads(told["Policy"])["Statement"][0]["Resource"] == topic
policy = statement("SNS:Publish", topic, Principal="*")
sns.set_topic_attributes(TopicArn=topic, AttributeName="Policy", AttributeValue=policy)
sns.set_topic_attributes(TopicArn=topic, AttributeName="DisplayName", AttributeValue="")
told = sns.get_topic_attributes(TopicArn=topic)["Attributes"]
assert told["Policy"] == policy and told["DisplayName"] == "", told
sns.tag_resource(ResourceArn=topic, Tags=[{"Key": "b", "Value": "2"}])
sns.untag_resource(ResourceArn=topic, TagKeys=["a"])
assert sns.list_tags_for_resource(ResourceArn=topic)["Tags"] == [{"Key": "b", "Value": "2"}]

# An endpoint that refuses the first post of each kind: it is told again.
got, refused = queue.Queue(), set()
class Endpoint(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"])).decode()
        kind = (self.path, self.headers.get("x-amz-sns-message-type"))
        if kind not in refused:
            refused.add(kind)
            self.send_response(500)
        else:
            got.put((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(200)
        self.send_header("content-length", "0")
        self.end_headers()
    def log_message(self, *_):
        pass
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Endpoint)
threading.Thread(target=server.serve_forever, daemon=True).start()
URL = f"http://127.0.0.1:{server.server_port}"

def verified(body, *names):
    """The message of a body, its signature proved by OpenSSL with the certificate that it names."""
    message = json.loads(body)
    assert message["SignatureVersion"] == "2" and message["SigningCertURL"].startswith(ENDPOINT), message
    certificate = urllib.request.urlopen(message["SigningCertURL"]).read()
    text = "".join(f"{name}\n{message[name]}\n" for name in names if name in message)
    with tempfile.TemporaryDirectory() as folder:
        write = lambda name, content: open(f"{folder}/{name}", "wb").write(content)
        write("cert", certificate), write("text", text.encode()), write("sig", base64.b64decode(message["Signature"]))
        key = subprocess.run(["openssl", "x509", "-in", f"{folder}/cert", "-pubkey", "-noout"], check=True, capture_output=True)
        write("key", key.stdout)
        subprocess.run(["openssl", "dgst", "-sha256", "-verify", f"{folder}/key", "-signature", f"{folder}/sig",
                        f"{folder}/text"], check=True, capture_output=True)
    return message

CONFIRMATION = ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"]
NOTIFICATION = ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"]
def subscribe(path, **given):
    return sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=URL + path, **given)["SubscriptionArn"]
assert subscribe("/a") == "pending confirmation"
path, headers, body = got.get(timeout=30)
assert path == "/a" and headers["x-amz-sns-message-type"] == "SubscriptionConfirmation", headers
assert headers["x-amz-sns-topic-arn"] == topic and headers["content-type"] == "text/plain; charset=UTF-8", headers
asked = verified(body, *CONFIRMATION)
pending = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
assert [one["SubscriptionArn"] for one in pending] == ["PendingConfirmation"], pending
assert sns.get_topic_attributes(TopicArn=topic)["Attributes"]["SubscriptionsPending"] == "1"
# Nobody who is not confirmed is told anything.
sns.publish(TopicArn=topic, Message="unheard")
assert b"ConfirmSubscriptionResponse" in urllib.request.urlopen(asked["SubscribeURL"]).read()
one = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"][0]
assert one["Protocol"] == "http" and one["Endpoint"] == URL + "/a" and one["SubscriptionArn"].startswith(topic + ":"), one
assert sns.list_subscriptions()["Subscriptions"] == [one]

sent = sns.publish(TopicArn=topic, Message="a é\n&b", Subject="A subject", MessageAttributes={
    "n": {"DataType": "String", "StringValue": "v"}, "b": {"DataType": "Binary", "BinaryValue": b"\0\1"}})["MessageId"]
path, headers, body = got.get(timeout=30)
message = verified(body, *NOTIFICATION)
assert (message["Message"], message["Subject"], message["MessageId"]) == ("a é\n&b", "A subject", sent), message
assert message["MessageAttributes"] == {"n": {"Type": "String", "Value": "v"}, "b": {"Type": "Binary", "Value": "AAE="}}
assert headers["x-amz-sns-subscription-arn"] == one["SubscriptionArn"], headers
assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", message["Timestamp"]), message

# The message as it is; a message for each protocol.
set_one = lambda name, value: sns.set_subscription_attributes(
    SubscriptionArn=one["SubscriptionArn"], AttributeName=name, AttributeValue=value)
set_one("RawMessageDelivery", "true")
sns.publish(TargetArn=topic, Message=json.dumps({"default": "d", "http": "h"}), MessageStructure="json")
path, headers, body = got.get(timeout=30)
assert body == "h" and headers["x-amz-sns-rawdelivery"] == "true", (headers, body)
set_one("RawMessageDelivery", "false")
set_one("FilterPolicy", '{"a": ["b"]}')
told = sns.get_subscription_attributes(SubscriptionArn=one["SubscriptionArn"])["Attributes"]
assert told["FilterPolicy"] == '{"a": ["b"]}' and told["PendingConfirmation"] == "false", told
assert told["FilterPolicyScope"] == "MessageAttributes", told

# What a filter policy does not want is not told: over attributes, and over the body.
is_b = {"a": {"DataType": "String", "StringValue": "b"}}
sns.publish(TopicArn=topic, Message="without")
sns.publish(TopicArn=topic, Message="with another", MessageAttributes={"a": {"DataType": "String", "StringValue": "c"}})
sns.publish(TopicArn=topic, Message="with it", MessageAttributes=is_b)
assert json.loads(got.get(timeout=30)[2])["Message"] == "with it"
set_one("FilterPolicyScope", "MessageBody")
set_one("FilterPolicy", '{"order": {"total": [{"numeric": [">=", 100]}]}}')
sns.publish(TopicArn=topic, Message="no JSON", MessageAttributes=is_b)
sns.publish(TopicArn=topic, Message='{"order": {"total": 99}}')
sns.publish(TopicArn=topic, Message='{"order": {"total": 100}}')
assert json.loads(got.get(timeout=30)[2])["Message"] == '{"order": {"total": 100}}'
set_one("FilterPolicy", "")
told = sns.get_subscription_attributes(SubscriptionArn=one["SubscriptionArn"])["Attributes"]
assert "FilterPolicy" not in told and told["FilterPolicyScope"] == "MessageBody", told

# A second endpoint, by its token; a queue, which is asked nothing.
second = subscribe("/b", ReturnSubscriptionArn=True)
token = json.loads(got.get(timeout=30)[2])["Token"]
assert sns.confirm_subscription(TopicArn=topic, Token=token)["SubscriptionArn"] == second
queued = sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint=URL + "/queue")["SubscriptionArn"]
sns.publish(TopicArn=topic, Message="to all")
posts = {path: body for path, _, body in [got.get(timeout=30) for _ in range(3)]}
assert json.loads(posts["/a"])["Message"] == json.loads(posts["/b"])["Message"] == "to all"
form = urllib.parse.parse_qs(posts["/queue"])
assert form["Action"] == ["SendMessage"] and json.loads(form["MessageBody"][0])["Message"] == "to all", form

# Who is gone is told nothing.
urllib.request.urlopen(json.loads(posts["/b"])["UnsubscribeURL"])
sns.unsubscribe(SubscriptionArn=queued)
assert len(sns.list_subscriptions()["Subscriptions"]) == 1
sns.publish(TopicArn=topic, Message="last")
assert json.loads(got.get(timeout=30)[2])["Message"] == "last"
sns.delete_topic(TopicArn=topic)
assert sns.list_subscriptions()["Subscriptions"] == [] and len(sns.list_topics()["Topics"]) == 1
assert got.empty()
for path in ["/SimpleNotificationService-none.pem", "/?Action=ConfirmSubscription&TopicArn=x&Token=y"]:
    try:
        raise AssertionError(urllib.request.urlopen(ENDPOINT + path).read())
    except urllib.error.HTTPError as error:
        assert error.code == 404, error.code
print("passed")
