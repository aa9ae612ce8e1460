"""Floor 5: one household, one plan, where needed one regisseur."""
