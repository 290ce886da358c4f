"""`python -m backendgpt` is `bgpt`."""

from backendgpt.cli import main

if __name__ == "__main__":
    main()
