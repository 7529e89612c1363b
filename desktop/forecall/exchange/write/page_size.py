"""The paper that documents are set on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of an upright page, in millimetres."""

    width: float
    height: float


A4 = PageSize(210.0, 297.0)
LETTER = PageSize(215.9, 279.4)

PAPERS = {"a4": A4, "letter": LETTER}
"""What a person can choose, beside what is usual where they are."""

_LETTER_IN = frozenset(["BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"])
"""Where paper is sold in letter size (CLDR, supplemental data, paperSize)."""


def usual_page(territory: str) -> PageSize:
    """The paper of a country, named by its two letters; A4 where it is not known."""
    return LETTER if territory in _LETTER_IN else A4
