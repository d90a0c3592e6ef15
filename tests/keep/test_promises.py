"""The promises of the store, held against whatever may come: any words, and any order of commands and accidents."""

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import NOW, Clarify, brief_file, contents, fresh_home, written
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from clarify.ask.answers import answer_to
from clarify.brief import Answer, Brief, Event, Standing, Status
from clarify.keep.store import Store
from clarify.moments import Conventions
from clarify.text import clean, one_line

QUIET = settings(suppress_health_check=list(HealthCheck))

# ---- whatever can be typed

RAW = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
"""Control characters, and what is invisible or turns the direction of a text."""
KEYS = ("deadline", "urgency", "vision", "why", "effort", "audience", "scope", "limits")
WORDS = (
    *("why: the board", "our #1 client", "# no remark", "'quoted'", '"quoted"', "- a", "? b", "a\tb", "\ta", "a \nb"),
    *("[x", "{x", "@maya", "*really*", "&Co", "!now", "%", "`", "|", ">", "---", "...", "null", "~", "no", "1:30", "="),
    *("2026-11-26T17:00", "Friday", "tomorrow at noon", "a?", "??", "jeudi\u202f?", "a\n---\nb", "a\n\n\nb", "\\n"),
    "history: []",
    *("a\x85b", "a\r\nb", "a\u2028b", "\x1b[31mred", "\x1b]0;title\x07", "\0", "\x7f", "\ufeffa", "a\u00a0", "\u3000a"),
    *("👩‍👩‍👧 👍🏽", "שלום \u202eעולם", "مرحبا", "e\u0301", "漢字", "\U0010fffd", "\ufffd"),
)
TYPED = st.one_of(
    st.sampled_from(WORDS),
    st.text(max_size=60),
    st.lists(st.sampled_from([*WORDS, *" \n\t?:#"]), max_size=6).map("".join),
    st.builds(lambda text, often: text * often, st.text(max_size=9), st.integers(0, 2000)),
)
SOME_WORDS = TYPED.filter(lambda text: one_line(clean(text)) != "")


@contextmanager
def new_home() -> Iterator[Path]:
    """A fresh home folder for one example."""
    with tempfile.TemporaryDirectory() as folder, fresh_home(Path(folder) / "home") as home:
        yield home


@st.composite
def answers(draw: st.DrawFn) -> dict[str, Answer]:
    """Answers to some of the questions, of every standing, as they are after the door has cleaned what was typed."""
    given: dict[str, Answer] = {}
    for key in draw(st.lists(st.sampled_from(KEYS), unique=True)):
        now = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
        answer = answer_to(key, clean(draw(TYPED)), now, Conventions())
        if answer.value:
            standing = draw(st.sampled_from([Standing.SAID, Standing.ASSUMED, Standing.CONFIRMED]))
            answer = replace(answer, standing=standing, quote=one_line(clean(draw(TYPED))))
        given[key] = answer
    return given


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """A brief as `clarify` makes one from what was typed."""
    now = datetime.fromisoformat(NOW).replace(tzinfo=UTC)
    notes = draw(st.lists(TYPED, max_size=2))
    return Brief(
        slug="",
        ask=one_line(clean(draw(SOME_WORDS))),
        leader=draw(st.none() | TYPED.map(lambda text: one_line(clean(text)))),
        created=now,
        status=draw(st.sampled_from(Status)),
        answers=draw(answers()),
        handoff=clean(draw(TYPED)).strip("\n"),
        history=tuple(Event(now, "sent", one_line(clean(note)), KEYS[:2], one_line(clean(note))) for note in notes),
        depth=draw(st.sampled_from(["quick", "normal", "deep"])),
        asking=draw(st.booleans()),
    )


@settings(QUIET, max_examples=150)
@given(brief=briefs())
def test_any_brief_is_loaded_as_it_was_kept(brief: Brief) -> None:
    """Whatever its words: they are the same after they were written to a file and read back."""
    with new_home() as home:
        kept = Store(home, brief.created, pinned=True).add(brief)
        loaded = Store(home, brief.created, pinned=True).load(kept.slug)
        assert loaded.brief == loaded.written == kept == replace(brief, slug=kept.slug)
        assert RAW.search(brief_file(home, kept.slug).read_bytes().decode("utf-8")) is None


