"""What leaves the trash by itself."""

from forecall.journal import verbs
from forecall.workspace import tidying
from forecall.workspace.tidying import empty_trash
from forecall.workspace.workspace import Workspace
from tests.workspace.doors import LONG, Open, start


def count(workspace: Workspace) -> int:
    return int(workspace.ask(lambda reader: reader.execute("SELECT count(*) FROM call").fetchone()[0]).wait(LONG))


def settle(workspace: Workspace) -> None:
    for _round in range(8):
        workspace.ask(lambda reader: None).wait(LONG)
        workspace.settled().wait(LONG)


def test_it_empties_in_pieces_on_a_later_day_of_use_and_tells_views(opened: Open) -> None:
    workspace = opened()
    many = [start(workspace) for _each in range(2 * tidying.BATCH + 5)]
    for each in many[1:]:
        workspace.perform(None, verbs.mark_call, each, "deleted")
    settle(workspace)
    heard: list[object] = []
    workspace.listen(lambda changes, initiator: heard.append(changes))
    empty_trash(workspace, "2090-01-01T12:00:00Z")
    settle(workspace)
    assert count(workspace) == len(many)
    empty_trash(workspace, "2090-01-05T12:00:00Z")
    settle(workspace)
    assert count(workspace) == 1
    assert len(heard) == 3


def test_where_nothing_is_old_nothing_is_written(opened: Open) -> None:
    workspace = opened()
    workspace.perform(None, verbs.mark_call, start(workspace), "deleted").wait(LONG)
    empty_trash(workspace, "2020-01-01T12:00:00Z")
    settle(workspace)
    assert workspace.ask(lambda reader: reader.execute("SELECT * FROM used_day").fetchall()).wait(LONG) == []
