"""Everything rendered once; ``make coverage`` writes the table anew instead of comparing with it."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from forecall.guide.catalog import Catalog, load_catalog
from forecall.settings import Settings
from forecall.ui.bridge import Bridge
from forecall.ui.icons import Icons
from forecall.ui.page import Desk
from forecall.ui.theme import apply, load_theme
from forecall.workspace.workspace import Workspace
from tests.conftest import RESOURCES
from tests.teaching.rendering import Renderer, Seen


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-coverage", action="store_true", help="write packaging/coverage.md anew")


@pytest.fixture
def renew_coverage(request: pytest.FixtureRequest) -> bool:
    """Whether the table is to be written; the option is known where this folder is named."""
    return bool(request.config.getoption("--renew-coverage", default=False))


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """What is asked and taught."""
    return load_catalog(RESOURCES)


@pytest.fixture(scope="session")
def seen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory, catalog: Catalog) -> Seen:
    """Every word of every screen and document."""
    folder = tmp_path_factory.mktemp("taught")
    theme = load_theme(RESOURCES / "themes", "light")
    apply(qapp, theme)
    bridge = Bridge()
    workspace = Workspace(folder / "journal.db", bridge.deliver)
    bridge.attach(workspace)
    workspace.open().wait()
    desk = Desk(
        bridge=bridge,
        settings=Settings(),
        theme=theme,
        icons=Icons(RESOURCES / "icons", theme),
        open_workspace=lambda: workspace,
        load_catalog=lambda: catalog,
        find_zone=lambda: "Europe/Berlin",
    )
    found = Renderer(desk, folder).render()
    assert workspace.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found
