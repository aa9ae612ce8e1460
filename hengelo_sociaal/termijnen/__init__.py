"""The legal term engine: rules as data, dates that explain themselves step by step."""
