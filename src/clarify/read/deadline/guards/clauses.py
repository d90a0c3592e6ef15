"""A candidate in its clause, and the few facts of English that the guards share: requests, persons, the past."""

from typing import NamedTuple

from clarify.read.deadline.language.tokens import PARAGRAPH, Token
from clarify.read.deadline.language.words import EVENTS, ONLY_PAST, PAST, word_set
from clarify.read.deadline.rules.phrases import Phrase
from clarify.read.deadline.values import Reading

CLAUSE_ENDS = frozenset([".", ";", "!", "?", PARAGRAPH])
BREAKS = frozenset([",", "so", "but", ":", "(", ")", "-", "–", "—", "because", "then"])
"""Marks and words that end a statement inside a clause: "I'm out Friday, so please send it Thursday"."""

LOOK_BACK = 12
"""The number of words before a candidate that guards look at: longer clauses are rare, and work stays bounded."""

LOOK_ON = 6
"""The number of words after it."""

MARKS = 8
"""The number of marks (brackets, dots) that may stand around a phrase that is the whole text."""


class Candidate(NamedTuple):
    """A phrase that was read, and where: the tokens from `first` up to `end`."""

    phrase: Phrase
    first: int
    end: int

    @property
    def reading(self) -> Reading:
        """The reading of the phrase; fails for one that was passed over."""
        if self.phrase.reading is None:
            raise LookupError("a phrase that was passed over names no moment")
        return self.phrase.reading


class Clause:
    """A candidate in its clause, as the guards look at it."""

    def __init__(self, candidate: Candidate, tokens: list[Token]) -> None:
        self.candidate = candidate
        self.tokens = tokens
        first, end = candidate.first, candidate.end
        self.own = tokens[first:end]
        """The tokens of the candidate itself."""
        self.following = _up_to_end(tokens[end : end + LOOK_ON])
        """The first tokens after it, up to the mark that ends its clause."""
        earlier = tokens[max(0, first - LOOK_BACK) : first]
        self.before = earlier[_after_last(earlier, CLAUSE_ENDS) :]
        """The tokens before it in its clause."""
        self.own_words, self.following_words, self.before_words = map(words_of, (self.own, self.following, self.before))
        self.near = self._since_break()
        """The tokens before it in its statement, which a comma or "so" begins."""
        self.near_words = words_of(self.near)
        self.opens_statement = _begins(self.near_words)
        """True if its statement begins with it, and so is about it: "Friday is not possible"."""

    def _since_break(self) -> list[Token]:
        at = len(self.before_words) - 1
        while at >= 0 and (self.before_words[at] not in BREAKS or self._joins(at)):
            at -= 1
        return self.before[at + 1 :]

    def _joins(self, at: int) -> bool:
        """True for a hyphen inside a word or a comma between dates: "I'm away Thursday, Friday and Monday"."""
        if self.before_words[at] == "-":
            return self.before[at].glued
        around = [*self.before[max(0, at - 1) : at], *(self.before[at + 1 :] or self.own)[:1]]
        if self.before_words[at] != "," or not all(DATED & token.kinds.keys() for token in around):
            return False
        return not {"and", "or", "&"}.isdisjoint([*self.before_words[at:], *self.following_words[:1]])

    @property
    def next_token(self) -> Token | None:
        """The token after it."""
        return self.tokens[self.candidate.end] if self.candidate.end < len(self.tokens) else None

    @property
    def near_following(self) -> list[Token]:
        """The first tokens after it, up to the end of its statement."""
        ends = (at for at, token in enumerate(self.following) if token.word in BREAKS | CLAUSE_ENDS)
        return self.following[: next(ends, len(self.following))]

    @property
    def alone(self) -> bool:
        """True if there is nothing else in the text but marks."""
        if len(self.tokens) > len(self.own) + MARKS:
            return False
        rest = self.tokens[: self.candidate.first] + self.tokens[self.candidate.end :]
        return not any(token.kinds for token in rest)

    @property
    def is_ahead(self) -> bool:
        """True if its words can't be past: "tomorrow", "next Friday"."""
        words = self.own_words
        coming = not {"next", "nxt", "coming"}.isdisjoint(words) and "the" not in words
        return coming or any("TOMORROW" in token.kinds for token in self.own)

    @property
    def is_moved(self) -> bool:
        """True if it is the new date of something: "the call was pushed to Friday", "moved from 2 to 4"."""
        first = self.own[0].word
        before = self.before_words
        to = before[-1:] == ["to"] or first == "from" or (first in ("until", "till") and "to" not in before)
        return to and not MOVED.isdisjoint(before[-5:])


