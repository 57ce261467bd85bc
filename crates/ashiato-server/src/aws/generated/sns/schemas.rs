//! The limits of this service's served operations.

use crate::aws::schema::{List, Map, Member, Shape, Structure, Text};

static ACTIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &ACTION_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static ADD_PERMISSION_INPUT: Structure = Structure {
    name: "AddPermissionInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "Label", shape: &LABEL_LOWER_SHAPE, is_required: true },
        Member { name: "AWSAccountId", shape: &DELEGATES_LIST_SHAPE, is_required: true },
        Member { name: "ActionName", shape: &ACTIONS_LIST_SHAPE, is_required: true },
    ],
};
static AMAZON_RESOURCE_NAME_SHAPE: Shape =
    Shape::Text(Text { min: 1, max: 1011, pattern: None, values: &[], is_sensitive: false });
static BINARY_SHAPE: Shape = Shape::Blob { min: 0, max: u64::MAX };
pub static CONFIRM_SUBSCRIPTION_INPUT: Structure = Structure {
    name: "ConfirmSubscriptionInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "Token", shape: &TOKEN_LOWER_SHAPE, is_required: true },
        Member {
            name: "AuthenticateOnUnsubscribe",
            shape: &AUTHENTICATE_ON_UNSUBSCRIBE_LOWER_SHAPE,
            is_required: false,
        },
    ],
};
pub static CONFIRM_SUBSCRIPTION_RESPONSE: Structure = Structure {
    name: "ConfirmSubscriptionResponse",
    members: &[Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: false }],
};
pub static CREATE_TOPIC_INPUT: Structure = Structure {
    name: "CreateTopicInput",
    members: &[
        Member { name: "Name", shape: &TOPIC_NAME_LOWER_SHAPE, is_required: true },
        Member { name: "Attributes", shape: &TOPIC_ATTRIBUTES_MAP_SHAPE, is_required: false },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false },
        Member { name: "DataProtectionPolicy", shape: &ATTRIBUTE_VALUE_LOWER_SHAPE, is_required: false },
    ],
};
pub static CREATE_TOPIC_RESPONSE: Structure = Structure {
    name: "CreateTopicResponse",
    members: &[Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: false }],
};
static DELEGATES_LIST_SHAPE: Shape =
    Shape::List(List { member: &DELEGATE_LOWER_SHAPE, wire: "member", min: 0, max: u64::MAX });
