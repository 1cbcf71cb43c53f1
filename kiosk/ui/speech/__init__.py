"""Reading aloud: what is read, and the process that says it."""
