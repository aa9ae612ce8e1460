"""Who works here and what they may do: accounts, teams, roles, rights, involvement."""
