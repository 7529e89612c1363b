"""Afterwards: a fresh process reads the journal, and each word that was typed is compared with what it holds."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from forecall.tour import story
from forecall.tour.story import Answer, Day, Part

JOURNAL = "tour.db"
ENDINGS = ("pdf", "md", "html")
DOCUMENTS = tuple(f"{name}.{ending}" for name in ("call-sheet", "lessons-summary") for ending in ENDINGS)


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what it is, and what is wrong with it, if something is."""

    what: str
    wrong: str = ""


class FreshProcess:
    """The command line over the tour's journal, started anew for each question."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def asked(self, *words: str) -> str:
        """What a command says; raises ``OSError`` with its sentence when it refuses."""
        command = [sys.executable, "-m", "forecall", *words, "--journal", str(self._folder / JOURNAL)]
        done = subprocess.run(
            command, cwd=self._folder, env=_environment(), capture_output=True, encoding="utf-8", timeout=60
        )
        if done.returncode:
            raise OSError(done.stderr.strip() or f"{words[0]} ended with {done.returncode}")
        return done.stdout

    def listed(self, *words: str) -> list[dict[str, Any]]:
        """The objects that a command lists."""
        found: list[dict[str, Any]] = json.loads(self.asked(*words, "--json"))
        return found

    def archive(self) -> dict[str, Any]:
        """The whole journal."""
        path = self._folder / "journal.json"
        self.asked("export", "journal", "--to", str(path))
        found: dict[str, Any] = json.loads(path.read_text("utf-8"))
        return found


def checks(folder: Path, written_on: date) -> Iterator[Check]:
    """All checks, one after the other. ``written_on`` is the day the person wrote on."""
    fresh = FreshProcess(folder)
    yield from _documents(folder)
    yield Check("forecall check finds the journal sound", _sound(fresh))
    archive = fresh.archive()
    yield from _calls(fresh, archive, written_on)
    yield from _lists(fresh)
    for words in story.SEARCHED:
        found = {hit["client"] for hit in fresh.listed("search", words)}
        yield Check(f"search finds “{words}”", "" if story.CLIENT in found else "it finds no call")


def _documents(folder: Path) -> Iterator[Check]:
    for name in DOCUMENTS:
        path = folder / name
        yield Check(f"{name} was written", "" if path.is_file() and path.stat().st_size else "it is not there")
    sheet = (folder / "call-sheet.md").read_text("utf-8") if (folder / "call-sheet.md").is_file() else ""
    missing = [words for words in (*story.POINTS_AFTER, story.CLIENT) if words not in sheet]
    yield Check("the call sheet says each point", f"it lacks “{missing[0]}”" if missing else "")


def _sound(fresh: FreshProcess) -> str:
    try:
        fresh.asked("check")
    except OSError as error:
        return str(error)
    return ""


def _calls(fresh: FreshProcess, archive: Mapping[str, Any], written_on: date) -> Iterator[Check]:
    calls = sorted(archive["calls"], key=lambda call: str(call["created_at"]))
    if len(calls) != 2:
        yield Check("two calls", f"there are {len(calls)}")
        return
    yield _equal("the client", [each["name"] for each in archive["clients"]], [story.CLIENT])
    yield _equal("the type of the first call", calls[0]["types"], story.TYPE[1])
    yield _equal("the type of the second call", calls[1]["types"], story.SECOND_TYPE[1])
    first = _Call(archive, calls[0]["id"], written_on)
    for step in (*(answers for _step, answers in story.PREPARE), story.NOW, story.LATER, story.MORE):
        for answer in step:
            yield first.check(answer)
    second = _Call(archive, calls[1]["id"], written_on)
    for answer in (story.SECOND_ISSUE, story.SECOND_GOAL):
        yield second.check(answer)
    kept = [entry["value"].get("text") for entry in second.entries("points")]
    then = str(_part(story.LATER[2], "then").kept)
    wanted = [then[:1].upper() + then[1:]]  # a point begins as a sentence does
    yield _equal("the lesson that was used again is a point of the second call", kept, wanted)


def _lists(fresh: FreshProcess) -> Iterator[Check]:
    lessons = fresh.listed("list", "lessons")
    lesson = story.LATER[2]
    wanted = [(_part(lesson, "if").kept, _part(lesson, "then").kept)]
    yield _equal("forecall list lessons", [(each["if"], each["then"]) for each in lessons], wanted)
    promises = [each["text"] for each in fresh.listed("list", "promises")]
    missing = [entry["text"] for entry in story.NOW[0].entries if _kept(entry["text"]) not in promises]
    yield Check("forecall list promises", f"it lacks {missing[0]}" if missing else "")
    yield _equal("forecall list calls", len(fresh.listed("list", "calls")), 2)


class _Call:
    """What the archive holds of one call."""

    def __init__(self, archive: Mapping[str, Any], call_id: str, written_on: date) -> None:
        self._archive = archive
        self._id = call_id
        self._day = written_on

    def check(self, answer: Answer) -> Check:
        """Compare one answer with what was typed, part by part."""
        what = answer.asked
        if answer.entries:
            wanted, found = _entries_after(answer), self.entries(answer.key)
            if len(found) != len(wanted):
                return Check(what, f"{len(found)} entries instead of {len(wanted)}")
            pairs = zip(found, wanted, strict=True)
            return _first_wrong(what, [self._held(entry["value"], entry["due"], parts) for entry, parts in pairs])
        if answer.key == "lesson":
            value = self._lesson()
        else:
            value = next((each["value"] for each in self._of("answers") if each["key"] == answer.key), {})
        return _first_wrong(what, [self._held(value, None, answer.parts)])

    def entries(self, key: str) -> list[dict[str, Any]]:
        """The entries of a list, in order."""
        found = [each for each in self._of("items") if each["key"] == key]
        return sorted(found, key=lambda each: int(each["position"]))

    def _of(self, section: str) -> list[dict[str, Any]]:
        return [each for each in self._archive[section] if each["call_id"] == self._id]

    def _lesson(self) -> dict[str, Any]:
        found: dict[str, Any] = next(iter(self._of("lessons")), {})
        return {"if": found.get("if_text"), "then": found.get("then_text"), "skill": [found.get("skill")]}

    def _held(self, value: Mapping[str, Any], due: object, parts: Mapping[str, Part]) -> str:
        for name, part in parts.items():
            if isinstance(part, Day):
                wanted: object = (self._day + timedelta(days=part.days)).isoformat()
                found = due if name == "due" else value.get(name)
            else:
                wanted, found = part.kept, value.get(name)
            if found != wanted:
                return f"{name} is {found!r} instead of {wanted!r}"
        return ""


def _entries_after(answer: Answer) -> Sequence[Mapping[str, Part]]:
    """The entries of a list as they are in the end: the points were put into another order, and one was added."""
    if answer.key == "points":
        return [{"text": story.Words(words)} for words in story.POINTS_AFTER]
    return answer.entries


def _first_wrong(what: str, wrong: Sequence[str]) -> Check:
    return Check(what, next((each for each in wrong if each), ""))


def _equal(what: str, found: object, wanted: object) -> Check:
    return Check(what, "" if found == wanted else f"{found!r} instead of {wanted!r}")


def _part(answer: Answer, name: str) -> story.Words:
    part = answer.parts[name]
    assert isinstance(part, story.Words)
    return part


def _kept(part: Part) -> object:
    return None if isinstance(part, Day) else part.kept


def _environment() -> dict[str, str]:
    """Ours without what would name another journal."""
    return {name: value for name, value in os.environ.items() if name != "FORECALL_JOURNAL"}
