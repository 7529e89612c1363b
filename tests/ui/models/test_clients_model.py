"""The list of clients."""

from forecall.journal.records import ClientRecord
from forecall.ui.models.clients_model import ClientsModel, calls_words
from forecall.ui.models.rows import Role


def test_tells_names_and_calls() -> None:
    model = ClientsModel()
    model.show_clients([ClientRecord("a", "Alder", calls=0), ClientRecord("b", "Boll", calls=2)])
    assert [model.index(row).data(Role.DETAIL) for row in range(2)] == ["no calls yet", "2 calls"]
    assert model.row_of("b") == 1
    assert calls_words(1) == "1 call"


def test_the_same_clients_are_not_laid_out_anew() -> None:
    model = ClientsModel()
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.show_clients([ClientRecord("a", "Alder")])
    model.show_clients([ClientRecord("a", "Alder & Sons")])
    assert model.index(0).data() == "Alder & Sons"
    assert len(resets) == 1
