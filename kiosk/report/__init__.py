"""The report of a month: what is counted, as tables and on paper."""
