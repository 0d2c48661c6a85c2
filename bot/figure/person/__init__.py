"""The people at rest: body, bones, hair and clothes."""
