"""Zones and changes of clocks, in the zone of the machine and in one that is set: the spring gap, the autumn fold."""

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from conftest import Clarify

from clarify.moments import Conventions, LocalZone, half_way, how_far, on_clock, working_time
from clarify.read.deadline import read_deadline

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="this system's zone can't be set for one process")
Machine = Callable[[str], tzinfo]

# A zone, a wall clock that its clocks skip and what it is then, and one that comes twice.
CHANGES = [
    ("America/New_York", "2026-03-08T02:30", "2026-03-08T03:30:00-04:00", "2026-11-01T01:30"),
    ("Europe/Berlin", "2026-03-29T02:30", "2026-03-29T03:30:00+02:00", "2026-10-25T02:30"),
]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    """Sets the zone of this machine, and gives it."""

    def set_zone(name: str) -> tzinfo:
        monkeypatch.setenv("TZ", name)
        time.tzset()
        return LocalZone()

    yield set_zone
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("name", ["America/New_York", "Europe/Berlin", "UTC"])
def test_the_machines_zone_is_that_of_the_zone_data(machine: Machine, name: str) -> None:
    local, known = machine(name), ZoneInfo(name)
    for hours in range(24 * 365):
        moment = datetime(2026, 1, 1, 0, 30, tzinfo=UTC) + timedelta(hours=hours)
        mine, theirs = moment.astimezone(local), moment.astimezone(known)
        assert (mine.isoformat(), mine.fold) == (theirs.isoformat(), theirs.fold)
        assert mine.astimezone(UTC) == moment


@pytest.mark.parametrize(("name", "skipped", "shown", "_"), CHANGES)
def test_a_wall_clock_that_is_skipped_is_the_one_after_the_change(
    machine: Machine, name: str, skipped: str, shown: str, _: str
) -> None:
    for zone in (machine(name), ZoneInfo(name)):
        moment = datetime.fromisoformat(skipped).replace(tzinfo=zone)
        assert on_clock(moment).isoformat() == shown
        deadline = read_deadline(skipped, moment - timedelta(days=3))
        assert deadline
        assert deadline.due.isoformat() == shown


@pytest.mark.parametrize(("name", "skipped", "shown", "twice"), CHANGES)
@pytest.mark.parametrize("set_apart", [False, True])
def test_deadlines_at_a_change_of_clocks_are_kept(
    clarify: Clarify, name: str, skipped: str, shown: str, twice: str, set_apart: bool
) -> None:
    """Also where the home's zone is not that of the machine."""
    env = {"TZ": "Asia/Tokyo" if set_apart else name, "CLARIFY_NOW": "2026-02-02T10:00:00+00:00"}
    if set_apart:
        clarify.program("settings", f"time_zone={name}", env=env)
    for slug, deadline in {"skipped": skipped, "twice": twice}.items():
        clarify.program("new", slug, "--deadline", deadline.replace("T", " "), "--no-input", env=env)
    clarify.program("sent", "twice", env=env)
    assert clarify.program("show", "skipped", "--json", env=env).json["answers"]["deadline"]["due"] == shown
    assert clarify.program("show", "twice", "--json", env=env).json["answers"]["deadline"]["due"].startswith(twice)
    assert clarify.program("list", env=env).err == ""


@pytest.mark.parametrize("set_apart", [False, True])
def test_what_happens_in_the_hour_that_comes_twice_is_kept_as_it_was(clarify: Clarify, set_apart: bool) -> None:
    env = {"TZ": "Europe/Berlin" if set_apart else "America/New_York", "CLARIFY_NOW": "2026-11-01T06:30:00+00:00"}
    if set_apart:
        clarify.program("settings", "time_zone=America/New_York", env=env)
    clarify.program("new", "g", "--no-input", env=env)
    clarify.program("sent", "g", env=env)
    shown = clarify.program("show", "g", "--json", env=env).json
    assert shown["created"] == shown["history"][-1]["at"] == "2026-11-01T01:30:00-05:00"


@pytest.mark.parametrize("name", ["America/New_York", "Europe/Berlin"])
def test_how_far_counts_the_hours_that_pass(machine: Machine, name: str) -> None:
    spring, autumn = ((8, 3), (1, 11)) if name == "America/New_York" else ((29, 3), (25, 10))
    for zone in (machine(name), ZoneInfo(name)):
        for (day, month), told in ((spring, "in 4 hours"), (autumn, "in 6 hours")):
            night = datetime(2026, month, day, 0, 30, tzinfo=zone)
            morning = night.replace(hour=5)
            assert how_far(morning.replace(minute=30), night) == told
            assert how_far(night, morning.replace(minute=30)) == told.replace("in", "overdue by")
            assert how_far(night + timedelta(days=2), night) == "in 2 days"


def test_in_the_hour_that_comes_twice_later_is_later(machine: Machine) -> None:
    for zone in (machine("America/New_York"), ZoneInfo("America/New_York")):
        first = datetime(2026, 11, 1, 1, 50, tzinfo=zone)
        second = datetime(2026, 11, 1, 1, 20, tzinfo=zone, fold=1)
        assert how_far(second, first) == "in 30 minutes"
        assert how_far(first, second) == "overdue by 30 minutes"


def test_working_time_is_the_time_that_passes(machine: Machine) -> None:
    night_shift = Conventions(start_of_day=clock_time(0), end_of_day=clock_time(8), working_days=frozenset(range(7)))
    for zone in (machine("Europe/Berlin"), ZoneInfo("Europe/Berlin")):
        night = datetime(2026, 3, 29, 0, tzinfo=zone)
        assert working_time(night, night.replace(hour=8), night_shift) == timedelta(hours=7)
        assert half_way(night, night.replace(hour=7), night_shift).isoformat() == "2026-03-29T04:00:00+02:00"
        autumn = datetime(2026, 10, 25, 0, tzinfo=zone)
        assert working_time(autumn, autumn.replace(hour=8), night_shift) == timedelta(hours=9)


@pytest.mark.parametrize("zone", ["UTC", "America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("due", ["0001-01-01T00:00", "9999-12-31T23:59", "0001-01-01T00:00+14:00"])
def test_a_moment_out_of_range_spoils_no_listing(clarify: Clarify, home: Path, zone: str, due: str) -> None:
    clarify("new", "sound", "--deadline", "Friday", "--no-input")
    text = (home / "briefs" / "sound.yaml").read_text("utf-8")
    odd = "\n".join(f"    due: {due}" if line.startswith("    due:") else line for line in text.splitlines())
    (home / "briefs" / "odd.yaml").write_text(odd + "\n", "utf-8")
    for args in (["list"], ["list", "--json"], ["show", "odd", "--json"], ["show", "odd"], ["today"]):
        shown = clarify.program(*args, env={"TZ": zone}, code=None)
        assert "out of range" in shown.err
        assert "sound" in shown.out or args[0] == "show"
