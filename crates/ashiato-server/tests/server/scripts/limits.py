# Each limit that a service's model declares, of each member of each operation that is served: a value just beyond it is
# refused with the member's name and the limit, and a value at it is not. The cases come from botocore's own models, so
# that none is forgotten. Begins with SERVED, which says of each service what its list of operations says, and with
# MODELS, the version whose models the server was made from.
import re
import botocore
from concurrent.futures import ThreadPoolExecutor
import botocore.session

# The codes under which each service says that an input breaks its limits.
CODES = {
    "athena": ["InvalidRequestException"], "glue": ["ValidationException"], "iam": ["ValidationError"],
    "kms": ["ValidationException"], "sts": ["ValidationError"], "logs": ["InvalidParameterException"], "sns": ["InvalidParameter"],
    "cloudwatch": ["ValidationError"], "cloudtrail": [
        "ValidationException", "InvalidEventSelectorsException", "InvalidInsightSelectorsException",
        "InvalidTagParameterException", "InvalidMaxResultsException", "InvalidEventCategoryException",
        "InvalidLookupAttributesException"]}
# So many cases at least there are of each: a mistake here that makes none is no success.
LEAST = {"athena": 700, "glue": 1900, "iam": 1000, "sts": 120, "logs": 100, "sns": 20, "cloudtrail": 60, "kms": 100,
         "cloudwatch": 300}
# Texts that some pattern of a model asks for; the first that a shape takes is its valid value.
SAMPLES = [
    "a", "aa", "abc", "111122223333", "AKIDAAAAAAAAAAAAAAAA", "a" * 20, "a" * 64, "s3://bucket/key",
    "arn:aws:iam::111122223333:role/r", "arn:aws:kms:eu-north-1:111122223333:key/k",
    "arn:aws:iam::111122223333:role/service-role/r", "arn:aws:sso:::instance/ssoins-aaaaaaaaaaaaaaaa",
    "arn:aws:sso::111122223333:application/ssoins-aaaaaaaaaaaaaaaa/apl-aaaaaaaaaaaaaaaa", "https://example.com", "/", "/a/",
    "alias/a", "1", "123456", "v1", "00000000-0000-0000-0000-000000000000", "arn:aws:glue:eu-north-1:111122223333:database/d"]
# Texts that some pattern forbids; the first that a shape does not take is what it must refuse.
FOREIGN = ["\u0001", "a b", "é", "!", "", "a:*", "a\nb", "a\n"]
# Java's classes of characters, as far as the models use them, in Python's words.
CLASSES = {
    r"\p{L}": r"A-Za-z\u00c0-\u024f", r"\p{Z}": " ", r"\p{N}": "0-9", r"\p{P}": r"!-#%-*,-/:;?@\[-\]_{}",
    r"\uD800\uDC00-\uDBFF\uDFFF": "\U00010000-\U0010FFFF"}
# Larger than what a body of the service may hold, or the test would send: the limit stands, and is not tried.
TRIED_LENGTH_MAX = 600_000
# What is not held against the model that is installed here, and why: by operation and path, or by member.
FILLED_IN = "where it is not given botocore makes one up"
EXCEPTIONS = {
    ("athena", "DeleteNamedQuery", "namedQueryId"): FILLED_IN,
    ("athena", "StopQueryExecution", "queryExecutionId"): FILLED_IN,
}


def pattern_of(shape):
    text = shape.metadata.get("pattern")
    if text is None:
        return None
    for java, python in CLASSES.items():
        text = text.replace(java, python)
    return re.compile(text, re.ASCII)


def takes(shape, text):
    limits, pattern = shape.metadata, pattern_of(shape)
    is_of_length = limits.get("min", 0) <= len(text) <= limits.get("max", len(text))
    return is_of_length and (pattern is None or pattern.fullmatch(text)) and text in (limits.get("enum") or [text])


def valid(shape, above=()):
    """The least value that a shape takes."""
    limits = shape.metadata
    if shape.type_name == "structure":
        needed = shape.required_members
        return {name: valid(shape.members[name], (*above, shape.name)) for name in needed}
    if shape.type_name == "list":
        return [valid(shape.member, (*above, shape.name)) for _ in range(limits.get("min", 0))]
    if shape.type_name == "map":
        count = limits.get("min", 0)
        return dict(zip(texts(shape.key, count), [valid(shape.value, above)] * count))
    if shape.type_name == "string":
        return (limits.get("enum") or texts(shape, 1))[0]
    return {"boolean": True, "timestamp": 0, "blob": b"a" * limits.get("min", 0)}.get(shape.type_name, limits.get("min", 1))


def texts(shape, count):
    """As many texts that a shape takes, no two the same."""
    samples = [text for text in SAMPLES + ["a" * shape.metadata.get("min", 0)] if takes(shape, text)]
    assert samples, f"no sample of {shape.name}: {shape.metadata}"
    return [samples[0] if n == 0 else f"{samples[0]}{n}" for n in range(count)]


def lengthened(shape, length):
    """A value of so many characters, bytes, items or entries."""
    if shape.type_name == "list":
        return [valid(shape.member)] * length
    if shape.type_name == "map":
        return dict(zip(texts(shape.key, length), [valid(shape.value)] * length))
    if shape.type_name == "blob":
        return b"a" * length
    fits = lambda text: len(text) <= length and takes(shape, text.ljust(length, text[-1]))
    sample = next(filter(fits, SAMPLES), "a")
    return sample.ljust(length, sample[-1])[:length]


