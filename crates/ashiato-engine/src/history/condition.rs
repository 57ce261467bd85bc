//! What a lookup asks of an event: attributes, and conditions over them.

/// What can be asked of an event. The first eight are those of LookupEvents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// `eventID`.
    EventId,
    /// `eventName`.
    EventName,
    /// `true` or `false`.
    ReadOnly,
    /// Who called.
    Username,
    /// The type of anything that the call was about.
    ResourceType,
    /// The name of anything that the call was about.
    ResourceName,
    /// `eventSource`.
    EventSource,
    /// The key that signed the call.
    AccessKeyId,
    /// `eventCategory`.
    EventCategory,
    /// `awsRegion`.
    Region,
    /// The account whose event it is.
    Account,
    /// `errorCode`.
    ErrorCode,
}

impl Attribute {
    /// All of them, in the order of the discriminants.
    pub const ALL: [Attribute; 12] = [
        Attribute::EventId,
        Attribute::EventName,
        Attribute::ReadOnly,
        Attribute::Username,
        Attribute::ResourceType,
        Attribute::ResourceName,
        Attribute::EventSource,
        Attribute::AccessKeyId,
        Attribute::EventCategory,
        Attribute::Region,
        Attribute::Account,
        Attribute::ErrorCode,
    ];

    /// The column of the table that holds it.
    pub fn column(self) -> &'static str {
        match self {
            Attribute::EventId => "event_id",
            Attribute::EventName => "event_name",
            Attribute::ReadOnly => "read_only",
            Attribute::Username => "user_name",
            Attribute::ResourceType => "resource_types",
            Attribute::ResourceName => "resource_names",
            Attribute::EventSource => "event_source",
            Attribute::AccessKeyId => "access_key_id",
            Attribute::EventCategory => "event_category",
            Attribute::Region => "region",
            Attribute::Account => "account",
            Attribute::ErrorCode => "error_code",
        }
    }
}

/// A condition over the attributes of an event.
///
/// It is true or false and never unknown: an event without an error code has none that equals anything, so that
/// `Not(Equals(ErrorCode, …))` holds for it. Of resources, one that fits is enough. The case of letters matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// The attribute is this value.
    Equals(Attribute, String),
    /// The attribute has this text in it.
    Contains(Attribute, String),
    /// All of them hold; an empty list does.
    And(Vec<Condition>),
    /// One of them holds; of an empty list none does.
    Or(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
}

/// Where the values of an event's attributes are: in memory, or in the columns of a file.
pub(super) trait Values {
    /// Whether `holds` says yes to any value of the attribute.
    fn any(&self, attribute: Attribute, holds: &mut dyn FnMut(&str) -> bool) -> bool;
}

impl Condition {
    pub(super) fn holds(&self, values: &impl Values) -> bool {
        match self {
            Condition::Equals(attribute, wanted) => values.any(*attribute, &mut |value| value == wanted),
            Condition::Contains(attribute, wanted) => {
                values.any(*attribute, &mut |value| value.contains(wanted.as_str()))
            }
            Condition::And(all) => all.iter().all(|condition| condition.holds(values)),
            Condition::Or(any) => any.iter().any(|condition| condition.holds(values)),
            Condition::Not(condition) => !condition.holds(values),
        }
    }

    /// Whether it could hold for an event among some of which only this is known: whether any of them can have a value.
    /// `true` may be wrong, `false` never is.
    pub(super) fn could_hold(&self, can_have: &mut dyn FnMut(Attribute, &str) -> bool) -> bool {
        match self {
            Condition::Equals(attribute, wanted) => can_have(*attribute, wanted),
            Condition::And(all) => all.iter().all(|condition| condition.could_hold(can_have)),
            Condition::Or(any) => any.iter().any(|condition| condition.could_hold(can_have)),
            Condition::Contains(..) | Condition::Not(_) => true,
        }
    }

    /// Adds the attributes that it asks for.
    pub(super) fn attributes(&self, into: &mut Vec<Attribute>) {
        match self {
            Condition::Equals(attribute, _) | Condition::Contains(attribute, _) => into.push(*attribute),
            Condition::And(all) | Condition::Or(all) => all.iter().for_each(|condition| condition.attributes(into)),
            Condition::Not(condition) => condition.attributes(into),
        }
    }

    /// How deep it nests.
    pub(super) fn depth(&self) -> usize {
        1 + match self {
            Condition::Equals(..) | Condition::Contains(..) => 0,
            Condition::And(all) | Condition::Or(all) => all.iter().map(Condition::depth).max().unwrap_or(0),
            Condition::Not(condition) => condition.depth(),
        }
    }
}

impl Values for super::event::HistoryEvent {
    fn any(&self, attribute: Attribute, holds: &mut dyn FnMut(&str) -> bool) -> bool {
        let one = match attribute {
            Attribute::EventId => self.event_id.as_deref(),
            Attribute::EventName => self.event_name.as_deref(),
            Attribute::EventSource => self.event_source.as_deref(),
            Attribute::Username => self.user_name.as_deref(),
            Attribute::AccessKeyId => self.access_key_id.as_deref(),
            Attribute::EventCategory => self.event_category.as_deref(),
            Attribute::Region => self.region.as_deref(),
            Attribute::Account => self.account.as_deref(),
            Attribute::ErrorCode => self.error_code.as_deref(),
            Attribute::ReadOnly => self.read_only.map(flag_name),
            Attribute::ResourceType => return self.resources.iter().any(|resource| holds(&resource.kind)),
            Attribute::ResourceName => return self.resources.iter().any(|resource| holds(&resource.name)),
        };
        one.is_some_and(holds)
    }
}

/// How LookupEvents writes a flag.
pub(super) fn flag_name(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}
