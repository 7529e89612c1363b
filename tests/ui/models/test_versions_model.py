"""The rows of earlier versions."""

from forecall.journal.earlier import Version
from forecall.ui.models.rows import SPOKEN, Role
from forecall.ui.models.versions_model import VersionsModel


def test_a_row_says_when_and_what() -> None:
    model = VersionsModel("Europe/Berlin")
    model.show_versions([Version("a", "2025-03-04T09:30:00Z", ("one\ntwo", "three"))])
    index = model.index(0)
    assert index.data(Role.TITLE).endswith("10:30")
    assert index.data(Role.DETAIL) == "one two / three"
    assert "three" in index.data(SPOKEN)
