"""The question before something is removed for good."""

from pytestqt.qtbot import QtBot

from forecall.ui.dialogs.delete_for_good import DeleteForGood


def test_leaving_it_is_where_the_keyboard_stands_and_backups_stay_unless_asked(qtbot: QtBot) -> None:
    dialog = DeleteForGood("Northwind & Sons" * 20)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    assert not dialog.renew
    assert dialog.focusWidget().text() == "Leave it"  # type: ignore[attr-defined]
    dialog._renew.setChecked(True)
    assert dialog.renew
