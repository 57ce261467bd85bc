"""The part of the page that tells what serving costs, and its goals."""
from goals import Goal

SERVED = 1.15
PRUNED = 0.1
TRIVIAL_MS = 50
TAIL = 10
DISK = 0.5
STOPPED_MS = 1000


def serving_goals(serving):
    questions, crowd, objects = serving["questions"], serving["crowd"], serving["objects"]
    whole, day = (questions[name]["served"]["cpu"] for name in ("whole", "day"))
    refused = sum(count for failure, count in crowd["failures"].items() if failure != "throttled")
    return [
        Goal("Root's activity served, × `ashiato query`", SERVED, whole / questions["whole"]["command"]["cpu"]),
        Goal("one day of thirty served, × the whole", PRUNED, day / whole),
        Goal("`SELECT 1` from start to row, median", TRIVIAL_MS, serving["trivial"]["median"], "ms"),
        Goal(f"{crowd['asked']} queries at once, p99 × median", TAIL, crowd["p99"] / crowd["median"]),
        Goal(f"{crowd['asked']} queries at once, failed otherwise than by limit", 0, refused, "of them"),
        Goal("64 MB put, × the disk's rate", DISK, objects["write"] / objects["put"], is_least=True),
        Goal("64 MB got, × the disk's rate", DISK, objects["read"] / objects["get"], is_least=True),
        Goal("a query stopped, until its threads are free, the slowest", STOPPED_MS, max(serving["stopping"].values()) * 1000, "ms"),
    ]


def serving_section(serving, table):
    """What was measured, in the words of the page."""
    questions, trivial, crowd, objects = (serving[name] for name in ("questions", "trivial", "crowd", "objects"))
    largest, lines = serving["largest"], []
    for name, title in [("whole", "everything"), ("day", "one day, by its partitions")]:
        one, other = questions[name]["served"], questions[name]["command"]
        figures = [one["cpu"], other["cpu"], one["cpu"] / other["cpu"], one["wall"], other["wall"]]
        lines.append([title, *(f"{figure:.3f}" for figure in figures)])
    heads = ["Root's activity in", "served, CPU s", "`ashiato query`, CPU s", "÷", "served, s", "`ashiato query`, s"]
    rates = {way: 64 / objects[way] for way in ("write", "put", "read", "get", "read_cached", "get_cached")}
    return [
        "## Serving",
        f"`ashiato serve` over an empty folder, {serving['put']['files']:,} files put into its S3 by boto3 in"
        f" {serving['put']['wall']:.0f} s, then Root's activity asked through Athena's interface, polled every 10 ms,"
        " beside `ashiato query` with the same statements on the same bytes, turn by turn. The server's processor time has"
        " the polls and the result's files in it, the command's its start.",
        table(heads, lines),
        f"`SELECT 1`, {trivial['times']} times one after the other, from its start to its row: median"
        f" {trivial['median']:.1f} ms, 95 of 100 within {trivial['p95']:.1f} ms.",
        f"{crowd['asked']} clients that ask for one day at the same moment, polling twice a second: {crowd['answered']}"
        f" answered, median {crowd['median']:.2f} s, p99 {crowd['p99']:.2f} s, all within {crowd['wall']:.2f} s and"
        f" {crowd['cpu']:.2f} CPU s of the server; failures: {failures(crowd)}. The server's peak until then:"
        f" {serving['peak']:.0f} MB.",
        "Objects of 64 MB, MB a second: put {put:.0f}, where a file of the same bytes is written and synced with"
        " {write:.0f}; got {get:.0f}, where a file that the kernel has not cached is read with {read:.0f}; from the"
        " kernel's cache {get_cached:.0f} and {read_cached:.0f}.".format(**rates),
        f"An object of {largest['size'] / 2**30:g} GiB: put in {largest['put']:.0f} s, got in {largest['get']:.0f} s by boto3, the"
        f" peak of a server of its own {largest['peak']:.0f} MB.",
        "Queries that would run for ever, stopped after two processor seconds; milliseconds until no thread of theirs runs: "
        + ", ".join(f"{name} {took * 1000:.0f}" for name, took in serving["stopping"].items()) + ".",
    ]


def failures(crowd):
    return ", ".join(f"{count} × {failure}" for failure, count in crowd["failures"].items()) or "none"
