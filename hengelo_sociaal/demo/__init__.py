"""The fictitious municipality: names, addresses and the order in which the apps fill it."""
