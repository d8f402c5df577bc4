"""Python modules that are copied into the generated packages as they are, so that they can be linted and tested."""
