"""What a reading may not hold: acts that are on their way, and those heard of since it was asked for."""

from forecall.workspace.on_their_way import OnTheirWay


def test_an_act_that_is_not_saved_is_lacked_by_every_reading() -> None:
    under_way = OnTheirWay()
    act = under_way.begin("record_answer", ("c", "issue"), {})
    assert under_way.reading().lacks() == [act]
    under_way.saved(act)
    assert under_way.reading().lacks() == []


def test_a_reading_that_was_asked_for_before_an_act_was_saved_may_lack_it() -> None:
    under_way = OnTheirWay()
    act = under_way.begin("record_answer", ("c", "issue"), {})
    reading = under_way.reading()
    later = under_way.begin("record_answer", ("c", "goal"), {})
    under_way.saved(act)
    assert reading.lacks() == [act, later]
    assert under_way.reading().lacks() == [later]


def test_what_was_refused_is_lacked_by_none() -> None:
    under_way = OnTheirWay()
    reading = under_way.reading()
    act = under_way.begin("record_answer", ("c", "issue"), {})
    under_way.refused(act)
    assert reading.lacks() == []


def test_nothing_is_kept_that_no_reading_asks_for() -> None:
    under_way = OnTheirWay()
    readings = [under_way.reading(), under_way.reading()]
    for number in range(50):
        under_way.saved(under_way.begin("record_answer", ("c", str(number)), {}))
    assert len(under_way.unread()) == 50
    readings[0].end()
    assert len(under_way.unread()) == 50
    readings[1].end()
    assert under_way.unread() == []
    under_way.saved(under_way.begin("record_answer", ("c", "issue"), {}))
    assert under_way.unread() == []
