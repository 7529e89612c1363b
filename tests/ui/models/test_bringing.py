"""Looking at files beside the window; the last wish counts."""

from pathlib import Path

from forecall.ui.models.bringing import Bringing, Looked
from tests.helpers.imports import INVITATION
from tests.ui.conftest import Person


def test_only_what_was_asked_last_is_shown(person: Person, tmp_path: Path) -> None:
    for name in ("a.ics", "b.ics"):
        (tmp_path / name).write_text(INVITATION)
    bringing, found = Bringing(person.desk), []
    bringing.looked.connect(lambda looked: found.append(looked))
    bringing.look_at([tmp_path / "a.ics"])
    bringing.look_at([tmp_path / "a.ics", tmp_path / "b.ics"])
    person.settle()
    assert [looked.name for looked in found] == ["2 files"]
    assert isinstance(found[0], Looked)
    assert found[0].offer is not None
    assert len(found[0].offer.calls) == 2


def test_files_that_cannot_be_looked_at_together(person: Person, tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text(INVITATION)
    (tmp_path / "b.csv").write_text("client\nAnn\n")
    bringing = Bringing(person.desk)
    told: list[str] = []
    bringing.refused.connect(told.append)
    bringing.look_at([tmp_path / "a.ics", tmp_path / "b.csv"])
    person.settle()
    assert told == ["These files cannot be looked at together. Bring them in one after the other."]
