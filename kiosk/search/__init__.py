"""Finding what a patient types in the pages of one language. Knows no Qt."""
