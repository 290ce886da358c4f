"""The apps of the exam, one module each."""
