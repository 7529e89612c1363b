"""Who is on the other side of an invitation: its people, without rooms, without the person themself."""

import getpass
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from forecall.exchange.read.offer import name_in
from forecall.exchange.write.safe import one_line

_MOST = 100
_THINGS = ("ROOM", "RESOURCE")


@dataclass(frozen=True, slots=True)
class _Someone:
    name: str
    address: str
    asked: bool  # has not answered yet
    optional: bool

    @property
    def host(self) -> str:
        return self.address.rpartition("@")[2]


def others_in(event: Any, method: str, me: Iterable[str] | None = None) -> tuple[str, ...]:
    """The names of those who may be the client, the likeliest first.

    An invitation that came (a request, or one that somebody has not answered) is from whoever organises it; an event
    of one's own calendar is with whoever is invited. Whoever shares the organiser's address is likelier a colleague.
    """
    mine = frozenset(_folded(name) for name in (_own_names() if me is None else me) if name)
    organiser = next(iter(_people(event.get("ORGANIZER"))), None)
    guests = [each for each in _people(event.get("ATTENDEE")) if organiser is None or each.address != organiser.address]
    came = (method == "REQUEST" or any(each.asked for each in guests)) and not _is(organiser, mine)
    guests = [each for each in guests if not _is(each, mine)]
    guests.sort(key=lambda each: (each.optional, organiser is not None and each.host == organiser.host))
    first = [organiser] if organiser is not None and not _is(organiser, mine) else []
    found = [*first, *guests] if came or not guests else [*guests, *first]
    return tuple(dict.fromkeys(each.name for each in found if each.name))


def _is(someone: _Someone | None, mine: frozenset[str]) -> bool:
    return someone is not None and bool(mine & {_folded(someone.name), _folded(someone.address.partition("@")[0])})


def _people(found: Any) -> Iterator[_Someone]:
    for each in (found if isinstance(found, list) else [found] if found is not None else [])[:_MOST]:
        params = getattr(each, "params", {})
        if str(params.get("CUTYPE", "")).upper() in _THINGS or str(params.get("ROLE", "")).upper() == "NON-PARTICIPANT":
            continue
        address = one_line(str(each))
        address = (address[7:] if address.casefold().startswith("mailto:") else address).casefold()
        name = name_in(str(params.get("CN", ""))).strip("\"' ")
        if not name or "@" in name:
            name = _name_from(address)
        asked = str(params.get("PARTSTAT", "")).upper() == "NEEDS-ACTION"
        yield _Someone(name, address, asked, str(params.get("ROLE", "")).upper() == "OPT-PARTICIPANT")


def _name_from(address: str) -> str:
    """ "jane.doe@northwind.com" as "Jane Doe"."""
    words = address.partition("@")[0].replace(".", " ").replace("_", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words) if "@" in address else ""


def _own_names() -> list[str]:
    """What this machine calls the person."""
    names: list[str] = []
    try:
        names.append(getpass.getuser())
        import pwd

        names.append(pwd.getpwnam(names[0]).pw_gecos.partition(",")[0])
    except (ImportError, KeyError, OSError):
        pass
    return names


def _folded(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
