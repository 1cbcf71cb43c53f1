"""The tests. A package, because textstat brings one of the same name, which would hide this one."""
