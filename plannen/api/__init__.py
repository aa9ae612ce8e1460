"""Plans and their parts (contract.md, `/plannen`)."""
