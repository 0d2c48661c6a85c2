"""Has things made in processes beside the bot: pictures and files for one person, films of a session, loops with a strip."""
