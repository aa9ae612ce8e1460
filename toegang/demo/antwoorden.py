"""Answers that the counter of the demo reads aloud: kind of question, question, answer."""

ANTWOORDEN = (
    (
        "schulden",
        "Ik kan mijn rekeningen niet meer betalen. Wat nu?",
        "U kunt vandaag nog een afspraak maken voor een gesprek over geld. Dat kost niets.\n"
        "Binnen vier weken spreekt u iemand. Dreigt u uw huis uit te moeten, of gaat het licht "
        "eraf? Dan spreekt u iemand binnen drie werkdagen.",
    ),
    (
        "schulden",
        "Wat moet ik meenemen?",
        "Neem mee wat u hebt: brieven van schuldeisers, een loonstrook of uitkering, en uw "
        "bankafschriften. Hebt u niet alles? Kom dan toch.",
    ),
    (
        "huishoudelijke-hulp",
        "Kan ik hulp in de huishouding krijgen?",
        "Misschien. Wij kijken eerst samen wat u zelf kunt en wie u kan helpen. Daarvoor komen "
        "wij bij u thuis. Binnen zes weken weet u wat wij met elkaar hebben bekeken.",
    ),
    (
        "rolstoel",
        "Hoe vraag ik een rolstoel aan?",
        "Wij nemen nu uw melding op. Daarna komt er iemand bij u thuis om te kijken wat past. "
        "Hebt u de rolstoel maar kort nodig? Die kunt u lenen bij de uitleen.",
    ),
    (
        "bijstand",
        "Kan ik een uitkering aanvragen?",
        "Dat doet u op werk.nl. U hebt uw DigiD nodig. Bent u jonger dan 27? Dan zoekt u eerst "
        "vier weken zelf naar werk of een opleiding. Lukt het aanvragen niet? Wij helpen u.",
    ),
    (
        "minimaregeling",
        "Kan mijn kind sporten als ik weinig geld heb?",
        "Ja, daar is een regeling voor. Het hangt af van uw inkomen. U kunt het aanvragen met "
        "een formulier; wij kunnen het samen met u invullen.",
    ),
    (
        "opvoeden",
        "Met wie kan ik praten over mijn kind?",
        "Met de medewerkers van Wijkracht in uw buurt. U hebt geen verwijzing nodig. Is uw kind "
        "niet veilig? Zeg het dan nu.",
    ),
    (
        "mantelzorg",
        "Ik zorg voor mijn man en het wordt te veel.",
        "Goed dat u belt. Er is hulp voor mantelzorgers, ook om er even uit te zijn. Zullen wij "
        "een afspraak maken om te kijken wat u helpt?",
    ),
    (
        "vervoer",
        "Hoe krijg ik een pas voor de regiotaxi?",
        "Wij nemen uw melding op en bekijken samen of een pas past. U hoort het van ons.",
    ),
    (
        "clientondersteuning",
        "Kan iemand met mij meekomen naar het gesprek?",
        "Ja. Dat mag familie zijn, of een onafhankelijke cliëntondersteuner. Die is gratis en "
        "staat naast u.",
    ),
)
