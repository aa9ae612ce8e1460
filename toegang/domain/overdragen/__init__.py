"""Handing over all work of a colleague at once, and undoing that.

Which work there is, each app says for itself (`soorten.WERKSOORTEN`); giving a piece to
somebody is the same operation on the way there and on the way back.
"""
