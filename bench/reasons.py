"""Why goals are not reached, as far as it is known: profiles of the reader (`perf`), part by part."""

# By how a goal's name begins.
REASONS = {
    "count of all records": "Machines differ by a tenth: on two cores of an Intel Xeon the same reader took 1.16 of decompression for this"
    " question, 1.08 for an access key and 1.09 for one user. What is beyond decompression is the one pass that counts records, and"
    " the process's start.",
    "what one access key did": "As above: the machine.",
    "SELECT * for one user": "As above: the machine.",
    "the ten most frequent errors": "In every file a few calls failed, so that no file is ruled out: one pass that finds both the needle and"
    " the ends of records costs about 0.14 of decompression, what is done for each hit 0.06. The trial code that reached the"
    " goal did not count the records it passed, nor find the end of each.",
    "S3 calls by bucket": "The same pass, and 28 records of 100 are wanted: their walks cost about 0.15 of decompression, the path in"
    " the parameters and the grouping 0.1.",
    "every column": "The walk from key to key, which fills the columns of text on its way, costs about 0.9 of decompression: 38 members"
    " a record, each some 180 instructions. Lists, maps, room for the rows and the check of UTF-8 cost 0.35, what asks for the batches"
    " and memory's coming and going 0.3. The trial code, run over these files, takes 1.9 (2.0 with the check of UTF-8), though it"
    " leaves sessions, resources and TLS details as text, and copies no text. Those figures are an Intel Xeon's, with 2.82 in all.",
    "chDB": "It is the question by bucket, as above.",
    "small files against as many records": "Files of eight records take 2.7 times the bytes of gzip for the same records, and decompression alone"
    " costs 3.4 times as much.",
    "small files against as many bytes": "Opening, reading and queueing a file costs about ten microseconds, as much as inflating what"
    " is in one of eight records.",
    "`aws cloudtrail validate-logs` ÷ `ashiato validate-logs` from the server": "Client and server share the two processors, and the server's"
    " own work for 9,360 signed, decided and recorded requests is the larger part of the time; the client's part that is not hashing"
    " is HTTP.",
    "`aws cloudtrail validate-logs` ÷ `ashiato validate-logs` over a copy, CPU": "Hashing and inflating 900 MB are 1.1 of the 1.5"
    " processor seconds, and the AWS CLI, which does both in C, needs as much for them.",
    "puts of 1 KB a second, at most": "A call's record is on the disk before its answer: a second file to sync, and about 0.15 ms of the"
    " processors for the record, its place in event history and what a trail is given. At the rate that was asked for nothing is lost.",
    "64 MB put": "S3's ETag is an MD5, which takes 0.1 s for 64 MB in one thread, and boto3 hashes the body for 0.08 s before it"
    " sends the first byte.",
}


def why(goals):
    """A line for each reason that a goal among these was not reached for."""
    missed = [goal.name for goal in goals if "not" in goal.verdict()]
    return [f"- {start}: {reason}" for start, reason in REASONS.items() if any(name.startswith(start) for name in missed)]
