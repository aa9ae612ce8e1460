"""Addresses of plannen."""

from django.urls import path

from plannen.views import (
    afdruk,
    afspraken,
    doelen,
    evaluaties,
    gevolgen,
    lijst,
    partijen,
    plan,
    regie,
    vaststellen,
)

urlpatterns = [
    path("huishoudens/<uuid:id>/dit-verandert-er", gevolgen.verandert, name="huishouden-verandert"),
    path(
        "huishoudens/<uuid:id>/dit-verandert-er/stap",
        gevolgen.stap_nemen,
        name="huishouden-stap",
    ),
    path("plannen", lijst.plannen, name="plannen"),
    path("plannen/nieuw", plan.nieuw, name="plan-nieuw"),
    path("plannen/<uuid:id>", plan.plan, name="plan"),
    path("plannen/<uuid:id>/inzage", plan.inzage, name="plan-inzage"),
    path("plannen/<uuid:id>/wat-telt", plan.wat_telt, name="plan-wat-telt"),
    path("plannen/<uuid:id>/deelnemers/nieuw", plan.deelnemer, name="plan-deelnemer"),
    path("deelnames/<uuid:id>/einde", plan.deelname_einde, name="deelname-einde"),
    path("plannen/<uuid:id>/beeindigen", plan.beeindigen, name="plan-beeindigen"),
    path("plannen/<uuid:id>/doelen/nieuw", doelen.doel_nieuw, name="doel-nieuw"),
    path("doelen/<uuid:id>/wijzigen", doelen.doel_wijzigen, name="doel-wijzigen"),
    path("doelen/<uuid:id>/voortgang", doelen.voortgang, name="doel-voortgang"),
    path("doelen/<uuid:id>/afspraken/nieuw", afspraken.afspraak_nieuw, name="afspraak-nieuw"),
    path("afspraken/<uuid:id>/wijzigen", afspraken.afspraak_wijzigen, name="afspraak-wijzigen"),
    path("afspraken/<uuid:id>/status", afspraken.afspraak_status, name="afspraak-status"),
    path("afspraken/<uuid:id>/overstap", afspraken.overstap, name="afspraak-overstap"),
    path("plannen/<uuid:id>/regisseur", regie.regisseur, name="plan-regisseur"),
    path("plannen/<uuid:id>/regisseur/nodig", regie.regisseur_nodig, name="plan-regisseur-nodig"),
    path("plannen/<uuid:id>/aanspreekpunt", regie.aanspreekpunt, name="plan-aanspreekpunt"),
    path("plannen/<uuid:id>/vaststellen", vaststellen.vaststellen, name="plan-vaststellen"),
    path("plannen/<uuid:id>/versies/<int:nummer>", vaststellen.versie, name="plan-versie"),
    path("plannen/<uuid:id>/vergelijken", vaststellen.vergelijken, name="plan-vergelijken"),
    path("plannen/<uuid:id>/evaluaties/nieuw", evaluaties.evaluatie_nieuw, name="evaluatie-nieuw"),
    path(
        "evaluaties/<uuid:id>/vastleggen",
        evaluaties.evaluatie_vastleggen,
        name="evaluatie-vastleggen",
    ),
    path("plannen/<uuid:id>/partijen/nieuw", partijen.partij_nieuw, name="partij-nieuw"),
    path("partijen/<uuid:id>/einde", partijen.partij_stopt, name="partij-stopt"),
    path("plannen/<uuid:id>/collegas/nieuw", partijen.collega_nieuw, name="collega-nieuw"),
    path(
        "plannen/<uuid:id>/collegas/<uuid:medewerker>/einde",
        partijen.collega_stopt,
        name="collega-stopt",
    ),
    path("plannen/<uuid:id>/afdruk", afdruk.afdruk, name="plan-afdruk"),
    path("plannen/<uuid:id>/afdruk.pdf", afdruk.afdruk_pdf, name="plan-afdruk-pdf"),
    path("evaluaties/<uuid:id>/verslag", afdruk.evaluatie_verslag, name="evaluatie-verslag"),
    path(
        "evaluaties/<uuid:id>/verslag.pdf",
        afdruk.evaluatie_verslag_pdf,
        name="evaluatie-verslag-pdf",
    ),
]
