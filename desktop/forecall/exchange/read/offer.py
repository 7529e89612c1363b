"""What a file offers to bring in, whatever its kind: calls as they would come in, and what is wrong with the rest."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forecall.exchange.faults import ImportFault
from forecall.exchange.write.safe import one_line
from forecall.journal.brought import BroughtCall, names_somebody
from forecall.words import _, ngettext

MOST_CALLS = 10_000
"""That can be brought in as one act and taken back as one."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot come in as it is: where it stands and what is wrong, in a sentence."""

    place: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Offer:
    """What a file holds. Nothing has been changed yet."""

    kind: str
    """``invitations``, ``table`` or ``notes``."""
    name: str
    calls: tuple[BroughtCall, ...] = ()
    faults: tuple[Fault, ...] = ()
    remarks: tuple[str, ...] = ()
    """What the person should know, a sentence each."""
    pick: bool = False
    """Whether the person is to choose among the calls, rather than to take all."""

    def with_client(self, name: str) -> "Offer":
        """The same, with a client for the calls that name none."""
        if not names_somebody(name):
            return self
        return replace(self, calls=tuple(named(call, name) for call in self.calls))

    @property
    def nameless(self) -> tuple[BroughtCall, ...]:
        """The calls that do not say who the client is."""
        return tuple(call for call in self.calls if not call.client.strip())


def name_in(text: str) -> str:
    """The client's name that a file gives, on one line; nothing where it gives none that the journal can keep."""
    name = one_line(text)
    return name if names_somebody(name) else ""


def named(call: BroughtCall, client: str) -> BroughtCall:
    """The call with a client, where it names none."""
    return call if call.client.strip() else replace(call, client=name_in(client))


def offers_together(offers: Sequence[Offer]) -> Offer:
    """Several files of one kind as one offer; raises ``ImportFault`` for files of several kinds, or tables."""
    if len(offers) == 1:
        return offers[0]
    if len({offer.kind for offer in offers}) > 1:
        raise ImportFault(_("These files are of several kinds. Bring them in one after the other."))
    calls = {call.id: call for offer in offers for call in offer.calls}
    return Offer(
        offers[0].kind,
        ngettext("{count} file", "{count} files", len(offers)),
        tuple(calls.values()),
        tuple(fault for offer in offers for fault in offer.faults),
        tuple(dict.fromkeys(remark for offer in offers for remark in offer.remarks)),
        len(calls) > 1 and offers[0].kind == "invitations",
    )


def without_client(call: BroughtCall) -> Fault:
    """What is wrong with a call that names no client."""
    return Fault(call.place, _("{place} has no client.").format(place=call.place))
