"""Operations on clients."""

import pytest
from sqlmodel import Session

from forecall.journal import calls, clients
from forecall.journal.keeping import find, stamp
from forecall.journal.refusals import Refused
from forecall.journal.tables import Client
from tests.journal.desk import Desk


def make(desk: Desk, name: str) -> str:
    """The id of a client who has one call."""
    return str(desk.row("call", id=desk.do(calls.start_call, name))["client_id"])


@pytest.mark.parametrize("again", ["northwind", " NORTHWIND ", "North\u2028wind".replace("\u2028", "")])
def test_case_and_outer_spaces_make_no_other_client(desk: Desk, again: str) -> None:
    assert make(desk, "Northwind") == make(desk, again)


@pytest.mark.parametrize("name", ["", "   ", "\n\t\u2028", "\u200b", "\x00", "half \udc00", "x" * 201, "x" * 10_000])
def test_a_name_that_cannot_be_one_is_refused(desk: Desk, name: str) -> None:
    client_id = make(desk, "Northwind")
    before = desk.dump()
    with pytest.raises(Refused):
        desk.do(calls.start_call, name)
    with pytest.raises(Refused):
        desk.do(clients.rename_client, client_id, name)
    assert desk.dump() == before


@pytest.mark.parametrize("name", ["🦊", "Ægir & Søn", "株式会社", "x" * 200, "A\x00B", "'; DROP TABLE call", "%_\\"])
def test_any_other_name_is_kept_as_it_is(desk: Desk, name: str) -> None:
    assert desk.row("client", id=make(desk, name))["name"] == name


def test_a_new_name_is_found_in_all_their_calls(desk: Desk) -> None:
    client_id = make(desk, "Northwind")
    make(desk, "Northwind")
    desk.do(clients.rename_client, client_id, "Southwind")
    assert set(desk.documents().values()) == {"Southwind"}
    desk.take_back()
    assert set(desk.documents().values()) == {"Northwind"}


def test_a_name_may_change_its_case(desk: Desk) -> None:
    client_id = make(desk, "northwind")
    desk.do(clients.rename_client, client_id, "NorthWind")
    assert desk.row("client", id=client_id)["name"] == "NorthWind"


def test_a_name_that_another_has_is_refused_archived_or_not(desk: Desk) -> None:
    first, second = make(desk, "Straße"), make(desk, "Contoso")
    with pytest.raises(Refused, match="merge"):
        desk.do(clients.rename_client, second, "STRASSE")
    desk.do(clients.archive_client, first)
    with pytest.raises(Refused):
        desk.do(clients.rename_client, second, "straße")


def test_the_name_of_a_deleted_client_is_free(desk: Desk) -> None:
    gone = make(desk, "Northwind")
    desk.do(clients.delete_client, gone)
    assert make(desk, "Northwind") != gone


def test_what_is_known_is_kept(desk: Desk) -> None:
    client_id = make(desk, "Northwind")
    desk.do(clients.note_about_client, client_id, "Prefers mornings\u2028🦊")
    assert desk.row("client", id=client_id)["known"] == "Prefers mornings\u2028🦊"
    with pytest.raises(Refused):
        desk.do(clients.note_about_client, client_id, "\ud800")


def test_merging_moves_all_calls_and_keeps_what_is_known(desk: Desk) -> None:
    gone, kept = make(desk, "North wind"), make(desk, "Northwind")
    deleted = desk.do(calls.start_call, "North wind")
    desk.do(calls.mark_call, deleted, "deleted")
    desk.do(clients.note_about_client, gone, "Likes mail")
    desk.do(clients.note_about_client, kept, "Likes calls")
    before = desk.dump()
    desk.do(clients.merge_clients, gone, kept)
    assert {row["client_id"] for row in desk.rows("call")} == {kept}
    assert desk.row("client", id=kept)["known"] == "Likes calls\nLikes mail"
    assert desk.row("client", id=gone)["deleted_at"] is not None
    assert set(desk.documents().values()) == {"Northwind"}
    assert desk.images.changes().clients == {gone, kept}
    desk.take_back()
    assert desk.dump() == before


def test_merging_twice_or_with_oneself_or_into_the_gone_is_refused(desk: Desk) -> None:
    gone, kept, third = make(desk, "A"), make(desk, "B"), make(desk, "C")
    with pytest.raises(Refused, match="itself"):
        desk.do(clients.merge_clients, gone, gone)
    desk.do(clients.merge_clients, gone, kept)
    for pair in ((gone, kept), (third, gone), (third, "nowhere"), ("nowhere", third)):
        with pytest.raises(Refused):
            desk.do(clients.merge_clients, *pair)


def test_archiving_leaves_the_calls(desk: Desk) -> None:
    client_id = make(desk, "Northwind")
    desk.do(clients.archive_client, client_id)
    assert desk.row("client", id=client_id)["archived_at"] is not None
    assert len(desk.rows("call", deleted_at=None)) == 1
    desk.do(clients.archive_client, client_id, False)
    assert desk.row("client", id=client_id)["archived_at"] is None


def test_deleting_takes_their_calls_and_undo_brings_just_those_back(desk: Desk) -> None:
    client_id = make(desk, "Northwind")
    earlier = desk.do(calls.start_call, "Northwind")
    desk.do(calls.mark_call, earlier, "deleted")
    before = desk.dump()
    desk.do(clients.delete_client, client_id)
    assert desk.documents() == {}
    assert desk.rows("call", deleted_at=None) == []
    desk.take_back()
    assert desk.dump() == before
    assert len(desk.documents()) == 1


def test_a_longer_name_that_came_from_elsewhere_is_still_that_client(desk: Desk) -> None:
    client_id = make(desk, "Northwind")

    def arrive(session: Session) -> None:
        client = find(session, Client, client_id)
        client.name = "x" * 300
        stamp(client)

    desk.do(arrive)
    assert make(desk, "X" * 300) == client_id
