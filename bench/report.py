"""The page that tells the results: tables, and each goal beside what was reached."""
import importlib.metadata
import os
import pathlib
import platform
import subprocess

from goals import goals
from reasons import why
from serving_page import serving_goals, serving_section
from trails_page import trails_goals, trails_section

ENGINES = {"ashiato": "Ashiato", "chdb": "chDB", "duckdb": "DuckDB"}


def page(results):
    parts = [
        "# Benchmarks",
        "Written by `make bench`. Every engine reads the same gzip files of CloudTrail logs, in turns, each time in a"
        " fresh process; figures are medians. Processor seconds are user and system time together. For Ashiato the whole"
        " process counts; for the others only the query, without the start of Python and its imports. They are given"
        " their best-practice reading: only the members that the question needs, spelled out. Decompression alone is one"
        " thread reading the files and running libdeflate over them.",
        machine(results),
        *(questions(results) if results["options"].questions else []),
        *small_files(results),
        *(serving_section(results["serving"], table) if "serving" in results else []),
        *(trails_section(results["trails"], table) if "trails" in results else []),
        "## Goals",
        goals_table(results),
        reasons(results),
        agreement(results),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def questions(results):
    return [
        "## Processor seconds",
        costs(results, "cpu", "{:.2f}"),
        "## Seconds passed",
        costs(results, "wall", "{:.2f}"),
        "## Peak memory, MB",
        costs(results, "peak", "{:.0f}"),
    ]


def machine(results):
    options, large = results["options"], results["large"]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    versions = [f"chDB {installed('chdb')}", f"DuckDB {installed('duckdb')}", f"Python {platform.python_version()}"]
    floor = results["floor"]
    lines = [
        f"- machine: {processor()}, {os.cpu_count()} cores, {memory:.0f} GB, Linux {platform.release()}",
        f"- Ashiato at {commit or 'an unknown commit'}; {', '.join(versions)}; {options.threads} threads; rounds: {options.rounds}",
        f"- data: {large.manifest['records']:,} records in {large.manifest['files']:,} files, {large.stored_bytes() / 1e6:,.0f} MB"
        " of gzip" + (f", {floor['text'] / 1e9:.2f} GB of JSON" if floor else ""),
    ]
    if floor:
        lines.append(f"- decompression alone: {floor['cpu']:.2f} CPU s")
    return "\n".join(lines)


def installed(package):
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "(not installed)"


def processor():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def costs(results, figure, form):
    """A row for each question: what it cost each engine, and for processor time how that compares."""
    engines = results["options"].engines
    with_ratios = figure == "cpu" and "ashiato" in engines
    rivals = [engine for engine in engines if engine != "ashiato"]
    heads = ["question", *(ENGINES[engine] for engine in engines)]
    if with_ratios:
        heads += ["× decompression", *(f"{ENGINES[engine]} ÷ Ashiato" for engine in rivals)]
    lines = []
    for question in results["options"].questions:
        runs = results["questions"][question.name]
        cells = [question.title, *(form.format(runs[engine][figure]) for engine in engines)]
        if with_ratios:
            own = runs["ashiato"]["cpu"]
            cells.append(f"{own / results['floor']['cpu']:.2f}" if results["floor"] else "–")
            cells += [f"{runs[engine]['cpu'] / own:.1f}" for engine in rivals]
        lines.append(cells)
    return table(heads, lines)


def small_files(results):
    if "small" not in results:
        return []
    stored = {of: f"{count / 1e6:.1f} MB" for of, count in results["small"]["stored"].items()}
    heads = [
        "", f"files of 8 records ({stored['small']})", f"as many records in files of 1,000 ({stored['records']})",
        f"as many gzip bytes in files of 1,000 ({stored['bytes']})", "÷ as many records", "÷ as many bytes",
    ]
    lines = []
    for name, runs in results["small"]["figures"].items():
        small, records, of_bytes = (runs[of]["cpu"] for of in ("small", "records", "bytes"))
        seconds = [f"{cpu:.2f}" for cpu in (small, records, of_bytes)]
        lines.append([name, *seconds, f"{small / records:.2f}", f"{small / of_bytes:.2f}"])
    title = f"## {results['options'].small_files:,} small files against large ones"
    about = (
        "Processor seconds. \"The same bytes in large files\" can mean the same records, which gzip compresses far better"
        " there, or as many bytes of gzip, which then hold more records. Both are measured."
    )
    return [title, about, table(heads, lines)]


def all_goals(results):
    return [
        *goals(results),
        *(serving_goals(results["serving"]) if "serving" in results else []),
        *(trails_goals(results["trails"]) if "trails" in results else []),
    ]


def reasons(results):
    known = why(all_goals(results))
    return "\n".join(["Why, where a goal is not reached:", "", *known]) if known else ""


def goals_table(results):
    lines = [[goal.name, goal.bound, goal.shown(), goal.verdict()] for goal in all_goals(results)]
    return table(["goal", "to reach", "measured", ""], lines)


def disagreements(results):
    """The questions to which engines gave different answers, or one engine did from round to round."""
    found = []
    for name, runs in results["questions"].items():
        answers = [run["rows"] for run in runs.values()]
        if any(answer != answers[0] for answer in answers) or not all(run["steady"] for run in runs.values()):
            found.append(name)
    return found


def agreement(results):
    different = disagreements(results)
    if different:
        return f"**The answers differ** for: {', '.join(different)}."
    return "All engines gave the same answers to every question, in every round."


def table(heads, lines):
    rows = [heads, ["---"] * len(heads), *lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
