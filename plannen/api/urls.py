"""API addresses of plannen, below /api/v1/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
