"""Everything the sources teach is met by using the program, and the table that says where is up to date."""

from pathlib import Path

from forecall.guide.catalog import Catalog
from tests.teaching.carrying import blocks
from tests.teaching.rendering import Seen
from tests.teaching.table import table, taught

TABLE = Path(__file__).resolve().parents[2] / "packaging" / "coverage.md"


def test_every_technique_has_a_sentence_on_a_screen_or_in_a_document(catalog: Catalog, seen: Seen) -> None:
    assert len(catalog.techniques) == 88
    found = taught(catalog, seen)
    assert [id for id, lines in found.items() if not lines] == []


def test_no_more_than_three_techniques_are_named_at_once(catalog: Catalog) -> None:
    assert [block.sentences[0] for block in blocks(catalog) if len(block.teaches) > 3] == []


def test_each_thought_and_each_phrase_is_seen(catalog: Catalog, seen: Seen) -> None:
    said = [*(tip.text for tip in catalog.tips), *(phrase.text for phrase in catalog.phrases)]
    assert [words for words in said if "Guide" not in seen.places(words)] == []
    unseen = [tip.text for tip in catalog.tips if not any("beside" in place for place in seen.places(tip.text))]
    assert unseen == []


def test_words_are_looked_for_whole() -> None:
    seen = Seen()
    seen.take("Here", "scope", ["Say it\nslowly.", "calm"])
    assert seen.places("Say it slowly.") == {"Here": {"scope"}}
    assert seen.places("Say it fast.") == {}
    assert seen.labels("calm") == {"Here": {"scope"}}
    assert seen.labels("Say") == {}


def test_the_table_is_up_to_date(catalog: Catalog, seen: Seen, renew_coverage: bool) -> None:
    made = table(catalog, taught(catalog, seen))
    if renew_coverage:
        TABLE.write_text(made, encoding="utf-8")
    assert TABLE.read_text("utf-8") == made, "make coverage writes it anew; read what changed"
