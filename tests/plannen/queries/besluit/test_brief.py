"""The letter: what it says for each kind, in words that people understand."""

import datetime as dt
from typing import Any

import pytest

from hengelo_sociaal.papier.document import texts_of
from hengelo_sociaal.papier.models import Stuk
from plannen.domain.besluit.papier import give_letter_paper, letter_paper
from plannen.models import Besluit
from plannen.queries.besluit.bezwaarbrief import letter_about
from plannen.queries.besluit.brief import Brief, letter_of
from tests.factories.besluiten import BesluitFactory, BezwaarFactory
from tests.factories.medewerkers import MedewerkerFactory
from tests.factories.toegang import NU, VANDAAG, HuishoudenFactory, InwonerFactory

pytestmark = pytest.mark.django_db


def letter(besluit: Besluit, **changes: Any) -> Brief:
    values = {
        "op": VANDAAG,
        "afzender": "Gemeente Hengelo",
        "bezwaar_tot": dt.date(2026, 12, 29),
        "bijdrage_cent": 21_00,
        "verzonden": True,
    }
    return letter_of(besluit, **values | changes)


def text(brief: Brief) -> str:
    parts = [line for deel in brief.delen for line in (deel.kop, *deel.alineas)]
    facts = [f"{label}: {value}" for deel in brief.delen for label, value in deel.feiten]
    return "\n".join([brief.onderwerp, *parts, *facts])


def test_an_award_says_what_when_how_and_what_it_costs() -> None:
    besluit = BesluitFactory(bekend=True, gevraagd="hulp bij de administratie")

    words = text(letter(besluit))

    for part in (
        "U krijgt hulp: hulp bij de administratie",
        "4 uur per week",
        "vanaf 1 december 2026 tot en met 30 november 2027",
        besluit.contract.aanbieder.naam,
        "€ 21,00 per maand",
    ):
        assert part.replace(" ", " ") in words.replace("\u00a0", " ")


def test_a_refusal_says_why_and_names_the_law() -> None:
    words = text(letter(BesluitFactory(bekend=True, afwijzing=True)))

    assert "U krijgt deze hulp niet van ons." in words
    assert "Dit staat in de wet: Wmo 2015 artikel 2.3.5 lid 3." in words
    assert "Uw dochter en de buurvrouw doen dit al." in words
    assert "Hoeveel" not in words


@pytest.mark.parametrize(
    ("soort", "words"),
    [
        ("gedeeltelijke-toekenning", "U krijgt een deel van deze hulp."),
        ("buiten-behandeling", "Wij beoordelen uw aanvraag niet."),
        ("intrekking", "Uw hulp stopt. Vanaf 1 december 2026"),
        ("herziening", "Uw hulp verandert vanaf 1 december 2026."),
    ],
)
def test_every_kind_has_its_words(soort: str, words: str) -> None:
    before = BesluitFactory(bekend=True) if soort in {"intrekking", "herziening"} else None

    assert words in text(letter(BesluitFactory(soort=soort, eerder=before)))


def test_a_pgb_says_the_price_and_youth_help_costs_nothing() -> None:
    pgb = text(letter(BesluitFactory(pgb=True)))
    youth = text(letter(BesluitFactory(wet_id="jeugdwet")))

    assert "€ 40,00 per uur" in pgb.replace("\u00a0", " ")
    assert "Voor jeugdhulp betaalt u geen eigen bijdrage." in youth


def test_a_child_gets_its_letter_by_its_parents() -> None:
    child = InwonerFactory(kind=True, voornamen="Noor", geslachtsnaam="Bakker")
    besluit = BesluitFactory(inwoner=child, huishouden=HuishoudenFactory(leden=[child]))

    brief = letter(besluit)

    assert brief.aan[0] == "Aan de ouders of voogd van Noor Bakker"
    assert brief.aanhef == "Geachte ouders of voogd van Noor Bakker,"


def test_what_was_kept_reads_as_it_was_sent() -> None:
    import json

    from django.core.serializers.json import DjangoJSONEncoder

    brief = letter(BesluitFactory(bekend=True))
    kept = json.loads(json.dumps(brief.as_json(), cls=DjangoJSONEncoder))

    assert Brief.from_json(kept) == brief


def test_a_draft_has_no_day_yet() -> None:
    brief = letter(BesluitFactory(), verzonden=False, bezwaar_tot=None)

    assert (brief.datum, brief.bezwaar_tot) == (None, None)


def test_the_text_around_it_is_that_of_the_municipality() -> None:
    sent = BesluitFactory(bekend=True)
    shown = {
        besluit.status: "\n".join(texts_of(letter_paper(besluit, op=VANDAAG).document))
        for besluit in (sent, BesluitFactory())
    }

    assert "Stuur uw brief voor of op 29 december 2026." in shown["bekendgemaakt"]
    assert "zes weken de tijd" not in shown["bekendgemaakt"]
    assert "zes weken de tijd" in shown["concept"]
    assert "Stuur uw brief voor of op" not in shown["concept"]
    assert "nog niet verzonden" in shown["concept"]


def test_a_letter_that_was_sent_is_kept_as_it_was() -> None:
    by = MedewerkerFactory(jurist=True)
    sent, draft = BesluitFactory(bekend=True), BesluitFactory()

    first = give_letter_paper(sent, op=VANDAAG, by=by, at=NU)
    later = give_letter_paper(sent, op=VANDAAG + dt.timedelta(days=90), by=by, at=NU)
    give_letter_paper(draft, op=VANDAAG, by=by, at=NU)

    assert first == later
    assert first.startswith(b"%PDF")
    assert Stuk.objects.get().onderwerp_id == sent.pk


def test_a_secret_address_is_on_no_letter_of_a_besluit_or_an_objection() -> None:
    home = HuishoudenFactory(geheim=True, met_leden=1)
    who = home.leden.get()
    besluit = BesluitFactory(bekend=True, huishouden=home, inwoner=who)
    bezwaar = BezwaarFactory(besluit=besluit)

    own = letter(besluit)
    about = letter_about(
        bezwaar, "bezwaar-ontvangst", op=VANDAAG, afzender="Gemeente Hengelo", ondertekenaar="J."
    )

    assert own.aan == about.aan == (besluit.inwoner.naam,)
    assert home.straat not in str(letter_paper(besluit, op=VANDAAG).document)


def test_a_letter_that_was_sent_bears_the_day_of_sending_whenever_it_is_read() -> None:
    besluit = BesluitFactory(bekend=True, bekend_op=dt.date(2026, 11, 3))

    words = texts_of(letter_paper(besluit, op=dt.date(2027, 1, 15)).document)

    assert "3 november 2026" in words
    assert "15 januari 2027" not in words


def test_a_letter_says_where_an_objection_goes() -> None:
    words = " ".join(texts_of(letter_paper(BesluitFactory(bekend=True), op=VANDAAG).document))

    assert "Stuur uw brief naar: Gemeente Hengelo, Postbus 18, 7550 AA Hengelo." in words