def understood(text: str) -> dict[str, str]:
    """What an answer is to be kept as: without control characters, and without the `?` that makes it a guess."""
    words = clean(text).strip()
    value = re.sub(r"[?\s]+\Z", "", words)
    if not value:
        return {"standing": "open"}
    return {"value": value, "standing": "assumed" if words.endswith("?") else "said"}


@settings(QUIET, max_examples=60)
@given(
    ask=SOME_WORDS,
    leader=TYPED,
    handoff=TYPED,
    said=st.fixed_dictionaries(dict.fromkeys(KEYS[1:4], TYPED)),
    guessed=st.dictionaries(st.sampled_from(KEYS[4:]), TYPED),
    edited=st.dictionaries(st.sampled_from(KEYS[1:]), TYPED),
)
def test_whatever_is_typed_in_a_command_is_kept_without_its_control_characters(
    ask: str, leader: str, handoff: str, said: dict[str, str], guessed: dict[str, str], edited: dict[str, str]
) -> None:
    """Nothing is refused; only control characters are lost, and the spaces around an answer."""
    with new_home() as home:
        clarify = Clarify()
        options = [f"--{key}={text}" for key, text in said.items()]
        options += [f"--assume={key}={text}" for key, text in guessed.items()]
        options += ["--open=deadline", f"--leader=Ms {leader}", "--from=-", "--no-input", "--json"]
        made = clarify("new", *options, "--", ask, stdin=handoff).json
        assert made["ask"] == one_line(clean(ask))
        assert made["leader"] == re.sub(r"[?\s]+\Z", "", one_line(clean(f"Ms {leader}")))
        assert made["handoff"] == clean(handoff).strip("\n")
        wanted = {key: understood(text) for key, text in said.items()}
        for key, text in guessed.items():
            answer = understood(text)
            wanted[key] = {**answer, "standing": "assumed"} if "value" in answer else answer
        assert {key: made["answers"][key] for key in wanted} == wanted
        assert clarify("show", made["id"], "--json").json == made
        clarify(
            "edit", made["id"], *(f"{key}={text}" for key, text in edited.items()), "--no-input"
        ) if edited else None
        wanted |= {key: understood(text) for key, text in edited.items()}
        shown = clarify("show", made["id"], "--json").json["answers"]
        assert {key: shown[key] for key in wanted} == wanted
        assert RAW.search(brief_file(home, made["id"]).read_bytes().decode("utf-8")) is None


@given(text=TYPED)
def test_only_control_characters_are_taken_out_of_what_is_typed(text: str) -> None:
    """Text that has none stays as it is; text that has some loses them all, and cleaning it again changes nothing."""
    left = clean(text)
    assert RAW.search(left) is None
    assert left == clean(left)
    assert left == text or RAW.search(text) or "\r" in text


# ---- whatever happens, in any order

Files = dict[str, bytes]
ASKS = {"Fix the deck": "fix-the-deck", "Fix the list": "fix-the-list", "Call Berlin": "call-berlin"}
"""What briefs are about, and the name that the first of each gets."""
CLOSED = ("done", "dropped")
DUE = {"4 December 2026": "2026-12-04T17:00:00+00:00", "when it suits": None}
PLAIN = ("a pitch", "note: it\n# is\n  urgent", "our #1 'client'", "- x", "null")


@dataclass
class Known:
    """One brief, as it is expected to be."""

    ask: str
    secret: str
    """A word that stands in no other brief."""
    answers: dict[str, tuple[str, str]]
    """The standing and the value of each answer."""
    leader: str = ""
    status: str = "draft"
    before: str = "draft"
    """The status from which it was closed."""
    by_hand: list[str] = field(default_factory=list)
    """Remarks and keys that a person wrote into its file."""

    def with_answer(self, key: str, words: str) -> "Known":
        """The same with another answer, in the words that were typed."""
        standing = "open" if words == "?" else "assumed" if words.endswith("?") else "said"
        return replace(self, answers={**self.answers, key: (standing, words.rstrip("?"))})

    def moved(self, command: str) -> "Known | None":
        """The same after a command that moves it along; None where that must be refused."""
        if (self.status in CLOSED) != (command == "reopen"):
            return None
        if command == "reopen":
            return replace(self, status=self.before)
        if command in ("done", "drop"):
            return replace(self, status={"done": "done", "drop": "dropped"}[command], before=self.status)
        if command == "sent":
            return replace(self, status="confirmed" if self.status == "confirmed" else "sent")
        agreed = {key: (its if its == "open" else "confirmed", value) for key, (its, value) in self.answers.items()}
        return replace(self, status="confirmed", answers=agreed)

    def keys(self, standing: str) -> list[str]:
        """The keys of the answers with this standing, by name."""
        return sorted(key for key, (its, _) in self.answers.items() if its == standing)


