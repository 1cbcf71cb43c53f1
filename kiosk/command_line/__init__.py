"""The command line: what can be asked for, and how a wrong wish is answered."""
