"""The administration screens: accounts, lists and tokens, every change logged, no residents."""

import datetime as dt
import re
import uuid
from html import unescape

import pytest
from django.contrib import admin
from django.urls import reverse

from hengelo_sociaal.api.domain import issue_token
from hengelo_sociaal.api.models import ApiToken
from hengelo_sociaal.kern.modellen import Waarde
from hengelo_sociaal.logboek.models import Wijzigingsregel
from hengelo_sociaal.medewerkers.models import Medewerker, Team
from hengelo_sociaal.medewerkers.queries import team_of_law
from hengelo_sociaal.termijnen.models import Dwangsomtarief
from hengelo_sociaal.waarden.models import Wet
from hengelo_sociaal.web.beheer import BeheerAdmin
from tests.factories.medewerkers import MedewerkerFactory, TeamFactory
from toegang.models import Kanaal

pytestmark = pytest.mark.django_db
AT = dt.datetime(2026, 11, 2, 9, tzinfo=dt.UTC)
# What functional administrators keep; a dossier is in none of these.
# Reference data of higher floors: no dossiers, no people who are helped.
LISTS_OF_OTHERS = {
    "aanbieders.Product",
    "aanbieders.Productcategorie",
    "plannen.Bijdragetarief",
    "plannen.Meeleesgrens",
    "toegang.Postcodegebied",
    "toegang.Standaardantwoord",
    "toegang.VindplaatsMedewerker",
}
APPS_OF_BEHEER = {"medewerkers", "waarden", "gebieden", "termijnen", "api", "voorzieningen"}


@pytest.fixture
def beheerder():
    return MedewerkerFactory(naam="Bea Beheer", rollen=["beheer"])


@pytest.fixture
def client(client, beheerder):
    client.force_login(beheerder, "django.contrib.auth.backends.ModelBackend")
    return client


def last_line():
    return Wijzigingsregel.objects.order_by("id").last()


def account(**changes):
    return {
        "gebruikersnaam": "anouk",
        "naam": "Anouk Nijhuis",
        "functie": "consulent",
        "rollen": ["consulent"],
        "is_active": "on",
    } | changes


def test_only_users_lists_and_rules_are_here():
    strange = [
        model._meta.label
        for model in admin.site._registry
        if model._meta.app_label not in APPS_OF_BEHEER
        and not issubclass(model, Waarde)
        and model._meta.label not in LISTS_OF_OTHERS
    ]

    assert strange == []


def test_every_screen_writes_the_log():
    silent = [
        model._meta.label
        for model, screen in admin.site._registry.items()
        if not isinstance(screen, BeheerAdmin)
    ]

    assert silent == []


def test_every_reference_list_is_here():
    from django.apps import apps

    lists = [model for model in apps.get_models() if issubclass(model, Waarde)]

    assert lists
    assert all(admin.site.is_registered(model) for model in lists)


def test_every_screen_opens(client):
    for model, screen in admin.site._registry.items():
        name = f"{model._meta.app_label}_{model._meta.model_name}"
        assert client.get(reverse(f"admin:{name}_changelist")).status_code == 200
        allowed = screen.has_add_permission(client.get("/beheer/").wsgi_request)
        answer = client.get(reverse(f"admin:{name}_add"))
        assert answer.status_code == (200 if allowed else 403), name


def test_a_new_account_gets_roles_and_a_password_and_a_line_in_the_log(client, beheerder):
    answer = client.post(
        reverse("admin:medewerkers_medewerker_add"),
        account(
            password1="een lange zin die past",
            password2="een lange zin die past",
            rollen=["consulent", "jurist"],
        ),
    )

    assert answer.status_code == 302
    made = Medewerker.objects.get(gebruikersnaam="anouk")
    assert made.rollen == ["consulent", "jurist"]
    assert made.check_password("een lange zin die past")
    regel = last_line()
    assert (regel.handeling, regel.object_id, regel.medewerker_id) == (
        "toegevoegd",
        made.pk,
        beheerder.pk,
    )
    assert "lange zin" not in str(regel.wijziging)


def test_roles_are_changed_with_what_they_were(client):
    anouk = MedewerkerFactory(gebruikersnaam="anouk", naam="Anouk Nijhuis", functie="consulent")

    client.post(reverse("admin:medewerkers_medewerker_change", args=[anouk.pk]), account())

    anouk.refresh_from_db()
    assert anouk.rollen == ["consulent"]
    assert last_line().wijziging["velden"] == {"rollen": ["['loket']", "['consulent']"]}


