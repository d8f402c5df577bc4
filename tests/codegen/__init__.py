"""Tests of the code generator, one file per module of `codegen/`."""
