"""The chat page in the browser, and the record of a chat."""
