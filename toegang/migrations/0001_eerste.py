import django.contrib.postgres.constraints
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import hengelo_sociaal.kern.modellen
import hengelo_sociaal.medewerkers.models
import toegang.models.basis

# unaccent() may be changed by its dictionary and so is not immutable; ours never changes.
ZOEKTEKST = """
CREATE FUNCTION toegang_zoektekst(tekst text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, tekst));
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kern", "0001_grond"),
        ("gebieden", "0002_hengelo"),
        ("medewerkers", "0002_systeem"),
        ("waarden", "0002_waarden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL(ZOEKTEKST, "DROP FUNCTION toegang_zoektekst(text)"),
        migrations.RunSQL("CREATE SEQUENCE nummer_m", "DROP SEQUENCE nummer_m"),
        migrations.CreateModel(
            name="AfgezienReden",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "reden om af te zien van huisbezoek",
                "verbose_name_plural": "redenen om af te zien van huisbezoek",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Dubbelreden",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "reden om toch te registreren",
                "verbose_name_plural": "redenen om toch te registreren",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Intrekreden",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "reden om in te trekken",
                "verbose_name_plural": "redenen om in te trekken",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Kanaal",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "kanaal",
                "verbose_name_plural": "kanalen",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Namens",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "namens wie",
                "verbose_name_plural": "namens wie",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Uitkomst",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
                (
                    "telt_als_informatie_en_advies",
                    models.BooleanField(
                        default=False, verbose_name="telt als informatie en advies"
                    ),
                ),
            ],
            options={
                "verbose_name": "uitkomst",
                "verbose_name_plural": "uitkomsten",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Verwijzer",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
            ],
            options={
                "verbose_name": "verwijzer",
                "verbose_name_plural": "verwijzers",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Huishouden",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "revisie",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="revisie"),
                ),
                ("straat", models.CharField(blank=True, max_length=100, verbose_name="straat")),
                (
                    "huisnummer",
                    models.PositiveIntegerField(blank=True, null=True, verbose_name="huisnummer"),
                ),
                (
                    "toevoeging",
                    models.CharField(blank=True, max_length=10, verbose_name="toevoeging"),
                ),
                ("postcode", models.CharField(blank=True, max_length=6, verbose_name="postcode")),
                (
                    "woonplaats",
                    models.CharField(blank=True, max_length=80, verbose_name="woonplaats"),
                ),
                ("geheim", models.BooleanField(default=False, verbose_name="adres is geheim")),
                (
                    "zoekadres",
                    models.GeneratedField(
                        db_persist=True,
                        expression=toegang.models.basis.Zoektekst(
                            toegang.models.basis.Velden("straat", "postcode", "woonplaats")
                        ),
                        output_field=models.TextField(),
                    ),
                ),
                (
                    "buurt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="gebieden.buurt",
                        verbose_name="buurt",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="gebieden.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "huishouden",
                "verbose_name_plural": "huishoudens",
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "sleutel",
                    models.UUIDField(
                        editable=False, null=True, verbose_name="sleutel van de afzender"
                    ),
                ),
                ("plaatsgevonden_op", models.DateTimeField(verbose_name="plaatsgevonden op")),
                ("dag", models.DateField(editable=False, verbose_name="dag")),
                (
                    "samenvatting",
                    models.CharField(blank=True, max_length=1000, verbose_name="samenvatting"),
                ),
                (
                    "wijk",
                    models.CharField(
                        default="onbekend", editable=False, max_length=10, verbose_name="wijk"
                    ),
                ),
                (
                    "gemeente",
                    models.CharField(
                        default="onbekend", editable=False, max_length=10, verbose_name="gemeente"
                    ),
                ),
                (
                    "leeftijdsgroep",
                    models.CharField(
                        choices=[
                            ("0-11", "0 tot en met 11 jaar"),
                            ("12-17", "12 tot en met 17 jaar"),
                            ("18-26", "18 tot en met 26 jaar"),
                            ("27-64", "27 tot en met 64 jaar"),
                            ("65-79", "65 tot en met 79 jaar"),
                            ("80-plus", "80 jaar en ouder"),
                            ("onbekend", "Onbekend"),
                        ],
                        default="onbekend",
                        editable=False,
                        max_length=10,
                        verbose_name="leeftijdsgroep",
                    ),
                ),
                ("geregistreerd_op", models.DateTimeField(verbose_name="geregistreerd op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("geregistreerd", "Geregistreerd"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="geregistreerd",
                        max_length=15,
                        verbose_name="status",
                    ),
                ),
                (
                    "ingetrokken_op",
                    models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op"),
                ),
                (
                    "geregistreerd_door",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacten",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geregistreerd door",
                    ),
                ),
                (
                    "ingetrokken_door",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ingetrokken door",
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contacten",
                        to="toegang.huishouden",
                        verbose_name="huishouden",
                    ),
                ),
                (
                    "ingetrokken_reden",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="toegang.intrekreden",
                        verbose_name="reden",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacten",
            },
        ),
        migrations.CreateModel(
            name="Hulpvraag",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "revisie",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="revisie"),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=1, verbose_name="volgorde")),
                (
                    "toelichting",
                    models.CharField(blank=True, max_length=500, verbose_name="toelichting"),
                ),
                (
                    "beleidsdomein",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.beleidsdomein",
                        verbose_name="beleidsdomein",
                    ),
                ),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hulpvragen",
                        to="toegang.contact",
                        verbose_name="contact",
                    ),
                ),
                (
                    "leefgebied",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.leefgebied",
                        verbose_name="leefgebied",
                    ),
                ),
                (
                    "wet",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.wet",
                        verbose_name="wet",
                    ),
                ),
            ],
            options={
                "verbose_name": "hulpvraag",
                "verbose_name_plural": "hulpvragen",
                "ordering": ["contact", "volgorde"],
            },
        ),
        migrations.CreateModel(
            name="Inwoner",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "revisie",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="revisie"),
                ),
                (
                    "voornamen",
                    models.CharField(blank=True, max_length=120, verbose_name="voornamen"),
                ),
                (
                    "voorletters",
                    models.CharField(blank=True, max_length=20, verbose_name="voorletters"),
                ),
                ("roepnaam", models.CharField(blank=True, max_length=60, verbose_name="roepnaam")),
                (
                    "tussenvoegsel",
                    models.CharField(blank=True, max_length=20, verbose_name="tussenvoegsel"),
                ),
                ("geslachtsnaam", models.CharField(max_length=120, verbose_name="achternaam")),
                (
                    "geboortedatum",
                    models.DateField(blank=True, null=True, verbose_name="geboortedatum"),
                ),
                (
                    "geslacht",
                    models.CharField(
                        choices=[("vrouw", "Vrouw"), ("man", "Man"), ("onbekend", "Onbekend")],
                        default="onbekend",
                        max_length=10,
                        verbose_name="geslacht",
                    ),
                ),
                ("bsn_versleuteld", models.BinaryField(null=True)),
                ("bsn_zoek", models.BinaryField(null=True)),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="telefoon")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres"),
                ),
                ("geheim", models.BooleanField(default=False, verbose_name="geheimhouding")),
                (
                    "overleden_op",
                    models.DateField(blank=True, null=True, verbose_name="overleden op"),
                ),
                (
                    "zoeknaam",
                    models.GeneratedField(
                        db_persist=True,
                        expression=toegang.models.basis.Zoektekst(
                            toegang.models.basis.Velden(
                                "roepnaam", "voornamen", "tussenvoegsel", "geslachtsnaam"
                            )
                        ),
                        output_field=models.TextField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "inwoner",
                "verbose_name_plural": "inwoners",
                "ordering": ["geslachtsnaam", "voornamen", "id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["zoeknaam"], name="inwoner_zoeknaam", opclasses=["gin_trgm_ops"]
                    ),
                    models.Index(fields=["geboortedatum"], name="inwoner_geboortedatum"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bsn_zoek",),
                        name="inwoner_bsn_uniek",
                        violation_error_message="Er is al een inwoner met dit BSN.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bsn_versleuteld__isnull", True), ("bsn_zoek__isnull", True)),
                            models.Q(
                                ("bsn_versleuteld__isnull", False), ("bsn_zoek__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="inwoner_bsn_compleet",
                        violation_error_message="Het BSN is niet goed bewaard.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("geslachtsnaam", ""), _negated=True),
                        name="inwoner_geslachtsnaam",
                        violation_error_message="Vul de achternaam in.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overleden_op__isnull", True),
                            ("geboortedatum__isnull", True),
                            ("overleden_op__gte", models.F("geboortedatum")),
                            _connector="OR",
                        ),
                        name="inwoner_overleden_na_geboorte",
                        violation_error_message="De datum van overlijden ligt voor de geboortedatum.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="inwoner",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacten",
                to="toegang.inwoner",
                verbose_name="inwoner",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="kanaal",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                to="toegang.kanaal",
                verbose_name="kanaal",
            ),
        ),
        migrations.CreateModel(
            name="Lidmaatschap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("aanvrager", "Eerste bewoner"),
                            ("partner", "Partner"),
                            ("ouder", "Ouder"),
                            ("kind", "Kind"),
                            ("familielid", "Ander familielid"),
                            ("medebewoner", "Medebewoner"),
                            ("anders", "Anders"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
                (
                    "band",
                    models.CharField(
                        choices=[("thuis", "Woont hier"), ("familie", "Familie, woont elders")],
                        default="thuis",
                        max_length=10,
                        verbose_name="band",
                    ),
                ),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lidmaatschappen",
                        to="toegang.huishouden",
                        verbose_name="huishouden",
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="lidmaatschappen",
                        to="toegang.inwoner",
                        verbose_name="inwoner",
                    ),
                ),
            ],
            options={
                "verbose_name": "lid van een huishouden",
                "verbose_name_plural": "leden van huishoudens",
                "ordering": ["van", "id"],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                ),
                name="lidmaatschap_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("band", "thuis")),
                expressions=[
                    ("inwoner", "="),
                    (
                        hengelo_sociaal.medewerkers.models.DateRange(
                            "van", "tot", models.Value("[]")
                        ),
                        "&&",
                    ),
                ],
                name="lidmaatschap_een_thuis",
                violation_error_message="Deze inwoner woont in deze periode al in een ander huishouden.",
            ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("inwoner", "="),
                    ("huishouden", "="),
                    (
                        hengelo_sociaal.medewerkers.models.DateRange(
                            "van", "tot", models.Value("[]")
                        ),
                        "&&",
                    ),
                ],
                name="lidmaatschap_een_keer",
                violation_error_message="Deze inwoner hoort in deze periode al bij dit huishouden.",
            ),
                ],
            },
        ),
        migrations.AddField(
            model_name="huishouden",
            name="leden",
            field=models.ManyToManyField(
                related_name="huishoudens", through="toegang.Lidmaatschap", to="toegang.inwoner"
            ),
        ),
        migrations.CreateModel(
            name="Melding",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "revisie",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="revisie"),
                ),
                (
                    "nummer",
                    models.CharField(
                        editable=False, max_length=20, unique=True, verbose_name="nummer"
                    ),
                ),
                ("ontvangen_op", models.DateField(verbose_name="ontvangen op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("open", "Nieuw"),
                            ("onderzoek", "In onderzoek"),
                            ("onderzocht", "Onderzoek klaar"),
                            ("aanvraag", "Aanvraag in behandeling"),
                            ("afgerond", "Afgerond"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="open",
                        max_length=15,
                        verbose_name="status",
                    ),
                ),
                (
                    "bedreigend",
                    models.BooleanField(default=False, verbose_name="bedreigende situatie"),
                ),
                (
                    "eerste_keer",
                    models.BooleanField(editable=False, verbose_name="eerste keer bij ons"),
                ),
                (
                    "ondersteuning_nodig",
                    models.BooleanField(blank=True, null=True, verbose_name="ondersteuning nodig"),
                ),
                (
                    "afgezien_toelichting",
                    models.CharField(blank=True, max_length=200, verbose_name="toelichting"),
                ),
                (
                    "aanvraag_op",
                    models.DateField(blank=True, null=True, verbose_name="aanvraag ontvangen op"),
                ),
                (
                    "afgerond_op",
                    models.DateField(blank=True, null=True, verbose_name="afgerond op"),
                ),
                ("geregistreerd_op", models.DateTimeField(verbose_name="geregistreerd op")),
                (
                    "afgezien_reden",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="toegang.afgezienreden",
                        verbose_name="waarom geen huisbezoek",
                    ),
                ),
                (
                    "consulent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="consulent",
                    ),
                ),
                (
                    "geregistreerd_door",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="geregistreerd door",
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="toegang.huishouden",
                        verbose_name="huishouden",
                    ),
                ),
                (
                    "hulpvraag",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="toegang.hulpvraag",
                        verbose_name="hulpvraag",
                    ),
                ),
                (
                    "ingetrokken_reden",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="toegang.intrekreden",
                        verbose_name="reden van intrekken",
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="toegang.inwoner",
                        verbose_name="inwoner",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="medewerkers.team",
                        verbose_name="team",
                    ),
                ),
                (
                    "wet",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.wet",
                        verbose_name="wet",
                    ),
                ),
                (
                    "verwijzer",
                    models.ForeignKey(
                        blank=True,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="toegang.verwijzer",
                        verbose_name="verwijzer",
                    ),
                ),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                'indexes': [
                    models.Index(fields=["-ontvangen_op", "-id"], name="melding_lijst"),
                    models.Index(fields=["wet", "-ontvangen_op", "-id"], name="melding_wet"),
                    models.Index(
                condition=models.Q(("status__in", ("open", "onderzoek", "onderzocht", "aanvraag"))),
                fields=["ontvangen_op", "id"],
                name="melding_lopend",
            ),
                ],
                'constraints': [
                    models.UniqueConstraint(
                condition=models.Q(("status", "ingetrokken"), _negated=True),
                fields=("hulpvraag",),
                name="melding_een_per_hulpvraag",
                violation_error_message="Voor deze hulpvraag is al een melding opgenomen.",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    ("aanvraag_op__isnull", True),
                    ("aanvraag_op__gte", models.F("ontvangen_op")),
                    _connector="OR",
                ),
                name="melding_aanvraag_na_ontvangst",
                violation_error_message="De aanvraag kan niet eerder zijn dan de melding.",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    ("afgerond_op__isnull", True),
                    ("afgerond_op__gte", models.F("ontvangen_op")),
                    _connector="OR",
                ),
                name="melding_afgerond_na_ontvangst",
                violation_error_message="De melding kan niet klaar zijn voordat zij er was.",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("afgerond_op__isnull", False), ("status", "afgerond")),
                    models.Q(
                        ("afgerond_op__isnull", True),
                        models.Q(("status", "afgerond"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="melding_afgerond_met_datum",
                violation_error_message="Een afgeronde melding heeft een datum.",
            ),
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ingetrokken_reden__isnull", False), ("status", "ingetrokken")),
                    models.Q(
                        ("ingetrokken_reden__isnull", True),
                        models.Q(("status", "ingetrokken"), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="melding_ingetrokken_met_reden",
                violation_error_message="Een ingetrokken melding heeft een reden.",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Huisbezoek",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=hengelo_sociaal.kern.modellen.uuid7,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                        verbose_name="kenmerk",
                    ),
                ),
                (
                    "revisie",
                    models.PositiveIntegerField(default=1, editable=False, verbose_name="revisie"),
                ),
                ("gepland_op", models.DateTimeField(verbose_name="gepland op")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("uitgevoerd", "Uitgevoerd"),
                            ("vervallen", "Vervallen"),
                        ],
                        default="gepland",
                        max_length=12,
                        verbose_name="status",
                    ),
                ),
                (
                    "doel",
                    models.CharField(
                        choices=[
                            ("leefwereld", "Kennismaken met de leefwereld"),
                            ("rechtmatigheid", "Controleren of de uitkering klopt"),
                        ],
                        default="leefwereld",
                        max_length=15,
                        verbose_name="doel",
                    ),
                ),
                (
                    "toestemming",
                    models.BooleanField(blank=True, null=True, verbose_name="inwoner stemt in"),
                ),
                (
                    "uitgevoerd_op",
                    models.DateTimeField(blank=True, null=True, verbose_name="uitgevoerd op"),
                ),
                ("verslag", models.TextField(blank=True, max_length=10000, verbose_name="verslag")),
                (
                    "vervallen_reden",
                    models.CharField(blank=True, max_length=200, verbose_name="waarom vervallen"),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="huisbezoeken",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="wie gaat",
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="huisbezoeken",
                        to="toegang.huishouden",
                        verbose_name="huishouden",
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="huisbezoeken",
                        to="toegang.melding",
                        verbose_name="melding",
                    ),
                ),
            ],
            options={
                "verbose_name": "huisbezoek",
                "verbose_name_plural": "huisbezoeken",
                "ordering": ["gepland_op", "id"],
                'indexes': [
                    models.Index(fields=["medewerker", "gepland_op"], name="huisbezoek_medewerker"),
                    models.Index(fields=["-gepland_op", "-id"], name="huisbezoek_lijst"),
                ],
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    models.Q(("status", "uitgevoerd"), ("uitgevoerd_op__isnull", False)),
                    models.Q(
                        models.Q(("status", "uitgevoerd"), _negated=True),
                        ("uitgevoerd_op__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="huisbezoek_uitgevoerd_met_moment",
                violation_error_message="Een uitgevoerd huisbezoek heeft een moment.",
            ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="namens",
            field=models.ForeignKey(
                db_index=False,
                default="zelf",
                on_delete=django.db.models.deletion.PROTECT,
                to="toegang.namens",
                verbose_name="namens",
            ),
        ),
        migrations.CreateModel(
            name="Postcodegebied",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("postcode", models.CharField(max_length=6, verbose_name="postcode")),
                (
                    "huisnummer_van",
                    models.PositiveIntegerField(default=0, verbose_name="huisnummer vanaf"),
                ),
                (
                    "huisnummer_tot",
                    models.PositiveIntegerField(
                        default=99999, verbose_name="huisnummer tot en met"
                    ),
                ),
                (
                    "buurt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="gebieden.buurt",
                        verbose_name="buurt",
                    ),
                ),
                (
                    "gemeente",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="gebieden.gemeente",
                        verbose_name="gemeente",
                    ),
                ),
            ],
            options={
                "verbose_name": "postcodegebied",
                "verbose_name_plural": "postcodegebieden",
                'constraints': [
                    models.UniqueConstraint(
                fields=("postcode", "huisnummer_van"),
                name="postcodegebied_een_keer",
                violation_error_message="Deze postcode staat er al in.",
            ),
                    models.CheckConstraint(
                condition=models.Q(("huisnummer_tot__gte", models.F("huisnummer_van"))),
                name="postcodegebied_huisnummers",
                violation_error_message="Het laatste huisnummer ligt voor het eerste.",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Soort",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
                (
                    "beleidsdomein",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.beleidsdomein",
                        verbose_name="beleidsdomein",
                    ),
                ),
                (
                    "leefgebied",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.leefgebied",
                        verbose_name="leefgebied",
                    ),
                ),
                (
                    "wet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="waarden.wet",
                        verbose_name="wet",
                    ),
                ),
            ],
            options={
                "verbose_name": "soort vraag",
                "verbose_name_plural": "soorten vragen",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="hulpvraag",
            name="soort",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                to="toegang.soort",
                verbose_name="soort vraag",
            ),
        ),
        migrations.AddField(
            model_name="hulpvraag",
            name="uitkomst",
            field=models.ForeignKey(
                db_index=False,
                default="open",
                on_delete=django.db.models.deletion.PROTECT,
                to="toegang.uitkomst",
                verbose_name="uitkomst",
            ),
        ),
        migrations.CreateModel(
            name="Vindplaats",
            fields=[
                (
                    "code",
                    models.SlugField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="code"
                    ),
                ),
                ("label", models.CharField(max_length=120, verbose_name="naam")),
                ("volgorde", models.PositiveSmallIntegerField(default=0, verbose_name="volgorde")),
                (
                    "beeindigd",
                    models.BooleanField(default=False, verbose_name="niet meer te kiezen"),
                ),
                ("soort", models.CharField(max_length=40, verbose_name="soort")),
                (
                    "wijk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="gebieden.wijk",
                        verbose_name="wijk",
                    ),
                ),
            ],
            options={
                "verbose_name": "vindplaats",
                "verbose_name_plural": "vindplaatsen",
                "ordering": ["volgorde", "label"],
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="vindplaats",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                to="toegang.vindplaats",
                verbose_name="vindplaats",
            ),
        ),
        migrations.CreateModel(
            name="VindplaatsMedewerker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(blank=True, null=True, verbose_name="tot en met")),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="vindplaatsen",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
                (
                    "vindplaats",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="toegang.vindplaats",
                        verbose_name="vindplaats",
                    ),
                ),
            ],
            options={
                "verbose_name": "medewerker van een vindplaats",
                "verbose_name_plural": "medewerkers van vindplaatsen",
                'constraints': [
                    models.CheckConstraint(
                condition=models.Q(
                    ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                ),
                name="vindplaatsmedewerker_periode",
                violation_error_message="De einddatum ligt voor de begindatum.",
            ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                expressions=[
                    ("medewerker", "="),
                    ("vindplaats", "="),
                    (
                        hengelo_sociaal.medewerkers.models.DateRange(
                            "van", "tot", models.Value("[]")
                        ),
                        "&&",
                    ),
                ],
                name="vindplaatsmedewerker_geen_overlap",
                violation_error_message="Deze medewerker werkt al voor deze vindplaats.",
            ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Concept",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("scherm", models.SlugField(max_length=40, verbose_name="scherm")),
                ("inhoud", models.JSONField(default=dict, verbose_name="inhoud")),
                ("bewaard_op", models.DateTimeField(verbose_name="bewaard op")),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="medewerker",
                    ),
                ),
            ],
            options={
                "verbose_name": "concept",
                "verbose_name_plural": "concepten",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("medewerker", "scherm"),
                        name="concept_een_per_scherm",
                        violation_error_message="Er is al een concept voor dit scherm.",
                    )
                ],
            },
        ),
        migrations.AddIndex(
            model_name="huishouden",
            index=django.contrib.postgres.indexes.GinIndex(
                fields=["zoekadres"], name="huishouden_zoekadres", opclasses=["gin_trgm_ops"]
            ),
        ),
        migrations.AddIndex(
            model_name="huishouden",
            index=models.Index(fields=["postcode", "huisnummer"], name="huishouden_postcode"),
        ),
        migrations.AddConstraint(
            model_name="huishouden",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("postcode", ""),
                    ("postcode__regex", "^[1-9][0-9]{3}[A-Z]{2}$"),
                    _connector="OR",
                ),
                name="huishouden_postcode_vorm",
                violation_error_message="Vul een postcode in zoals 7551 AB.",
            ),
        ),
        migrations.AddIndex(
            model_name="hulpvraag",
            index=models.Index(fields=["soort", "-contact"], name="hulpvraag_soort"),
        ),
        migrations.AddIndex(
            model_name="hulpvraag",
            index=models.Index(
                condition=models.Q(("uitkomst", "informatie-en-advies"), _negated=True),
                fields=["uitkomst", "-contact"],
                name="hulpvraag_uitkomst",
            ),
        ),
        migrations.AddConstraint(
            model_name="hulpvraag",
            constraint=models.UniqueConstraint(
                fields=("contact", "volgorde"),
                name="hulpvraag_volgorde",
                violation_error_message="Twee vragen van een contact hebben hetzelfde nummer.",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["-plaatsgevonden_op", "-id"], name="contact_lijst"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["vindplaats", "-plaatsgevonden_op", "-id"], name="contact_vindplaats"
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["wijk", "-plaatsgevonden_op", "-id"], name="contact_wijk"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(fields=["dag"], name="contact_dag"),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("inwoner__isnull", False)),
                fields=["inwoner", "-plaatsgevonden_op"],
                name="contact_inwoner",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                condition=models.Q(("huishouden__isnull", False)),
                fields=["huishouden", "-plaatsgevonden_op"],
                name="contact_huishouden",
            ),
        ),
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                fields=["geregistreerd_door", "-plaatsgevonden_op"], name="contact_medewerker"
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.UniqueConstraint(
                fields=("geregistreerd_door", "sleutel"),
                name="contact_sleutel_uniek",
                violation_error_message="Dit contact is al geregistreerd.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("ingetrokken_door__isnull", True),
                        ("ingetrokken_op__isnull", True),
                        ("ingetrokken_reden__isnull", True),
                        ("status", "geregistreerd"),
                    ),
                    models.Q(
                        ("ingetrokken_door__isnull", False),
                        ("ingetrokken_op__isnull", False),
                        ("ingetrokken_reden__isnull", False),
                        ("status", "ingetrokken"),
                    ),
                    _connector="OR",
                ),
                name="contact_intrekking_compleet",
                violation_error_message="Een ingetrokken contact heeft een reden en een moment.",
            ),
        ),
    ]
