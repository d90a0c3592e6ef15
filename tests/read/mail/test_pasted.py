"""Messages as they are pasted and saved: chats, quoted replies, footers and lists, mails as files, HTML."""

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import TESTS, Clarify, fresh_home
from hypothesis import given, settings
from hypothesis import strategies as st

from clarify.read.mail.layout import layout_of

FOLDER = TESTS / "cases"
CASES = yaml.load((FOLDER / "pasted.yaml").read_text("utf-8"), yaml.BaseLoader)  # noqa: S506  (it makes but text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_leaders_own_lines_are_told_apart(case: dict[str, Any]) -> None:
    """Names and times, answers, quotations, headers, signatures and small print are set aside."""
    layout = layout_of(case["text"])
    assert [line.text for line in layout.body if line.text] == case["own"].rstrip("\n").split("\n")
    for line in layout.body:
        assert case["text"][line.start : line.end] == line.text
    assert "leader" not in case or (layout.leader or "none") == case["leader"]


MAILS = yaml.safe_load((FOLDER / "mail.yaml").read_text("utf-8"))
each_mail = pytest.mark.parametrize("case", MAILS, ids=lambda case: case["file"])


@each_mail
def test_check_reads_a_mail_that_was_saved(clarify: Clarify, case: dict[str, Any]) -> None:
    """The words in it, who wrote it and when; what is handed over stands in its own lines."""
    result = clarify("check", str(FOLDER / "mail" / case["file"]), "--json")
    found = result.json
    own = "\n".join(line.text for line in layout_of(found["text"]).body)
    assert [piece for piece in case["own"] if piece not in own] == []
    assert [piece for piece in case["others"] if piece in own] == []
    assert found["leader"] == case["leader"]
    assert found["tasks"] != []
    assert case["told"] in result.err
    assert bool(result.err) == bool(case["told"])


def test_where_a_mail_is_only_handed_on_the_work_stands_in_what_was_forwarded(clarify: Clarify) -> None:
    found = clarify("check", str(FOLDER / "mail" / "forwarded.eml"), "--json").json
    assert found["tasks"] != []
    assert all(task["start"] > found["text"].index("Forwarded message") for task in found["tasks"])


@each_mail
def test_new_keeps_the_text_of_a_mail_that_was_saved(clarify: Clarify, case: dict[str, Any]) -> None:
    """From the file as from a pipe; and the places that `check` names are places in that text."""
    path = FOLDER / "mail" / case["file"]
    made = clarify("new", "--from", str(path), "--no-input", "--json").json
    piped = clarify("new", "--from", "-", "--no-input", "--json", stdin=path.read_bytes()).json
    assert made["handoff"] == piped["handoff"]
    assert [piece for piece in case["kept"] if piece not in made["handoff"]] == []
    assert [piece for piece in case["lost"] if piece in made["handoff"]] == []
    assert made["leader"] == case["leader"]
    for task in clarify("check", str(path), "--json").json["tasks"]:
        assert made["handoff"][task["start"] : task["end"]] == task["text"]


def test_line_ends_of_a_mail_do_not_matter(clarify: Clarify) -> None:
    raw = (FOLDER / "mail" / "gmail.eml").read_bytes()
    assert clarify("check", "--json", stdin=raw.replace(b"\n", b"\r\n")) == clarify("check", "--json", stdin=raw)


def test_a_mail_in_a_mailbox_or_of_apple_mail_is_read(clarify: Clarify, tmp_path: Path) -> None:
    raw = (FOLDER / "mail" / "thunderbird.eml").read_bytes()
    plain = clarify("check", "--json", stdin=raw)
    assert clarify("check", "--json", stdin=b"From - Tue Nov 24 18:05:31 2026\n" + raw) == plain
    file = tmp_path / "7.emlx"
    file.write_bytes(b"%d\n" % len(raw) + raw + b'<?xml version="1.0"?><plist version="1.0"></plist>\n')
    assert clarify("check", "--json", str(file)) == plain


