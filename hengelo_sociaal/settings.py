"""The one settings module. Every variable is described in docs/beheer/instellingen.md.

Apps of higher floors are named here as strings only.
"""

from typing import Any

from celery.schedules import crontab
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from hengelo_sociaal import omgeving
from hengelo_sociaal.api.beschrijving import spectacular_settings

env = omgeving.read_environment()
BASE_DIR, DATA_DIR = omgeving.BASE_DIR, omgeving.DATA_DIR

# -- what this installation is ---------------------------------------------------------
DEBUG = False
DEMO = env.bool("DEMO", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is niet ingesteld. Start met `make run`, of zet SECRET_KEY in de omgeving."
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("HTTPS", default=False)
ORGANISATIE = env.str("ORGANISATIE", default="Gemeente Hengelo")
GEMEENTECODE = env.str("GEMEENTECODE", default="GM0164")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="sociaaldomein@hengelo.example")
CONTROLE_NA_DAGEN = env.int("CONTROLE_NA_DAGEN", default=183)
SITE_ADRES = env.str("SITE_ADRES", default="http://127.0.0.1:8000").rstrip("/")
CODELIJSTEN = env.str("CODELIJSTEN", default="")

# Keys of the BSN, outside the database: "1:<64 hex>,2:<64 hex>", the highest number encrypts.
BSN_SLEUTELS = env.str("BSN_SLEUTELS", default="")
BSN_ZOEKSLEUTEL = env.str("BSN_ZOEKSLEUTEL", default="")

# The register of persons (BRP bevragen, Haal Centraal); off without an address.
BRP_URL = env.str("BRP_URL", default="")
BRP_SLEUTEL = env.str("BRP_SLEUTEL", default="")
BRP_SLEUTEL_KOP = env.str("BRP_SLEUTEL_KOP", default="X-API-KEY")
BRP_WACHTTIJD = env.float("BRP_WACHTTIJD", default=3.0)

# -- apps ------------------------------------------------------------------------------
EIGEN_APPS = [
    "dashboard",
    "plannen",
    "aanbieders",
    "toegang",
    "voorzieningen",
    "hengelo_sociaal.demo",
    "hengelo_sociaal.api",
    "hengelo_sociaal.invoer",
    "hengelo_sociaal.web",
    "hengelo_sociaal.papier",
    "hengelo_sociaal.werk",
    "hengelo_sociaal.termijnen",
    "hengelo_sociaal.gebieden",
    "hengelo_sociaal.logboek",
    "hengelo_sociaal.medewerkers",
    "hengelo_sociaal.waarden",
    "hengelo_sociaal.dienst",
    "hengelo_sociaal.kern",
]
INSTALLED_APPS = [
    *EIGEN_APPS,
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "django_htmx",
    "django_filters",
    "csp",
    "axes",
    "rest_framework",
    "drf_spectacular",
]
MIDDLEWARE = [
    "hengelo_sociaal.api.middleware.ApiAntwoord",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "hengelo_sociaal.web.middleware.InhoudsbeleidMiddleware",
    "hengelo_sociaal.web.middleware.LeesbaarAdresMiddleware",
    "hengelo_sociaal.web.middleware.DomeinFoutMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "hengelo_sociaal.medewerkers.sessies.AuthenticationMiddleware",
    "hengelo_sociaal.medewerkers.poort.Poort",
    "hengelo_sociaal.web.middleware.BerichtenMiddleware",
    "hengelo_sociaal.web.middleware.AlleenVersturenMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "hengelo_sociaal.urls"
APPEND_SLASH = False
WSGI_APPLICATION = "hengelo_sociaal.wsgi.application"
FORM_RENDERER = "hengelo_sociaal.web.formulieren.Renderer"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "hengelo_sociaal.web.context.schil",
            ],
            "builtins": [
                "django.templatetags.static",
                "hengelo_sociaal.web.templatetags.hs",
            ],
        },
    }
]


