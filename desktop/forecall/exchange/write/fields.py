"""Documents as JSON: the fields of the data classes that describe them, by the same names."""

import json
from dataclasses import asdict

from forecall.exchange.write.safe import printable
from forecall.exchange.write.whole_call import WholeCall
from forecall.journal.call_sheet import CallSheet
from forecall.journal.summary import Summary


def document_json(document: CallSheet | Summary | WholeCall) -> str:
    """The document with the name of its kind first: ``call_sheet``, ``summary`` or ``call``."""
    kinds = {CallSheet: "call_sheet", Summary: "summary", WholeCall: "call"}
    fields = {"document": kinds[type(document)], **asdict(document)}
    return printable(json.dumps(fields, ensure_ascii=False, indent=2)) + "\n"
