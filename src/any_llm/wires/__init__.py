"""Wires other than Responses: a checked request goes out in another protocol's form, and what comes back is translated."""
