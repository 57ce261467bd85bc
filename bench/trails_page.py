"""The part of the page that tells what recording, looking up and proving cost, and their goals."""
from goals import Goal

THROUGHPUT = 0.9
P50_MS = 1
ONE_KEY_MS = 200
NEWEST_MS = 50
VALIDATION = 10


def trails_goals(trails):
    recording, validating = trails["recording"], trails["validating"]
    lookups = {lookup["name"]: lookup for lookup in trails["remembering"]["lookups"]}
    on, off = recording["on"], recording["off"]
    cli = validating["awscli"]
    return [
        Goal("puts of 1 KB a second, of 1,000, recording on ÷ off", THROUGHPUT, on["rate"] / off["rate"], is_least=True),
        Goal("puts of 1 KB a second, at most, recording on ÷ off", THROUGHPUT, on["most"] / off["most"], is_least=True),
        Goal("p50 of a put at 1,000 a second, recording on less off", P50_MS, on["p50"] - off["p50"], "ms"),
        Goal("one access key among 10,000,000 events, the first lookup", ONE_KEY_MS, lookups["a rare access key"]["first"], "ms"),
        Goal("the newest 50 of 10,000,000 events, the first lookup", NEWEST_MS, lookups["newest 50"]["first"], "ms"),
        *(
            Goal(f"`aws cloudtrail validate-logs` ÷ `ashiato validate-logs` {of}, {figure}", VALIDATION, cli[key] / run[key], is_least=True)
            for of, run in [("over a copy", validating["folder"]), ("from the server", validating["bucket"])]
            for figure, key in [("time", "wall"), ("CPU", "cpu")]
        ),
    ]


def trails_section(trails, table):
    recording, remembering, validating = trails["recording"], trails["remembering"], trails["validating"]
    puts = [
        [name, *(f"{run[figure]:.2f}" for figure in ("p50", "p99", "rate", "most", "cpu"))] for name, run in recording.items()
    ]
    lookups = [
        [of["name"], f"{of['first']:.1f}", f"{of['median']:.1f}", str(of["events"])] for of in remembering["lookups"]
    ]
    files = validating["files"]
    by = {"awscli": "AWS CLI, from the server", "bucket": "`ashiato`, from the server", "folder": "`ashiato`, a copy in a folder"}
    proofs = [[title, f"{validating[name]['cpu']:.2f}", f"{validating[name]['wall']:.2f}"] for name, title in by.items()]
    return [
        "## Recording",
        "Objects of 1 KB put into the embedded S3, each request presigned, over 64 connections: 1,000 in a second, timed from"
        " the moment that each was due, and a thousand as fast as they are answered. A server that records and one that does"
        " not are asked by turns, one halted while the other is asked; medians of the turns, but for p99, which is of all puts; processor time with what is done"
        " after the answers.",
        table(["recording", "p50, ms", "p99, ms", "a second, of 1,000", "a second, at most", "CPU ms a put"], puts),
        "## Event history",
        f"Lookups of 50 events among {remembering['events']:,} of ninety days, milliseconds. At the first no footer of a file"
        f" has been read. To open the history takes {remembering['open']:.0f} ms.",
        table(["lookup", "first", "median of ten", "events"], lookups),
        "## Validation",
        f"Thirty days of a trail: {files['logs']:,} log files of 100 records, {files['digests']:,} digests.",
        table(["by", "CPU s", "seconds passed"], proofs),
    ]