class Step(NamedTuple):
    """A change that undo can take back: the brief, and its files, before and after it."""

    slug: str
    known: Known | None
    before: Files
    after: Files


@dataclass(frozen=True)
class Lines:
    """Where a person may write something into a file: before or behind one of its lines."""

    text: list[str]

    @staticmethod
    def of(raw: bytes) -> "Lines":
        return Lines(raw.decode("utf-8").splitlines())

    def places(self) -> list[int]:
        """The numbers of the lines with a key of the brief or of an answer; not those of a text in a block."""
        return [n for n, line in enumerate(self.text) if re.match(r" {0,4}[a-z]\w*:( |$)", line)]

    def with_remark(self, pick: int, remark: str, form: str) -> bytes:
        """The file with a remark of its own."""
        lines = list(self.text)
        place = self.places()[pick % len(self.places())]
        margin = re.match(" *", lines[place])
        assert margin
        if form == "above":
            lines.insert(place, f"{margin[0]}{remark}")
        elif form == "beside":
            lines[place] += f"  {remark}"
        else:
            lines.append(remark)
        return ("\n".join(lines) + "\n").encode()

    def with_key(self, pick: int, line: str, form: str) -> bytes:
        """The file with a key of the person's own: among its keys, among those of an answer, or at the end."""
        lines = list(self.text)
        beginning = {"within an answer": r"    standing:", "above": r"\w"}
        places = [n for n in self.places() if form != "below" and re.match(beginning[form], lines[n])]
        if not places:
            lines.append(line)
        else:
            lines.insert(places[pick % len(places)], f"    {line}" if form == "within an answer" else line)
        return ("\n".join(lines) + "\n").encode()


CHANGES = {
    "an answer": ["edit", "BRIEF", "vision=two pages", "urgency=before the deck?"],
    "an answer to several lines": ["edit", "BRIEF", "vision=two pages\nno more", "urgency=a\nb"],
    "an answer to open": ["edit", "BRIEF", "vision=?", "why=?"],
    "a deadline": ["edit", "BRIEF", "deadline=by Friday"],
    "a deadline to one without a date": ["edit", "BRIEF", "deadline=when it suits"],
    "a deadline to open": ["edit", "BRIEF", "deadline=?"],
    "the ask and the leader": ["edit", "BRIEF", "ask=Fix the list", "leader="],
    "sent": ["sent", "BRIEF"],
    "confirm": ["confirm", "BRIEF"],
    "done": ["done", "BRIEF"],
}


@pytest.mark.parametrize("command", CHANGES.values(), ids=CHANGES)
def test_a_remark_survives_at_any_place(clarify: Clarify, home: Path, command: list[str]) -> None:
    """Above any line of a brief, and behind it, whatever a command then changes."""
    handoff = "Can you fix the deck? Need it by Thursday, because the board decides."
    options = ("--vision=one page?", "--from=-", "--no-input", "--json")
    slug = clarify("new", *options, stdin=handoff).json["id"]
    clarify("sent", slug)
    whole = brief_file(home, slug).read_bytes()
    lost = []
    for place in range(len(Lines.of(whole).places())):
        for form in ("above", "beside"):
            path = written(home, slug, Lines.of(whole).with_remark(place, "# a remark of mine", form))
            before = path.read_text("utf-8")
            clarify(*(slug if word == "BRIEF" else word for word in command))
            after = brief_file(home, slug)
            if "# a remark of mine" not in after.read_text("utf-8"):
                lost.append(next(line for line in before.splitlines() if "# a remark" in line))
            after.unlink()
    assert lost == []


