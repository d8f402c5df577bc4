"""Pure core: parameters to request, bytes to typed values. Nothing in this package does I/O."""
