"""The files of the content folder, as plain records."""
