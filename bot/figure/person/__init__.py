"""The person: body, bones, hair and clothes."""
