"""The term rules and the calculator (contract.md, `/termijnregels`)."""
