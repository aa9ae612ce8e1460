"""Entries of the front door in the menu, and the search box in the header."""

from hengelo_sociaal.web.navigatie import Groep, Item, Zoekveld, registreer, registreer_zoekveld
from toegang.rechten import (
    CONTACT_LEZEN,
    CONTACT_SCHRIJVEN,
    DUBBELEN_BEOORDELEN,
    HUISBEZOEK_DOEN,
    MELDING_LEZEN,
    PERSONEN_ZOEKEN,
    TERUGBELLEN,
    VRAGENLIJST_BEHEREN,
)

registreer(
    Item(
        Groep.TOEGANG,
        "Nieuw contact",
        "plus",
        "contact-nieuw",
        volgorde=20,
        rechten=(CONTACT_SCHRIJVEN,),
        uitleg="Leg een vraag vast, met of zonder naam.",
    ),
    Item(
        Groep.TOEGANG,
        "Contacten",
        "phone",
        "contacten",
        volgorde=30,
        rechten=(CONTACT_LEZEN,),
        uitleg="Zoek een vraag terug en zie hoe die afliep.",
    ),
    Item(
        Groep.TOEGANG,
        "Terugbellen",
        "clock",
        "terugbellen",
        volgorde=25,
        rechten=(TERUGBELLEN,),
        uitleg="Bel wie op een telefoontje wacht, en leg vast hoe het ging.",
    ),
    Item(
        Groep.TOEGANG,
        "Meldingen",
        "clipboard-list",
        "meldingen",
        volgorde=40,
        rechten=(MELDING_LEZEN,),
        uitleg="Zie welke meldingen lopen en van wie ze zijn.",
    ),
    Item(
        Groep.TOEGANG,
        "Huisbezoeken",
        "calendar",
        "huisbezoeken",
        volgorde=50,
        rechten=(HUISBEZOEK_DOEN,),
        uitleg="Bereid een bezoek voor of leg vast hoe het ging.",
    ),
    Item(
        Groep.TOEGANG,
        "Dubbele inwoners",
        "users",
        "dubbelen",
        volgorde=90,
        rechten=(DUBBELEN_BEOORDELEN,),
        uitleg="Kijk of twee registraties dezelfde inwoner zijn.",
    ),
    Item(
        Groep.BEHEER,
        "Vragenlijsten",
        "list-check",
        "vragenlijsten",
        volgorde=60,
        rechten=(VRAGENLIJST_BEHEREN,),
    ),
)
registreer_zoekveld(Zoekveld("zoeken", "Zoek inwoner, adres of nummer", PERSONEN_ZOEKEN))
