"""The person's own phrases beside those of the guide: which ones there are, and which they do not want to see."""

from dataclasses import dataclass
from typing import Any

from forecall.guide.phrases import Phrase
from forecall.journal.reading import list_phrases
from forecall.journal.records import PhraseRecord


@dataclass(frozen=True, slots=True)
class OwnPhrases:
    """What the person made of the phrase bank. ``hidden`` holds keys of the guide's and ids of their own."""

    own: tuple[Phrase, ...] = ()
    hidden: frozenset[str] = frozenset()

    @property
    def shown(self) -> tuple[Phrase, ...]:
        """Their own phrases that are not hidden and hold words."""
        return tuple(phrase for phrase in self.own if phrase.text.strip() and phrase.key not in self.hidden)


def read_own_phrases(connection: Any) -> OwnPhrases:
    """Read them from a journal."""
    records = list_phrases(connection)
    return OwnPhrases(
        own=tuple(as_phrase(record) for record in records if not record.guide_key),
        hidden=frozenset(record.guide_key or record.id for record in records if record.hidden),
    )


def as_phrase(record: PhraseRecord) -> Phrase:
    """A phrase of the person's own in the shape of the guide's."""
    return Phrase(
        moment=record.moment,
        text=record.text,
        fits=record.fits,
        types=frozenset(record.types),
        key=record.id,
        own=True,
    )
