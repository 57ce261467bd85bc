# The topic of a trail: its policy must let CloudTrail publish, for this trail.
sns, numbers = client("sns"), iter(range(1000))
REFUSED, sentence = "InsufficientSnsTopicPolicyException", "SNS Topic does not exist or the topic policy is incorrect!"
TOPIC = sns.create_topic(Name="topic")["TopicArn"]
SERVICE = {"Service": "cloudtrail.amazonaws.com"}


def lets(principal=SERVICE, resource=TOPIC, effect="Allow", **others):
    one = {"Effect": effect, "Principal": principal, "Action": "SNS:Publish", "Resource": resource, **others}
    return json.dumps({"Version": "2012-10-17", "Statement": [one]})


def made(policy, topic="topic"):
    """Whether a new trail with the topic is made, where the topic has this policy."""
    sns.set_topic_attributes(TopicArn=TOPIC, AttributeName="Policy", AttributeValue=policy)
    name = f"trail{next(numbers)}"
    try:
        answer = trails.create_trail(Name=name, SnsTopicName=topic, **LOGS)
    except ClientError as error:
        assert error.response["Error"]["Code"] == REFUSED and error.response["Error"]["Message"] == sentence, error
        assert name not in str(trails.list_trails()), "what is refused is not there"
        return False
    assert answer["SnsTopicARN"] == TOPIC and answer["SnsTopicName"] in ("topic", TOPIC), answer
    trails.delete_trail(Name=name)
    return True


source = lambda key, value: {"Condition": {"StringEquals": {key: value}}}
assert not made(""), "the policy that topics begin with lets no CloudTrail in"
assert made(lets()) and made(lets(), TOPIC) and made(lets("*"))
assert not made(lets(), "none") and not made(lets(resource=TOPIC + "s"))
assert not made(lets({"Service": "cloudwatch.amazonaws.com"})) and not made(lets({"AWS": ACCOUNT}))
assert not made(lets("*", effect="Deny"))
assert made(lets(**source("aws:SourceAccount", ACCOUNT))) and not made(lets(**source("aws:SourceAccount", "999988887777")))
assert not made(lets(**source("aws:SourceArn", arn_of("other"))))
here = f"trail{next(numbers) + 1}"
assert made(lets(**source("aws:SourceArn", arn_of(here))))

trails.create_trail(Name="all", **LOGS)
assert trails.update_trail(Name="all", SnsTopicName="topic")["SnsTopicARN"] == TOPIC if made(lets()) else False
sns.set_topic_attributes(TopicArn=TOPIC, AttributeName="Policy", AttributeValue="")
fails(REFUSED, trails.update_trail, sentence, Name="all", SnsTopicName="topic")
assert trails.get_trail(Name="all")["Trail"]["SnsTopicARN"] == TOPIC
print("passed")