def cases(shape, path, above=()):
    """Values of this shape, where each is told, what limit it is about, and whether it is beyond that or at it."""
    limits, kind = shape.metadata, shape.type_name
    if kind in ("string", "list", "map", "blob"):
        least, most = limits.get("min", 0), limits.get("max")
        if least > 0:
            limit = f"have length greater than or equal to {least}"
            yield lengthened(shape, least - 1), path, limit, True
            yield lengthened(shape, least), path, limit, False
        if most is not None and most <= TRIED_LENGTH_MAX:
            limit = f"have length less than or equal to {most}"
            yield lengthened(shape, most + 1), path, limit, True
            yield lengthened(shape, most), path, limit, False
    if kind in ("integer", "long", "float", "double"):
        for word, bound, step in [("greater", "min", -1), ("less", "max", 1)]:
            if bound in limits and abs(limits[bound]) < 2**53:
                limit = f"have value {word} than or equal to {limits[bound]}"
                yield limits[bound] + step, path, limit, True
                yield limits[bound], path, limit, False
    if kind == "string" and limits.get("enum"):
        limit = "satisfy enum value set: [" + ", ".join(limits["enum"]) + "]"
        yield "no such value", path, limit, True
        yield from ((value, path, limit, False) for value in limits["enum"])
    if kind == "string" and (pattern := pattern_of(shape)):
        limit = f"satisfy regular expression pattern: {limits['pattern']}"
        # Some patterns take every text.
        foreign = [text for text in FOREIGN if not pattern.fullmatch(text)][:1]
        yield from ((text, path, limit, True) for text in foreign)
        yield texts(shape, 1)[0], path, limit, False
    if shape.name in above:
        return
    above = (*above, shape.name)
    if kind == "structure":
        for name, member in shape.members.items():
            inner = f"{path}.{lower(name)}" if path else lower(name)
            whole = valid(shape)
            if name in shape.required_members:
                yield {other: value for other, value in whole.items() if other != name}, inner, "not be null", True
            for value, *others in cases(member, inner, above):
                yield {**whole, name: value}, *others
    if kind == "list":
        rest = [valid(shape.member)] * (limits.get("min", 1) - 1)
        for value, *others in cases(shape.member, f"{path}.1.member", above):
            yield [value, *rest], *others
    if kind == "map":
        key = texts(shape.key, 1)[0]
        for value, *others in cases(shape.key, f"{path}.key", above):
            yield {value: valid(shape.value)}, *others
        for value, *others in cases(shape.value, f"{path}.{key}.member", above):
            yield {key: value}, *others


def lower(name):
    return name[0].lower() + name[1:]


def is_sent(value, protocol):
    """A form carries no empty structure and no empty map: what is in one is as if it were not there."""
    if protocol != "query" or not isinstance(value, (dict, list)):
        return True
    if isinstance(value, dict):
        return bool(value) and all(is_sent(inner, protocol) for inner in value.values())
    return all(is_sent(inner, protocol) for inner in value)


def told(call, arguments):
    try:
        call(**arguments)
    except ClientError as error:
        told = error.response["Error"]
        return error.response["ResponseMetadata"]["HTTPStatusCode"], told["Code"], told["Message"]
    return 200, "", ""


def shortened(message):
    return re.sub(r"Value '.*?…?' at", "Value … at", message, flags=re.DOTALL)[:300]


def check(case):
    """What is wrong with the answer to one case; None where nothing is."""
    service, operation, call, arguments, path, limit, is_beyond = case
    status, code, message = told(call, arguments)
    is_told = f"at '{path}' failed to satisfy constraint: Member must {limit}" in message
    if status < 500 and is_told == is_beyond and (code in CODES[service] or not is_beyond):
        return None
    where = f"{service} {operation} {path}: {'' if is_beyond else 'at its limit: '}{limit[:80]}"
    return f"{where}: {status} {code} {shortened(message)}"


def is_tried(service, operation, path, arguments, protocol):
    """Whether it is sent as it is meant, and is no exception."""
    names = [(service, operation, path), (service, "*", path.split(".")[-1])]
    is_excepted = any(name in EXCEPTIONS for name in names)
    return not is_excepted and all(is_sent(value, protocol) for value in arguments.values())


def all_cases(service):
    model = botocore.session.get_session().get_service_model(service)
    calls = client(service, parameter_validation=False, max_pool_connections=8)
    for line in SERVED[service].splitlines():
        operation, word = line.split()
        if word == "refused" or (shape := model.operation_model(operation).input_shape) is None:
            continue
        call = getattr(calls, botocore.xform_name(operation))
        for arguments, path, *limit in cases(shape, ""):
            if is_tried(service, operation, path, arguments, model.protocol):
                yield service, operation, call, arguments, path, *limit


# Of another version, what differs would be the models' doing.
assert botocore.__version__ == MODELS, f"the server is made from the models of botocore {MODELS}: install that"
tried, wrong = {}, []
for service in SERVED:
    these = list(all_cases(service))
    tried[service] = len(these)
    with ThreadPoolExecutor(4) as pool:
        wrong += [why for why in pool.map(check, these) if why]
assert not wrong, f"{len(wrong)} of {tried}:\n" + "\n".join(wrong)
# Models grow: a number that falls says that cases are no longer made.
assert all(tried[service] >= least for service, least in LEAST.items()), tried
print("passed")