OTHERS = {
    "mail.msg": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), ".eml"),
    "notes.docx": (b"PK\x03\x04" + bytes(500), "plain text"),
    "notes.pdf": (b"%PDF-1.7\n%\xe2\xe3", ".txt"),
    "notes.rtf": (b"{\\rtf1\\ansi please fix the deck}", "plain text"),
    "screen.png": (b"\x89PNG\r\n\x1a\n" + bytes(500), "copy the words"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(500), "copy the words"),
    "program.bin": (b"\x7fELF\x02\x01\xff" + bytes(500), "no text"),
    "empty.eml": ((FOLDER / "mail" / "no-words.eml").read_bytes(), "no words"),
    "all.mbox": (
        b"From a@b.example Tue\nFrom: a@b.example\nMIME-Version: 1.0\n\nx\n\nFrom c@d.example Wed\nX: y\n\nz\n",
        ".eml",
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_refused_with_what_to_do(clarify: Clarify, home: Path, tmp_path: Path, name: str) -> None:
    raw, remedy = OTHERS[name]
    file = tmp_path / name
    file.write_bytes(raw)
    for args in (["check", str(file)], ["new", "--from", str(file), "--no-input"]):
        refused = clarify(*args, code=1)
        assert refused.err.startswith((name, f"There are no words in {name}"))
        assert remedy in refused.err
        assert "clarify new --paste" in refused.err or "Save the one" in refused.err
        assert refused.out == ""
    assert not (home / "briefs").exists()


PLAIN = [
    "Please fix <b> and <i> on the start page, x < y there.",
    "<div> is broken on the pricing page, please fix it and the <p> below it.",
    "<dana@fox.example> wrote twice, please answer her.",
    "<p> Please check whether the editor adds this to each line.",
    "From: Dana\nContent: please fix the deck\n\nThanks",
    "From: Dana Fox\nTo: Maya\nDate: Friday\nSubject: Deck\n\nPlease fix the deck =C3=A9 &amp; the rest.",
    "Content-Type: application/json is missing in the response. From: the API team. Please fix it.",
    "Please add this to the page:\n<html><body><p>Hello</p></body></html>",
    "2 < 3 and 3 > 2, please check the formula.\n<br>",
]


@pytest.mark.parametrize("text", PLAIN)
def test_plain_text_is_left_as_it_is(clarify: Clarify, text: str) -> None:
    assert clarify("new", "x", "--from", "-", "--no-input", "--json", stdin=text).json["handoff"] == text


HTML = [
    "<div>Please <b>fix</b> the deck &amp; call Ann.</div>",
    "  <!DOCTYPE html>\n<p>Please <b>fix</b> the deck &amp; call Ann.",
    "<html><body>Please fix<!-- not --> the deck &amp; call&nbsp;Ann.",
    "<meta charset='utf-8'><span style=\"color:red\">Please fix</span><span> the deck &amp; call Ann.</span>",
    "<!--StartFragment--><p class=x>Please fix the\n deck &amp; call Ann.</p><!--EndFragment-->",
    "Version:0.9\r\nStartHTML:97\r\nEndHTML:170\r\n<html><body>Please fix the deck &amp; call Ann.</body></html>",
    "<table><tr><td>Please fix the deck &amp; call Ann.</td></tr></table>",
]


@pytest.mark.parametrize("text", HTML)
def test_html_becomes_the_text_in_it(clarify: Clarify, text: str) -> None:
    made = clarify("new", "--from", "-", "--no-input", "--json", stdin=text).json
    assert made["handoff"] == "Please fix the deck & call Ann."
    assert made["ask"] == "Fix the deck"


def test_windows_text_is_read(clarify: Clarify) -> None:
    text = "Please send Zoë the café list."
    for encoding in ("utf-16", "utf-8-sig"):
        made = clarify("new", "--from", "-", "--no-input", "--json", stdin=text.encode(encoding))
        assert made.json["handoff"] == text
        assert made.err == ""


@pytest.mark.parametrize(
    ("sent", "due"),
    [
        ("Date: Mon, 23 Nov 2026 16:40:05 +0100", "2026-11-24"),
        ("Sent: Friday, November 20, 2026 9:12 AM\nTo: Maya", "2026-11-21"),
        ("Gesendet: 23. November 2026 16:40\nAn: Maya\nBetreff: x", "2026-11-24"),
        ("Date: Friday", "2026-11-26"),
        ("Date: Mon, 23 Nov 2020 16:40:05 +0100", "2026-11-26"),
        ("Date: Fri, 27 Nov 2026 16:40:05 +0100", "2026-11-26"),
    ],
)
def test_tomorrow_counts_from_the_date_of_the_mail(clarify: Clarify, sent: str, due: str) -> None:
    text = f"{'Von' if 'Gesendet' in sent else 'From'}: Dana Fox\n{sent}\n\nPlease fix the deck by tomorrow noon.\n"
    result = clarify("check", "--json", stdin=text)
    assert result.json["deadline"]["due"] == f"{due}T12:00:00+00:00"
    assert ("Read as said on" in result.err) == (due != "2026-11-26")
    assert clarify("new", "--from", "-", "--no-input", "--json", stdin=text).json["due"] == f"{due}T12:00:00+00:00"


def test_a_mail_with_a_large_attachment_is_read(clarify: Clarify, tmp_path: Path) -> None:
    raw = (FOLDER / "mail" / "outlook.eml").read_bytes()
    attachment = b"UGxlYXNlIGJ1eSBhIGhvcnNlIGJ5IFR1ZXNkYXku"
    file = tmp_path / "large.eml"
    file.write_bytes(raw.replace(attachment, (b"QUJD" * 19 + b"\n") * 60_000))
    assert clarify("check", "--json", str(file)) == clarify("check", "--json", stdin=raw)


MAIL = "From: a@b.example\nMIME-Version: 1.0\n"
PARTS = f"{MAIL}Content-Type: multipart/mixed; boundary=b\n\n--b\n"
HUGE = [
    *(("<html>", piece) for piece in ("<p>x</p>", "<", "<a ", "<!--", "<div style='display:none'>", "<blockquote>")),
    *(("<html>", piece) for piece in ("<ul><li>x", "<a x='>", "<a '", "&#", "</", "<![CDATA[", "<p/", "<script>")),
    *((PARTS, piece) for piece in ("\n\n--b\n", "--b\nContent-Type: multipart/mixed; boundary=b\n\n", "> x\n", "x \n")),
    *((PARTS, piece) for piece in ("--b\nContent-Type: message/rfc822\n\n", "\n--b\nContent-Type: text/html\n\n<a ")),
    *((f"{MAIL}To: ", piece) for piece in ("a@b.example, ", "=?utf-8?q?x?= ", "(", "x\n y")),
    (f"{MAIL}Content-Type: text/plain; x=", "("),
    *((f"{MAIL}Content-Type: text/plain; charset=idna\n\n", piece) for piece in ("x", "=\n")),
    *(
        ("", piece)
        for piece in (
            "From - x\nX: y\n\n",
            "From: x\nTo: y\n",
            "Von: x\nAn: y\nBetreff: z\n\n",
            "[10:02] Ann: fix it\n",
        )
    ),
    *(("", piece) for piece in ("Ann  10:02 AM\nfix it\n\n", "Ann\n10:02\n", "Ann: fix?\nMe: no\n", "- fix these:\n")),
    *(
        ("", piece)
        for piece in ("On 1 2 x wrote:\n> x\n\n", "This e-mail is confidential, privileged\n", "Hi,\n\nOn 1 x ")
    ),
]


@pytest.mark.parametrize(("head", "piece"), HUGE)
def test_a_lot_of_it_is_read_or_refused(clarify: Clarify, head: str, piece: str) -> None:
    text = head + piece * (150_000 // len(piece))
    assert clarify("check", "--json", stdin=text.encode(), code=None).code in (0, 1)


WORDS = st.sampled_from(
    [
        *(
            "From: a@b.example\n",
            "MIME-Version: 1.0\n",
            "Content-Type: text/html; charset=idna\n",
            "Date: x\n",
            "\n",
            "\r\n",
        ),
        *("Content-Type: multipart/alternative; boundary=b\n", "\n--b\n", "\n--b--\n", "Subject: =?utf-8?b?gA==?=\n"),
        *(
            "Content-Transfer-Encoding: base64\n",
            "Content-Type: message/rfc822\n",
            "To: <>,;:\n",
            "=?x?q?=80?=",
            "Cc: @,(\n",
        ),
        *("<html>", "<p>", "</p>", "<!--", "<a href='", "<ol><li>", "<blockquote>", "<table><td>", "&#0;", "&#xd800;"),
        *(
            "please fix the deck by Friday",
            "[10:02] Ann: ",
            "Me: ok",
            "> ",
            "On 1 Nov 2026 Ann wrote:\n",
            "Format=flowed; ",
        ),
    ]
).map(str.encode)


@settings(max_examples=150)
@given(
    raw=st.lists(WORDS | st.binary(max_size=8), max_size=30).map(b"".join) | st.binary(max_size=300),
    name=st.sampled_from(["x.eml", "x.html", "x.txt", "x.emlx", "x.mht", "x"]),
)
def test_whatever_a_file_holds_it_is_read_or_refused_in_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes, name: str
) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / name).write_bytes(raw)
    with fresh_home(folder / "home"):
        for args in (["check", str(folder / name), "--json"], ["new", "x", "--from", str(folder / name), "--no-input"]):
            result = Clarify()(*args, code=None)
            assert result.code in (0, 1), result.err
            assert result.code == 0 or result.err.rstrip().endswith((".", "--paste.", "text.")), result.err


