"""Floor 6: sight and steering: indicators, budget and targets, never a person."""
