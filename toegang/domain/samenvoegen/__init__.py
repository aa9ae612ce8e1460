"""Making two residents or two households one, and undoing that exactly.

What points at the record that goes, in whatever app, goes along by itself; apps with a
rule of their own (one active plan per household) register a step. Everything is written
in a ledger (`kern.grootboek`), which is all that undoing needs.
"""
