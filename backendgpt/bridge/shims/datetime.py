"""`datetime`: what the sandbox's own lacks."""

from datetime import timezone

UTC = timezone.utc  # noqa: UP017 - this is where it is made
