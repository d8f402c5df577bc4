"""The `text.format` bridge: a type goes out as a JSON Schema, the model's text comes back as that type."""
