"""The data sets of the benchmark: made once by `ashiato generate`, then kept."""
import datetime
import json
import pathlib
import shutil
import subprocess
from dataclasses import dataclass

DAYS = 30
SMALL_FILE_EVENTS = 8
LARGE_FILE_EVENTS = 1000


@dataclass
class DataSet:
    """A folder of logs and what is in it."""

    folder: pathlib.Path
    manifest: dict

    @property
    def logs(self):
        """What every engine reads: the manifest beside it is no log."""
        return self.folder / "AWSLogs"

    @property
    def glob(self):
        return f"{self.logs}/**/*.json.gz"

    def files(self):
        return sorted(self.logs.glob("**/*.json.gz"))

    def stored_bytes(self):
        return sum(file.stat().st_size for file in self.files())

    def constants(self):
        """What the queries ask for: the needle's key, a busy key, a rare user and two ranges of time."""
        start = datetime.date.fromisoformat(self.manifest["start"])

        def at(day, hour):
            return f"{(start + datetime.timedelta(days=day)).isoformat()}T{hour:02}:00:00Z"

        last = self.manifest["days"] - 2
        return {
            "key": self.manifest["needle_key"],
            "busy": self.manifest["busy_key"],
            "user": self.manifest["rare_user"],
            "key_from": at(1, 6),
            "key_to": at(1, 18),
            "last_from": at(last, 0),
            "last_to": at(last, 6),
        }


def made(ashiato, folder, events, events_per_file=None):
    """The data set in a folder, generated if it is not there yet."""
    folder = pathlib.Path(folder)
    manifest = folder / "manifest.json"
    if not manifest.exists():
        shutil.rmtree(folder, ignore_errors=True)
        unfinished = folder.with_name(folder.name + ".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.parent.mkdir(parents=True, exist_ok=True)
        command = [str(ashiato), "generate", "--events", str(events), "--days", str(DAYS)]
        command += ["--accounts", "2", "--regions", "2", "--seed", "1"]
        if events_per_file:
            command += ["--events-per-file", str(events_per_file)]
        subprocess.run([*command, str(unfinished)], check=True)
        unfinished.rename(folder)
    return DataSet(folder, json.loads(manifest.read_text()))
