"""What residents can choose on the website, in their words; the codes are those of the lists."""

# Residents choose in the words of daily life; the codes are those of leefgebied.csv.
ONDERWERPEN = {
    "wonen": "Wonen en het huishouden",
    "geld": "Geld, schulden en post",
    "werk-en-dagbesteding": "Werk of iets te doen hebben",
    "gezondheid": "Gezondheid en hulp of zorg",
    "opvoeden": "Kinderen en opvoeden",
    "netwerk": "Contact met anderen en mantelzorg",
    "veiligheid": "Veiligheid thuis",
    "leren": "School, taal en leren",
    "meedoen": "Meedoen, vervoer en vrije tijd",
}
# What a question is about within a leefgebied; the codes are those of soort.csv.
SOORTEN = {
    "wonen": {
        "huishoudelijke-hulp": "Schoonmaken en het huishouden",
        "woningaanpassing": "De trap, de douche of iets anders in huis lukt niet meer",
        "beschermd-wonen": "Wonen met begeleiding",
        "maatschappelijke-opvang": "Ik heb geen plek om te slapen",
    },
    "geld": {
        "schulden": "Ik heb schulden of kan rekeningen niet betalen",
        "budgetbeheer": "Hulp bij geld, post en formulieren",
        "bijstand": "Ik heb geen inkomen, of te weinig",
        "bijzondere-bijstand": "Ik heb iets nodig dat ik niet kan betalen",
        "minimaregeling": "Een regeling voor mensen met weinig geld",
    },
    "werk-en-dagbesteding": {
        "re-integratie": "Ik zoek werk en wil daar hulp bij",
        "beschut-werk": "Ik kan alleen werken met begeleiding",
        "dagbesteding": "Ik wil overdag iets te doen hebben",
    },
    "gezondheid": {
        "individuele-begeleiding": "Hulp om de dag en de week op orde te houden",
        "rolstoel": "Een rolstoel",
        "hulpmiddel": "Een ander hulpmiddel, zoals een scootmobiel",
        "psychische-klachten": "Ik zit niet goed in mijn vel",
        "jeugd-ggz": "Mijn kind zit niet goed in zijn of haar vel",
        "verslaving": "Drank, drugs, gokken of gamen",
        "kortdurend-verblijf": "Even ergens logeren, zodat wie voor mij zorgt kan rusten",
    },
    "opvoeden": {
        "opvoeden": "Een vraag over opvoeden",
        "jeugdhulp": "Hulp voor mijn kind",
        "scheiding": "Scheiden, en afspraken over de kinderen",
        "pleegzorg-verblijf": "Mijn kind kan niet thuis wonen",
    },
    "netwerk": {
        "eenzaamheid": "Ik voel mij alleen",
        "mantelzorg": "Ik zorg voor iemand en dat is zwaar",
    },
    "veiligheid": {
        "huiselijk-geweld": "Het is thuis niet veilig",
        "veiligheid-kind": "Ik maak mij zorgen over een kind",
    },
    "leren": {
        "taal": "Beter lezen, schrijven, rekenen of Nederlands leren",
        "inburgering": "Inburgeren",
        "dyslexie": "Mijn kind heeft dyslexie",
        "schoolverzuim": "Mijn kind gaat niet naar school",
    },
    "meedoen": {
        "vervoer": "Ik kan niet komen waar ik wil zijn",
        "vrijwilligerswerk": "Vrijwilliger worden, of iets leuks doen",
        "clientondersteuning": "Iemand die met mij meedenkt over mijn vraag",
    },
}
ANDERS = "anders"
