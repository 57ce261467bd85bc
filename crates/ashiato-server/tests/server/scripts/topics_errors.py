# Every error that SNS's operations can be brought to.
sns = client("sns", parameter_validation=False)
INVALID, MISSING, ARN = "InvalidParameter", "NotFound", "arn:aws:sns:eu-north-1:111122223333:"
T = dict(TopicArn=sns.create_topic(Name="t")["TopicArn"])
NONE, BAD = dict(TopicArn=ARN + "none"), dict(TopicArn="t")
for name in ["", "a b", "x" * 257, "x.fifo"]:
    fails(INVALID, sns.create_topic, "Invalid parameter: Topic Name" if name else None, Name=name)
fails(INVALID, sns.create_topic, Name="t", Attributes={"DisplayName": "other"})
fails(INVALID, sns.create_topic, Name="u", Attributes={"FifoTopic": "true"})
fails(INVALID, sns.create_topic, Name="u", Tags=[{"Key": "aws:a", "Value": "b"}])
fails("TagLimitExceeded", sns.create_topic, Name="u", Tags=[{"Key": str(i), "Value": ""} for i in range(51)])
for call, more in [(sns.get_topic_attributes, {}), (sns.list_subscriptions_by_topic, {}), (sns.publish, dict(Message="m")),
                   (sns.set_topic_attributes, dict(AttributeName="DisplayName", AttributeValue="x")),
                   (sns.subscribe, dict(Protocol="http", Endpoint="http://x/")), (sns.confirm_subscription, dict(Token="t"))]:
    fails(MISSING, call, **NONE, **more)
    fails(INVALID, call, **BAD, **more)
sns.delete_topic(**NONE)
fails(INVALID, sns.delete_topic, **BAD)
fails(INVALID, sns.set_topic_attributes, AttributeName="x", AttributeValue="y", **T)
fails(INVALID, sns.set_topic_attributes, AttributeName="Policy", AttributeValue="{", **T)
fails(INVALID, sns.set_topic_attributes, AttributeName="SignatureVersion", AttributeValue="1", **T)
fails(INVALID, sns.set_topic_attributes, AttributeName="DisplayName", AttributeValue="x" * 101, **T)
for protocol, endpoint in [("email", "a@b"), ("http", "https://x/"), ("https", "http://x/"), ("http", "x"), ("http", "http://"),
                           ("sqs", "arn:aws:sqs:eu-north-1:111122223333:q"), ("lambda", "x")]:
    fails(INVALID, sns.subscribe, Protocol=protocol, Endpoint=endpoint, **T)
fails(INVALID, sns.subscribe, Protocol="http", Endpoint="http://x/", Attributes={"RawMessageDelivery": "x"}, **T)
fails(INVALID, sns.confirm_subscription, Token="wrong", **T)

# Filter policies, and what of subscriptions is not built.
def queue_of(number, **attributes):
    return sns.subscribe(Protocol="sqs", Endpoint=f"http://127.0.0.1:9/{number}", Attributes=attributes, ReturnSubscriptionArn=True, **T)["SubscriptionArn"]
queue = queue_of(0)
reason = "Invalid parameter: Attributes Reason: "
fails(INVALID, lambda: queue_of(1, FilterPolicy='{"a": []}'), reason + "FilterPolicy: Empty arrays are not allowed")
nested = "Filter policy scope MessageAttributes does not support nested filter policy"
fails(INVALID, lambda: queue_of(1, FilterPolicy='{"a": {"b": ["c"]}}'), reason + nested)
fails(INVALID, lambda: queue_of(1, FilterPolicyScope="Everything"))
set_queue = lambda name, value: sns.set_subscription_attributes(SubscriptionArn=queue, AttributeName=name, AttributeValue=value)
fails(INVALID, lambda: set_queue("FilterPolicy", '{"a": 1}'), 'Invalid parameter: FilterPolicy: "a" must be an object or an array')
set_queue("FilterPolicyScope", "MessageBody")
set_queue("FilterPolicy", '{"a": {"b": ["c"]}}')
fails(INVALID, lambda: set_queue("FilterPolicyScope", "MessageAttributes"), "Invalid parameter: " + nested)
for name in ("DeliveryPolicy", "RedrivePolicy"):
    fails(INVALID, lambda: set_queue(name, "{}"), f"Invalid parameter: AttributeName Reason: {name} is not supported by Ashiato")
fails(INVALID, sns.set_topic_attributes, AttributeName="DeliveryPolicy", AttributeValue="{}", **T)
for number in range(1, 200):
    queue_of(number, FilterPolicy='{"a": ["b"]}')
set_queue("FilterPolicy", '{"a": ["b"]}')
fails("FilterPolicyLimitExceeded", lambda: queue_of(200, FilterPolicy='{"a": ["b"]}'))
queue = queue_of(200)
fails("FilterPolicyLimitExceeded", lambda: set_queue("FilterPolicy", '{"a": ["b"]}'))
for call, more in [(sns.get_subscription_attributes, {}), (sns.unsubscribe, {}),
                   (sns.set_subscription_attributes, dict(AttributeName="RawMessageDelivery", AttributeValue="true"))]:
    fails(MISSING, call, SubscriptionArn=ARN + "t:none", **more)
    fails(INVALID, call, SubscriptionArn="PendingConfirmation", **more)
fails(INVALID, sns.list_topics, NextToken="%")
for given in [dict(Message=""), dict(Message="m" * 262145), dict(Message="m", Subject=""), dict(Message="m", Subject="x" * 101),
              dict(Message="m", Subject="a\nb"), dict(Message="m", TargetArn=ARN + "t"), dict(Message="m", PhoneNumber="1"),
              dict(Message="m", MessageStructure="xml"), dict(Message="m", MessageStructure="json"),
              dict(Message="{}", MessageStructure="json"), dict(Message="m", MessageAttributes={"a": {"DataType": "String"}})]:
    fails(INVALID, sns.publish, **T, **given)
for call, more in [(sns.tag_resource, dict(Tags=[{"Key": "a", "Value": "b"}])), (sns.untag_resource, dict(TagKeys=["a"])),
                   (sns.list_tags_for_resource, {})]:
    fails("ResourceNotFound", call, ResourceArn=ARN + "none", **more)

# Who may.
iam = client("iam")
iam.create_user(UserName="bob")
key = iam.create_access_key(UserName="bob")["AccessKey"]
bob = client("sns", key["AccessKeyId"], key["SecretAccessKey"])
fails("AuthorizationError", bob.publish, Message="m", **T)
iam.put_user_policy(UserName="bob", PolicyName="p", PolicyDocument=statement("sns:Publish", T["TopicArn"]))
bob.publish(Message="m", **T)
fails("AuthorizationError", bob.publish, Message="m", **NONE)
fails("AuthorizationError", bob.list_topics)
fails("AuthorizationError", bob.delete_topic, **T)
print("passed")
