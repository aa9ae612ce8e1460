"""Floor 2: what there is to help, lightest first, and where something is missing."""
