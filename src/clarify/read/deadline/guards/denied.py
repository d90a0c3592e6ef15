"""The guard for what is denied: "it needn't be Tuesday", "don't send it on Monday"."""

from clarify.read.deadline.guards.clauses import BY, UNTIL, WHETHER, Clause, contains
from clarify.read.deadline.language.words import word_set

OPEN_WORDS = (
    "needn't be", "not be", "doesn't have to be", "don't have to", "isn't due", "need not be", "not have to be", "no",
    "nor", "not", "don't need it", "don't need this", "doesn't need to be", "isn't", "wasn't", "won't be", "not on",
    "never", "can't do", "can't make", "cannot", "isn't needed", "not needed", "not expecting it", "instead of",
    "rather than", "other than", "except", "except on", "forget", "skip", "avoid",
)  # fmt: skip
OPEN = frozenset(tuple(denial.split()) for denial in OPEN_WORDS)
NO_WAYS = (["no", "need"], ["no", "way"], ["no", "chance"], ["no", "one"])
NO_HURRY = word_set("rush worries worry problem problems hurry pressure stress sweat excuses")
NEGATIVE = word_set(
    """
    don't dont doesn't doesnt didn't needn't won't wont can't cant cannot couldn't wouldn't shouldn't mustn't isn't
    aren't haven't hasn't never nothing nobody neither none doubt unlikely unable
    """
)
BEFORE_NOT = word_set(
    """
    do does did need can could will would must should may might is are am be i'm we're they're you're 's have has
    """
)
"""Words that "not" belongs to as a verb: "do not send", "it's not needed"."""

AFTER_ALL = word_set(
    """
    forget hesitate miss fail later slip delay mind urgent critical without unless if because since so but and , as
    wait past exceed
    """
)
"""Words that turn a denial back into an ask: "don't forget to send it", "we can't start without it"."""

UNSURE = frozenset(["know", "think", "sure", "see", "believe", "care"])


def is_denied(clause: Clause) -> bool:
    """True for a date that is denied: "it needn't be Tuesday", "don't send it on Monday", "Friday is not possible"."""
    before = clause.before_words
    if clause.candidate.phrase.role == "limit":
        return False
    if "no" in clause.near_words and (_is_no_thing(clause) or any(contains(clause.near_words, no) for no in NO_WAYS)):
        return True
    if (
        before
        and any(tuple(before[-many:]) in OPEN for many in (1, 2, 3, 4))
        and before[-2:-1] not in (["don't"], ["not"], ["/"], ["or"])
    ):
        return True
    if clause.own[0].word in UNTIL and _is_wait(clause.near_words):
        return True
    if clause.own[0].word == "due" and clause.near_words[-2:] == ["nothing", "is"]:
        return True
    due = clause.own[0].word == "due"  # "You haven't sent the draft due Friday" denies another thing.
    return (not due and _is_denied_before(clause.near_words)) or _is_denied_after(clause)


WAITS = word_set("wait hold park pause shelve freeze leave postpone delay stop")


def _is_wait(words: list[str]) -> bool:
    """True if nothing is to be done until then: "hold off until Monday", but not "this can wait until Monday"."""
    at = next((at for at, word in enumerate(words) if word in WAITS), -1)
    return at >= 0 and (at == 0 or words[at - 1] in ("don't", "let", "'s", "to", "on", "and", "not", "please", "just"))


def _is_no_thing(clause: Clause) -> bool:
    """True if the words say that there is none of something on that day: "no deliveries on Sunday"."""
    words = clause.near_words
    return len(words) == 2 and words[0] == "no" and words[1] not in NO_HURRY and clause.own[0].word in ("on", "in")


def _is_denied_before(words: list[str]) -> bool:
    """True if a verb before the date is denied: "we don't have to decide today", "it can't go out before Thursday"."""
    if "not" not in words and NEGATIVE.isdisjoint(words):
        return False
    at = max((at for at, word in enumerate(words) if _denies(words, at, word)), default=-1)
    # "That doesn't have to be done by Friday" begins with what it is about.
    if at < 0 or not WHETHER.isdisjoint(words[max(words[0] == "that", at - 3) : at]):
        return False
    rest = words[at + 1 :]
    if rest[:1] == ["you"]:
        return False  # "Can't you send it by Friday?"
    return AFTER_ALL.isdisjoint(rest) or not UNSURE.isdisjoint(rest[:1])


def _denies(words: list[str], at: int, word: str) -> bool:
    return word in NEGATIVE or (word == "not" and at > 0 and words[at - 1] in BEFORE_NOT)


VERBS_AFTER = frozenset(["is", "'s", "was", "are", "would", "will", "looks", "seems", "does"])
IMPOSSIBLE = word_set("not no out off impossible hopeless too never unlikely unrealistic")
NOT_AFTER = word_set("isn't doesn't won't can't cannot wasn't wouldn't clashes conflicts")
NO_DENIAL = word_set("problem issue negotiable optional flexible movable moveable bad far late later")
"""Words with "not" that do not deny the date: "Friday is not negotiable"."""


def _is_denied_after(clause: Clause) -> bool:
    """True if the clause goes on to deny the date that it is about: "Thursday doesn't work for me"."""
    following = clause.following_words
    if not clause.opens_statement or clause.own[0].word in BY or not NO_DENIAL.isdisjoint(following[2:5]):
        return following[1:3] == ["too", "late"]
    verdict = following[2:3] if following[1:2] == ["be"] else following[1:2]
    denied = following[:1] and following[0] in VERBS_AFTER and not IMPOSSIBLE.isdisjoint(verdict)
    return bool(denied or not NOT_AFTER.isdisjoint(following[:1]))
