"""Providers: the table, what is known of each, and how a model string leads to one."""
