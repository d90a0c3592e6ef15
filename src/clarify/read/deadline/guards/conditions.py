"""The guards for what may happen: "once we meet on Friday", "if they call on Monday", "it may rain on Saturday"."""

from clarify.read.deadline.guards.clauses import ASKING, ASKS_YOU, BY, Clause, is_request
from clarify.read.deadline.language.words import word_set


def is_condition(clause: Clause) -> bool:
    """True if the date hangs on something that has not happened: "once we meet on Friday", "if they call on Monday"."""
    if clause.candidate.phrase.role != "told":
        return False
    words = clause.near_words
    if words[:2] in (["i", "wonder"], ["who", "knows"]) and "you" not in words:
        return True
    if not {"once", "after", "since"}.isdisjoint(words[-6:]) or ("might" in words and ASKING.isdisjoint(words)):
        return True
    at = next((at for at, word in enumerate(words) if word in IFS), len(words))
    # "If you could send it on Friday", "if we can have it on Friday" and "if possible on Friday" ask.
    return len(words) > at + 2 and ASKS_IF.isdisjoint(words[at + 1 :])


IFS = frozenset(["if", "unless", "case"])
ASKS_IF = ASKING | ASKS_YOU | {"you", "possible", "not", "works", "suits", "me"}


WEATHER = word_set(
    """
    rain rains raining snow snows snowing storm storms
    sunny sunshine cloudy windy showers thunderstorms hail frost fog
    """
)


def is_weather(clause: Clause) -> bool:
    """True if the words tell the weather: "it may rain on Saturday", "snow is forecast for Sunday"."""
    told = not WEATHER.isdisjoint(clause.near_words) or not WEATHER.isdisjoint(clause.following_words)
    own = clause.own[0].word
    coming = own == "due" and not WEATHER.isdisjoint(clause.near_words[-2:-1])  # "Rain is due on Sunday"
    return told and (coming or own not in BY) and not is_request(clause.near)
