"""Transcripts of meetings as programs save them (WebVTT, SRT): what was said, by whom. Pure.

The forms are those of the W3C's WebVTT and of SubRip. webvtt-py reads them too, but not who speaks.
"""

import re

from clarify.read.names import NAME

_TIMING = re.compile(r"(?P<from>(?:\d{1,2}:)?\d{1,2}:\d\d)[.,]\d{3}[ \t]+-->[ \t]+(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{3}.*")
_BEGINS = re.compile(r"\ufeff?(?:WEBVTT\b|\s*\d{1,6}[ \t]*\r?\n(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{3}[ \t]+-->)")
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?[ \t]+(?P<name>[^<>]{1,80})>")
_TAG = re.compile(r"</?(?:v|c|i|b|u|lang|ruby|rt|\d{1,2}:)[^<>]{0,80}>")
_NAMED = re.compile(rf"(?P<name>{NAME}):[ \t]+(?=\S)")
_BLOCK = re.compile(r"\r?\n(?:[ \t]*\r?\n)+")


def is_transcript(text: str) -> bool:
    """True if a whole text is a transcript with timings."""
    return bool(_BEGINS.match(text))


def text_of_transcript(text: str) -> str:
    """What was said, a line each time the speaker changes: “[00:00:05] Dana Fox: …”."""
    lines: list[str] = []
    speaker = ""
    for block in _BLOCK.split(text):
        rows = block.strip().splitlines()
        at = next((number for number, row in enumerate(rows[:3]) if _TIMING.match(row)), None)
        timing = _TIMING.match(rows[at]) if at is not None else None
        if at is None or timing is None:
            continue  # the heading, a note, a style
        for row in rows[at + 1 :]:
            voice = _VOICE.search(row) or _NAMED.match(row)
            name = voice["name"].strip() if voice else ""
            words = " ".join(_TAG.sub(" ", row[voice.end() :] if voice else row).split())
            if name and name != speaker:
                speaker = name
                lines.append(f"[{timing['from']}] {name}: {words}")
            elif lines:
                lines[-1] += f" {words}"
            else:
                lines.append(words)
    return "\n".join(lines) + "\n"
