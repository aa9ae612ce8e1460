"""Operations on a plan, one file per aggregate.

Each is one transaction that first locks the plan (opening one: the household), so that
colleagues who work at the same time wait for each other instead of losing work.
"""