def test_plain_text_costs_no_reader_of_mail_or_html(clarify: Clarify) -> None:
    code = "import sys; from clarify.cli import run; run(['check', '--json']); print(*sys.modules, file=sys.stderr)"
    program = (sys.executable, "-c", code)
    told = clarify.program(program=program, stdin="From: Ann <ann@x.example>\n\nPlease fix x < y by 5pm.").err.split()
    assert "clarify.read.mail.source" in told
    assert [name for name in ("email", "email.message", "html.parser", "clarify.read.mail.eml") if name in told] == []


@pytest.mark.parametrize("command", [("check",), ("new", "--no-input", "--from")])
def test_a_folder_is_no_message(clarify: Clarify, tmp_path: Path, command: tuple[str, ...]) -> None:
    assert "Name the file of the message" in clarify(*command, str(tmp_path), code=1).err


def test_check_tells_each_deadline_with_its_task_and_that_it_has_passed(clarify: Clarify) -> None:
    handoff = "Please print the plan by tomorrow noon, and draft the minutes by next Wednesday."
    shown = clarify("check", "-", stdin=handoff).out
    assert shown.count("deadline\t") == 2
    assert ": Print the plan)" in shown
    assert ": Draft the minutes)" in shown
    old = f"From: Ana\nTo: Maya\nDate: Sun, 22 Nov 2026 10:00:00 +0000\nSubject: x\n\n{handoff.partition(',')[0]}."
    assert "has passed)" in clarify("check", "-", stdin=old).out


