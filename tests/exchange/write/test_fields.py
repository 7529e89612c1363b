"""Documents as JSON."""

import json

from forecall.exchange.write.fields import document_json
from forecall.journal.call_sheet import build_call_sheet
from forecall.journal.summary import build_summary
from tests.helpers.written import call, catalog, source


def test_the_kind_stands_first_and_the_fields_are_those_of_the_document() -> None:
    sheet = json.loads(document_json(build_call_sheet(call(client_name="A\ud800\x00B"), catalog())))
    assert next(iter(sheet.items())) == ("document", "call_sheet")
    assert sheet["client"] in ("A\ufffd\x00B", "A\ufffdB")
    summary = json.loads(document_json(build_summary(source(), catalog())))
    assert summary["document"] == "summary"
    assert summary["groups"][0]["lessons"][0]["id"] == "lesson-1"
