"""Benchmarks: what a request costs, as a ratio to the least that could answer it.

`make bench` starts its own PostgreSQL and Redis, fills a demo town, and measures in turn, in one
run, the product with that town, with a larger one, and the floor (A B C A B C), because the same
code drifts on shared machines. CPU milliseconds
per request are added up over the web process and the database; the ratio is what counts.
The floor is in `bench/vloer`: one insert, one retrieve and one list of bare DRF, and a page
with one query.
"""
