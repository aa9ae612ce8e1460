"""Forms of the catalogue, of the sociale kaart and of keeping it."""

from voorzieningen.forms.bijhouden import (
    ActiviteitForm,
    AfwijsForm,
    InleesForm,
    OpkomstForm,
    VoorstelForm,
)
from voorzieningen.forms.catalogus import GemisForm, KaartForm, VoorzieningForm, ZoekForm
from voorzieningen.forms.interventies import BusinesscaseForm, InterventieForm, JaarForm
from voorzieningen.forms.openbaar import FoutForm

__all__ = [
    "ActiviteitForm",
    "AfwijsForm",
    "BusinesscaseForm",
    "FoutForm",
    "GemisForm",
    "InleesForm",
    "InterventieForm",
    "JaarForm",
    "KaartForm",
    "OpkomstForm",
    "VoorstelForm",
    "VoorzieningForm",
    "ZoekForm",
]
