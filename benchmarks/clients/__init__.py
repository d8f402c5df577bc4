"""One module per client, each run by the Python that has it installed; all do the same work and answer in JSON."""
