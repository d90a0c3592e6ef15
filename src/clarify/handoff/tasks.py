"""The tasks: what each sentence asks for, cut to what is to be done."""

from clarify.handoff.clauses import without_tail
from clarify.handoff.due import DeadlineReader
from clarify.handoff.orders import VERBS, WITH_OBJECT
from clarify.handoff.requests import asked, questions
from clarify.handoff.sentences import Sentence


def find_tasks(sentences: list[Sentence], reader: DeadlineReader) -> None:
    """Give every sentence its tasks; the same words twice are one."""
    seen: set[str] = set()
    for sentence in sentences:
        for start, end in list(asked(sentence.text)) or list(questions(sentence.text)):
            start, end = _trimmed(sentence, start, end, reader)
            key = " ".join(sentence.text[start:end].lower().split())
            if key not in seen and _says_enough(key):
                seen.add(key)
                sentence.tasks.append(sentence.span(start, end))


def _says_enough(task: str) -> bool:
    """Whether words are a task: more than one, or a verb by itself (“please handle”)."""
    return len(task.split()) > 1 or task in VERBS - WITH_OBJECT


def _trimmed(sentence: Sentence, start: int, end: int, reader: DeadlineReader) -> tuple[int, int]:
    """A task without the deadline, the thanks and the signs at its end."""
    text = sentence.text
    end = without_tail(text, start, end)
    deadline = reader.read(text[start:end]) if reader.read(text) else None
    if deadline and deadline.start and deadline.end >= end - start - 1:
        return _trimmed(sentence, start, start + deadline.start, reader)
    return start, end