class Home(RuleBasedStateMachine):
    """A home folder in which commands, a person's own editor and accidents follow each other in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.home = self.stack.enter_context(new_home())
        self.clarify = Clarify()
        self.known: dict[str, Known] = {}
        self.past: list[Step] = []
        self.cut: dict[str, tuple[bytes, bytes]] = {}
        """Of the files that were cut off: what was in them, and what was left."""
        self.number = 0

    def teardown(self) -> None:
        self.stack.close()

    # ---- what the rules share

    def files(self) -> dict[str, Files]:
        """The files of each brief."""
        found: dict[str, Files] = {}
        for name, raw in contents(self.home / "briefs").items() if (self.home / "briefs").exists() else []:
            if not name.endswith(".tmp"):
                found.setdefault(Path(name).stem, {})[name] = raw
        return found

    def pick(self, number: int) -> str:
        """One of the briefs."""
        slugs = sorted(self.known)
        return slugs[number % len(slugs)]

    def new_word(self, word: str) -> str:
        """A word that was not there before."""
        self.number += 1
        return f"{word}{self.number}x"

    def path(self, slug: str) -> Path:
        return brief_file(self.home, slug)

    def change(self, slug: str, command: tuple[str, ...], then: Known | None) -> None:
        """Runs a command on a brief, which is as `then` afterwards; None: the command has to be refused."""
        before = self.files()
        if then is None or slug in self.cut:
            refused = self.clarify(*command, code=1)
            assert self.files() == before
            assert refused.err.rstrip().endswith(".")
            return
        self.clarify(*command)
        after = self.files()
        assert without(after, slug) == without(before, slug), "other briefs are as they were"
        assert (after[slug] == before[slug]) == (then == self.known[slug] and command[0] == "edit")
        if after[slug] != before[slug]:
            self.past.append(Step(slug, self.known[slug], before[slug], after[slug]))
        self.known[slug] = then
        self.nothing_is_left_lying()

    def nothing_is_left_lying(self) -> None:
        """A command that wrote has put away its own temporary files, and those of killed ones."""
        assert [name for name in contents(self.home) if name.endswith(".tmp")] == []

    # ---- commands

    @precondition(lambda self: len(self.known) < 4)
    @rule(ask=st.sampled_from([*ASKS]), words=st.sampled_from([*PLAIN, "a pitch?"]), leader=st.sampled_from(["", "Al"]))
    def new(self, ask: str, words: str, leader: str) -> None:
        """`new` makes one brief more, under a name that no other has."""
        before = self.files()
        secret = self.new_word("secret")
        options = ("--no-input", "--json", "--from=-", f"--leader={leader}")
        made = self.clarify("new", ask, f"--vision={words}", *options, stdin=f"{secret} it is").json
        slug = next(name for name in names(ASKS[ask]) if name not in before)
        assert made["id"] == slug
        assert without(self.files(), slug) == before
        answers = dict.fromkeys(made["answers"], ("open", ""))
        self.past.append(Step(slug, None, {}, self.files()[slug]))
        self.known[slug] = Known(ask, secret, answers, leader).with_answer("vision", words)
        self.nothing_is_left_lying()

    @precondition(lambda self: self.known)
    @rule(
        number=st.integers(0, 3),
        key=st.sampled_from(["urgency", "vision", "why", "effort"]),
        words=st.sampled_from(["?", *PLAIN]),
        guess=st.booleans(),
    )
    def edit(self, number: int, key: str, words: str, guess: bool) -> None:
        """`edit KEY=VALUE` changes one answer: said, a guess, or open again."""
        slug = self.pick(number)
        typed = "?" if words == "?" else f"{words} {self.known[slug].secret}{'?' if guess else ''}"
        self.change(slug, ("edit", slug, f"{key}={typed}"), self.known[slug].with_answer(key, typed))

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), words=st.sampled_from([*DUE]))
    def edit_deadline(self, number: int, words: str) -> None:
        """`edit deadline=…` reads a moment in the words."""
        slug = self.pick(number)
        self.change(slug, ("edit", slug, f"deadline={words}"), self.known[slug].with_answer("deadline", words))

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), ask=st.sampled_from([*ASKS]), leader=st.sampled_from(["", "Al", "Bo: B"]))
    def edit_names(self, number: int, ask: str, leader: str) -> None:
        """`edit ask=… leader=…` leaves the brief its name."""
        slug = self.pick(number)
        then = replace(self.known[slug], ask=f"{ask} # now", leader=leader)
        self.change(slug, ("edit", slug, f"ask={then.ask}", f"leader={leader}"), then)

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), command=st.sampled_from(["sent", "confirm", "done", "drop", "reopen"]))
    def move(self, number: int, command: str) -> None:
        """A command that moves a brief along is carried out, or refused where the brief is closed, or open already."""
        slug = self.pick(number)
        self.change(slug, (command, slug), self.known[slug].moved(command))

    @rule(times=st.integers(1, 5))
    def undo(self, times: int) -> None:
        """`undo` brings the files back byte for byte, or refuses where one was changed by hand since."""
        for _ in range(times):
            before = self.files()
            step = self.past[-1] if self.past else None
            if step is None or before.get(step.slug, {}) != step.after:
                assert ("by hand" if step else "nothing to undo") in self.clarify("undo", code=1).err
                assert self.files() == before
                return
            self.clarify("undo")
            self.past.pop()
            assert self.files().get(step.slug, {}) == step.before
            assert without(self.files(), step.slug) == without(before, step.slug)
            self.known.pop(step.slug)
            if step.known:
                self.known[step.slug] = step.known
            self.nothing_is_left_lying()

    @precondition(lambda self: len(self.known) > 1)
    @rule(number=st.integers(0, 3))
    def forget(self, number: int) -> None:
        """After `forget`, no file in the home folder holds the brief's secret."""
        slug = self.pick(number)
        before = self.files()
        self.change(slug, ("forget", slug), None)  # not without --yes
        self.clarify("forget", slug, "--yes")
        secret = self.known.pop(slug).secret
        assert [name for name, raw in contents(self.home).items() if secret.encode() in raw] == []
        assert self.files() == without(before, slug)
        self.past = [step for step in self.past if step.slug != slug]
        self.cut.pop(slug, None)

    @rule(
        words=st.sampled_from(["fix", "fix-the-d", "list", "call-berlin", "ber", "zebra"]),
        command=st.sampled_from(["show", "path"]),
    )
    def find(self, words: str, command: str) -> None:
        """A beginning fits one brief, or the command ends with 3 and names all that fit."""
        fitting = self.fitting(words)
        if len(fitting) == 1 and not (command == "show" and fitting[0] in self.cut):
            found = self.clarify(command, words, "--json").json
            assert found.get("id", Path(found["path"]).stem) == fitting[0]
            return
        refused = self.clarify(command, words, "--json", code=1 if len(fitting) == 1 else 3)
        assert [slug for slug in fitting if slug not in refused.err] == []

    def fitting(self, words: str) -> list[str]:
        """The briefs that words fit: an exact name, else open ones, else closed ones."""
        if words in self.known:
            return [words]
        fitting = [slug for slug in self.known if f"-{words}" in f"-{slug}"]
        return [slug for slug in fitting if self.known[slug].status not in CLOSED] or fitting

    # ---- a person's own editor, and accidents

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), place=st.integers(0, 40), form=st.sampled_from(["above", "beside", "below"]))
    def write_a_remark(self, number: int, place: int, form: str) -> None:
        """A person writes a remark into the file."""
        slug = self.pick(number)
        if slug not in self.cut:
            remark = f"# {self.new_word('remark')}"
            path = self.path(slug)
            path.write_bytes(Lines.of(path.read_bytes()).with_remark(place, remark, form))
            self.known[slug] = replace(self.known[slug], by_hand=[*self.known[slug].by_hand, remark])

    @precondition(lambda self: self.known)
    @rule(
        number=st.integers(0, 3), place=st.integers(0, 9), form=st.sampled_from(["above", "within an answer", "below"])
    )
    def write_a_key(self, number: int, place: int, form: str) -> None:
        """A person writes a key into the file that clarify does not know."""
        slug = self.pick(number)
        if slug not in self.cut:
            line = f"{self.new_word('own')}: 'mine'"
            path = self.path(slug)
            path.write_bytes(Lines.of(path.read_bytes()).with_key(place, line, form))
            self.known[slug] = replace(self.known[slug], by_hand=[*self.known[slug].by_hand, line])

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), guess=st.booleans())
    def answer_by_hand(self, number: int, guess: bool) -> None:
        """A person writes an answer, in the short form, where one is open."""
        slug = self.pick(number)
        path, known = self.path(slug), self.known[slug]
        for key in ("urgency", "why", "vision"):
            block = f"  {key}:\n    standing: open\n"
            text = path.read_text("utf-8")
            if block in text and slug not in self.cut:
                words = f"for {known.secret}{'?' if guess else ''}"
                path.write_text(text.replace(block, f"  {key}: {words}\n"), "utf-8")
                self.known[slug] = known.with_answer(key, words)
                return

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), leader=st.sampled_from(["Al", "Bo", "Cy"]))
    def change_the_leader_by_hand(self, number: int, leader: str) -> None:
        """A person replaces the leader's name, perhaps by one as long: the next list shows it."""
        slug = self.pick(number)
        path = self.path(slug)
        text, changed = re.subn("(?m)^leader: [A-C][a-z]$", f"leader: {leader}", path.read_text("utf-8"))
        if changed and slug not in self.cut:
            path.write_text(text, "utf-8")
            self.known[slug] = replace(self.known[slug], leader=leader)

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), part=st.floats(0, 1, exclude_max=True))
    def cut_off(self, number: int, part: float) -> None:
        """A file loses its end, as by a copy that broke off."""
        slug = self.pick(number)
        if slug not in self.cut:
            path = self.path(slug)
            raw = path.read_bytes()
            self.cut[slug] = raw, raw[: int(raw.index(b"\nhistory:") * part)]
            path.write_bytes(self.cut[slug][1])

    @precondition(lambda self: self.cut)
    @rule(number=st.integers(0, 3))
    def mend(self, number: int) -> None:
        """The whole file is put back."""
        slug = sorted(self.cut)[number % len(self.cut)]
        self.path(slug).write_bytes(self.cut.pop(slug)[0])

    @precondition(lambda self: self.known)
    @rule(number=st.integers(0, 3), folders=st.sampled_from([["undo"], ["undo", "briefs"]]))
    def a_writer_is_killed(self, number: int, folders: list[str]) -> None:
        """A writer that was killed leaves temporary files: at first that of the record of its change."""
        slug = self.pick(number)
        for folder in folders:
            (self.home / folder / f".{slug}.yaml.0a1b2c3d.tmp").write_text(self.known[slug].secret)

    @rule(days=st.integers(1, 400))
    def time_passes(self, days: int) -> None:
        """The archive has a folder for each year, and deadlines pass."""
        now = datetime.fromisoformat(os.environ["CLARIFY_NOW"]).timestamp() + days * 86_400
        os.environ["CLARIFY_NOW"] = datetime.fromtimestamp(now).isoformat()  # the end of the test puts it back

    # ---- what always holds

    @invariant()
    def the_list_shows_what_is_known(self) -> None:
        """`list` shows the open briefs, `list --all` all; both name every damaged file and then end with 1."""
        for option, shown in (
            ((), [k for k in self.known if self.known[k].status not in CLOSED]),
            (("--all",), [*self.known]),
        ):
            damaged = [slug for slug in shown if slug in self.cut]
            listed = self.clarify("list", "--json", *option, code=1 if damaged else 0)
            rows = {row["id"]: row for row in listed.json}
            assert len(rows) == len(listed.json)
            assert sorted(rows) == sorted(slug for slug in shown if slug not in self.cut)
            assert [slug for slug in damaged if f"{self.path(slug)}" not in listed.err] == []
            assert len(listed.err.splitlines()) == len(damaged)
            for slug, row in rows.items():
                self.is_as_known(slug, row)

    def is_as_known(self, slug: str, row: dict[str, object]) -> None:
        """One row of a list against what is known."""
        known = self.known[slug]
        deadline = known.answers["deadline"][1]
        assert (row["ask"], row["leader"], row["status"]) == (known.ask, known.leader, known.status)
        assert (row["due"], row["urgency"]) == (DUE.get(deadline), known.answers["urgency"][1])
        assert (sorted(row["open"]), sorted(row["assumed"])) == (known.keys("open"), known.keys("assumed"))  # type: ignore[call-overload]
        assert row["path"] == str(self.path(slug))
        assert ("archive" in str(row["path"])) == (known.status in CLOSED)

    @invariant()
    def what_was_written_by_hand_is_still_there(self) -> None:
        """Each remark and each key of a person is in its file; a file that was cut off is as the accident left it."""
        for slug, files in self.files().items():
            (raw,) = files.values()
            if slug in self.cut:
                assert raw == self.cut[slug][1]
            else:
                assert [line for line in self.known[slug].by_hand if line not in raw.decode("utf-8")] == []


def without(files: dict[str, Files], slug: str) -> dict[str, Files]:
    """The files of all other briefs."""
    return {name: raw for name, raw in files.items() if name != slug}


def names(slug: str) -> Iterator[str]:
    """The names that briefs with one ask get: `x`, `x-2`, `x-3` …"""
    yield slug
    yield from (f"{slug}-{n}" for n in range(2, 1000))


TestHome = Home.TestCase
TestHome.settings = settings(QUIET, max_examples=35, stateful_step_count=40)
