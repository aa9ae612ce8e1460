"""Contracted providers: who they are, what is agreed at which price, for whom it is used."""

from aanbieders.models.aanbieders import Aanbieder
from aanbieders.models.contracten import Contract, Tarief
from aanbieders.models.producten import Product, Productcategorie
from aanbieders.models.toewijzingen import Toewijzing

__all__ = ["Aanbieder", "Contract", "Product", "Productcategorie", "Tarief", "Toewijzing"]
