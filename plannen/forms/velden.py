"""What the forms of the plan share: choices that fit this plan, and the number that was read."""

from django import forms
from django.db.models import Q, QuerySet

from aanbieders.models import Toewijzing
from hengelo_sociaal.medewerkers.models import Medewerker
from plannen.enums import (
    DoelStatus,
)
from plannen.models import Plan
from plannen.queries.pagina import running_deelnames
from toegang.models import Inwoner

LEEG = [("", "Kies")]
AFLOOP = [(one.value, str(one.label)) for one in (DoelStatus.BEREIKT, DoelStatus.GESTOPT)]


def tekstvak(rijen: int) -> forms.Textarea:
    """A text box of a few lines."""
    return forms.Textarea(attrs={"rows": rijen})


def mensen(plan: Plan) -> QuerySet[Inwoner]:
    """Who takes part in the plan now."""
    ids = [deelname.inwoner_id for deelname in running_deelnames(plan)]
    return Inwoner.objects.filter(pk__in=ids)


def collegas(plan: Plan) -> QuerySet[Medewerker]:
    """Colleagues who can do something for a plan or be its regisseur."""
    return Medewerker.objects.filter(
        is_active=True, rollen__overlap=["consulent", "teamleider"]
    ).order_by("naam")


def toewijzingen(plan: Plan) -> QuerySet[Toewijzing]:
    """Help that was granted to this household or to who takes part."""
    ids = [deelname.inwoner_id for deelname in running_deelnames(plan)]
    own = Q(huishouden_id=plan.huishouden_id) | Q(inwoner_id__in=ids)
    return Toewijzing.objects.geldig().filter(own).select_related("product", "inwoner")


class GezienForm(forms.Form):
    """A form about one thing that two people may choose at once: what stood when it opened."""

    gezien = forms.CharField(widget=forms.HiddenInput, max_length=400, required=False)

    def clean_gezien(self) -> str | None:
        """Empty when nothing stood there; None when it was not said."""
        return str(self.cleaned_data["gezien"]) if "gezien" in self.data else None


class MetNummer(forms.Form):
    """A form of a part that two people may edit: it carries the number that was read."""

    wijzigingnummer = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    @property
    def verwacht(self) -> int:
        """The number that was read."""
        return int(self.cleaned_data["wijzigingnummer"])
