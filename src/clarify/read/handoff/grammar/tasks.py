"""The tasks: the words in each sentence that say what is to be done."""

from collections import deque

from clarify.read.handoff.grammar.clauses import without_tail
from clarify.read.handoff.grammar.due import DeadlineReader
from clarify.read.handoff.grammar.events import EVENT, PERIOD
from clarify.read.handoff.grammar.looks import IS_TO_BE, LENGTH, MANNER
from clarify.read.handoff.grammar.orders import WITH_OBJECT
from clarify.read.handoff.grammar.passives import to_be_done
from clarify.read.handoff.grammar.requests import NEED, asked, questions
from clarify.read.mail.sentences import Sentence
from clarify.read.names import VERBS
from clarify.read.patterns import WORD, phrases, section, word_set

_THANKS = phrases("thanks, thank, thx, ty, cheers")
_REMEMBERED = 20  # tasks that a later one may only repeat
_NEED_LENGTH = 40
_EMPTY = word_set(section("small_words.txt", "empty"))
_HANDS_ON = phrases(
    r"""(?:action|handle|take care of|deal with|do|see to|sort|sort out|take|take on|pick up|own|run with)(?: (?:this|
    it|that|these|the below|below|the following))?(?: (?:one|request|mail|e-?mail|message|below|for me|please))*"""
)


def find_tasks(sentences: list[Sentence], reader: DeadlineReader) -> None:
    """Finds the tasks of every sentence and stores them in it.

    Behind a task, some words are no further task: those that say nothing new (“need the list by noon”), those that say
    how the result is to look, and “we need to …”, which tells why.
    """
    said: set[str] = set()
    seen: deque[frozenset[str]] = deque(maxlen=_REMEMBERED)
    for sentence in sentences:
        for start, end in _parts(sentence.text):
            tells_why = seen and NEED.search(sentence.text, max(0, start - _NEED_LENGTH), start)
            start, end = _trimmed(sentence, start, end, reader)
            task = " ".join(sentence.text[start:end].lower().split())
            content = frozenset(WORD.findall(task)) - _EMPTY
            known = task in said or (seen and (_says_how(task) or any(content <= other for other in seen)))
            if _says_enough(task) and not (known or tells_why):
                said.add(task)
                seen.append(content)
                sentence.tasks.append(sentence.span(start, end))


def with_forwarded(own: list[Sentence], forwarded: list[Sentence], reader: DeadlineReader) -> list[Sentence]:
    """The leader's own sentences; if they only hand a message on, also its sentences, with their tasks."""
    tasks = [task for sentence in own for task in sentence.tasks]
    if not (forwarded and tasks and all(_HANDS_ON.fullmatch(task.text) for task in tasks)):
        return own
    find_tasks(forwarded, reader)
    if not any(sentence.tasks for sentence in forwarded):
        return own
    for sentence in own:
        sentence.tasks.clear()
    return [*own, *forwarded]


def _parts(text: str) -> list[tuple[int, int]]:
    """The parts of a sentence that hand work over: requests, else a question, else work in the passive."""
    return list(asked(text)) or list(questions(text)) or list(to_be_done(text))


def _says_enough(task: str) -> bool:
    """True if words are a task: more than one word, or a verb by itself (“please handle”), but no thanks."""
    if _THANKS.match(task):
        return False
    return len(task.split()) > 1 or task in VERBS - WITH_OBJECT


def _says_how(task: str) -> bool:
    """True if words behind a task only say how its result is to be: “keep it to one page”."""
    return any(pattern.match(task) for pattern in (MANNER, IS_TO_BE, LENGTH))


def _trimmed(sentence: Sentence, start: int, end: int, reader: DeadlineReader) -> tuple[int, int]:
    """The beginning and end of a task without the deadline, the thanks and the signs at its end."""
    text = sentence.text
    end = without_tail(text, start, end)
    times = (match for pattern in (EVENT, PERIOD) for match in pattern.finditer(text, start, end))
    event = next((match for match in times if match.end() >= end - 1), None)
    if event and event.start() > start:
        return _trimmed(sentence, start, event.start(), reader)
    deadline = reader.read(text[start:end]) if reader.read(text) else None
    inside = deadline and _shares_bracket(text[start : start + deadline.start])
    if deadline and deadline.start and deadline.end >= end - start - 1 and not inside:
        return _trimmed(sentence, start, start + deadline.start, reader)
    return start, end


def _shares_bracket(text: str) -> bool:
    """True if `text` ends inside a bracket, which a cut here would leave open."""
    before, _, inside = text.rpartition("(")
    return bool(before) and ")" not in inside and any(character.isalnum() for character in inside)
