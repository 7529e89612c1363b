"""Another language is chosen in the settings: every page speaks it, and nothing typed is lost on the way."""

from forecall.journal.listing import Sieve, list_calls
from forecall.tour.person import Person
from tests.journeys.conftest import House

LATER = "2100-01-01T00:00:00Z"


def test_a_language_is_chosen_and_left_again(house: House) -> None:
    def story(me: Person) -> None:
        me.press("Ctrl+N")
        me.type_words("Northwind")
        me.press("Ctrl+,")
        me.sees("Language")
        me.click("Deutsch")
        me.sees("Sprache")
        me.press("Ctrl+1")
        me.sees("Heute")
        me.press("Ctrl+,")
        me.sees("Sprache")
        me.click("English")
        me.sees("Language")

    house.tells(story)
    assert house.settings().language == "en"
    assert house.asks(list_calls, Sieve(), LATER) == []  # a form is no call yet


def test_a_call_can_be_prepared_in_german(house: House) -> None:
    house_settings = house.settings()
    house_settings.language = "de"
    house_settings.save(house.settings_file)

    def story(me: Person) -> None:
        me.sees("Gespräch vorbereiten")
        me.press("Ctrl+N")
        me.sees("Wer ist der Kunde?")
        me.type_words("Nordwind")
        me.press("Ctrl+Return")
        me.sees("Womit ist der Kunde unzufrieden?")
        me.type_words("Die Lieferung kommt zu spät")
        me.press("Ctrl+Shift+S")
        me.sees("Rückblick")

    house.tells(story)
    (call,) = house.asks(list_calls, Sieve(), LATER)
    assert call.client_name == "Nordwind"
    assert call.title == "Die Lieferung kommt zu spät"
