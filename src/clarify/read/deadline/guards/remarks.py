"""The guards for what is said without meaning a day: greetings, idioms, how a day is, how the calendar runs."""

from clarify.read.deadline.guards.clauses import BY, Clause, is_name_of_person, is_request
from clarify.read.deadline.guards.habits import PLURAL_DAYS
from clarify.read.deadline.language.tokens import Token
from clarify.read.deadline.language.words import WEEKDAYS, word_set

KIND_WORDS = word_set(
    """
    good happy nice lovely great wonderful long rough
    tough busy relaxing pleasant restful fantastic brilliant super peaceful
    """
)
FAREWELLS = frozenset(
    tuple(words.split())
    for words in (
        *("good luck", "have fun", "see you", "see u", "safe travels", "catch you", "can't wait", "speak", "talk"),
        *("looking forward to", "speak soon", "roll", "have a good one"),
    )
)
GREETED = word_set("all team everyone everybody both folks guys there gang ladies gents colleagues")
GREETINGS = frozenset(["morning", "afternoon", "evening", "mornin", "night", "nite"])
WISHED = frozenset(["WEEKEND", "PARTWORD"])
ON_CONDITION = word_set("if ideally preferably latest at or before no not by but")


def is_greeting(clause: Clause) -> bool:
    """True for a greeting or a wish: "good morning team", "Afternoon! Quick question", "Have a nice weekend"."""
    words, own = clause.near_words, clause.own_words
    if tuple(words[:2]) in FAREWELLS or tuple(words) in FAREWELLS or words[-2:] in (["see", "you"], ["see", "u"]):
        return not is_request(clause.near)
    if own[0] in BY or own[0] in ("on", "for", "at"):
        return False
    *_, last = "", *words
    if (last in KIND_WORDS and words[-2:-1] not in (["be"], ["is"])) or "enjoy" in words[-3:]:
        return True
    if (
        words[:1] == ["have"]
        and not KIND_WORDS.isdisjoint(words[2:4])
        and len(words) < 6
        and not WISHED.isdisjoint(clause.own[-1].kinds)
    ):
        return True  # "Have a great bank holiday weekend"
    following = clause.following_words
    if len(own) != 1 or own[0] not in GREETINGS or words or clause.candidate.first > 3:
        return False
    if following[:1] in ([","], ["!"]):
        return len(clause.tokens) > clause.candidate.end + 1 and ON_CONDITION.isdisjoint(following[1:2])
    named = following[1:2] in ([","], ["!"]) and is_name_of_person(clause.following, 0)
    return named or not GREETED.isdisjoint(following[:1])


REMARKS = word_set("we it it's you i he she they that's this nobody what there everyone i'm we're you're")


def is_idiom(clause: Clause) -> bool:
    """True for a phrase that says nothing about a day: "at the end of the day, …", "night and day"."""
    words, following = clause.own_words, clause.following_words
    if words == ["at", "the", "end", "of", "the", "day"]:
        return following[:1] == [","] or (not clause.near and not REMARKS.isdisjoint(following[:1]))
    if clause.near_words[:1] == ["keep"] and words[0] in ("under", "within", "below"):
        return True  # "Keep it under five minutes"
    if words[-1] == "night" and (
        following[:2] == ["and", "day"] or clause.before_words[-2:] in (["day", "or"], ["day", "and"])
    ):
        return True
    # "What a night", "parents' evening"
    return words[-1] in GREETINGS and len(words) == 1 and clause.before_words[-1:] in (["a"], ["an"], ["'"], ["'s"])


# How the calendar runs

BEGINS = frozenset(["ends", "begins", "starts", "runs", "closes"])
LONG_PERIODS = word_set("year quarter season half term semester winter spring summer autumn")
PEAKS = word_set("peak peaks busiest quietest slowest strongest weakest")
CALENDAR_DAYS = frozenset(["holiday", "month", "quarter", "season", "anniversary", "birthday"])
ALREADY = frozenset(["already", "again", "finally", "today"])


def is_calendar_fact(clause: Clause) -> bool:
    """True if the words tell how the calendar runs: "the tax year ends in April", "today is Tuesday"."""
    before, following = clause.before_words, clause.following_words
    if _is_remark(clause) or (clause.candidate.reading.kind == "period" and not PEAKS.isdisjoint(clause.near_words)):
        return True
    if not BEGINS.isdisjoint(before) and _is_of_period(before, max(map(before.index, BEGINS & {*before}))):
        return True
    if (
        (before[-1:] == ["days"] and clause.own[0].word == "in")
        or before[-2:] == ["falls", "on"]
        or (before[-1:] == ["a"] and clause.own[0].word in WEEKDAYS)
    ):
        return True
    if following[:1] == ["has"] and clause.opens_statement and clause.candidate.reading.grain not in ("minute", "day"):
        return _counts_days(clause.following[1:5])
    if following[:1] == ["is"] and clause.opens_statement:
        in_period = following[1:2] == ["in"] and clause.candidate.reading.grain not in ("minute", "day")
        return in_period or not CALENDAR_DAYS.isdisjoint(following[1:5]) or _is_date_there(clause, 1)
    if before[-1:] == ["only"]:
        before = before[:-1]
        return before[-2:] in (["it", "'s"], ["it", "is"]) or before[-1:] == ["it's"]
    if before[-2:] in (["it", "'s"], ["it", "is"]):
        return "god" in before or not ALREADY.isdisjoint(following[:1])
    return before[-2:] == ["today", "is"] or (before[-2:] == ["end", "is"] and clause.own[0].word == "in")


MOODS = word_set(
    """
    mess nightmare crazy mad busy busiest hectic full packed chaos chaotic manic hell tough rough horrible awful dead
    wild insane slammed feels quiet slow birthday term nuts bonkers sold
    """
)


def _is_remark(clause: Clause) -> bool:
    """True if the statement tells how the day is: "today is a mess", "this week has been mad"."""
    following = clause.following_words[:5]
    is_ = following[:1] != [] and following[0] in ("is", "'s", "has", "feels", "looks", "will")
    return is_ and clause.opens_statement and not MOODS.isdisjoint(following)


def _counts_days(tokens: list[Token]) -> bool:
    """True if they count the days of a month or a year: "has 28 days", "has only five working days"."""
    counted = next((at for at, t in enumerate(tokens) if "UNIT" in t.kinds or t.word in PLURAL_DAYS | {"weekends"}), 0)
    return any(not {"INT", "NUMBERWORD"}.isdisjoint(token.kinds) for token in tokens[:counted])


def _is_of_period(words: list[str], at: int) -> bool:
    """True if a period begins or ends there: "the year ends", "Q4 starts", but not "Q4 planning starts"."""
    return words[at - 1 : at] != [] and (words[at - 1] in LONG_PERIODS or words[max(0, at - 2) : at - 1] == ["q"])


def _is_date_there(clause: Clause, at: int) -> bool:
    """True if the word number `at` after the date is a weekday: "today is Tuesday"."""
    tokens = clause.following[at : at + 1]
    return bool(tokens) and "WEEKDAY" in tokens[0].kinds and clause.own[-1].word == "today"
