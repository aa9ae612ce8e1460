"""Forms of the plan: choices that fit this plan, and the gegevens that the operations take."""

from plannen.forms.afspraken import AfspraakForm, AfspraakWijzigForm, KeerForm, OverstapForm
from plannen.forms.doelen import DoelForm, DoelWijzigForm
from plannen.forms.evaluaties import EvaluatieForm, EvaluatieVastleggenForm, EvaluatieVerzetForm
from plannen.forms.plan import DeelnemerForm, EindeForm, FilterForm, WatTeltForm
from plannen.forms.regie import (
    AanspreekpuntForm,
    CollegaForm,
    PartijForm,
    RegisseurForm,
    RegisseurNodigForm,
    StoppenForm,
)
from plannen.forms.vaststellen import VaststelForm

__all__ = [
    "AanspreekpuntForm",
    "AfspraakForm",
    "AfspraakWijzigForm",
    "CollegaForm",
    "DeelnemerForm",
    "DoelForm",
    "DoelWijzigForm",
    "EindeForm",
    "EvaluatieForm",
    "EvaluatieVastleggenForm",
    "EvaluatieVerzetForm",
    "FilterForm",
    "KeerForm",
    "OverstapForm",
    "PartijForm",
    "RegisseurForm",
    "RegisseurNodigForm",
    "StoppenForm",
    "VaststelForm",
    "WatTeltForm",
]
