"""The guards for numbers that are no dates: "section 4.20", "10/12 people", "costs 12.50", "FY27"."""

from clarify.read.deadline.guards.clauses import Clause, words_of
from clarify.read.deadline.language.words import LABELS, word_set


def is_numbered(clause: Clause) -> bool:
    """True for a number of something: "section 4.20", "row 12", "ticket 10/3", "#5", "$9.30"."""
    first = next((token for token in clause.own if "WORD" not in token.kinds), clause.own[0])
    if "INT" not in first.kinds or first is not clause.own[0]:
        return False
    *_, earlier, before = "", "", *words_of(clause.tokens[max(0, clause.candidate.first - 2) : clause.candidate.first])
    # "1/2/0001" and "2026-13-45T17:00" hold dates that do not exist: what is left of one is none either.
    dated = "/" if clause.candidate.reading.rule == "date in numbers" else "t"
    rest = before in (".", "-") or (before == dated and earlier.isdecimal())
    # "Send me slides 2 hours before" and "the order sheet 9am tomorrow" hold an amount and an hour.
    measured = any("UNIT" in token.kinds or token.word in ("am", "pm") for token in clause.own[1:2])
    labelled = (before in LABELS or [earlier, before] == ["no", "."]) and not measured
    return labelled or before in ("#", "$", "€", "£", "v", "+", "_") or (first.glued and rest)


RATIOS = word_set("ratio rate odds score scored scores rated rating split mix average grade marks majority")


def is_count(clause: Clause) -> bool:
    """True for a number that counts or compares: "10/12 people", "3/4 of it", "the win rate is 3/5", "by 2 to 1"."""
    following = clause.next_token
    if clause.own[0].word == "by" and len(clause.own) == 2 and following and following.word in ("to", ":"):
        return clause.candidate.reading.kind == "clock"
    if clause.candidate.reading.rule != "date in numbers" or len(clause.own) > 3:
        return False
    if not RATIOS.isdisjoint(clause.before_words):
        return True
    return following is not None and ("CONTENT" in following.kinds or following.word in ("of", "%", "people"))


def is_decimal(clause: Clause) -> bool:
    """True for a number with a dot or a dash and no word that makes it a time or a date: "costs 12.50", "won 3-2"."""
    own, words = clause.own, clause.own_words
    return words[1:2] in (["."], ["-"]) and len(words) <= 4 and "INT" in own[0].kinds and "INT" in own[2].kinds


def is_fiscal(clause: Clause) -> bool:
    """True for a fiscal period if nobody has said when fiscal years begin."""
    if clause.candidate.reading.rule.startswith("fiscal"):
        return False  # Here it is set.
    words = [*clause.before_words[-1:], *(token.word for token in clause.own)]
    return not {"fiscal", "financial", "fy"}.isdisjoint(words) or words[:1] == ["tax"]
