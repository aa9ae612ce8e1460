"""Indicators, what was imported, the budget, and the figures that are published."""

from dashboard.models.begroting import Begrotingsregel, Verplichting
from dashboard.models.cijfers import Cijferversie, Kubus, Kubuscel, Meting, Publicatie, VuileBucket
from dashboard.models.gebied import Collectiefeffect, Gebiedscijfer, Gebiedsjaar
from dashboard.models.indicator import (
    Indicator,
    IndicatorDefinitie,
    IngelezenMeting,
    Streefwaarde,
)

__all__ = [
    "Begrotingsregel",
    "Cijferversie",
    "Collectiefeffect",
    "Gebiedscijfer",
    "Gebiedsjaar",
    "Indicator",
    "IndicatorDefinitie",
    "IngelezenMeting",
    "Kubus",
    "Kubuscel",
    "Meting",
    "Publicatie",
    "Streefwaarde",
    "Verplichting",
    "VuileBucket",
]
