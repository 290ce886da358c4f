"""The half to improve on."""
