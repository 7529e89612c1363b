"""Tells a whole sample journal: who the clients are, and which story each call is told from."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from random import Random

from babel.numbers import format_decimal

from forecall.guide.catalog import Catalog
from forecall.journal.moments import utc_text
from forecall.journal.sample.calling import CallTeller, Known, Wordings
from forecall.journal.sample.names import RareNames, made_up
from forecall.journal.sample.rows import Rows
from forecall.journal.sample.stories import Story, Texts
from forecall.journal.sample.timeline import Slot
from forecall.words import _

_LARGE = 400
_NOTES_IN_A_LARGE = 3
"""How often a short call comes for each whole one there: nobody writes five hundred words every time."""
_APART = 8
"""How many other calls lie between two that are told from one story, where there are as many stories."""
_SUFFIXES = ("", "", "", " Group", " AG", " Ltd", " Systems", " & Partners", " Labs", " Works")


class Teller:
    """Writes the rows of a sample journal, oldest call first."""

    def __init__(self, texts: Texts, catalog: Catalog, rows: Rows, rng: Random, now: datetime, zone: str) -> None:
        self._texts = texts
        self._rows = rows
        self._rng = rng
        self._calls = CallTeller(rows, Wordings(catalog), rng, now, zone)
        self._rare: RareNames | None = None
        self._clients: list[Known] = []
        self._whole: list[Story] = []
        self._any: list[Story] = []
        self._recent: deque[Story] = deque(maxlen=_APART)

    def tell(self, slots: Sequence[Slot]) -> None:
        """Tell one call for each slot."""
        if len(slots) > _LARGE:
            self._rare = RareNames(self._texts.names, self._rng)
        self._meet_clients(max(1, round(len(slots) / (12 if self._rare else 3.4))), slots)
        weights = [1 / rank**0.4 for rank in range(1, len(self._clients) + 1)]
        drawn = self._rng.choices(self._clients, weights, k=len(slots))
        for slot, client in zip(slots, drawn, strict=True):
            known = client if slot.client is None else self._clients[slot.client % len(self._clients)]
            story = self._story(slot)
            filling = {**known.slots, **self._differing(known.slots)}
            if story.about:
                filling["product"] = self._rng.choice(story.about)
            self._calls.tell(slot, known, story, filling, tuple(self._asides(filling["ticket"])))

    def _meet_clients(self, count: int, slots: Sequence[Slot]) -> None:
        names, rng = self._texts.names, self._rng
        made = utc_text(min(slot.made for slot in slots))
        for name in self._client_names(count):
            first, other = rng.sample(names.first, 2)
            same = {
                "client": name,
                "first": first,
                "person": f"{other} {rng.choice(names.last)}",
                "product": rng.choice(names.product),
                "place": rng.choice(names.place),
            }
            about = rng.choice([story.known for story in self._texts.whole if story.known])
            row = self._rows.add("client", made, name=name, known=about.format_map({**same, **self._differing(same)}))
            self._clients.append(Known(row["id"], name, same))

    def _client_names(self, count: int) -> list[str]:
        names = list(self._texts.names.client[:count])
        if count > len(names):
            more = made_up(self._texts.names.syllables, self._rng, count - len(names))
            names += (name + self._rng.choice(_SUFFIXES) for name in more)
        return names

    def _story(self, slot: Slot) -> Story:
        """The next story of a shuffled deck: each is told once before any is told again, and not soon after."""
        if slot.client is not None:
            self._whole = self._whole or self._shuffled(self._texts.whole)
            return self._drawn(self._whole)
        notes = self._texts.notes * (_NOTES_IN_A_LARGE if self._rare else 1)
        self._any = self._any or self._shuffled((*self._texts.whole, *notes))
        return self._drawn(self._any)

    def _drawn(self, deck: list[Story]) -> Story:
        fresh = (at for at in reversed(range(len(deck))) if not any(deck[at] is each for each in self._recent))
        story = deck.pop(next(fresh, -1))
        self._recent.append(story)
        return story

    def _shuffled(self, stories: Sequence[Story]) -> list[Story]:
        return self._rng.sample(stories, len(stories))

    def _differing(self, theirs: Mapping[str, str]) -> Mapping[str, str]:
        """What differs from call to call; nobody here is called as one of ``theirs``."""
        rng, names = self._rng, self._texts.names
        taken = (theirs["first"], theirs["person"].partition(" ")[0])
        day = rng.randrange(len(names.day) - 1)
        letters = rng.choice("ABCDEFGHKLMNPRST") + rng.choice("ADKMRX")
        return {
            "mine": rng.choice([name for name in names.first if name not in taken]),
            "ticket": f"{letters}-{rng.randrange(10_000, 99_999)}",
            "day": names.day[day],
            "next_day": names.day[rng.randint(day + 1, len(names.day) - 1)],
            "month": rng.choice(names.month),
            "n": str(rng.randint(3, 9)),
            "n2": str(rng.randint(12, 28)),
            "money": _("€ {amount}").format(amount=format_decimal(rng.randint(4, 120) * 100, locale=_("en"))),
        }

    def _asides(self, ticket: str) -> Iterator[str]:
        """Two sentences of small print with rare names in them, in a large journal only."""
        if self._rare is None:
            return
        for text in self._rng.sample(self._texts.asides, 2):
            a, b, c = self._rare.draw(self._rng, 3)
            yield text.format(ticket=ticket, a=a, b=b, c=c)
