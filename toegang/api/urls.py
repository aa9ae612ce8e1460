"""API addresses of toegang, below /api/v1/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
