"""What is to be reached, and whether it was."""
from dataclasses import dataclass

ALL_COLUMNS = 1.8
AGAINST = {"chdb": 2.8, "duckdb": 7.0}
NAMES = {"chdb": "chDB", "duckdb": "DuckDB"}
TWO_CORES = 1.8
SMALL_FILES = 1.5
START_MS = 80
PEAK_MB = 300


@dataclass
class Goal:
    """A bound, and the figure to hold against it."""

    name: str
    limit: float
    measured: float
    unit: str = "×"
    is_least: bool = False

    @property
    def bound(self):
        return f"{'at least' if self.is_least else 'at most'} {self.limit:g} {self.unit}"

    def shown(self):
        return f"{self.measured:.2f} {self.unit}" if self.unit == "×" else f"{self.measured:.0f} {self.unit}"

    def verdict(self):
        reached = self.measured >= self.limit if self.is_least else self.measured <= self.limit
        return "reached" if reached else "**not reached**"


def goals(results):
    """Every goal for which there are figures."""
    if "ashiato" not in results["options"].engines:
        return []
    return [*against_the_floor(results), *against_rivals(results), *of_its_own(results)]


def against_the_floor(results):
    floor = results["floor"]
    if not floor:
        return []
    found = [
        Goal(f"{question.title}, × decompression", question.goal, own(results, question)["cpu"] / floor["cpu"])
        for question in results["options"].questions
    ]
    return [*found, Goal("every column, × decompression", ALL_COLUMNS, results["all_columns"]["cpu"] / floor["cpu"])]


def against_rivals(results):
    found = []
    for rival, limit in AGAINST.items():
        if rival not in results["options"].engines:
            continue
        ratios = {
            question.title: results["questions"][question.name][rival]["cpu"] / own(results, question)["cpu"]
            for question in results["options"].questions
        }
        least = min(ratios, key=ratios.get)
        found.append(Goal(f"{NAMES[rival]} ÷ Ashiato, the least ({least})", limit, ratios[least], is_least=True))
    return found


def of_its_own(results):
    found = [
        Goal(f"two cores against one, {name}", TWO_CORES, one / two, is_least=True)
        for name, (one, two) in results["threads"].items()
    ]
    found += [
        Goal(f"small files against as many {of} in large ones, {name}", SMALL_FILES, runs["small"]["cpu"] / runs[of]["cpu"])
        for name, runs in results["small"]["figures"].items()
        if name != "decompression alone"
        for of in ("records", "bytes")
    ]
    peaks = [own(results, question)["peak"] for question in results["options"].questions]
    found.append(Goal("start-up on one small file", START_MS, results["start"] * 1000, "ms"))
    found.append(Goal("peak memory", PEAK_MB, max([*peaks, results["all_columns"]["peak"]]), "MB"))
    return found


def own(results, question):
    return results["questions"][question.name]["ashiato"]
