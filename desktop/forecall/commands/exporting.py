"""``forecall export``: a document or the whole journal, in the format that the file's ending names."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from forecall.commands.opening import find_call, reading
from forecall.commands.told import USAGE, CommandError, say
from forecall.exchange.write import FORMATS, write_document
from forecall.guide.catalog import Catalog, load_catalog
from forecall.journal.reading import read_call
from forecall.journal.records import CallRecord
from forecall.paths import resources_folder, settings_file
from forecall.settings import load_settings
from forecall.words import _

_OPTIONS = {"call": ("call", "paper"), "lessons": ("since", "until", "by", "paper"), "journal": ()}
"""The options that say something about each thing to export."""


def export(asked: Namespace) -> None:
    """Write what was asked for; the journal is only read."""
    _refuse_what_says_nothing(asked)
    _refuse_ending(asked.what, asked.to)
    if asked.to.exists() and asked.journal.exists() and asked.to.samefile(asked.journal):
        raise CommandError(_("{file} is the journal itself. Choose another name.").format(file=asked.to))
    {"lessons": _lessons, "call": _call, "journal": _journal}[asked.what](asked)
    say(_("Written: {file}").format(file=asked.to))


def _refuse_what_says_nothing(asked: Namespace) -> None:
    for name in ("call", "since", "until", "by", "paper"):
        if getattr(asked, name) is not None and name not in _OPTIONS[asked.what]:
            told = _("--{option} says nothing about 'export {what}'.")
            raise CommandError(told.format(option=name, what=asked.what), USAGE)
    if asked.what == "call" and asked.call is None:
        raise CommandError(_("'export call' needs --call with the id of a call, or its beginning."), USAGE)
    if asked.paper and asked.to.suffix.casefold() != ".pdf":
        raise CommandError(_("--paper says nothing about {name}.").format(name=asked.to.name), USAGE)
    if asked.since and asked.until and asked.since > asked.until:
        told = _("--since {since} is after --until {until}.")
        raise CommandError(told.format(since=asked.since, until=asked.until), USAGE)


def _refuse_ending(what: str, path: Path) -> None:
    endings = (".json",) if what == "journal" else tuple(each.ending for each in FORMATS)
    if path.suffix.casefold() not in endings:
        told = _("'export {what}' writes files that end in {endings}; {name} does not.")
        raise CommandError(told.format(what=what, endings=", ".join(endings), name=path.name))


# lessons


def _lessons(asked: Namespace) -> None:
    from forecall.journal.summary import By, SummaryChoice, build_summary
    from forecall.journal.summary_source import read_source

    choice = SummaryChoice(by=By(asked.by or By.SKILL), since=asked.since, until=asked.until)
    with reading(asked.journal) as connection:
        source = read_source(connection, asked.since, asked.until)
    write_document(build_summary(source, _catalog(), choice), asked.to, _paper(asked))


# one call


def _call(asked: Namespace) -> None:
    """PDF and HTML are the sheet; Markdown adds everything written; JSON is the call's part of an archive."""
    with reading(asked.journal) as connection:
        call_id = find_call(connection, asked.call)
        call = read_call(connection, call_id)
        if call is None or call.head.deleted_at:
            raise CommandError(_("There is no call whose id begins with {id}.").format(id=asked.call))
        if asked.to.suffix.casefold() == ".json":
            _write(asked.to, _archive_of(connection, call))
            return
    _write_call(call, asked.to, _paper(asked))


def _write_call(call: CallRecord, path: Path, paper: str) -> None:
    from forecall.journal.call_sheet import build_call_sheet
    from forecall.journal.moments import local_zone

    catalog = _catalog()
    sheet = build_call_sheet(call, catalog, now_zone=local_zone())
    if path.suffix.casefold() != ".md":
        write_document(sheet, path, paper)
        return
    from forecall.exchange.write.markdown import document_markdown
    from forecall.exchange.write.whole_call import build_whole_call

    _write(path, f"{document_markdown(sheet)}\n---\n\n{document_markdown(build_whole_call(call, catalog))}")


def _archive_of(connection: Any, call: CallRecord) -> str:
    """The call, its client and everything written about it, as an archive that can be imported."""
    from forecall.exchange.schema import SECTIONS, archive_schema
    from forecall.journal.moments import utc_now

    schema = archive_schema()
    version = schema["properties"]["version"]["maximum"]
    archive: dict[str, Any] = {"format": "forecall-journal", "version": version, "made_at": utc_now()}
    named = {"call": call.head.id, "client": call.head.client_id}
    for section, table in SECTIONS.items():
        columns = list(schema["$defs"][table]["properties"])
        elsewhere = {
            "client": "id = :client",
            "call": "id = :call",
            "phrase": "0",  # no phrase belongs to a call
            "revision": "call_id = :call OR client_id = :client"
            " OR lesson_id IN (SELECT id FROM lesson WHERE call_id = :call)",
        }
        where = elsewhere.get(table, "call_id = :call")
        listed = ", ".join(f'"{column}"' for column in columns)
        rows = connection.execute(f'SELECT {listed} FROM "{table}" WHERE {where} ORDER BY seq', named)
        archive[section] = [_entry(dict(zip(columns, row, strict=True))) for row in rows]
    return json.dumps(archive, ensure_ascii=False, indent=1) + "\n"


def _entry(fields: dict[str, Any]) -> dict[str, Any]:
    return {**fields, "value": json.loads(fields["value"])} if "value" in fields else fields


# the journal


def _journal(asked: Namespace) -> None:
    from forecall.exchange.write.archive import write_archive

    with reading(asked.journal) as connection:
        write_archive(connection, asked.to)


def _write(path: Path, text: str) -> None:
    from forecall.exchange.write.files import replacing

    with replacing(path) as file:
        file.write(text.encode())


def _paper(asked: Namespace) -> str:
    return str(asked.paper or load_settings(settings_file()).paper)


def _catalog() -> Catalog:
    return load_catalog(resources_folder())
