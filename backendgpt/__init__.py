"""A backend in one sentence: every call exists, a language model infers what it means."""

__version__ = "0.1.0"