pub static DELETE_TOPIC_INPUT: Structure = Structure {
    name: "DeleteTopicInput",
    members: &[Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true }],
};
pub static GET_SUBSCRIPTION_ATTRIBUTES_INPUT: Structure = Structure {
    name: "GetSubscriptionAttributesInput",
    members: &[Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: true }],
};
pub static GET_SUBSCRIPTION_ATTRIBUTES_RESPONSE: Structure = Structure {
    name: "GetSubscriptionAttributesResponse",
    members: &[Member { name: "Attributes", shape: &SUBSCRIPTION_ATTRIBUTES_MAP_SHAPE, is_required: false }],
};
pub static GET_TOPIC_ATTRIBUTES_INPUT: Structure = Structure {
    name: "GetTopicAttributesInput",
    members: &[Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true }],
};
pub static GET_TOPIC_ATTRIBUTES_RESPONSE: Structure = Structure {
    name: "GetTopicAttributesResponse",
    members: &[Member { name: "Attributes", shape: &TOPIC_ATTRIBUTES_MAP_SHAPE, is_required: false }],
};
pub static LIST_SUBSCRIPTIONS_BY_TOPIC_INPUT: Structure = Structure {
    name: "ListSubscriptionsByTopicInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_SUBSCRIPTIONS_BY_TOPIC_RESPONSE: Structure = Structure {
    name: "ListSubscriptionsByTopicResponse",
    members: &[
        Member { name: "Subscriptions", shape: &SUBSCRIPTIONS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_SUBSCRIPTIONS_INPUT: Structure = Structure {
    name: "ListSubscriptionsInput",
    members: &[Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false }],
};
pub static LIST_SUBSCRIPTIONS_RESPONSE: Structure = Structure {
    name: "ListSubscriptionsResponse",
    members: &[
        Member { name: "Subscriptions", shape: &SUBSCRIPTIONS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false },
    ],
};
pub static LIST_TAGS_FOR_RESOURCE_REQUEST: Structure = Structure {
    name: "ListTagsForResourceRequest",
    members: &[Member { name: "ResourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true }],
};
pub static LIST_TAGS_FOR_RESOURCE_RESPONSE: Structure = Structure {
    name: "ListTagsForResourceResponse",
    members: &[Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: false }],
};
pub static LIST_TOPICS_INPUT: Structure = Structure {
    name: "ListTopicsInput",
    members: &[Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false }],
};
pub static LIST_TOPICS_RESPONSE: Structure = Structure {
    name: "ListTopicsResponse",
    members: &[
        Member { name: "Topics", shape: &TOPICS_LIST_SHAPE, is_required: false },
        Member { name: "NextToken", shape: &NEXT_TOKEN_LOWER_SHAPE, is_required: false },
    ],
};
static MESSAGE_ATTRIBUTE_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &STRING_SHAPE,
    value: &Shape::Structure(&MESSAGE_ATTRIBUTE_VALUE),
    key_wire: "Name",
    value_wire: "Value",
    min: 0,
    max: u64::MAX,
});
pub static MESSAGE_ATTRIBUTE_VALUE: Structure = Structure {
    name: "MessageAttributeValue",
    members: &[
        Member { name: "DataType", shape: &STRING_SHAPE, is_required: true },
        Member { name: "StringValue", shape: &STRING_SHAPE, is_required: false },
        Member { name: "BinaryValue", shape: &BINARY_SHAPE, is_required: false },
    ],
};
static PHONE_NUMBER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: true });
pub static PUBLISH_INPUT: Structure = Structure {
    name: "PublishInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: false },
        Member { name: "TargetArn", shape: &STRING_SHAPE, is_required: false },
        Member { name: "PhoneNumber", shape: &PHONE_NUMBER_SHAPE, is_required: false },
        Member { name: "Message", shape: &MESSAGE_LOWER_SHAPE, is_required: true },
        Member { name: "Subject", shape: &SUBJECT_LOWER_SHAPE, is_required: false },
        Member { name: "MessageStructure", shape: &MESSAGE_STRUCTURE_LOWER_SHAPE, is_required: false },
        Member { name: "MessageAttributes", shape: &MESSAGE_ATTRIBUTE_MAP_SHAPE, is_required: false },
        Member { name: "MessageDeduplicationId", shape: &STRING_SHAPE, is_required: false },
        Member { name: "MessageGroupId", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static PUBLISH_RESPONSE: Structure = Structure {
    name: "PublishResponse",
    members: &[
        Member { name: "MessageId", shape: &MESSAGE_ID_LOWER_SHAPE, is_required: false },
        Member { name: "SequenceNumber", shape: &STRING_SHAPE, is_required: false },
    ],
};
pub static REMOVE_PERMISSION_INPUT: Structure = Structure {
    name: "RemovePermissionInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "Label", shape: &LABEL_LOWER_SHAPE, is_required: true },
    ],
};
pub static SET_SUBSCRIPTION_ATTRIBUTES_INPUT: Structure = Structure {
    name: "SetSubscriptionAttributesInput",
    members: &[
        Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "AttributeName", shape: &ATTRIBUTE_NAME_LOWER_SHAPE, is_required: true },
        Member { name: "AttributeValue", shape: &ATTRIBUTE_VALUE_LOWER_SHAPE, is_required: false },
    ],
};
pub static SET_TOPIC_ATTRIBUTES_INPUT: Structure = Structure {
    name: "SetTopicAttributesInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "AttributeName", shape: &ATTRIBUTE_NAME_LOWER_SHAPE, is_required: true },
        Member { name: "AttributeValue", shape: &ATTRIBUTE_VALUE_LOWER_SHAPE, is_required: false },
    ],
};
static STRING_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
pub static SUBSCRIBE_INPUT: Structure = Structure {
    name: "SubscribeInput",
    members: &[
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: true },
        Member { name: "Protocol", shape: &PROTOCOL_LOWER_SHAPE, is_required: true },
        Member { name: "Endpoint", shape: &ENDPOINT_LOWER_SHAPE, is_required: false },
        Member { name: "Attributes", shape: &SUBSCRIPTION_ATTRIBUTES_MAP_SHAPE, is_required: false },
        Member { name: "ReturnSubscriptionArn", shape: &BOOLEAN_LOWER_SHAPE, is_required: false },
    ],
};
pub static SUBSCRIBE_RESPONSE: Structure = Structure {
    name: "SubscribeResponse",
    members: &[Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: false }],
};
pub static SUBSCRIPTION: Structure = Structure {
    name: "Subscription",
    members: &[
        Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: false },
        Member { name: "Owner", shape: &ACCOUNT_LOWER_SHAPE, is_required: false },
        Member { name: "Protocol", shape: &PROTOCOL_LOWER_SHAPE, is_required: false },
        Member { name: "Endpoint", shape: &ENDPOINT_LOWER_SHAPE, is_required: false },
        Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: false },
    ],
};
static SUBSCRIPTION_ATTRIBUTES_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &ATTRIBUTE_NAME_LOWER_SHAPE,
    value: &ATTRIBUTE_VALUE_LOWER_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static SUBSCRIPTIONS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&SUBSCRIPTION), wire: "member", min: 0, max: u64::MAX });
