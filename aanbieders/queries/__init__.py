"""Reads of providers, contracts and toewijzingen."""
