"""The fictitious municipality: names, addresses and the order in which the apps fill it.

Every app fills its own part in its `demo.py` with a function `vul(stad)`, lowest floor
first. The town is made of chance with a seed: the same seed and last day give the same
town. Nobody in it exists.
"""
