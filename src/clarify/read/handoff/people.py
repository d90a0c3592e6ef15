"""The other people whom a hand-off names."""

import re
from collections.abc import Iterator

from clarify.read.mail.layout import Layout
from clarify.read.mail.sentences import Sentence
from clarify.read.names import NAME_WORD, NO_NAME, VERBS, first_word, is_given
from clarify.read.patterns import phrases, section, word_set
from clarify.read.spans import Span

_BETWEEN = r"[ \t]{1,2}(?:[A-Z]\.[ \t]{1,2})?(?:(?:van|von|de|der|la|bin)[ \t]){0,2}"
_CAPITALS = re.compile(rf"(?<![\w@.&/]){NAME_WORD}(?:{_BETWEEN}{NAME_WORD}){{0,3}}")
_WORD = re.compile(r"[^\s]+")
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Judge|Professor|Sir|Dame)\.?\s+$")
# Behind these words stands a person …
_BEFORE = re.compile(
    r"\b(?:ask|tell|remind|loop in|cc|ping|introduce|thank|chase|call|invite|heard? from|word with"
    r"|get(?:ting)? with|(?:you|me|us) and"
    r"|(?:check|talk|speak|spoke|talked|chat|sync|meet|met|work|liaise|coordinate) (?:to|with|w/?))\s+$",
    re.IGNORECASE,
)
# … and so before these, since only persons do it …
_AFTER = re.compile(
    r"\s+(?:says?|said|thinks|told|asked|wrote|mentioned|knows|suggested|suggests|(?:and|or) (?:you|me)\b"
    r"|is (?:doing|working|out|away|back|on leave|writing|covering|travell?ing))"
)
# … and between these: “send Viktor the list”.
_GIVE = re.compile(r"\b(?:send|give|show|bring|e-?mail|get|hand)\s+$", re.IGNORECASE)
_THING_FOLLOWS = re.compile(r"\s+(?:the|a|an|your|our|my|this|that|these|those|his|her|their|what|some|all)\b")
_TO_DO = re.compile(r"\s+to\s+(?=[a-z])")
_CALLED = re.compile(r"\s?(?:[,:]|[-–—]{1,2})\s")
_GROUP = phrases("all, everyone, everybody, guys, team, folks, both, colleagues, gentlemen, ladies")
_ORGANISATIONS = word_set(section("no_names.txt", "organisation"))
_NO_PERSON = NO_NAME | word_set(section("no_names.txt", "other"))


def find_people(sentences: list[Sentence], layout: Layout) -> Iterator[Span]:
    """The persons who are named, each once, without the leader and the one person whom the message addresses."""
    seen = set(layout.greeted) | ({first_word(layout.leader)} if layout.leader else set()) | _one_addressed(sentences)
    for sentence in sentences:
        for start, end in _persons(sentence):
            name = sentence.span(start, end)
            if first_word(name.text) not in seen:
                seen.update(part.strip(".").lower() for part in name.text.split())
                yield name


def _one_addressed(sentences: list[Sentence]) -> set[str]:
    """The first name of the one person addressed (“Hugo, …”); empty if several persons or a group are."""
    called = {
        first_word(sentence.text[start:end])
        for sentence in sentences
        for start, end in _runs(sentence.text)
        if not sentence.text[:start].strip() and _CALLED.match(sentence.text, end)
    }
    group = _GROUP.match(sentences[0].text) if sentences else None
    return called if len(called) == 1 and not group else set()


def _persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of the names of persons in a sentence."""
    return ((start, end) for start, end in _runs(sentence.text) if _is_person(sentence, start, end))


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """The beginnings and ends of words with capitals in a row, without those that are no part of a name."""
    for capitals in _CAPITALS.finditer(text):
        start = end = None
        for word in _WORD.finditer(text, capitals.start(), capitals.end()):
            bare = word[0].strip(".,'’-").lower().removesuffix("'s").removesuffix("’s")
            if bare in _NO_PERSON or (start is None and bare in VERBS):
                if start is not None:
                    break
                continue
            start = word.start() if start is None else start
            end = word.end() - len(word[0]) + len(re.sub(r"(?:['’]s?|[.'’-]+)$", "", word[0]))
            if word[0].endswith(("'s", "’s", "'", "’")):
                break
        if start is not None and end is not None:
            yield _from_given_name(text, start, end), end


def _from_given_name(text: str, start: int, end: int) -> int:
    """The beginning of a name; at the start of a sentence, a capitalised word before a given name is not part of it."""
    parts = list(_WORD.finditer(text, start, end))
    given = [part.start() for part in parts[1:] if is_given(part[0])]
    return given[0] if given and not text[:start].strip() and not is_given(parts[0][0]) else start


def _is_person(sentence: Sentence, start: int, end: int) -> bool:
    """True if words with capitals name a person, by a given name, a title or the words around them."""
    text = sentence.text
    name = text[start:end]
    before = text[max(0, start - 40) : start]
    if _TITLE.search(before):
        return True
    parts = name.lower().split()
    if _ORGANISATIONS.intersection(part.strip(".") for part in parts) or any(c.isdigit() for c in name):
        return False
    if is_given(name):
        return not name.isupper() or sentence.text.isupper()
    if name.isupper() or len(parts) > 2:
        return False
    gets = _GIVE.search(before) and _THING_FOLLOWS.match(text, end)
    does = not before.strip() and sentence.tasks and (_TO_DO.match(text, end) or _CALLED.match(text, end))
    return bool(_BEFORE.search(before) or _AFTER.match(text, end) or gets or does)
