"""Floor 3: the integrated front door: contact, hulpvraag, household, melding, home visit."""
