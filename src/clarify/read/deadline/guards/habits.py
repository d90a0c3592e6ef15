"""The guard for opening hours and what repeats: "open 9 to 5", "Fridays at 3", "lunch is on me"."""

from clarify.read.deadline.guards.clauses import ARTICLES, BY, UNTIL, Clause, is_request
from clarify.read.deadline.language.words import PREMISES, UNITS, WEEKDAYS, word_set

OFTEN = word_set("usually always normally typically generally mostly")
ROUNDS = word_set("daily weekly biweekly fortnightly monthly quarterly yearly annually hourly twice once")
PLURAL_DAYS = frozenset(f"{day}s" for day in WEEKDAYS if day.endswith("day")) | {
    *("weekdays", "weekends", "mornings", "afternoons", "evenings", "nights")
}
REPEATS = ROUNDS | PLURAL_DAYS
REPEATS_AFTER = REPEATS - {"once", "twice"}
REPEATING = frozenset(["UNIT", "PERIODWORD", "WEEKDAY", "MONTH", "PARTWORD", "WEEKEND"])
OPENS = frozenset(["open", "opens"])
CLOSED = frozenset(["closes", "shuts", "closed", "shut"])
OFFICES = word_set("opening office business reception store shop library working visiting bank core")


def is_habit(clause: Clause) -> bool:
    """True for opening hours and dates that repeat: "open 9 to 5", "Fridays at 3", "on the 25th of every month"."""
    words, following = clause.near_words, clause.following_words
    *_, last = "", *words
    if words[-2:-1] in (["every"], ["each"]) and last in UNITS:
        return True  # "Every year in May"
    if _joins_repeat(clause) or _is_service(clause) or _is_meal(clause):
        return True
    if not OFTEN.isdisjoint(words) or last in REPEATS:
        return not is_request(clause.near)
    if _is_opening(clause, words):
        return not is_request(clause.near)
    if _repeats_after(clause):
        return True
    at = 1 if following[:1] in (["on"], ["in"], ["of"], ["during"]) else 0
    return not REPEATS_AFTER.isdisjoint(following[at : at + 1])


def _repeats_after(clause: Clause) -> bool:
    """True if the words after the date say how often: "on the 25th of every month", "at 5 and at 4, every day"."""
    at = next((at for at, word in enumerate(clause.following_words) if word in EACH), -1)
    if at < 0 or (at > 1 and (clause.candidate.reading.undated is None or is_request(clause.near))):
        return False
    return any(not REPEATING.isdisjoint(token.kinds) for token in clause.following[at + 1 : at + 3])


EACH = frozenset(["every", "each"])
WITHIN_REPEAT = word_set("other single second third working work business and or & , weekday weekdays workday on")
REPEATED = REPEATING | {"INT", "NUMBERWORD"}


def _joins_repeat(clause: Clause) -> bool:
    """True for the hour of something that repeats: "every morning at 9:15", "each Monday and Thursday, at 10"."""
    if EACH.isdisjoint(clause.before_words):
        return False
    joined = "WEEKDAY" in clause.own[0].kinds and clause.before_words[-1:] in (["and"], ["or"], [","], ["&"])
    if clause.candidate.reading.undated is None and not joined:
        return False
    back = len(clause.before_words) - 1
    while back >= 0 and _is_of_repeat(clause, back):
        back -= 1
    return 0 <= back < len(clause.before_words) - 1 and clause.before_words[back] in EACH


def _is_of_repeat(clause: Clause, at: int) -> bool:
    token = clause.tokens[clause.candidate.first - len(clause.before_words) + at]
    return token.word in WITHIN_REPEAT or not REPEATED.isdisjoint(token.kinds)


CLOSES = frozenset(["closes", "shuts", "opens", "close", "shut", "open"])
SERVES = frozenset(["does", "serves", "offers", "runs", "do", "serve", "offer"])
OPENING = CLOSES | SERVES
WHERE = frozenset(["in", "at", "on", "of", "near", "by"])


def _is_service(clause: Clause) -> bool:
    """True for the hours of a place: "the office closes at 6pm", "breakfast is served from 8 to 10"."""
    if clause.candidate.reading.undated is None or is_request(clause.near):
        return False
    words, own = clause.near_words, clause.own_words
    ranges = own[0] in ("from", "between", *UNTIL)
    if words[-2:] in (["is", "served"], ["are", "served"]):
        return ranges
    verb = max((at for at, word in enumerate(words) if word in OPENING), default=0)
    end = next((at for at in range(1, verb) if words[at] in WHERE), verb)  # "the office in Leeds closes at 5"
    if words[max(0, end - 1) : end] == [] or words[end - 1] not in PREMISES or "before" in words:
        return False
    return words[verb] in CLOSES or ranges or verb == len(words) - 1


LIMITING = BY | UNTIL | {"at", "for", "over"}
SAID_OF_MEALS = frozenset(["on", "at", "from", "in", "provided", "included", "served", "ready", "free"])


def _is_meal(clause: Clause) -> bool:
    """True if lunch is a meal and no hour: "lunch is on Friday", "team lunch is on me"."""
    words, following = clause.own_words, clause.following_words
    if words[-1] not in ("lunch", "lunchtime") or clause.candidate.reading.undated is None or len(words) > 2:
        return False
    if words[0] not in ARTICLES and len(words) > 1:
        return False
    named = bool(clause.near) and "CONTENT" in clause.near[-1].kinds
    if following[:1] not in (["is"], ["'s"], ["will"], ["was"]) or not LIMITING.isdisjoint(clause.near_words[-4:]):
        return False
    return named or (clause.opens_statement and not SAID_OF_MEALS.isdisjoint(following[1:3]))


STAFFED = OPENS | {"staffed", "manned"}
SUBMITS = word_set(
    "survey poll portal window form vote voting registration applications bids tender nominations bidding"
)
"""Things that are open for answers: their end is a deadline."""


def _is_opening(clause: Clause, words: list[str]) -> bool:
    """True if the words say when something is open or closed: "we open Monday to Friday", "it is staffed 8 to 6"."""
    before = clause.before_words
    if clause.own[0].word in BY or not SUBMITS.isdisjoint(before):
        return False
    last = words[-1] if words else ""
    if not STAFFED.isdisjoint(before) and (last in STAFFED or "from" in before or {"is", "are", ","} & {*before}):
        ranges = not UNTIL_OR_TO.isdisjoint(clause.own_words)
        if clause.candidate.reading.undated or ranges:
            return True
    if last in STAFFED and (words[0] == "we" or not PREMISES.isdisjoint(words)):
        return True
    if last in CLOSED and (words[-2:-1] in (["is"], ["are"], ["we're"]) or not OPENS.isdisjoint(words)):
        return True
    if last == "closed" and (len(words) == 1 or words[-2] in PREMISES):
        return True
    if "hours" not in before:
        return False
    at = before.index("hours")
    return before[max(0, at - 1)] in OFFICES or before[at + 1 : at + 2] in (["are"], [":"])


UNTIL_OR_TO = UNTIL | {"to", "-", "–"}
