"""Measurements of the project beside others, each from one command; what they find is written into `docs/`."""
