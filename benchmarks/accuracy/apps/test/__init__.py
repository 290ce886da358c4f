"""The half that is run only to report."""
