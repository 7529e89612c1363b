"""What the lessons summary is made from."""

from forecall.commands.opening import reading
from forecall.commands.summing_up import read_source
from forecall.journal import verbs
from forecall.workspace.workspace import Workspace
from tests.commands.conftest import Kept


def test_everything_is_there_newest_first(kept: Kept) -> None:
    with reading(kept.path) as connection:
        source = read_source(connection)
    assert [each.id for each in source.calls if each.id in kept.calls] == list(reversed(kept.calls))
    assert kept.archived in {each.id for each in source.calls}
    assert kept.deleted not in {each.id for each in source.calls}
    assert source.works == [(call, "Naming my limit") for call in reversed(kept.calls)]
    assert source.services == []
    assert (len(source.lessons), len(source.promises)) == (3, 3)


def test_kept_promises_and_archived_lessons_are_counted_too(kept: Kept) -> None:
    workspace = Workspace(kept.path)
    workspace.open().wait()
    with reading(kept.path) as connection:
        lesson = read_source(connection).lessons[0].id
    workspace.perform(None, verbs.tick_item, "promise-24").wait()
    workspace.perform(None, verbs.archive_lesson, lesson).wait()
    workspace.perform(None, verbs.record_answer, kept.calls[0], "service", {"text": " "}).wait()
    workspace.perform(None, verbs.record_answer, kept.calls[1], "service", {"text": "Write it down"}).wait()
    assert workspace.close()
    with reading(kept.path) as connection:
        source = read_source(connection)
    assert (len(source.lessons), len(source.promises)) == (3, 3)
    assert source.services == [(kept.calls[1], "Write it down")]
