"""Tells how a besluit came about: drafted, checked, read by another, sent, carried out."""

import datetime as dt
from typing import Protocol

from aanbieders.domain.toewijzingen import Omvang
from aanbieders.models import Contract, Product, Toewijzing
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.domain.besluit.bekendmaken import publish_besluit
from plannen.domain.besluit.beoordelen import submit_besluit, take_besluit
from plannen.domain.besluit.opstellen import (
    Aanleiding,
    BesluitGegevens,
    answer_check,
    draft_besluit,
)
from plannen.domain.besluit.toewijzen import carry_out_besluit
from plannen.enums import Besluitsoort, Leveringsvorm, Toetsbron
from plannen.models import Besluit
from plannen.queries.besluit.vragen import questions_for
from toegang.models import Inwoner, Lidmaatschap, Melding


class Kalender(Protocol):
    """What is needed of who tells the story."""

    anouk: Medewerker
    teamleider: Medewerker
    administratie: Medewerker

    def dag(self, geleden: int) -> dt.date: ...
    def om(self, geleden: int, uur: int = 10, minuut: int = 0) -> dt.datetime: ...


def decide(
    v: Kalender,
    inwoner: Inwoner,
    product: Product,
    contract: Contract,
    omvang: Omvang,
    *,
    geleden: int,
) -> Toewijzing:
    """Everything on one day; the toewijzing is that of the besluit."""
    home = Lidmaatschap.objects.op(v.dag(geleden)).thuis().filter(inwoner=inwoner)
    melding = (
        Melding.objects.filter(inwoner=inwoner, wet_id=product.wet_id)
        .order_by("-ontvangen_op")
        .first()
    )
    applied = melding.aanvraag_op if melding and melding.aanvraag_op else v.dag(geleden + 8)
    besluit = draft_besluit(
        aanleiding=Aanleiding(
            inwoner=inwoner,
            huishouden=home.select_related("huishouden").get().huishouden,
            wet=product.wet,
            melding=melding,
        ),
        gegevens=BesluitGegevens(
            soort=Besluitsoort.TOEKENNING,
            gevraagd=product.naam.lower(),
            aanvraag_op=applied,
            leveringsvorm=Leveringsvorm.NATURA,
            contract=contract,
            product=product,
            volume=omvang.volume,
            eenheid=omvang.eenheid,
            frequentie=omvang.frequentie,
            van=omvang.van,
            tot=omvang.tot,
        ),
        by=v.anouk,
        at=v.om(geleden, 9),
    )
    _check_and_send(v, besluit, geleden)
    return carry_out_besluit(besluit_id=besluit.pk, by=v.administratie, at=v.om(geleden, 15))


def _check_and_send(v: Kalender, besluit: Besluit, geleden: int) -> None:
    for vraag in questions_for(besluit):
        answer_check(
            besluit_id=besluit.pk,
            code=vraag.code,
            antwoord=sorted(vraag.goed)[0],
            bron=Toetsbron.ONDERZOEK,
            by=v.anouk,
            at=v.om(geleden, 9, 10),
        )
    submit_besluit(besluit_id=besluit.pk, by=v.anouk, at=v.om(geleden, 9, 30))
    take_besluit(besluit_id=besluit.pk, by=v.teamleider, at=v.om(geleden, 11))
    publish_besluit(besluit_id=besluit.pk, op=v.dag(geleden), by=v.anouk, at=v.om(geleden, 14, 30))
