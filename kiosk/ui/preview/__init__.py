"""The preview: the panes beside the editor, with what the check has found."""
