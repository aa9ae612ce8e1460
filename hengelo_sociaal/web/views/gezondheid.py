"""Liveness and readiness (contract.md, Web addresses)."""

from functools import cache

import redis
from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.http import HttpRequest, JsonResponse

from hengelo_sociaal.celery import app as celery_app
from hengelo_sociaal.medewerkers.poort import openbaar


@openbaar
def gezond(request: HttpRequest) -> JsonResponse:
    """The process answers."""
    return JsonResponse({"status": "gezond"})


@openbaar
def gereed(request: HttpRequest) -> JsonResponse:
    """Whether work can be done here.

    503 without database or with migrations still to run; 200 with `beperkt` and the parts
    named when Redis or the worker is missing, because registering goes on without them.
    """
    hindrance = _database_hindrance()
    if hindrance:
        return JsonResponse({"status": "niet gereed", "reden": hindrance}, status=503)
    missing = _missing_parts()
    return JsonResponse({"status": "beperkt" if missing else "gereed", "ontbreekt": missing})


def _database_hindrance() -> str | None:
    try:
        applied = MigrationRecorder(connection).applied_migrations()
    except DatabaseError:
        return "database"
    return "migraties" if _shipped_migrations() - applied.keys() else None


@cache
def _shipped_migrations() -> frozenset[tuple[str, str]]:
    """The migrations of the code that runs here; reading them costs half a second."""
    loader = MigrationLoader(None)
    return frozenset(key for key, one in loader.disk_migrations.items() if not one.replaces)


def _missing_parts() -> list[str]:
    client = redis.Redis.from_url(
        settings.REDIS_URL, socket_connect_timeout=0.5, socket_timeout=0.5
    )
    try:
        client.ping()
    except redis.RedisError:
        return ["redis"]
    finally:
        client.close()
    return [] if celery_app.control.ping(timeout=0.5, limit=1) else ["worker"]
