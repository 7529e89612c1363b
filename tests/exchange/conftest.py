"""Golden documents: ``pytest tests/exchange --renew-documents`` writes them anew; look at the difference then."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-documents", action="store_true", help="write tests/documents anew instead of comparing with them"
    )


@pytest.fixture
def renew_documents(request: pytest.FixtureRequest) -> bool:
    """Whether golden documents are to be written; the option is known where this folder is named."""
    return bool(request.config.getoption("--renew-documents", default=False))
