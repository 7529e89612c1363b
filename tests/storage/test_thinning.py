"""Which backups stay: what must hold for any history of clocks."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from forecall.storage.thinning import APART, DAYS, MONTHS, NEWEST, WEEKS, Made, to_keep

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
MOST = DAYS + WEEKS + MONTHS

moments = st.datetimes(datetime(1980, 1, 1), datetime(2080, 1, 1)).map(lambda at: at.replace(tzinfo=UTC))
REASONS = ("start", "renewed", "asked", "migration", "restore")
histories = st.lists(st.builds(Made, moments, st.sampled_from(REASONS)), max_size=120)


def daily(days: int, until: datetime = NOW) -> list[Made]:
    return [Made(until - timedelta(days=day), "start") for day in range(days)]


def kept(made: list[Made], now: datetime = NOW) -> list[Made]:
    return [made[place] for place in sorted(to_keep(made, now))]


@given(histories, moments)
def test_the_newest_stays_whatever_the_clock_says(made: list[Made], now: datetime) -> None:
    stays = kept(made, now)
    if made:
        assert max(each.at for each in made) in {each.at for each in stays}
    usual = [each for each in made if each.reason in ("start", "renewed")]
    past = [each for each in usual if each.at <= now + timedelta(days=1)]
    if past:
        assert max(each.at for each in past) in {each.at for each in stays}


@given(histories, moments)
def test_there_are_never_more_than_two_ladders_of_each_kind_and_a_few(made: list[Made], now: datetime) -> None:
    assert len(kept(made, now)) <= 2 * MOST * (1 + len(APART)) + NEWEST * len(APART)


@given(histories, moments)
def test_what_stays_once_stays_when_nothing_is_added(made: list[Made], now: datetime) -> None:
    stays = kept(made, now)
    assert kept(stays, now) == stays


@given(histories, moments, moments)
def test_no_clock_removes_a_copy_that_is_alone_on_its_day(made: list[Made], now: datetime, other: datetime) -> None:
    few = {each.at.date(): each for each in made if each.reason == "start"}
    alone = list(few.values())[:DAYS]
    assert kept(alone, now) == kept(alone, other) == alone


def test_a_year_of_days_is_thinned_to_the_ladder() -> None:
    stays = kept(daily(400))
    assert stays[:DAYS] == daily(DAYS)
    assert len({each.at.isocalendar()[:2] for each in stays}) >= WEEKS
    assert len({(each.at.year, each.at.month) for each in stays}) == MONTHS
    assert len(stays) <= MOST


def test_of_one_day_the_newest_stays() -> None:
    made = [Made(NOW - timedelta(minutes=minute), "start") for minute in range(50)]
    assert kept(made) == made[:1]


def test_who_was_away_for_years_loses_nothing() -> None:
    made = daily(DAYS, NOW - timedelta(days=2000))
    assert kept(made) == made


def test_a_clock_in_the_future_pushes_nothing_out() -> None:
    past, future = daily(DAYS), daily(40, NOW + timedelta(days=4000))
    stays = kept(future + past)
    assert set(past) <= set(stays)


def test_a_clock_gone_back_pushes_nothing_out() -> None:
    """All that was made before now lies in the future: it is thinned as it would have been, and today's stays."""
    back = datetime(1980, 1, 1, tzinfo=UTC)
    assert kept([*daily(DAYS), Made(back, "start")], back) == [*daily(DAYS), Made(back, "start")]


def test_each_kind_has_a_ladder_of_its_own() -> None:
    """One that was asked for a month ago stays, however often the program was opened since."""
    for reason in APART:
        own = [Made(each.at - timedelta(hours=1), reason) for each in daily(400)]
        stays = kept(daily(400) + own)
        assert [each.at for each in stays if each.reason == "start"] == [each.at for each in kept(daily(400))]
        alone = [each for each in stays if each.reason == reason]
        assert alone[:DAYS] == own[:DAYS]
        assert len({(each.at.year, each.at.month) for each in alone}) == MONTHS


def test_of_those_that_were_asked_for_on_one_day_a_few_stay() -> None:
    made = [Made(NOW - timedelta(minutes=minute), "asked") for minute in range(9)]
    assert kept(made) == made[:NEWEST]
