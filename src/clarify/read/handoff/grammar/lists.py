"""Lists: the line above one (“please do these:”) is no task of its own, and the items are tasks."""

import re
from itertools import takewhile

from clarify.read.handoff.grammar.clauses import without_tail
from clarify.read.mail.sentences import BULLET, Sentence
from clarify.read.patterns import phrases

_ONLY_LEADS = phrases(
    r"""(?:do|finish|complete|tackle|handle|cover|take care of|sort out|look (?:at|after|into)|work on|pick up|get
    (?:on with|through)|help (?:me )?with|see to|start with) (?:(?:all )?(?:of )?(?:these|this|those|the following|
    the below|the list))(?: (?:things?|tasks?|items?|points?|bits?|steps?|below|for me|today|please)){0,2},
    (?:two|three|four|five|six|a few|a couple of|some) (?:quick )?(?:things|tasks|items|points)"""
)
# The heading of a list of tasks, without a verb of its own.
_TITLE = re.compile(
    r"(?:\W{0,4}|.{0,60}[.!?,]\s+)(?:(?:my|your|the|open|next)\s+)?(?:to[- ]?dos?(?:\s+list)?|action\s+(?:items|points)"
    r"|actions|tasks|next\s+steps|(?:(?:i|we)\s+(?:still\s+)?)?need(?:ed)?(?:\s+from\s+you)?)\b(?:[^:.!?]{0,40})[:：]\W{0,3}$",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|should|isn['’]t|aren['’]t|won['’]t|done)\b|[?]", re.IGNORECASE
)
_LONGEST_ITEM = 160


def find_items(sentences: list[Sentence]) -> None:
    """Removes the task of a line that only leads to a list; makes tasks of the items below a heading like “To do:”."""
    for index, sentence in enumerate(sentences):
        if not sentence.text.rstrip("* ").endswith((":", "?", "：")) or BULLET.match(sentence.text):
            continue
        items = list(takewhile(lambda item: BULLET.match(item.text), sentences[index + 1 : index + 40]))
        if any(item.tasks for item in items):
            # “Could you do these by Friday – we present then:” is two sentences.
            lead = sentence if sentence.tasks or not index else sentences[index - 1]
            lead.tasks[:] = [task for task in lead.tasks if not _ONLY_LEADS.fullmatch(task.text)]
        if len(items) > 1 and not sentence.tasks and _TITLE.match(sentence.text[:_LONGEST_ITEM]):
            for item in items:
                _make_task(item)


def _make_task(item: Sentence) -> None:
    bullet = BULLET.match(item.text)
    if item.tasks or not bullet or len(item.text) > _LONGEST_ITEM or _TELLS.search(item.text):
        return
    end = without_tail(item.text, bullet.end(), len(item.text))
    if len(item.text[bullet.end() : end].split()) > 1:
        item.tasks.append(item.span(bullet.end(), end))
