"""Screens of the plan. Each view makes one call into the domain; every look is logged."""
