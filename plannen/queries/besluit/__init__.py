"""Reading besluiten: who may see which, what is checked, what it costs, what the letter says."""
