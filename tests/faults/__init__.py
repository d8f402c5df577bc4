"""Servers that misbehave in every way that we know of, and what a caller gets then."""
