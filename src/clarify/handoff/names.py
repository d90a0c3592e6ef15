"""Names of persons: how they are written, and which capitalised words are none."""

from clarify.handoff.orders import VERBS
from clarify.handoff.patterns import words

NAME_WORD = r"[^\W\d_a-z][\w'’.-]{0,30}"
NAME = rf"{NAME_WORD}(?:[ \t]{NAME_WORD}){{0,2}}"
# Words that begin a line with a capital and are no name.
NO_NAME = words(
    """a able action actions all also am and any anyway as ask at attached background best but by bye can cc cheers
    confidential context could dear details everybody everyone finally first folks for free friday from fyi glad going
    great guys happy
    hello hey hi hope i if in it item just last lastly let looking love meanwhile meeting monday morning my need
    next no note notes ok okay on one or our perfect please pls plus ps quick re ready regards reminder right
    saturday second sincerely so sorry subject sunday team thank thanks that the then there they third this thursday
    thx to today todo tomorrow try tuesday two update urgent we wednesday well what when where who why will yes you
    your"""
)


def is_name(name: str) -> bool:
    """Whether capitalised words may be a person's name: no verb of the tables, no word that often begins a line."""
    parts = [part.strip(".,").lower() for part in name.split()]
    return bool(parts) and not any(part in NO_NAME or part in VERBS for part in parts)


def first_name(name: str) -> str:
    """The first word of a name, in small letters."""
    return name.split()[0].strip(".,@").lower() if name.split() else ""
