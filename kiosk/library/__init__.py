"""Library: turns a folder of Markdown into typed pages. Pure Python; knows no Qt."""
