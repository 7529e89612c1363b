"""Practising the answers to what they may say: which one comes next, and where a rehearsal stands.

Nothing of this is kept but the responses themselves. What is still to come follows from them, so that a rehearsal goes
on where it was left, after a pause as after a crash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from random import Random

from forecall.guide.catalog import Catalog
from forecall.guide.question import Value
from forecall.journal.records import FORESEEN_ITEMS, REHEARSED, CallRecord, ItemRecord
from forecall.words import _, ngettext

OPENING = "opening"
"""What a response is ``of`` when it is the opening that was read aloud."""

_TWICE_FROM = 3
"""With fewer objections than this a likely one comes no more often: it would follow itself."""


class Likelihood(StrEnum):
    """How likely an objection is, as the person said; one that they said nothing about counts as possible."""

    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"


class Rated(StrEnum):
    """How a response was, in the person's own view."""

    AS_PLANNED = "as_planned"
    CLOSE = "close"
    NOT_YET = "not_yet"


_WEIGHTS = {Likelihood.LIKELY: 6.0, Likelihood.POSSIBLE: 3.0, Likelihood.UNLIKELY: 1.0}


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing they may say, with the answer that was planned."""

    id: str
    text: str
    answer: str = ""
    likelihood: Likelihood = Likelihood.POSSIBLE


@dataclass(frozen=True, slots=True)
class Response:
    """One try at an answer, or at the opening. ``seconds`` is there once it was said, ``rated`` once it was rated."""

    id: str
    of: str
    text: str = ""
    seconds: int | None = None
    rated: Rated | None = None

    def value(self) -> Value:
        """As the journal keeps it."""
        value: Value = {"of": [self.of], "text": self.text}
        if self.seconds is not None:
            value["seconds"] = self.seconds
        if self.rated is not None:
            value["rated"] = [str(self.rated)]
        return value


@dataclass(frozen=True, slots=True)
class Round:
    """Where a rehearsal stands: the ``number`` of rounds that are whole, and what is to come in this one."""

    number: int
    due: Mapping[str, int] = field(default_factory=dict)
    came: Mapping[str, int] = field(default_factory=dict)
    last: str = ""


def objections_of(call: CallRecord) -> tuple[Objection, ...]:
    """What they may say, as far as there are words for it."""
    return tuple(
        Objection(item.id, item.text.strip(), _words(item, "then"), _likelihood(item))
        for item in call.entries(FORESEEN_ITEMS)
    )


def responses_of(call: CallRecord) -> tuple[Response, ...]:
    """What was practised for a call, in the order it was; entries that say of what nothing are passed over."""
    return tuple(made for item in call.items.get(REHEARSED, ()) if (made := _response(item)).of)


def last_of(responses: Sequence[Response], of: str, besides: str = "") -> Response | None:
    """The last response that was finished to one thing, the one being worked at left aside."""
    done = (each for each in reversed(responses) if each.of == of and each.id != besides)
    return next((each for each in done if each.seconds is not None and (each.rated or of == OPENING)), None)


def open_one(objections: Sequence[Objection], responses: Sequence[Response]) -> Response | None:
    """The last response that was begun and not rated, to something they may still say."""
    known = {each.id for each in objections}
    return next((each for each in reversed(responses) if each.of in known and each.rated is None), None)


def last_time(response: Response | None, names: Mapping[str, str]) -> str:
    """How the last try was, on one quiet line: "Last time: close, 18 seconds"."""
    if response is None or response.seconds is None:
        return ""
    took = ngettext("{count} second", "{count} seconds", response.seconds) if response.seconds else ""
    told = names.get(response.rated, "") if response.rated else ""
    what = ", ".join(each for each in (told, took) if each)
    return _("Last time: {what}").format(what=what) if what else ""


def ending(not_yet: int) -> str:
    """What is said once everything was answered."""
    if not not_yet:
        return _("You have an answer to all of it.")
    return ngettext(
        "You have gone through all of it. One answer is not there yet, and that is good to know before the call.",
        "You have gone through all of it. {count} answers are not there yet, and that is good to know before the call.",
        not_yet,
    )


def nothing_to_answer(call: CallRecord, catalog: Catalog) -> tuple[str, bool]:
    """What is said where nothing they may say was written, and whether that is asked for in such a call."""
    if any(each.key == FORESEEN_ITEMS for each in catalog.worksheet("prepare").asked(call.head.types)):
        return _("What they may say comes here, one thing at a time, once you have written it."), True
    return _("A call like this needs no ready answers. Say your opening, then listen."), False


def round_of(objections: Sequence[Objection], responses: Sequence[Response]) -> Round:
    """Where the rehearsal of these objections stands after these responses."""
    needs = {each.id: _times(each, len(objections)) for each in objections}
    rated = [each for each in responses if each.rated is not None and each.of in needs]
    good = dict.fromkeys(needs, 0)
    for each in rated:
        good[each.of] += each.rated is not Rated.NOT_YET
    number = min((good[key] // need for key, need in needs.items()), default=0)
    before = {key: number * need for key, need in needs.items()}  # good ones that belong to earlier rounds
    came = dict.fromkeys(needs, 0)
    for each in rated:
        if before[each.of] > 0:
            before[each.of] -= each.rated is not Rated.NOT_YET
        else:
            came[each.of] += 1
    due = {key: max(0, need * (number + 1) - good[key]) for key, need in needs.items()}
    return Round(number, due, came, rated[-1].of if rated else "")


def draw(objections: Sequence[Objection], at: Round, random: Random) -> Objection | None:
    """What comes next: by chance, the likely ones sooner; nothing when the round is over.

    Nothing comes twice in a row while another is due, and nothing for a third time before everything came once.
    """
    due = [each for each in objections if at.due.get(each.id, 0)]
    others = [each for each in due if each.id != at.last] or due
    if any(not at.came.get(each.id, 0) for each in others):
        others = [each for each in others if at.came.get(each.id, 0) < 2]
    left = sum(at.due[each.id] for each in due)
    pressing = [each for each in others if 2 * at.due[each.id] > left]  # later it could only follow itself
    if pressing:
        return pressing[0]
    weights = [_WEIGHTS[each.likelihood] / (1 + at.came.get(each.id, 0)) ** 2 for each in others]
    return random.choices(others, weights)[0] if others else None


class Rehearsal:
    """One person's way through the objections of one call. It is told of each change at once, before the file is."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._own: dict[str, Response] = {}  # what happened here and may not be in the file yet
        self._read: tuple[Response, ...] = ()
        self._began_with: int | None = None
        self.objections: tuple[Objection, ...] = ()
        self.current: Objection | None = None
        self.response: Response | None = None

    @property
    def responses(self) -> tuple[Response, ...]:
        """Everything that was practised, in order."""
        own = dict(self._own)
        read = [own.pop(each.id, each) for each in self._read]
        return (*read, *own.values())

    @property
    def shown(self) -> tuple[str, bool]:
        """What is up, and whether it was answered and can be compared."""
        return self.current.id if self.current else "", bool(self.response and self.response.seconds is not None)

    @property
    def waiting(self) -> bool:
        """Whether something was said that has no answer yet."""
        return self.current is not None and not self.shown[1]

    @property
    def turn(self) -> str:
        """What tells one coming of an objection from another."""
        return f"{self.shown[0]} {len(self.responses) - (self.response is not None)}"

    @property
    def over(self) -> bool:
        """Whether there are objections, and each was answered."""
        return bool(self.objections) and self.current is None

    @property
    def not_yet(self) -> int:
        """How many of the objections were last found to be not there yet."""
        last = {each.of: each.rated for each in self.responses if each.rated is not None}
        return sum(last.get(each.id) is Rated.NOT_YET for each in self.objections)

    def learn(self, call: CallRecord, *, afresh: bool = False) -> bool:
        """Take the call as it was read, ``afresh`` when it goes before what happened here; says if that shows another.

        An objection that is gone meanwhile is asked no longer; what was written about it stays in the file.
        """
        before = self.shown
        self.objections, self._read = objections_of(call), responses_of(call)
        if afresh:
            self._own = {}
        at = round_of(self.objections, self.responses)
        if self._began_with is None:
            self._began_with = at.number
        self.current = next((each for each in self.objections if self.current and each.id == self.current.id), None)
        found = open_one(self.objections, self.responses)
        if found is not None and (afresh or self.current is None or found.of == self.current.id):
            self.response = found
            self.current = next(each for each in self.objections if each.id == found.of)
        elif self.current is None:
            self._next(at)
        elif afresh:
            self.response = None  # what was said to it is taken back; it still wants an answer
        return before != self.shown

    def wrote(self, text: str, response_id: str) -> Response | None:
        """The words typed so far; what is begun with them gets ``response_id``."""
        return self._now(response_id, text=text)

    def said(self, seconds: int, response_id: str) -> Response | None:
        """The response is finished and can be compared."""
        return self._now(response_id, seconds=seconds)

    def rate(self, rated: Rated) -> None:
        """The person said how it was; the next one comes up."""
        if self._now("", rated=rated) is not None:
            self._next(round_of(self.objections, self.responses))

    def again(self) -> None:
        """Go through all of them once more."""
        at = round_of(self.objections, self.responses)
        self._began_with = at.number
        self._next(at)

    def read_aloud(self, response_id: str, seconds: int) -> Response:
        """The opening was read."""
        read = Response(response_id, OPENING, seconds=seconds)
        self._own[response_id] = read
        return read

    def _now(self, response_id: str, **changes: object) -> Response | None:
        if self.response is None and self.current is not None and response_id:
            self.response = Response(response_id, self.current.id)
        if self.response is not None:
            self.response = replace(self.response, **changes)  # type: ignore[arg-type]
            self._own[self.response.id] = self.response
        return self.response

    def _next(self, at: Round) -> None:
        self.response = None
        whole = self._began_with is not None and at.number > self._began_with
        self.current = None if whole else draw(self.objections, at, self._random)


def _times(objection: Objection, among: int) -> int:
    return 2 if objection.likelihood is Likelihood.LIKELY and among >= _TWICE_FROM else 1


def _response(item: ItemRecord) -> Response:
    seconds, rated = item.value.get("seconds"), _picked(item, "rated")
    return Response(
        item.id,
        _picked(item, "of"),
        item.text,
        seconds if isinstance(seconds, int) and not isinstance(seconds, bool) else None,
        Rated(rated) if rated in tuple(Rated) else None,
    )


def _likelihood(item: ItemRecord) -> Likelihood:
    found = _picked(item, "likelihood")
    return Likelihood(found) if found in tuple(Likelihood) else Likelihood.POSSIBLE


def _picked(item: ItemRecord, part: str) -> str:
    found = item.value.get(part)
    return str(found[0]) if isinstance(found, list) and found else ""


def _words(item: ItemRecord, part: str) -> str:
    found = item.value.get(part, "")
    return found.strip() if isinstance(found, str) else ""
