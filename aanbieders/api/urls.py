"""API addresses of aanbieders, below /api/v1/."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
