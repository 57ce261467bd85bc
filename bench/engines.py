"""The engines, each asked in a fresh process."""
import json
import pathlib
import sys

import rows
from usage import process

HERE = pathlib.Path(__file__).resolve().parent


class Failed(Exception):
    """An engine did not answer."""


def checked(run, what):
    if run.code != 0:
        raise Failed(f"{what} ended with {run.code}:\n{run.errors.strip()[-2000:]}")
    return run


def ashiato(binary, data, sql, threads, output="json"):
    """Asks Ashiato. The whole process counts, start-up and all."""
    command = [binary, "query", "--logs", data, "--threads", str(threads), "--output", output, sql]
    return checked(process(command), f"ashiato ({sql})")


def ask_ashiato(binary, question, data, threads):
    run = ashiato(binary, data.logs, question.ashiato.format(**data.constants()), threads)
    objects = json.loads(run.output)
    names = list(objects[0]) if objects else question.compared or []
    answer = rows.comparable(names, [list(row.values()) for row in objects], question.compared)
    return {"cpu": run.cpu, "wall": run.wall, "peak": run.peak_mb, "rows": answer}


def ask_rival(script, question, data, threads):
    """Asks DuckDB or chDB. Only the query counts, not the start of Python and the import."""
    task = {
        "glob": data.glob,
        "duckdb": question.duckdb,
        "clickhouse": question.clickhouse,
        "columns": question.columns,
        "identity": question.identity,
        "compared": question.compared,
        "constants": data.constants(),
        "threads": threads,
    }
    run = checked(process([sys.executable, HERE / script], json.dumps(task)), f"{script} ({question.name})")
    answer = json.loads(run.output.splitlines()[-1])
    return {"cpu": answer["cpu"], "wall": answer["wall"], "peak": run.peak_mb, "rows": answer["rows"]}


def floor(binary, data):
    """Decompresses every file of the data and does no more: what everything is measured by."""
    run = checked(process([binary, "--threads", "1", data.logs]), "floor")
    figures = json.loads(run.output)
    return {"cpu": figures["cpu_seconds"], "wall": figures["wall_seconds"], "text": figures["text_bytes"]}
