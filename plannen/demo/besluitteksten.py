"""Words of the demo's besluiten and bezwaren, at level B1."""

GEVRAAGD = {
    "wmo": "hulp om thuis te kunnen blijven wonen",
    "jeugdwet": "hulp bij opgroeien",
    "participatiewet": "een uitkering",
    "wgs": "hulp bij schulden",
}
MOTIVERING = "Wij hebben samen gekeken hoe het gaat. U redt het nu zonder deze hulp."
REDENEN = {
    "wmo": (
        ("wmo-eigen-kracht", "Uw dochter helpt u met de administratie en dat gaat goed."),
        ("wmo-gebruikelijke-hulp", "Uw zoon van 24 woont bij u en kan het huis schoonmaken."),
        ("wmo-algemene-voorziening", "De klussendienst in uw wijk kan dit voor u doen."),
        ("wmo-algemeen-gebruikelijk", "Een douchestoel koopt u bij een gewone winkel."),
    ),
    "jeugdwet": (
        ("jw-eigen-kracht", "U en de school hebben al afspraken gemaakt en die werken."),
        ("jw-zvw", "De huisarts kan uw kind behandelen. Uw verzekering betaalt dat."),
    ),
    "participatiewet": (
        ("pw-inkomen", "U en uw partner verdienen samen meer dan de grens."),
        ("pw-voorliggend", "U kunt nog een WW-uitkering aanvragen bij het UWV."),
    ),
    "wgs": (("wgs-geen-aanbod", "U wilt nu geen afspraken maken met uw schuldeisers."),),
}
GRONDEN = (
    "Ik heb meer uren nodig dan ik nu krijg.",
    "Mijn dochter kan mij niet helpen, zij heeft zelf een gezin.",
    "Het onderzoek klopt niet: er is niet gevraagd hoe mijn slechte dagen zijn.",
    "De hulp in de buurt heeft een wachtlijst van drie maanden.",
)
HOORVERSLAG = "De indiener legt uit hoe een gewone week eruitziet en waar het misgaat."
UITKOMSTEN = {
    "ongegrond": "Het onderzoek was zorgvuldig. Ook na uw uitleg komen wij tot hetzelfde besluit.",
    "deels-gegrond": "U hebt voor een deel gelijk. Wij nemen een nieuw besluit.",
    "gegrond": "U hebt gelijk. Wij nemen een nieuw besluit.",
}
