"""The legal term engine: rules as data, dates that explain themselves step by step.

`rekenen` is the arithmetic, pure and without a database; `queries` reads the rules and
calculates with them; `domain` starts, suspends, extends and ends a term. A term knows nothing
of the act it runs on: higher floors link to it.
"""