# -- database: three log-ins -----------------------------------------------------------
def _database(name: str, fallback: str | None = None) -> dict[str, Any]:
    """One connection from an URL; without its own URL it shares the fallback's."""
    chosen = name if env.str(name, default="") or fallback is None else fallback
    config: dict[str, Any] = env.db_url(chosen, default="postgres://127.0.0.1:5432/hengelo_sociaal")
    return config | {
        "ENGINE": "hengelo_sociaal.kern.postgresql",
        "CONN_MAX_AGE": env.int("CONN_MAX_AGE", default=60),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 3, **config.get("OPTIONS", {})},
    }


_ROL = env.str("HS_DATABASEROL", default="web")
DATABASES = {
    "default": (
        _database("DATABASE_URL_EIGENAAR", "DATABASE_URL")
        if _ROL == "eigenaar"
        else _database("DATABASE_URL")
    ),
    # Reads the published figures only; its log-in cannot read a personal table.
    "dashboard": _database("DATABASE_URL_DASHBOARD", "DATABASE_URL")
    | {"TEST": {"MIRROR": "default"}},
}
DATABASE_ROUTERS: list[str] = ["hengelo_sociaal.kern.databases.NietsNaarDashboard"]
DB_ROL_WEB = env.str("DB_ROL_WEB", default="hs_web")
DB_ROL_DASHBOARD = env.str("DB_ROL_DASHBOARD", default="hs_dashboard")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# -- who is there ----------------------------------------------------------------------
AUTH_USER_MODEL = "medewerkers.Medewerker"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "inloggen"
AXES_FAILURE_LIMIT = env.int("INLOGPOGINGEN", default=5)
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "hengelo_sociaal.medewerkers.views.gebruikersnaam"
AXES_LOCKOUT_CALLABLE = "hengelo_sociaal.medewerkers.views.geblokkeerd"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_IPWARE_PROXY_COUNT = env.int("AANTAL_PROXIES", default=0)
SESSION_ENGINE = "hengelo_sociaal.medewerkers.sessies"
SESSION_COOKIE_AGE = env.int("SESSIE_SECONDEN", default=8 * 3600)
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSIE_STIL_SECONDEN = env.int("SESSIE_STIL_SECONDEN", default=3600)

# -- security of the pages --------------------------------------------------------------
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "hengelo_sociaal.web.views.fouten.csrf"
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^gezond$", r"^gereed$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024

