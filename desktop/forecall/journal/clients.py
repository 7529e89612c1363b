"""Operations on clients: the person or company on the other side."""

from sqlmodel import Session, col, select

from forecall.journal.brought import names_somebody
from forecall.journal.discarded import MERGED
from forecall.journal.drafts import note_in_draft
from forecall.journal.keeping import add, find, keepable, new_id, stamp
from forecall.journal.moments import utc_now
from forecall.journal.refusals import Refused
from forecall.journal.revisions import keep_known
from forecall.journal.tables import Call, Client
from forecall.words import _


def client_named(session: Session, name: str) -> Client:
    """The client of that name, made where there is none. Case and outer spaces do not matter."""
    wanted = _spaced(name)
    folded = wanted.casefold()
    same = select(Client).where(col(Client.deleted_at).is_(None))
    for client in session.exec(same.where(col(Client.name) == wanted)).all() or session.exec(same).all():
        if client.name.casefold() == folded:
            if client.archived_at is not None:
                client.archived_at = None  # a new call with them brings them back to the list
                stamp(client)
            return client
    clean_name(wanted)  # one that is there may have come from elsewhere with a longer name
    now = utc_now()
    client = add(session, Client(id=new_id(), name=wanted, created_at=now, changed_at=now))
    session.flush()
    return client


def rename_client(session: Session, client_id: str, name: str) -> None:
    """Give a client another name. A name that another client has is refused: merging is a separate act."""
    client = find(session, Client, client_id)
    wanted = clean_name(name)
    others = select(Client).where(col(Client.deleted_at).is_(None), col(Client.id) != client_id)
    if any(other.name.casefold() == wanted.casefold() for other in session.exec(others)):
        raise Refused(_("There is already a client named {name}. You can merge the two.").format(name=wanted))
    client.name = wanted
    stamp(client)


def note_about_client(session: Session, client_id: str, known: str) -> None:
    """Keep what is known about a client."""
    client = find(session, Client, client_id)
    if client.known != known:
        keep_known(session, client)
    client.known = keepable(known)
    stamp(client)


def merge_clients(session: Session, client_id: str, into_id: str) -> None:
    """Give all calls of one client to another and remove the first; what is known about both is kept."""
    if client_id == into_id:
        raise Refused(_("A client cannot be merged with itself."))
    gone, kept = find(session, Client, client_id), find(session, Client, into_id)
    if gone.deleted_at is not None or kept.deleted_at is not None:
        raise Refused(_("What you wanted to change is no longer in the journal."))
    for call in session.exec(select(Call).where(col(Call.client_id) == client_id)):
        call.client_id = into_id
        stamp(call)
    keep_known(session, kept)
    kept.known = "\n".join(part for part in (kept.known.strip(), gone.known.strip()) if part)
    gone.deleted_at = utc_now()
    note_in_draft(session, MERGED, gone.id, {"into": kept.id, "at": gone.deleted_at})
    stamp(kept)
    stamp(gone)


def archive_client(session: Session, client_id: str, archived: bool = True) -> None:
    """Put a client out of the way, or bring them back. Their calls stay where they are."""
    client = find(session, Client, client_id)
    client.archived_at = utc_now() if archived else None
    stamp(client)


def delete_client(session: Session, client_id: str) -> None:
    """Delete a client together with their calls; undo brings all back."""
    client = find(session, Client, client_id)
    now = utc_now()
    client.deleted_at = now
    stamp(client)
    for call in session.exec(select(Call).where(col(Call.client_id) == client_id, col(Call.deleted_at).is_(None))):
        call.deleted_at = now
        stamp(call)


def _spaced(name: str) -> str:
    return " ".join(keepable(name).split())


def clean_name(name: str) -> str:
    """The name as it is kept; raises ``Refused`` for one that says nothing or too much."""
    wanted = _spaced(name)
    if not names_somebody(wanted):
        raise Refused(_("A client needs a name."))
    if len(wanted) > 200:
        raise Refused(_("A client's name can have up to 200 characters."))
    return wanted
