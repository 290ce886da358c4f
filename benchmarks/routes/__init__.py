"""What is learned, and what must not be; what a call costs once it is."""