# -- language, time, files --------------------------------------------------------------
LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_TZ = True
USE_I18N = True
USE_THOUSAND_SEPARATOR = False
STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "staticfiles"))
STATICFILES_DIRS = [directory for directory in [BASE_DIR / "static"] if directory.is_dir()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = False

# -- mail: nothing leaves before somebody says where to --------------------------------------
vars().update(env.email_url("EMAIL_URL", default="dummymail://"))
EMAIL_TIMEOUT = env.int("EMAIL_WACHTTIJD", default=10)
DEFAULT_FROM_EMAIL = env.str("EMAIL_AFZENDER", default="hengelo-sociaal@hengelo.example")

# -- Celery: the broker is a hint ---------------------------------------------------------
REDIS_URL = env.str("REDIS_URL", default="redis://127.0.0.1:6379/0")
_KORT = {"socket_timeout": 2, "socket_connect_timeout": 0.5, "retry_on_timeout": False}
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 1800,
    "unacked_restore_interval": 5,
    "max_retries": 1,
    "interval_start": 0,
    "interval_max": 0.2,
    **_KORT,
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_max": 0.2}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_SOFT_TIME_LIMIT = 600
CELERY_TASK_TIME_LIMIT = 900
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = TIME_ZONE


def _at_night(minute: int) -> crontab:
    """Once a day, in the hour of the night that the summer time never skips or repeats."""
    return crontab(hour=3, minute=minute)


CELERY_BEAT_SCHEDULE: dict[str, dict[str, Any]] = {
    "herbereken-vuile-cijfers": {"task": "dashboard.herbereken_vuil", "schedule": 20.0},
    "tel-wijken-en-buurten": {"task": "dashboard.tel_gebieden", "schedule": _at_night(5)},
    "markeer-verlopen-termijnen": {
        "task": "toegang.markeer_verlopen_termijnen",
        "schedule": 3600.0,
    },
    "zoek-dubbele-inwoners": {"task": "toegang.zoek_dubbele_inwoners", "schedule": _at_night(10)},
    "waarschuw-voor-termijnen": {
        "task": "toegang.waarschuw_voor_termijnen",
        "schedule": 3600.0,
    },
    "wis-oude-signalen": {"task": "toegang.wis_oude_signalen", "schedule": _at_night(15)},
    "herinner-partners": {"task": "toegang.herinner_partners", "schedule": _at_night(20)},
    "ruim-concepten-op": {"task": "toegang.ruim_concepten_op", "schedule": _at_night(25)},
    "herinner-aan-nakijken": {
        "task": "voorzieningen.herinner_aan_nakijken",
        "schedule": _at_night(30),
    },
    "vergeet-zoekwoorden": {"task": "voorzieningen.vergeet_zoekwoorden", "schedule": _at_night(35)},
    "vergeet-cataloguswijzigingen": {
        "task": "voorzieningen.vergeet_wijzigingen",
        "schedule": 600.0,
    },
    "voer-overstappen-uit": {"task": "plannen.voer_overstappen_uit", "schedule": 3600.0},
    "maak-papier-van-plannen": {"task": "plannen.maak_papier", "schedule": 20.0},
    "herinner-afspraken": {"task": "plannen.herinner_afspraken", "schedule": 3600.0},
    "verzegel-het-logboek": {"task": "logboek.verzegel", "schedule": 600.0},
    "ruim-sessies-op": {"task": "medewerkers.ruim_sessies_op", "schedule": _at_night(40)},
    "stuur-samenvattingen": {"task": "werk.stuur_samenvattingen", "schedule": 900.0},
    "vergeet-oude-berichten": {"task": "werk.vergeet_oude_berichten", "schedule": _at_night(45)},
    "sluit-dossiers-zonder-werk": {
        "task": "toegang.sluit_dossiers_zonder_werk",
        "schedule": _at_night(50),
    },
    "vergeet-oude-antwoorden": {"task": "api.vergeet_oude_antwoorden", "schedule": 3600.0},
}

# -- API ----------------------------------------------------------------------------------
API_VERSIE = "1.0.0"
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "hengelo_sociaal.api.authenticatie.TokenAuthenticatie",
        "hengelo_sociaal.api.authenticatie.SessieAuthenticatie",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["hengelo_sociaal.api.poort.VolgtHetRecht"],
    "DEFAULT_RENDERER_CLASSES": ["hengelo_sociaal.api.formaat.Json"],
    "DEFAULT_PARSER_CLASSES": ["hengelo_sociaal.api.formaat.JsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "hengelo_sociaal.api.formaat.AltijdJson",
    "DEFAULT_SCHEMA_CLASS": "hengelo_sociaal.api.schema.Schema",
    "EXCEPTION_HANDLER": "hengelo_sociaal.api.fouten.exception_handler",
    "UNAUTHENTICATED_USER": None,
    "DATETIME_INPUT_FORMATS": ["iso-8601"],
}
SPECTACULAR_SETTINGS = spectacular_settings(
    version=API_VERSIE, organisation=ORGANISATIE, email=CONTACT_EMAIL
)

# -- what runs, and what went wrong -------------------------------------------------------
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"uit": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["uit"], "level": env.str("LOGNIVEAU", default="INFO")},
    "loggers": {"axes": {"level": "WARNING"}},
}
