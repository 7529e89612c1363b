"""What a client's card shows: one reading of the journal."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from forecall.journal.ahead import known_ahead
from forecall.journal.listing import Sieve, list_calls, open_promises
from forecall.journal.reading import read_client, read_items
from forecall.journal.records import CallHead, ClientRecord, ItemRecord, PromiseRecord

if TYPE_CHECKING:
    from forecall.workspace.on_their_way import Reading

SHOWN_CALLS = 12
_SETTLED_CALLS = 40
SHOWN_KEPT = 3
SHOWN_SETTLED = 12


@dataclass(frozen=True, slots=True)
class ClientCard:
    """A client with their latest calls, what is promised to them, and what was agreed before."""

    client: ClientRecord
    calls: tuple[CallHead, ...] = ()
    promises: tuple[PromiseRecord, ...] = ()
    kept: tuple[PromiseRecord, ...] = ()  # the last ones
    settled: tuple[tuple[CallHead, ItemRecord], ...] = ()


def read_client_card(connection: Any, client_id: str, now: str) -> ClientCard | None:
    """The card of a client; ``None`` when there is none of that id any more."""
    client = read_client(connection, client_id)
    if client is None or client.deleted_at is not None:
        return None
    calls = list_calls(connection, Sieve(client_id=client_id), now, limit=_SETTLED_CALLS)
    return ClientCard(
        client,
        tuple(calls[:SHOWN_CALLS]),
        tuple(open_promises(connection, client_id=client_id)),
        tuple(open_promises(connection, client_id=client_id, done=True, limit=SHOWN_KEPT)),
        tuple(_settled(connection, calls)),
    )


def card_ahead(card: ClientCard | None, reading: "Reading") -> ClientCard | None:
    """The card with what was written about the client last, in the file or on its way."""
    if card is None:
        return None
    known = known_ahead(card.client.id, card.client.known, reading.lacks())
    return card if known == card.client.known else replace(card, client=replace(card.client, known=known))


def _settled(connection: Any, calls: list[CallHead]) -> list[tuple[CallHead, ItemRecord]]:
    found: list[tuple[CallHead, ItemRecord]] = []
    for head in calls:
        found += [(head, item) for item in read_items(connection, head.id).get("settled", ()) if item.text.strip()]
        if len(found) >= SHOWN_SETTLED:
            break
    return found[:SHOWN_SETTLED]