pub static TAG: Structure = Structure {
    name: "Tag",
    members: &[
        Member { name: "Key", shape: &TAG_KEY_SHAPE, is_required: true },
        Member { name: "Value", shape: &TAG_VALUE_SHAPE, is_required: true },
    ],
};
static TAG_KEY_SHAPE: Shape = Shape::Text(Text { min: 1, max: 128, pattern: None, values: &[], is_sensitive: false });
static TAG_KEY_LIST_SHAPE: Shape = Shape::List(List { member: &TAG_KEY_SHAPE, wire: "member", min: 0, max: u64::MAX });
static TAG_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TAG), wire: "member", min: 0, max: u64::MAX });
pub static TAG_RESOURCE_REQUEST: Structure = Structure {
    name: "TagResourceRequest",
    members: &[
        Member { name: "ResourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "Tags", shape: &TAG_LIST_SHAPE, is_required: true },
    ],
};
pub static TAG_RESOURCE_RESPONSE: Structure = Structure { name: "TagResourceResponse", members: &[] };
static TAG_VALUE_SHAPE: Shape = Shape::Text(Text { min: 0, max: 256, pattern: None, values: &[], is_sensitive: false });
pub static TOPIC: Structure = Structure {
    name: "Topic",
    members: &[Member { name: "TopicArn", shape: &TOPIC_ARN_LOWER_SHAPE, is_required: false }],
};
static TOPIC_ATTRIBUTES_MAP_SHAPE: Shape = Shape::Map(Map {
    key: &ATTRIBUTE_NAME_LOWER_SHAPE,
    value: &ATTRIBUTE_VALUE_LOWER_SHAPE,
    key_wire: "key",
    value_wire: "value",
    min: 0,
    max: u64::MAX,
});
static TOPICS_LIST_SHAPE: Shape =
    Shape::List(List { member: &Shape::Structure(&TOPIC), wire: "member", min: 0, max: u64::MAX });
pub static UNSUBSCRIBE_INPUT: Structure = Structure {
    name: "UnsubscribeInput",
    members: &[Member { name: "SubscriptionArn", shape: &SUBSCRIPTION_ARN_LOWER_SHAPE, is_required: true }],
};
pub static UNTAG_RESOURCE_REQUEST: Structure = Structure {
    name: "UntagResourceRequest",
    members: &[
        Member { name: "ResourceArn", shape: &AMAZON_RESOURCE_NAME_SHAPE, is_required: true },
        Member { name: "TagKeys", shape: &TAG_KEY_LIST_SHAPE, is_required: true },
    ],
};
pub static UNTAG_RESOURCE_RESPONSE: Structure = Structure { name: "UntagResourceResponse", members: &[] };
static ACCOUNT_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ACTION_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ATTRIBUTE_NAME_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ATTRIBUTE_VALUE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static AUTHENTICATE_ON_UNSUBSCRIBE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static BOOLEAN_LOWER_SHAPE: Shape = Shape::Boolean;
static DELEGATE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static ENDPOINT_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static LABEL_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static MESSAGE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static MESSAGE_ID_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static MESSAGE_STRUCTURE_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static NEXT_TOKEN_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static PROTOCOL_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static SUBJECT_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static SUBSCRIPTION_ARN_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static TOKEN_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static TOPIC_ARN_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
static TOPIC_NAME_LOWER_SHAPE: Shape =
    Shape::Text(Text { min: 0, max: u64::MAX, pattern: None, values: &[], is_sensitive: false });
