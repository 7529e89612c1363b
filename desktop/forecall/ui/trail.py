"""Where the person has been: for *Back*, and for going on where they stopped the last time."""

from collections.abc import Callable

from forecall.ui.page import Desk, Place

PLACE_DRAFT = "place"
_KEPT_PAGES = ("prepare", "look_back", "call_sheet", "rehearse", "new_call", "note_call")
_FORMS = ("new_call", "note_call")
_MOST = 50


class Trail:
    """The places shown, last one last. The last is kept in the journal, so that a crash does not lose it either."""

    def __init__(self, desk: Desk, initiator: object) -> None:
        self._desk = desk
        self._initiator = initiator
        self._places: list[Place] = []

    def went_to(self, place: Place) -> None:
        """Remember a place; the first one is where every start begins and is not kept."""
        if self._places and self._places[-1] == place:
            return
        if self._places and self._places[-1].page in _FORMS and place.id:
            self._places.pop()  # the form became a call; nobody wants back to an empty form
        self._places.append(place)
        del self._places[:-_MOST]
        if len(self._places) > 1:
            self._keep(place)

    def stopped_at(self, place: Place) -> None:
        """The window closes: remember the question as well."""
        if place.key and len(self._places) > 1 and self._places[-1][:3] == place[:3]:
            self._keep(place)

    def left(self, place: Place) -> None:
        """The person goes elsewhere: coming back finds the question too."""
        if self._places and self._places[-1][:3] == place[:3]:
            self._places[-1] = place

    def back(self) -> Place:
        """The place before this one, or the first screen."""
        if len(self._places) > 1:
            self._places.pop()
        return self._places[-1] if self._places else Place("today")

    def take_up(self, go: Callable[[Place], None]) -> None:
        """Go where the person stopped the last time, unless they have moved on or its call is gone."""

        import json

        from forecall.journal.reading import read_call, read_draft

        def found(text: str) -> None:
            try:
                place = Place(**json.loads(text)) if text else None
            except (TypeError, ValueError):
                place = None
            if place is None or place.page not in _KEPT_PAGES:
                return
            if not place.id:
                self._if_still_there(lambda: go(place))
                return
            self._desk.workspace.ask(read_call, place.id).then(
                lambda call: self._if_still_there(lambda: go(place)) if call and not call.head.deleted_at else None
            )

        self._desk.workspace.ask(read_draft, PLACE_DRAFT).then(found)

    def _keep(self, place: Place) -> None:
        import json

        from forecall.journal import verbs

        kept = json.dumps(place._asdict()) if place.page in _KEPT_PAGES else ""
        if not self._desk.workspace.reading_only:
            self._desk.workspace.perform(self._initiator, verbs.keep_draft, PLACE_DRAFT, kept)

    def _if_still_there(self, go: Callable[[], None]) -> None:
        if len(self._places) <= 1:
            go()
