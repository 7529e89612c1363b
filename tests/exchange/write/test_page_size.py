"""Paper by country."""

import pytest

from forecall.exchange.write.page_size import A4, LETTER, usual_page


@pytest.mark.parametrize(
    ("country", "page"), [("US", LETTER), ("CA", LETTER), ("MX", LETTER), ("DE", A4), ("GB", A4), ("JP", A4), ("", A4)]
)
def test_a_country_has_its_paper(country: str, page: object) -> None:
    assert usual_page(country) is page
