"""`collections`: what the sandbox's own lacks."""

OrderedDict = dict
