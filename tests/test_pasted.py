"""Messages as they are pasted and saved: chats, quoted replies, footers and lists, mails as files, HTML."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_handoff import assert_cut_out_of, assert_field, assert_tasks

from clarify.handoff import read_handoff

NOW = datetime(2026, 3, 11, 10, tzinfo=UTC)
FOLDER = Path(__file__).parent / "cases"
CASES = yaml.load((FOLDER / "pasted.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it makes but text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reads_what_was_pasted(case: dict[str, Any]) -> None:
    handoff = read_handoff(case["text"], NOW)
    assert_cut_out_of(case["text"], handoff)
    assert_tasks(handoff.tasks, case["tasks"])
    for field, expected in case.items():
        if field not in ("name", "text", "tasks"):
            assert_field(handoff, field, expected)
