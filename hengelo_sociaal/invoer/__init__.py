"""Files of figures and names come in here: all or nothing, every bad row with its reason."""
