"""How screens look and behave: theme, components, forms, charts, error pages, panels."""
