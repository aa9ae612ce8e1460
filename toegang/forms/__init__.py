"""Forms of the front door; they check shape, the domain checks sense."""
