"""Floor 4: contracted providers: contracts, products, tariffs, toewijzingen."""
