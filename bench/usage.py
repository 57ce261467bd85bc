"""What a run costs: processor time, time passed, memory."""
import os
import resource
import subprocess
import tempfile
import time
from dataclasses import dataclass


def measured(run):
    """Runs a function within this process: its answer, and its seconds. Start-up and imports are left out."""
    before, started = processor_seconds(), time.perf_counter()
    answer = run()
    return answer, {"cpu": processor_seconds() - before, "wall": time.perf_counter() - started}


def processor_seconds():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


@dataclass
class Run:
    """A process that has ended."""

    output: bytes
    errors: str
    code: int
    cpu: float
    wall: float
    peak_mb: float


def process(command, text=None, environment=None):
    """Runs a fresh process and measures all of it, from its start to its end."""
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors, tempfile.TemporaryFile() as given:
        given.write((text or "").encode())
        given.seek(0)
        started = time.perf_counter()
        child = subprocess.Popen([str(part) for part in command], stdin=given, stdout=output, stderr=errors, env=environment)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        return Run(
            output.read(),
            errors.read().decode(errors="replace"),
            child.returncode,
            usage.ru_utime + usage.ru_stime,
            wall,
            usage.ru_maxrss / 1024,
        )
