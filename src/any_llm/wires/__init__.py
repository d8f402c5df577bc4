"""Wires other than Responses: requests go out in another protocol's form, and what comes back is translated."""
