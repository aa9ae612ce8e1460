"""Files of figures: budget, beleidsindicatoren, kengetallen, maatschappelijke doelen."""

from dashboard.importers import begroting, doelen, indicatoren

__all__ = ["begroting", "doelen", "indicatoren"]
