"""What the letters to who complains say, per field and part of their text."""

import datetime as dt

from django.conf import settings

from hengelo_sociaal.papier.document import Adres, Blok, Feiten
from hengelo_sociaal.papier.soorten import Invulling
from hengelo_sociaal.termijnen.models import Opschorting, Verlenging
from hengelo_sociaal.web.opmaak import datum
from toegang.models import Huishouden, Klacht, Lidmaatschap
from toegang.queries.brieven import TELEFOON_GEMEENTE, address_lines


def extension(klacht: Klacht, verlenging: Verlenging, *, op: dt.date) -> Invulling:
    """That the answer takes four weeks more (Awb 9:11 lid 2)."""
    return _letter(
        klacht,
        op,
        {
            "oude_datum": datum(verlenging.oude_einddatum),
            "nieuwe_datum": datum(verlenging.nieuwe_einddatum),
            "toelichting": verlenging.toelichting,
            "artikel": verlenging.artikel,
        },
    )


def delay(klacht: Klacht, opschorting: Opschorting, *, op: dt.date) -> Invulling:
    """The further delay that was agreed in writing (Awb 9:11 lid 3)."""
    return _letter(
        klacht,
        op,
        {
            "ingestemd_op": datum(opschorting.uitnodiging_op),
            "nieuwe_datum": datum(klacht.termijn.einddatum),
            "toelichting": opschorting.toelichting,
            "artikel": klacht.termijn.regel.opschorten_artikel,
        },
    )


def _letter(klacht: Klacht, op: dt.date, fields: dict[str, str]) -> Invulling:
    return Invulling(
        velden={
            "naam": klacht.inwoner.naam,
            "nummer": klacht.nummer,
            "ontvangen_op": datum(klacht.ontvangen_op),
            "behandelaar": klacht.behandelaar.naam if klacht.behandelaar else "",
            "telefoon_gemeente": TELEFOON_GEMEENTE,
            "organisatie": settings.ORGANISATIE,
            **fields,
        },
        onderdelen={
            "adres": (_address(klacht, op),),
            "kenmerken": (Feiten((("Ons kenmerk", klacht.nummer), ("Datum", datum(op)))),),
        },
    )


def _address(klacht: Klacht, op: dt.date) -> Blok:
    """Where who complains lives now; the household of the melding may be another one."""
    home = Lidmaatschap.objects.op(op).thuis().filter(inwoner=klacht.inwoner_id).first()
    found = Huishouden.objects.filter(pk=home.huishouden_id).first() if home else None
    secret = klacht.inwoner.geheim or found is None
    return Adres(address_lines(klacht.inwoner.naam, None if secret else found))
