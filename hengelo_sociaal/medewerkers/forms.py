"""Accounts as functional administrators see them."""

from typing import Any

from django import forms
from django.contrib.auth.forms import (
    BaseUserCreationForm,
    ReadOnlyPasswordHashField,
    UserChangeForm,
)

from hengelo_sociaal.medewerkers.models import Medewerker
from hengelo_sociaal.medewerkers.rollen import KEUZES, Beheer


class RollenVeld(forms.TypedMultipleChoiceField):
    """The twelve roles as checkboxes; somebody may have several, or none yet."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            choices=KEUZES,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            label="Rollen",
            empty_value=[],
            **kwargs,
        )


class NieuweMedewerker(BaseUserCreationForm):  # type: ignore[type-arg]
    """A new account, with a first password."""

    rollen = RollenVeld()

    class Meta:
        model = Medewerker
        fields = ("gebruikersnaam", "naam", "functie", "email", "telefoon", "rollen")

    def clean_gebruikersnaam(self) -> str:
        """Names that differ in capitals only are the same person to whoever logs in."""
        name = str(self.cleaned_data["gebruikersnaam"])
        if Medewerker.objects.filter(gebruikersnaam__iexact=name).exists():
            raise forms.ValidationError("Deze gebruikersnaam bestaat al. Kies een andere.")
        return name


class WijzigMedewerker(UserChangeForm):  # type: ignore[type-arg]
    """An account; the last person who can manage accounts cannot be shut out."""

    password = ReadOnlyPasswordHashField(label="Wachtwoord")
    rollen = RollenVeld()

    class Meta:
        model = Medewerker
        fields = (
            "gebruikersnaam", "password", "naam", "functie", "email", "telefoon", "rollen",
            "is_active",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        stays = Beheer.code in cleaned.get("rollen", []) and cleaned.get("is_active")
        if not stays and self._is_last_administrator():
            raise forms.ValidationError(
                "Dit is de laatste functioneel beheerder. Geef eerst iemand anders die rol."
            )
        return cleaned

    def _is_last_administrator(self) -> bool:
        administrators = Medewerker.objects.filter(rollen__contains=[Beheer.code], is_active=True)
        return (
            administrators.filter(pk=self.instance.pk).exists()
            and not administrators.exclude(pk=self.instance.pk).exists()
        )