DATED = [
    ("[24/11/2026, 09:58:11] Gil Amari: please bring the keys by tomorrow noon", "2026-11-25T12:00"),
    ("24.11.26, 09:58 - Gil Amari: please bring the keys by tomorrow noon\n24.11.26, 10:01 - You: ok",
     "2026-11-25T12:00"),
    ("Gil Amari, [20.11.2026 09:58]\nplease bring the keys by tomorrow noon", "2026-11-21T12:00"),
    ("[Yesterday 16:40] Gil Amari\nplease bring the keys by tomorrow noon", "2026-11-25T12:00"),
    ("Monday, November 23rd\nGil Amari  9:58 AM\nplease bring the keys by tomorrow noon", "2026-11-24T12:00"),
    ("Gil Amari\nTuesday 9:11 AM\nplease bring the keys by tomorrow noon", "2026-11-25T12:00"),
    ("[10:04] Gil Amari: please bring the keys by tomorrow noon", "2026-11-26T12:00"),
    ("From: Gil Amari <gil@quay.example>\nSent: Monday, 23 November 2026 16:01\nTo: Noor\nSubject: Keys\n\n"
     "Please bring the keys by tomorrow noon.", "2026-11-24T12:00"),
    ("please handle\n\n---------- Forwarded message ---------\nFrom: Gil Amari <gil@quay.example>\n"
     "Date: Mon, 23 Nov 2026 at 15:21\nSubject: Keys\nTo: Noor\n\nNoor, please bring the keys by tomorrow noon.",
     "2026-11-24T12:00"),
    ("Please bring the keys by tomorrow noon.\n\nFrom: Gil Amari <gil@quay.example>\n"
     "Date: Mon, 23 Nov 2026 at 15:21\nSubject: Keys\n\nWhere are the keys?", "2026-11-26T12:00"),
]  # fmt: skip
"""Messages that bear a date, read on Wed 25 Nov 2026 at 10:00, and when the keys are due."""


