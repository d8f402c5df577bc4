"""Tests of the wires other than Responses."""
