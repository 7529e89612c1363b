"""The main job by ear: prepare a call, read its sheet, hold it, look back, keep a lesson and find it again.

``python3 -m tests.journeys.heard.story COMMAND...`` starts the program by ``COMMAND`` and says what it has done.
"""

import sys

from tests.journeys.heard.reader import NotHeard, Reader

OBJECTION = "What may they say, and what will you answer? 1 {part}"
OFFER = "What can you offer? 1 You offer"
LIMIT = "If it gets heated, what will you say? 2 · Say no"
LESSON = "If this happens again, what will you do? {part}"
OPENING = "The report was late, and that was us."
SENTENCE = "If a date slips, I say it in my first sentence."


def prepares(me: Reader) -> None:
    """Client, kind, issue, how they see it, opening, an objection with its answer, an offer, a limit."""
    me.comes_to("Forecall")
    me.press("button", "Prepare a call", inside="Side bar")
    me.write("Client", "Northwind")
    me.press("check box", "complaint")
    me.waits_for(lambda: me.is_checked("check box", "complaint"), lambda: "the mark at complaint")
    me.press("button", "Begin")
    me.write("What is the client unhappy about?", "The report came two days late.")
    me.hears("Saved")
    me.press("radio button", "Step 2 of 5: Client")
    me.press("check box", "let down")
    me.write("How would they tell it?", "I stood in front of my board without it.")
    me.hears("Saved")
    me.press("radio button", "Step 3 of 5: Approach")
    me.write("What will you say first?", OPENING)
    me.hears("Saved")
    me.write(OBJECTION.format(part="They say"), "We want a refund.")
    me.write(OBJECTION.format(part="You say"), "Let us look at what it cost you.")
    me.press("radio button", "Step 4 of 5: Limits")
    me.write(OFFER, "The next report a week early")
    me.write(LIMIT, "I cannot do that today.")
    me.hears("Saved")


def reads_the_sheet(me: Reader) -> None:
    """All of it is on the one page."""
    me.press("button", "Call sheet")
    wanted = (OPENING, "We want a refund.", "Let us look at what it cost you.", "The next report a week early")

    def missing() -> list[str]:
        sheet = me.read("text", "Call sheet")
        return [words for words in wanted if words not in sheet]

    me.waits_for(lambda: not missing(), lambda: f"{missing()} on the sheet")


def holds_the_call(me: Reader) -> None:
    """Begin, an objection, a mark, a note, and the end."""
    me.press("button", "Begin the call")
    me.press("button", "Mark: a promise")
    me.write("Note", "the plan by Friday")
    me.press("button", "End the call")
    me.hears("The call is over.")


def looks_back(me: Reader) -> None:
    """What was noted is there; then how it ended, and one lesson."""
    promised = me.read("box", "What did you promise, by when? 1 You promised")
    if promised != "the plan by Friday":
        raise NotHeard(f"the promise reads “{promised}”")
    me.press("radio button", "partly")
    me.waits_for(lambda: me.is_checked("radio button", "partly"), lambda: "the mark at partly")
    me.press("button", "Five more minutes")
    me.write(LESSON.format(part="If…"), "a date slips")
    me.write(LESSON.format(part="I will…"), "I say it in my first sentence")
    me.hears("Saved")
    me.press("button", "Done")
    me.find("text", "Worth remembering")


def finds_the_lesson(me: Reader) -> None:
    """On its page, and by a word."""
    me.press("place", "Lessons")
    me.finds("row", SENTENCE)
    me.press("place", "Find")
    me.write("Find words", "slips")
    me.hears("1 call")


def main(command: list[str]) -> int:
    """Tell the story; what did not come is told, and the exit code is then 1."""
    me = Reader(command)
    try:
        for part in (prepares, reads_the_sheet, holds_the_call, looks_back, finds_the_lesson):
            part(me)
            print(f"heard: {part.__name__}", flush=True)
    except NotHeard as fault:
        print(fault, flush=True)
        return 1
    finally:
        me.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
