"""Makes the file of a sample journal: built beside its place, moved there when it is whole."""

import os
from collections.abc import Iterable, Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

from forecall.guide.catalog import load_catalog
from forecall.journal.moments import from_utc, known_zone, utc_text
from forecall.journal.refusals import Refused
from forecall.journal.sample.rows import Rows
from forecall.journal.sample.stories import load_texts
from forecall.journal.sample.telling import Teller
from forecall.journal.sample.timeline import timeline
from forecall.paths import resources_folder
from forecall.storage.database import connect, make
from forecall.words import _

MOST_CALLS = 100_000
_CACHE_KIB = 256 * 1024
"""Room for the indexes over random keys: with less, each batch would go to the disk and come back."""
_QUARTER_TO_NINE = time(8, 46)


def make_sample(
    path: Path, calls: int = 40, seed: int = 1, now: str | None = None, zone: str = "Europe/London"
) -> None:
    """Make a believable journal with that many calls at ``path``: the same one for the same arguments and language.

    ``now`` is the UTC moment that calls lie before and after; left out, it is a quarter to nine today, so that the
    journal is the same all day long. Raises ``Refused`` when there is a file already, or for a number out of range.
    """
    if not 1 <= calls <= MOST_CALLS:
        raise Refused(_("A sample journal has between 1 and {most} calls.").format(most=MOST_CALLS))
    if path.exists():
        raise Refused(_("There is already a file at {file}. It was left as it is.").format(file=path))
    started = path.with_name(f".{path.name}.{os.getpid()}.sample")
    try:
        make(started)
        _fill(started, calls, seed, from_utc(now) if now else _this_morning(zone), zone)
        started.rename(path)
    finally:
        for leftover in (started, *(started.with_name(started.name + end) for end in ("-wal", "-shm"))):
            leftover.unlink(missing_ok=True)


def _fill(path: Path, calls: int, seed: int, now: datetime, zone: str) -> None:
    rng = Random(seed)
    resources = resources_folder()
    connection = connect(path, writing=True)
    try:
        connection.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        connection.execute("BEGIN IMMEDIATE")
        rows = Rows(connection, rng)
        texts = load_texts(resources / "samples")
        teller = Teller(texts, load_catalog(resources), rows, rng, now, zone)
        teller.tell(timeline(rng, calls, now, zone))
        _add_phrases(rows, texts.phrases, now)
        rows.write()
        connection.execute("COMMIT")
        connection.execute("PRAGMA optimize=0x10002").fetchall()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()


def _add_phrases(rows: Rows, phrases: Iterable[Mapping[str, Any]], now: datetime) -> None:
    """The person's own phrases, and marks for those of the guide that they do not want to see."""
    for phrase in phrases:
        made = utc_text(now - timedelta(days=phrase["days"]))
        if hides := phrase.get("hides"):
            rows.add("phrase", made, guide_key=hides, hidden_at=made)
        else:
            rows.add("phrase", made, **{name: phrase[name] for name in ("moment", "text", "fits", "types")})


def _this_morning(zone: str) -> datetime:
    today = datetime.now(known_zone(zone)).date()
    return datetime.combine(today, _QUARTER_TO_NINE, known_zone(zone))