@pytest.mark.parametrize("naam", ["Anouk", "ANOUK"])
def test_a_name_that_differs_in_capitals_only_is_refused(client, naam):
    MedewerkerFactory(gebruikersnaam="anouk")

    answer = client.post(
        reverse("admin:medewerkers_medewerker_add"),
        account(
            gebruikersnaam=naam,
            password1="een lange zin die past",
            password2="een lange zin die past",
        ),
    )

    assert "Deze gebruikersnaam bestaat al" in answer.text
    assert Medewerker.objects.filter(gebruikersnaam__iexact="anouk").count() == 1


@pytest.mark.parametrize("changes", [{"rollen": ["loket"]}, {"is_active": ""}])
def test_the_last_administrator_cannot_be_shut_out(client, beheerder, changes):
    data = account(gebruikersnaam="bea", naam="Bea", rollen=["beheer"]) | changes

    answer = client.post(reverse("admin:medewerkers_medewerker_change", args=[beheerder.pk]), data)

    assert "laatste functioneel beheerder" in answer.text
    beheerder.refresh_from_db()
    assert beheerder.is_active
    assert beheerder.rollen == ["beheer"]


def test_one_of_two_administrators_may_go(client):
    other = MedewerkerFactory(rollen=["beheer"])

    client.post(
        reverse("admin:medewerkers_medewerker_change", args=[other.pk]), account(is_active="")
    )

    other.refresh_from_db()
    assert not other.is_active


def test_a_password_is_set_and_logged_without_it(client):
    anouk = MedewerkerFactory()

    client.post(
        reverse("admin:auth_user_password_change", args=[anouk.pk]),
        {
            "usable_password": "true",
            "password1": "een andere lange zin",
            "password2": "een andere lange zin",
        },
    )

    anouk.refresh_from_db()
    assert anouk.check_password("een andere lange zin")
    assert last_line().handeling == "wachtwoord gezet"
    assert "lange zin" not in str(Wijzigingsregel.objects.values())


def test_accounts_are_shut_and_never_removed_and_the_system_is_not_there(client):
    anouk = MedewerkerFactory()
    page = client.get(reverse("admin:medewerkers_medewerker_changelist")).text

    assert (
        client.get(reverse("admin:medewerkers_medewerker_delete", args=[anouk.pk])).status_code
        == 403
    )
    assert "Het systeem" not in page


def test_people_are_put_in_a_team_with_a_line_for_each(client):
    team, anouk = TeamFactory(code="schuld", naam="Schuld"), MedewerkerFactory()

    client.post(
        reverse("admin:medewerkers_team_change", args=[team.pk]),
        {
            "code": "schuld",
            "naam": "Schuld",
            "teamlid_set-TOTAL_FORMS": "1",
            "teamlid_set-INITIAL_FORMS": "0",
            "teamlid_set-0-team": str(team.pk),
            "teamlid_set-0-medewerker": str(anouk.pk),
            "wetten-TOTAL_FORMS": "1",
            "wetten-INITIAL_FORMS": "0",
            "wetten-0-team": str(team.pk),
            "wetten-0-wet": "wgs",
        },
    )

    assert list(team.leden.all()) == [anouk]
    assert team_of_law("wgs") == team
    assert Wijzigingsregel.objects.filter(soort="teamlid", handeling="toegevoegd").count() == 1


def test_a_team_that_is_removed_leaves_a_line(client):
    team = TeamFactory(naam="Wmo")

    client.post(reverse("admin:medewerkers_team_delete", args=[team.pk]), {"post": "yes"})

    assert not Team.objects.exists()
    assert last_line().wijziging["was"] == "Wmo"


def test_a_value_is_added_and_ended_and_its_code_stays(client):
    wet = Wet.objects.first()
    address = reverse("admin:waarden_wet_change", args=[wet.pk])

    client.post(
        address, {"code": "anders", "label": "Nieuwe naam", "volgorde": 1, "beeindigd": "on"}
    )

    wet.refresh_from_db()
    assert (wet.label, wet.beeindigd) == ("Nieuwe naam", True)
    assert not Wet.objects.filter(code="anders").exists()
    assert client.get(reverse("admin:waarden_wet_delete", args=[wet.pk])).status_code == 403
    assert last_line().wijziging["sleutel"] == wet.pk


