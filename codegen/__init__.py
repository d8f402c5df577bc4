"""Turn the documents in `spec/` into the packages in `generated/`.

The line: read → normalise → build the intermediate form → datamodel-code-generator and jinja → ruff →
write or compare.
"""