DATED = frozenset(["WEEKDAY", "MONTH", "INT", "TODAY", "TOMORROW"])
MOVED = word_set(
    """
    moved pushed postponed rescheduled shifted bumped delayed brought extended changed slipped put deferred advanced
    pulled set
    """
)


def words_of(tokens: list[Token]) -> list[str]:
    """The words of some tokens."""
    return [token.word for token in tokens]


def contains(words: list[str], part: list[str]) -> bool:
    """True if `part` stands in `words`, in one piece."""
    return f" {' '.join(part)} " in f" {' '.join(words)} "


def _up_to_end(tokens: list[Token]) -> list[Token]:
    """The tokens up to and with the first that ends a clause."""
    return tokens[: next((at + 1 for at, token in enumerate(tokens) if token.word in CLAUSE_ENDS), len(tokens))]


def _after_last(tokens: list[Token], marks: frozenset[str]) -> int:
    """The number of the token after the last of `marks`; the dot of "2.15" is none."""
    at = len(tokens)
    while at and (tokens[at - 1].word not in marks or _is_in_number(tokens, at - 1)):
        at -= 1
    return at


def _is_in_number(tokens: list[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].glued and "INT" in tokens[at + 1].kinds


OPENERS = word_set(
    """
    and but so if that think know sorry afraid sure hope well
    guess because as since unfortunately , thinks says feels believe believes reckon reckons
    """
)


def _begins(words: list[str]) -> bool:
    at = len(words) - 2 if words and words[-1] in ARTICLES else len(words) - 1
    return at < 0 or words[at] in OPENERS


# What is asked for

BY = frozenset(["by", "before", "b4", "due", "no", "not", "latest", "ahead", "prior"])
"""First words of phrases that ask for something, so that no tense can make them past."""

UNTIL = frozenset(["until", "till", "til", "through"])

ASKING = frozenset(["need", "needs", "want", "wants", "send", "have", "get", "deadline", "due", "must", "required"])
OBJECTS = word_set("the a an my our your his her its their it me us him them this these those both")
LEADING = word_set("and then also ok okay so now just but to")
ASKING_FIRST = frozenset(["send", "have", "get", "let", "need", "must"])
ASKS_YOU = frozenset(["can", "could", "would", "will"])


def is_request(tokens: list[Token]) -> bool:
    """True if a statement tells somebody to do something: "Share the deck", "could you check", "have it signed"."""
    words = words_of(tokens)
    if "you" in words[1:] and words[words.index("you", 1) - 1] in ASKS_YOU:
        return True
    start = 0
    while start < len(words) and words[start] in LEADING:
        start += 1
    if start == len(words):
        return False
    if words[start] in ("can", "could") and words[start + 1 : start + 2] != ["i"]:
        return True  # "Could he", "can the team"
    # A bare verb at the beginning shows in what stands after it, "Ping me", "Finalise our": no list could hold all.
    verb, object_ = words[start], words[start + 1 : start + 2]
    return verb in ASKING_FIRST or (not OBJECTS.isdisjoint(object_) and _is_bare_verb(tokens[start]))


def _is_bare_verb(token: Token) -> bool:
    word = token.word
    ending = word.endswith(("ing", "ed")) or (word.endswith("s") and not word.endswith("ss"))
    return "CONTENT" in token.kinds and not ending and word not in PAST and word not in ("re", "per", "hope")


# Who is meant

PERSONS = word_set(
    """
    i'm im i we're they're he she they we i'll he'll she'll we'll they'll who everyone everybody nobody
    """
)
ARTICLES = word_set("the a an my our your his her its their this that these those no")


def is_name_of_person(tokens: list[Token], at: int) -> bool:
    """True if a word looks like somebody's name: with a capital, without an article, and no event."""
    token = tokens[at]
    if token.word == "'s" and at:
        return is_name_of_person(tokens, at - 1)
    if "CONTENT" not in token.kinds or not token.text.istitle() or token.word in EVENTS:
        return False
    article = at > 0 and tokens[at - 1].word in ARTICLES
    return not article and not token.word.endswith(("ing", "ion"))


# What is past

UNCHANGED = word_set("shut put set cut hit let read cost quit hurt split beat spread")
"""Verbs that are past only if the present would have an s: "she shut"."""

PERFECT = word_set("done seen gone written taken given shown begun driven flown chosen spoken fallen grown eaten")
"""Verbs that are past only after "have"."""

NOT_PAST = word_set(
    """
    hundred sacred naked shed shred sled fred ted red bed wed embed needed wanted required expected scheduled planned
    targeted proposed suggested hoped preferred supposed intended
    """
)
"""Words in -ed that look forward, or are no verbs: "the demo is planned for Friday"."""

FORWARD = word_set("asked told agreed promised decided offered wanted reminded requested advised instructed invited")
"""Verbs that are past and speak of what is to come: "she asked me to share it on Thursday"."""

STILL_TO_COME = word_set(
    """
    will would should can could must shall may might i'll we'll he'll she'll they'll you'll going is are be needs
    need want wants due ends starts begins expires opens closes finishes arrives
    """
)


def past_verb(tokens: list[Token]) -> int | None:
    """The number of the last word that tells the past: "the board approved it", but not "I want it approved"."""
    words = words_of(tokens)
    past = (at for at in reversed(range(len(words))) if _looks_past(words, at))
    return next((at for at in past if not _is_participle(tokens, words, at)), None)


def _looks_past(words: list[str], at: int) -> bool:
    word = words[at]
    if word in PAST:
        return True
    if word in UNCHANGED:
        return at > 0 and words[at - 1] in ("he", "she", "it", "who")
    if word in PERFECT:
        return not HAVING.isdisjoint(words[max(0, at - 2) : at])
    if not word.endswith("ed") or len(word) < 4 or word in NOT_PAST:
        return False
    return not word.endswith("eed") or word in ("agreed", "freed", "guaranteed")


HAVING = frozenset(["have", "has", "had", "i've", "we've", "you've", "they've"])
PASSIVE = word_set("be being is are get gets getting we're they're you're i'm isn't aren't 's")
CAUSING = word_set(
    """
    need needs want wants wanting have get gets got like love see keep make prefer expect expecting i'd we'd he'd she'd
    they'd
    """
)
"""Words that want a thing done: "get the tickets booked", "I'd (like) the deck finished"."""

SUBJECTS = word_set("i you he she we they who which that what it")
BEFORE_NOUNS = ARTICLES | word_set("to in of for with from by at on all any some every each -") - {"that", "this"}
BETWEEN = word_set("not also all fully already just now and or , off up out in over properly well")


def _is_participle(tokens: list[Token], words: list[str], at: int) -> bool:
    """True if a word that looks past is a participle: "must be signed", "have it signed", "the agreed"."""
    if words[at] in ONLY_PAST or words[at] == "been":
        return False
    back = at - 1
    while back >= 0 and (words[back] in BETWEEN or words[back].endswith("ly") or _looks_past(words, back)):
        if words[back] in ONLY_PAST or words[back] == "been":
            return False
        back -= 1
    before = words[back] if back >= 0 else ""
    noun_after = at + 1 < len(words) and "CONTENT" in tokens[at + 1].kinds
    if before in PASSIVE or (at and words[at - 1] in BEFORE_NOUNS):
        return True
    if before in SUBJECTS and before != "it":
        return noun_after and before == "that"
    return _is_caused(tokens, words, at, back) or (noun_after and _describes(tokens, words, at, back))


def _is_caused(tokens: list[Token], words: list[str], at: int, back: int) -> bool:
    """True if somebody is to have it done: "I want it finished", but not "I need the price Sam quoted"."""
    causes = [number for number in range(back + 1) if words[number] in CAUSING]
    if not causes or is_name_of_person(tokens, back):
        return False
    between = words[causes[-1] + 1 : back + 1]
    return bool(between) and SUBJECTS.isdisjoint(between[:-1] if between[-1] in ("it", "that") else between)


def _describes(tokens: list[Token], words: list[str], at: int, back: int) -> bool:
    """True if the participle describes the noun after it: "send revised numbers", "need signed copies"."""
    if is_name_of_person(tokens, at + 1):
        return False
    return back < 0 or words[back] in CAUSING - {"have", "got"} or is_request(tokens[:at]) or words[back] == "send"


def turns_to_ask(tokens: list[Token], at: int) -> bool:
    """True if the statement goes on after its past verb to what is to come: "she asked me to share it"."""
    words = words_of(tokens)
    verb, rest = words[at], words[at + 1 :]
    if verb in ("did", "had"):
        return not {"want", "need", "must"}.isdisjoint(rest)
    if not (STILL_TO_COME | ASKING).isdisjoint(rest):
        return True
    if verb in FORWARD and "to" in rest[:4]:
        return True
    last_and = max((number for number, word in enumerate(words) if word == "and"), default=-1)
    following = tokens[last_and + 1 :]
    return last_and > at and (not following or is_request(following) or following[0].word in SUBJECTS)


# What is denied

WHETHER = frozenset(["if", "unless", "why", "whether", "that", "which", "who", "case", "sure", "ensure"])
"""Words before a denial that deny nothing: "if you don't send it by Friday", "the slides that don't have notes"."""