def test_a_token_is_withdrawn_and_never_shown(client):
    made, token = issue_token(
        voor=MedewerkerFactory(), omschrijving="zaaksysteem", by=Medewerker.objects.systeem(), at=AT
    )
    pages = [
        client.get(reverse("admin:api_apitoken_changelist")).text,
        client.get(reverse("admin:api_apitoken_change", args=[made.pk])).text,
    ]

    client.post(
        reverse("admin:api_apitoken_changelist"),
        {"action": "trek_in", "_selected_action": [str(made.pk)]},
    )

    assert ApiToken.objects.get().ingetrokken_op is not None
    assert last_line().handeling == "token ingetrokken"
    assert not any(token in page or bytes(made.afdruk).hex() in page for page in pages)


def test_a_change_and_its_line_come_and_go_together(client, monkeypatch):
    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr("hengelo_sociaal.web.beheer.log_change", fail)
    team = TeamFactory(naam="Wmo")

    with pytest.raises(RuntimeError):
        client.post(reverse("admin:medewerkers_team_delete", args=[team.pk]), {"post": "yes"})

    assert Team.objects.filter(pk=team.pk).exists()


@pytest.mark.parametrize("rol", ["teamleider", "privacy", "consulent"])
def test_others_get_no_screen(client, rol):
    client.force_login(MedewerkerFactory(rollen=[rol]), "django.contrib.auth.backends.ModelBackend")

    assert client.get("/beheer/").status_code == 403
    assert (
        client.get(reverse("admin:medewerkers_team_change", args=[uuid.uuid4()])).status_code == 403
    )


@pytest.mark.parametrize("model", sorted(admin.site._registry, key=lambda model: model._meta.label))
def test_every_list_says_what_it_is_for_in_dutch(client, model):
    screen = admin.site._registry[model]

    html = client.get(reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist"))

    text = html.content.decode()
    assert screen.uitleg
    assert screen.uitleg in unescape(text)
    assert "om te wijzigen" not in text
    assert 'alt="True"' not in text
    assert 'alt="False"' not in text
    assert "Model name" not in text


def test_what_is_ended_is_told_and_filtered_in_words(client):
    Kanaal.objects.create(code="fax", label="Fax", beeindigd=True)
    address = reverse("admin:toegang_kanaal_changelist")

    ended = client.get(address, {"beeindigd": "1"}).content.decode()

    assert "Fax" in ended
    assert "niet meer" in ended
    assert "Balie" not in ended


@pytest.mark.parametrize(
    ("lijst", "code"), [("aanbieders_productcategorie", "01"), ("plannen_besluitreden", None)]
)
def test_a_code_that_is_in_use_is_not_offered_for_change(client, lijst, code):
    """Another code in the form would be another row beside the first."""
    model = next(
        m for m in admin.site._registry if f"{m._meta.label_lower}" == lijst.replace("_", ".")
    )
    key = code or model.objects.values_list("pk", flat=True).first()

    html = client.get(reverse(f"admin:{lijst}_change", args=[key])).content.decode()

    assert 'name="label"' in html
    assert 'name="code"' not in html


def test_an_amount_is_typed_and_kept_as_people_write_it(client):
    Dwangsomtarief.objects.filter(geldig_tot=None).update(geldig_tot="2030-12-31")
    address = reverse("admin:termijnen_dwangsomtarief_add")
    answer = client.post(
        address,
        {"eerste": "24,50", "tweede": "36", "derde": "1.046,00", "geldig_van": "01-01-2031"},
    )

    assert answer.status_code == 302
    made = Dwangsomtarief.objects.get(geldig_van="2031-01-01")
    assert (made.eerste, made.tweede, made.derde) == (2450, 3600, 104600)
    listed = client.get(reverse("admin:termijnen_dwangsomtarief_changelist")).content.decode()
    assert "1.046,00" in listed


def test_a_form_of_an_account_says_nothing_of_how_a_password_is_kept(client, beheerder):
    address = reverse("admin:medewerkers_medewerker_change", args=[beheerder.pk])

    html = client.get(address).content.decode()

    assert "Nieuw wachtwoord geven" in html
    assert not {"pbkdf2", "iteraties", "salt"} & set(re.findall(r"\w+", html))
