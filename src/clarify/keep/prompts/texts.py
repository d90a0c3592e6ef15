"""What several kinds of prompt files hold: texts with placeholders, and suggestions."""

from string import Template

from clarify.keep.yaml.reading import Place
from clarify.read.vague import BRIEFS, MOMENTS, Suggestions


def check_template(place: Place, known: frozenset[str]) -> Template:
    """The text as a template; raises DamagedFile where it names a placeholder that is not known there."""
    template = Template(place.text())
    if not template.is_valid():
        raise place.wrong("a “$” must be followed by a name; for the sign itself write “$$”")
    for name in template.get_identifiers():
        if name not in known:
            names = ", ".join(f"${other}" for other in sorted(known))
            raise place.wrong(f"“${name}” is not known here; there are {names}")
    return template


def read_suggestions(place: Place, *more: str) -> Suggestions:
    """`moments`, `briefs`, or a list of texts; where it can be, one of `more`."""
    if isinstance(place.value, list):
        return place.texts()
    return place.one_of(MOMENTS, BRIEFS, *more)
