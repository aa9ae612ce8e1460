"""Forms of the draft of a vindplaats: offering it, and saying why it is not taken over."""

from django import forms

from plannen.forms.velden import tekstvak


class AanbiedForm(forms.Form):
    """The resident knows that the draft goes to the municipality."""

    inwoner_akkoord = forms.BooleanField(
        label="Ik heb dit met de inwoner besproken. De inwoner is akkoord.",
        error_messages={"required": "Bespreek het concept eerst met de inwoner."},
    )


class AfwijsForm(forms.Form):
    """Why a draft is not taken over, in words for the vindplaats."""

    reden = forms.CharField(
        label="Waarom neemt u dit niet over?",
        help_text="De vindplaats leest dit. Schrijf niets op over anderen in het huishouden.",
        max_length=300,
        widget=tekstvak(2),
    )
