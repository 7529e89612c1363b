"""A neutral opening to begin with, put together from short answers and never from prose."""

import re
from dataclasses import dataclass

from forecall.guide.catalog import Catalog
from forecall.journal.records import CallRecord

GAP = "…"
"""Stands where there is no short answer; the person fills it in."""

MOST_WORDS = 12

_SLOT = re.compile(r"\{(\w+)\}")
_MORE_THAN_ONE_SENTENCE = re.compile(r"[.!?…。！？][\"”')]*\s")


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening to change; ``filled`` says whether anything of it is the person's own."""

    text: str
    filled: bool


def opening_template(call: CallRecord, catalog: Catalog) -> Opening:
    """The opening for a call of its types, with what the person wrote in few words."""
    types = call.head.types
    asked = {each.key for each in catalog.worksheet("prepare").asked(types)}
    concerns = [entry.text for entry in call.entries("concerns")] if "concerns" in asked else []
    slots = {
        "goal": short(call.text("goal")),
        "concern": short(concerns[0]) if concerns else "",
        "fact": _first_fact(call.text("facts", "know")),
        "news": short(call.text("issue")),
    }
    template = catalog.sheet_phrase("opening_template", types)
    used = {name for name in slots if "{" + name + "}" in template}
    filled = any(slots[name] for name in used)
    slots["news"] += "." if slots["news"] else ""
    slots["minutes"] = str(call.head.length_minutes)
    return Opening(_SLOT.sub(lambda slot: slots.get(slot[1]) or GAP, template), filled)


def short(text: str) -> str:
    """The words without their full stop if they are a few on one line and one sentence; else nothing."""
    words = text.strip()
    if "\n" in words or len(words.split()) > MOST_WORDS or _MORE_THAN_ONE_SENTENCE.search(words):
        return ""
    return words.rstrip(".!… ")


def _first_fact(text: str) -> str:
    """The first of several facts, when each stands in a few words on its line: a pasted mail is no list of facts."""
    lines = [line.strip(" \t-•*") for line in text.splitlines() if line.strip(" \t-•*")]
    facts = [short(line) for line in lines]
    return facts[0] if facts and all(facts) else ""