@pytest.mark.parametrize(("text", "due"), DATED)
def test_tomorrow_counts_from_the_day_on_which_it_was_said(clarify: Clarify, text: str, due: str) -> None:
    """By the stamp of the chat, the day above it, or the headers over the words; and a remark says so."""
    result = clarify("check", "-", "--json", stdin=text)
    assert result.json["deadline"]["due"][:16] == due
    assert ("Read as said on" in result.err) == (due != "2026-11-26T12:00" and "handle" not in text)


def test_a_transcript_is_read_as_the_talk_that_it_is(clarify: Clarify) -> None:
    """WebVTT and SRT: without numbers, timings and tags, and by who speaks."""
    vtt = (
        "WEBVTT\n\nintro\n00:00:05.000 --> 00:00:08.000\n<v Gil Amari>Noor, please order the cups by Friday.</v>\n\n"
        "00:00:08.500 --> 00:00:11.000\n<v Noor Aziz>Can you send me the logo?</v>\n\n"
        "00:00:11.500 --> 00:00:14.000\n<v Gil Amari>Yes. And please call\n<i>the printer</i>.</v>\n"
    )
    srt = (
        "1\n00:00:05,000 --> 00:00:08,000\nGil Amari: Noor, please order the cups by Friday.\n\n"
        "2\n00:00:08,500 --> 00:00:11,000\nNoor Aziz: Can you send me the logo?\n\n"
        "3\n00:00:11,500 --> 00:00:14,000\nGil Amari: Yes. And please call the printer.\n"
    )
    for text in (vtt, srt):
        found = clarify("check", "-", "--json", stdin=text).json
        assert [task["text"] for task in found["tasks"]] == ["order the cups", "call the printer"]
        assert found["leader"] == "Gil Amari"
        assert "<" not in found["text"]
        assert "-->" not in found["text"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Please send José’s list to Jürgen.".encode("cp1252"), "José’s list to Jürgen"),
        ("Liebe Grüße\n".encode() + "Please send José’s list.".encode("cp1252"), "Liebe Grüße\nPlease send José’s"),
        ("Please send the list.\n名前は田中です".encode("iso2022_jp"), "名前は田中です"),
        ("Please send Zoë’s list.".encode("utf-16"), "Zoë’s list"),
    ],
)
def test_letters_of_other_encodings_are_kept(clarify: Clarify, tmp_path: Path, raw: bytes, words: str) -> None:
    file = tmp_path / "handoff.txt"
    file.write_bytes(raw)
    assert words in clarify("new", "--from", str(file), "--no-input", "--json").json["handoff"]


def test_what_html_marks_as_a_quoted_mail_is_one_in_any_language(clarify: Clarify) -> None:
    page = (
        "<div>Please order sixty cups by Friday.</div><hr><div id='divRplyFwdMsg'><b>Od:</b> Ewa Lis<br>"
        "<b>Temat:</b> Targi</div><div>Could you send me the list by Monday?</div>"
    )
    found = clarify("check", "-", "--json", stdin=page).json
    assert [task["text"] for task in found["tasks"]] == ["order sixty cups"]
