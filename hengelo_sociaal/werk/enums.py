"""What a message can be about."""

from django.db import models


class Berichtsoort(models.TextChoices):
    """Why somebody is told something; the mail counts by these."""

    TOEGEDEELD = "toegedeeld", "Aan u toegedeeld"
    OVERGEDRAGEN = "overgedragen", "Aan u overgedragen"
    CONSULT = "consult", "Vraag om advies"
    ANTWOORD = "antwoord", "Antwoord op uw vraag"
    UITNODIGING = "uitnodiging", "Gevraagd om mee te doen"
    TERMIJN = "termijn", "Termijn loopt bijna af"
    PARTNER = "partner", "Antwoord van een partner"
    KLACHT = "klacht", "Klacht"
    BESLUIT = "besluit", "Besluit of bezwaar"
    SIGNAAL = "signaal", "Signaal over schulden"
    AFSPRAAK = "afspraak", "Afspraak uit een plan"
    VERLOF = "verlof", "Verlof en vervanging"
    CATALOGUS = "catalogus", "Voorziening nakijken"
