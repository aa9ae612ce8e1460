"""Keeping the catalogue: by `beleid`, and by partners who propose."""
