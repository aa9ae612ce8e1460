"""What every floor leans on: refusals, identifiers, time, secrets, database grants, registries."""
