"""The only I/O of the library: drivers that carry out the steps of an exchange, and the HTTP library."""
