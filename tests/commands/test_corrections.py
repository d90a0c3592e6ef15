"""What a person puts right of a message that was read: the same sentence reads right the next time."""

from datetime import UTC, datetime
from pathlib import Path

from conftest import Clarify, at_terminal, standings

from clarify.ask.corrections import corrections_in
from clarify.brief import OPEN, Answer, Brief, Standing
from clarify.read.handoff.corrections import Correction

FIRST = (
    "Please pull the comps by Friday. The board meets on Monday so we need them in shape. Keep it to one page.\n\nDana"
)
MEMO = "Please draft the memo by Thursday so that we can show it to the board. Keep it to one page.\n\nDana"
CALL = "Please call Bo about the memo. Keep it to one page.\n\nDana"


def test_what_was_taken_out_is_not_found_again_until_its_brief_is_forgotten(
    clarify: Clarify, home: Path, tmp_path: Path
) -> None:
    """At the card she empties the fourth answer: in another message the same sentence is no vision any more."""
    file = tmp_path / "handoff.txt"
    file.write_text(MEMO, "utf-8")
    assert clarify("check", "--json", stdin=CALL).json["vision"]["text"] == "Keep it to one page"
    at_terminal(clarify, "\r4\r\x15\r\rn\r", "new", "--from", str(file))
    assert standings(clarify, "draft-the-memo")["vision"] == "open"
    assert clarify("check", "--json", stdin=CALL).json["vision"] is None
    assert clarify("check", "--json", stdin=CALL.replace("one", "two")).json["vision"] is not None
    clarify("forget", "draft-the-memo", "--yes")
    assert clarify("check", "--json", stdin=CALL).json["vision"]["text"] == "Keep it to one page"
    assert not (home / "corrections.yaml").exists()


def test_a_damaged_file_of_corrections_only_helps_no_more(clarify: Clarify, home: Path) -> None:
    for damaged in ("corrections: [", "- 3", "corrections:\n  - brief: 3\n", "\0"):
        home.mkdir(exist_ok=True)
        (home / "corrections.yaml").write_text(damaged, "utf-8")
        assert clarify("check", "--json", stdin=CALL).json["vision"]["text"] == "Keep it to one page"


def test_what_a_correction_is() -> None:
    """Taken out: none. Words of the message in its place: those. Words of one's own that refine it: no correction."""

    def put_right(key: str, found: str, answer: Answer) -> list[Correction]:
        brief = Brief("x", "Pull the comps", "Dana", datetime(2026, 11, 25, tzinfo=UTC)).with_answer(key, answer)
        return corrections_in(FIRST, {key: Answer(found, Standing.SAID, quote=found)} if found else {}, brief)

    one_page, sentence = "Keep it to one page", "Keep it to one page."
    assert put_right("vision", one_page, Answer(one_page, Standing.SAID, quote=one_page)) == []
    assert put_right("deadline", "by Friday", OPEN) == []
    assert put_right("vision", one_page, OPEN) == [Correction(sentence, "vision", "")]
    assert put_right("vision", one_page, Answer("one page and a chart", Standing.SAID)) == []
    board = "The board meets on Monday so we need them in shape."
    assert put_right("why", one_page, Answer("The board meets on Monday", Standing.SAID)) == [
        Correction(board, "why", "The board meets on Monday"),
        Correction(sentence, "why", ""),
    ]
    assert put_right("why", "", Answer("The board meets on Monday", Standing.SAID)) == [
        Correction(board, "why", "The board meets on Monday")
    ]
    assert put_right("why", "", Answer("an idea of my own", Standing.ASSUMED)) == []
