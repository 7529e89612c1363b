"""What a client's card is made from."""

from forecall.journal import verbs
from forecall.journal.moments import utc_now
from forecall.journal.reading import read_call
from forecall.ui.models.client_card import SHOWN_CALLS, read_client_card
from tests.ui.conftest import Person


def test_one_client_only_and_not_too_much(person: Person) -> None:
    other = person.does(verbs.start_call, "Other")
    person.does(verbs.write_item, other, "settled", "x", {"text": "Not theirs"})
    calls = [person.does(verbs.start_call, "Northwind") for _ in range(SHOWN_CALLS + 3)]
    person.does(verbs.write_item, calls[0], "settled", "s", {"text": "A discount"})
    person.does(verbs.write_item, calls[0], "settled", "blank", {"text": "  ", "for": "them"})
    person.does(verbs.write_item, calls[1], "promised", "p", {"text": "A plan"})
    client = person.asks(read_call, calls[0]).head.client_id
    card = person.asks(read_client_card, client, utc_now())
    assert card.client.calls == SHOWN_CALLS + 3
    assert len(card.calls) == SHOWN_CALLS
    assert [item.text for _head, item in card.settled] == ["A discount"]
    assert [promise.text for promise in card.promises] == ["A plan"]


def test_nobody_has_no_card(person: Person) -> None:
    call = person.does(verbs.start_call, "Northwind")
    client = person.asks(read_call, call).head.client_id
    person.does(verbs.delete_client, client)
    assert person.asks(read_client_card, client, utc_now()) is None
    assert person.asks(read_client_card, "nobody", utc_now()) is None
