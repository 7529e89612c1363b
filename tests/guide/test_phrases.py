"""The tip and the phrase that suit a call."""

from forecall.guide.phrases import Phrase, Tip, best_phrases, best_tip
from forecall.guide.question import CallType

SCOPE, ABUSE, COMPLAINT = CallType.SCOPE, CallType.ABUSE, CallType.COMPLAINT

GENERAL = Tip("issue", "For any call.")
FOR_SCOPE = Tip("issue", "For scope.", frozenset({SCOPE}))
FOR_ABUSE = Tip("issue", "For abuse.", frozenset({ABUSE}))
TIPS = (GENERAL, FOR_SCOPE, FOR_ABUSE, Tip("goal", "Elsewhere."))

ANY = Phrase("opening", "For any call.", ("opening",))
TYPED = Phrase("opening", "For scope.", ("opening",), frozenset({SCOPE}))
MONEY = Phrase("opening", "For money.", ("opening",), hard=("money",))
BOTH = Phrase("opening", "For abuse or insults.", ("opening",), frozenset({ABUSE}), ("insulting",))
PHRASES = (ANY, TYPED, MONEY, BOTH, Phrase("opening", "Elsewhere.", ("goal",)))


def test_the_first_types_tip_goes_first() -> None:
    assert best_tip(TIPS, "issue", [SCOPE, ABUSE]) == FOR_SCOPE
    assert best_tip(TIPS, "issue", [ABUSE, SCOPE]) == FOR_ABUSE
    assert best_tip(TIPS, "issue", [COMPLAINT, ABUSE]) == FOR_ABUSE


def test_a_tip_for_another_type_is_never_shown() -> None:
    assert best_tip(TIPS, "issue", []) == GENERAL
    assert best_tip(TIPS, "issue", [COMPLAINT]) == GENERAL
    assert best_tip((FOR_SCOPE,), "issue", [COMPLAINT]) is None


def test_phrases_come_most_fitting_first() -> None:
    assert best_phrases(PHRASES, "opening", [SCOPE]) == (TYPED, ANY)
    assert best_phrases(PHRASES, "opening", [SCOPE], ["money"]) == (MONEY, TYPED, ANY)
    assert best_phrases(PHRASES, "opening", [], ["insulting"]) == (BOTH, ANY)
    assert best_phrases(PHRASES, "opening", [ABUSE]) == (BOTH, ANY)


def test_a_phrase_for_a_difficulty_waits_for_it() -> None:
    assert best_phrases(PHRASES, "opening", []) == (ANY,)
    assert best_phrases(PHRASES, "closing", [SCOPE], ["money"]) == ()
