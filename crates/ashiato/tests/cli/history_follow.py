"""Follows event history while many call at once: each call that is answered is shown, and none is shown twice."""
import collections, csv, os, subprocess, threading, time
import boto3

WORKERS, SECONDS = 8, 5
sts = [boto3.client("sts") for _ in range(WORKERS)]
id_of = lambda answer: answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"]
before = id_of(sts[0].get_caller_identity())

wanted = "EventName=GetCallerIdentity or EventName=ListWorkGroups"
follower = subprocess.Popen([os.environ["ASHIATO"], "history", "--follow", "--output", "csv", "--limit", "1", wanted],
    stdout=subprocess.PIPE, text=True)
shown = csv.DictReader(follower.stdout)
assert next(shown)["Request ID"] == before

called, end = [[] for _ in range(WORKERS)], time.monotonic() + SECONDS
def work(number):
    while time.monotonic() < end:
        called[number].append(id_of(sts[number].get_caller_identity()))
workers = [threading.Thread(target=work, args=(number,), daemon=True) for number in range(WORKERS)]
for worker in workers: worker.start()
for worker in workers: worker.join()

# What is recorded last is shown last.
last = id_of(boto3.client("athena").list_work_groups())
times = collections.Counter()
for row in shown:
    times[row["Request ID"]] += 1
    if row["Request ID"] == last:
        break
follower.kill()
expected = {id for ids in called for id in ids} | {last}
assert len(expected) > 100, len(expected)
missing, twice = expected - set(times), [id for id, count in times.items() if count > 1]
assert not missing and not twice and len(times) == len(expected), (len(expected), len(missing), len(twice), len(times))
print("each once")
