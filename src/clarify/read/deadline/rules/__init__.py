"""The rules of the grammar, which say what is a deadline. Pure.

A rule reads words, and symbols that other rules have read, and makes a symbol of them. This is the tower of symbols,
from the smallest to the whole phrase; in brackets stands the class of a symbol's value.

    NUMBER     a whole number: "3", "three", "twenty-five"
    CLOCK      a clock time that can be nothing else: "3pm", "15:00", "half past three" (Time)
    DOTTED     one that may be a decimal: "3.15"; BARE an hour that may be any number: "3" (Time)
    TIME       CLOCK or DOTTED, with its zone, or a range of them; SOMETIME may be BARE too (Time)
    PART       a part of the day: "morning", "noon"; EDGE one of its two ends: "EOD", "first thing" (Time)
    ZONE       the zone that a time is said in: "CET", "Tokyo time", "UTC+2"; ZONED also in brackets

    DAYNUMBER  the number of a day in its month: "5", "5th", "fifth"
    DATE       a day of the calendar: "5 June", "the 5th", "2026-06-05" (Days)
    ANCHOR     a DATE or a holiday, from which "the Friday after …" and "the … week" are counted (Days)
    ONEDAY     a DATE or a weekday: "Friday", "next Friday", "Friday 5 June", "the last Friday in June" (Days)
    DAY        a ONEDAY, two of them or a range, "today", "tomorrow", a holiday, "in three days" (Days)
    DAYPART    a part of a DAY: "Friday morning", "tonight" (DayTime)

    AMOUNT     how many: "two", "a couple of", "half an"
    DURATION   an amount of time: "two weeks", "half an hour" (Duration)
    DAYSAHEAD  the day that lies a DURATION from now (Days); EXACT the minute that does (Reading)

    MONTHNAME  a month: "June", "next June" (Period)
    PERIOD     a week, month, quarter, half or year that says by itself which: "this week", "June", "Q3" (Period)
    WHOLE      a PERIOD, or one that wants a word before it: "the month", "2027" (Period)
    ENDED      the end of a WHOLE: "end of June", "EOM"; BEGUN its start (Period)
    STRETCH    a piece of a PERIOD or a weekend: "end of June", "early next week", "the weekend" (Reading)

    WHEN       a DAY, a TIME, both, a PERIOD or a STRETCH: all that can stand after "by" (Reading)
    EVENT      what happens at such a time: "the 3pm call on Friday" (Reading)
    PHRASE     what "by", "before", "for", "after" (BY, BEFORE, LIMIT …) make of a WHEN or an EVENT (Phrase)

A text is read as one PHRASE after another. Kinds of words, such as WEEKDAY, MONTH, INT or UNIT, are in capitals too:
they come from `language.words` and `language.tokens`.

A new phrase belongs on the lowest symbol that it is one of; then all that is built on this symbol reads it too.
"By the ides" is `@rule("DATE", "ides", "the ides of MONTH", "the ides")` in `days`: so "before the ides of June", "the
ides at noon" and "the Friday after the ides" are read. On DAY there would be no Friday after it. A new name for an hour
is a word in `language.words.PARTS` and a row in `times`, a new word for "by" a pattern of BY, and what is part of
nothing else a PHRASE.
"""

# isort: off
# Of two rules that fit equally well the one added first wins, and importing a module adds its rules: another order of
# these modules reads some phrases differently.
from clarify.read.deadline.rules import days
from clarify.read.deadline.rules import periods
from clarify.read.deadline.rules import times
from clarify.read.deadline.rules import phrases
from clarify.read.deadline.rules import durations
from clarify.read.deadline.rules import zones

__all__ = ["days", "durations", "periods", "phrases", "times", "zones"]
