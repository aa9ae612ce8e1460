import datetime as dt

from hengelo_sociaal.demo.adressen import AANDEEL_PER_WIJK, lay_streets
from hengelo_sociaal.demo.namen import split_surname
from hengelo_sociaal.demo.stad import Stad, first_of_month

TOT = dt.date(2026, 11, 22)


def test_months_are_counted_back_over_the_year():
    assert first_of_month(TOT, 0) == dt.date(2026, 11, 1)
    assert first_of_month(TOT, 11) == dt.date(2025, 12, 1)


def test_the_town_knows_its_months():
    months = list(Stad(tot=TOT, maanden=24).maandbegin())

    assert (months[0], months[-1], len(months)) == (
        dt.date(2024, 12, 1),
        dt.date(2026, 11, 1),
        24,
    )


def test_the_same_seed_gives_the_same_town_and_another_seed_another():
    def draw(zaad):
        stad = Stad(tot=TOT, zaad=zaad)
        return [stad.rng.random(), stad.kenmerk(stad.tijdstip(TOT))]

    assert draw(1) == draw(1)
    assert draw(1) != draw(2)


def test_identifiers_have_the_shape_of_version_seven():
    stad = Stad(tot=TOT)

    made = [stad.kenmerk(stad.tijdstip(TOT)) for _ in range(200)]

    assert {one.version for one in made} == {7}
    assert len(set(made)) == 200


def test_a_running_month_gets_the_days_that_have_passed():
    full = Stad(tot=dt.date(2026, 11, 30)).aantal(1000, dt.date(2026, 11, 1))
    half = Stad(tot=dt.date(2026, 11, 15)).aantal(1000, dt.date(2026, 11, 1))

    assert 900 < full < 1200
    assert 0.35 * full < half < 0.65 * full


def test_nothing_happens_at_the_counter_in_the_weekend():
    stad = Stad(tot=TOT)

    days = {stad.werkdag(dt.date(2026, 10, 1)).weekday() for _ in range(300)}

    assert days == {0, 1, 2, 3, 4}


def test_streets_have_their_own_names_and_the_wijken_add_up():
    buurten = [(f"BU0164{n:04d}", f"WK01640{n % 10}") for n in range(62)]

    streets = lay_streets(buurten)

    assert len({one.naam for one in streets}) == len(streets) == 248
    assert len({one.postcode for one in streets}) == 248
    assert round(sum(AANDEEL_PER_WIJK.values()), 6) == 1.0


def test_prefixes_of_a_surname():
    assert split_surname("van der Meer") == ("van der", "Meer")
    assert split_surname("Oude Nijhuis") == ("", "Oude Nijhuis")
    assert split_surname("Jansen") == ("", "Jansen")
