# Metrics: what is put, by value, set and distribution, and what is told of it.
minute = datetime.datetime.now(UTC).replace(second=0, microsecond=0)
at = lambda minutes, seconds=0: minute + datetime.timedelta(minutes=minutes, seconds=seconds)
put = lambda *data, namespace="n": cloudwatch.put_metric_data(Namespace=namespace, MetricData=list(data))
put({"MetricName": "m", "Value": 2, "Timestamp": at(-10, 5), "Unit": "Count"},
    {"MetricName": "m", "Value": 4, "Timestamp": at(-10, 55), "Unit": "Count"},
    {"MetricName": "m", "Values": [1, 3], "Counts": [1, 2], "Timestamp": at(-9), "Unit": "Count"},
    {"MetricName": "m", "Values": [10, 20], "Timestamp": at(-8), "Unit": "Count"},
    {"MetricName": "m", "StatisticValues": {"SampleCount": 4, "Sum": 10, "Minimum": -1, "Maximum": 8}, "Timestamp": at(-7),
     "Unit": "Count"},
    {"MetricName": "m", "Value": 5, "Timestamp": at(-7)})
put({"MetricName": "m", "Value": 1.5, "Timestamp": at(-10, 30), "Unit": "Count"})

ALL = ["SampleCount", "Average", "Sum", "Minimum", "Maximum"]


def statistics(*names, period=60, start=at(-30), end=at(5), name="m", **others):
    told = cloudwatch.get_metric_statistics(Namespace="n", MetricName=name, StartTime=start, EndTime=end, Period=period,
                                            Statistics=names or ALL, **others)
    assert told["Label"] == name, told
    told = sorted(told["Datapoints"], key=lambda one: (one["Timestamp"], one["Unit"]))
    return [(one["Timestamp"], one["Unit"], *(one[name] for name in names or ALL)) for one in told]


assert statistics() == [
    (at(-10), "Count", 3, 2.5, 7.5, 1.5, 4), (at(-9), "Count", 3, 7 / 3, 7, 1, 3), (at(-8), "Count", 2, 15, 30, 10, 20),
    (at(-7), "Count", 4, 2.5, 10, -1, 8), (at(-7), "None", 1, 5, 5, 5, 5)], statistics()
assert statistics("Sum", Unit="None") == [(at(-7), "None", 5)] and statistics("Sum", Unit="Bytes") == []
# Periods begin where the range does; its end is not in it.
assert statistics("Sum", period=120, start=at(-10), end=at(-7)) == [(at(-10), "Count", 14.5), (at(-8), "Count", 30)]
assert statistics("SampleCount", period=3600, start=at(-30)) == [(at(-30), "Count", 12), (at(-30), "None", 1)]
assert statistics(name="none") == []

# Of dimensions the order means nothing, and they are all of the name.
two = [{"Name": "B", "Value": "2"}, {"Name": "A", "Value": "1"}]
put({"MetricName": "m", "Value": 7, "Dimensions": two}, {"MetricName": "m", "Value": 1, "Dimensions": two[::-1]},
    {"MetricName": "d", "Value": 1, "Dimensions": two[:1]})
assert sum(sums("n", "m", Dimensions=two[::-1])) == 8 and sums("n", "m", Dimensions=two[:1]) == []
put({"MetricName": "x", "Value": 1}, namespace="other")
metrics = lambda **wanted: [
    (one["Namespace"], one["MetricName"], [(d["Name"], d["Value"]) for d in one["Dimensions"]])
    for one in cloudwatch.list_metrics(**wanted)["Metrics"]]
AB, B = [("A", "1"), ("B", "2")], [("B", "2")]
assert sorted(metrics()) == [("n", "d", B), ("n", "m", []), ("n", "m", AB), ("other", "x", [])], metrics()
assert sorted(metrics(MetricName="m")) == [("n", "m", []), ("n", "m", AB)] and metrics(Namespace="other") == [("other", "x", [])]
assert sorted(metrics(Dimensions=[{"Name": "B"}])) == [("n", "d", B), ("n", "m", AB)]
assert metrics(Dimensions=[{"Name": "B", "Value": "2"}, {"Name": "A"}]) == [("n", "m", AB)]
assert metrics(Dimensions=[{"Name": "B", "Value": "3"}]) == []
put({"MetricName": "old", "Value": 1, "Timestamp": at(-300)})
assert len(metrics()) == 5 and len(metrics(RecentlyActive="PT3H")) == 4
owned = cloudwatch.list_metrics(IncludeLinkedAccounts=True, OwningAccount="111122223333")
assert owned["OwningAccounts"] == ["111122223333"] * 5, owned
# More than a page.
for first in range(0, 600, 200):
    put(*({"MetricName": f"many{n}", "Value": n} for n in range(first, first + 200)), namespace="many")
pages = [page["Metrics"] for page in cloudwatch.get_paginator("list_metrics").paginate(Namespace="many")]
assert [len(page) for page in pages] == [500, 100], [len(page) for page in pages]
assert len({one["MetricName"] for page in pages for one in page}) == 600

# Seconds are kept where that is asked for.
put({"MetricName": "fast", "Value": 1, "Timestamp": at(-1, 3.5), "StorageResolution": 1},
    {"MetricName": "fast", "Value": 2, "Timestamp": at(-1, 17), "StorageResolution": 1})
assert statistics("Sum", name="fast", period=10) == [(at(-1), "None", 1), (at(-1, 10), "None", 2)]
assert statistics("Sum", name="fast", period=1, start=at(-2), end=at(0)) == [(at(-1, 3), "None", 1), (at(-1, 17), "None", 2)]
assert statistics("Sum", name="fast") == [(at(-1), "None", 3)]


def query(id, stat="Sum", name="m", period=60, **others):
    return {"Id": id, "MetricStat": {"Metric": {"Namespace": "n", "MetricName": name}, "Period": period, "Stat": stat}, **others}


def data(*queries, **others):
    told = cloudwatch.get_metric_data(MetricDataQueries=list(queries), StartTime=at(-30), EndTime=at(5), **others)
    return told["MetricDataResults"], told.get("NextToken")


(first, second), token = data(query("a", Label="l"), query("b", "Maximum", name="fast"), query("c", ReturnData=False))
assert token is None and (first["Id"], first["Label"], first["StatusCode"]) == ("a", "l", "Complete"), first
assert first["Timestamps"] == [at(-7), at(-8), at(-9), at(-10)] and first["Values"] == [15, 30, 7, 7.5], first
assert (second["Label"], second["Timestamps"], second["Values"]) == ("fast", [at(-1)], [2]), second
(first,), _ = data(query("a"), ScanBy="TimestampAscending")
assert first["Values"] == [7.5, 7, 30, 15], first
# Page by page.
told = cloudwatch.get_paginator("get_metric_data").paginate(
    MetricDataQueries=[query("a"), query("b", name="fast"), query("none", name="none")], StartTime=at(-30), EndTime=at(5),
    MaxDatapoints=3)
told = [[(one["Id"], one["Values"], one["StatusCode"]) for one in page["MetricDataResults"]] for page in told]
assert told == [[("a", [15, 30, 7], "PartialData")],
                [("a", [7.5], "Complete"), ("b", [3], "Complete"), ("none", [], "Complete")]], told

# A body that is compressed, as clients do from 10 KB on.
large = [{"MetricName": f"large{n}", "Dimensions": [{"Name": "name", "Value": "v" * 200}], "Value": n} for n in range(100)]
put(*large, namespace="compressed")
assert len(metrics(Namespace="compressed")) == 100
print("passed")
