"""Tools of a request: functions, models and dictionaries go in, flat tool dictionaries come out."""
